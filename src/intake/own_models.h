// The models that agencies learnt from their own history: one file each, FOLDER/<agency>.model. A file that
// cannot be read is refused with its reason and the one before serves on.
#pragma once
#include "base/id.h"
#include "base/result.h"
#include "triage/model.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

namespace intake {

/// Thread-safe. Looks at a file's time at each call and reads it when that has changed.
class OwnModels {
public:
    explicit OwnModels(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// None: the agency has not learnt yet.
    [[nodiscard]] std::shared_ptr<const triage::Model> of(base::AgencyId agency);
    /// Why the newest file is not used: `model.broken`; empty when it is, or when there is none.
    [[nodiscard]] std::optional<base::Problem> refusal(base::AgencyId agency);
    /// Whole or not at all; the one before stays beside it as <agency>.model.before. `file.unwritable`.
    [[nodiscard]] base::Result<void> replace(base::AgencyId agency, const triage::Model& model);

private:
    struct Kept {
        std::filesystem::file_time_type written{};
        std::shared_ptr<const triage::Model> model;
        std::optional<base::Problem> refusal;
    };
    [[nodiscard]] std::filesystem::path path_of(base::AgencyId agency) const;
    [[nodiscard]] Kept& looked_at(base::AgencyId agency);

    std::filesystem::path folder_;
    std::mutex mutex_;
    std::map<base::AgencyId, Kept> kept_;
};

} // namespace intake
