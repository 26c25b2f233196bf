#include "cases/tally_actions.h"

#include "cases/beside_actions.h"
#include "cases/case_lock_store.h"
#include "cases/case_store.h"
#include "cases/incident_store.h"
#include "cases/tally_store.h"
#include "db/database.h"
#include "deadlines/deadline_actions.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace cases {
namespace {

/// Few enough for a unit of some milliseconds: others wait for it.
constexpr int changes_of_a_unit = 1'000;
constexpr int cases_of_a_unit = 500;

TallyBasis basis_of(const agency::Directory& directory) {
    return {.zone = std::string(base::name(directory.agency().zone)),
            .emergency_from = directory.agency().emergency_from};
}

Standing standing_with(const agency::Directory& directory, Case c, int people,
                       std::span<const deadlines::Deadline> clocks, base::Time now) {
    c.urgency = priority_of(c.urgency, people);
    return standing_of(c, clocks, directory.agency().emergency_from, now);
}

/// The standing of the next cases by id; gives the last of them, 0 at the end.
CaseId mark_some(db::Tx& tx, const agency::Directory& directory, CaseId after, base::Time now) {
    const auto stood = lock_next(tx, directory.id(), after, cases_of_a_unit);
    std::vector<CaseId> ids;
    for (const Stood& each : stood)
        ids.push_back(each.id);
    // Read after they were locked: nobody changes them any more. In the order of `stood`.
    const auto all = find_all(tx, directory.id(), ids);
    auto clocks = clocks_of(tx, all);
    const auto people = people_of(tx, all);
    std::map<int, std::vector<CaseId>> changed; // by where they stand now
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto touched = people.find(all[i].id);
        const Standing stands = standing_with(
            directory, all[i], touched == people.end() ? 1 : touched->second, clocks[all[i].id], now);
        if (stands != stood[i].standing) changed[stands.bits].push_back(all[i].id);
    }
    for (const auto& [bits, some] : changed)
        save_standing(tx, directory.id(), some, Standing{bits});
    return ids.empty() ? CaseId{} : ids.back();
}

void fold_all(db::Database& database, base::IdSource& ids, base::AgencyId agency) {
    std::int64_t folded = 0;
    do {
        const auto batch = ids.next<TallyChangeId>().value;
        folded =
            database.write([&](db::Tx& tx) { return fold_changes(tx, agency, batch, changes_of_a_unit); });
    } while (folded == changes_of_a_unit);
}

} // namespace

Standing standing_now(db::Tx& tx, const agency::Directory& directory, const Case& c, base::Time now) {
    const auto incident = find_incident_of(tx, c.agency, c.id);
    return standing_with(directory, c, incident ? incident->people : 1,
                         deadlines::deadlines_of(tx, c.agency, {"case", c.id.value}), now);
}

void tally(db::Tx& tx, base::IdSource& ids, const agency::Directory& directory, const Case& c,
           Standing standing) {
    insert_change(tx, c.agency, ids.next<TallyChangeId>(), 1, tallied(c, standing, directory.agency().zone));
}

void tally(db::Tx& tx, base::IdSource& ids, const agency::Directory& directory, const Case& before,
           Standing stood, const Case& after, Standing stands) {
    const auto zone = directory.agency().zone;
    const Tallied was = tallied(before, stood, zone);
    const Tallied is = tallied(after, stands, zone);
    if (was == is) return;
    insert_change(tx, after.agency, ids.next<TallyChangeId>(), -1, was);
    insert_change(tx, after.agency, ids.next<TallyChangeId>(), 1, is);
}

void mark_crossing(db::Tx& tx, base::IdSource& ids, const agency::Directory& directory, CaseId id,
                   base::Time now) {
    if (!lock_case(tx, directory.id(), id)) return;
    const auto c = find(tx, directory.id(), id);
    if (!c) return;
    const Standing stood = find_standing(tx, directory.id(), id);
    const Standing stands = standing_now(tx, directory, *c, now);
    if (stood == stands) return;
    save_standing(tx, directory.id(), id, stands);
    tally(tx, ids, directory, *c, stood, *c, stands);
}

void fold_tallies(db::Database& database, base::IdSource& ids, const agency::Directory& directory,
                  base::Time now) {
    const auto basis = database.read([&](db::Tx& tx) { return find_basis(tx, directory.id()); });
    if (basis != basis_of(directory)) count_anew(database, directory, now);
    fold_all(database, ids, directory.id());
}

void count_anew(db::Database& database, const agency::Directory& directory, base::Time now) {
    CaseId after;
    do
        after = database.write([&](db::Tx& tx) { return mark_some(tx, directory, after, now); });
    while (after);
    database.write([&](db::Tx& tx) {
        keep_writers_out(tx);
        replace_tallies(tx, directory.id(),
                        count_cases_one_by_one(tx, directory.id(), directory.agency().zone));
        save_basis(tx, directory.id(), basis_of(directory));
    });
}

std::int64_t count_tally_errors(db::Database& database, base::IdSource& ids,
                                const agency::Directory& directory) {
    fold_all(database, ids, directory.id());
    return database.write([&](db::Tx& tx) -> std::int64_t {
        keep_writers_out(tx);
        // What came since the fold.
        while (fold_changes(tx, directory.id(), ids.next<TallyChangeId>().value, changes_of_a_unit) > 0) {
        }
        const Tallies kept = find_tallies(tx, directory.id());
        const Tallies counted = count_cases_one_by_one(tx, directory.id(), directory.agency().zone);
        std::vector<TallyRow> rows;
        std::ranges::set_symmetric_difference(kept.rows, counted.rows, std::back_inserter(rows));
        std::vector<StoredFigure> figures;
        std::ranges::set_symmetric_difference(kept.figures, counted.figures, std::back_inserter(figures));
        return std::ssize(rows) + std::ssize(figures);
    });
}

} // namespace cases
