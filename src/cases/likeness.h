// Whether two reports are likely about the same thing, and why. Numbers and place weigh more than words:
// "Lubang di gang 3" and "Lubang di gang 5" are alike and two things. Pure; never fails.
#pragma once
#include "cases/signature.h"

namespace cases {

/// How far apart in space and time two reports of one thing may be.
struct Spread {
    double meters = 150;
    std::chrono::days days{14};
    bool operator==(const Spread&) const = default;
};
/// A flood is wide and short, a pothole is small and stays. By the words of the topic's code.
[[nodiscard]] Spread spread_of(std::string_view topic) noexcept;

enum class Unlike { nothing, numbers, place, distance, time, topic, words };

struct Likeness {
    bool is_likely = false;
    double score = 0;                 ///< 0..1, for the order; of likely ones only
    Unlike because = Unlike::nothing; ///< of unlikely ones: what speaks against it
    std::optional<double> meters = {};
    std::vector<std::string> words = {}; ///< that both have, the longest first, at most four
    std::vector<Named> numbers = {};     ///< that both have
    std::vector<std::string> place = {}; ///< words of the place that both have
    base::Duration apart{};              ///< in time
    bool operator==(const Likeness&) const = default;
};
[[nodiscard]] Likeness likeness(const Signature& a, const Signature& b);

[[nodiscard]] double meters_between(places::Point a, places::Point b) noexcept;

} // namespace cases
