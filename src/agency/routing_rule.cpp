#include "agency/routing_rule.h"

#include "base/text.h"
#include "base/time.h"

#include <algorithm>
#include <cmath>

namespace agency {
namespace {

bool is_on_earth(double lat, double lon) {
    return std::isfinite(lat) && std::isfinite(lon) && std::abs(lat) <= 90 && std::abs(lon) <= 180;
}

bool is_time_of_day(const std::string& text) {
    auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) return false;
    return text < "24:00" && text[3] < '6';
}

/// To a centimetre, so that a file gives back what was written into it.
double rounded(double degrees) {
    return std::round(degrees * 1e7) / 1e7;
}
double rounded_km(double km) {
    return std::max(std::round(km * 1e5) / 1e5, 1e-5);
}

void make_unique(std::vector<std::string>& list) {
    std::ranges::sort(list);
    const auto twice = std::ranges::unique(list);
    list.erase(twice.begin(), twice.end());
}

base::Result<void> clean_list(std::vector<std::string>& list, std::size_t most, const char* field) {
    if (list.size() > most) return base::fail_field(field, "limit.reached");
    for (auto& each : list) {
        auto cleaned = base::clean(each, 60, field);
        if (!cleaned) return base::pass(cleaned);
        if (cleaned->contains('\n')) return base::fail_field(field);
        each = std::move(*cleaned);
    }
    std::erase(list, "");
    make_unique(list);
    return {};
}

base::Result<void> check_time(RuleConditions& c) {
    if (c.days) {
        std::ranges::sort(*c.days);
        const auto twice = std::ranges::unique(*c.days);
        c.days->erase(twice.begin(), twice.end());
        if (std::ranges::any_of(*c.days, [](char d) { return d < '1' || d > '7'; }))
            return base::fail_field("days");
        if (c.days->empty() || c.days->size() == 7) c.days.reset();
    }
    if (c.from.has_value() != c.until.has_value())
        return base::fail_field(c.from ? "until" : "from", "field.missing");
    if (c.from && !is_time_of_day(*c.from)) return base::fail_field("from");
    if (c.until && (!is_time_of_day(*c.until) || *c.until == *c.from)) return base::fail_field("until");
    if (c.first_day && !base::parse_day(*c.first_day)) return base::fail_field("first_day");
    if (c.last_day && !base::parse_day(*c.last_day)) return base::fail_field("last_day");
    if (c.first_day && c.last_day && *c.last_day < *c.first_day) return base::fail_field("last_day");
    return {};
}

} // namespace

base::Result<RuleConditions> checked(RuleConditions c) {
    if (auto ok = clean_list(c.kinds, 20, "kinds"); !ok) return base::pass(ok);
    if (auto ok = clean_list(c.networks, 50, "networks"); !ok) return base::pass(ok);
    if (auto ok = clean_list(c.words, max_rule_words, "words"); !ok) return base::pass(ok);
    if (c.accounts.size() > 200) return base::fail_field("accounts", "limit.reached");
    std::ranges::sort(c.accounts);
    const auto twice = std::ranges::unique(c.accounts);
    c.accounts.erase(twice.begin(), twice.end());
    if (!c.polygon.empty() && (c.polygon.size() < 3 || c.polygon.size() > max_corners))
        return base::fail_field("polygon");
    for (RulePoint& corner : c.polygon) {
        if (!is_on_earth(corner.lat, corner.lon)) return base::fail_field("polygon");
        corner = {rounded(corner.lat), rounded(corner.lon)};
    }
    if (c.circle &&
        (!is_on_earth(c.circle->lat, c.circle->lon) || !(c.circle->km > 0 && c.circle->km <= 1'000)))
        return base::fail_field("circle");
    if (c.circle) c.circle = {rounded(c.circle->lat), rounded(c.circle->lon), rounded_km(c.circle->km)};
    if (auto ok = check_time(c); !ok) return base::pass(ok);
    return c;
}

} // namespace agency
