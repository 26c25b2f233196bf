// Reading and working one case for a person of the staff, in the caller's unit of work. A case that the
// person may not know of is not_found `case.not_found`; other refusals: those of cases::act, field.invalid
// "with" for a case to join that they may not see, field.invalid "person" for somebody without a role at the
// office.
#pragma once
#include "cases/case_actions.h"
#include "cases/deadline_change.h"
#include "desk/case_view.h"
#include "desk/command_form.h"
#include "people/vault.h"
#include "staff/person.h"

namespace desk {

[[nodiscard]] base::Result<CaseView> read_case(db::Tx& tx, const cases::Context& context,
                                               const people::Vault& vault, const staff::Principal& person,
                                               std::string_view code);

struct Given {
    cases::Case after;
    bool still_sees = true; ///< the case may have left the offices of the person
};
[[nodiscard]] base::Result<Given> give_command(db::Tx& tx, const cases::Context& context,
                                               const staff::Principal& person, std::string_view code,
                                               const CommandDraft& draft);

/// Extends a deadline or has it counted anew; gives the code of the case. Refusals: those of
/// cases::change_deadline().
[[nodiscard]] base::Result<std::string> change_deadline(db::Tx& tx, const cases::Context& context,
                                                        const staff::Principal& person, std::string_view code,
                                                        cases::DeadlineChange change, std::string_view name,
                                                        std::string_view reason);

/// Who reported, and their words as they wrote them.
struct OpenedReporter {
    cases::Case c;
    people::OpenIdentity identity;
    std::vector<Said> said; ///< empty where the person may not see words
};
/// Writes `identity.viewed` before it gives anything; conflict `identity.none` when nobody is known.
[[nodiscard]] base::Result<OpenedReporter> open_reporter(db::Tx& tx, const cases::Context& context,
                                                         const people::Vault& vault,
                                                         const staff::Principal& person,
                                                         std::string_view code, std::string_view reason);

/// Who could work on cases of that office: operators and field officers with a role valid there.
[[nodiscard]] std::vector<staff::Person> people_at(db::Tx& tx, const agency::Directory& directory,
                                                   agency::OfficeId office);

} // namespace desk
