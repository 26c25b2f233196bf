#include "jobs/backoff.h"

#include <algorithm>
#include <cstdint>

namespace jobs {

base::Duration wait_after(int attempts, base::Duration first, base::Duration longest, double chance) {
    base::Duration whole = first;
    for (int i = 1; i < attempts && whole < longest; ++i)
        whole *= 2;
    whole = std::min(whole, longest);
    const auto half = whole / 2;
    return half +
           base::Duration{static_cast<std::int64_t>(static_cast<double>((whole - half).count()) * chance)};
}

double chance_from(std::string_view bytes) {
    std::uint64_t number = 0;
    for (const char byte : bytes.substr(0, 8))
        number = (number << 8) | static_cast<unsigned char>(byte);
    return static_cast<double>(number >> 11) * 0x1p-53;
}

} // namespace jobs
