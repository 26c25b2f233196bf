#include "triage/fold.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
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
    Folded out{std::string(text), {}, text.size()};
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
