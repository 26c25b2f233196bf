// What the actions of this room need from outside, handed over together. Lives in app/.
#pragma once
#include "channels/sp4n_lapor/arrived.h"
#include "staff/services_actions.h"

#include <filesystem>

namespace channels::sp4n_lapor {

struct Services {
    staff::Services staff;
    TakeIn take_in;
    std::filesystem::path folder; ///< of files that wait to be taken in; made when it is missing
};

} // namespace channels::sp4n_lapor
