#include "triage/lexicon.h"

#include "triage/fold.h"
#include "triage/lines.h"
#include "triage/shipped.h"

#include <stdexcept>

namespace triage {

bool is_phrase(std::string_view text, std::size_t most) noexcept {
    if (text.empty() || text.size() > 120) return false;
    std::size_t words = 1;
    char before = ' ';
    for (char c : text) {
        if (c == ' ' && (before == ' ' || ++words > most)) return false;
        if (c != ' ' && !is_word(c)) return false;
        before = c;
    }
    return before != ' ';
}

base::Result<void> Lexicon::add(std::string_view file, std::string_view lines) {
    if (lines.size() > 4U << 20U)
        return base::fail(base::Kind::too_large, "lexicon.line", std::string(file) + ": over 4 MiB");
    std::unordered_set<std::uint64_t, Same> here;
    return each_line(lines, [&](std::size_t number, std::string_view line) -> base::Result<void> {
        const auto bad = [&](std::string_view why) { return bad_line("lexicon.line", file, number, why); };
        if (number > 100'000) return bad("more than 100,000 lines");
        if (line.find('\t') == std::string_view::npos)
            return bad("a tab is expected between slang and formal");
        const std::string_view slang = cut(line, '\t'), words = cut(line, '\t');
        if (!is_phrase(slang, 4))
            return bad("slang is one to four words of small letters and digits, single spaces between");
        if (!is_phrase(words, 12))
            return bad("formal is one to twelve words of small letters and digits, single spaces between");
        if (slang == words) return bad("slang and formal are the same");
        const std::uint64_t hash = hash_of(slang);
        if (!here.insert(hash).second) return bad("this slang stands in the file already");
        if (entries_.try_emplace(hash, Entry{std::string(slang), std::string(words)}).second) {
            if (const auto space = slang.find(' '); space != std::string_view::npos)
                begins_.insert(hash_of(slang.substr(0, space)));
            learn(words);
        }
        return {};
    });
}

void Lexicon::learn(std::string_view phrase) {
    while (!phrase.empty())
        known_.insert(hash_of(cut(phrase, ' ')));
}

std::string_view Lexicon::formal(std::uint64_t hash, std::string_view slang) const noexcept {
    const auto found = entries_.find(hash);
    if (found != entries_.end() && found->second.slang == slang) return found->second.formal;
    return below_ ? below_->formal(hash, slang) : std::string_view{};
}

bool Lexicon::knows(std::string_view word) const noexcept {
    return known_.contains(hash_of(word)) || (below_ && below_->knows(word));
}

const Lexicon& shipped_lexicon() {
    static const Lexicon shipped = [] {
        Lexicon out;
        for (auto [file, lines] :
             {std::pair{"slang.tsv", shipped::slang()}, {"indocollex.tsv", shipped::indocollex()}})
            if (auto added = out.add(file, lines); !added)
                throw std::runtime_error("data/lexicon/" + added.error().detail);
        // The phrases that tell kinds and dangers are formal words too.
        for (std::string_view lines : {shipped::kinds(), shipped::urgency()})
            (void)each_line(lines, [&](std::size_t, std::string_view line) -> base::Result<void> {
                out.learn(cut(line, '\t'));
                return {};
            });
        return out;
    }();
    return shipped;
}

} // namespace triage
