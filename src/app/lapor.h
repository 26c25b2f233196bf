// The wire between the bridge to SP4N-LAPOR! and intake: doors never include each other, so app/ hands the
// one the other's pipeline.
#pragma once
#include "app/house.h"
#include "channels/sp4n_lapor/services_actions.h"

namespace app {

[[nodiscard]] channels::sp4n_lapor::Services lapor_services(House& house);

} // namespace app
