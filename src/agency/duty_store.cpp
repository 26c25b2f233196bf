#include "agency/duty_store.h"

namespace agency::store {
namespace {

using base::AgencyId;

constexpr db::Query<OfficeService(AgencyId)> all_services{
    "agency.office_services",
    "select id, office, topic, area from office_services where agency = :agency order by office, id"};
constexpr db::Query<void(AgencyId, OfficeServiceId, OfficeId, std::optional<std::string>,
                         std::optional<std::string>)>
    add_service{"agency.insert_office_service",
                "insert into office_services (agency, id, office, topic, area) "
                "values (:agency, :id, :office, :topic, :area)"};
constexpr db::Query<void(AgencyId, OfficeServiceId)> remove_service{
    "agency.delete_office_service", "delete from office_services where agency = :agency and id = :id"};

constexpr db::Query<Arbiter(AgencyId)> find_arbiter{
    "agency.arbiter", "select office, staff, working_days from arbiters where agency = :agency"};
constexpr db::Query<void(AgencyId, OfficeId, std::optional<std::int64_t>, int)> upsert_arbiter{
    "agency.put_arbiter",
    "insert into arbiters (agency, office, staff, working_days) "
    "values (:agency, :office, :staff, :working_days) on conflict (agency) do update set "
    "office = excluded.office, staff = excluded.staff, working_days = excluded.working_days"};
constexpr db::Query<void(AgencyId)> remove_arbiter{"agency.delete_arbiter",
                                                   "delete from arbiters where agency = :agency"};

} // namespace

std::vector<OfficeService> services(db::Tx& tx, AgencyId agency) {
    return tx.all(all_services, agency);
}

void insert_service(db::Tx& tx, AgencyId agency, const OfficeService& service) {
    tx.run(add_service, agency, service.id, service.office, service.topic, service.area);
}

bool delete_service(db::Tx& tx, AgencyId agency, OfficeServiceId id) {
    return tx.run(remove_service, agency, id) > 0;
}

std::optional<Arbiter> arbiter(db::Tx& tx, AgencyId agency) {
    return tx.one(find_arbiter, agency);
}

void put_arbiter(db::Tx& tx, AgencyId agency, const Arbiter& arbiter) {
    tx.run(upsert_arbiter, agency, arbiter.office, arbiter.staff, arbiter.working_days);
}

void delete_arbiter(db::Tx& tx, AgencyId agency) {
    tx.run(remove_arbiter, agency);
}

} // namespace agency::store
