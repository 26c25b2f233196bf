#include "deadlines/ladder_actions.h"

#include "agency/note_actions.h"
#include "deadlines/ladder_store.h"

namespace deadlines {
namespace {

bool says_the_same(const Ladder& a, const Ladder& b) {
    return a.quiet == b.quiet && a.steps == b.steps;
}

} // namespace

Ladder ladder_of(db::Tx& tx, base::AgencyId agency, base::Time at) {
    if (const auto row = store::find_ladder(tx, agency, at))
        // What was checked when it was written reads again.
        if (auto own = base::json::parse_as<Ladder>(row->data)) {
            own->version = std::to_string(row->version);
            return std::move(*own);
        }
    Ladder national = shipped_ladder();
    national.version = "nasional-" + national.version.value_or("");
    return national;
}

base::Result<void> change_ladder(db::Tx& tx, const agency::Change& change, base::AgencyId agency,
                                 Ladder ladder) {
    auto wanted = checked(std::move(ladder));
    if (!wanted) return base::pass(wanted);
    if (says_the_same(*wanted, ladder_of(tx, agency, change.now))) return {};
    const auto newest = store::find_ladder(tx, agency, base::Time::max());
    const int version = newest ? newest->version + 1 : 1;
    wanted->version.reset();
    const auto data = base::json::to_value(*wanted);
    if (!store::insert_ladder(tx, agency, {version, boost::json::serialize(data)}, change.staff, change.now))
        return base::fail(base::Kind::conflict, "ladder.changed_meanwhile");
    agency::note(tx, change, agency,
                 {.kind = "agency.ladder_changed", .data = {{"version", version}, {"ladder", data}}});
    return {};
}

} // namespace deadlines
