#include "proof/proof_store.h"

#include "db/tx.h"

#include <algorithm>

namespace proof {

enum class Side { before, after };

struct ProofRow {
    ProofId id;
    ProofKind kind;
    std::string note;
    std::optional<std::string> document_number;
    std::optional<std::string> document_day;
    std::optional<std::int64_t> given_by;
    base::Time given_at;
};
BOOST_DESCRIBE_STRUCT(ProofRow, (), (id, kind, note, document_number, document_day, given_by, given_at))

struct PhotoRow {
    ProofId proof;
    Side side;
    std::string sha256;
};
BOOST_DESCRIBE_STRUCT(PhotoRow, (), (proof, side, sha256))

struct SeenRow {
    std::int64_t case_id;
    Side side;
};
BOOST_DESCRIBE_STRUCT(SeenRow, (), (case_id, side))

} // namespace proof

template <> inline constexpr auto base::codes<proof::Side> = std::to_array<base::Coded<proof::Side>>({
    {proof::Side::before, "before"},
    {proof::Side::after, "after"},
});

namespace proof {
namespace {

using base::AgencyId;

constexpr db::Query<void(AgencyId, ProofId, std::int64_t, ProofKind, std::string, std::optional<std::string>,
                         std::optional<std::string>, std::optional<std::int64_t>, base::Time)>
    insert_proof{
        "proof.insert",
        "insert into proofs (agency, id, case_id, kind, note, document_number, document_day, given_by, "
        "given_at) values (:agency, :id, :case_id, :kind, :note, :document_number, :document_day, "
        ":given_by, :given_at)"};

constexpr db::Query<void(AgencyId, ProofId, Side, int, std::string)> insert_photo{
    "proof.insert_photo", "insert into proof_media (agency, proof, side, ordinal, sha256) "
                          "values (:agency, :proof, :side, :ordinal, :sha256)"};

constexpr db::Query<ProofRow(AgencyId, std::int64_t)> proofs_of_case{
    "proof.of_case", "select id, kind, note, document_number, document_day, given_by, given_at from proofs "
                     "where agency = :agency and case_id = :case_id order by id"};

constexpr db::Query<PhotoRow(AgencyId, std::int64_t)> photos_of_case{
    "proof.photos_of_case",
    // `cross join` keeps the order of the tables: SQLite would begin with all photos of the agency.
    "select m.proof, m.side, m.sha256 from proofs p cross join proof_media m where m.agency = p.agency and"
    " m.proof = p.id and p.agency = :agency and p.case_id = :case_id order by m.proof, m.side, m.ordinal"};

constexpr db::Query<std::int64_t(AgencyId, std::string)> find_upload{
    "proof.find_upload", "select 1 from media where agency = :agency and sha256 = :sha256"};

// The report's pictures belong to items; asking here means that no caller can forget them.
constexpr db::Query<std::int64_t(AgencyId, std::string, std::int64_t)> seen_in_report{
    "proof.seen_in_report",
    "select i.case_id from media g cross join media m cross join item_media im cross join items i "
    "where m.agency = g.agency and m.stored = g.stored and im.agency = m.agency and im.sha256 = m.sha256 "
    "and i.agency = im.agency and i.id = im.item and g.agency = :agency and g.sha256 = :sha256 and i.case_id "
    "= :case_id limit 1"};

constexpr db::Query<SeenRow(AgencyId, std::string)> seen_in_proofs{
    "proof.seen_in_proofs",
    "select p.case_id, pm.side from media g cross join media m cross join proof_media pm cross join proofs p "
    "where m.agency = g.agency and m.stored = g.stored and pm.agency = m.agency and pm.sha256 = m.sha256 "
    "and p.agency = pm.agency and p.id = pm.proof and g.agency = :agency and g.sha256 = :sha256 order by "
    "p.id limit 20"};

void save_photos(db::Tx& tx, AgencyId agency, ProofId id, Side side, const std::vector<std::string>& photos) {
    int ordinal = 0;
    for (auto it = photos.begin(); it != photos.end(); ++it)
        if (std::find(photos.begin(), it, *it) == it) tx.run(insert_photo, agency, id, side, ordinal++, *it);
}

Seen seen_as(const SeenRow& row, std::int64_t case_id) {
    switch (row.side) {
    case Side::before: return Seen::before_work;
    case Side::after: return row.case_id == case_id ? Seen::earlier_round : Seen::other_case;
    }
    return Seen::other_case;
}

Round round_of(ProofRow row) {
    Round round{.id = row.id, .kind = row.kind, .note = std::move(row.note), .given_at = row.given_at};
    round.document_number = std::move(row.document_number).value_or("");
    round.given_by = row.given_by.value_or(0);
    if (row.document_day)
        if (const auto day = base::parse_day(*row.document_day)) round.document_day = *day;
    return round;
}

} // namespace

void save(db::Tx& tx, AgencyId agency, ProofId id, std::int64_t case_id, const Given& given,
          std::int64_t given_by, base::Time at) {
    const auto number =
        given.document_number.empty() ? std::nullopt : std::optional<std::string>(given.document_number);
    const auto day = given.document_day ? std::optional(base::to_iso(*given.document_day)) : std::nullopt;
    const auto by = given_by == 0 ? std::nullopt : std::optional(given_by);
    tx.run(insert_proof, agency, id, case_id, given.kind, given.note, number, day, by, at);
    save_photos(tx, agency, id, Side::before, given.before);
    save_photos(tx, agency, id, Side::after, given.after);
}

std::vector<Round> rounds_of(db::Tx& tx, AgencyId agency, std::int64_t case_id) {
    std::vector<Round> rounds;
    for (auto& row : tx.all(proofs_of_case, agency, case_id))
        rounds.push_back(round_of(std::move(row)));
    for (auto& photo : tx.all(photos_of_case, agency, case_id)) {
        const auto round = std::ranges::find(rounds, photo.proof, &Round::id);
        if (round == rounds.end()) continue;
        auto& side = photo.side == Side::before ? round->before : round->after;
        side.push_back(std::move(photo.sha256));
    }
    return rounds;
}

bool is_uploaded(db::Tx& tx, AgencyId agency, const std::string& sha256) {
    return tx.one(find_upload, agency, sha256).has_value();
}

std::vector<Reuse> seen_before(db::Tx& tx, AgencyId agency, std::int64_t case_id, const std::string& sha256) {
    std::vector<Reuse> reused;
    if (tx.one(seen_in_report, agency, sha256, case_id)) reused.push_back({sha256, Seen::report, case_id});
    for (const auto& row : tx.all(seen_in_proofs, agency, sha256))
        reused.push_back({sha256, seen_as(row, case_id), row.case_id});
    return reused;
}

} // namespace proof
