#include "triage/normalise.h"

#include "triage/lexicon.h"

#include <algorithm>
#include <array>

namespace triage {
namespace {

constexpr std::size_t longest_word = 48, longest_slang = 4;

/// Runs of three or more of a letter cut to `keep`.
std::string unstretched(std::string_view word, std::size_t keep) {
    std::string out;
    for (std::size_t i = 0; i < word.size();) {
        std::size_t end = i;
        while (end < word.size() && word[end] == word[i])
            ++end;
        out.append(end - i >= 3 ? keep : end - i, word[i]);
        i = end;
    }
    return out;
}

bool is_stretched(std::string_view word) noexcept {
    for (std::size_t i = 2; i < word.size(); ++i)
        if (is_small(word[i]) && word[i] == word[i - 1] && word[i] == word[i - 2]) return true;
    return false;
}

std::string_view without_clitic(std::string_view word) noexcept {
    for (std::string_view clitic : {"nya", "lah", "kah", "pun", "ku", "mu"})
        if (word.size() >= clitic.size() + 3 && word.ends_with(clitic))
            return word.substr(0, word.size() - clitic.size());
    return word;
}

struct Piece {
    std::uint32_t begin, end; ///< of the folded text
};

class Writer {
public:
    Writer(const Folded& folded, const Lexicon& lexicon) : folded_(folded), lexicon_(lexicon) {
        out_.text.reserve(folded.text.size() * 3 / 2);
        out_.words.reserve(folded.text.size() / 4 + 4);
    }

    void run() {
        const std::string_view text = folded_.text;
        for (std::uint32_t at = 0; at < text.size();) {
            if (is_word(text[at])) {
                const Piece piece = word_at(at);
                at = several(piece);
                continue;
            }
            if (text[at] == '?' || text[at] == '!' || text[at] == '.') mark(at);
            if (text[at] == ' ') mood(at);
            ++at;
        }
    }
    Normalised take() { return std::move(out_); }

private:
    [[nodiscard]] Piece word_at(std::uint32_t at) const noexcept {
        std::uint32_t end = at;
        while (end < folded_.text.size() && is_word(folded_.text[end]))
            ++end;
        return {at, end};
    }
    [[nodiscard]] std::string_view form(Piece piece) const noexcept {
        return std::string_view(folded_.text).substr(piece.begin, piece.end - piece.begin);
    }

    /// The next word on the same line and in the same sentence.
    [[nodiscard]] Piece after(Piece piece) const noexcept {
        std::uint32_t at = piece.end;
        while (at < folded_.text.size() && (folded_.text[at] == ' ' || folded_.text[at] == '-') &&
               at - piece.end < 4)
            ++at;
        return at < folded_.text.size() && is_word(folded_.text[at]) ? word_at(at) : Piece{at, at};
    }

    /// Slang of several words, the longest first; else the one word. Returns where to go on.
    std::uint32_t several(Piece piece) {
        const std::uint64_t hash = hash_of(form(piece));
        if (lexicon_.begins_several(hash)) {
            std::array<Piece, longest_slang> pieces{piece};
            std::array<std::string, longest_slang> joined{std::string(form(piece))};
            std::size_t count = 1;
            while (count < longest_slang) {
                const Piece next = after(pieces[count - 1]);
                if (next.begin == next.end || next.end - next.begin > longest_word) break;
                pieces[count] = next;
                joined[count] = joined[count - 1] + ' ' + std::string(form(next));
                ++count;
            }
            for (std::size_t i = count; i-- > 1;)
                if (auto formal = formal_of(hash_of(joined[i]), joined[i]); !formal.empty()) {
                    put_words(formal, {piece.begin, pieces[i].end});
                    return pieces[i].end;
                }
        }
        single(piece, hash);
        return piece.end;
    }

    void single(Piece piece, std::uint64_t hash) {
        const std::string_view word = form(piece);
        if (word.size() > longest_word) return put(word, piece);
        if (auto formal = formal_of(hash, word); !formal.empty()) return put_words(formal, piece);
        if (is_stretched(word)) {
            const std::string once = unstretched(word, 1), twice = unstretched(word, 2);
            for (const std::string& form : {once, twice}) {
                if (auto formal = formal_of(hash_of(form), form); !formal.empty())
                    return put_words(formal, piece);
                if (lexicon_.knows(form)) return put(form, piece);
            }
            return put(once, piece);
        }
        if (const auto two = word.find('2');
            two != std::string_view::npos && two >= 3 && is_doubled(word, two)) {
            const std::string_view base = word.substr(0, two);
            const auto formal = formal_of(hash_of(base), base);
            put_words(formal.empty() ? base : formal, piece);
            return put_words((std::string(formal.empty() ? base : formal)).append(word.substr(two + 1)),
                             piece);
        }
        put(word, piece);
    }

    /// "jalan2", "jalan2nya"
    [[nodiscard]] static bool is_doubled(std::string_view word, std::size_t two) noexcept {
        const std::string_view rest = word.substr(two + 1);
        return std::ranges::all_of(word.substr(0, two), is_small) &&
               (rest.empty() || rest == "nya" || rest == "an");
    }

    /// Nothing once a text was written out to many times its length: a word list of an agency's own cannot
    /// make a long text huge.
    [[nodiscard]] std::string_view formal_of(std::uint64_t hash, std::string_view slang) const noexcept {
        constexpr std::size_t most_times = 6, always = 4096;
        if (out_.text.size() > folded_.text.size() * most_times + always) return {};
        return lexicon_.formal(hash, slang);
    }

    void put_words(std::string_view forms, Piece piece) {
        while (!forms.empty()) {
            const auto end = std::min(forms.find(' '), forms.size());
            put(forms.substr(0, end), piece);
            forms.remove_prefix(std::min(end + 1, forms.size()));
        }
    }

    void put(std::string_view form, Piece piece) {
        const auto [begin, end] = folded_.span(piece.begin, piece.end);
        if (!out_.text.empty()) out_.text += ' ';
        const auto at = static_cast<std::uint32_t>(out_.text.size());
        out_.text += form;
        const std::uint64_t hash = hash_of(form);
        const std::string_view stem = without_clitic(form);
        out_.words.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), at,
                              static_cast<std::uint32_t>(form.size()), hash,
                              stem.size() == form.size() ? hash : hash_of(stem)});
    }

    void mark(std::uint32_t at) {
        const std::string_view form = std::string_view(folded_.text).substr(at, 1);
        if (out_.words.empty() || out_.form(out_.words.back()) != form) put(form, {at, at + 1});
    }

    /// No letters alone: search and lists leave it out.
    void mood(std::uint32_t at) {
        constexpr std::array<std::string_view, 8> forms{
            "", ":syukur:", ":tawa:", ":sedih:", ":suka:", ":bagus:", ":marah:", ":heran:"};
        while (next_mood_ < folded_.moods.size() && folded_.moods[next_mood_].at < at)
            ++next_mood_;
        if (next_mood_ == folded_.moods.size() || folded_.moods[next_mood_].at != at) return;
        const auto form = forms[static_cast<std::size_t>(folded_.moods[next_mood_].mood)];
        if (out_.words.empty() || out_.form(out_.words.back()) != form) put(form, {at, at + 1});
    }

    const Folded& folded_;
    std::size_t next_mood_ = 0;
    const Lexicon& lexicon_;
    Normalised out_;
};

} // namespace

Normalised normalise(const Folded& text, const Lexicon& lexicon) {
    Writer writer(text, lexicon);
    writer.run();
    return writer.take();
}

Normalised normalise(std::string_view text, const Lexicon& lexicon) {
    return normalise(fold(text), lexicon);
}

Normalised normalise(std::string_view text) {
    return normalise(text, shipped_lexicon());
}

} // namespace triage
