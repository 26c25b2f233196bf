#include "cases/view_store.h"

#include "base/text.h"
#include "db/query.h"

#include <limits>

namespace cases {
namespace {

using base::AgencyId;
using base::Time;
using std::string;

// Sets are written as ",a,b,", and "*" is every office: one text serves every person. Offices are looked up
// once for a statement, not for each case.
#define IN_SET(column, set)                                                                                  \
    column " in (select o.id from offices o where o.agency = :agency and (" set " = '*' or " set             \
           " like '%,' || cast(o.id as text) || ',%'))"

#define SEEN                                                                                                 \
    "(case when c.conduct_office is null and c.kind <> 'whistleblowing' then"                                \
    " (case when c.office is null then :queue = 1 else " IN_SET(                                             \
        "c.office",                                                                                          \
        ":offices") " end)"                                                                                  \
                    " else :restricted like '%,' || cast(coalesce(c.office, 0) as text) || ':' ||"           \
                    " cast(coalesce(c.conduct_office, 0) as text) || ':' ||"                                 \
                    " (case when c.kind = 'whistleblowing' then '1' else '0' end) || ':' ||"                 \
                    " (case when c.person = :me then '1' else '0' end) || ',%' end)"

// Written as in the index cases_waiting, so that the engines recognise it.
#define IS_OPEN                                                                                              \
    "coalesce(c.state, '') in ('received', 'verified', 'assigned', 'in_progress', 'scheduled', "             \
    "'awaiting_reporter')"

#define RUNNING                                                                                              \
    "select d.subject from deadlines d where d.agency = :agency and d.subject_kind = 'case' and"             \
    " d.met_at is null and d.ended_at is null and d.paused_at is null and "
#define IS_LATE "c.id in (" RUNNING "d.due_at < :now)"
#define IS_SOON                                                                                              \
    "c.id in (" RUNNING "d.due_at >= :now and d.due_at - (d.due_at - d.started_at - d.paused_ms) / 4 < "     \
    ":now)"

#define IS_MINE "(c.person = :me or (c.person is null and " IN_SET("c.office", ":own") "))"
#define IS_UNASSIGNED                                                                                        \
    "(c.state in ('received', 'verified', 'assigned') and (c.office is null or c.person is null))"
#define IS_DECISION                                                                                          \
    "((c.level >= 1 or c.returns >= 2 or c.contests >= 2) and (case when c.office is null then"              \
    " :decides_queue = 1 else " IN_SET("c.office", ":deciding") " end))"

#define FLAG(condition) "case when " condition " then 1 else 0 end"

struct OpenCounts {
    std::int64_t open, mine, unassigned, overdue, due_soon, waiting, decision, urgent;
};
BOOST_DESCRIBE_STRUCT(OpenCounts, (), (open, mine, unassigned, overdue, due_soon, waiting, decision, urgent))

// The innermost rows come from the index cases_waiting alone.
constexpr db::
    Query<OpenCounts(StaffId, AgencyId, string, Time, bool, string, double, bool, string, string)>
        count_open{
            "cases.count_open_views",
            "select count(*), coalesce(sum(v.mine), 0), coalesce(sum(v.unassigned), 0),"
            " coalesce(sum(v.late), 0), coalesce(sum(case when v.late = 0 then v.soon else 0 end), 0),"
            " coalesce(sum(v.waiting), 0), coalesce(sum(v.decision), 0), coalesce(sum(v.urgent), 0) "
            "from (select " FLAG(IS_MINE) " as mine, " FLAG(IS_UNASSIGNED) " as unassigned, " FLAG(IS_LATE) " as late, " FLAG(IS_SOON) " as soon, " FLAG(
                "c.state = 'awaiting_reporter'") " as waiting, " FLAG(IS_DECISION) " as "
                                                                                   "decision, " FLAG(
                                                                                       "c.urgency >= "
                                                                                       ":emergency") " as "
                                                                                                     "urgent"
                                                                                                     " from "
                                                                                                     "cases "
                                                                                                     "c "
                                                                                                     "where "
                                                                                                     "c."
                                                                                                     "agency "
                                                                                                     "= "
                                                                                                     ":agency"
                                                                                                     " and"
                                                                                                     " " IS_OPEN
                                                                                                     " and"
                                                                                                     " " SEEN
                                                                                                     ") v"};

constexpr db::Query<std::int64_t(AgencyId, bool, string, string, StaffId)> count_done{
    "cases.count_done",
    "select count(*) from cases c where c.agency = :agency and coalesce(c.state, '') in ('resolved', "
    "'closed', 'referred', 'declined', 'archived') and " SEEN};

#define FITS                                                                                                 \
    SEEN " and (case :view when 'mine' then " IS_MINE " when 'unassigned' then " IS_UNASSIGNED               \
         " when 'overdue' then " IS_LATE " when 'due_soon' then (" IS_SOON " and not " IS_LATE               \
         ") when 'waiting' then c.state = 'awaiting_reporter' when 'decision' then " IS_DECISION             \
         " when 'urgent' then c.urgency >= :emergency when 'done' then not (" IS_OPEN ") else 1 = 1 end)"    \
         " and (:kind = '' or c.kind = :kind) and (:state = '' or c.state = :state)"                         \
         " and (:topic = '' or c.topic = :topic)"                                                            \
         " and (:within = '' or " IN_SET("c.office",                                                         \
                                         ":within") ")"                                                      \
                                                    " and (:words = '' or lower(c.title) like :words or "    \
                                                    "lower(coalesce(c.place_name, '')) like :words"          \
                                                    " or :topics like '%,' || c.topic || ',%')"

#define CASE_COLUMNS                                                                                         \
    "c.agency, c.id, c.code, c.version, c.kind, c.class, c.topic, c.urgency, c.state, c.state_before,"       \
    " c.office, c.person, c.conduct_office, c.area, c.place_name, c.lat, c.lon, c.place_p,"                  \
    " c.identity_mode, c.visibility, c.consent, c.account, c.identity, c.secret_hash, c.title,"              \
    " c.proposed_text, c.public_text, c.returns, c.contests, c.level, c.public_reason, c.planned_day,"       \
    " c.budget_source, c.received_at, c.changed_at"

#define FITS_TYPES                                                                                           \
    bool, string, string, StaffId, string, string, Time, bool, string, double, string, string, string,       \
        string, string, string

// The bound of the time fits every case and leads SQLite to the index of the view.
constexpr db::Query<std::int64_t(AgencyId, FITS_TYPES)> count_waiting{
    "cases.count_open_view",
    "select count(*) from cases c where c.agency = :agency and c.received_at >= 0 and " IS_OPEN " and " FITS};
constexpr db::Query<std::int64_t(AgencyId, FITS_TYPES)> count_any{
    "cases.count_view",
    "select count(*) from cases c where c.agency = :agency and c.received_at >= 0 and " FITS};

constexpr db::Query<Case(AgencyId, Time, CaseId, FITS_TYPES, int)> list_waiting{
    "cases.list_open_view", "select " CASE_COLUMNS " from cases c where c.agency = :agency and " IS_OPEN
                            " and (c.received_at, c.id) > (:after_at, :after_id) and " FITS
                            " order by c.received_at, c.id limit :limit"};
constexpr db::Query<Case(AgencyId, Time, CaseId, FITS_TYPES, int)> list_newest{
    "cases.list_newest_view",
    "select " CASE_COLUMNS
    " from cases c where c.agency = :agency and (c.received_at, c.id) < (:after_at, :after_id) and " FITS
    " order by c.received_at desc, c.id desc limit :limit"};
constexpr db::Query<Case(AgencyId, CaseId, FITS_TYPES, bool, int)> list_by_id{
    "cases.list_view_by_id",
    "select " CASE_COLUMNS " from cases c where c.agency = :agency and c.id < :below and " FITS
    " and (:only_open = 0 or " IS_OPEN ") order by c.id desc limit :limit"};

constexpr db::Query<RestrictedGroup(StaffId, AgencyId)> select_restricted{
    "cases.find_restricted_groups",
    "select distinct c.office, c.conduct_office, case when c.kind = 'whistleblowing' then 1 else 0 end,"
    " case when c.person = :me then 1 else 0 end from cases c where c.agency = :agency and"
    " (c.conduct_office is not null or c.kind = 'whistleblowing')"};

string set_of(const std::vector<OfficeId>& offices) {
    if (offices.empty()) return {};
    string out = ",";
    for (OfficeId each : offices)
        out += base::to_string(each) + ",";
    return out;
}
string set_of(const std::vector<string>& names) {
    return names.empty() ? string{} : "," + base::join(names, ",") + ",";
}
string seen_offices(const Sight& sight) {
    return sight.sees_all_offices ? "*" : set_of(sight.offices);
}

/// "jalan tebet" as "%jalan%tebet%"; what LIKE would read as a pattern is taken out.
string pattern_of(std::string_view words) {
    string out;
    for (auto word : base::split(base::lower_ascii(words), ' ')) {
        string plain;
        for (char c : word)
            if (c != '%' && c != '_' && c != '\\') plain += c;
        if (!plain.empty()) out += (out.empty() ? "%" : "") + plain + "%";
    }
    return out;
}

/// Calls `run` with the arguments of FITS in their order.
template <class Run>
auto with_fits(const Sight& sight, const ViewFilter& filter, const ViewMoment& moment, Run run) {
    auto code = [](const auto& value) { return value ? string(base::code_of(*value)) : string{}; };
    return run(sight.sees_queue, seen_offices(sight), set_of(sight.restricted), sight.me,
               string(base::code_of(filter.view)), set_of(sight.own), moment.now, sight.decides_queue,
               set_of(sight.deciding), moment.emergency_from, code(filter.kind), code(filter.state),
               filter.topic, set_of(filter.within), pattern_of(filter.words), set_of(moment.topics_of_words));
}

constexpr ViewMark first{base::time_from_ms(std::numeric_limits<std::int64_t>::min()), CaseId{0}};
constexpr CaseId beyond{std::numeric_limits<std::int64_t>::max()};
constexpr ViewMark last{base::time_from_ms(std::numeric_limits<std::int64_t>::max()), beyond};

} // namespace

std::vector<RestrictedGroup> find_restricted_groups(db::Tx& tx, AgencyId agency, StaffId me) {
    return tx.all(select_restricted, me, agency);
}

ViewCounts count_views(db::Tx& tx, AgencyId agency, const Sight& sight, const ViewMoment& moment) {
    const auto open = tx.one(count_open, sight.me, agency, set_of(sight.own), moment.now, sight.decides_queue,
                             set_of(sight.deciding), moment.emergency_from, sight.sees_queue,
                             seen_offices(sight), set_of(sight.restricted))
                          .value_or(OpenCounts{});
    return {.mine = open.mine,
            .unassigned = open.unassigned,
            .due_soon = open.due_soon,
            .overdue = open.overdue,
            .waiting = open.waiting,
            .decision = open.decision,
            .urgent = open.urgent,
            .open = open.open,
            .done = tx.one(count_done, agency, sight.sees_queue, seen_offices(sight),
                           set_of(sight.restricted), sight.me)
                        .value_or(0)};
}

std::int64_t count_view(db::Tx& tx, AgencyId agency, const Sight& sight, const ViewFilter& filter,
                        const ViewMoment& moment) {
    return with_fits(sight, filter, moment, [&](auto... fits) {
        return tx.one(is_of_open_cases(filter.view) ? count_waiting : count_any, agency, fits...).value_or(0);
    });
}

std::vector<Case> list_view(db::Tx& tx, AgencyId agency, const Sight& sight, const ViewFilter& filter,
                            const ViewMoment& moment) {
    const bool is_open = is_of_open_cases(filter.view);
    return with_fits(sight, filter, moment, [&](auto... fits) {
        if (filter.below_id)
            return tx.all(list_by_id, agency, *filter.below_id, fits..., is_open, filter.limit);
        const ViewMark mark = filter.after.value_or(is_open ? first : last);
        return tx.all(is_open ? list_waiting : list_newest, agency, mark.received_at, mark.id, fits...,
                      filter.limit);
    });
}

std::vector<db::Statement> view_statements() {
    return {count_open.statement(), count_done.statement(),       count_waiting.statement(),
            count_any.statement(),  list_waiting.statement(),     list_newest.statement(),
            list_by_id.statement(), select_restricted.statement()};
}

} // namespace cases
