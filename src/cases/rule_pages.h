// A routing rule as a sentence, for every room that names one.
#pragma once
#include "agency/directory.h"
#include "base/language.h"

namespace cases {

/// "Jalan berlubang di Tebet, Jakarta Selatan, hanya Pengaduan, lewat form"
[[nodiscard]] std::string rule_sentence(const agency::RoutingRule& rule, const agency::Directory& directory,
                                        base::Language language);
/// What it asks beside topic and area: "hanya Pengaduan, lewat form"; empty when nothing.
[[nodiscard]] std::string conditions_sentence(const agency::RoutingRule& rule,
                                              const agency::Directory& directory, base::Language language);

} // namespace cases
