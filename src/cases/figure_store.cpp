#include "cases/figure_store.h"

#include "cases/sight_store.h"
#include "cases/standing.h"
#include "db/query.h"

namespace cases {
namespace {

using base::AgencyId;
using base::Time;
using std::int64_t;
using std::string;

#define SUM(column) "cast(sum(" column ") as bigint)"
#define SUMS                                                                                                 \
    SUM("received")                                                                                          \
    ", " SUM("done") ", " SUM("in_time") ", " SUM("claimed") ", " SUM("contested") ", " SUM(                 \
        "open") ", " SUM("overdue") ", " SUM("scheduled")
#define HAS(bit) "case when (standing & " bit ") <> 0 then n else 0 end"
#define CHANGES(period, name)                                                                                \
    "select " period " as period, " name                                                                     \
    " as name, n as received, " HAS("512") " as done, " HAS("1024") " as in_time, " HAS(                     \
        "2048") " as claimed, " HAS("4096") " as contested, " HAS("1") " as open, " HAS("128") " as "        \
                                                                                               "overdue,"    \
                                                                                               " " HAS(      \
                                                                                                   "25"      \
                                                                                                   "6") " a" \
                                                                                                        "s " \
                                                                                                        "sc" \
                                                                                                        "he" \
                                                                                                        "du" \
                                                                                                        "le" \
                                                                                                        "d " \
                                                                                                        "fr" \
                                                                                                        "om" \
                                                                                                        " t" \
                                                                                                        "al" \
                                                                                                        "ly" \
                                                                                                        "_c" \
                                                                                                        "ha" \
                                                                                                        "ng" \
                                                                                                        "es" \
                                                                                                        " w" \
                                                                                                        "he" \
                                                                                                        "re" \
                                                                                                        " a" \
                                                                                                        "ge" \
                                                                                                        "nc" \
                                                                                                        "y " \
                                                                                                        "= " \
                                                                                                        ":a" \
                                                                                                        "ge" \
                                                                                                        "nc" \
                                                                                                        "y " \
                                                                                                        "an" \
                                                                                                        "d"  \
                                                                                                        " i" \
                                                                                                        "s_" \
                                                                                                        "wh" \
                                                                                                        "is" \
                                                                                                        "tl" \
                                                                                                        "eb" \
                                                                                                        "lo" \
                                                                                                        "wi" \
                                                                                                        "ng" \
                                                                                                        " =" \
                                                                                                        " 0"
#define SUMMED(grain, period, dimension, name, group)                                                        \
    "select cast(" group " as text), " SUMS " from (select period, name, received, done, in_time, claimed,"  \
    " contested, open, overdue, scheduled from case_figures where agency = :agency and grain = '" grain      \
    "' and dimension = '" dimension                                                                          \
    "' and period >= :first and period <= :last union all select * from (" CHANGES(                          \
        period, name) ") u where period >= :first and period <= :last) f group by " group                    \
                      " having sum(received) <> 0 order by " group
#define SHOWN_OFFICE "case when (standing & 8192) <> 0 then cast(office as text) else '' end"

using Sum = db::Query<NamedNumbers(AgencyId, int64_t, int64_t)>;
constexpr Sum day_all{"figures.day", SUMMED("day", "day", "all", "''", "name")};
constexpr Sum day_office{"figures.day_office", SUMMED("day", "day", "office", SHOWN_OFFICE, "name")};
constexpr Sum day_topic{"figures.day_topic", SUMMED("day", "day", "topic", "topic", "name")};
constexpr Sum day_regency{"figures.day_regency", SUMMED("day", "day", "regency", "regency", "name")};
constexpr Sum month_all{"figures.month", SUMMED("month", "month", "all", "''", "name")};
constexpr Sum month_office{"figures.month_office", SUMMED("month", "month", "office", SHOWN_OFFICE, "name")};
constexpr Sum month_topic{"figures.month_topic", SUMMED("month", "month", "topic", "topic", "name")};
constexpr Sum month_regency{"figures.month_regency", SUMMED("month", "month", "regency", "regency", "name")};
constexpr Sum days{"figures.days", SUMMED("day", "day", "all", "''", "period")};
constexpr Sum months{"figures.months", SUMMED("month", "month", "all", "''", "period")};

const Sum& sum_of(Grain grain, Dimension dimension) {
    const bool is_day = grain == Grain::day;
    switch (dimension) {
    case Dimension::all: return is_day ? day_all : month_all;
    case Dimension::office: return is_day ? day_office : month_office;
    case Dimension::topic: return is_day ? day_topic : month_topic;
    case Dimension::regency: return is_day ? day_regency : month_regency;
    }
    return month_all;
}

// A number and its list are one condition: the marks of Measure. Whistleblowing is in none.
#define FITS                                                                                                 \
    "(c.standing & 32768) = 0 and (c.standing & :mark) = :mark"                                              \
    " and (:offices = '' or (:offices = '-' and (c.standing & 8192) = 0) or ((c.standing & 8192) <> 0 and"   \
    " :offices like '%,' || cast(c.office as text) || ',%'))"                                                \
    " and (:topic = '' or (:topic = '-' and c.topic is null) or c.topic = :topic)"                           \
    " and (:regency = '' or (:regency = '-' and c.area is null) or substr(c.area, 1, 5) = :regency)"
#define BEHIND                                                                                               \
    " and c.received_at >= :from and (c.received_at, c.id) < (:before_at, :before_id) and " FITS             \
    " order by c.received_at desc, c.id desc limit :limit"
#define KEYS "select c.received_at, c.id from cases c where c.agency = :agency"
using Listed = db::Query<ViewMark(AgencyId, Time, Time, CaseId, int, string, string, string, int)>;
constexpr Listed list_by_time{"figures.list", KEYS BEHIND};
constexpr Listed list_open{"figures.list_open", KEYS " and (c.standing & 1) = 1" BEHIND};
constexpr Listed list_late{"figures.list_late", KEYS " and (c.standing & 8) = 8" BEHIND};
using ListedOf = db::Query<ViewMark(AgencyId, string, Time, Time, CaseId, int, string, string, string, int)>;
constexpr ListedOf list_by_topic{"figures.list_of_topic", KEYS " and c.topic = :lead" BEHIND};

Mark mark_of(Measure measure) {
    switch (measure) {
    case Measure::received: return Mark{0};
    case Measure::done: return Mark::done;
    case Measure::in_time: return Mark::in_time;
    case Measure::claimed: return Mark::claimed;
    case Measure::contested: return Mark::contested;
    case Measure::open: return Mark::open;
    case Measure::overdue: return Mark::overdue;
    }
    return Mark{0};
}

/// What a condition on a dimension is as text: nothing for any, "-" for none.
string as_text(Which which, string one) {
    switch (which) {
    case Which::any: return {};
    case Which::none: return "-";
    case Which::one: return one;
    }
    return {};
}

} // namespace

std::vector<NamedNumbers> sum_by_name(db::Tx& tx, AgencyId agency, Grain grain, Dimension dimension,
                                      const Periods& periods) {
    return tx.all(sum_of(grain, dimension), agency, periods.first, periods.last);
}

std::vector<NamedNumbers> sum_by_period(db::Tx& tx, AgencyId agency, Grain grain, const Periods& periods) {
    return tx.all(grain == Grain::day ? days : months, agency, periods.first, periods.last);
}

std::vector<ViewMark> list_measured(db::Tx& tx, AgencyId agency, const MeasureListing& listing) {
    const bool first = listing.before_id == 0;
    const Time before_at = first ? listing.span.until : listing.before_at;
    const CaseId before_id{first ? 0 : listing.before_id};
    const int mark = static_cast<int>(mark_of(listing.measure));
    const string offices = as_text(listing.office, set_of(listing.offices));
    const string topic = as_text(listing.topic, listing.topic_code);
    const string regency = as_text(listing.regency, listing.regency_code);
    if (listing.topic == Which::one)
        return tx.all(list_by_topic, agency, topic, listing.span.from, before_at, before_id, mark, offices,
                      topic, regency, listing.limit);
    const Listed& query = listing.measure == Measure::overdue ? list_late
                          : listing.measure == Measure::open  ? list_open
                                                              : list_by_time;
    return tx.all(query, agency, listing.span.from, before_at, before_id, mark, offices, topic, regency,
                  listing.limit);
}

} // namespace cases
