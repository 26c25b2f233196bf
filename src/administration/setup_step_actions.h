// One run of a setup file: what it has found and changed so far. See setup_actions.h.
#pragma once
#include "administration/setup_actions.h"

namespace administration {

struct SetupStep {
    db::Tx& tx;
    const SetupRun& run;
    const Setup& setup;
    base::AgencyId agency = {};
    std::map<std::string, agency::OfficeId, std::less<>> offices = {}; ///< by code
    std::vector<std::string> changes = {};

    void note(std::string what) { changes.push_back(std::move(what)); }
    [[nodiscard]] bool prunes() const noexcept { return run.prune == Prune::yes; }
    [[nodiscard]] base::Result<agency::Directory> directory() const {
        return agency::read_directory(tx, agency);
    }
    /// The office of that code, or what is wrong at `path`.
    [[nodiscard]] base::Result<agency::OfficeId> office(std::string_view code, std::string path) const {
        auto found = offices.find(code);
        if (found == offices.end())
            return base::fail_field(std::move(path), "field.invalid",
                                    "no office has the code " + std::string(code));
        return found->second;
    }
};

/// "rules[3].office"
[[nodiscard]] inline std::string path_of(std::string_view list, std::size_t index, std::string_view member) {
    return std::string(list) + "[" + std::to_string(index) + "]" + (member.empty() ? "" : ".") +
           std::string(member);
}
/// The problem with the path before its field.
[[nodiscard]] inline std::unexpected<base::Problem> at(std::string_view list, std::size_t index,
                                                       base::Problem problem) {
    problem.field = path_of(list, index, problem.field);
    return std::unexpected(std::move(problem));
}

[[nodiscard]] base::Result<void> apply_agency(SetupStep& step, std::optional<base::AgencyId> agency);
/// Own deadline profiles: versions are added and never removed.
[[nodiscard]] base::Result<void> apply_profiles(SetupStep& step);
[[nodiscard]] base::Result<void> apply_office_hours(SetupStep& step);
[[nodiscard]] base::Result<void> apply_offices(SetupStep& step);
[[nodiscard]] base::Result<void> apply_topics(SetupStep& step);
[[nodiscard]] base::Result<void> apply_rules(SetupStep& step);
[[nodiscard]] base::Result<void> apply_services(SetupStep& step);
[[nodiscard]] base::Result<void> apply_accounts(SetupStep& step);
[[nodiscard]] base::Result<void> apply_people(SetupStep& step);
[[nodiscard]] base::Result<void> apply_days(SetupStep& step);
[[nodiscard]] base::Result<void> apply_ladder(SetupStep& step);
/// Last, when nothing leads to them any more.
[[nodiscard]] base::Result<void> close_other_offices(SetupStep& step);

} // namespace administration
