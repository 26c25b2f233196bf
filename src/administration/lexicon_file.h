// An agency's own slang and abbreviations as CSV: slang,formal. Pure. A wrong file is `import.line`, a wrong
// line `lexicon.line`, both with the field "baris 7".
#pragma once
#include "agency/own_lexicon.h"
#include "base/result.h"

#include <span>
#include <string>

namespace administration {

[[nodiscard]] base::Result<std::vector<agency::OwnWord>> read_lexicon_file(std::string_view csv);
[[nodiscard]] std::string lexicon_csv(std::span<const agency::OwnWord> words);

/// `more` over what stands there: of one slang the last meaning counts.
[[nodiscard]] std::vector<agency::OwnWord> merged(std::span<const agency::OwnWord> words,
                                                  std::span<const agency::OwnWord> more);

} // namespace administration
