// Rating a solved case, and releasing its words as a testimonial, in the caller's unit of work; each is an
// event of the case. Refusals: those of rating.h; not_found `rating.not_found` for what the person may not
// release; conflict `identity.erased`.
#pragma once
#include "cases/case_actions.h"
#include "cases/testimonial.h"
#include "people/vault.h"

namespace cases {

/// The reporter rates the present round, or changes that within seven days. Words of a case whose author is
/// unknown have no key to be sealed with: they are refused as field.invalid "kata".
[[nodiscard]] base::Result<Rating> give_rating(db::Tx& tx, const Context& context, const people::Vault& vault,
                                               const Case& c, const RatingGiven& given);
/// The reporter takes the consent to be quoted back, in every round.
void withdraw_quotes(db::Tx& tx, const Context& context, const Case& c);

/// What the reporter wrote, for their own eyes.
struct OwnRating {
    Rating rating;
    std::string words;
};
/// Of the present round; nothing when there is none.
[[nodiscard]] std::optional<OwnRating> own_rating(db::Tx& tx, const people::Vault& vault, const Case& c);
/// Whether anything of this case waits to be quoted or is.
[[nodiscard]] bool has_quotes(db::Tx& tx, const Case& c);

/// Words that wait for this person, who holds operator, coordinator or communications at the office of the
/// case.
struct WaitingQuote {
    RatingId id;
    std::string code; ///< of the case
    std::string title;
    std::optional<OfficeId> office;
    int stars = 0;
    std::string words;
    base::Time rated_at{};
};
struct WaitingQuotes {
    std::vector<WaitingQuote> rows;
    std::int64_t next = 0; ///< key of the next page; 0 at the end
};
[[nodiscard]] WaitingQuotes waiting_quotes(db::Tx& tx, const agency::Directory& directory,
                                           const people::Vault& vault, const staff::Principal& person,
                                           std::int64_t before);
[[nodiscard]] base::Result<void> release_quote(db::Tx& tx, const Context& context,
                                               const staff::Principal& person, RatingId id,
                                               std::string_view quote);
[[nodiscard]] base::Result<void> keep_quote(db::Tx& tx, const Context& context,
                                            const staff::Principal& person, RatingId id);
/// May the person release words anywhere?
[[nodiscard]] bool may_release_quotes(const staff::Principal& person) noexcept;

[[nodiscard]] std::vector<Testimonial> testimonials(db::Tx& tx, base::AgencyId agency,
                                                    const TestimonialListing& listing);
[[nodiscard]] std::vector<OfficeStars> stars_of(db::Tx& tx, base::AgencyId agency, base::Time from,
                                                base::Time until);

} // namespace cases
