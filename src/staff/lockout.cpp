#include "staff/lockout.h"

#include "base/encode.h"
#include "base/text.h"
#include "staff/digest.h"

#include <algorithm>

namespace staff {
namespace {

constexpr int free_failures = 4;
constexpr base::Duration first_wait = std::chrono::seconds(30);
constexpr base::Duration longest_wait = std::chrono::minutes(15);
constexpr std::size_t device_bytes = 16;

} // namespace

base::Duration wait_after(int failures) noexcept {
    if (failures <= free_failures) return {};
    int doublings = std::min(failures - free_failures - 1, 10);
    return std::min(first_wait * (1 << doublings), longest_wait);
}

base::Time next_attempt_at(const Failures& failures) noexcept {
    return failures.last_at + wait_after(failures.count);
}

bool are_forgotten(const Failures& failures, base::Time now) noexcept {
    return now - failures.last_at >= failures_memory;
}

std::string failures_key(std::string_view salt, std::string_view login, std::string_view place) {
    return keyed(salt, {"sign-in failures", base::lower_ascii(login), place});
}

std::string make_device(std::string_view salt, std::string_view login, const base::Random& random) {
    std::string name = base::to_base64url(random(device_bytes));
    return name + "." + keyed(salt, {"device", base::lower_ascii(login), name});
}

std::string known_device(std::string_view salt, std::string_view login, std::string_view cookie) {
    auto dot = cookie.find('.');
    if (dot == std::string_view::npos || cookie.size() > 200) return {};
    std::string_view name = cookie.substr(0, dot);
    if (!same_secret(keyed(salt, {"device", base::lower_ascii(login), name}), cookie.substr(dot + 1)))
        return {};
    return std::string(name);
}

} // namespace staff
