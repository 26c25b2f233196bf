#include "agency/own_day.h"

#include "base/text.h"

namespace agency {

base::Result<OwnDay> checked(OwnDay day) {
    auto name = base::clean(day.name, 120, "name");
    if (!name) return base::pass(name);
    if (name->empty()) return base::fail_field("name", "field.missing");
    if (name->contains('\n')) return base::fail_field("name");
    day.name = std::move(*name);
    auto source = base::clean(day.source, 200, "source");
    if (!source) return base::pass(source);
    if (source->contains('\n')) return base::fail_field("source");
    day.source = std::move(*source);
    if (day.kind != DayKind::own && !day.is_closed) return base::fail_field("state");
    if (!day.hours.empty() && day.is_closed) return base::fail_field("hours");
    return day;
}

} // namespace agency
