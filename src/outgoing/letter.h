// The whole text of a mail around a message: where to look, how to answer, who writes. Pure.
#pragma once
#include "base/language.h"

#include <optional>
#include <string>

namespace outgoing {

/// Stands for the secret of the reporter's link until the mail leaves: letters are at rest without it.
inline constexpr std::string_view secret_slot = "{kunci}";

struct LetterParts {
    std::string message;
    std::string agency; ///< its name
    std::string link;   ///< to the case's page; empty when there is none
    std::string private_link =
        {};                     ///< to the reporter's own page, with `secret_slot` in it; empty: not mailed
    bool takes_answers = false; ///< an answer to the mail comes into the case
    base::Language language = base::Language::id;
};
/// Lines end with LF.
[[nodiscard]] std::string letter(const LetterParts& parts);
/// The same with the secret in its place; without one, the line that needs it is left out.
[[nodiscard]] std::string with_secret(std::string letter, const std::optional<std::string>& secret);

} // namespace outgoing
