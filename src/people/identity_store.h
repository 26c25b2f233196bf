// SQL of identities and their keys. Throws db::Error when the engine fails.
#pragma once
#include "db/tx.h"
#include "people/identity.h"

namespace people::store {

struct IdentityRow {
    IdentityId id;
    std::string network;
    std::optional<std::string> name_sealed;
    std::optional<std::string> handle_sealed;
    std::optional<std::string> contact_sealed;
};
BOOST_DESCRIBE_STRUCT(IdentityRow, (), (id, network, name_sealed, handle_sealed, contact_sealed))

[[nodiscard]] std::optional<IdentityRow> find(db::Tx& tx, base::AgencyId agency, IdentityId identity);
[[nodiscard]] std::optional<IdentityRow> find_by_lookup(db::Tx& tx, base::AgencyId agency,
                                                        std::string_view network, std::string_view lookup);
/// False when somebody with this lookup is there already.
[[nodiscard]] bool insert(db::Tx& tx, base::AgencyId agency, const IdentityRow& row, std::string_view lookup,
                          base::Time now);
void update_sealed(db::Tx& tx, base::AgencyId agency, const IdentityRow& row);
/// Nothing sealed stays in the row, and the lookup finds it no more.
void blank(db::Tx& tx, base::AgencyId agency, IdentityId identity);

[[nodiscard]] std::optional<std::string> wrapped_key(db::Tx& tx, base::AgencyId agency, IdentityId identity);
void insert_key(db::Tx& tx, base::AgencyId agency, IdentityId identity, std::string_view wrapped);
/// False when there was none.
[[nodiscard]] bool delete_key(db::Tx& tx, base::AgencyId agency, IdentityId identity);
/// Of the newest identity that has one.
[[nodiscard]] std::optional<IdentityId> newest_with_key(db::Tx& tx, base::AgencyId agency);
/// Of any agency: needs the master key.
[[nodiscard]] bool has_keys(db::Tx& tx);

} // namespace people::store
