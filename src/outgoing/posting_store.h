// All SQL of postings. Throws db::Error when the engine fails.
#pragma once
#include "db/tx.h"
#include "outgoing/posting.h"

#include <vector>

namespace outgoing::store {

void insert_posting(db::Tx& tx, base::AgencyId agency, const Posting& posting);
[[nodiscard]] std::optional<Posting> find_posting(db::Tx& tx, base::AgencyId agency, OutgoingId id);
void update_posting(db::Tx& tx, base::AgencyId agency, const Posting& posting);

/// queued -> sending with a lease, one attempt more; false when somebody else was faster.
[[nodiscard]] bool begin_posting(db::Tx& tx, base::AgencyId agency, OutgoingId id, base::Time now,
                                 base::Time until);
void renew_lease(db::Tx& tx, base::AgencyId agency, OutgoingId id, int attempt, base::Time until);
/// Those whose sender died.
[[nodiscard]] std::vector<Outgoing> expired_postings(db::Tx& tx, base::AgencyId agency, base::Time now,
                                                     base::Time latest);
/// Of an account, unknown.
[[nodiscard]] std::vector<OutgoingId> unknown_of_account(db::Tx& tx, base::AgencyId agency,
                                                         agency::AccountId account);
/// What has been done of the other messages of the same case.
[[nodiscard]] std::vector<std::string> other_progress(db::Tx& tx, const Outgoing& outgoing);
/// What has been done of the newest other posts of the account's own.
[[nodiscard]] std::vector<std::string> own_progress(db::Tx& tx, base::AgencyId agency,
                                                    agency::AccountId account, OutgoingId but);
/// That stand, newest first.
[[nodiscard]] std::vector<OutgoingId> newest_own_posts(db::Tx& tx, base::AgencyId agency,
                                                       agency::AccountId account, int limit);
[[nodiscard]] std::int64_t count_own_posts(db::Tx& tx, base::AgencyId agency, agency::AccountId account);
void set_recall(db::Tx& tx, base::AgencyId agency, OutgoingId id, std::string_view recall);
/// An older message of the same case to the same reporter that is not out yet.
[[nodiscard]] bool has_earlier(db::Tx& tx, const Outgoing& outgoing);

/// What is not out, by account and state.
[[nodiscard]] std::vector<Unsent> unsent_by_account(db::Tx& tx, base::AgencyId agency);

} // namespace outgoing::store
