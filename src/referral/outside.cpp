#include "referral/outside.h"

#include "base/text.h"
#include "people/contact.h"

#include <algorithm>

namespace referral {
namespace {

constexpr std::size_t max_name = 120;
constexpr std::size_t max_address = 300;
constexpr std::size_t max_code = 80;

bool is_plain(std::string_view text) {
    return std::ranges::all_of(text, [](unsigned char c) { return c > 0x20 && c < 0x7f; });
}

base::Result<std::string> line(std::string_view text, std::size_t most, std::string_view field) {
    auto cleaned = base::clean(text, most, field);
    if (!cleaned) return cleaned;
    std::string out(base::trim(*cleaned));
    if (out.find('\n') != std::string::npos) return base::fail_field(std::string(field));
    return out;
}

/// Of http(s), without user, query or fragment.
bool is_endpoint(std::string_view address) {
    std::string_view rest = address;
    if (rest.starts_with("https://"))
        rest.remove_prefix(8);
    else if (rest.starts_with("http://"))
        rest.remove_prefix(7);
    else
        return false;
    const auto host = rest.substr(0, rest.find('/'));
    return !host.empty() && is_plain(rest) && rest.find_first_of("?#\"<>\\^`{|}") == std::string_view::npos &&
           host.find('@') == std::string_view::npos;
}

} // namespace

base::Result<agency::OutsideAgency> checked(agency::OutsideAgency outside) {
    auto name = line(outside.name, max_name, "name");
    if (!name) return base::pass(name);
    if (name->empty()) return base::fail_field("name", "field.missing");
    outside.name = std::move(*name);
    auto address = line(outside.address, max_address, "address");
    if (!address) return base::pass(address);
    if (address->empty()) return base::fail_field("address", "field.missing");
    outside.address = std::move(*address);
    for (auto [text, field] : {std::pair{&outside.jurisdiction, "jurisdiction"},
                               std::pair{&outside.service_code, "service_code"}}) {
        auto cleaned = line(*text, max_code, field);
        if (!cleaned) return base::pass(cleaned);
        *text = std::move(*cleaned);
    }
    switch (outside.way) {
    case agency::OutsideWay::mail: {
        auto email = people::checked_email(outside.address, "address");
        if (!email) return base::pass(email);
        outside.address = std::move(*email);
        outside.jurisdiction.clear();
        outside.service_code.clear();
        outside.key_sealed.clear();
        break;
    }
    case agency::OutsideWay::open311:
        if (!is_endpoint(outside.address)) return base::fail_field("address");
        if (outside.service_code.empty()) return base::fail_field("service_code", "field.missing");
        break;
    }
    return outside;
}

base::Result<std::string> checked_key(std::string_view key) {
    const std::string_view given = base::trim(key);
    if (given.size() > 300 || !is_plain(given)) return base::fail_field("key");
    return std::string(given);
}

std::string key_place(agency::OutsideId id) {
    return "outside_agencies.key|" + base::to_string(id);
}

} // namespace referral
