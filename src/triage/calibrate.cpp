#include "triage/calibrate.h"

#include <algorithm>
#include <cmath>

namespace triage {
namespace {

constexpr std::ptrdiff_t enough_found = 300;
/// Words and offices change: of four stretches of time in a city's register, each asked of what a model of
/// the time before it had been fitted for, all but one were told 1 to 6 % too surely.
constexpr double what_is_to_come = 0.96;

double surprise(std::span<const HeldBack> texts, double slope, double shift) {
    double sum = 0;
    for (const auto& text : texts) {
        double all = 0, true_one = 0;
        for (std::size_t i = 0; i < text.scores.size(); ++i) {
            const double chance = 1 / (1 + std::exp(-slope * text.scores[i] - shift));
            all += chance;
            if (static_cast<int>(i) == text.truth) true_one = chance;
        }
        sum -= std::log(std::max(true_one / all, 1e-12));
    }
    return sum;
}

/// The lowest point between low and high by golden section.
template <class F> double lowest(double low, double high, F&& value) {
    const double ratio = (std::sqrt(5.0) - 1) / 2;
    double a = high - ratio * (high - low), b = low + ratio * (high - low);
    double at_a = value(a), at_b = value(b);
    for (int i = 0; i < 25; ++i) {
        if (at_a < at_b) {
            high = b;
            b = a;
            at_b = at_a;
            at_a = value(a = high - ratio * (high - low));
        } else {
            low = a;
            a = b;
            at_a = at_b;
            at_b = value(b = low + ratio * (high - low));
        }
    }
    return (low + high) / 2;
}

} // namespace

void calibrate(Head& head, std::vector<HeldBack>& texts, Asked asked) {
    if (std::ranges::count_if(texts, &HeldBack::is_found) >= enough_found)
        std::erase_if(texts, [](const HeldBack& text) { return !text.is_found; });
    // Slope and the shift that fits it best; bounded, for a few texts that are told apart with ease would
    // make it certain of everything.
    auto shift_for = [&](double slope) {
        return lowest(-6, 6, [&](double shift) { return surprise(texts, slope, shift); });
    };
    const double slope = std::exp(lowest(std::log(0.1), std::log(8.0), [&](double logarithm) {
        return surprise(texts, std::exp(logarithm), shift_for(std::exp(logarithm)));
    }));
    head.shift = shift_for(slope);
    head.slope = asked == Asked::later ? slope * what_is_to_come : slope;
}

} // namespace triage
