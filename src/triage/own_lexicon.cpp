#include "triage/own_lexicon.h"

#include "triage/fold.h"
#include "triage/lines.h"

#include <algorithm>

namespace triage {
namespace {

constexpr std::size_t most_slang_words = 4, most_formal_words = 6, most_slang = 60, most_formal = 80;

/// Words with single spaces between.
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : fold(text.substr(0, 4 * most_formal)).text) {
        const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!is_space)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (out.ends_with(' '))
        out.pop_back();
    return out;
}

std::unexpected<base::Problem> wrong(std::string_view field, std::string_view why) {
    return base::fail_field(std::string(field), "lexicon.line", std::string(why));
}

} // namespace

base::Result<agency::OwnWord> own_word(std::string_view slang, std::string_view formal) {
    agency::OwnWord out{plain(slang), plain(formal)};
    if (!is_phrase(out.slang, most_slang_words) || out.slang.size() > most_slang ||
        std::ranges::none_of(out.slang, [](char c) { return is_word(c) && !is_digit(c); }))
        return wrong("slang", "one to four words of letters and digits, with a letter");
    if (!is_phrase(out.formal, most_formal_words) || out.formal.size() > most_formal)
        return wrong("formal", "one to six words of letters and digits");
    if (out.slang == out.formal) return wrong("formal", "slang and formal are the same");
    return out;
}

std::shared_ptr<const Lexicon> own_lexicon(std::span<const agency::OwnWord> words) {
    auto out = std::make_shared<Lexicon>(&shipped_lexicon());
    for (const auto& each : words)
        if (const auto word = own_word(each.slang, each.formal); word && *word == each)
            (void)out->add("own", each.slang + "\t" + each.formal);
    return out->size() > 0 ? out : nullptr;
}

} // namespace triage
