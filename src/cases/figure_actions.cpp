#include "cases/figure_actions.h"

#include "cases/case_store.h"
#include "cases/figure_store.h"

namespace cases {

CountedCases count_for_public(db::Tx& tx, base::AgencyId agency, base::Zone zone, const Span& span,
                              base::Time now) {
    return {.cells = count_cells(tx, agency, span, now),
            .days = count_days(tx, agency, span, base::utc_offset(zone), now)};
}

Numbers public_totals(db::Tx& tx, base::AgencyId agency, const Span& span, base::Time now) {
    return count_totals(tx, agency, span, now);
}

OpenNumbers public_open_numbers(db::Tx& tx, base::AgencyId agency, base::Time now) {
    return count_open(tx, agency, now);
}

MeasuredCases measured_cases(db::Tx& tx, base::AgencyId agency, const MeasureListing& listing,
                             base::Time now) {
    MeasureListing one_more = listing;
    ++one_more.limit;
    auto keys = list_measured(tx, agency, one_more, now);
    MeasuredCases out;
    out.has_more = std::ssize(keys) > listing.limit;
    if (out.has_more) keys.pop_back();
    for (const CaseKey& key : keys)
        if (auto c = find(tx, agency, key.id)) out.rows.push_back(std::move(*c));
    return out;
}

} // namespace cases
