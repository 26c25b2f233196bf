// All SQL of signatures. They lie by district and time, so that what is near in both is one stretch of one
// index.
#pragma once
#include "cases/neighbourhood.h"
#include "cases/signing.h"
#include "db/query.h"
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
/// False when there was none.
bool remove_signature(db::Tx& tx, base::AgencyId agency, const SignatureKey& key);

struct Near {
    CaseId id;
    Signature signature;
};
/// Where and when to look. An empty topic asks for all, and those without one always count.
struct Nearby {
    std::vector<std::string> neighbourhoods = {}; ///< at most three
    int most_of_each = 0;                         ///< the newest
    std::optional<Around> around = {}; ///< whatever area they are in: what has a point in that square
    int most_of_a_cell = 0;
    std::string topic = {};
    base::Time from = {};
    base::Time to = {};
};
/// Each once; of any wanted number of places in one question, for PostgreSQL answers each from afar.
[[nodiscard]] std::vector<Near> find_near(db::Tx& tx, base::AgencyId agency, const Nearby& wanted);

[[nodiscard]] std::optional<Signing> find_signing(db::Tx& tx, base::AgencyId agency);
void put_signing(db::Tx& tx, base::AgencyId agency, const Signing& signing);
/// The newest below, newest first.
[[nodiscard]] std::vector<CaseId> find_unsigned_below(db::Tx& tx, base::AgencyId agency, CaseId below,
                                                      int limit);
[[nodiscard]] std::int64_t count_cases(db::Tx& tx, base::AgencyId agency);

/// That looks for what is near, for tests of its plan.
[[nodiscard]] db::Statement near_statement();

} // namespace cases
