#include "cases/search_store.h"

#include "cases/sight_store.h"
#include "cases/view_marks.h"
#include "db/query.h"

#include <limits>

namespace cases {
namespace {

using base::AgencyId;
using base::Time;
using std::string;

using Begun = db::Query<string(string, int)>;
using Count = db::Query<std::int64_t(AgencyId, string, int)>;
using Newest = db::Query<CaseId(AgencyId, string, CaseId, int)>;
using Step = db::Query<void()>;

// An id of a case is unique over all agencies, so FTS5 needs no more; whose it is, is a term (search.cpp).
struct Statements {
    db::Query<void(CaseId, AgencyId, string)> put;
    db::Query<void(CaseId, AgencyId)> remove;
    Begun begun;
    Count count;
    Newest newest;
    Newest floor;
    Step merge_all;
    Step merge_more;
};

// Each step of `terms_begun` seeks the next term behind the one before: char(1) sorts before all that a term
// may go on with.
#define STATEMENTS(table)                                                                                    \
    Statements {                                                                                             \
        .put = {"search.put_" table,                                                                         \
                "insert into " table " (rowid, terms) values (:id + 0 * :agency, :terms)",                   \
                "insert into " table " (id, agency, terms) values (:id, :agency,"                            \
                " array_to_tsvector(string_to_array(:terms, ' ')))"},                                        \
        .remove = {"search.remove_" table, "delete from " table " where rowid = :id and :agency <> 0",       \
                   "delete from " table " where id = :id and agency = :agency"},                             \
        .begun = {"search.begun_" table,                                                                     \
                  "with recursive found(term) as (select (select v.term from " table                         \
                  "_vocabulary v where v.term >= :begun limit 1) union all"                                  \
                  " select (select v.term from " table "_vocabulary v where v.term >= found.term || char(1)" \
                  " limit 1) from found where substr(found.term, 1, length(:begun)) = :begun limit :limit)"  \
                  " select term from found where substr(term, 1, length(:begun)) = :begun",                  \
                  "select cast(:begun as text) where cast(:limit as bigint) < 0"},                           \
        .count = {"search.count_" table,                                                                     \
                  "select count(*) from (select 1 from " table " s where :agency <> 0 and s." table          \
                  " match :match limit :limit)",                                                             \
                  "select count(*) from (select 1 from " table                                               \
                  " s where s.agency = :agency and s.terms @@ cast(:match as tsquery) limit :limit) m"},     \
        .newest = {"search.newest_" table,                                                                   \
                   "select s.rowid from " table " s where :agency <> 0 and s." table                         \
                   " match :match and s.rowid < :below order by s.rowid desc limit :limit",                  \
                   "select s.id from " table " s where s.agency = :agency and s.terms @@ cast(:match as"     \
                   " tsquery) and s.id < :below order by s.id desc limit :limit"},                           \
        .floor = {"search.floor_" table,                                                                     \
                  "select s.rowid from " table " s where :agency <> 0 and s." table                          \
                  " match :match and s.rowid < :below order by s.rowid desc limit 1 offset :scanned",        \
                  "select s.id from " table " s where s.agency = :agency and s.terms @@ cast(:match as"      \
                  " tsquery) and s.id < :below order by s.id desc limit 1 offset :scanned"},                 \
        .merge_all = {"search.merge_all_" table,                                                             \
                      "insert into " table " (" table ", rank) values ('merge', -200)", "select 1"},         \
        .merge_more = {"search.merge_" table,                                                                \
                       "insert into " table " (" table ", rank) values ('merge', 200)", "select 1"},         \
    }

constexpr Statements of_staff = STATEMENTS("staff_search");
constexpr Statements of_everybody = STATEMENTS("public_search");

const Statements& of(Audience audience) {
    switch (audience) {
    case Audience::staff: return of_staff;
    case Audience::everybody: return of_everybody;
    }
    return of_staff;
}

constexpr db::Query<CaseId(AgencyId, CaseId)> lock_case{
    "search.lock_case", "select id from cases where agency = :agency and id = :id {for update}"};
constexpr db::Query<string(AgencyId, CaseId)> select_masked{
    "search.masked_words", "select masked from items where agency = :agency and case_id = :id and"
                           " deleted_at is null and masked <> '' order by id"};

// Cases come newest first from the index, one by one, until the page is full: cross join keeps that order.
#define FROM_STAFF_SQLITE                                                                                    \
    "from staff_search s cross join cases c on c.agency = :agency and c.id = s.rowid"                        \
    " where s.staff_search match :match and s.rowid < :below and s.rowid > :floor"                           \
    " and (:begun = '' or instr(' ' || s.terms, :begun) > 0)"
// The matches of a stretch are few: their rows are looked up one by one. Left to itself, PostgreSQL thinks
// that next to no row fits, and reads all cases instead. Here beginnings are a matter of the index
// (Last::As::beginning).
#define ROWS_OF_HITS_POSTGRES(table)                                                                         \
    "with hits as materialized (select s.id from " table " s where s.agency = :agency"                       \
    " and s.terms @@ cast(:match as tsquery) and s.id < :below and s.id > :floor and :begun = '')"           \
    " select c.id from hits s cross join lateral (select * from cases h where h.agency = :agency"            \
    " and h.id = s.id offset 0) c where 1 = 1"

// Sets are written as ",a,b,". Offices are looked up once for a statement, not for each case.
#define IN_SET(column, set) set " like '%,' || cast(" column " as text) || ',%'"
#define IN_OFFICES(column, set)                                                                              \
    column " in (select o.id from offices o where o.agency = :agency and " IN_SET("o.id", set) ")"
#define ROW_FITS                                                                                             \
    " and (:offices = '' or (c.standing & 16384) <> 0 or (case when c.office is null then :or_without = 1"   \
    " else " IN_OFFICES(                                                                                     \
        "c.office", ":offices") " end))"                                                                     \
                                " and (:kind = '' or c.kind = :kind) and (:state = '' or c.state = :state)"  \
                                " and (c.standing & :mask) = :mark and (case :view when 'mine' then "        \
                                "(c.person = :me or (c.person is"                                            \
                                " null and " IN_OFFICES(                                                     \
                                    "c.office",                                                              \
                                    ":own") ")) when 'decision' then (case when c.office is null then"       \
                                            " :decides_queue = 1 else " IN_OFFICES(                          \
                                                "c.office", ":deciding") " end) else 1 = 1 end)"

constexpr db::Query<CaseId(AgencyId, string, CaseId, CaseId, string, string, bool, string, string, int, int,
                           string, StaffId, string, bool, string, int)>
    select_ids{"search.staff",
               "select s.rowid " FROM_STAFF_SQLITE ROW_FITS " order by s.rowid desc limit :limit",
               ROWS_OF_HITS_POSTGRES("staff_search") ROW_FITS " order by c.id desc limit :limit"};

#define LISTED                                                                                               \
    " and (:states = '' or " IN_SET("c.state", ":states") ") and (:offices = '' or " IN_OFFICES(             \
        "c.office", ":offices") ") and (:topic = '' or c.topic = :topic)"                                    \
                                " and (:area = '' or c.area = :area or c.area like :area || '.%')"           \
                                " and (:overdue = 0 or (c.standing & 128) <> 0)"

constexpr db::Query<CaseId(AgencyId, string, CaseId, CaseId, string, string, string, string, string, bool,
                           int)>
    select_public_ids{
        "search.public",
        "select s.rowid from public_search s cross join cases c on c.agency = :agency and c.id = s.rowid"
        " where s.public_search match :match and s.rowid < :below and s.rowid > :floor"
        " and (:begun = '' or instr(' ' || s.terms, :begun) > 0)" LISTED
        " order by s.rowid desc limit :limit",
        ROWS_OF_HITS_POSTGRES("public_search") LISTED " order by c.id desc limit :limit"};

constexpr db::Query<Progress(AgencyId)> select_progress{
    "search.progress", "select version, down_to from search_progress where agency = :agency"};
constexpr db::Query<void(AgencyId, int, CaseId)> upsert_progress{
    "search.put_progress",
    "insert into search_progress (agency, version, down_to) values (:agency, :version, :down_to)"
    " on conflict (agency) do update set version = excluded.version, down_to = excluded.down_to"};
constexpr db::Query<CaseId(AgencyId, CaseId, int)> select_ids_below{
    "search.ids_below",
    "select id from cases where agency = :agency and id < :below order by id desc limit :limit {for update}"};
constexpr db::Query<void(AgencyId, CaseId, string)> insert_queued{
    "search.queue", "insert into search_queue (agency, id, terms) values (:agency, :id, :terms)"};
constexpr db::Query<void(AgencyId, CaseId)> delete_queued{
    "search.unqueue", "delete from search_queue where agency = :agency and id = :id"};
// FTS5 writes a part of its index for each statement that is not a plain `values`: hence all rows in one. On
// PostgreSQL others queue meanwhile; what is moved and what is deleted are the same rows.
#define OLDEST_QUEUED "select q.id from search_queue q where q.agency = :agency order by q.id limit :most"
constexpr db::Query<void(AgencyId, int)> move_oldest{
    "search.move_queued",
    "insert into staff_search (rowid, terms) select q.id, q.terms from search_queue q"
    " where q.agency = :agency order by q.id limit :most",
    "with moved as (delete from search_queue where agency = :agency and id in (" OLDEST_QUEUED
    " for update) returning agency, id, terms) insert into staff_search (agency, id, terms)"
    " select agency, id, array_to_tsvector(string_to_array(terms, ' ')) from moved"};
constexpr db::Query<void(AgencyId, int)> delete_moved{
    "search.delete_moved", "delete from search_queue where agency = :agency and id in (" OLDEST_QUEUED ")",
    "delete from search_queue where agency = :agency and id < 0 and :most < 0"};

constexpr db::Query<std::int64_t()> count_changes{"search.count_changes", "select total_changes()",
                                                  "select 0"};

} // namespace

void put_terms(db::Tx& tx, Audience audience, AgencyId agency, CaseId id, const string& terms) {
    if (audience == Audience::staff) tx.run(delete_queued, agency, id);
    tx.run(of(audience).remove, id, agency);
    if (!terms.empty()) tx.run(of(audience).put, id, agency, terms);
}

void queue_terms(db::Tx& tx, AgencyId agency, CaseId id, const string& terms) {
    tx.run(insert_queued, agency, id, terms);
}

int move_queued(db::Tx& tx, AgencyId agency, int most) {
    const auto moved = tx.run(move_oldest, agency, most);
    if (moved > 0) tx.run(delete_moved, agency, most);
    return static_cast<int>(moved);
}

void lock(db::Tx& tx, AgencyId agency, CaseId id) {
    (void)tx.one(lock_case, agency, id);
}

std::vector<string> masked_words(db::Tx& tx, AgencyId agency, CaseId id) {
    return tx.all(select_masked, agency, id);
}

Dialect dialect_of(const db::Tx& tx) noexcept {
    switch (tx.engine()) {
    case db::Engine::sqlite: return Dialect::fts5;
    case db::Engine::postgres: return Dialect::tsquery;
    }
    return Dialect::fts5;
}

void plan_by_words(db::Tx& tx) {
    if (tx.engine() == db::Engine::postgres) tx.script("set local plan_cache_mode = force_custom_plan");
}

std::vector<string> terms_begun(db::Tx& tx, Audience audience, const string& begun, int limit) {
    return tx.all(of(audience).begun, begun, limit);
}

bool fills_page(db::Tx& tx, Audience audience, AgencyId agency, const string& match, int page) {
    // The newest: counting any would read on from the oldest, where what is open now is rare.
    constexpr CaseId beyond{std::numeric_limits<std::int64_t>::max()};
    return std::ssize(tx.all(of(audience).newest, agency, match, beyond, page)) == page;
}

int count_matches(db::Tx& tx, Audience audience, AgencyId agency, const string& match, int limit) {
    return static_cast<int>(tx.one(of(audience).count, agency, match, limit).value_or(0));
}

std::optional<CaseId> floor_of(db::Tx& tx, Audience audience, AgencyId agency, const string& match,
                               CaseId below, int scanned) {
    return tx.one(of(audience).floor, agency, match, below, scanned);
}

std::vector<CaseId> find_ids(db::Tx& tx, AgencyId agency, const Question& question, const Stretch& stretch,
                             const Sight& sight, const ViewFilter& filter, int limit) {
    if (!stretch.asks_rows) return tx.all(of_staff.newest, agency, question.match, stretch.below, limit);
    const auto [mask, mark] = marks_of(filter.view);
    auto code = [](const auto& value) { return value ? string(base::code_of(*value)) : string{}; };
    return tx.all(select_ids, agency, question.match, stretch.below, stretch.floor, question.begun,
                  set_of(question.offices), question.or_without_office, code(filter.kind), code(filter.state),
                  mask, mark, string(base::code_of(filter.view)), sight.me, set_of(sight.own),
                  sight.decides_queue, set_of(sight.deciding), limit);
}

std::vector<CaseId> find_public_ids(db::Tx& tx, AgencyId agency, const Question& question,
                                    const Stretch& stretch, const Listing& listing, int limit) {
    if (!stretch.asks_rows) return tx.all(of_everybody.newest, agency, question.match, stretch.below, limit);
    return tx.all(select_public_ids, agency, question.match, stretch.below, stretch.floor, question.begun,
                  set_of(listing.states), set_of(listing.offices), listing.topic, listing.area,
                  listing.only_overdue, limit);
}

std::optional<Progress> progress(db::Tx& tx, AgencyId agency) {
    return tx.one(select_progress, agency);
}

void put_progress(db::Tx& tx, AgencyId agency, const Progress& progress) {
    tx.run(upsert_progress, agency, progress.version, progress.down_to);
}

std::vector<CaseId> ids_below(db::Tx& tx, AgencyId agency, CaseId below, int limit) {
    return tx.all(select_ids_below, agency, below, limit);
}

bool compact(db::Tx& tx, Audience audience, bool is_first) {
    if (tx.engine() == db::Engine::postgres) return false;
    const auto before = tx.one(count_changes).value_or(0);
    tx.run(is_first ? of(audience).merge_all : of(audience).merge_more);
    // FTS5: a merge that changes less than two rows found nothing to do.
    return tx.one(count_changes).value_or(0) - before >= 2;
}

} // namespace cases
