#include "triage/mask_digits.h"

#include <algorithm>
#include <array>

namespace triage {
namespace {

char as_digit(char c) noexcept {
    if (c == 'o') return '0';
    return c == 'i' || c == 'l' ? '1' : c;
}

/// A word of digits and o, i, l that is read as digits: three of it are digits, and no letter ends it, unless
/// it is long ("2l" are litres).
bool is_digits_in_disguise(std::string_view word) noexcept {
    std::size_t digits = 0;
    for (char c : word) {
        if (!is_digit(as_digit(c))) return false;
        digits += is_digit(c) ? 1 : 0;
    }
    return digits >= 3 && (is_digit(word.back()) || word.size() >= 10);
}

/// Words that say how many of what the number before them is.
constexpr auto counted = std::to_array<std::string_view>(
    {"bln",  "buah", "bulan", "cm",    "ekor", "hari",  "hr",    "jam",    "jt",    "juta",
     "kali", "kg",   "km",    "liter", "m",    "menit", "meter", "minggu", "orang", "org",
     "rb",   "ribu", "rp",    "tahun", "th",   "thn",   "unit",  "warga",  "x"});
static_assert(std::ranges::is_sorted(counted));

} // namespace

bool is_joint(std::string_view gap) noexcept {
    return !gap.empty() && gap.size() <= 3 && std::ranges::all_of(gap, [](char c) {
        return std::string_view(" .-()/_*").find(c) != std::string_view::npos;
    });
}

std::vector<DigitRun> runs_of(std::string_view text) {
    std::vector<DigitRun> out;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at]) && text[at] != 'o' && text[at] != 'i' && text[at] != 'l') {
            ++at;
            continue;
        }
        std::size_t end = at;
        if (at == 0 || !is_word(text[at - 1])) {
            while (end < text.size() && is_word(text[end]) && is_digit(as_digit(text[end])))
                ++end;
            const bool is_word_end = end == text.size() || !is_word(text[end]);
            if (is_word_end && is_digits_in_disguise(text.substr(at, end - at))) {
                out.push_back({at, end});
                at = end;
                continue;
            }
        }
        end = at;
        while (end < text.size() && is_digit(text[end]))
            ++end;
        // "o812... lagi": the letter stands for the first digit.
        const bool letter_o = end == at && text[at] == 'o' && at + 2 < text.size() && text[at + 1] == '8' &&
                              is_digit(text[at + 2]) && (at == 0 || !is_word(text[at - 1]));
        if (letter_o)
            for (++end; end < text.size() && is_digit(text[end]);)
                ++end;
        if (end > at) out.push_back({at, end});
        at = std::max(end, at + 1);
    }
    return out;
}

bool Chain::extend() {
    if (!has_next() || count() >= most_groups || digits.size() >= most_digits) return false;
    const std::string_view between = gap(last);
    if (!is_joint(between) && !(between == " lanjut " && digits.starts_with("08"))) return false;
    take(groups[++last]);
    return true;
}

void Chain::take(const DigitRun& group) {
    for (std::size_t i = group.begin; i < group.end && digits.size() <= most_digits; ++i)
        digits += as_digit(text[i]);
}

bool Chain::evenly_parted() const noexcept {
    for (std::size_t i = first + 1; i < last; ++i)
        if (gap(i) != gap(first)) return false;
    return true;
}

bool Chain::begins_with_date() const noexcept {
    if (count() < 3) return false;
    const auto number = [&](std::size_t i) {
        int value = 0;
        for (std::size_t at = groups[first + i].begin; at < groups[first + i].end; ++at)
            value = value * 10 + (as_digit(text[at]) - '0');
        return value;
    };
    const auto is_year = [](int year) { return year >= 1900 && year <= 2100; };
    if (size(0) <= 2 && size(1) <= 2 && size(2) == 4)
        return number(0) <= 31 && number(1) <= 12 && is_year(number(2));
    return size(0) == 4 && size(1) <= 2 && size(2) <= 2 && is_year(number(0)) && number(1) <= 12 &&
           number(2) <= 31;
}

bool Chain::is_time() const noexcept {
    const auto all = [&](auto&& is) {
        for (std::size_t i = 0; i < count(); ++i)
            if (!is(i)) return false;
        return true;
    };
    if (count() == 4 && all([&](std::size_t i) { return size(i) <= 2; }) && gap(first) == gap(first + 2))
        return gap(first + 1) != gap(first);
    return count() == 2 && all([&](std::size_t i) {
               const std::string_view group = text.substr(groups[first + i].begin, 2);
               return size(i) == 4 && (group == "19" || group == "20");
           });
}

bool Chain::is_amount() const noexcept {
    if (count() < 2 || size(0) > 3) return false;
    for (std::size_t i = 1; i < count(); ++i)
        if (size(i) != 3 || gap(first + i - 1) != ".") return false;
    return true;
}

bool Chain::next_counts() const noexcept {
    if (!has_next() || gap(last).find(' ') == std::string_view::npos) return false;
    const std::size_t size = next().size();
    if (size > 4) return false;
    std::size_t at = next().end;
    if (at < text.size() && text[at] == ' ') ++at;
    std::size_t end = at;
    while (end < text.size() && end - at < 8 && is_word(text[end]))
        ++end;
    const bool is_letters = end > at && !is_digit(text[at]);
    if (is_letters && std::ranges::binary_search(counted, text.substr(at, end - at))) return true;
    // "8410000773 650.000", where the number itself has no dots
    if (size > 3 || last + 2 >= groups.size() || groups[last + 2].size() != 3) return false;
    if (text.substr(next().end, groups[last + 2].begin - next().end) != ".") return false;
    for (std::size_t i = first; i < last; ++i)
        if (gap(i).find('.') != std::string_view::npos) return false;
    return true;
}

bool Chain::begins_inside(std::size_t masked_to) const noexcept {
    if (first == 0) return false;
    const std::string_view before = gap(first - 1);
    return (before == "." || before == "-") && groups[first - 1].end > masked_to;
}

} // namespace triage
