// Keeping the signatures of cases true, in the unit of work of each change. Never fails.
#pragma once
#include "cases/signing.h"

namespace db {
class Tx;
}

namespace cases {

/// Whether a case may stand beside others at all: whistleblowing and conduct never do.
[[nodiscard]] bool may_be_compared(const Case& c) noexcept;

void sign_new(db::Tx& tx, const Case& c, const Signature& signature);
/// A case that was `before`: its place, its topic or who may know of it can have changed.
void sign_change(db::Tx& tx, const Case& before, const Case& after);
/// Its words are erased.
void forget_signature(db::Tx& tx, const Case& c);

/// Signs at most `most` cases that are not signed in the present form yet, the newest first; false when all
/// are.
[[nodiscard]] bool sign_step(db::Tx& tx, base::AgencyId agency, int most);
/// Nothing before the first step.
[[nodiscard]] std::optional<Signing> signing_of(db::Tx& tx, base::AgencyId agency);

} // namespace cases
