// Addresses that no request from outside may lead to: loopback, private, link-local, carrier NAT,
// documentation, multicast and reserved ranges (RFC 6890, RFC 4193, RFC 4291), IPv4 inside IPv6 included.
#pragma once
struct sockaddr;

namespace net {

/// True for anything that is not a global unicast address, also for other families.
[[nodiscard]] bool is_private(const sockaddr* address) noexcept;

} // namespace net
