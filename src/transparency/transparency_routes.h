// The public pages: /, /laporan/{kode}, /lacak, and their pictures. Open to everybody; nothing here asks who
// it is, but /lacak/{kode} asks for the secret of the link.
#pragma once
#include "html/page.h"
#include "http/rate_limit.h"
#include "http/router.h"
#include "media/pictures.h"
#include "people/vault.h"
#include "staff/services_actions.h"
#include "transparency/guess_routes.h"

#include <functional>
#include <memory>

namespace transparency {

struct Services {
    db::Database& database;
    const people::Vault& vault;
    media::Pictures& pictures;
    base::IdSource& ids;
    base::Now now;
    base::Random random;
    std::function<base::Result<agency::DirectoryPtr>(const http::Request&)> directory;
    std::function<html::PageHead(const http::Request&, const agency::Directory&)> head;
    std::shared_ptr<Guesses> guesses;
};

void add_public_routes(http::Router& router, const Services& services);
void add_reporter_routes(http::Router& router, const Services& services,
                         const std::shared_ptr<http::RateLimit>& limit);

} // namespace transparency
