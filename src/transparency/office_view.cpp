#include "transparency/office_view.h"

#include <algorithm>

namespace transparency {

OfficeView office_view_of(const agency::Office& office, const agency::Directory& directory,
                          const FigureTables& tables) {
    OfficeView out;
    out.office = office;
    const auto below = directory.offices().below(office.id);
    out.has_parts = below.size() > 1;
    auto belongs = [&](const std::string& key) {
        return std::ranges::any_of(below, [&](const auto& each) { return base::to_string(each.id) == key; });
    };
    for (const auto& row : tables.by_office)
        if (belongs(row.key)) out.numbers += row.numbers;
    for (const auto& rule : directory.rules()) {
        if (!directory.is_below(rule.office, office.id)) continue;
        if (!rule.topic) {
            out.serves_every_topic = true;
        } else if (std::ranges::find(out.topics, *rule.topic) == out.topics.end()) {
            out.topics.push_back(*rule.topic);
        }
    }
    return out;
}

} // namespace transparency
