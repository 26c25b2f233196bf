// Open311 GeoReport v2 as a client, in its XML, which every server speaks. Pure: requests are built and
// answers are judged; nothing is sent here. Answers are untrusted: read without entities, without net, by
// size.
#pragma once
#include "agency/outside.h"
#include "network/exchange.h"
#include "referral/delivery.h"

namespace referral {

/// What is said of a case to the endpoint.
struct Filing {
    std::string description; ///< at most max_description characters
    std::string address;     ///< in words, always given: some servers ask for it beside the point
    std::optional<double> lat = {};
    std::optional<double> lon = {};
};
inline constexpr std::size_t max_description = 4'000;

[[nodiscard]] network::Request file_request(const agency::OutsideAgency& outside, std::string_view key,
                                            const Filing& filing);
/// Which number has the request of that token by now?
[[nodiscard]] network::Request token_request(const agency::OutsideAgency& outside, std::string_view token);

[[nodiscard]] Reached judge_filing(const network::Answer& answer);
/// receipted, or try_again while there is no number yet.
[[nodiscard]] Reached judge_token(const network::Answer& answer);

} // namespace referral
