#include "triage/mask_cue.h"
#include "triage/private.h"

#include <algorithm>
#include <array>

namespace triage {
namespace {

constexpr auto digit_words =
    std::to_array<std::string_view>({"delapan", "dua", "empat", "enam", "kosong", "lapan", "lima", "nol",
                                     "satu", "sembilan", "tiga", "tujuh"});
static_assert(std::ranges::is_sorted(digit_words));

constexpr std::size_t least = 9, most_marks = 3;

/// The end of the word at `at` if it says a digit, or is a few digits between such words; else `at`.
std::size_t digit_end(std::string_view text, std::size_t at, bool spoken_before) noexcept {
    if (!is_digit(text[at]) && std::string_view("deklnst").find(text[at]) == std::string_view::npos)
        return at;
    std::size_t end = at;
    while (end < text.size() && end - at < 10 && is_word(text[end]))
        ++end;
    const std::string_view word = text.substr(at, end - at);
    if (std::ranges::binary_search(digit_words, word)) return end;
    const bool digits =
        spoken_before && !word.empty() && word.size() <= 4 && std::ranges::all_of(word, is_digit);
    return digits ? end : at;
}

bool begins_as_mobile(std::string_view text) noexcept {
    const auto after = text.starts_with("nol ")      ? text.substr(4)
                       : text.starts_with("kosong ") ? text.substr(7)
                                                     : std::string_view();
    return after.starts_with("delapan") || after.starts_with("lapan") || after.starts_with("dua") ||
           after.starts_with("tiga");
}

} // namespace

void find_spoken_numbers(std::string_view text, std::vector<Mask>& found) {
    // No telephone number is without a nought, and few texts have the word.
    if (text.find("nol") == std::string_view::npos && text.find("kosong") == std::string_view::npos) return;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_word(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at, count = 0;
        for (std::size_t next = at; next < text.size();) {
            const std::size_t word_end = digit_end(text, next, count > 1);
            if (word_end == next) break;
            end = word_end;
            ++count;
            next = end;
            while (next < text.size() && next - end < most_marks && !is_word(text[next]) &&
                   text[next] != '\n' && text[next] != '[')
                ++next;
        }
        if (count >= least &&
            (begins_as_mobile(text.substr(at, 20)) || cue_before(text, at).what == NumberCue::phone))
            found.push_back({PrivateData::phone, at, end});
        at = std::max(end, at + 1);
        while (at < text.size() && is_word(text[at]) && is_word(text[at - 1]))
            ++at;
    }
}

} // namespace triage
