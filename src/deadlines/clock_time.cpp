#include "deadlines/clock_time.h"

#include <charconv>

namespace deadlines {
namespace {

std::optional<int> number(std::string_view text) noexcept {
    int out = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (problem != std::errc{} || end != text.data() + text.size() || out < 0) return std::nullopt;
    return out;
}

} // namespace

std::optional<std::chrono::minutes> parse_clock_time(std::string_view text) noexcept {
    const auto at = text.find_first_of(".:");
    if (at == std::string_view::npos || at == 0 || at > 2 || text.size() != at + 3) return std::nullopt;
    const auto hour = number(text.substr(0, at));
    const auto minute = number(text.substr(at + 1));
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return std::chrono::minutes{*hour * 60 + *minute};
}

} // namespace deadlines
