// GET and POST /lapor. Works without JavaScript; nothing that was written or photographed is lost when a
// member is not right.
#pragma once
#include "html/page.h"
#include "http/rate_limit.h"
#include "http/router.h"
#include "intake/report_actions.h"

namespace intake {

/// The agency of a request and the frame of its pages, as app/ knows them.
struct PageFrame {
    std::function<base::Result<agency::DirectoryPtr>(const http::Request&)> directory;
    std::function<html::PageHead(const http::Request&, const agency::Directory&)> head;
};

void add_report_routes(http::Router& router, const Services& services, const PageFrame& frame,
                       std::shared_ptr<http::RateLimit> limit);

} // namespace intake
