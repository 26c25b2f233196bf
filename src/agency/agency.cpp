#include "agency/agency.h"

#include "base/text.h"

#include <algorithm>
#include <ranges>

namespace agency {
namespace {

constexpr std::size_t max_regions = 600;

base::Result<std::string> name(std::string_view text, std::size_t max, std::string_view field) {
    auto cleaned = base::clean(text, max, field);
    if (cleaned && cleaned->empty()) return base::fail_field(std::string(field), "field.missing");
    return cleaned;
}

bool is_host(std::string_view host) {
    auto fits = [](std::string_view label) {
        auto may = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
        return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
               std::ranges::all_of(label, may);
    };
    return !host.empty() && host.size() <= 253 && std::ranges::all_of(base::split(host, '.'), fits);
}

/// "31", "31.74", "31.74.01", "31.74.01.1001" as Kepmendagri writes them.
bool is_area(std::string_view code) {
    auto parts = base::split(code, '.');
    auto digits = [](std::string_view part) {
        return !part.empty() && std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
    };
    return parts.size() <= 4 && code.size() <= 13 && std::ranges::all_of(parts, digits);
}

} // namespace

std::string host_name(std::string_view host) {
    std::string lowered = base::lower_ascii(base::trim(host));
    if (auto colon = lowered.find(':'); colon != std::string::npos && !lowered.starts_with('['))
        lowered.resize(colon);
    if (lowered.ends_with('.')) lowered.pop_back();
    return lowered;
}

base::Result<Agency> checked(Agency agency) {
    auto full = name(agency.name, 120, "name");
    if (!full) return base::pass(full);
    agency.name = std::move(*full);
    auto brief = name(agency.short_name.empty() ? agency.name : agency.short_name, 40, "short_name");
    if (!brief) return base::pass(brief);
    agency.short_name = std::move(*brief);
    auto organiser = name(agency.organiser.empty() ? agency.name : agency.organiser, 120, "organiser");
    if (!organiser) return base::pass(organiser);
    agency.organiser = std::move(*organiser);

    auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (agency.prefix.size() < 2 || agency.prefix.size() > 5 || !std::ranges::all_of(agency.prefix, is_upper))
        return base::fail_field("prefix", "field.invalid", "2 to 5 capital letters");
    if (agency.host) {
        agency.host = host_name(*agency.host);
        if (!is_host(*agency.host)) return base::fail_field("host");
    }
    auto is_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    if (agency.accent.empty() || agency.accent.size() > 20 || !std::ranges::all_of(agency.accent, is_word))
        return base::fail_field("accent");
    if (agency.profile.empty() || agency.profile.size() > 40 || !std::ranges::all_of(agency.profile, is_word))
        return base::fail_field("profile");
    if (!(agency.emergency_from > 0 && agency.emergency_from <= 1)) return base::fail_field("emergency_from");
    if (agency.regions.size() > max_regions || !std::ranges::all_of(agency.regions, is_area))
        return base::fail_field("regions");
    std::ranges::sort(agency.regions);
    auto same = std::ranges::unique(agency.regions);
    agency.regions.erase(same.begin(), same.end());
    return agency;
}

} // namespace agency
