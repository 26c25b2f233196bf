#include "net/private_address.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>

namespace net {
namespace {

struct Range {
    std::uint32_t first;
    int bits;
};
constexpr std::uint32_t ip(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
    return a << 24U | b << 16U | c << 8U | d;
}
constexpr std::array ranges{
    Range{ip(0, 0, 0, 0), 8},      Range{ip(10, 0, 0, 0), 8},     Range{ip(100, 64, 0, 0), 10},
    Range{ip(127, 0, 0, 0), 8},    Range{ip(169, 254, 0, 0), 16}, Range{ip(172, 16, 0, 0), 12},
    Range{ip(192, 0, 0, 0), 24},   Range{ip(192, 0, 2, 0), 24},   Range{ip(192, 88, 99, 0), 24},
    Range{ip(192, 168, 0, 0), 16}, Range{ip(198, 18, 0, 0), 15},  Range{ip(198, 51, 100, 0), 24},
    Range{ip(203, 0, 113, 0), 24}, Range{ip(224, 0, 0, 0), 4},    Range{ip(240, 0, 0, 0), 4},
};

bool is_private_v4(std::uint32_t address) {
    return std::ranges::any_of(
        ranges, [&](const Range& range) { return ((address ^ range.first) >> (32 - range.bits)) == 0; });
}

std::uint32_t v4_at(const unsigned char* bytes) {
    return ip(bytes[0], bytes[1], bytes[2], bytes[3]);
}

bool is_private_v6(const unsigned char* b) {
    constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    constexpr std::array<unsigned char, 12> nat64{0, 0x64, 0xff, 0x9b};
    if (std::memcmp(b, mapped.data(), 12) == 0 || std::memcmp(b, nat64.data(), 12) == 0)
        return is_private_v4(v4_at(b + 12));
    if (b[0] == 0x20 && b[1] == 0x02) return is_private_v4(v4_at(b + 2)); // 6to4
    if (b[0] == 0x20 && b[1] == 0x01 && b[2] < 0x02) return true;         // Teredo, ORCHID, benchmarking
    if (b[0] == 0x20 && b[1] == 0x01 && b[2] == 0x0d && b[3] == 0xb8) return true; // documentation
    return (b[0] & 0xe0) != 0x20; // only 2000::/3 is global unicast
}

} // namespace

bool is_private(const sockaddr* address) noexcept {
    if (!address) return true;
    if (address->sa_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, address, sizeof v4);
        return is_private_v4(ntohl(v4.sin_addr.s_addr));
    }
    if (address->sa_family == AF_INET6) {
        sockaddr_in6 v6{};
        std::memcpy(&v6, address, sizeof v6);
        return is_private_v6(v6.sin6_addr.s6_addr);
    }
    return true;
}

} // namespace net
