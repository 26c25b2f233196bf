// The frame of every page behind the sign-in: top bar with search, rooms that the person's roles open,
// account and sign-out; a bar at the bottom on phones. Takes plain data; works without JavaScript.
#pragma once
#include "html/page.h"
#include "staff/principal.h"

namespace staff {

/// The rooms of the staff, in the order of the navigation.
enum class Room { none, desk, notices, record, field, posts, outgoing, settings };
/// work: one column of content; panes: /meja, the body brings <main> itself; field: large controls for
/// phones, the body brings <main> itself.
enum class Layout { work, panes, field };

struct Console {
    std::string title;
    Room here = Room::none;
    const Principal& person;
    const agency::Directory& directory;
    base::Language language = base::Language::id;
    std::string csrf;
    Layout layout = Layout::work;
    std::vector<html::Island> islands = {html::Island::desk};
    std::string searched = {}; ///< what stands in the search box
};

/// A whole document. With Layout::work `body` begins with the page's one <h1> and stands in <main id="isi">.
[[nodiscard]] html::Markup console_page(const Console& console, const html::Markup& body);

/// May the person enter the room at all? Pages ask; so does the navigation.
[[nodiscard]] bool opens(Room room, const Principal& person);
/// "SW" of "Sari Wulandari": for the round face beside a name.
[[nodiscard]] std::string initials(std::string_view name);

} // namespace staff
