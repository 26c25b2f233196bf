// All SQL of sources, holes, what was seen in threads, and the journal of pushes. Throws db::Error when the
// engine fails.
#pragma once
#include "db/tx.h"
#include "network/connected.h"

#include <vector>

namespace network::store {

using agency::AccountId;
using base::AgencyId;

/// Leaves one that is there as it is.
void add_source(db::Tx& tx, AgencyId agency, const Watched& source);
[[nodiscard]] std::optional<Watched> find_source(db::Tx& tx, AgencyId agency, AccountId account,
                                                 const std::string& name);
[[nodiscard]] std::vector<Watched> sources_of(db::Tx& tx, AgencyId agency, AccountId account, int limit);
/// The longest due first.
[[nodiscard]] std::vector<Watched> due_sources(db::Tx& tx, AgencyId agency, base::Time now, int limit);
/// Whoever moves it ahead has it: false when somebody else did.
[[nodiscard]] bool lease_source(db::Tx& tx, AgencyId agency, const Watched& source, base::Time until);
/// All but `look_at` of the counts; the mark too.
void update_source(db::Tx& tx, AgencyId agency, const Watched& source);
/// Something new stands in it: looked through at `at`, or sooner when that was planned.
void note_found(db::Tx& tx, AgencyId agency, AccountId account, const std::string& name, base::Time now,
                base::Time at);
/// After an account was connected again: all at once.
void look_at_all(db::Tx& tx, AgencyId agency, AccountId account, base::Time at);
void set_walked(db::Tx& tx, AgencyId agency, AccountId account, const std::string& name, base::Time at);
void set_counts(db::Tx& tx, AgencyId agency, const Watched& source);

void insert_hole(db::Tx& tx, AgencyId agency, const Hole& hole);
[[nodiscard]] std::optional<Hole> find_hole(db::Tx& tx, AgencyId agency, HoleId id);
[[nodiscard]] std::vector<Hole> due_holes(db::Tx& tx, AgencyId agency, base::Time now, int limit);
[[nodiscard]] bool lease_hole(db::Tx& tx, AgencyId agency, const Hole& hole, base::Time until);
void update_hole(db::Tx& tx, AgencyId agency, const Hole& hole);
/// Newest first.
[[nodiscard]] std::vector<Hole> holes_of(db::Tx& tx, AgencyId agency, AccountId account, int limit);
/// One that is open, or was closed since.
[[nodiscard]] bool has_hole_since(db::Tx& tx, AgencyId agency, AccountId account, const std::string& source,
                                  base::Time since);
/// Open, and opened since.
[[nodiscard]] bool has_hole_opened_since(db::Tx& tx, AgencyId agency, AccountId account,
                                         const std::string& source, const std::string& reason,
                                         base::Time since);
void delete_hole(db::Tx& tx, AgencyId agency, HoleId id);

/// True when it was not seen before.
bool see(db::Tx& tx, AgencyId agency, AccountId account, const std::string& source,
         const std::string& network_id, bool is_deleted);
/// The thread in which something stands; empty when it was never seen in one.
[[nodiscard]] std::string thread_of(db::Tx& tx, AgencyId agency, AccountId account,
                                    const std::string& network_id);
[[nodiscard]] std::int64_t count_seen(db::Tx& tx, AgencyId agency, AccountId account,
                                      const std::string& source);

void insert_push(db::Tx& tx, AgencyId agency, const Kept& push);
[[nodiscard]] std::vector<Kept> waiting_pushes(db::Tx& tx, AgencyId agency, int limit);
void delete_push(db::Tx& tx, AgencyId agency, PushId id);
void stick_push(db::Tx& tx, AgencyId agency, PushId id, const std::string& problem);
[[nodiscard]] std::int64_t count_pushes(db::Tx& tx, AgencyId agency, PushState state);
[[nodiscard]] std::vector<Kept> stuck_pushes(db::Tx& tx, AgencyId agency, int limit);
void wait_again(db::Tx& tx, AgencyId agency, AccountId account);

} // namespace network::store
