#include "outgoing/letter.h"

#include "outgoing/letter_words.h"

namespace outgoing {

std::string letter(const LetterParts& parts) {
    const auto in = [&](base::Text text) { return std::string(text.in(parts.language)); };
    std::string out = parts.message + "\n\n";
    if (!parts.link.empty()) out += in(words::follow) + " " + parts.link + "\n";
    out += in(words::answer_privately) + "\n\n" + in(words::regards) + "\n" + parts.agency + "\n\n-- \n" +
           in(words::automatic) + "\n";
    return out;
}

} // namespace outgoing
