#include "places/mention.h"

#include "places/fold.h"

#include <algorithm>
#include <array>

namespace places {
namespace {

constexpr std::size_t most_mentions = 48, longest_name = 60, widest_gap = 3, longest_cue = 14;
constexpr int most_slips = 4; ///< looked up in all names of the region

bool joins(std::string_view text, std::size_t begin, std::size_t end) noexcept {
    if (end - begin > widest_gap) return false;
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

bool digit(char c) noexcept {
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
        if (depth > 1 && (!after || (digit(after) && !digit(c))))
            if (auto names = region.ending(range, depth); !names.empty()) found = {at + 1, names};
    }
    return found;
}

/// What the words before `at` say of the level of what is named there.
Cue cue_before(std::string_view text, std::size_t at) noexcept {
    for (Cue cue = Cue::filler; cue == Cue::filler;) {
        std::size_t end = at;
        for (; end > 0 && !folded(text[end - 1]); --end)
            if (at - end >= widest_gap ||
                std::string_view(",;\n").find(text[end - 1]) != std::string_view::npos)
                return Cue::none;
        std::array<char, longest_cue> word{};
        std::size_t begin = end;
        for (; begin > 0 && folded(text[begin - 1]); --begin)
            if (end - begin == longest_cue) return Cue::none;
        for (std::size_t i = begin; i < end; ++i)
            word[i - begin] = folded(text[i]);
        cue = cue_of({word.data(), end - begin});
        if (cue != Cue::filler) return cue;
        at = begin;
    }
    return Cue::none;
}

/// Whether one letter too many, too few, wrong or two exchanged make one of the other.
bool is_one_slip_away(std::string_view a, std::string_view b) noexcept {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    std::size_t same = 0;
    while (same < a.size() && a[same] == b[same])
        ++same;
    if (a.size() < b.size()) return a.substr(same) == b.substr(same + 1);
    if (same == a.size() || a.substr(same + 1) == b.substr(same + 1)) return true;
    return same + 1 < a.size() && a[same] == b[same + 1] && a[same + 1] == b[same] &&
           a.substr(same + 2) == b.substr(same + 2);
}

/// The one name that its writer meant behind "kel." or "kec." and spelled with
/// one slip: the longest of at most three words.
Match misspelled(std::string_view text, std::size_t begin, Cue cue, const Region& region) {
    constexpr std::size_t most_words = 3, shortest = 6;
    std::array<std::size_t, most_words> ends{};
    std::size_t count = 0;
    const Words words(text);
    for (std::size_t at = begin; count < most_words && at < text.size() && at - begin < longest_name;) {
        ends[count++] = words.end_of(at);
        const std::size_t next = words.next_begin(ends[count - 1]);
        if (next >= text.size() || !joins(text, ends[count - 1], next)) break;
        at = next;
    }
    for (; count > 0; --count) {
        const std::string given = fold(text.substr(begin, ends[count - 1] - begin));
        if (given.size() < shortest || given.size() > longest_name) continue;
        Match found;
        for (std::uint32_t i = 0; i < region.names().size(); ++i) {
            const Region::Name& name = region.names()[i];
            if (name.size + 1 < given.size() || name.size > given.size() + 1 || name.size < shortest ||
                !fits(cue, region.gazetteer().rows()[name.row].number) ||
                !is_one_slip_away(given, region.spelling(name)))
                continue;
            if (found.end > 0 && region.spelling(region.names()[found.names.first]) != region.spelling(name))
                return {};
            if (found.end == 0) found = {ends[count - 1], {i, i + 1}};
            found.names.last = i + 1;
        }
        if (found.end > 0) return found;
    }
    return {};
}

bool names_one(Region::Range names, Cue cue, const Region& region) {
    const auto all = region.names().subspan(names.first, names.last - names.first);
    return std::ranges::any_of(
        all, [&](const Region::Name& name) { return fits(cue, region.gazetteer().rows()[name.row].number); });
}

/// Whether nothing but "kota" or "kab." stands between it and its city or regency.
bool stands_before_its_city(const Mention& mention, const Mention& next, std::string_view text,
                            const Region& region) {
    constexpr std::size_t widest = 14;
    if (next.begin - mention.end > widest) return false;
    const auto gap = text.substr(mention.end, next.begin - mention.end);
    const std::string word = fold(gap);
    const Cue kind = cue_of(word);
    if (gap.contains('\n') || !(word.empty() || kind == Cue::city || kind == Cue::regency)) return false;
    const auto any = [&](const Mention& of, auto&& is) {
        const auto names = region.names().subspan(of.names.first, of.names.last - of.names.first);
        return std::ranges::any_of(
            names, [&](const Region::Name& name) { return is(region.gazetteer().rows()[name.row].number); });
    };
    return any(next, [&](std::uint64_t wide) {
        return level_of(wide) == Level::regency &&
               any(mention, [&](std::uint64_t own) { return own != wide && lies_within(own, wide); });
    });
}

/// Whether an RT or RW is given with its number: "RT 02", "rw.4".
bool gives_neighbourhood(std::string_view address) {
    const Words words(address);
    for (std::size_t at = words.next_begin(0); at < address.size();) {
        const std::size_t end = words.end_of(at);
        const char second = end - at > 1 ? folded(address[at + 1]) : '\0';
        if (folded(address[at]) == 'r' && (second == 't' || second == 'w')) {
            const std::size_t number = end - at == 2 ? words.next_begin(end) : at + 2;
            if (number < address.size() && number - at <= 2 + widest_gap && digit(address[number]))
                return true;
        }
        at = words.next_begin(end);
    }
    return false;
}

} // namespace

std::vector<Mention> find_mentions(std::string_view text, const Region& region) {
    std::vector<Mention> out;
    const Words words(text);
    // Of all of Indonesia every word is nearly the name of some village.
    bool may_follow_cue = false; ///< by the letter that "kel.", "desa" and the like begin with
    int slips_left = region.around() ? most_slips : 0;
    for (std::size_t at = words.next_begin(0); at < text.size() && out.size() < most_mentions;) {
        const std::size_t word_end = words.end_of(at);
        Match match = digit(text[at]) ? Match{} : longest(text, at, region);
        if (match.end == 0 && slips_left > 0 && may_follow_cue && !digit(text[at]))
            if (const Cue cue = cue_before(text, at); cue == Cue::village || cue == Cue::district) {
                --slips_left;
                match = misspelled(text, at, cue, region);
            }
        if (match.end > word_end) {
            // "Kota Batu" is the city before it is one of the villages called Kota Batu.
            const std::size_t next = words.next_begin(word_end);
            const Cue kind = cue_before(text, next);
            const Match bare = kind == Cue::city ? longest(text, next, region) : Match{};
            if (bare.end == match.end && names_one(bare.names, kind, region)) {
                out.push_back({next, bare.end, bare.names, kind, setting_of(text, at, bare.end)});
                at = words.next_begin(bare.end);
                continue;
            }
        }
        if (match.end > 0) {
            const Cue cue = cue_before(text, at);
            // "Kota" alone is the district of Kediri only after "kec.".
            if (match.end > word_end || cue != Cue::none || cue_before(text, word_end) == Cue::none)
                out.push_back({at, match.end, match.names, cue, setting_of(text, at, match.end)});
        }
        const std::size_t end = std::max(match.end, word_end);
        may_follow_cue = std::string_view("cdgklnp").contains(folded(text[at])) && end - at <= longest_cue;
        at = words.next_begin(end);
    }
    return out;
}

void settle_address(std::vector<Mention>& mentions, std::string_view text, const Region& region,
                    std::size_t address_at) {
    if (address_at >= text.size()) return;
    const bool in_neighbourhood = gives_neighbourhood(text.substr(address_at));
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        Mention& mention = mentions[i];
        if (mention.begin < address_at) continue;
        if (in_neighbourhood &&
            (mention.setting == Setting::main_street || mention.setting == Setting::quarter))
            mention.setting = Setting::street;
        if (mention.setting == Setting::plain && mention.cue == Cue::none && i + 1 < mentions.size() &&
            stands_before_its_city(mention, mentions[i + 1], text, region))
            mention.setting = Setting::part;
    }
}

} // namespace places
