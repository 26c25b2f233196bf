// What a reporter thinks of how their case was solved: 1 to 5 and words, once for each round of solving, and
// whether the words may be quoted. Pure. Refusals: conflict `rating.not_now`, `rating.too_late`,
// `rating.not_waiting`; invalid `field.invalid` with "nilai", `field.missing` with "kutipan".
#pragma once
#include "cases/case.h"

namespace cases {

using RatingId = base::Id<struct RatingTag>;

/// From the reporter's tick to a quote that everybody reads.
enum class Quoting {
    none,     ///< not allowed, taken back, or nothing was written
    waiting,  ///< allowed; a person looks at it before anybody else does
    released, ///< shown to everybody, without a name
    kept,     ///< a person decided to keep it inside
};

/// A row of table ratings.
struct Rating {
    RatingId id;
    CaseId case_id;
    int round = 1;
    std::optional<people::IdentityId> identity;
    std::optional<OfficeId> office; ///< that solved it; null where it may not be named
    std::optional<std::string> topic;
    int stars = 0;
    std::optional<std::string> words_sealed; ///< masked, then sealed with the reporter's key
    Quoting quoting = Quoting::none;
    std::optional<std::string> quote;
    base::Time rated_at{};
    base::Time changed_at{};
    bool operator==(const Rating&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rating, (),
                      (id, case_id, round, identity, office, topic, stars, words_sealed, quoting, quote,
                       rated_at, changed_at))

inline constexpr int most_stars = 5;
inline constexpr std::size_t max_rating_words = 1'000; ///< characters
inline constexpr base::Duration rating_may_change = std::chrono::days(7);

/// What a reporter sends.
struct RatingGiven {
    int stars = 0;
    std::string words; ///< masked
    bool words_may_be_quoted = false;
};

/// The round of solving that a rating would be about.
[[nodiscard]] int round_of(const Case& c) noexcept;
/// Whether its words may be quoted at all: never of whistleblowing or of a complaint about conduct.
[[nodiscard]] bool may_be_quoted(const Case& c) noexcept;
/// Whether the reporter may rate it now; `before` is what they gave in this round already.
[[nodiscard]] base::Result<void> may_rate(const Case& c, const std::optional<Rating>& before, base::Time now);
/// The rating as it is from now on, still without sealed words and, when it is new, without an id. Words that
/// were released wait for a person again.
[[nodiscard]] base::Result<Rating> rate(const Case& c, const std::optional<Rating>& before,
                                        const RatingGiven& given, base::Time now);
[[nodiscard]] base::Result<Rating> release(Rating rating, std::string quote, base::Time now);
[[nodiscard]] base::Result<Rating> keep_inside(Rating rating, base::Time now);
/// The reporter takes their consent back: it is nobody's to read from now on.
[[nodiscard]] Rating withdraw(Rating rating, base::Time now);

} // namespace cases

template <> inline constexpr auto base::codes<cases::Quoting> = std::to_array<base::Coded<cases::Quoting>>({
    {cases::Quoting::none, "none"},
    {cases::Quoting::waiting, "waiting"},
    {cases::Quoting::released, "released"},
    {cases::Quoting::kept, "kept"},
});
