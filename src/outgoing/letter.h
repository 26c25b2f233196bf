// The whole text of a mail around a message: where to look, how to answer, who writes. Pure.
#pragma once
#include "base/language.h"

#include <string>

namespace outgoing {

struct LetterParts {
    std::string message;
    std::string agency; ///< its name
    std::string link;   ///< to the case's page; empty when there is none
    base::Language language = base::Language::id;
};
/// Lines end with LF.
[[nodiscard]] std::string letter(const LetterParts& parts);

} // namespace outgoing
