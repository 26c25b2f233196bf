// Addresses and networks of clients: CIDR lists of trusted proxies and who the client behind them is.
// Text that is no address is `field.invalid`.
#pragma once
#include "base/result.h"
#include "http/fields.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace http {

/// IPv6, with IPv4 as ::ffff:a.b.c.d.
struct Address {
    std::array<std::uint8_t, 16> bytes{};
    bool operator==(const Address&) const = default;
};
/// "203.0.113.7", "2001:db8::1", "[2001:db8::1]"; no port, no zone.
[[nodiscard]] base::Result<Address> parse_address(std::string_view text);
[[nodiscard]] std::string to_string(const Address& address);

/// The line that an address stands for in limits: IPv4 as it is, IPv6 by its /64, which one household or
/// office holds.
[[nodiscard]] Address line_of(const Address& address) noexcept;
/// The same of a client's address as text, "203.0.113.7" or "2001:db8::/64"; other text stays as it is.
[[nodiscard]] std::string line_key(std::string_view client);

struct Network {
    Address address;
    int prefix = 128; ///< bits, counted in the IPv6 form
    [[nodiscard]] bool contains(const Address& other) const noexcept;
};
/// "10.0.0.0/8", "2001:db8::/32" or one address.
[[nodiscard]] base::Result<Network> parse_network(std::string_view text);

/// Who really asks, and how.
struct Origin {
    std::string client;
    std::string scheme;
    std::string host;
};
/// Believes Forwarded (RFC 7239), else X-Forwarded-For/-Proto/-Host, only when `peer` is trusted: the last
/// address from the right that is no trusted proxy itself.
[[nodiscard]] Origin origin_of(const Address& peer, const Headers& headers, std::string_view scheme,
                               std::span<const Network> trusted);

} // namespace http
