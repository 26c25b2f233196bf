// 64-bit, time-ordered ids, one type per thing: 41 bits of milliseconds since 2024, 10 bits of node, 12 of
// counter. `bigint` in both databases, strings in JSON.
#pragma once
#include "base/time.h"

#include <compare>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>

namespace base {

template <class Tag> struct Id {
    std::int64_t value = 0;
    auto operator<=>(const Id&) const = default;
    [[nodiscard]] explicit operator bool() const { return value != 0; }
};

/// An agency is a small integer: it stands first in every key.
using AgencyId = Id<struct AgencyTag>;

/// Hands out ids that never repeat and never fall, also when the system's time is set back. Thread-safe.
class IdSource {
public:
    IdSource(Now now, int node);
    template <class I> I next() { return I{next_value()}; }

private:
    std::int64_t next_value();
    Now now_;
    std::int64_t node_;
    std::mutex mutex_;
    std::int64_t last_ms_ = 0;
    std::int64_t counter_ = 0;
};

/// The moment in which an id was made, to the millisecond.
[[nodiscard]] Time time_of(std::int64_t id) noexcept;

template <class Tag> [[nodiscard]] std::string to_string(Id<Tag> id) {
    return std::to_string(id.value);
}

/// Reads decimal digits; `field.invalid` for anything else.
[[nodiscard]] Result<std::int64_t> parse_id(std::string_view text);
template <class I> [[nodiscard]] Result<I> parse_id_as(std::string_view text) {
    auto value = parse_id(text);
    if (!value) return pass(value);
    return I{*value};
}

} // namespace base

template <class Tag> struct std::hash<base::Id<Tag>> {
    std::size_t operator()(base::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
