// All SQL of events, leases and cursors.
#pragma once
#include "db/tx.h"
#include "events/event.h"

namespace events {

void insert(db::Tx& tx, base::AgencyId agency, EventId id, const Event& event);
[[nodiscard]] std::vector<Stored> find_after(db::Tx& tx, base::AgencyId agency, std::int64_t position,
                                             int most);
/// Where an event stands, and what kind it is.
struct Heading {
    std::int64_t position = 0;
    std::string kind;
};
BOOST_DESCRIBE_STRUCT(Heading, (), (position, kind))

[[nodiscard]] std::vector<Heading> find_headings_after(db::Tx& tx, base::AgencyId agency,
                                                       std::int64_t position, int most);
[[nodiscard]] std::int64_t find_last_position(db::Tx& tx, base::AgencyId agency);
[[nodiscard]] std::vector<Stored> find_of_subject(db::Tx& tx, base::AgencyId agency,
                                                  std::string_view subject_kind, std::int64_t subject);
[[nodiscard]] std::int64_t find_last_id_of(db::Tx& tx, base::AgencyId agency, std::string_view subject_kind,
                                           std::int64_t subject);
[[nodiscard]] std::int64_t find_last_id(db::Tx& tx, base::AgencyId agency);
[[nodiscard]] std::optional<Stored> find_last_of(db::Tx& tx, base::AgencyId agency,
                                                 std::string_view subject_kind, std::int64_t subject,
                                                 std::string_view kind);

[[nodiscard]] std::optional<Stored> find_at(db::Tx& tx, base::AgencyId agency, std::int64_t position);
[[nodiscard]] std::optional<EventId> find_newest_id(db::Tx& tx, base::AgencyId agency);
/// Of events of a kind, in the order of their positions after `after` up to `until`.
[[nodiscard]] std::vector<std::int64_t> find_subjects_between(db::Tx& tx, base::AgencyId agency,
                                                              std::int64_t after, std::int64_t until,
                                                              std::string_view kind);

/// See changes_before().
[[nodiscard]] std::vector<Stored> find_changes_before(db::Tx& tx, base::AgencyId agency, std::int64_t before,
                                                      int most);

void set_data(db::Tx& tx, base::AgencyId agency, EventId id, std::string_view data);

[[nodiscard]] bool has_unnumbered(db::Tx& tx, base::AgencyId agency);
/// Gives the positions after the last one to the oldest ids without; to be called under the lease.
int number_oldest(db::Tx& tx, base::AgencyId agency, int most);

/// Takes or renews a lease; its row stays locked until the unit ends. False while somebody else holds it.
[[nodiscard]] bool take_lease(db::Tx& tx, base::AgencyId agency, std::string_view name,
                              std::string_view holder, base::Time now, base::Time until);
void delete_lease(db::Tx& tx, base::AgencyId agency, std::string_view name);
/// That of who numbers events.
inline constexpr std::string_view sequencer_lease = "sequencer";

/// The cursor of a subscriber, locked until the unit ends; made at 0.
[[nodiscard]] std::int64_t lock_cursor(db::Tx& tx, base::AgencyId agency, std::string_view subscriber);
[[nodiscard]] std::int64_t find_cursor(db::Tx& tx, base::AgencyId agency, std::string_view subscriber);
void move_cursor(db::Tx& tx, base::AgencyId agency, std::string_view subscriber, std::int64_t position);

} // namespace events
