// Testimonials: words of reporters that a person released, and what is out of how many. Plain data.
#pragma once
#include "cases/rating.h"

#include <algorithm>
#include <span>

namespace cases {

/// As everybody may read it: no name, no code of a case.
struct Testimonial {
    RatingId id;
    std::optional<OfficeId> office;
    std::optional<std::string> topic;
    int stars = 0;
    std::string quote;
    base::Time rated_at{};
};
BOOST_DESCRIBE_STRUCT(Testimonial, (), (id, office, topic, stars, quote, rated_at))

struct TestimonialListing {
    std::vector<OfficeId> offices; ///< empty: all
    std::int64_t before = 0;       ///< key of the page
    int limit = 20;
};

struct OfficeStars {
    std::optional<OfficeId> office;
    std::int64_t count = 0;
    std::int64_t sum = 0;
};
BOOST_DESCRIBE_STRUCT(OfficeStars, (), (office, count, sum))

/// All of them, or those of some offices, added up.
struct Stars {
    std::int64_t count = 0;
    std::int64_t sum = 0;

    /// Tenths: 43 is 4.3; 0 without ratings.
    [[nodiscard]] std::int64_t tenths() const noexcept {
        return count == 0 ? 0 : (sum * 20 + count) / (2 * count);
    }
};
[[nodiscard]] inline Stars added(const std::vector<OfficeStars>& all,
                                 std::span<const OfficeId> offices = {}) {
    Stars out;
    for (const auto& each : all) {
        if (!offices.empty() && (!each.office || std::ranges::find(offices, *each.office) == offices.end()))
            continue;
        out.count += each.count;
        out.sum += each.sum;
    }
    return out;
}

} // namespace cases
