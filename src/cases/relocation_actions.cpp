#include "cases/relocation_actions.h"

#include "cases/case_store.h"
#include "cases/office_load_store.h"
#include "cases/relocation_store.h"
#include "jobs/job_actions.h"

#include <algorithm>
#include <map>

namespace cases {
namespace {

std::unexpected<base::Problem> not_there() {
    return base::fail(base::Kind::not_found, "relocation.not_found");
}

base::Result<void> check(const agency::Directory& directory, const Move& move) {
    if (!directory.office(move.from)) return base::fail(base::Kind::not_found, "office.unknown");
    if (!move.to) return {};
    const auto* to = directory.office(*move.to);
    if (!to || !to->is_active || *move.to == move.from) return base::fail_field("to");
    return {};
}

Move move_of(const RelocationRow& row) {
    return {.from = row.from_office,
            .to = row.to_office,
            .topic = row.topic,
            .area = row.area,
            .reason = row.reason};
}

} // namespace

base::Result<Outlook> look_ahead(db::Tx& tx, const agency::Directory& directory, const Move& move) {
    if (auto ok = check(directory, move); !ok) return base::pass(ok);
    Outlook out{.open = count_open_at(tx, directory.id(), move.from)};
    const RuleSet& rules = rules_of(directory);
    std::map<OfficeId, std::int64_t> to;
    const auto marks = open_at(tx, directory.id(), move.from, {}, previewed_cases);
    for (const Case& c : find_all(tx, directory.id(), marks)) {
        ++out.read;
        if (const auto destination = destination_of(c, move, rules))
            ++to[destination->office];
        else
            ++out.stay;
    }
    out.to.assign(to.begin(), to.end());
    std::ranges::stable_sort(out.to, std::ranges::greater{}, &std::pair<OfficeId, std::int64_t>::second);
    return out;
}

base::Result<RelocationId> ask_relocation(db::Tx& tx, base::IdSource& ids, const agency::Directory& directory,
                                          const Move& move, std::optional<std::int64_t> staff,
                                          base::Time now) {
    if (auto ok = check(directory, move); !ok) return base::pass(ok);
    const base::AgencyId agency = directory.id();
    RelocationRow row{.id = ids.next<RelocationId>(),
                      .asked_at = now,
                      .from_office = move.from,
                      .to_office = move.to,
                      .topic = move.topic,
                      .area = move.area,
                      .reason = move.reason,
                      .after_case = {},
                      .n_total = count_open_at(tx, agency, move.from)};
    insert_relocation(tx, agency, row, staff);
    jobs::enqueue(tx, ids, agency,
                  {.kind = std::string(relocate_job), .name = base::to_string(row.id), .run_at = now}, now);
    return row.id;
}

base::Result<Relocation> relocation_of(db::Tx& tx, base::AgencyId agency, RelocationId id) {
    auto row = find_relocation(tx, agency, id);
    if (!row) return not_there();
    return Relocation{.id = row->id,
                      .asked_at = row->asked_at,
                      .move = move_of(*row),
                      .state = row->state,
                      .n_total = row->n_total,
                      .n_moved = row->n_moved,
                      .n_left = row->n_left};
}

base::Result<bool> walk_relocation(db::Tx& tx, const Context& context, RelocationId id) {
    const base::AgencyId agency = context.directory.id();
    auto row = find_relocation(tx, agency, id);
    if (!row) return not_there();
    if (row->state == RelocationState::done) return true;
    const Move move = move_of(*row);
    const RuleSet& rules = rules_of(context.directory);
    const auto marks =
        open_at(tx, agency, move.from, ViewMark{row->after_time, row->after_case}, relocated_at_once);
    for (const ViewMark& mark : marks) {
        auto moved = happen(tx, context, mark.id,
                            [&](const Case& c) { return relocate(c, move, rules, context.now); });
        if (!moved && moved.error().kind != base::Kind::conflict) return base::pass(moved);
        ++(moved ? row->n_moved : row->n_left);
    }
    if (!marks.empty()) {
        row->after_time = marks.back().received_at;
        row->after_case = marks.back().id;
    }
    if (std::ssize(marks) < relocated_at_once) row->state = RelocationState::done;
    save_relocation(tx, agency, *row);
    return row->state == RelocationState::done;
}

} // namespace cases
