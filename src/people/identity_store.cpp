#include "people/identity_store.h"

namespace people::store {
namespace {

using base::AgencyId;
using Text = std::string;
using Maybe = std::optional<std::string>;

constexpr db::Query<IdentityRow(AgencyId, IdentityId)> by_id{
    "people.find", "select id, network, name_sealed, handle_sealed, contact_sealed from identities "
                   "where agency = :agency and id = :id"};
constexpr db::Query<IdentityRow(AgencyId, Text, Text)> by_lookup{
    "people.find_lookup", "select id, network, name_sealed, handle_sealed, contact_sealed from identities "
                          "where agency = :agency and network = :network and lookup = :lookup"};
constexpr db::Query<void(AgencyId, IdentityId, Text, Text, Maybe, Maybe, Maybe, base::Time)> add{
    "people.insert",
    "insert into identities (agency, id, network, lookup, name_sealed, handle_sealed, contact_sealed, "
    "created_at) values (:agency, :id, :network, :lookup, :name, :handle, :contact, :created_at) "
    "on conflict (agency, network, lookup) do nothing"};
constexpr db::Query<void(Maybe, Maybe, Maybe, AgencyId, IdentityId)> change{
    "people.update", "update identities set name_sealed = :name, handle_sealed = :handle, "
                     "contact_sealed = :contact where agency = :agency and id = :id"};
constexpr db::Query<void(Text, AgencyId, IdentityId)> empty{
    "people.blank", "update identities set citizen = null, lookup = :lookup, name_sealed = null, "
                    "handle_sealed = null, contact_sealed = null where agency = :agency and id = :id"};
constexpr db::Query<Text(AgencyId, IdentityId)> key{
    "people.key", "select wrapped from identity_keys where agency = :agency and identity = :identity"};
constexpr db::Query<void(AgencyId, IdentityId, Text)> add_key{
    "people.insert_key",
    "insert into identity_keys (agency, identity, wrapped) values (:agency, :identity, :wrapped)"};
constexpr db::Query<void(AgencyId, IdentityId)> remove_key{
    "people.delete_key", "delete from identity_keys where agency = :agency and identity = :identity"};
constexpr db::Query<IdentityId(AgencyId)> newest_key{
    "people.newest_key",
    "select identity from identity_keys where agency = :agency order by identity desc limit 1"};
constexpr db::Query<std::int64_t()> any_key{"people.any_key",
                                            "select count(*) from (select 1 from identity_keys limit 1) k"};

} // namespace

std::optional<IdentityRow> find(db::Tx& tx, AgencyId agency, IdentityId identity) {
    return tx.one(by_id, agency, identity);
}

std::optional<IdentityRow> find_by_lookup(db::Tx& tx, AgencyId agency, std::string_view network,
                                          std::string_view lookup) {
    return tx.one(by_lookup, agency, network, lookup);
}

bool insert(db::Tx& tx, AgencyId agency, const IdentityRow& row, std::string_view lookup, base::Time now) {
    return tx.run(add, agency, row.id, row.network, lookup, row.name_sealed, row.handle_sealed,
                  row.contact_sealed, now) > 0;
}

void update_sealed(db::Tx& tx, AgencyId agency, const IdentityRow& row) {
    tx.run(change, row.name_sealed, row.handle_sealed, row.contact_sealed, agency, row.id);
}

void blank(db::Tx& tx, AgencyId agency, IdentityId identity) {
    tx.run(empty, "erased " + base::to_string(identity), agency, identity);
}

std::optional<std::string> wrapped_key(db::Tx& tx, AgencyId agency, IdentityId identity) {
    return tx.one(key, agency, identity);
}

void insert_key(db::Tx& tx, AgencyId agency, IdentityId identity, std::string_view wrapped) {
    tx.run(add_key, agency, identity, wrapped);
}

bool delete_key(db::Tx& tx, AgencyId agency, IdentityId identity) {
    return tx.run(remove_key, agency, identity) > 0;
}

std::optional<IdentityId> newest_with_key(db::Tx& tx, AgencyId agency) {
    return tx.one(newest_key, agency);
}

bool has_keys(db::Tx& tx) {
    return tx.one(any_key).value_or(0) > 0;
}

} // namespace people::store
