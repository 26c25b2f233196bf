// All SQL of ratings and testimonials.
#pragma once
#include "cases/testimonial.h"
#include "db/tx.h"

namespace cases {

void insert(db::Tx& tx, base::AgencyId agency, const Rating& rating);
void update(db::Tx& tx, base::AgencyId agency, const Rating& rating);
[[nodiscard]] std::optional<Rating> find_rating(db::Tx& tx, base::AgencyId agency, CaseId case_id, int round);
[[nodiscard]] std::optional<Rating> find_rating(db::Tx& tx, base::AgencyId agency, RatingId id);
[[nodiscard]] std::vector<Rating> find_ratings_of(db::Tx& tx, base::AgencyId agency, CaseId case_id);
/// Below `before` when it is not 0, the newest first. Ratings of erased people are not among them.
[[nodiscard]] std::vector<Rating> find_waiting(db::Tx& tx, base::AgencyId agency, std::int64_t before,
                                               int limit);
[[nodiscard]] std::vector<Testimonial> find_testimonials(db::Tx& tx, base::AgencyId agency,
                                                         const TestimonialListing& listing);
/// Of cases that the public may know of, per office, given in [from, until).
[[nodiscard]] std::vector<OfficeStars> count_stars(db::Tx& tx, base::AgencyId agency, base::Time from,
                                                   base::Time until);

} // namespace cases
