#include "triage/private.h"

#include <algorithm>

namespace triage {
namespace {

/// So many numbers stand in no report.
constexpr std::size_t most_numbers = 4'000;

/// As long as the letters of a plate, "rt", "no".
constexpr std::size_t short_word = 3;

constexpr bool is_space(char c) noexcept {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool has_digit(std::string_view word) noexcept {
    return std::ranges::any_of(word, is_digit);
}

/// Whether the word may be a part of a number or of what goes with one.
bool may_belong(std::string_view word) noexcept {
    return word.size() <= short_word || has_digit(word);
}

} // namespace

std::size_t begin_of_many_numbers(std::string_view text) noexcept {
    std::size_t numbers = 0, at = 0;
    for (; at < text.size(); ++at)
        if (is_digit(text[at]) && (at == 0 || !is_digit(text[at - 1])) && ++numbers > most_numbers) break;
    if (at == text.size()) return at;
    // Back over what this number may be the rest of.
    for (std::size_t end = at;;) {
        std::size_t begin = end;
        while (begin > 0 && !is_space(text[begin - 1]))
            --begin;
        if (begin < end && !may_belong(text.substr(begin, end - begin)) && begin < at) return end;
        end = begin;
        while (end > 0 && is_space(text[end - 1]))
            --end;
        if (end == 0) return 0;
    }
}

void hide_numbers(std::string_view text, std::size_t from, std::vector<Mask>& found) {
    constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    std::size_t begin = nowhere, end = 0; // of words that go together
    bool digits = false;
    const auto close = [&] {
        if (digits) found.push_back({PrivateData::phone, begin, end});
        begin = nowhere;
        digits = false;
    };
    for (std::size_t at = from; at < text.size();) {
        if (is_space(text[at])) {
            ++at;
            continue;
        }
        std::size_t word_end = at;
        while (word_end < text.size() && !is_space(text[word_end]))
            ++word_end;
        const std::string_view word = text.substr(at, word_end - at);
        if (may_belong(word)) {
            begin = std::min(begin, at);
            end = word_end;
            digits = digits || has_digit(word);
        } else {
            close();
        }
        at = word_end;
    }
    close();
}

} // namespace triage
