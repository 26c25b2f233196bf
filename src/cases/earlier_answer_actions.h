// Finding what the agency answered before in matters like a case's. Never fails; often there is nothing.
#pragma once
#include "cases/earlier_answer.h"

namespace db {
class Tx;
}

namespace cases {

/// The closest first, at most `most`: published answers of other cases that stand resolved or closed. Asks
/// the public index for the newest that share a word, so what was never published is never offered.
[[nodiscard]] std::vector<EarlierAnswer> closest_answers(db::Tx& tx, const Case& c, std::size_t most = 3);

} // namespace cases
