// One step of a scenario's script as a command of the lifecycle, done by somebody who may.
#pragma once
#include "app/seed_agency.h"

namespace app {

struct SeedStep {
    std::string name;                ///< "verify"
    std::string args;                ///< key of args.tsv
    const Line& line;                ///< of cases.tsv
    const std::vector<Line>& table;  ///< args.tsv
    std::vector<std::string> photos; ///< of a proof
    std::string with = {};           ///< code of the case that `join` names
};

[[nodiscard]] base::Result<void> do_step(House& house, const agency::Directory& directory,
                                         const SeededAgency& agency, const std::string& code,
                                         const SeedStep& step);

} // namespace app
