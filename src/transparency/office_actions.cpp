#include "transparency/office_actions.h"

#include "cases/figure_actions.h"
#include "cases/rating_actions.h"
#include "transparency/board_actions.h"

namespace transparency {
namespace {

std::vector<agency::OfficeId> ids_below(const agency::Directory& directory, agency::OfficeId office) {
    std::vector<agency::OfficeId> out;
    for (const auto& each : directory.offices().below(office))
        out.push_back(each.id);
    return out;
}

cases::Span ever(const agency::Directory& directory, base::Time now) {
    return span_of({PeriodKind::all}, now, directory.agency().zone);
}

} // namespace

void read_office(db::Tx& tx, const agency::Directory& directory, OfficeView& view, base::Time now) {
    cases::MeasureListing solved;
    solved.measure = cases::Measure::done;
    solved.span = ever(directory, now);
    solved.office = cases::Which::one;
    solved.offices = ids_below(directory, view.office.id);
    solved.limit = 6;
    view.solved = board_rows(tx, cases::measured_cases(tx, directory.id(), solved).rows);
    auto said = read_testimonials(tx, directory, view.office.id, 0, now);
    view.stars = said.stars;
    view.testimonials = std::move(said.all);
    if (view.testimonials.size() > 3) view.testimonials.resize(3);
}

Testimonials read_testimonials(db::Tx& tx, const agency::Directory& directory,
                               std::optional<agency::OfficeId> office, std::int64_t before, base::Time now) {
    cases::TestimonialListing listing;
    if (office) listing.offices = ids_below(directory, *office);
    listing.before = before;
    listing.limit = testimonials_page_size + 1;
    Testimonials out;
    out.all = cases::testimonials(tx, directory.id(), listing);
    if (out.all.size() > testimonials_page_size) {
        out.all.pop_back();
        out.next = out.all.back().id.value;
    }
    const auto span = ever(directory, now);
    out.stars = cases::added(cases::stars_of(tx, directory.id(), span.from, span.until), listing.offices);
    return out;
}

} // namespace transparency
