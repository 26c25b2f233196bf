// Who comes in, for every route of this room.
#pragma once
#include "channels/sp4n_lapor/lapor_pages.h"
#include "channels/sp4n_lapor/month.h"
#include "channels/sp4n_lapor/services_actions.h"
#include "http/router.h"
#include "staff/console_pages.h"

namespace channels::sp4n_lapor {

struct Visit {
    const http::Request& request;
    staff::Principal person;
    agency::DirectoryPtr directory;

    [[nodiscard]] PageView view() const;
    /// The page in the frame of staff pages; never kept by browsers.
    [[nodiscard]] http::Response answer(staff::Room here, std::string title, const html::Markup& body,
                                        int status = 200) const;
    /// Holds the role at an office that stands below no other.
    [[nodiscard]] bool holds_at_root(staff::Role role) const;
};
enum class Door { files, words, recap };
using Enter = std::function<base::Result<http::Response>(const Visit& visit)>;

/// Runs `enter` for a signed-in person who may pass this door; sends others to sign in, or says that there is
/// no such page.
[[nodiscard]] base::Result<http::Response> visit(const http::Request& request, const Services& services,
                                                 Door door, const Enter& enter);

/// The months to choose from, newest first.
[[nodiscard]] std::vector<Month> recent_months(base::Time now, base::Zone zone);
/// A file to keep.
[[nodiscard]] http::Response download(std::string bytes, std::string content_type,
                                      const std::string& file_name);

void add_recap_routes(http::Router& router, const Services& services);
void add_import_routes(http::Router& router, const Services& services);

} // namespace channels::sp4n_lapor
