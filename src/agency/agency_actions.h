// Setting up and changing an agency: each action is one change and its event, in the caller's unit of work.
// Refusals: field.* with the field, not_found `office.unknown` and `topic.unknown`, conflict `office.circle`,
// `office.code_taken`, `agency.host_taken`; not_found `day.unknown`. Each signals change_topic, so that every
// Directories reads anew.
#pragma once
#include "agency/directory.h"
#include "base/random.h"

namespace db {
class Tx;
}

namespace agency {

/// Who changes it and when; `staff` is empty for the command line.
struct Change {
    base::IdSource& ids;
    base::Time now;
    std::optional<std::int64_t> staff = {};
};

/// The id is given here: the next free small integer. Makes the secret salt.
[[nodiscard]] base::Result<Agency> create_agency(db::Tx& tx, const Change& change, const base::Random& random,
                                                 Agency agency);
/// Names, host, zone, accent, profile, threshold, regions, leave; never prefix or salt. The event names what
/// changed.
[[nodiscard]] base::Result<void> change_agency(db::Tx& tx, const Change& change, Agency agency);

[[nodiscard]] base::Result<Office> add_office(db::Tx& tx, const Change& change, base::AgencyId agency,
                                              Office office);
/// Renames, moves (never under itself), closes or opens.
[[nodiscard]] base::Result<void> change_office(db::Tx& tx, const Change& change, base::AgencyId agency,
                                               Office office);

/// Adds the topic or replaces the one with its code.
[[nodiscard]] base::Result<void> put_topic(db::Tx& tx, const Change& change, base::AgencyId agency,
                                           Topic topic);

/// As it is, wherever its ordinal puts it; a set is changed with rule_set_actions.h.
[[nodiscard]] base::Result<RoutingRule> add_rule(db::Tx& tx, const Change& change, base::AgencyId agency,
                                                 RoutingRule rule);
/// Adds the day or replaces what is known of it.
[[nodiscard]] base::Result<void> put_day(db::Tx& tx, const Change& change, base::AgencyId agency, OwnDay day);
[[nodiscard]] base::Result<void> remove_day(db::Tx& tx, const Change& change, base::AgencyId agency,
                                            base::Day day);

[[nodiscard]] base::Result<Account> add_account(db::Tx& tx, const Change& change, base::AgencyId agency,
                                                Account account);
/// Its name, office and whether it is open; never its network.
[[nodiscard]] base::Result<void> change_account(db::Tx& tx, const Change& change, base::AgencyId agency,
                                                Account account);
[[nodiscard]] base::Result<void> set_account_active(db::Tx& tx, const Change& change, base::AgencyId agency,
                                                    AccountId account, bool is_active);

/// For rooms above that name an office or account in their own rows.
[[nodiscard]] bool has_office(db::Tx& tx, base::AgencyId agency, OfficeId office);
[[nodiscard]] bool has_account(db::Tx& tx, base::AgencyId agency, AccountId account);

/// Straight from the database, inside a unit of work; requests use Directories.
[[nodiscard]] base::Result<Directory> read_directory(db::Tx& tx, base::AgencyId agency);

} // namespace agency
