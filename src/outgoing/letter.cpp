#include "outgoing/letter.h"

#include "outgoing/letter_words.h"

namespace outgoing {

std::string letter(const LetterParts& parts) {
    const auto in = [&](base::Text text) { return std::string(text.in(parts.language)); };
    std::string out = parts.message + "\n\n";
    if (!parts.link.empty()) out += in(words::follow) + " " + parts.link + "\n";
    if (!parts.private_link.empty())
        out += in(parts.takes_answers ? words::see_at : words::answer_at) + " " + parts.private_link + "\n\n";
    if (parts.takes_answers)
        out += in(words::answer_by_mail) + "\n\n";
    else if (parts.private_link.empty())
        out += in(words::answer_privately) + "\n\n";
    out += in(words::regards) + "\n" + parts.agency + "\n\n-- \n" + in(words::automatic) + "\n";
    return out;
}

std::string with_secret(std::string letter, const std::optional<std::string>& secret) {
    // The link stands below the message, whatever is written in that.
    const std::string parameter = "?kunci=" + std::string(secret_slot);
    const auto found = letter.rfind(parameter);
    if (found == std::string::npos) return letter;
    const auto slot = found + parameter.size() - secret_slot.size();
    if (secret) return letter.replace(slot, secret_slot.size(), *secret);
    const auto begin = letter.rfind('\n', slot) + 1;
    const auto end = letter.find('\n', slot);
    return letter.erase(begin, end == std::string::npos ? end : end + 1 - begin);
}

} // namespace outgoing
