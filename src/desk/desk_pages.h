// /meja: the views, a page of rows with its filters, and the case in the side pane. The same functions draw
// the whole page and the parts that are exchanged while it is open.
#pragma once
#include "desk/desk.h"
#include "staff/console_pages.h"

namespace desk {

struct DeskPage {
    base::Language language = base::Language::id;
    const agency::Directory& directory;
    const staff::Principal& person;
    std::string csrf;
    base::Time now{};
    const Address& address;
    const Desk& desk;
};
[[nodiscard]] html::Markup desk_page(const DeskPage& page);
/// Views and list alone, to be exchanged.
[[nodiscard]] html::Markup list_part(const DeskPage& page);
/// What stands in the side pane.
[[nodiscard]] html::Markup summary_part(const DeskPage& page);

/// The section of the list: desk_list_pages.cpp.
[[nodiscard]] html::Markup list_pane(const DeskPage& page);
/// Area of the case as people say it; empty when it is not clear.
[[nodiscard]] std::string area_of(const cases::Case& c);

} // namespace desk
