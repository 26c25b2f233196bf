// Keeping the signatures of cases true, in the unit of work of each change. Never fails.
#pragma once
#include "cases/signature.h"

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

} // namespace cases
