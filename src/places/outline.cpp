#include "places/outline.h"

#include "places/shipped.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace places {
namespace {

constexpr double per_degree = 1000;

/// "lon,lat dx,dy ..." onto the end of `out`; false where it has another form.
bool read_ring(std::string_view text, Ring* out) {
    long x = 0, y = 0;
    std::size_t points = 0;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        int dx = 0, dy = 0;
        if (points > 0 && *at++ != ' ') return false;
        auto [comma, x_error] = std::from_chars(at, end, dx);
        if (x_error != std::errc{} || comma == end || *comma != ',') return false;
        auto [next, y_error] = std::from_chars(comma + 1, end, dy);
        if (y_error != std::errc{}) return false;
        x += dx;
        y += dy;
        if (std::abs(x) > 180'000 || std::abs(y) > 90'000) return false;
        if (out) out->push_back({static_cast<double>(y) / per_degree, static_cast<double>(x) / per_degree});
        at = next;
        ++points;
    }
    return points >= 3;
}

template <class F> bool each_ring(std::string_view rings, F&& take) {
    while (!rings.empty()) {
        const auto end = std::min(rings.find(';'), rings.size());
        if (!take(rings.substr(0, end))) return false;
        if (end == rings.size()) return true;
        rings.remove_prefix(end + 1);
    }
    return false;
}

} // namespace

base::Result<Outlines> Outlines::parse(std::string_view lines) {
    Outlines out;
    std::size_t line = 0;
    const auto bad = [&](std::string_view why) {
        return base::fail(base::Kind::invalid, "outline.line", fmt::format("line {}: {}", line, why));
    };
    for (std::string_view rest = lines; !rest.empty();) {
        ++line;
        const auto end = std::min(rest.find('\n'), rest.size());
        const std::string_view all = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto tab = all.find('\t');
        const auto number = code_number(all.substr(0, tab));
        if (!number || tab == std::string_view::npos) return bad("a code and a tab are expected first");
        if (!out.entries_.empty() && out.entries_.back().number >= *number) return bad("codes must rise");
        const std::string_view rings = all.substr(tab + 1);
        if (!each_ring(rings, [](std::string_view ring) { return read_ring(ring, nullptr); }))
            return bad("rings of three or more points are expected");
        out.entries_.push_back({*number, rings});
    }
    return out;
}

std::vector<Ring> Outlines::rings(std::string_view code) const {
    std::vector<Ring> out;
    const auto number = code_number(code);
    if (!number) return out;
    const auto found = std::ranges::lower_bound(entries_, *number, {}, &Entry::number);
    if (found == entries_.end() || found->number != *number) return out;
    each_ring(found->rings, [&](std::string_view ring) { return read_ring(ring, &out.emplace_back()); });
    return out;
}

std::vector<Ring> outline(std::string_view code) {
    static const Outlines shipped = [] {
        auto read = Outlines::parse(shipped::outlines());
        if (!read) throw std::runtime_error("data/gazetteer/outlines.tsv, " + read.error().detail);
        return std::move(*read);
    }();
    return shipped.rings(code);
}

} // namespace places
