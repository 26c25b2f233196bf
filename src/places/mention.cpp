#include "places/mention.h"

#include "places/fold.h"

#include <algorithm>

namespace places {
namespace {

constexpr std::size_t most_mentions = 48, longest_name = 60, longest_gap = 3;

bool joins(std::string_view text, std::size_t begin, std::size_t end) noexcept {
    if (end - begin > longest_gap) return false;
    for (std::size_t i = begin; i < end; ++i)
        if (std::string_view(" -'./()\t").find(text[i]) == std::string_view::npos) return false;
    return true;
}

/// The words of a text: runs of ASCII letters and digits. One pass, no memory but the last two words.
class Words {
public:
    explicit Words(std::string_view text) : text_(text) {}
    [[nodiscard]] std::size_t next_begin(std::size_t at) const noexcept {
        while (at < text_.size() && !folded(text_[at]))
            ++at;
        return at;
    }
    [[nodiscard]] std::size_t end_of(std::size_t at) const noexcept {
        while (at < text_.size() && folded(text_[at]))
            ++at;
        return at;
    }

private:
    std::string_view text_;
};

struct Match {
    std::size_t end = 0;
    Region::Range names{0, 0};
};

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

/// The longest name that begins at `begin` and ends with a word, or where digits follow letters ("Tebet3").
Match longest(std::string_view text, std::size_t begin, const Region& region) {
    Match found;
    Region::Range range{0, 0};
    std::size_t depth = 0, last = begin;
    char first = 0;
    for (std::size_t at = begin; at < text.size() && at - begin < longest_name; ++at) {
        const char c = folded(text[at]);
        if (!c) continue;
        if (at > last + 1 && depth > 0 && !joins(text, last + 1, at)) break;
        last = at;
        if (depth == 0) first = c;
        if (depth == 1) range = region.beginning_with(first, c);
        if (depth > 1) range = region.going_on(range, depth, c);
        ++depth;
        if (depth > 1 && range.empty()) break;
        const char after = at + 1 < text.size() ? folded(text[at + 1]) : '\0';
        if (depth > 1 && (!after || (is_digit(after) && !is_digit(c))))
            if (auto names = region.ending(range, depth); !names.empty()) found = {at + 1, names};
    }
    return found;
}

/// What the words before a name say about it.
struct Before {
    struct Word {
        std::size_t end = 0;
        Cue cue = Cue::none;
    };
    Word last, last_but_one;

    void add(std::string_view text, std::size_t begin, std::size_t end) {
        last_but_one = last;
        std::string word;
        if (end - begin <= 14)
            for (char c : text.substr(begin, end - begin))
                word += folded(c);
        last = {end, cue_of(word)};
    }
    [[nodiscard]] Cue cue(std::string_view text, std::size_t begin) const {
        if (!near(text, last.end, begin)) return Cue::none;
        return last.cue == Cue::filler ? last_but_one.cue : last.cue;
    }
    static bool near(std::string_view text, std::size_t end, std::size_t begin) {
        return end > 0 && begin - end <= longest_gap &&
               text.substr(end, begin - end).find_first_of(",;\n") == std::string_view::npos;
    }
};

bool names_one(Region::Range names, Cue cue, const Region& region) {
    const auto all = region.names().subspan(names.first, names.last - names.first);
    return std::ranges::any_of(
        all, [&](const Region::Name& name) { return fits(cue, region.gazetteer().rows()[name.row].number); });
}

} // namespace

std::vector<Mention> find_mentions(std::string_view text, const Region& region) {
    std::vector<Mention> out;
    const Words words(text);
    Before before;
    for (std::size_t at = words.next_begin(0); at < text.size() && out.size() < most_mentions;) {
        const std::size_t word_end = words.end_of(at);
        const Match match = is_digit(text[at]) ? Match{} : longest(text, at, region);
        if (match.end > word_end) {
            // "Kota Batu" is the city before it is one of the villages called Kota Batu.
            Before kind = before;
            kind.add(text, at, word_end);
            const std::size_t next = words.next_begin(word_end);
            const Match bare = kind.last.cue == Cue::city ? longest(text, next, region) : Match{};
            if (bare.end == match.end && names_one(bare.names, kind.last.cue, region)) {
                out.push_back({next, bare.end, bare.names, kind.last.cue});
                before.add(text, next, bare.end);
                at = words.next_begin(bare.end);
                continue;
            }
        }
        if (match.end > 0) out.push_back({at, match.end, match.names, before.cue(text, at)});
        const std::size_t end = std::max(match.end, word_end);
        before.add(text, at, end);
        at = words.next_begin(end);
    }
    return out;
}

} // namespace places
