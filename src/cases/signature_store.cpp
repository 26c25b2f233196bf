#include "cases/signature_store.h"

#include "db/query.h"

namespace cases {

struct NearRow {
    CaseId id;
    base::Time at;
    std::string topic;
    std::optional<double> lat;
    std::optional<double> lon;
    std::string terms;
};
BOOST_DESCRIBE_STRUCT(NearRow, (), (id, at, topic, lat, lon, terms))

namespace {

using base::AgencyId;
using base::Time;
using Real = std::optional<double>;

using Cell = std::optional<std::int64_t>;
constexpr db::Query<void(AgencyId, std::string, Time, CaseId, std::string, Real, Real, std::string, Cell)>
    insert_signature{
        "signatures.insert",
        "insert into case_signatures (agency, area, at, case_id, topic, lat, lon, terms, cell) "
        "values (:agency, :area, :at, :case_id, :topic, :lat, :lon, :terms, :cell) on conflict do "
        "nothing"};

constexpr db::Query<void(AgencyId, std::string, Time, CaseId)> delete_signature{
    "signatures.delete", "delete from case_signatures where agency = :agency and area = :area and at = :at "
                         "and case_id = :case_id"};

constexpr db::Query<NearRow(AgencyId, std::string, Time, Time, std::string, int)> select_near{
    "signatures.near",
    "select case_id, at, topic, lat, lon, terms from case_signatures where agency = :agency and area = :area "
    "and at >= :from and at <= :to and (topic = :topic or :topic = '' or topic = '') order by at desc, "
    "case_id desc limit :limit"};
constexpr db::Query<NearRow(AgencyId, std::int64_t, Time, Time, double, double, double, double, std::string,
                            int)>
    select_around{
        "signatures.around",
        "select case_id, at, topic, lat, lon, terms from case_signatures where agency = :agency and cell = "
        ":cell and at >= :from and at <= :to and lat >= :south and lat <= :north and lon >= :west and lon <= "
        ":east and (topic = :topic or :topic = '' or topic = '') order by at desc, case_id desc limit "
        ":limit"};

constexpr db::Query<Signing(AgencyId)> select_signing{
    "signatures.progress",
    "select version, down_to, n_done, n_total from signature_progress where agency = :agency"};
constexpr db::Query<void(AgencyId, int, CaseId, std::int64_t, std::int64_t)> upsert_signing{
    "signatures.put_progress",
    "insert into signature_progress (agency, version, down_to, n_done, n_total) values (:agency, :version, "
    ":down_to, :n_done, :n_total) on conflict (agency) do update set version = excluded.version, down_to = "
    "excluded.down_to, n_done = excluded.n_done, n_total = excluded.n_total"};
constexpr db::Query<CaseId(AgencyId, CaseId, int)> select_below{
    "signatures.cases_below",
    "select id from cases where agency = :agency and id < :below order by id desc limit :limit {for update}"};
constexpr db::Query<std::int64_t(AgencyId)> select_count{"signatures.count_cases",
                                                         "select count(*) from cases where agency = :agency"};

Near near_in(NearRow& row) {
    Near near{.id = row.id, .signature = {}};
    near.signature.topic = std::move(row.topic);
    near.signature.at = row.at;
    if (row.lat && row.lon) near.signature.point = places::Point{*row.lat, *row.lon};
    read_terms(near.signature, row.terms);
    return near;
}

} // namespace

SignatureKey signature_key(const Case& c) {
    return {.area = neighbourhood_of(c.area.value_or("")), .at = c.received_at, .id = c.id};
}

void add_signature(db::Tx& tx, AgencyId agency, const SignatureKey& key, const Signature& signature) {
    const auto& point = signature.point;
    tx.run(insert_signature, agency, key.area, key.at, key.id, signature.topic,
           point ? Real(point->lat) : std::nullopt, point ? Real(point->lon) : std::nullopt,
           to_terms(signature), point ? Cell(cell_of(*point)) : std::nullopt);
}

bool remove_signature(db::Tx& tx, AgencyId agency, const SignatureKey& key) {
    return tx.run(delete_signature, agency, key.area, key.at, key.id) == 1;
}

std::vector<Near> find_near(db::Tx& tx, AgencyId agency, const std::string& neighbourhood,
                            const std::string& topic, Time from, Time to, int limit) {
    std::vector<Near> out;
    for (auto& row : tx.all(select_near, agency, neighbourhood, from, to, topic, limit))
        out.push_back(near_in(row));
    return out;
}

std::vector<Near> find_around(db::Tx& tx, AgencyId agency, const Around& where, const std::string& topic,
                              Time from, Time to, int limit_of_a_cell) {
    std::vector<Near> out;
    for (const auto cell : where.cells)
        for (auto& row : tx.all(select_around, agency, cell, from, to, where.south, where.north, where.west,
                                where.east, topic, limit_of_a_cell))
            out.push_back(near_in(row));
    return out;
}

std::optional<Signing> find_signing(db::Tx& tx, AgencyId agency) {
    return tx.one(select_signing, agency);
}

void put_signing(db::Tx& tx, AgencyId agency, const Signing& signing) {
    tx.run(upsert_signing, agency, signing.version, signing.down_to, signing.n_done, signing.n_total);
}

std::vector<CaseId> find_unsigned_below(db::Tx& tx, AgencyId agency, CaseId below, int limit) {
    return tx.all(select_below, agency, below, limit);
}

std::int64_t count_cases(db::Tx& tx, AgencyId agency) {
    return tx.one(select_count, agency).value_or(0);
}

std::vector<db::Statement> signature_statements() {
    return {select_near.statement(), select_around.statement()};
}

} // namespace cases
