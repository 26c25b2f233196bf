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

constexpr db::Query<void(AgencyId, std::string, Time, CaseId, std::string, Real, Real, std::string)>
    insert_signature{"signatures.insert",
                     "insert into case_signatures (agency, area, at, case_id, topic, lat, lon, terms) values "
                     "(:agency, :area, :at, :case_id, :topic, :lat, :lon, :terms) on conflict do nothing"};

constexpr db::Query<void(AgencyId, std::string, Time, CaseId)> delete_signature{
    "signatures.delete", "delete from case_signatures where agency = :agency and area = :area and at = :at "
                         "and case_id = :case_id"};

constexpr db::Query<NearRow(AgencyId, std::string, Time, Time, std::string, int)> select_near{
    "signatures.near",
    "select case_id, at, topic, lat, lon, terms from case_signatures where agency = :agency and area = :area "
    "and at >= :from and at <= :to and (topic = :topic or :topic = '' or topic = '') order by at desc, "
    "case_id desc limit :limit"};

} // namespace

SignatureKey signature_key(const Case& c) {
    return {.area = neighbourhood_of(c.area.value_or("")), .at = c.received_at, .id = c.id};
}

void add_signature(db::Tx& tx, AgencyId agency, const SignatureKey& key, const Signature& signature) {
    const auto& point = signature.point;
    tx.run(insert_signature, agency, key.area, key.at, key.id, signature.topic,
           point ? Real(point->lat) : std::nullopt, point ? Real(point->lon) : std::nullopt,
           to_terms(signature));
}

void remove_signature(db::Tx& tx, AgencyId agency, const SignatureKey& key) {
    tx.run(delete_signature, agency, key.area, key.at, key.id);
}

std::vector<Near> find_near(db::Tx& tx, AgencyId agency, const std::string& neighbourhood,
                            const std::string& topic, Time from, Time to, int limit) {
    std::vector<Near> out;
    for (auto& row : tx.all(select_near, agency, neighbourhood, from, to, topic, limit)) {
        Near near{.id = row.id, .signature = {}};
        near.signature.topic = std::move(row.topic);
        near.signature.at = row.at;
        if (row.lat && row.lon) near.signature.point = places::Point{*row.lat, *row.lon};
        read_terms(near.signature, row.terms);
        out.push_back(std::move(near));
    }
    return out;
}

} // namespace cases
