#include "cases/rehearsal_actions.h"

#include "cases/rehearsal_store.h"
#include "db/database.h"
#include "jobs/job_actions.h"

namespace cases {
namespace {

constexpr int kept_rehearsals = 20;

std::unexpected<base::Problem> not_there() {
    return base::fail(base::Kind::not_found, "rehearsal.not_found");
}

RuleSet set_of(const agency::Directory& directory, const std::vector<agency::RoutingRule>& rules) {
    return {rules, directory.offices(), directory.accounts(), directory.agency().zone};
}

} // namespace

RehearsalId ask_rehearsal(db::Tx& tx, base::IdSource& ids, const agency::Directory& directory,
                          std::span<const agency::RoutingRule> then, std::optional<std::int64_t> staff,
                          base::Time now) {
    const base::AgencyId agency = directory.id();
    RehearsalRow row{.id = ids.next<RehearsalId>(),
                     .asked_at = now,
                     .since = now - rehearsed_days,
                     .rules_now = agency::to_text(directory.rules()),
                     .rules_then = agency::to_text(then),
                     .after_time = now - rehearsed_days,
                     .after_case = {},
                     .outcome = base::json::write(Shifts{})};
    row.n_total = count_since(tx, agency, row.since);
    insert_rehearsal(tx, agency, row, staff);
    forget_rehearsals(tx, agency, kept_rehearsals);
    jobs::enqueue(tx, ids, agency,
                  {.kind = std::string(rehearse_job), .name = base::to_string(row.id), .run_at = now}, now);
    return row.id;
}

base::Result<Rehearsal> rehearsal_of(db::Tx& tx, base::AgencyId agency, RehearsalId id) {
    auto row = find_rehearsal(tx, agency, id);
    if (!row) return not_there();
    auto outcome = base::json::parse_as<Shifts>(row->outcome);
    if (!outcome) return base::pass(outcome);
    return Rehearsal{.id = row->id,
                     .asked_at = row->asked_at,
                     .since = row->since,
                     .state = row->state,
                     .n_read = row->n_read,
                     .n_total = row->n_total,
                     .outcome = std::move(*outcome)};
}

base::Result<bool> walk_rehearsal(db::Database& database, const agency::Directory& directory, RehearsalId id,
                                  int stretches) {
    const base::AgencyId agency = directory.id();
    auto row = database.read([&](db::Tx& tx) { return find_rehearsal(tx, agency, id); });
    if (!row) return not_there();
    auto now = agency::read_rules(row->rules_now), then = agency::read_rules(row->rules_then);
    if (!now) return base::pass(now);
    if (!then) return base::pass(then);
    auto sum = base::json::parse_as<Shifts>(row->outcome);
    if (!sum) return base::pass(sum);
    const RuleSet rules_now = set_of(directory, *now), rules_then = set_of(directory, *then);
    while (row->state == RehearsalState::running) {
        if (stretches-- == 0) return false;
        const auto stretch = database.read([&](db::Tx& tx) {
            return find_past(tx, agency, ViewMark{row->after_time, row->after_case}, rehearsal_stretch);
        });
        rehearse(*sum, stretch, rules_now, rules_then);
        const std::int64_t before = row->n_read;
        row->n_read += std::ssize(stretch);
        if (!stretch.empty()) {
            row->after_time = stretch.back().received_at;
            row->after_case = stretch.back().id;
        }
        if (std::ssize(stretch) < rehearsal_stretch) row->state = RehearsalState::done;
        row->outcome = base::json::write(*sum);
        // Somebody else walks it too: their count stands.
        if (!database.write([&](db::Tx& tx) { return save_rehearsal(tx, agency, *row, before); }))
            return true;
    }
    return true;
}

} // namespace cases
