#include "cases/view_store.h"

#include "cases/sight_store.h"
#include "cases/view_marks.h"
#include "db/query.h"

#include <limits>

namespace cases {
namespace {

using base::AgencyId;
using base::Time;
using std::string;

// Lists are walked along an index and give keys alone; the page's cases are then read by key. What decides
// most, standing and office, stands in each index; the rest is looked up only for what is left.
#define SEEN                                                                                                 \
    "(case when (c.standing & 16384) = 0 then " CASES_SEEN_BY_OFFICE(                                        \
        "coalesce(c.office, 0)") " else " CASES_SEEN_IF_RESTRICTED("coalesce(c.office, 0)",                  \
                                                                   "coalesce(c.conduct_office, 0)",          \
                                                                   "case when (c.standing & 32768) <> 0 "    \
                                                                   "then 1 else 0 end",                      \
                                                                   "c.person") " end)"

#define IS_DECIDED_HERE                                                                                      \
    "(:only_deciding = 0 or (case when c.office is null then :decides_queue = 1 else " CASES_IN_SET(         \
        "c.office", ":deciding") " end))"

#define FITS                                                                                                 \
    SEEN " and " IS_DECIDED_HERE " and (:within = '' or " CASES_IN_SET(                                      \
        "c.office", ":within") ") and (:kind = '' or c.kind = :kind) and (:state = '' or c.state = :state)"  \
                               " and (:topic = '' or c.topic = :topic)"
#define FITS_TYPES bool, string, string, StaffId, bool, bool, string, string, string, string, string

#define ASCENDING                                                                                            \
    " and (c.received_at, c.id) > (:after_at, :after_id) and " FITS                                          \
    " order by c.received_at, c.id limit :limit"
#define DESCENDING                                                                                           \
    " and (c.received_at, c.id) < (:after_at, :after_id) and " FITS                                          \
    " order by c.received_at desc, c.id desc limit :limit"
#define KEYS "select c.received_at, c.id from cases c where c.agency = :agency and "

// Along time, one for each mark: the index of the mark holds nothing else.
using ByTime = db::Query<ViewMark(AgencyId, Time, CaseId, FITS_TYPES, int)>;
constexpr ByTime open_by_time{"cases.list_open", KEYS "(c.standing & 1) = 1" ASCENDING};
constexpr ByTime unassigned_by_time{"cases.list_unassigned", KEYS "(c.standing & 2) = 2" ASCENDING};
constexpr ByTime due_soon_by_time{"cases.list_due_soon", KEYS "(c.standing & 4) = 4" ASCENDING};
constexpr ByTime overdue_by_time{"cases.list_overdue", KEYS "(c.standing & 8) = 8" ASCENDING};
constexpr ByTime asking_by_time{"cases.list_asking", KEYS "(c.standing & 16) = 16" ASCENDING};
constexpr ByTime to_decide_by_time{"cases.list_to_decide", KEYS "(c.standing & 32) = 32" ASCENDING};
constexpr ByTime urgent_by_time{"cases.list_urgent", KEYS "(c.standing & 64) = 64" ASCENDING};
constexpr ByTime all_by_time{"cases.list_all", KEYS "1 = 1" DESCENDING};
constexpr ByTime done_by_time{"cases.list_done", KEYS "(c.standing & 1) = 0" DESCENDING};

// Along one office, 0 for none; along one person; along one topic.
#define OF_OFFICE "coalesce(c.office, 0) = :office and (c.standing & :mask) = :mark"
using ByOffice = db::Query<ViewMark(AgencyId, OfficeId, int, int, bool, Time, CaseId, FITS_TYPES, int)>;
constexpr ByOffice open_by_office{"cases.list_open_of_office", KEYS OF_OFFICE
                                  " and (c.standing & 1) = 1 and (:only_free = 0 or c.person is"
                                  " null)" ASCENDING};
constexpr ByOffice any_by_office{"cases.list_of_office",
                                 KEYS OF_OFFICE " and (:only_free = 0 or c.person is null)" DESCENDING};
constexpr ByOffice done_by_office{"cases.list_done_of_office", KEYS OF_OFFICE
                                  " and (c.standing & 1) = 0 and (:only_free = 0 or c.person is"
                                  " null)" DESCENDING};
using ByPerson = db::Query<ViewMark(AgencyId, StaffId, Time, CaseId, FITS_TYPES, int)>;
constexpr ByPerson open_by_person{
    "cases.list_open_of_person",
    KEYS "c.person = :lead_person and c.person is not null and (c.standing & 1) = 1" ASCENDING};
using ByTopic = db::Query<ViewMark(AgencyId, string, int, int, Time, CaseId, FITS_TYPES, int)>;
#define OF_TOPIC "c.topic = :lead_topic and (c.standing & :mask) = :mark"
constexpr ByTopic open_by_topic{"cases.list_open_of_topic", KEYS OF_TOPIC ASCENDING};
constexpr ByTopic any_by_topic{"cases.list_of_topic", KEYS OF_TOPIC DESCENDING};

const ByTime& by_time(View view) {
    switch (view) {
    case View::unassigned: return unassigned_by_time;
    case View::due_soon: return due_soon_by_time;
    case View::overdue: return overdue_by_time;
    case View::waiting: return asking_by_time;
    case View::decision: return to_decide_by_time;
    case View::urgent: return urgent_by_time;
    case View::mine:
    case View::open: return open_by_time;
    case View::done: return done_by_time;
    case View::all: return all_by_time;
    }
    return all_by_time;
}

/// Calls `run` with the arguments of FITS in their order.
template <class Run> auto with_fits(const Sight& sight, const ViewFilter& filter, Run run) {
    auto code = [](const auto& value) { return value ? string(base::code_of(*value)) : string{}; };
    return run(sight.sees_queue, seen_offices(sight), set_of(sight.restricted), sight.me,
               filter.view == View::decision, sight.decides_queue, set_of(sight.deciding),
               set_of(filter.within), code(filter.kind), code(filter.state), filter.topic);
}

ViewMark start_of(const ViewFilter& filter) {
    if (filter.after) return *filter.after;
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    return is_of_open_cases(filter.view) ? ViewMark{base::time_from_ms(least), CaseId{0}}
                                         : ViewMark{base::time_from_ms(most), CaseId{most}};
}

} // namespace

std::vector<ViewMark> keys_by_time(db::Tx& tx, AgencyId agency, const Sight& sight,
                                   const ViewFilter& filter) {
    const ViewMark from = start_of(filter);
    return with_fits(sight, filter, [&](auto... fits) {
        return tx.all(by_time(filter.view), agency, from.received_at, from.id, fits..., filter.limit);
    });
}

std::vector<ViewMark> keys_of_office(db::Tx& tx, AgencyId agency, OfficeId office, Free free,
                                     const Sight& sight, const ViewFilter& filter) {
    const ViewMark from = start_of(filter);
    const auto [mask, mark] = marks_of(filter.view);
    const auto& query = is_of_open_cases(filter.view) ? open_by_office
                        : filter.view == View::done   ? done_by_office
                                                      : any_by_office;
    return with_fits(sight, filter, [&](auto... fits) {
        return tx.all(query, agency, office, mask, mark, free == Free::only, from.received_at, from.id,
                      fits..., filter.limit);
    });
}

std::vector<ViewMark> keys_of_person(db::Tx& tx, AgencyId agency, const Sight& sight,
                                     const ViewFilter& filter) {
    const ViewMark from = start_of(filter);
    return with_fits(sight, filter, [&](auto... fits) {
        return tx.all(open_by_person, agency, sight.me, from.received_at, from.id, fits..., filter.limit);
    });
}

std::vector<ViewMark> keys_of_topic(db::Tx& tx, AgencyId agency, const Sight& sight,
                                    const ViewFilter& filter) {
    const ViewMark from = start_of(filter);
    const auto [mask, mark] = marks_of(filter.view);
    const auto& query = is_of_open_cases(filter.view) ? open_by_topic : any_by_topic;
    return with_fits(sight, filter, [&](auto... fits) {
        return tx.all(query, agency, filter.topic, mask, mark, from.received_at, from.id, fits...,
                      filter.limit);
    });
}

std::vector<db::Statement> view_statements() {
    return {open_by_time.statement(),    unassigned_by_time.statement(), due_soon_by_time.statement(),
            overdue_by_time.statement(), asking_by_time.statement(),     to_decide_by_time.statement(),
            urgent_by_time.statement(),  all_by_time.statement(),        done_by_time.statement(),
            open_by_office.statement(),  any_by_office.statement(),      done_by_office.statement(),
            open_by_person.statement(),  open_by_topic.statement(),      any_by_topic.statement()};
}

} // namespace cases
