#include "staff/absence_actions.h"

#include "staff/absence_store.h"
#include "staff/audit_actions.h"

#include <algorithm>

namespace staff {
namespace {

std::unexpected<base::Problem> missing(std::string code, std::string field) {
    auto problem = base::fail(base::Kind::not_found, std::move(code));
    problem.error().field = std::move(field);
    return problem;
}

} // namespace

base::Result<Absence> note_absence(db::Tx& tx, const StaffChange& change, base::AgencyId agency,
                                   Absence absence) {
    if (auto ok = check(absence); !ok) return base::pass(ok);
    if (!find_person(tx, agency, absence.staff)) return missing("staff.unknown", "staff");
    if (absence.substitute) {
        const auto substitute = find_person(tx, agency, *absence.substitute);
        if (!substitute || !substitute->is_active) return missing("staff.unknown", "substitute");
    }
    absence.id = change.ids.next<AbsenceId>();
    store::insert_absence(tx, agency, absence, change.now);
    write_down(tx, change.ids, agency, change.now,
               {.kind = "staff.away",
                .subject_kind = "staff",
                .subject = absence.staff.value,
                .by = change.by,
                .data = {{"first_day", absence.first_day}, {"last_day", absence.last_day}}});
    return absence;
}

base::Result<void> remove_absence(db::Tx& tx, const StaffChange& change, base::AgencyId agency,
                                  AbsenceId id) {
    const auto all = store::absences_from(tx, agency, "");
    const auto found = std::ranges::find(all, id, &Absence::id);
    if (found == all.end() || !store::delete_absence(tx, agency, id)) return missing("absence.unknown", "");
    write_down(tx, change.ids, agency, change.now,
               {.kind = "staff.back",
                .subject_kind = "staff",
                .subject = found->staff.value,
                .by = change.by,
                .data = {{"first_day", found->first_day}, {"last_day", found->last_day}}});
    return {};
}

std::vector<Absence> absences(db::Tx& tx, base::AgencyId agency, base::Day from) {
    return store::absences_from(tx, agency, base::to_iso(from));
}

} // namespace staff
