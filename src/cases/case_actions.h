// Opening cases and doing commands: load, rule, save, event, deadlines, in the caller's unit of work.
// Refusals: those of decide(), not_found `case.not_found`, conflict `case.changed_meanwhile`.
#pragma once
#include "agency/directory.h"
#include "base/random.h"
#include "cases/escalation.h"
#include "cases/lifecycle.h"
#include "cases/route.h"
#include "cases/signature.h"
#include "deadlines/calendar.h"
#include "deadlines/profile.h"
#include "people/identity.h"
#include "people/secret.h"
#include "triage/terms.h"

#include <functional>

namespace db {
class Tx;
}

namespace cases {

/// What every change needs to know of its agency and moment.
struct Context {
    const agency::Directory& directory;
    const deadlines::Profiles& profiles;
    const deadlines::Calendar& calendar;
    base::IdSource& ids;
    const base::Random& random;
    base::Time now;
};

/// With the shipped profiles and the agency's own calendar. The context lives no longer than the directory.
[[nodiscard]] Context context_for(const agency::Directory& directory, base::IdSource& ids,
                                  const base::Random& random, base::Time now);

/// What follows from a new case and the agency alone; costs as much as storing it.
struct Ahead {
    Route route;
    std::string title;
    std::string word_terms; ///< for search
    Signature signature;    ///< for likeness
};

/// What was read in an item that opens a case.
struct NewCase {
    std::optional<CaseId> id = {}; ///< given by the sender
    Kind kind = Kind::complaint;
    std::optional<Class> case_class = {}; ///< complaints only: their deadlines start with it
    std::optional<std::string> topic;
    double urgency = 0;
    std::optional<std::string> area;
    std::optional<std::string> place_name;
    std::optional<double> lat, lon, place_p;
    IdentityMode identity_mode = IdentityMode::public_;
    Visibility visibility = Visibility::public_;
    people::Consent consent;
    agency::AccountId account;
    std::optional<people::IdentityId> identity;
    std::string secret_hash;
    std::string proposed_text;                ///< masked
    base::Time received_at;                   ///< the moment on the channel
    std::optional<Route> route = {};          ///< decided by the sender; without it the rules decide
    std::optional<std::string> language = {}; ///< "en": the reporter reads English
    bool is_history = false; ///< from before this installation: its deadlines pass in silence
    std::optional<base::Time> answered_at = {}; ///< of history: it was over then and is closed since
    std::optional<Ahead> ahead = {}; ///< read before the unit of work begins; open_case() does it otherwise
};

/// What the public reads above it: what and where.
[[nodiscard]] std::string title_for(const Context& context, Kind kind,
                                    const std::optional<std::string>& topic,
                                    const std::optional<std::string>& place,
                                    const std::optional<std::string>& area);
[[nodiscard]] Ahead read_ahead(const Context& context, const NewCase& wanted);
/// Routes it, gives it a code, starts its deadlines and writes the event.
[[nodiscard]] base::Result<Case> open_case(db::Tx& tx, const Context& context, const NewCase& wanted);

[[nodiscard]] base::Result<Case> find_case(db::Tx& tx, base::AgencyId agency, std::string_view code,
                                           std::string_view prefix);

[[nodiscard]] std::optional<Case> case_of_id(db::Tx& tx, base::AgencyId agency, CaseId id);

/// Does the command; `version` is that of the case which the actor saw, if it was said.
[[nodiscard]] base::Result<Case> act(db::Tx& tx, const Context& context, const Case& seen, const Actor& actor,
                                     const Command& command, std::optional<int> version = {});
/// What happens to a case by the house's own rules: `rule` sees the case as it is now and says what; its
/// event is recorded and followed like any other. Refusals: its own, `case.not_found`.
[[nodiscard]] base::Result<Case> happen(db::Tx& tx, const Context& context, CaseId id,
                                        const std::function<base::Result<Event>(const Case&)>& rule);
/// Takes a case whose deadline passed one level up, once for each deadline. Refusals: those of the rule.
[[nodiscard]] base::Result<void> escalate(db::Tx& tx, const Context& context, CaseId id,
                                          const PassedDeadline& deadline);
/// What the actor could do now.
[[nodiscard]] std::vector<CommandName> possible(db::Tx& tx, const Context& context, const Case& c,
                                                const Actor& actor);

/// What was redacted or erased must not stand in the record either; what was published of it stays as it was.
void forget_words(db::Tx& tx, const Case& c);

/// Resolved, and their reporter said nothing until the profile's days were over.
[[nodiscard]] std::vector<Case> silent_cases(db::Tx& tx, base::AgencyId agency, base::Time now);

} // namespace cases
