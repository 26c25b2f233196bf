#include "cases/listing_store.h"

#include "base/text.h"
#include "cases/sight_store.h"
#include "db/query.h"

#include <limits>

namespace cases {
namespace {

using base::AgencyId;
using base::Time;
using std::string;

// Office and standing come first: they stand in the indexes. Words are a matter of search_store.
#define FITS                                                                                                 \
    "(:only_public = 0 or (c.standing & 32768) = 0)"                                                         \
    " and (:only_overdue = 0 or (c.standing & 128) <> 0)"                                                    \
    " and (:offices = '' or ((:only_public = 0 or (c.standing & 8192) <> 0) and :offices like '%,' ||"       \
    " cast(c.office as text) || ',%'))"                                                                      \
    " and (:states = '' or :states like '%,' || c.state || ',%')"                                            \
    " and (:topic = '' or c.topic = :topic)"                                                                 \
    " and (:area = '' or c.area = :area or c.area like :area || '.%')"
#define FITS_TYPES bool, bool, string, string, string, string
#define BEHIND                                                                                               \
    " and (c.received_at, c.id) < (:after_at, :after_id) and " FITS                                          \
    " order by c.received_at desc, c.id desc limit :limit"
#define KEYS "select c.received_at, c.id from cases c where c.agency = :agency and "

using Listed = db::Query<ViewMark(AgencyId, Time, CaseId, FITS_TYPES, int)>;
constexpr Listed by_time{"cases.list_by_time", KEYS "1 = 1" BEHIND};
constexpr Listed by_open{"cases.list_by_open", KEYS "(c.standing & 1) = 1" BEHIND};
constexpr Listed by_done{"cases.list_by_done", KEYS "(c.standing & 1) = 0" BEHIND};
constexpr Listed by_overdue{"cases.list_by_overdue", KEYS "(c.standing & 8) = 8" BEHIND};

using ListedBy = db::Query<ViewMark(AgencyId, string, Time, CaseId, FITS_TYPES, int)>;
constexpr ListedBy by_state{"cases.list_by_state", KEYS
                            "c.state = :lead and c.state in ('scheduled', 'referred', 'declined', 'archived',"
                            " 'awaiting_reporter')" BEHIND};
constexpr ListedBy by_topic{"cases.list_by_topic", KEYS "c.topic = :lead" BEHIND};

using ListedByArea = db::Query<ViewMark(AgencyId, string, string, Time, CaseId, FITS_TYPES, int)>;
// `+` keeps SQLite from walking along time after all.
constexpr ListedByArea by_area{
    "cases.list_by_area", KEYS
    "c.area >= :lead and c.area < :lead_end and (+c.received_at, +c.id) < (:after_at, :after_id) and " FITS
    " order by +c.received_at desc, +c.id desc limit :limit"};

constexpr db::Query<std::int64_t(AgencyId, string, string, int)> count_of_area{
    "cases.count_in_area",
    "select count(*) from (select 1 from cases c where c.agency = :agency and c.area >= :lead"
    " and c.area < :lead_end limit :most) m"};

using ListedByOffice = db::Query<ViewMark(AgencyId, OfficeId, Time, CaseId, FITS_TYPES, int)>;
constexpr ListedByOffice by_office{"cases.list_by_office", KEYS "coalesce(c.office, 0) = :lead" BEHIND};

template <class Run> auto with_fits(const Listing& listing, Run run) {
    return run(listing.only_public, listing.only_overdue, set_of(listing.offices), set_of(listing.states),
               listing.topic, listing.area);
}

ViewMark start_of(const Listing& listing) {
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    return listing.after.value_or(ViewMark{base::time_from_ms(most), CaseId{most}});
}

/// '/' is the character behind '.': "31.74.01" and "31.74.01.1003", not "31.75".
string end_of(const string& area) {
    return area + "/";
}

} // namespace

std::vector<ViewMark> list_keys(db::Tx& tx, AgencyId agency, Lead lead, const Listing& listing) {
    const ViewMark from = start_of(listing);
    return with_fits(listing, [&](auto... fits) {
        auto along = [&](const Listed& query) {
            return tx.all(query, agency, from.received_at, from.id, fits..., listing.limit);
        };
        auto along_one = [&](const ListedBy& query, const string& one) {
            return tx.all(query, agency, one, from.received_at, from.id, fits..., listing.limit);
        };
        switch (lead) {
        case Lead::time: return along(by_time);
        case Lead::open: return along(by_open);
        case Lead::done: return along(by_done);
        case Lead::overdue: return along(by_overdue);
        case Lead::set_aside: return along_one(by_state, string(base::code_of(listing.states.front())));
        case Lead::topic: return along_one(by_topic, listing.topic);
        case Lead::area:
            return tx.all(by_area, agency, listing.area, end_of(listing.area), from.received_at, from.id,
                          fits..., listing.limit);
        }
        return along(by_time);
    });
}

std::vector<ViewMark> list_keys_of_office(db::Tx& tx, AgencyId agency, OfficeId office,
                                          const Listing& listing) {
    const ViewMark from = start_of(listing);
    return with_fits(listing, [&](auto... fits) {
        return tx.all(by_office, agency, office, from.received_at, from.id, fits..., listing.limit);
    });
}

std::int64_t count_in_area(db::Tx& tx, AgencyId agency, const string& area, int most) {
    return tx.one(count_of_area, agency, area, end_of(area), most).value_or(0);
}

std::vector<db::Statement> listing_statements() {
    return {by_time.statement(),    by_open.statement(),   by_done.statement(),
            by_overdue.statement(), by_state.statement(),  by_topic.statement(),
            by_area.statement(),    by_office.statement(), count_of_area.statement()};
}

} // namespace cases
