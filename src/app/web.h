// All URLs of Tanggap in one list, and what every request passes before it: the agency of its host, the frame
// of its pages.
#pragma once
#include "app/guard.h"
#include "app/house.h"
#include "desk/live_routes.h"
#include "html/page.h"
#include "http/server.h"
#include "publishing/wall_routes.h"

namespace app {

class Web {
public:
    explicit Web(House& house);

    [[nodiscard]] http::Router router(std::function<http::Metrics()> metrics);
    [[nodiscard]] http::ErrorPage error_page() const;
    /// Events of the agency were numbered up to the position: open pages hear of it.
    void tell(base::AgencyId agency, std::int64_t position);

private:
    [[nodiscard]] html::PageHead head_of(const http::Request& request,
                                         const agency::Directory& directory) const;
    void add_health(http::Router& router, std::function<http::Metrics()> metrics);

    House& house_;
    desk::Live live_;
    std::shared_ptr<publishing::Watchers> watchers_ = std::make_shared<publishing::Watchers>();
    Guard guard_;
};

} // namespace app
