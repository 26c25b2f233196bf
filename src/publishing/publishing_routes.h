// /meja/siaran..., /meja/atur/siaran, /dinding and the API of posts. Behind a sign-in, but for the wall where
// the agency shows it to everybody. Works without JavaScript.
#pragma once
#include "html/page.h"
#include "http/event_stream.h"
#include "http/router.h"
#include "media/pictures.h"
#include "outgoing/entered_routes.h"
#include "publishing/post_actions.h"

namespace publishing {

struct Services {
    staff::Services staff;
    media::Pictures& pictures;
    const network::Channels& channels;
    std::function<base::Result<agency::DirectoryPtr>(const http::Request&)> directory;
    std::function<html::PageHead(const http::Request&, const agency::Directory&)> head;
};

[[nodiscard]] Context context_of(const Services& services, const agency::Directory& directory);
/// A picture of a post, in one of both sizes.
[[nodiscard]] base::Result<http::Response> picture_of(const Services& services, base::AgencyId agency,
                                                      const std::string& sha256, std::string_view size);

void add_post_routes(http::Router& router, const Services& services);
void add_post_api_routes(http::Router& router, const Services& services); ///< /api/v1/posts, /api/v1/outlets
void add_policy_routes(http::Router& router, const Services& services);

} // namespace publishing
