// The shipped topics that an agency may begin with. Pure.
#pragma once
#include "agency/directory.h"
#include "triage/reader.h"

#include <span>

namespace administration {

/// Those whose codes the agency does not have, in their order.
[[nodiscard]] std::vector<const triage::ShippedTopic*> offered_topics(const agency::Directory& directory);

/// Those of `codes` that are offered, behind the agency's own in order. `field.invalid` of "topik" where none
/// is chosen or a code is not offered.
[[nodiscard]] base::Result<std::vector<agency::Topic>> chosen_topics(const agency::Directory& directory,
                                                                     std::span<const std::string> codes);

/// As an agency's own; from then on it is changed like any other.
[[nodiscard]] agency::Topic own_topic(const triage::ShippedTopic& shipped, int ordinal);

} // namespace administration
