// All SQL of signatures. They lie by district and time, so that what is near in both is one stretch of one
// index.
#pragma once
#include "cases/signature.h"
#include "db/tx.h"

namespace cases {

/// Where the signature of a case lies: changes with its area.
struct SignatureKey {
    std::string area; ///< neighbourhood_of()
    base::Time at;
    CaseId id;
    bool operator==(const SignatureKey&) const = default;
};
[[nodiscard]] SignatureKey signature_key(const Case& c);

void add_signature(db::Tx& tx, base::AgencyId agency, const SignatureKey& key, const Signature& signature);
void remove_signature(db::Tx& tx, base::AgencyId agency, const SignatureKey& key);

struct Near {
    CaseId id;
    Signature signature;
};
/// Of one neighbourhood, received between the two, the newest first; an empty topic asks for all, and those
/// without one always count.
[[nodiscard]] std::vector<Near> find_near(db::Tx& tx, base::AgencyId agency, const std::string& neighbourhood,
                                          const std::string& topic, base::Time from, base::Time to,
                                          int limit);

} // namespace cases
