// The bytes of a picture that came as an address.
#pragma once
#include "network/services.h"

namespace network {

/// Nothing when there is no such picture for us: gone, refused, larger than is fetched, or not to be
/// understood. `unavailable` when it may come later: unreachable, broken, too many, a token that may be
/// renewed.
[[nodiscard]] base::Result<std::optional<std::string>> fetch_media(const Services& services,
                                                                   base::AgencyId agency,
                                                                   agency::AccountId account,
                                                                   const std::string& url);

} // namespace network
