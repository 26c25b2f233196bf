// Giving proof inside the unit of work of the change, and reading it back. Failures as proof::check lists
// them.
#pragma once
#include "base/id.h"
#include "proof/proof.h"

#include <span>

namespace db {
class Tx;
}

namespace proof {

/// Looks the photos up, holds them against the rule and saves the proof. `case_id` and `given_by` are bare
/// values of typed ids of rooms that this one must not know; `given_by` 0 = the reporter.
struct Giving {
    ProofId id = {};
    std::int64_t case_id = 0;
    ProofKind demanded = ProofKind::photo;
    std::int64_t given_by = 0;
    base::Time at = {};
    std::vector<std::int64_t> together = {}; ///< other cases that one fix solves with this one
};
[[nodiscard]] base::Result<void> give(db::Tx& tx, base::AgencyId agency, const Giving& giving,
                                      const Given& given);

/// What is known of the given photos; for a warning before anything is saved.
/// What was seen as the proof of a case in `together` is no reuse.
[[nodiscard]] Evidence evidence_of(db::Tx& tx, base::AgencyId agency, std::int64_t case_id,
                                   const Given& given, std::span<const std::int64_t> together = {});

/// All proofs of a case, oldest first, photos in the order in which they were given.
[[nodiscard]] std::vector<Round> rounds(db::Tx& tx, base::AgencyId agency, std::int64_t case_id);

} // namespace proof
