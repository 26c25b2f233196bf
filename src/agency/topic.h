// Topics: what an agency's cases are about, and what each demands before it counts as solved.
#pragma once
#include "agency/proof_kind.h"
#include "base/language.h"
#include "base/result.h"

#include <optional>
#include <string>
#include <vector>

namespace agency {

struct Topic {
    std::string code; ///< "jalan-rusak"
    std::string name_id;
    std::string name_en;
    ProofKind proof = ProofKind::answer;
    std::optional<std::string> profile = {}; ///< deadline profile; null: the agency's
    std::vector<std::string> words = {};     ///< what people write when they mean it, for triage
    int ordinal = 0;
    bool is_active = true;

    [[nodiscard]] const std::string& name(base::Language language) const noexcept {
        return language == base::Language::en ? name_en : name_id;
    }
};

/// Cleans texts; code: 2 to 40 of a-z, 0-9, "-"; an English name left out is the Indonesian one.
[[nodiscard]] base::Result<Topic> checked(Topic topic);

} // namespace agency
