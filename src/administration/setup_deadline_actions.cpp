// Own deadline profiles and office hours, as a setup file has them.
#include "administration/setup_step_actions.h"
#include "agency/office_hours_actions.h"
#include "deadlines/own_profile_actions.h"

namespace administration {

base::Result<void> apply_profiles(SetupStep& step) {
    for (std::size_t i = 0; i < step.setup.profiles.size(); ++i) {
        const std::string data = boost::json::serialize(step.setup.profiles[i]);
        auto put = deadlines::put_own_profile(step.tx, step.run.change, step.agency, data);
        if (!put) return at("profiles", i, put.error());
        if (!*put) continue;
        const auto profile = deadlines::own_profile_of(data).value();
        step.note("profile " + profile.id + " version " + profile.version + " put");
    }
    return {};
}

base::Result<void> apply_office_hours(SetupStep& step) {
    const auto& given = step.setup.agency.office_hours;
    if (given.empty()) return {};
    agency::OfficeHours wanted;
    if (given.size() != wanted.days.size())
        return base::fail_field("agency.office_hours", "field.invalid",
                                "seven days are expected, Monday first");
    for (std::size_t i = 0; i < given.size(); ++i) {
        auto day = agency::parse_intervals(given[i], path_of("agency.office_hours", i, ""));
        if (!day) return base::pass(day);
        wanted.days[i] = std::move(*day);
    }
    if (agency::office_hours_of(step.tx, step.agency) == wanted) return {};
    agency::change_office_hours(step.tx, step.run.change, step.agency, wanted);
    step.note("office hours changed");
    return {};
}

} // namespace administration
