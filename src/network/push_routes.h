// /kait/{network}/{account}: where networks send by themselves.
#pragma once
#include "agency/directory_actions.h"
#include "http/router.h"
#include "network/services.h"

namespace network {

/// Answers challenges (GET) and journals pushes (POST, at most 2 MB) that prove where they come from. Whoever
/// proves nothing is answered 401, and too often from one address 429.
void add_push_routes(http::Router& router, const Services& services,
                     std::function<base::Result<agency::DirectoryPtr>(const http::Request&)> directory);

} // namespace network
