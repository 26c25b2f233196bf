// What a reporter sends from /lacak: answers, photos with a Belum, a rating, the end of a consent. Each asks
// for the secret of the link first: without it not_found `case.not_found`.
#pragma once
#include "transparency/transparency_routes.h"

namespace transparency {

void add_answer_routes(http::Router& router, const Services& services,
                       const std::shared_ptr<http::RateLimit>& limit);

} // namespace transparency
