#include "administration/setup_actions.h"

#include "administration/setup_step_actions.h"
#include "staff/staff_actions.h"

namespace administration {

base::Result<SetupOutcome> apply_setup(db::Tx& tx, const SetupRun& run, std::optional<base::AgencyId> agency,
                                       const Setup& setup) {
    SetupStep step{tx, run, setup};
    if (auto done = apply_agency(step, agency); !done) return base::pass(done);
    for (auto* apply : {apply_profiles, apply_office_hours, apply_offices, apply_topics, apply_accounts,
                        apply_rules, apply_services, apply_people, apply_days, apply_ladder})
        if (auto done = apply(step); !done) return base::pass(done);
    if (step.prunes())
        if (auto done = close_other_offices(step); !done) return base::pass(done);
    return SetupOutcome{step.agency, std::move(step.changes)};
}

std::vector<std::string> missing_logins(db::Tx& tx, std::optional<base::AgencyId> agency,
                                        const Setup& setup) {
    std::vector<std::string> out;
    for (const auto& person : setup.people)
        if (!agency || !staff::find_person(tx, *agency, person.login)) out.push_back(person.login);
    return out;
}

} // namespace administration
