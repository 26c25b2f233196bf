// Addresses of the desk as links, and the views with their counts beside the list.
#pragma once
#include "base/language.h"
#include "desk/desk.h"
#include "html/icon.h"

namespace desk {

/// "/meja?pandangan=...", with what the address holds.
[[nodiscard]] html::Url url_of(const Address& address);
/// The same with the side pane in sight on phones: "...#laporan".
[[nodiscard]] html::Url pane_url_of(const Address& address);

[[nodiscard]] html::Icon icon_of(cases::View view) noexcept;
[[nodiscard]] html::Markup views_nav(const Desk& desk, const Address& address, base::Language language);

} // namespace desk
