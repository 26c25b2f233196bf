// /.well-known/webfinger, /.well-known/nodeinfo, /aktor/{name}, and the inbox /kait/activitypub/{account}.
#pragma once
#include "agency/directory_actions.h"
#include "http/router.h"
#include "network/services.h"

namespace channels::activitypub {

struct Site {
    std::function<base::Result<agency::DirectoryPtr>(const http::Request&)> directory;
    std::string version; ///< of this program, for NodeInfo
    /// A released picture, as JPEG.
    std::function<base::Result<http::Response>(base::AgencyId, const std::string& sha256)> picture = {};
};

/// Documents are read without a signature. An activity that proves nothing is answered 401 at once, and too
/// often from one address 429.
void add_routes(http::Router& router, const network::Services& services, Site site);

} // namespace channels::activitypub
