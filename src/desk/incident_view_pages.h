// /meja/kejadian/{id}: the cases of an incident, merging it with another after a look at what will move, and
// taking that back. Works without JavaScript.
#pragma once
#include "desk/incident_view.h"
#include "html/markup.h"
#include "staff/principal.h"

#include <functional>

namespace desk {

enum class IncidentDone { nothing, merged, unmerged };

struct IncidentPage {
    const IncidentView& view;
    const agency::Directory& directory;
    const staff::Principal& person;
    base::Language language = base::Language::id;
    std::string csrf;
    std::function<std::string(const base::Problem&)> say; ///< a refusal in words
    bool came_here = false; ///< the incident that was asked for is in this one now
    IncidentDone done = IncidentDone::nothing;
    std::optional<base::Problem> problem = {}; ///< why nothing was done
    std::string reason = {};                   ///< as it was typed
    bool undoes = false;                       ///< it was typed to undo
};
[[nodiscard]] html::Markup incident_page(const IncidentPage& page);

} // namespace desk
