// /kejadian/{id}: the reports of one incident for everybody. Works without JavaScript.
#pragma once
#include "agency/directory.h"
#include "html/page.h"
#include "transparency/incident_view.h"

namespace transparency {

enum class CameFrom { here, another }; ///< another: an incident that came into this one

[[nodiscard]] html::Markup incident_page(html::PageHead head, const agency::Directory& directory,
                                         const PublicIncident& page, CameFrom from);

} // namespace transparency
