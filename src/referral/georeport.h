// Open311 GeoReport v2 as a client: in XML, which every server shall speak, or in JSON where a server speaks
// nothing else. Pure: requests are built and answers are judged; nothing is sent here.
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

/// Asked one after the other, before anything is filed, until an answer tells which format the server speaks:
/// its discovery document in either format, then its list of services.
[[nodiscard]] std::vector<network::Request> format_requests(const agency::OutsideAgency& outside);
/// Empty when it does not tell.
[[nodiscard]] std::optional<Format> judge_format(const network::Answer& answer);

[[nodiscard]] network::Request file_request(const agency::OutsideAgency& outside, std::string_view key,
                                            const Filing& filing, Format format = Format::xml);
/// Which number has the request of that token by now?
[[nodiscard]] network::Request token_request(const agency::OutsideAgency& outside, std::string_view token,
                                             Format format = Format::xml);
/// How does the request of that number stand?
[[nodiscard]] network::Request status_request(const agency::OutsideAgency& outside, std::string_view number,
                                              Format format = Format::xml);

[[nodiscard]] Reached judge_filing(const network::Answer& answer);
/// receipted, or try_again while there is no number yet.
[[nodiscard]] Reached judge_token(const network::Answer& answer);

/// What the server says of the request now; without `status` it says nothing, and `problem` why.
struct Seen {
    std::optional<There> status = {};
    std::string note = {}; ///< in the other agency's words
    std::optional<base::Time> at = {};
    std::string problem = {};
    base::Duration asks_to_wait{}; ///< "Retry-After"
};
inline constexpr std::size_t max_note = 500;
[[nodiscard]] Seen judge_request(const network::Answer& answer, std::string_view number);

} // namespace referral
