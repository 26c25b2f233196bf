#include "agency/own_day.h"

#include "base/text.h"

namespace agency {

base::Result<OwnDay> checked(OwnDay day) {
    auto name = base::clean(day.name, 120, "name");
    if (!name) return base::pass(name);
    if (name->empty()) return base::fail_field("name", "field.missing");
    if (name->contains('\n')) return base::fail_field("name");
    day.name = std::move(*name);
    return day;
}

} // namespace agency
