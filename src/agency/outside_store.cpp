#include "agency/outside_store.h"

namespace agency::store {
namespace {

using base::AgencyId;
using Text = std::string;

#define OUTSIDE_COLUMNS                                                                                      \
    "id, name, way, address, jurisdiction, service_code, key_sealed, is_active, changed_at"

constexpr db::Query<OutsideAgency(AgencyId)> select_all{
    "outside_agencies.all",
    "select " OUTSIDE_COLUMNS " from outside_agencies where agency = :agency order by name, id limit 500"};
constexpr db::Query<OutsideAgency(AgencyId, OutsideId)> select_one{
    "outside_agencies.find",
    "select " OUTSIDE_COLUMNS " from outside_agencies where agency = :agency and id = :id"};
constexpr db::Query<void(AgencyId, OutsideId, Text, OutsideWay, Text, Text, Text, Text, bool, base::Time)>
    insert_one{"outside_agencies.insert",
               "insert into outside_agencies (agency, " OUTSIDE_COLUMNS ") values (:agency, :id, :name, "
               ":way, :address, :jurisdiction, :service_code, :key_sealed, :is_active, :changed_at)"};
constexpr db::Query<void(Text, OutsideWay, Text, Text, Text, Text, bool, base::Time, AgencyId, OutsideId)>
    update_one{"outside_agencies.update",
               "update outside_agencies set name = :name, way = :way, address = :address, jurisdiction = "
               ":jurisdiction, service_code = :service_code, key_sealed = :key_sealed, is_active = "
               ":is_active, changed_at = :changed_at where agency = :agency and id = :id"};

} // namespace

std::vector<OutsideAgency> outside_agencies(db::Tx& tx, AgencyId agency) {
    return tx.all(select_all, agency);
}

std::optional<OutsideAgency> outside_agency(db::Tx& tx, AgencyId agency, OutsideId id) {
    return tx.one(select_one, agency, id);
}

void insert_outside(db::Tx& tx, AgencyId agency, const OutsideAgency& o) {
    tx.run(insert_one, agency, o.id, o.name, o.way, o.address, o.jurisdiction, o.service_code, o.key_sealed,
           o.is_active, o.changed_at);
}

bool update_outside(db::Tx& tx, AgencyId agency, const OutsideAgency& o) {
    return tx.run(update_one, o.name, o.way, o.address, o.jurisdiction, o.service_code, o.key_sealed,
                  o.is_active, o.changed_at, agency, o.id) == 1;
}

} // namespace agency::store
