// Deadlines of any subject, in the caller's unit of work: follow its events, recount, extend, move, and the
// sweep that announces crossings. Refusals: field.invalid "profile"; case.needs_reason; not_found
// deadline.unknown, conflicts of extended(), conflict deadline.unmoved.
#pragma once
#include "deadlines/happening.h"

#include <span>
#include <unordered_map>

namespace db {
class Tx;
}

namespace deadlines {

/// What a subject is about: profiles that name it run beside its own.
struct Matter {
    std::string_view topic = {};
    std::string_view kind = {};
};

/// Starts, meets, ends, pauses, resumes and reopens what the profile says. A subject stays under the version
/// with which it began.
[[nodiscard]] base::Result<void> follow(db::Tx& tx, base::IdSource& ids, base::AgencyId agency,
                                        const Subject& subject, const Happening& happening,
                                        std::string_view profile, const Profiles& profiles,
                                        const Calendar& calendar, const Matter& matter = {});
/// The same for a caller who knows the deadlines of the subject: none, when it is new. Gives them as they
/// stand then.
[[nodiscard]] base::Result<std::vector<Deadline>> follow(db::Tx& tx, base::IdSource& ids,
                                                         base::AgencyId agency, const Subject& subject,
                                                         const Happening& happening, std::string_view profile,
                                                         const Profiles& profiles, const Calendar& calendar,
                                                         const Matter& matter, std::vector<Deadline> known);

/// What still runs stops without being met: the subject is over.
void end_running(db::Tx& tx, base::AgencyId agency, const Subject& subject, base::Time at);

/// After the subject's class changed.
void recount(db::Tx& tx, base::AgencyId agency, const Subject& subject, std::string_view new_class,
             const Profiles& profiles, const Calendar& calendar);

/// By whom, when and why a deadline is changed.
struct ByHand {
    std::string_view reason;
    std::int64_t staff = 0;
    base::Time now;
};

/// Once, where the law allows it; the reason stands in the event `deadline.extended`.
[[nodiscard]] base::Result<Deadline> extend(db::Tx& tx, base::IdSource& ids, base::AgencyId agency,
                                            const Subject& subject, std::string_view name, const ByHand& by,
                                            const Profiles& profiles, const Calendar& calendar);

/// Counted anew from its own start under `profile` as it is in force now and the days of today's calendar;
/// the reason stands in the event `deadline.moved`. What would change nothing is conflict deadline.unmoved.
[[nodiscard]] base::Result<Deadline> move(db::Tx& tx, base::IdSource& ids, base::AgencyId agency,
                                          const Subject& subject, std::string_view name, const ByHand& by,
                                          const Profiles& profiles, const Calendar& calendar);
/// Where it would be due if it were moved now; empty when that changes nothing.
[[nodiscard]] std::optional<Deadline> if_moved(const Deadline& deadline, base::Time now,
                                               const Profiles& profiles, const Calendar& calendar);

/// Running ones that were counted beyond the years that the calendar knew then, the next due first.
[[nodiscard]] std::vector<Deadline> provisional_deadlines(db::Tx& tx, base::AgencyId agency, int most);

/// In the order in which they were started.
[[nodiscard]] std::vector<Deadline> deadlines_of(db::Tx& tx, base::AgencyId agency, const Subject& subject);
/// Of many subjects of one kind in one question; who has none is not among the keys.
using DeadlinesBySubject = std::unordered_map<std::int64_t, std::vector<Deadline>>;
[[nodiscard]] DeadlinesBySubject deadlines_of_all(db::Tx& tx, base::AgencyId agency, std::string_view kind,
                                                  std::span<const std::int64_t> subjects);

/// Announces what crossed: one event `deadline.due_soon` or `deadline.overdue` of the subject for each, in
/// this unit of work, never twice. What passed both at once is announced as overdue; what came from the past
/// (Announce::nothing) passes without an event. A pause that came to its limit ends. Gives whose they are, as
/// many as crossed; as many as `limit` means there may be more.
[[nodiscard]] std::vector<Subject> cross_due(db::Tx& tx, base::IdSource& ids, base::AgencyId agency,
                                             base::Time now, int limit = 500);

} // namespace deadlines
