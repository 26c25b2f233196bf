#include "http/address.h"

#include "base/text.h"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>

namespace http {
namespace {

constexpr std::array<std::uint8_t, 12> v4_prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

bool is_v4(const Address& address) {
    return std::equal(v4_prefix.begin(), v4_prefix.end(), address.bytes.begin());
}

/// An element of X-Forwarded-For or Forwarded: address, perhaps with port, brackets and quotes.
base::Result<Address> parse_node(std::string_view text) {
    text = base::trim(text);
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
    if (text.starts_with('[')) return parse_address(text.substr(0, text.find(']') + 1));
    if (std::ranges::count(text, ':') == 1) text = text.substr(0, text.find(':'));
    return parse_address(text);
}

bool is_trusted(const Address& address, std::span<const Network> trusted) {
    return std::ranges::any_of(trusted, [&](const Network& network) { return network.contains(address); });
}

std::string parameter(std::string_view element, std::string_view wanted) {
    for (std::string_view pair : base::split(element, ';')) {
        auto equals = pair.find('=');
        if (equals == std::string_view::npos ||
            !same_ignoring_case(base::trim(pair.substr(0, equals)), wanted))
            continue;
        std::string_view value = base::trim(pair.substr(equals + 1));
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
            value = value.substr(1, value.size() - 2);
        return std::string(value);
    }
    return {};
}

std::string joined(const Headers& headers, std::string_view name) {
    std::string out;
    for (std::string_view value : headers.all(name))
        out.append(out.empty() ? "" : ",").append(value);
    return out;
}

std::string last_element(std::string_view list) {
    return std::string(
        base::trim(list.substr(list.rfind(',') == std::string_view::npos ? 0 : list.rfind(',') + 1)));
}

} // namespace

base::Result<Address> parse_address(std::string_view text) {
    if (text.size() >= 2 && text.front() == '[' && text.back() == ']') text = text.substr(1, text.size() - 2);
    std::string copy(text);
    Address address;
    if (copy.find('\0') == std::string::npos) {
        if (inet_pton(AF_INET, copy.c_str(), address.bytes.data() + 12) == 1) {
            std::ranges::copy(v4_prefix, address.bytes.begin());
            return address;
        }
        if (inet_pton(AF_INET6, copy.c_str(), address.bytes.data()) == 1) return address;
    }
    return base::fail_field("address", "field.invalid", "no IP address");
}

std::string to_string(const Address& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (is_v4(address))
        inet_ntop(AF_INET, address.bytes.data() + 12, text.data(), text.size());
    else
        inet_ntop(AF_INET6, address.bytes.data(), text.data(), text.size());
    return text.data();
}

Address line_of(const Address& address) noexcept {
    if (is_v4(address)) return address;
    Address line = address;
    std::fill(line.bytes.begin() + 8, line.bytes.end(), std::uint8_t{0});
    return line;
}

std::string line_key(std::string_view client) {
    auto address = parse_address(client.substr(0, 64));
    if (!address) return std::string(client.substr(0, 64));
    std::string key = to_string(line_of(*address));
    return is_v4(*address) ? key : key + "/64";
}

bool Network::contains(const Address& other) const noexcept {
    int left = prefix;
    for (std::size_t i = 0; i < address.bytes.size() && left > 0; ++i, left -= 8) {
        auto mask = static_cast<std::uint8_t>(left >= 8 ? 0xff : 0xff00 >> left);
        if ((address.bytes[i] & mask) != (other.bytes[i] & mask)) return false;
    }
    return true;
}

base::Result<Network> parse_network(std::string_view text) {
    auto slash = text.find('/');
    auto address = parse_address(base::trim(text.substr(0, slash)));
    if (!address) return base::pass(address);
    Network network{.address = *address};
    if (slash == std::string_view::npos) return network;
    std::string_view digits = base::trim(text.substr(slash + 1));
    int most = is_v4(*address) ? 32 : 128;
    int bits = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    if (error != std::errc{} || end != digits.data() + digits.size() || bits < 0 || bits > most)
        return base::fail_field("network", "field.invalid", "no prefix length after the slash");
    network.prefix = bits + (128 - most);
    return network;
}

Origin origin_of(const Address& peer, const Headers& headers, std::string_view scheme,
                 std::span<const Network> trusted) {
    Origin origin{
        .client = to_string(peer), .scheme = std::string(scheme), .host = std::string(headers.value("Host"))};
    if (!is_trusted(peer, trusted)) return origin;

    std::string forwarded = joined(headers, "Forwarded");
    bool standard = !forwarded.empty();
    std::string chain = standard ? std::move(forwarded) : joined(headers, "X-Forwarded-For");
    auto elements = base::split(chain, ',');
    for (auto element = elements.rbegin(); element != elements.rend(); ++element) {
        auto node = parse_node(standard ? std::string_view(parameter(*element, "for")) : *element);
        if (!node) break; // "unknown" or hidden: the last address that is known stands
        origin.client = to_string(*node);
        if (!is_trusted(*node, trusted)) break;
    }
    std::string last = elements.empty() ? std::string() : std::string(elements.back());
    std::string proto =
        standard ? parameter(last, "proto") : last_element(joined(headers, "X-Forwarded-Proto"));
    std::string host = standard ? parameter(last, "host") : last_element(joined(headers, "X-Forwarded-Host"));
    proto = base::lower_ascii(proto);
    if (proto == "http" || proto == "https") origin.scheme = proto;
    if (!host.empty()) origin.host = host;
    return origin;
}

} // namespace http
