// All SQL of outgoing. Throws db::Error when the engine fails.
#pragma once
#include "db/tx.h"
#include "outgoing/outgoing.h"

#include <vector>

namespace outgoing::store {

/// False when the reporter was told of that event already.
[[nodiscard]] bool insert(db::Tx& tx, const Outgoing& outgoing);
[[nodiscard]] std::optional<Outgoing> find(db::Tx& tx, base::AgencyId agency, OutgoingId id);
[[nodiscard]] std::vector<Outgoing> of_case(db::Tx& tx, base::AgencyId agency, cases::CaseId case_id);
/// Mails of a state, newest first, below `before`.
[[nodiscard]] std::vector<Outgoing> in_state(db::Tx& tx, base::AgencyId agency, State state,
                                             OutgoingId before, int limit);

/// From one state to another; false when it is not in it (any more).
[[nodiscard]] bool change_state(db::Tx& tx, base::AgencyId agency, OutgoingId id, State from, State to,
                                base::Time now, std::optional<std::string> problem);

/// queued -> sending with a lease, one attempt more; false when somebody else was faster.
[[nodiscard]] bool begin(db::Tx& tx, base::AgencyId agency, OutgoingId id, base::Time now, base::Time until);
/// What came of an attempt; false when a person settled it meanwhile. An attempt that the sweep had given up
/// still says what came of it.
[[nodiscard]] bool finish(db::Tx& tx, base::AgencyId agency, OutgoingId id, int attempt, State state,
                          base::Time now, std::optional<std::string> problem);
/// Those whose lease is over, or ends after `latest` as only a wrong clock can have said: unknown. Gives how
/// many.
std::int64_t give_up_expired(db::Tx& tx, base::AgencyId agency, base::Time now, base::Time latest,
                             std::string_view problem);
/// All that wait or are being sent: unknown. Gives how many.
std::int64_t hold_all(db::Tx& tx, base::AgencyId agency, base::Time now, std::string_view problem);

/// Mails to the identity with that message, made since.
[[nodiscard]] std::int64_t count_mails(db::Tx& tx, base::AgencyId agency, people::IdentityId identity,
                                       TemplateKey key, base::Time since);
[[nodiscard]] std::int64_t count_unsettled(db::Tx& tx, base::AgencyId agency);

/// Words go, mails that wait are cancelled.
void forget_identity(db::Tx& tx, base::AgencyId agency, people::IdentityId identity, base::Time now);
void forget_words(db::Tx& tx, base::AgencyId agency, cases::CaseId case_id, TemplateKey key);

} // namespace outgoing::store
