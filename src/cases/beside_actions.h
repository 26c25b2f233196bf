// What lists show beside each case, asked once for all of a page. Who has nothing is not among the keys.
#pragma once
#include "cases/case.h"
#include "deadlines/deadline.h"

#include <span>
#include <unordered_map>

namespace db {
class Tx;
}

namespace cases {

using ClocksByCase = std::unordered_map<CaseId, std::vector<deadlines::Deadline>>;
/// Of each case in the order in which they were started. All cases are of one agency.
[[nodiscard]] ClocksByCase clocks_of(db::Tx& tx, std::span<const Case> all);

/// How many people the incident of a case touches. All cases are of one agency.
[[nodiscard]] std::unordered_map<CaseId, int> people_of(db::Tx& tx, std::span<const Case> all);

} // namespace cases
