#include "cases/likeness_actions.h"

#include "cases/case_store.h"
#include "cases/incident_store.h"
#include "cases/signature_actions.h"
#include "cases/signature_store.h"
#include "cases/standing.h"
#include "cases/visibility.h"

#include <algorithm>

namespace cases {
namespace {

using base::AgencyId;

// A flood fills a district within hours: the newest are compared.
constexpr int most_near = 150;
constexpr int most_of_a_cell = 40;
constexpr std::size_t most_looked_up = 40; ///< rows of cases read for a page

/// Its own district, the regency around it, and what nobody has placed yet.
std::vector<std::string> neighbourhoods(const std::string& area) {
    constexpr std::size_t of_a_regency = 5;
    std::vector<std::string> out{neighbourhood_of(area)};
    for (std::string wider : {area.substr(0, of_a_regency), std::string()})
        if (std::ranges::find(out, wider) == out.end()) out.push_back(std::move(wider));
    return out;
}

std::vector<Near> near(db::Tx& tx, AgencyId agency, const Signature& wanted) {
    const auto spread = spread_of(wanted.topic);
    Nearby where{.neighbourhoods = neighbourhoods(wanted.area),
                 .most_of_each = most_near,
                 .most_of_a_cell = most_of_a_cell,
                 .topic = wanted.topic,
                 .from = wanted.at - spread.days,
                 .to = wanted.at + spread.days};
    // And what lies beside it, on the other side of a border too.
    if (wanted.point) where.around = around(*wanted.point, spread.meters);
    return find_near(tx, agency, where);
}

bool is_shown_already(const std::vector<Alike>& all, const std::optional<Incident>& incident) {
    return incident && std::ranges::any_of(all, [&](const Alike& each) {
               return each.incident && each.incident->id == incident->id;
           });
}

} // namespace

std::vector<Likely> find_likely(db::Tx& tx, AgencyId agency, const Signature& wanted, CaseId own) {
    std::vector<Likely> out;
    for (const auto& each : near(tx, agency, wanted)) {
        if (each.id == own) continue;
        auto why = likeness(wanted, each.signature);
        if (why.is_likely) out.push_back({each.id, std::move(why)});
    }
    std::ranges::sort(out, [](const Likely& a, const Likely& b) {
        return a.why.score != b.why.score ? a.why.score > b.why.score : a.id > b.id;
    });
    if (out.size() > most_looked_up) out.resize(most_looked_up);
    return out;
}

std::vector<Alike> alike_for_staff(db::Tx& tx, const agency::Directory& directory,
                                   const staff::Principal& person, const Case& c,
                                   std::string_view masked_words) {
    std::vector<Alike> out;
    if (!may_be_compared(c)) return out;
    const auto own = find_incident_of(tx, c.agency, c.id);
    for (auto& each : find_likely(tx, c.agency, signature_of(c, masked_words), c.id)) {
        if (out.size() == most_alike) break;
        auto other = find(tx, c.agency, each.id);
        if (!other || !may_be_compared(*other) || other->state == State::archived) continue;
        const auto view =
            staff_view(*other, actor_for(*other, person.staff, person.roles, directory.offices()));
        if (!view.may_see) continue;
        auto incident = find_incident_of(tx, c.agency, each.id);
        if ((own && incident && own->id == incident->id) || is_shown_already(out, incident)) continue;
        if (!view.may_see_words) each.why.words.clear();
        out.push_back({std::move(*other), std::move(each.why), std::move(incident)});
    }
    return out;
}

std::vector<Alike> alike_in_public(db::Tx& tx, const agency::Directory& directory, const Signature& wanted) {
    std::vector<Alike> out;
    for (const auto& each : find_likely(tx, directory.id(), wanted, CaseId{})) {
        if (out.size() == most_alike) break;
        auto c = find(tx, directory.id(), each.id);
        if (!c || !may_be_compared(*c) || !is_open(c->state)) continue;
        const auto open = public_signature_of(*c);
        if (!open) continue;
        auto why = likeness(wanted, *open);
        if (!why.is_likely) continue;
        auto incident = find_incident_of(tx, directory.id(), each.id);
        if (is_shown_already(out, incident)) continue;
        out.push_back({std::move(*c), std::move(why), std::move(incident)});
    }
    return out;
}

} // namespace cases
