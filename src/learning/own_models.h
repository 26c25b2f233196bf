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

namespace learning {

/// Thread-safe. Looks at a file's time at each call and reads it when that has changed.
class OwnModels {
public:
    explicit OwnModels(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// None: the agency has not learnt yet, or went back to what is shipped.
    [[nodiscard]] std::shared_ptr<const triage::Model> of(base::AgencyId agency);
    /// Names the one in use by its bytes; empty where there is none.
    [[nodiscard]] std::string sum_of(base::AgencyId agency);
    /// Why the newest file is not used: `model.broken`; empty when it is, or when there is none.
    [[nodiscard]] std::optional<base::Problem> refusal(base::AgencyId agency);
    /// Whole or not at all; the one before stays beside it as <agency>.model.before. Gives the sum of its
    /// bytes. `file.unwritable`.
    [[nodiscard]] base::Result<std::string> replace(base::AgencyId agency, const triage::Model& model);

    /// The one beside; none: what was before is what is shipped, or nothing was.
    [[nodiscard]] std::shared_ptr<const triage::Model> before(base::AgencyId agency) const;
    /// The one in use and the one beside change places; "none" counts as one of them. Gives the sum of what
    /// is in use then. Conflict `model.none_before` where there is neither, `file.unwritable`.
    [[nodiscard]] base::Result<std::string> swap(base::AgencyId agency);

private:
    struct Kept {
        std::filesystem::file_time_type written{};
        std::shared_ptr<const triage::Model> model;
        std::string sum;
        std::optional<base::Problem> refusal;
    };
    [[nodiscard]] std::filesystem::path path_of(base::AgencyId agency) const;
    [[nodiscard]] Kept& looked_at(base::AgencyId agency);

    std::filesystem::path folder_;
    std::mutex mutex_;
    std::map<base::AgencyId, Kept> kept_;
};

} // namespace learning
