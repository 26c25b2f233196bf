#include "cases/tally_store.h"

#include "cases/sight_store.h"
#include "db/query.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace cases {
namespace {

using base::AgencyId;
using std::int64_t;
using std::string;

constexpr db::Query<void(AgencyId, TallyChangeId, int, bool, int64_t, int64_t, int64_t, bool, int, string,
                         string, int64_t, int64_t)>
    insert_one{"tallies.insert_change",
               "insert into tally_changes (agency, id, batch, n, is_restricted, office, person,"
               " conduct_office, is_whistleblowing, standing, topic, regency, day, month) values (:agency,"
               " :id, 0, :n, :is_restricted, :office, :person, :conduct_office, :is_whistleblowing,"
               " :standing, :topic, :regency, :day, :month)"};

// Rows that come while others are folded keep batch 0: what is added and what is deleted are the same rows.
constexpr db::Query<void(int64_t, AgencyId, int)> mark_batch{
    "tallies.mark_batch", "update tally_changes set batch = :batch where agency = :agency and id in (select"
                          " t.id from tally_changes t where t.agency = :agency and t.batch = 0 order by t.id"
                          " limit :most)"};
constexpr db::Query<void(AgencyId, int64_t)> delete_batch{
    "tallies.delete_batch", "delete from tally_changes where agency = :agency and batch = :batch"};
constexpr db::Query<void(AgencyId)> delete_empty{"tallies.delete_empty",
                                                 "delete from case_tallies where agency = :agency and n = 0"};

// The marks that views ask for; the others would only tear alike cases apart.
constexpr int view_marks = 127;
#define VIEW_MARKS "(standing & 127)"

#define TALLY_COLUMNS "agency, is_restricted, office, person, conduct_office, is_whistleblowing, standing, n"
#define TALLY_KEY "agency, is_restricted, office, person, conduct_office, is_whistleblowing, standing"

constexpr db::Query<void(AgencyId, int64_t)> fold_tallies{
    "tallies.fold",
    "insert into case_tallies (" TALLY_COLUMNS ") select agency, is_restricted, office, person,"
    " conduct_office, is_whistleblowing, " VIEW_MARKS ", sum(n) from tally_changes where agency = :agency and"
    " batch = :batch group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0 on conflict (" TALLY_KEY
    ") do update set n = case_tallies.n + excluded.n"};

#define HAS(bit) "case when (standing & " bit ") <> 0 then n else 0 end"
#define FIGURE_COLUMNS                                                                                       \
    "agency, grain, dimension, period, name, received, done, in_time, claimed, contested, open, overdue,"    \
    " scheduled"
#define FIGURE_SUMS                                                                                          \
    "sum(n), sum(" HAS("512") "), sum(" HAS("1024") "), sum(" HAS("2048") "), sum(" HAS(                     \
        "4096") "), sum(" HAS("1") "), sum(" HAS("128") "), sum(" HAS("256") ")"
#define SHOWN_OFFICE "case when (standing & 8192) <> 0 then cast(office as text) else '' end"

#define FOLD_FIGURES(grain, period, dimension, name)                                                         \
    "insert into case_figures (" FIGURE_COLUMNS ") select agency, '" grain "', '" dimension "', " period     \
    ", " name ", " FIGURE_SUMS " from tally_changes where agency = :agency and batch = :batch and"           \
    " is_whistleblowing = 0 group by 1, 2, 3, 4, 5 on conflict (agency, grain, dimension, period, name) do"  \
    " update set received = case_figures.received + excluded.received, done = case_figures.done +"           \
    " excluded.done, in_time = case_figures.in_time + excluded.in_time, claimed = case_figures.claimed +"    \
    " excluded.claimed, contested = case_figures.contested + excluded.contested, open = case_figures.open +" \
    " excluded.open, overdue = case_figures.overdue + excluded.overdue, scheduled ="                         \
    " case_figures.scheduled + excluded.scheduled"

using Fold = db::Query<void(AgencyId, int64_t)>;
constexpr Fold fold_figures[] = {
    {"figures.fold_day", FOLD_FIGURES("day", "day", "all", "''")},
    {"figures.fold_day_office", FOLD_FIGURES("day", "day", "office", SHOWN_OFFICE)},
    {"figures.fold_day_topic", FOLD_FIGURES("day", "day", "topic", "topic")},
    {"figures.fold_day_regency", FOLD_FIGURES("day", "day", "regency", "regency")},
    {"figures.fold_month", FOLD_FIGURES("month", "month", "all", "''")},
    {"figures.fold_month_office", FOLD_FIGURES("month", "month", "office", SHOWN_OFFICE)},
    {"figures.fold_month_topic", FOLD_FIGURES("month", "month", "topic", "topic")},
    {"figures.fold_month_regency", FOLD_FIGURES("month", "month", "regency", "regency")},
};

constexpr db::Query<void(AgencyId)> delete_changes{"tallies.delete_changes",
                                                   "delete from tally_changes where agency = :agency"};
constexpr db::Query<void(AgencyId)> delete_tallies{"tallies.delete_all",
                                                   "delete from case_tallies where agency = :agency"};
constexpr db::Query<void(AgencyId)> delete_figures{"figures.delete_all",
                                                   "delete from case_figures where agency = :agency"};

// What tallied() needs of each case.
struct CountedCase {
    CaseId id;
    Kind kind = Kind::complaint;
    std::optional<OfficeId> office;
    std::optional<StaffId> person;
    std::optional<OfficeId> conduct_office;
    std::optional<string> topic;
    std::optional<string> area;
    base::Time received_at{};
    int standing = 0;
};
BOOST_DESCRIBE_STRUCT(CountedCase, (),
                      (id, kind, office, person, conduct_office, topic, area, received_at, standing))
constexpr db::Query<CountedCase(AgencyId, CaseId, int)> select_counted{
    "tallies.cases_to_count",
    "select id, kind, office, person, conduct_office, topic, area, received_at, standing from cases where"
    " agency = :agency and id > :after order by id limit :limit"};

constexpr db::Query<TallyRow(AgencyId)> select_tallies{
    "tallies.find_all", "select is_restricted, office, person, conduct_office, is_whistleblowing, standing, n"
                        " from case_tallies where agency = :agency"};
constexpr db::Query<void(AgencyId, bool, int64_t, int64_t, int64_t, bool, int, int64_t)> insert_tally{
    "tallies.insert", "insert into case_tallies (" TALLY_COLUMNS ") values (:agency, :is_restricted, :office,"
                      " :person, :conduct_office, :is_whistleblowing, :standing, :n)"};
constexpr db::Query<StoredFigure(AgencyId)> select_figures{
    "figures.find_all",
    "select grain, dimension, period, name, received, done, in_time, claimed, contested,"
    " open, overdue, scheduled from case_figures where agency = :agency and (received <> 0"
    " or done <> 0 or in_time <> 0 or claimed <> 0 or contested <> 0 or open <> 0 or"
    " overdue <> 0 or scheduled <> 0)"};
constexpr db::Query<void(AgencyId, string, string, int64_t, string, int64_t, int64_t, int64_t, int64_t,
                         int64_t, int64_t, int64_t, int64_t)>
    insert_figure{"figures.insert",
                  "insert into case_figures (" FIGURE_COLUMNS
                  ") values (:agency, :grain, :dimension, :period,"
                  " :name, :received, :done, :in_time, :claimed, :contested, :open, :overdue, :scheduled)"};

constexpr db::Query<TallyBasis(AgencyId)> select_basis{
    "tallies.find_basis", "select zone, emergency_from from tally_bases where agency = :agency"};
constexpr db::Query<void(AgencyId, string, double)> put_basis{
    "tallies.save_basis",
    "insert into tally_bases (agency, zone, emergency_from) values (:agency, :zone, :emergency_from) on"
    " conflict (agency) do update set zone = excluded.zone, emergency_from = excluded.emergency_from"};

#define ALL_TALLIES                                                                                          \
    "(select is_restricted, office, person, conduct_office, is_whistleblowing, standing, n from"             \
    " case_tallies where agency = :agency union all select is_restricted, office, person, conduct_office,"   \
    " is_whistleblowing, standing, n from tally_changes where agency = :agency)"

#define SUM_OF(condition) "cast(sum(case when " condition " then c.n else 0 end) as bigint)"
#define MARKED(bit) "(c.standing & " bit ") <> 0"

constexpr db::Query<OfficeCounts(StaffId, AgencyId, string, bool, string, bool, string, string)>
    count_offices{"tallies.count_by_office",
                  "select c.office, " SUM_OF(
                      MARKED("1")) ", " SUM_OF(MARKED("1") " and (c.person = :me or (c.person = 0 "
                                                           "and " CASES_IN_SET(
                                                               "c.office", ":own") "))") ", " SUM_OF(MARKED("2")) ", " SUM_OF(MARKED("8")) ", " SUM_OF(MARKED("4")) ", " SUM_OF(MARKED("16")) ", " SUM_OF(MARKED("32") " and (case when c.office = 0 then :decides_queue = 1 else " CASES_IN_SET("c.office",
                                                                                                                                                                                                                                                                                                 ":deciding") " end)") ", " SUM_OF(MARKED("64")) ", " SUM_OF("(c.standing & 1) = 0") " from"
                                                                                                                                                                                                                                                                                                                                                                                     " " ALL_TALLIES
                                                                                                                                                                                                                                                                                                                                                                                     " c where "
                                                                                                                                                                                                                                                                                                                                                                                     "(case when "
                                                                                                                                                                                                                                                                                                                                                                                     "c.is_"
                                                                                                                                                                                                                                                                                                                                                                                     "restricted "
                                                                                                                                                                                                                                                                                                                                                                                     "= 0 "
                                                                                                                                                                                                                                                                                                                                                                                     "then"
                                                                                                                                                                                                                                                                                                                                                                                     " " CASES_SEEN_BY_OFFICE("c.office") " else " CASES_SEEN_IF_RESTRICTED("c."
                                                                                                                                                                                                                                                                                                                                                                                                                                                            "office",
                                                                                                                                                                                                                                                                                                                                                                                                                                                            "c."
                                                                                                                                                                                                                                                                                                                                                                                                                                                            "conduct_"
                                                                                                                                                                                                                                                                                                                                                                                                                                                            "office",
                                                                                                                                                                                                                                                                                                                                                                                                                                                            "c.is_"
                                                                                                                                                                                                                                                                                                                                                                                                                                                            "whistleb"
                                                                                                                                                                                                                                                                                                                                                                                                                                                            "lowing",
                                                                                                                                                                                                                                                                                                                                                                                                                                                            "c."
                                                                                                                                                                                                                                                                                                                                                                                                                                                            "person") " end)"
                                                                                                                                                                                                                                                                                                                                                                                                                                                                      " group by c.office order by c.office"};

struct GroupRow {
    int64_t office = 0;
    int64_t conduct_office = 0;
    bool is_whistleblowing = false;
    bool is_mine = false;
};
BOOST_DESCRIBE_STRUCT(GroupRow, (), (office, conduct_office, is_whistleblowing, is_mine))
constexpr db::Query<GroupRow(StaffId, AgencyId)> select_restricted{
    "tallies.find_restricted_groups",
    "select distinct office, conduct_office, is_whistleblowing, case when person = :me then 1 else 0 end"
    " from (select office, conduct_office, is_whistleblowing, person from case_tallies where agency ="
    " :agency and is_restricted = 1 union all select office, conduct_office, is_whistleblowing, person from"
    " tally_changes where agency = :agency and is_restricted = 1) c"};

void add(std::map<TallyRow, int64_t>& rows, const Tallied& one) {
    ++rows[{one.is_restricted, one.office, one.person, one.conduct_office, one.is_whistleblowing,
            one.standing & view_marks, 0}];
}

using FigureKey = std::tuple<string, string, int64_t, string>;
void add(std::map<FigureKey, StoredFigure>& figures, const Tallied& one) {
    if (one.is_whistleblowing) return;
    const Standing standing{one.standing};
    const string office = standing.has(Mark::office_shown) ? std::to_string(one.office) : string();
    const std::pair<string, int64_t> periods[] = {{"day", one.day}, {"month", one.month}};
    const std::pair<string, string> names[] = {
        {"all", ""}, {"office", office}, {"topic", one.topic}, {"regency", one.regency}};
    for (const auto& [grain, period] : periods)
        for (const auto& [dimension, name] : names) {
            auto& sums = figures[{grain, dimension, period, name}];
            ++sums.received;
            sums.done += standing.has(Mark::done);
            sums.in_time += standing.has(Mark::in_time);
            sums.claimed += standing.has(Mark::claimed);
            sums.contested += standing.has(Mark::contested);
            sums.open += standing.has(Mark::open);
            sums.overdue += standing.has(Mark::overdue);
            sums.scheduled += standing.has(Mark::scheduled);
        }
}

} // namespace

Tallies count_cases_one_by_one(db::Tx& tx, AgencyId agency, base::Zone zone) {
    std::map<TallyRow, int64_t> rows;
    std::map<FigureKey, StoredFigure> figures;
    constexpr int page = 5'000;
    CaseId after;
    for (auto found = tx.all(select_counted, agency, after, page); !found.empty();
         found = tx.all(select_counted, agency, after, page)) {
        for (const auto& row : found) {
            Case c;
            c.kind = row.kind;
            c.office = row.office;
            c.person = row.person;
            c.conduct_office = row.conduct_office;
            c.topic = row.topic;
            c.area = row.area;
            c.received_at = row.received_at;
            const Tallied one = tallied(c, Standing{row.standing}, zone);
            add(rows, one);
            add(figures, one);
        }
        after = found.back().id;
    }
    Tallies out;
    for (const auto& [row, n] : rows) {
        out.rows.push_back(row);
        out.rows.back().n = n;
    }
    for (auto& [key, sums] : figures) {
        std::tie(sums.grain, sums.dimension, sums.period, sums.name) = key;
        out.figures.push_back(std::move(sums));
    }
    std::ranges::sort(out.rows);
    std::ranges::sort(out.figures);
    return out;
}

Tallies find_tallies(db::Tx& tx, AgencyId agency) {
    Tallies out{.rows = tx.all(select_tallies, agency), .figures = tx.all(select_figures, agency)};
    std::ranges::sort(out.rows);
    std::ranges::sort(out.figures);
    return out;
}

void replace_tallies(db::Tx& tx, AgencyId agency, const Tallies& tallies) {
    tx.run(delete_changes, agency);
    tx.run(delete_tallies, agency);
    tx.run(delete_figures, agency);
    for (const auto& row : tallies.rows)
        tx.run(insert_tally, agency, row.is_restricted, row.office, row.person, row.conduct_office,
               row.is_whistleblowing, row.standing, row.n);
    for (const auto& f : tallies.figures)
        tx.run(insert_figure, agency, f.grain, f.dimension, f.period, f.name, f.received, f.done, f.in_time,
               f.claimed, f.contested, f.open, f.overdue, f.scheduled);
}

void keep_writers_out(db::Tx& tx) {
    // SQLite has one writer anyway.
    if (tx.engine() == db::Engine::postgres)
        tx.script("lock table cases, tally_changes in share row exclusive mode");
}

void insert_change(db::Tx& tx, AgencyId agency, TallyChangeId id, int n, const Tallied& t) {
    tx.run(insert_one, agency, id, n, t.is_restricted, t.office, t.person, t.conduct_office,
           t.is_whistleblowing, t.standing, t.topic, t.regency, t.day, t.month);
}

int64_t fold_changes(db::Tx& tx, AgencyId agency, int64_t batch, int most) {
    const auto marked = tx.run(mark_batch, batch, agency, most);
    if (marked == 0) return 0;
    tx.run(fold_tallies, agency, batch);
    for (const auto& fold : fold_figures)
        tx.run(fold, agency, batch);
    tx.run(delete_batch, agency, batch);
    tx.run(delete_empty, agency);
    return marked;
}

std::optional<TallyBasis> find_basis(db::Tx& tx, AgencyId agency) {
    return tx.one(select_basis, agency);
}

void save_basis(db::Tx& tx, AgencyId agency, const TallyBasis& basis) {
    tx.run(put_basis, agency, basis.zone, basis.emergency_from);
}

std::vector<OfficeCounts> count_by_office(db::Tx& tx, AgencyId agency, const Sight& sight) {
    return tx.all(count_offices, sight.me, agency, set_of(sight.own), sight.decides_queue,
                  set_of(sight.deciding), sight.sees_queue, seen_offices(sight), set_of(sight.restricted));
}

std::vector<RestrictedGroup> find_restricted_groups(db::Tx& tx, AgencyId agency, StaffId me) {
    auto office = [](int64_t id) { return id == 0 ? std::nullopt : std::optional(OfficeId{id}); };
    std::vector<RestrictedGroup> out;
    for (const auto& row : tx.all(select_restricted, me, agency))
        out.push_back({office(row.office), office(row.conduct_office), row.is_whistleblowing, row.is_mine});
    return out;
}

} // namespace cases
