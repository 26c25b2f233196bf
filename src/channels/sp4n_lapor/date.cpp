#include "channels/sp4n_lapor/date.h"

#include "base/text.h"

#include <array>
#include <optional>

namespace channels::sp4n_lapor {
namespace {

using namespace std::chrono;

struct Piece {
    bool is_number = false;
    int number = 0;
    std::size_t digits = 0;
    std::string word;
    char before = ' '; ///< what stood before it
};

constexpr std::size_t longest = 60; ///< bytes of a date

std::vector<Piece> pieces_of(std::string_view text) {
    auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    std::vector<Piece> out;
    char before = ' ';
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        if (is_digit(text[i])) {
            while (end < text.size() && is_digit(text[end]))
                ++end;
            Piece piece{.is_number = true, .number = 0, .digits = end - i, .word = {}, .before = before};
            for (std::size_t k = i; k < end && k < i + 6; ++k)
                piece.number = piece.number * 10 + (text[k] - '0');
            out.push_back(std::move(piece));
        } else if (is_letter(text[i])) {
            while (end < text.size() && is_letter(text[end]))
                ++end;
            out.push_back({.is_number = false,
                           .number = 0,
                           .digits = 0,
                           .word = std::string(text.substr(i, end - i)),
                           .before = before});
        } else {
            before = text[i++];
            continue;
        }
        before = ' ';
        i = end;
    }
    return out;
}

/// By the first three letters, Indonesian and English.
std::optional<unsigned> month_of(std::string_view word) {
    struct Name {
        std::string_view begin;
        unsigned number;
    };
    static constexpr auto names = std::to_array<Name>(
        {{"jan", 1},  {"feb", 2},  {"peb", 2},  {"mar", 3}, {"apr", 4},  {"mei", 5},  {"may", 5},
         {"jun", 6},  {"jul", 7},  {"agu", 8},  {"agt", 8}, {"ags", 8},  {"aug", 8},  {"sep", 9},
         {"okt", 10}, {"oct", 10}, {"nov", 11}, {"nop", 11}, {"des", 12}, {"dec", 12}});
    for (const auto& [begin, number] : names)
        if (word.starts_with(begin)) return number;
    return std::nullopt;
}

bool is_filler(std::string_view word) {
    for (std::string_view known : {"senin", "selasa", "rabu", "kamis", "jumat", "jum", "at", "sabtu", "minggu",
                                   "ahad", "pukul", "pkl", "jam", "tanggal", "tgl", "sen", "sel", "rab", "kam",
                                   "sab", "min", "t"})
        if (word == known) return true;
    return false;
}

} // namespace

base::Result<base::Time> read_date(std::string_view given, base::Zone zone) {
    auto wrong = [] { return base::fail_field("date"); };
    const std::string text = base::lower_ascii(base::trim(given));
    if (text.empty()) return base::fail_field("date", "field.missing");
    if (text.size() > longest) return wrong();
    // ISO 8601 with an offset says its zone itself.
    if (text.size() > 16 && text[4] == '-' && text.find_first_of("z+") != std::string::npos)
        return base::parse_time(base::trim(given), zone);
    std::vector<int> numbers;
    std::vector<std::size_t> digits;
    std::optional<unsigned> month;
    std::optional<bool> is_afternoon;
    std::size_t month_after = 0; ///< numbers that stood before the month's name
    for (const Piece& piece : pieces_of(text)) {
        if (piece.is_number) {
            if (piece.digits > 4 && numbers.size() < 6) return wrong();
            numbers.push_back(piece.number);
            digits.push_back(piece.digits);
            continue;
        }
        if (piece.word == "wib" || piece.word == "wita" || piece.word == "wit") {
            std::string name = piece.word;
            for (char& c : name)
                c = static_cast<char>(c - 32);
            if (auto said = base::zone_from(name)) zone = *said;
        } else if (piece.word == "am" || piece.word == "pm") {
            is_afternoon = piece.word == "pm";
        } else if (auto named = month_of(piece.word); named && !month) {
            month = named;
            month_after = numbers.size();
        } else if (!is_filler(piece.word)) {
            return wrong();
        }
    }
    int y = 0, d = 0;
    std::size_t used = 0;
    if (month) {
        if (numbers.size() < 2 || month_after != 1) return wrong();
        d = numbers[0], y = numbers[1], used = 2;
        if (digits[1] != 4 && digits[1] != 2) return wrong();
    } else {
        if (numbers.size() < 3) return wrong();
        const bool year_first = digits[0] == 4;
        if (!year_first && digits[2] != 4 && digits[2] != 2) return wrong();
        y = year_first ? numbers[0] : numbers[2];
        month = static_cast<unsigned>(numbers[1]);
        d = year_first ? numbers[2] : numbers[0];
        used = 3;
    }
    if (y < 100) y += 2000;
    const year_month_day day{year{y}, std::chrono::month{*month}, std::chrono::day{static_cast<unsigned>(d)}};
    if (!day.ok() || y < 1990 || y > 2199) return wrong();
    const std::size_t rest = numbers.size() - used;
    if (rest == 1 || rest > 4) return wrong();
    int h = rest > 1 ? numbers[used] : 0;
    const int m = rest > 1 ? numbers[used + 1] : 0;
    const int s = rest > 2 ? numbers[used + 2] : 0;
    if (is_afternoon) {
        if (h < 1 || h > 12) return wrong();
        h = h % 12 + (*is_afternoon ? 12 : 0);
    }
    if (h > 23 || m > 59 || s > 59) return wrong();
    return base::at_local(sys_days{day}, hours{h} + minutes{m} + seconds{s}, zone);
}

} // namespace channels::sp4n_lapor
