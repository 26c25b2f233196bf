// The connector of the simulated network.
#pragma once
#include "network/channel.h"

namespace channels::simulated {

enum class Temperament {
    patient, ///< oldest first after a mark; knows a repeated key for an hour
    hasty    ///< newest first with cursors; whether a post stands must be looked up
};
inline constexpr std::string_view patient_code = "simulated";
inline constexpr std::string_view hasty_code = "simulated_hasty";

/// The secret "token" is "account:generation".
[[nodiscard]] network::ChannelPtr make_channel(Temperament temperament);

} // namespace channels::simulated
