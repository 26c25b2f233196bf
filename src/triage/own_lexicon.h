// An agency's own slang and abbreviations: what a line may hold, and the lexicon that has them over the
// shipped one. Pure. A wrong line is `lexicon.line` with the field "slang" or "formal".
#pragma once
#include "agency/own_lexicon.h"
#include "base/result.h"
#include "triage/lexicon.h"

#include <memory>
#include <span>

namespace triage {

/// As it is compared with texts: small letters, single spaces. Slang has one to four words and a letter,
/// formal one to six; letters and digits alone.
[[nodiscard]] base::Result<agency::OwnWord> own_word(std::string_view slang, std::string_view formal);

/// Lines that are not as own_word() makes them are passed over; null where none is left.
[[nodiscard]] std::shared_ptr<const Lexicon> own_lexicon(std::span<const agency::OwnWord> words);

} // namespace triage
