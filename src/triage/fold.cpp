#include "triage/fold.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>

namespace triage {
namespace {

const icu::Normalizer2& casefold() {
    static const icu::Normalizer2* const shared = [] {
        UErrorCode error = U_ZERO_ERROR;
        const icu::Normalizer2* made = icu::Normalizer2::getNFKCCasefoldInstance(error);
        if (U_FAILURE(error)) throw std::runtime_error("ICU has no NFKC_Casefold data");
        return made;
    }();
    return *shared;
}

bool is_ascii(std::string_view text) noexcept {
    return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

Folded fold_ascii(std::string_view text) {
    Folded out{std::string(text), {}, text.size(), {}};
    for (char& c : out.text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// The origin of each byte that ICU wrote.
std::vector<std::uint32_t> origins(const icu::Edits& edits, std::size_t size) {
    std::vector<std::uint32_t> out;
    out.reserve(size);
    UErrorCode error = U_ZERO_ERROR;
    for (auto at = edits.getFineIterator(); at.next(error);)
        for (std::int32_t i = 0; i < at.newLength(); ++i)
            out.push_back(static_cast<std::uint32_t>(at.sourceIndex() + (at.hasChange() ? 0 : i)));
    return out;
}

/// What stands for a character above ASCII: a digit, an ASCII mark or space, nothing, or (-1) itself.
int plain(UChar32 c) noexcept {
    switch (u_charType(c)) {
    case U_DECIMAL_DIGIT_NUMBER: return '0' + u_charDigitValue(c);
    case U_DASH_PUNCTUATION: return '-';
    case U_SPACE_SEPARATOR: return ' ';
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR: return 0;
    default: break;
    }
    if (c == 0x2212) return '-';
    if (c == 0x2018 || c == 0x2019 || c == 0x02BC) return '\'';
    return u_isalnum(c) ? -1 : ' ';
}

struct Emoji {
    UChar32 first, last;
    Mood mood;
};
/// In the order of their numbers; those that say nothing of a mood are left out.
constexpr auto emoji = std::to_array<Emoji>({
    {0x2639, 0x2639, Mood::sorrow},     {0x263A, 0x263A, Mood::love},
    {0x270C, 0x270C, Mood::praise},     {0x2728, 0x2728, Mood::praise},
    {0x2764, 0x2764, Mood::love},       {0x2B50, 0x2B50, Mood::praise},
    {0x1F31F, 0x1F31F, Mood::praise},   {0x1F389, 0x1F389, Mood::praise},
    {0x1F44C, 0x1F44D, Mood::praise},   {0x1F44E, 0x1F44E, Mood::anger},
    {0x1F44F, 0x1F44F, Mood::praise},   {0x1F493, 0x1F493, Mood::love},
    {0x1F494, 0x1F494, Mood::sorrow},   {0x1F495, 0x1F49F, Mood::love},
    {0x1F4A9, 0x1F4A9, Mood::anger},    {0x1F4AA, 0x1F4AA, Mood::praise},
    {0x1F4AF, 0x1F4AF, Mood::praise},   {0x1F525, 0x1F525, Mood::praise},
    {0x1F595, 0x1F595, Mood::anger},    {0x1F600, 0x1F606, Mood::laughter},
    {0x1F607, 0x1F607, Mood::thanks},   {0x1F60A, 0x1F60A, Mood::love},
    {0x1F60C, 0x1F60D, Mood::love},     {0x1F60E, 0x1F60E, Mood::praise},
    {0x1F60F, 0x1F60F, Mood::wonder},   {0x1F611, 0x1F612, Mood::anger},
    {0x1F613, 0x1F615, Mood::sorrow},   {0x1F618, 0x1F618, Mood::love},
    {0x1F61C, 0x1F61D, Mood::laughter}, {0x1F61E, 0x1F61F, Mood::sorrow},
    {0x1F620, 0x1F621, Mood::anger},    {0x1F622, 0x1F623, Mood::sorrow},
    {0x1F624, 0x1F624, Mood::anger},    {0x1F625, 0x1F625, Mood::sorrow},
    {0x1F628, 0x1F628, Mood::wonder},   {0x1F629, 0x1F62B, Mood::sorrow},
    {0x1F62D, 0x1F62D, Mood::sorrow},   {0x1F62E, 0x1F62F, Mood::wonder},
    {0x1F630, 0x1F630, Mood::sorrow},   {0x1F631, 0x1F633, Mood::wonder},
    {0x1F642, 0x1F642, Mood::love},     {0x1F643, 0x1F643, Mood::wonder},
    {0x1F644, 0x1F644, Mood::anger},    {0x1F647, 0x1F647, Mood::thanks},
    {0x1F648, 0x1F648, Mood::laughter}, {0x1F64C, 0x1F64C, Mood::praise},
    {0x1F64F, 0x1F64F, Mood::thanks},   {0x1F914, 0x1F914, Mood::wonder},
    {0x1F917, 0x1F917, Mood::love},     {0x1F923, 0x1F923, Mood::laughter},
    {0x1F926, 0x1F926, Mood::anger},    {0x1F92A, 0x1F92A, Mood::laughter},
    {0x1F92C, 0x1F92C, Mood::anger},    {0x1F92D, 0x1F92D, Mood::laughter},
    {0x1F932, 0x1F932, Mood::thanks},   {0x1F970, 0x1F970, Mood::love},
    {0x1F972, 0x1F972, Mood::sorrow},   {0x1F97A, 0x1F97A, Mood::sorrow},
});
static_assert(std::ranges::is_sorted(emoji, {}, &Emoji::first));

Mood mood_of(UChar32 c) noexcept {
    const auto after = std::ranges::upper_bound(emoji, c, {}, &Emoji::first);
    return after != emoji.begin() && c <= std::prev(after)->last ? std::prev(after)->mood : Mood::none;
}

} // namespace

std::pair<std::size_t, std::size_t> Folded::span(std::size_t begin, std::size_t end) const noexcept {
    if (origin.empty()) return {begin, end};
    if (begin >= origin.size()) return {given, given};
    if (end <= begin) return {origin[begin], origin[begin]};
    const std::uint32_t last = origin[end - 1];
    while (end < origin.size() && origin[end] == last)
        ++end;
    return {origin[begin], end < origin.size() ? origin[end] : given};
}

Folded fold(std::string_view text) {
    if (is_ascii(text)) return fold_ascii(text);
    std::string folded;
    icu::Edits edits;
    {
        UErrorCode error = U_ZERO_ERROR;
        icu::StringByteSink<std::string> sink(&folded, static_cast<std::int32_t>(text.size()));
        casefold().normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())),
                                 sink, &edits, error);
        if (U_FAILURE(error)) return fold_ascii(text);
    }
    const std::vector<std::uint32_t> from = origins(edits, folded.size());
    if (from.size() != folded.size()) return fold_ascii(text);

    Folded out;
    out.given = text.size();
    out.text.reserve(folded.size());
    out.origin.reserve(folded.size());
    const auto size = static_cast<std::int32_t>(folded.size());
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t begin = at;
        UChar32 c = 0;
        U8_NEXT(folded.data(), at, size, c);
        const int as = c < 0x80 ? -1 : plain(c);
        if (as == 0) continue;
        if (as > 0) {
            if (const Mood mood = as == ' ' ? mood_of(c) : Mood::none; mood != Mood::none)
                out.moods.push_back({static_cast<std::uint32_t>(out.text.size()), mood});
            out.text += static_cast<char>(as);
            out.origin.push_back(from[static_cast<std::size_t>(begin)]);
            continue;
        }
        for (std::int32_t i = begin; i < at; ++i) {
            out.text += folded[static_cast<std::size_t>(i)];
            out.origin.push_back(from[static_cast<std::size_t>(i)]);
        }
    }
    return out;
}

} // namespace triage
