// The small door through which a report enters the house: this room names what it needs, app/ hands in
// intake's pipeline. Throws when the database breaks: then nothing is acknowledged and the import goes on
// later.
#pragma once
#include "agency/directory.h"
#include "channels/sp4n_lapor/line.h"

#include <functional>
#include <span>

namespace channels::sp4n_lapor {

struct Arrived {
    std::optional<std::string> case_code; ///< of the case it opened now or before
    std::optional<base::Problem> problem; ///< refused
};

/// In the order given, each exactly once however often it comes.
using TakeIn =
    std::function<std::vector<Arrived>(const agency::Directory& directory, const agency::Account& account,
                                       std::span<const Arrival> arrivals)>;

} // namespace channels::sp4n_lapor
