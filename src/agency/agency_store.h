// SQL of agencies, offices, topics, accounts and own days. Throws db::Error when the engine fails.
#pragma once
#include "agency/directory.h"
#include "db/tx.h"

namespace agency::store {

struct HostRow {
    base::AgencyId id;
    std::optional<std::string> host;
};
BOOST_DESCRIBE_STRUCT(HostRow, (), (id, host))
[[nodiscard]] std::vector<HostRow> hosts(db::Tx& tx);

[[nodiscard]] std::optional<Agency> find_agency(db::Tx& tx, base::AgencyId agency);
[[nodiscard]] base::AgencyId next_agency_id(db::Tx& tx);
/// False when the host is taken.
[[nodiscard]] bool insert_agency(db::Tx& tx, const Agency& agency);
[[nodiscard]] bool is_host_of_another(db::Tx& tx, base::AgencyId agency, const std::string& host);
void update_agency(db::Tx& tx, const Agency& agency);

[[nodiscard]] std::vector<Office> offices(db::Tx& tx, base::AgencyId agency);
void insert_office(db::Tx& tx, base::AgencyId agency, const Office& office, base::Time now);
void update_office(db::Tx& tx, base::AgencyId agency, const Office& office);

[[nodiscard]] bool has_office(db::Tx& tx, base::AgencyId agency, OfficeId office);

[[nodiscard]] std::vector<Topic> topics(db::Tx& tx, base::AgencyId agency);
[[nodiscard]] bool has_topic(db::Tx& tx, base::AgencyId agency, std::string_view code);
void put_topic(db::Tx& tx, base::AgencyId agency, const Topic& topic);

[[nodiscard]] std::vector<OwnDay> days(db::Tx& tx, base::AgencyId agency);
void put_day(db::Tx& tx, base::AgencyId agency, const OwnDay& day);
[[nodiscard]] bool delete_day(db::Tx& tx, base::AgencyId agency, base::Day day);

[[nodiscard]] bool update_account(db::Tx& tx, base::AgencyId agency, const Account& account);
[[nodiscard]] std::vector<Account> accounts(db::Tx& tx, base::AgencyId agency);
[[nodiscard]] bool has_account(db::Tx& tx, base::AgencyId agency, AccountId account);
void insert_account(db::Tx& tx, base::AgencyId agency, const Account& account, base::Time now);
[[nodiscard]] bool set_account_active(db::Tx& tx, base::AgencyId agency, AccountId account, bool is_active);

} // namespace agency::store
