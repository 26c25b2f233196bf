#include "cases/signature_store.h"

#include "db/query.h"

#include <algorithm>
#include <array>
#include <unordered_set>

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

// All places in one statement: each is a stretch of an index, and one that is null is no place. Selects with
// a limit of their own stand in brackets for SQLite.
#define NEAR_COLUMNS                                                                                         \
    "select case_id, at, topic, lat, lon, terms from case_signatures where agency = :agency and "
#define OF_AREA(n)                                                                                           \
    "select * from (" NEAR_COLUMNS "area = :area" n                                                          \
    " and at >= :from and at <= :to and (topic = :topic or :topic = '' or topic = '') order by at desc,"     \
    " case_id desc limit :of_each) a" n
#define OF_CELL(n)                                                                                           \
    " union all select * from (" NEAR_COLUMNS "cell = :cell" n                                               \
    " and at >= :from and at <= :to and lat >= :south and lat <= :north and lon >= :west and lon <= :east"   \
    " and (topic = :topic or :topic = '' or topic = '') order by at desc, case_id desc limit :of_a_cell) "   \
    "c" n
using MaybeArea = std::optional<std::string>;
constexpr std::size_t areas_at_once = 3;
constexpr std::size_t cells_at_once = 9; ///< more than the widest spread touches
constexpr db::Query<NearRow(AgencyId, MaybeArea, Time, Time, std::string, int, MaybeArea, MaybeArea, Cell,
                            double, double, double, double, int, Cell, Cell, Cell, Cell, Cell, Cell, Cell,
                            Cell)>
    select_near{"signatures.near", OF_AREA("1") " union all " OF_AREA("2") " union all " OF_AREA("3")
                                       OF_CELL("1") OF_CELL("2") OF_CELL("3") OF_CELL("4") OF_CELL("5")
                                           OF_CELL("6") OF_CELL("7") OF_CELL("8") OF_CELL("9")};

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

std::vector<Near> find_near(db::Tx& tx, AgencyId agency, const Nearby& wanted) {
    const Around nowhere;
    const Around& square = wanted.around ? *wanted.around : nowhere;
    std::vector<Near> out;
    std::unordered_set<std::int64_t> known; // what lies in a neighbourhood and in a cell comes twice
    for (std::size_t from = 0; from == 0 || from < square.cells.size(); from += cells_at_once) {
        std::array<MaybeArea, areas_at_once> areas;
        if (from == 0)
            for (std::size_t i = 0; i < std::min(areas_at_once, wanted.neighbourhoods.size()); ++i)
                areas[i] = wanted.neighbourhoods[i];
        std::array<Cell, cells_at_once> cells;
        for (std::size_t i = 0; i < std::min(cells_at_once, square.cells.size() - from); ++i)
            cells[i] = square.cells[from + i];
        for (auto& row : tx.all(select_near, agency, areas[0], wanted.from, wanted.to, wanted.topic,
                                wanted.most_of_each, areas[1], areas[2], cells[0], square.south, square.north,
                                square.west, square.east, wanted.most_of_a_cell, cells[1], cells[2], cells[3],
                                cells[4], cells[5], cells[6], cells[7], cells[8]))
            if (known.insert(row.id.value).second) out.push_back(near_in(row));
    }
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

db::Statement near_statement() {
    return select_near.statement();
}

} // namespace cases
