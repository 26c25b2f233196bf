// Plays a scenario through the real actions, step by step in the order of time: what is seeded is what the
// program does.
#pragma once
#include "app/house.h"
#include "app/scenario.h"
#include "base/json.h"

namespace app {

/// The moment that the house believes in while a scenario is played.
struct PlayedTime {
    base::Time at;
};

/// Makes the agency, its people and its cases; gives what `tanggap seed` prints (contract.md). `played` is
/// the time that the house reads; it ends at `now`.
[[nodiscard]] base::Result<base::json::Object> seed(House& house, PlayedTime& played, base::Time now,
                                                    std::span<const ScenarioFile> files);

} // namespace app
