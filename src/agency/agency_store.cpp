#include "agency/agency_store.h"

namespace agency::store {
namespace {

struct AgencyRow {
    std::string name, short_name, organiser, prefix;
    std::optional<std::string> host;
    std::string zone, accent, profile;
    double emergency_from;
    bool collective_leave_off;
    std::string secret_salt;
    base::Time created_at;
};
BOOST_DESCRIBE_STRUCT(AgencyRow, (),
                      (name, short_name, organiser, prefix, host, zone, accent, profile, emergency_from,
                       collective_leave_off, secret_salt, created_at))

using base::AgencyId;
using Text = std::string;

constexpr db::Query<HostRow()> all_hosts{"agency.hosts", "select id, host from agencies order by id"};
constexpr db::Query<AgencyRow(AgencyId)> agency_by_id{
    "agency.find", "select name, short_name, organiser, prefix, host, zone, accent, profile, emergency_from, "
                   "collective_leave_off, secret_salt, created_at from agencies where id = :agency"};
constexpr db::Query<Text(AgencyId)> regions_of{
    "agency.regions", "select area from agency_regions where agency = :agency order by area"};
constexpr db::Query<std::int64_t()> next_id{"agency.next_id",
                                            "select coalesce(max(id), 0) + 1 from agencies"};
constexpr db::Query<void(AgencyId, Text, Text, Text, Text, std::optional<Text>, Text, Text, Text, double,
                         bool, Text, base::Time)>
    insert{"agency.insert",
           "insert into agencies (id, name, short_name, organiser, prefix, host, zone, accent, profile, "
           "emergency_from, collective_leave_off, secret_salt, created_at) values (:agency, :name, "
           ":short_name, :organiser, :prefix, "
           ":host, :zone, :accent, :profile, :emergency_from, "
           ":collective_leave_off, :secret_salt, :created_at) "
           "on conflict (host) do nothing"};
constexpr db::Query<std::int64_t(Text, AgencyId)> count_host{
    "agency.host_taken", "select count(*) from agencies where host = :host and id <> :agency"};
constexpr db::Query<void(Text, Text, Text, std::optional<Text>, Text, Text, Text, double, bool, AgencyId)>
    update{
        "agency.update",
        "update agencies set name = :name, short_name = :short_name, organiser = :organiser, host = :host, "
        "zone = :zone, accent = :accent, profile = :profile, emergency_from = :emergency_from, "
        "collective_leave_off = :collective_leave_off where id = :agency"};
constexpr db::Query<void(AgencyId)> delete_regions{"agency.delete_regions",
                                                   "delete from agency_regions where agency = :agency"};
constexpr db::Query<void(AgencyId, Text)> insert_region{
    "agency.insert_region", "insert into agency_regions (agency, area) values (:agency, :area)"};

void replace_regions(db::Tx& tx, const Agency& agency) {
    tx.run(delete_regions, agency.id);
    for (const auto& area : agency.regions)
        tx.run(insert_region, agency.id, area);
}

} // namespace

std::vector<HostRow> hosts(db::Tx& tx) {
    return tx.all(all_hosts);
}

std::optional<Agency> find_agency(db::Tx& tx, AgencyId agency) {
    auto row = tx.one(agency_by_id, agency);
    if (!row) return std::nullopt;
    auto zone = base::zone_from(row->zone);
    if (!zone) throw db::Error("agency.find: the zone of an agency is unknown");
    return Agency{.id = agency,
                  .name = std::move(row->name),
                  .short_name = std::move(row->short_name),
                  .organiser = std::move(row->organiser),
                  .prefix = std::move(row->prefix),
                  .host = std::move(row->host),
                  .zone = *zone,
                  .accent = std::move(row->accent),
                  .profile = std::move(row->profile),
                  .emergency_from = row->emergency_from,
                  .regions = tx.all(regions_of, agency),
                  .leave_is_off = row->collective_leave_off,
                  .secret_salt = std::move(row->secret_salt),
                  .created_at = row->created_at};
}

AgencyId next_agency_id(db::Tx& tx) {
    return AgencyId{tx.one(next_id).value_or(1)};
}

bool insert_agency(db::Tx& tx, const Agency& agency) {
    auto rows = tx.run(insert, agency.id, agency.name, agency.short_name, agency.organiser, agency.prefix,
                       agency.host, std::string(base::name(agency.zone)), agency.accent, agency.profile,
                       agency.emergency_from, agency.leave_is_off, agency.secret_salt, agency.created_at);
    if (rows == 0) return false;
    replace_regions(tx, agency);
    return true;
}

bool is_host_of_another(db::Tx& tx, AgencyId agency, const std::string& host) {
    return tx.one(count_host, host, agency).value_or(0) > 0;
}

void update_agency(db::Tx& tx, const Agency& agency) {
    tx.run(update, agency.name, agency.short_name, agency.organiser, agency.host,
           std::string(base::name(agency.zone)), agency.accent, agency.profile, agency.emergency_from,
           agency.leave_is_off, agency.id);
    replace_regions(tx, agency);
}

} // namespace agency::store
