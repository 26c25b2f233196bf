#include "cases/figure_store.h"

#include "db/query.h"

namespace cases {
namespace {

using base::AgencyId;

// The conditions of Measure, over a case c and its clock of solving d. Numbers and lists both use these.
#define IS_DONE "c.state in ('resolved', 'closed')"
#define IS_IN_TIME "(" IS_DONE " and (d.id is null or (d.met_at is not null and d.met_at <= d.due_at)))"
#define IS_CLAIMED "(c.contests > 0 or " IS_DONE ")"
#define IS_CONTESTED "c.contests > 0"
#define IS_OPEN                                                                                              \
    "c.state in ('received', 'verified', 'assigned', 'in_progress', 'scheduled', 'awaiting_reporter')"
#define IS_OVERDUE                                                                                           \
    "(" IS_OPEN " and d.id is not null and d.met_at is null and d.ended_at is null and d.paused_at is null"  \
    " and d.due_at < :now)"
// As cases::public_view shows it: not before a person verified the case, never of a complaint about conduct.
#define SHOWN_OFFICE                                                                                         \
    "case when c.conduct_office is null and c.state not in ('received', 'archived') then c.office end"
#define REGENCY "substr(c.area, 1, 5)"

#define SUMS                                                                                                 \
    "count(*), coalesce(sum(case when " IS_DONE                                                              \
    " then 1 else 0 end), 0), coalesce(sum(case when " IS_IN_TIME                                            \
    " then 1 else 0 end), 0), coalesce(sum(case when " IS_CLAIMED                                            \
    " then 1 else 0 end), 0), coalesce(sum(case when " IS_CONTESTED                                          \
    " then 1 else 0 end), 0), coalesce(sum(case when " IS_OPEN                                               \
    " then 1 else 0 end), 0), coalesce(sum(case when " IS_OVERDUE " then 1 else 0 end), 0)"
#define FROM_CASES                                                                                           \
    " from cases c left join deadlines d on d.agency = c.agency and d.subject_kind = 'case' and"             \
    " d.subject = c.id and d.name = 'resolve' where c.agency = :agency and c.received_at >= :from and"       \
    " c.received_at < :until and c.kind <> 'whistleblowing'"

constexpr db::Query<FigureCell(base::Time, AgencyId, base::Time, base::Time)> select_cells{
    "figures.count_cells",
    "select " SHOWN_OFFICE ", c.topic, " REGENCY ", " SUMS FROM_CASES " group by 1, 2, 3"};
constexpr db::Query<Numbers(base::Time, AgencyId, base::Time, base::Time)> select_totals{
    "figures.count_totals", "select " SUMS FROM_CASES};
/// The index on states finds the few that are open among all of an agency's years.
constexpr db::Query<OpenNumbers(base::Time, AgencyId)> select_open{
    "figures.count_open",
    "select count(*), coalesce(sum(case when " IS_OVERDUE " then 1 else 0 end), 0) from cases c left join"
    " deadlines d on d.agency = c.agency and d.subject_kind = 'case' and d.subject = c.id and"
    " d.name = 'resolve' where c.agency = :agency and " IS_OPEN " and c.kind <> 'whistleblowing'"};
constexpr db::Query<DayCell(base::Duration, base::Time, AgencyId, base::Time, base::Time)> select_days{
    "figures.count_days",
    "select (c.received_at + :offset) / 86400000, " SUMS FROM_CASES " group by 1 order by 1"};

constexpr db::Query<CaseKey(AgencyId, base::Time, base::Time, Measure, base::Time, std::string, std::string,
                            std::string, base::Time, std::int64_t, int)>
    select_measured{"figures.list",
                    "select c.id, c.received_at" FROM_CASES
                    " and (:measure = 'masuk' or (:measure = 'tuntas' and " IS_DONE
                    ") or (:measure = 'tepat-waktu' and " IS_IN_TIME
                    ") or (:measure = 'dinyatakan-tuntas' and " IS_CLAIMED
                    ") or (:measure = 'dibantah' and " IS_CONTESTED ") or (:measure = 'terbuka' and " IS_OPEN
                    ") or (:measure = 'lewat-tenggat' and " IS_OVERDUE "))"
                    " and (:offices = '' or (:offices = '-' and (" SHOWN_OFFICE ") is null)"
                    " or :offices like '%,' || cast((" SHOWN_OFFICE ") as text) || ',%')"
                    " and (:topic = '' or (:topic = '-' and c.topic is null) or c.topic = :topic)"
                    " and (:regency = '' or (:regency = '-' and c.area is null) or " REGENCY " = :regency)"
                    " and (c.received_at < :before_at or (c.received_at = :before_at and c.id < :before_id))"
                    " order by c.received_at desc, c.id desc limit :limit"};

/// What a condition on a dimension is as text: nothing for any, "-" for none.
std::string as_text(Which which, std::string one) {
    switch (which) {
    case Which::any: return {};
    case Which::none: return "-";
    case Which::one: return one;
    }
    return {};
}

std::string as_set(const std::vector<OfficeId>& offices) {
    std::string out = ",";
    for (OfficeId office : offices)
        out += base::to_string(office) + ",";
    return out;
}

} // namespace

std::vector<FigureCell> count_cells(db::Tx& tx, AgencyId agency, const Span& span, base::Time now) {
    return tx.all(select_cells, now, agency, span.from, span.until);
}

Numbers count_totals(db::Tx& tx, AgencyId agency, const Span& span, base::Time now) {
    return tx.one(select_totals, now, agency, span.from, span.until).value_or(Numbers{});
}

OpenNumbers count_open(db::Tx& tx, AgencyId agency, base::Time now) {
    return tx.one(select_open, now, agency).value_or(OpenNumbers{});
}

std::vector<DayCell> count_days(db::Tx& tx, AgencyId agency, const Span& span, base::Duration utc_offset,
                                base::Time now) {
    return tx.all(select_days, utc_offset, now, agency, span.from, span.until);
}

std::vector<CaseKey> list_measured(db::Tx& tx, AgencyId agency, const MeasureListing& listing,
                                   base::Time now) {
    const bool first = listing.before_id == 0;
    return tx.all(select_measured, agency, listing.span.from, listing.span.until, listing.measure, now,
                  as_text(listing.office, as_set(listing.offices)),
                  as_text(listing.topic, listing.topic_code), as_text(listing.regency, listing.regency_code),
                  first ? listing.span.until : listing.before_at, first ? 1 : listing.before_id,
                  listing.limit);
}

} // namespace cases
