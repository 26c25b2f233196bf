// YouTube (Data API v3), as a network::Channel: comments under the videos of a channel, by asking within a
// daily quota. Contract mock, not verified against the vendor.
#pragma once
#include "network/channel.h"

namespace channels::youtube {

[[nodiscard]] network::ChannelPtr make_channel();

/// Units of the day's quota that a request costs, as data with a date; the day ends at midnight Pacific time.
struct Cost {
    std::string_view request;
    int units = 0;
    std::string_view as_of;
};
inline constexpr int units_a_day = 10'000;
inline constexpr Cost cost_of_list{"list", 1, "2026-11-22"};
inline constexpr Cost cost_of_insert{"comments.insert", 50, "2026-11-22"};

} // namespace channels::youtube
