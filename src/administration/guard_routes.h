// Who comes in: the guard of every route of the settings. Without a session to /masuk; without the right the
// page does not exist. Unsafe requests bring origin and token, checked by staff::signed_in.
#pragma once
#include "administration/frame_pages.h"
#include "agency/agency_actions.h"
#include "http/form.h"
#include "http/router.h"
#include "staff/services_actions.h"
#include "staff/staff_actions.h"

#include <functional>

namespace administration {

/// One request of an administrator.
struct Visit {
    const http::Request& request;
    const staff::Services& services;
    staff::Principal person;
    agency::DirectoryPtr directory;
    Reach reach;
    http::Form form = {}; ///< of a POST

    [[nodiscard]] Frame frame() const;
    [[nodiscard]] agency::Change change() const { return {services.ids, services.now(), person.staff.value}; }
    [[nodiscard]] staff::StaffChange staff_change() const {
        return {services.ids, services.now(), person.staff};
    }
    [[nodiscard]] base::AgencyId agency() const { return directory->id(); }
    /// The fields that came, with what was refused.
    [[nodiscard]] Filled filled(base::Problem problem) const;
    [[nodiscard]] std::string value(std::string_view name) const { return std::string(form.value(name)); }
    /// An id in the path; not_found when it is none.
    template <class I> [[nodiscard]] base::Result<I> id(std::string_view name) const {
        auto read = base::parse_id_as<I>(request.param(name));
        if (!read) return base::fail(base::Kind::not_found, "page.not_found");
        return *read;
    }
};

enum class Need {
    any,  ///< administrator somewhere
    whole ///< of the whole agency
};
using Answer = std::function<base::Result<http::Response>(const Visit&)>;

void add_get(http::Router& router, const staff::Services& services, std::string_view pattern, Need need,
             Answer answer);
/// With a form of at most `limit` bytes.
void add_post(http::Router& router, const staff::Services& services, std::string_view pattern, Need need,
              Answer answer, std::uint64_t limit = 128 * http::kib);

[[nodiscard]] http::Response shown(const html::Markup& page, int status = 200);
/// The page again with what was refused, in the status of the problem.
[[nodiscard]] http::Response refused(const html::Markup& page, const base::Problem& problem);
/// To the page that shows the change; it says that it is saved.
[[nodiscard]] http::Response saved(const Visit& visit, std::string_view path);
[[nodiscard]] std::unexpected<base::Problem> not_there();
/// "https://aduan.example.go.id": where this request came in.
[[nodiscard]] std::string origin_of(const http::Request& request);

} // namespace administration
