#include "base/id.h"

#include "base/id_range.h"

#include <charconv>

namespace base {
namespace {
constexpr std::int64_t epoch_ms = 1'704'067'200'000; // 2024-01-01T00:00:00Z
constexpr int node_bits = 10;
constexpr int counter_bits = 12;
} // namespace

IdSource::IdSource(Now now, int node) : now_(std::move(now)), node_(node & ((1 << node_bits) - 1)) {}

std::int64_t IdSource::next_value() {
    std::lock_guard lock(mutex_);
    std::int64_t ms = to_ms(now_()) - epoch_ms;
    if (ms > last_ms_) {
        last_ms_ = ms;
        counter_ = 0;
    } else if (++counter_ == (1 << counter_bits)) {
        ++last_ms_; // more than 4,096 in a millisecond, or the time was set back: go on from the last id
        counter_ = 0;
    }
    return (last_ms_ << (node_bits + counter_bits)) | (node_ << counter_bits) | counter_;
}

Time time_of(std::int64_t id) noexcept {
    return time_from_ms((id >> (node_bits + counter_bits)) + epoch_ms);
}

std::int64_t first_id_at(Time time) noexcept {
    return (to_ms(time) - epoch_ms) << (node_bits + counter_bits);
}

Result<std::int64_t> parse_id(std::string_view text) {
    std::int64_t value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value <= 0) return fail_field("id");
    return value;
}

} // namespace base
