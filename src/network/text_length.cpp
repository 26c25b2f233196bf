#include "network/text_length.h"

#include "base/text.h"
#include "network/web_link.h"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace network {
namespace {

/// What every rule counts byte by byte: CR and LF are one grapheme.
bool is_plain_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= 0 && c != '\r'; });
}

/// Where graphemes end, in UTF-16 units of `text`.
std::vector<int32_t> grapheme_ends(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    // Reading the rules takes longer than walking a post by them.
    thread_local const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    std::vector<int32_t> ends;
    if (!breaks) return ends;
    breaks->setText(text);
    for (int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next())
        ends.push_back(end);
    return ends;
}

/// Behind what is no emoji a skin tone, or half a keycap, stands for itself.
bool is_emoji(const icu::UnicodeString& grapheme) {
    const UChar32 first = grapheme.char32At(0);
    if (!u_hasBinaryProperty(first, UCHAR_EMOJI)) return false;
    if (first < 0x80) return grapheme.indexOf(UChar32{0x20E3}) >= 0; // digits make keycaps
    for (int32_t at = 0; at < grapheme.length(); at = grapheme.moveIndex32(at, 1)) {
        const UChar32 c = grapheme.char32At(at);
        // U+FE0F: shown as an emoji.
        if (c == 0xFE0F || u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION) ||
            u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR))
            return true;
    }
    return false;
}

/// Ranges of weight 1 (twitter-text 3, configuration of 280 characters); everything else weighs 2.
std::size_t weight_of(UChar32 c) {
    const bool is_light = c <= 0x10FF || (c >= 0x2000 && c <= 0x200D) || (c >= 0x2010 && c <= 0x201F) ||
                          (c >= 0x2032 && c <= 0x2037);
    return is_light ? 1 : 2;
}

std::size_t utf8_size(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out.size();
}

std::size_t count_graphemes(const icu::UnicodeString& text, const TextRule& rule) {
    std::size_t sum = 0;
    int32_t from = 0;
    for (const int32_t end : grapheme_ends(text)) {
        const icu::UnicodeString grapheme = text.tempSubStringBetween(from, end);
        from = end;
        if (rule.unit == TextUnit::graphemes) {
            ++sum;
        } else if (is_emoji(grapheme)) {
            sum += rule.unit == TextUnit::weighted ? 2 : utf8_size(grapheme);
        } else if (rule.unit == TextUnit::weighted) {
            for (int32_t at = 0; at < grapheme.length(); at = grapheme.moveIndex32(at, 1))
                sum += weight_of(grapheme.char32At(at));
        } else {
            sum += static_cast<std::size_t>(grapheme.countChar32());
        }
    }
    return sum;
}

std::size_t count_plain(std::string_view text, const TextRule& rule) {
    if (rule.unit == TextUnit::bytes || is_plain_ascii(text) || !base::is_utf8(text)) return text.size();
    if (rule.unit == TextUnit::characters && !rule.emoji_counts_as_bytes) return base::length(text);
    const auto wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
    if (rule.unit == TextUnit::utf16) return static_cast<std::size_t>(wide.length());
    return count_graphemes(wide, rule);
}

std::string composed(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return std::string(text);
    std::string out;
    nfc->normalize(icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}), status)
        .toUTF8String(out);
    return U_SUCCESS(status) ? out : std::string(text);
}

/// As X counts: composed first, each link the same, whether its scheme is written or not.
std::size_t count_weighted(std::string_view text, const TextRule& rule) {
    if (!base::is_utf8(text)) return text.size();
    const std::string whole = composed(text);
    const std::string_view view = whole;
    std::size_t sum = 0;
    std::size_t at = 0;
    if (rule.link_cost > 0)
        for (const auto& link : web_links(view)) {
            sum += count_plain(view.substr(at, link.from - at), rule) + rule.link_cost;
            at = link.to;
        }
    return sum + count_plain(view.substr(at), rule);
}

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool is_link(std::string_view word) {
    return word.starts_with("https://") || word.starts_with("http://");
}

/// "@user" of "@user@server"; empty when the word is none.
std::string_view local_part(std::string_view word) {
    if (!word.starts_with('@')) return {};
    const auto at = word.find('@', 1);
    return at == std::string_view::npos || at == 1 ? std::string_view() : word.substr(0, at);
}

/// What follows the server's name in "@user@server," is counted.
std::string_view after_server(std::string_view word) {
    constexpr std::string_view of_server =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:@_";
    const auto end = word.find_first_not_of(of_server);
    auto tail = end == std::string_view::npos ? word.size() : end;
    while (tail > 0 && (word[tail - 1] == '.' || word[tail - 1] == ':'))
        --tail;
    return word.substr(tail);
}

/// Calls with each run of white space and each word.
template <class Do> void each_word(std::string_view text, Do&& call) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        const bool space = is_space(text[at]);
        while (end < text.size() && is_space(text[end]) == space)
            ++end;
        call(text.substr(at, end - at), space);
        at = end;
    }
}

/// Places where a part may end, as byte offsets, with how good they are.
struct Cut {
    std::size_t at = 0;
    int rank = 0; ///< 0 grapheme, 1 word, 2 sentence, 3 paragraph
};

std::vector<Cut> cuts_of(std::string_view text) {
    std::vector<Cut> out;
    std::size_t at = 0;
    each_word(text, [&](std::string_view word, bool space) {
        if (space) {
            const bool is_paragraph = word.find('\n') != std::string_view::npos;
            const char before = at > 0 ? text[at - 1] : ' ';
            const bool is_sentence = before == '.' || before == '!' || before == '?';
            if (at > 0) out.push_back({at, is_paragraph ? 3 : is_sentence ? 2 : 1});
        } else if (!is_link(word) && is_plain_ascii(word)) {
            for (std::size_t bytes = 1; bytes < word.size(); ++bytes)
                out.push_back({at + bytes, 0});
        } else if (!is_link(word)) {
            auto wide = icu::UnicodeString::fromUTF8({word.data(), static_cast<int32_t>(word.size())});
            std::size_t bytes = 0;
            int32_t from = 0;
            for (const int32_t end : grapheme_ends(wide)) {
                bytes += utf8_size(wide.tempSubStringBetween(from, end));
                from = end;
                if (bytes < word.size()) out.push_back({at + bytes, 0});
            }
        }
        at += word.size();
    });
    for (const auto& link : web_links(text))
        std::erase_if(out, [&](const Cut& cut) { return cut.at > link.from && cut.at < link.to; });
    out.push_back({text.size(), 3});
    return out;
}

/// The best place at which what begins at `from` may end; npos when nothing fits. A better kind of place wins
/// while the part stays at least half full.
std::size_t part_end(std::string_view text, const std::vector<Cut>& cuts, std::size_t from,
                     const auto& fits_until) {
    auto first = std::ranges::upper_bound(cuts, from, {}, &Cut::at);
    auto past = std::partition_point(first, cuts.end(), [&](const Cut& cut) { return fits_until(cut.at); });
    if (past == first) return std::string_view::npos;
    if (past == cuts.end()) return text.size();
    const std::size_t furthest = std::prev(past)->at;
    const Cut* best = nullptr;
    for (auto it = first; it != past; ++it) {
        if (it->at - from < (furthest - from) / 2) continue;
        if (!best || it->rank >= best->rank) best = &*it;
    }
    return best ? best->at : furthest;
}

std::vector<std::string> cut_all(std::string_view text, const TextRule& rule, std::string_view before,
                                 std::string_view longest_mark) {
    const auto cuts = cuts_of(text);
    std::vector<std::string> parts;
    for (std::size_t from = 0; from < text.size();) {
        auto with = [&](std::size_t end) {
            return std::string(before) + std::string(base::trim(text.substr(from, end - from)));
        };
        const std::size_t end = part_end(text, cuts, from, [&](std::size_t at) {
            return fits(with(at) + std::string(longest_mark), rule);
        });
        if (end == std::string_view::npos) return {};
        parts.push_back(with(end));
        from = end;
        while (from < text.size() && is_space(text[from]))
            ++from;
    }
    return parts;
}

} // namespace

std::size_t text_length(std::string_view text, const TextRule& rule) {
    if (rule.unit == TextUnit::weighted) return count_weighted(text, rule);
    if (rule.link_cost == 0 && !rule.only_local_part) return count_plain(text, rule);
    std::size_t sum = 0;
    std::string plain; // counted as a whole, so that graphemes across words stay whole
    each_word(text, [&](std::string_view word, bool space) {
        if (!space && rule.link_cost > 0 && is_link(word)) {
            sum += rule.link_cost;
        } else if (auto local = rule.only_local_part && !space ? local_part(word) : std::string_view();
                   !local.empty()) {
            plain += local;
            plain += after_server(word);
        } else {
            plain += word;
        }
    });
    return sum + count_plain(plain, rule);
}

bool fits(std::string_view text, const TextRule& rule) {
    return text_length(text, rule) <= rule.longest &&
           (rule.longest_bytes == 0 || text.size() <= rule.longest_bytes);
}

std::vector<std::string> split_text(std::string_view text, const TextRule& rule, std::string_view before) {
    text = base::trim(text);
    if (fits(std::string(before) + std::string(text), rule)) return {std::string(before) + std::string(text)};
    for (const std::string_view longest_mark : {" (9/9)", " (99/99)", " (999/999)"}) {
        auto parts = cut_all(text, rule, before, longest_mark);
        if (parts.empty()) return {};
        const std::string of = "/" + std::to_string(parts.size()) + ")";
        if (3 + 2 * (of.size() - 2) > longest_mark.size() - 1)
            continue; // more parts than the mark has room for
        for (std::size_t i = 0; i < parts.size(); ++i)
            parts[i] += " (" + std::to_string(i + 1) + of;
        return parts;
    }
    return {};
}

} // namespace network
