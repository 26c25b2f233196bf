// /meja/atur/petugas: everybody, one person, a link that was just made, a checked CSV.
#pragma once
#include "administration/frame_pages.h"
#include "administration/staff_list.h"

namespace administration {

[[nodiscard]] html::Markup people_page(const Frame& frame, std::span<const staff::Person> people,
                                       std::span<const staff::Invitation> invitations, const Filled& filled);
[[nodiscard]] html::Markup person_page(const Frame& frame, const staff::Person& person, const Filled& filled);
/// Shown once; `link` is absolute.
[[nodiscard]] html::Markup link_page(const Frame& frame, const staff::Invitation& invitation,
                                     const std::string& link);
/// `csv` goes on to the step that invites, when every line is right.
[[nodiscard]] html::Markup staff_list_page(const Frame& frame, const StaffList& list, const std::string& csv);

} // namespace administration
