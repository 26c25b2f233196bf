// The chip of an objection that waits: the same to reporter, public and staff.
#pragma once
#include "agency/directory.h"
#include "base/language.h"
#include "cases/objection.h"
#include "html/marks.h"

namespace cases {

/// "Keberatan diajukan, ditinjau oleh {unit}"; `office` is empty where it may not be named.
[[nodiscard]] std::string objection_words(const std::optional<OfficeId>& office,
                                          const agency::Directory& directory, base::Language language);
[[nodiscard]] html::Markup objection_chip(const std::optional<OfficeId>& office,
                                          const agency::Directory& directory, base::Language language);

} // namespace cases
