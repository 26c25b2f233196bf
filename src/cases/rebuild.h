// What the events of a case make of it, held against its row: they must agree in everything but what only the
// row knows (id, secret, proposed words). Pure.
#pragma once
#include "cases/case.h"
#include "events/event.h"

#include <span>

namespace cases {

/// Members of the row that its events, oldest first, do not give; "events" alone when they cannot be read or
/// do not begin with its being received.
[[nodiscard]] std::vector<std::string> differing(const Case& row, std::span<const events::Stored> timeline);

} // namespace cases
