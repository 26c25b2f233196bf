#include "cases/rating.h"

#include "base/text.h"
#include "cases/visibility.h"

namespace cases {

using base::fail;

int round_of(const Case& c) noexcept {
    return c.contests + 1;
}

bool may_be_quoted(const Case& c) noexcept {
    return is_known_to_public(c) && !c.is_conduct();
}

base::Result<void> may_rate(const Case& c, const std::optional<Rating>& before, base::Time now) {
    if (c.state != State::closed || c.kind == Kind::appreciation || c.kind == Kind::whistleblowing)
        return fail(base::Kind::conflict, "rating.not_now");
    if (before && now > before->rated_at + rating_may_change)
        return fail(base::Kind::conflict, "rating.too_late");
    return {};
}

base::Result<Rating> rate(const Case& c, const std::optional<Rating>& before, const RatingGiven& given,
                          base::Time now) {
    if (auto ok = may_rate(c, before, now); !ok) return base::pass(ok);
    if (given.stars < 1 || given.stars > most_stars) return base::fail_field("nilai");
    Rating out = before.value_or(Rating{});
    out.case_id = c.id;
    out.round = round_of(c);
    out.identity = c.identity;
    out.office = c.is_conduct() ? std::nullopt : c.office;
    out.topic = c.topic;
    out.stars = given.stars;
    out.words_sealed.reset();
    out.quote.reset();
    const bool may_quote = given.words_may_be_quoted && !given.words.empty() && may_be_quoted(c);
    out.quoting = may_quote ? Quoting::waiting : Quoting::none;
    if (!before) out.rated_at = now;
    out.changed_at = now;
    return out;
}

base::Result<Rating> release(Rating rating, std::string quote, base::Time now) {
    if (rating.quoting == Quoting::none) return fail(base::Kind::conflict, "rating.not_waiting");
    if (base::trim(quote).empty()) return base::fail_field("kutipan", "field.missing");
    rating.quoting = Quoting::released;
    rating.quote = std::move(quote);
    rating.changed_at = now;
    return rating;
}

base::Result<Rating> keep_inside(Rating rating, base::Time now) {
    if (rating.quoting == Quoting::none) return fail(base::Kind::conflict, "rating.not_waiting");
    rating.quoting = Quoting::kept;
    rating.quote.reset();
    rating.changed_at = now;
    return rating;
}

Rating withdraw(Rating rating, base::Time now) {
    rating.quoting = Quoting::none;
    rating.quote.reset();
    rating.changed_at = now;
    return rating;
}

} // namespace cases
