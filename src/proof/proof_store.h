// All SQL of proofs and their photos. Throws db::Error when the database does.
#pragma once
#include "proof/proof.h"

namespace db {
class Tx;
}

namespace proof {

/// A photo that is given twice on one side is kept once.
void save(db::Tx& tx, base::AgencyId agency, ProofId id, std::int64_t case_id, const Given& given,
          std::int64_t given_by, base::Time at);

[[nodiscard]] std::vector<Round> rounds_of(db::Tx& tx, base::AgencyId agency, std::int64_t case_id);

[[nodiscard]] bool is_uploaded(db::Tx& tx, base::AgencyId agency, const std::string& sha256);

/// Where the picture was seen, by its pixels: the same picture with other notes in it counts as the same.
[[nodiscard]] std::vector<Reuse> seen_before(db::Tx& tx, base::AgencyId agency, std::int64_t case_id,
                                             const std::string& sha256);

} // namespace proof
