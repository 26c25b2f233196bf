#include "administration/office_actions.h"

#include "cases/office_load_actions.h"

#include <algorithm>

namespace administration {
namespace {

std::unexpected<base::Problem> conflict(std::string code) {
    auto problem = base::fail(base::Kind::conflict, std::move(code));
    problem.error().field = "buka";
    return problem;
}

base::Result<void> may_close(db::Tx& tx, base::AgencyId agency, agency::OfficeId office) {
    auto directory = agency::read_directory(tx, agency);
    if (!directory) return base::pass(directory);
    const auto* stored = directory->office(office);
    if (!stored || !stored->is_active) return {};
    if (!directory->offices().parent_of(office)) return conflict("office.is_root");
    const auto below = directory->offices().below(office).subspan(1);
    if (std::ranges::any_of(below, &agency::Office::is_active)) return conflict("office.has_offices");
    if (std::ranges::find(directory->rules(), office, &agency::RoutingRule::office) !=
        directory->rules().end())
        return conflict("office.has_rules");
    if (cases::open_cases_at(tx, agency, office) > 0) return conflict("office.has_cases");
    return {};
}

} // namespace

base::Result<void> change_office(db::Tx& tx, const agency::Change& change, base::AgencyId agency,
                                 const agency::Office& office) {
    if (!office.is_active)
        if (auto ok = may_close(tx, agency, office.id); !ok) return ok;
    return agency::change_office(tx, change, agency, office);
}

} // namespace administration
