#include "triage/fold.h"
#include "triage/mask_address.h"

#include <algorithm>

namespace triage::address {
namespace {

constexpr std::size_t most_names = 5, most_tokens = 28, most_between = 2;

bool is_roman(std::string_view word) noexcept {
    return word.size() <= 5 &&
           std::ranges::all_of(word, [](char c) { return c == 'i' || c == 'v' || c == 'x'; });
}

bool is_mark(std::string_view gap, std::string_view marks) noexcept {
    return gap.find_first_of(marks) != std::string_view::npos;
}

bool is_plain(std::string_view word) noexcept {
    return std::ranges::all_of(word, is_digit);
}

/// Of two numbers in figures.
bool is_below(std::string_view a, std::string_view b) noexcept {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

bool is_year(std::string_view word) noexcept {
    return word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
}

/// "7", "12b", "7iv": at most four figures, and two letters.
bool is_short(std::string_view word) noexcept {
    const auto letters = std::ranges::find_if_not(word, is_digit);
    return letters - word.begin() <= 4 && word.end() - letters <= 2;
}

class Walk {
public:
    Walk(const Tokens& tokens, std::size_t first) : tokens_(tokens), at_(first) {
        place_.first = place_.last = first;
        place_.headed = tokens.is(first, w_head);
    }

    Place run() noexcept {
        std::size_t between = 0; // words since the last part that counts
        for (; at_ < tokens_.all.size() && at_ - place_.first < most_tokens; ++at_) {
            if (at_ > place_.first && !goes_on() && !skip_aside()) break;
            if (tokens_.is(at_, w_street) && tokens_.is(place_.first, w_street) && place_.names > 0) break;
            const std::size_t before = place_.last;
            if (!take_part()) {
                if (!is_name()) break;
                if (has_number() ? ++between > most_between : ++place_.names > most_names) break;
            }
            if (place_.last != before) between = 0;
        }
        if (has_number()) take_name_behind();
        return place_;
    }

private:
    [[nodiscard]] bool has_number() const noexcept { return place_.house || place_.figure || place_.rt; }

    /// Whether the mark before this token may stand inside an address.
    [[nodiscard]] bool goes_on() const noexcept {
        const std::string_view gap = tokens_.gap(at_);
        if (gap.size() > 4 || is_mark(gap, "!?;\n[](){}\"&+=<>|")) return false;
        const bool part = tokens_.is(at_, w_rt | w_house | w_named | w_head);
        if (gap.find(',') != std::string_view::npos) return part || (gap == "," && tokens_.all[at_].digit);
        const bool after_part =
            tokens_.is(at_ - 1, w_rt | w_house | w_named | w_head) && tokens_.form(at_ - 1).size() <= 5;
        if (gap.find(':') != std::string_view::npos) return after_part;
        if (gap.find(". ") != std::string_view::npos) {
            const std::size_t size = tokens_.form(at_ - 1).size();
            return after_part || part || (size <= 3 && !tokens_.all[at_ - 1].digit);
        }
        return gap.find(" -") == std::string_view::npos || tokens_.is(at_, w_rt);
    }

    /// "V/3B (kos Pak Amat) RT 01"
    bool skip_aside() noexcept {
        if (!place_.house || tokens_.gap(at_) != " (") return false;
        for (std::size_t i = at_ + 1; i < at_ + 6 && i < tokens_.all.size(); ++i)
            if (tokens_.gap(i).find(')') != std::string_view::npos) {
                if (!tokens_.is(i, w_rt)) return false;
                at_ = i;
                return true;
            }
        return false;
    }

    /// A number as houses have: "12", "12b", "IV", "A-19", "K1/20". Its last token, or 0.
    [[nodiscard]] std::size_t number_at(std::size_t i, bool letters) const noexcept {
        if (i >= tokens_.all.size()) return 0;
        const std::string_view form = tokens_.form(i), gap = tokens_.gap(i);
        if (i > at_ && (gap.size() > 3 || is_mark(gap, "!?;\n[]()\","))) return 0;
        std::size_t last = i;
        if (tokens_.all[i].digit) {
            if (!is_short(form)) return 0;
        } else if (is_roman(form)) {
        } else if (letters && form.size() <= 2 && (!tokens_.is(i, w_stop) || is_lot(i))) {
            // "A-19", "AB 12"
            if (i + 1 < tokens_.all.size() && tokens_.all[i + 1].digit && tokens_.gap(i + 1).size() <= 1)
                ++last;
        } else {
            return 0;
        }
        for (int parts = 0; parts < 2; ++parts) {
            const std::size_t next = last + 1;
            if (next >= tokens_.all.size()) break;
            const std::string_view joint = tokens_.gap(next);
            const bool close =
                joint == "/" ||
                (joint == "-" && (tokens_.all[next].digit || tokens_.form(next).size() == 1)) ||
                (joint == "." && is_lot(last)) || (joint.empty() && tokens_.form(next).size() <= 2) ||
                joint == " / ";
            if (!close || (!tokens_.all[next].digit && !joint.empty() && joint != "-")) break;
            // "17/8/2021"
            if (tokens_.all[next].digit && (!is_short(tokens_.form(next)) || is_year(tokens_.form(next))))
                return 0;
            // "I/20-44": a row of houses is nobody's; "97-2" and "lt. 4-05" are of one.
            const bool row = joint == "-" && is_plain(tokens_.form(last)) && is_plain(tokens_.form(next)) &&
                             is_below(tokens_.form(last), tokens_.form(next)) && !tokens_.is(i - 1, w_floor);
            if (row || tokens_.form(next).size() > 5) return 0;
            last = next;
        }
        const std::size_t behind = last + 1; // "3 titik" counts, "no 12 tahun lalu" does not
        if (!tokens_.is(at_, w_house) && behind < tokens_.all.size() && tokens_.is(behind, w_count) &&
            tokens_.gap(behind).size() <= 1)
            return 0;
        return last;
    }

    [[nodiscard]] bool has_slash(std::size_t from, std::size_t to) const noexcept {
        for (std::size_t i = from + 1; i <= to; ++i)
            if (tokens_.gap(i).find('/') != std::string_view::npos) return true;
        return false;
    }

    /// "Palm Residence A-6", "Pondok Rawa DK.11": a letter or two, a line and figures.
    [[nodiscard]] bool is_lot(std::size_t i) const noexcept {
        if (tokens_.all[i].digit || tokens_.form(i).size() > 2 || i + 1 >= tokens_.all.size()) return false;
        const std::string_view joint = tokens_.gap(i + 1);
        return tokens_.all[i + 1].digit && (joint == "-" || (joint == "." && place_.headed));
    }

    /// "31 B": a letter alone behind the figures.
    [[nodiscard]] bool has_letter_behind() const noexcept {
        const std::size_t next = at_ + 1;
        return next < tokens_.all.size() && tokens_.gap(next) == " " && tokens_.form(next).size() == 1 &&
               tokens_.form(next)[0] >= 'a' && tokens_.form(next)[0] <= 'h';
    }

    void take(std::size_t last) noexcept { place_.last = at_ = last; }

    /// A unit with its number, or a number alone.
    bool take_part() noexcept {
        if (tokens_.is(at_, w_rt)) {
            std::size_t i = at_ + 1;
            if (tokens_.is(i, w_rt)) ++i; // "RT/RW 03/05", "RT / RW : 04 / 07"
            const std::size_t last = number_at(i, /*letters=*/false);
            if (last == 0) return false;
            place_.rt = true;
            take(last);
            return true;
        }
        if (tokens_.is(at_, w_house)) {
            const std::size_t last = number_at(at_ + 1, /*letters=*/true);
            if (last == 0) return false;
            place_.house = true;
            take(last);
            // "no. 45 b"
            if (at_ + 1 < tokens_.all.size() && tokens_.form(at_ + 1).size() == 1 &&
                !tokens_.all[at_ + 1].digit && tokens_.gap(at_ + 1) == " ")
                take(at_ + 1);
            return true;
        }
        if (tokens_.is(at_, w_named)) {
            const bool block = tokens_.is(at_, w_block);
            const std::size_t last = number_at(at_ + 1, block || tokens_.form(at_) == "tower");
            if (last == 0) return true;                                   // "gang Masjid": the name follows
            const bool flat = tokens_.is(at_, w_floor) && last > at_ + 1; // "lt. 4-05"
            place_.house =
                place_.house || has_slash(at_ + 1, last) || (block && tokens_.all[last].digit) || flat;
            const bool counts = has_number() || block || place_.house || place_.headed;
            if (counts)
                take(last);
            else
                at_ = last;
            return true;
        }
        if (tokens_.is(at_, w_head)) return true;
        if (place_.names > 0 && is_lot(at_)) {
            const std::size_t last = number_at(at_, /*letters=*/true);
            if (last == 0) return false;
            place_.house = true;
            take(last);
            return true;
        }
        if (tokens_.all[at_].digit || (at_ > place_.first && is_roman(tokens_.form(at_)))) {
            const std::size_t last = number_at(at_, /*letters=*/false);
            if (last == 0) return false;
            // "IV/27", "II/27-B"
            if (has_slash(at_, last) && (tokens_.all[last].digit || tokens_.all[last - 1].digit))
                place_.house = true;
            else if (tokens_.all[at_].digit)
                place_.figure = true;
            take(last);
            if (place_.figure && place_.names > 0 && has_letter_behind()) {
                place_.house = true;
                take(at_ + 1);
            }
            return true;
        }
        return false;
    }

    [[nodiscard]] bool is_name() const noexcept {
        if (tokens_.all[at_].digit) return false;
        // "no. 3 belakang kuburan RT 06"
        if (has_number() && tokens_.is(at_, w_near)) return true;
        if (place_.headed && !tokens_.is(place_.first, w_block))
            return !tokens_.is(at_, w_stop) || is_street_name();
        if (place_.names > 0 && tokens_.is(at_, w_veto)) return true;
        return !tokens_.is(at_, w_stop | w_veto | w_alamat | w_send);
    }

    /// "Jl. Pasar Baru": right behind the head even such words are a name.
    [[nodiscard]] bool is_street_name() const noexcept {
        return at_ == place_.first + 1 && tokens_.is(at_, w_veto);
    }

    /// "no. 8 Perumnas Mandala", "no 7 Lr. Meurante", "no 101 Dusun II"
    void take_name_behind() noexcept {
        const std::size_t head = place_.last + 1, name = head + 1;
        if (!tokens_.is(head, w_head) || tokens_.is(head, w_street) || name >= tokens_.all.size()) return;
        if (is_mark(tokens_.gap(head), "!?;\n[](){}\".") || is_mark(tokens_.gap(name), "!?;\n[](){}\","))
            return;
        if (!tokens_.is(name, w_stop)) place_.last = name;
    }

    const Tokens& tokens_;
    std::size_t at_;
    Place place_;
};

} // namespace

Tokens tokens_of(std::string_view folded) {
    Tokens out{folded, {}};
    const auto add = [&](std::size_t begin, std::size_t end) {
        out.all.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                           is_digit(folded[begin]) ? 0 : meaning(folded.substr(begin, end - begin)), 0,
                           is_digit(folded[begin])});
    };
    for (std::size_t at = 0; at < folded.size();) {
        if (!is_word(folded[at])) {
            ++at;
            continue;
        }
        std::size_t end = at, digits = at;
        while (end < folded.size() && is_word(folded[end]))
            ++end;
        while (digits < end && !is_digit(folded[digits]))
            ++digits;
        // "71dan": figures, then a word.
        std::size_t after = at;
        while (after < end && is_digit(folded[after]))
            ++after;
        if (after > at && end - after >= 3 &&
            std::none_of(folded.begin() + static_cast<std::ptrdiff_t>(after),
                         folded.begin() + static_cast<std::ptrdiff_t>(end), is_digit)) {
            add(at, after);
            at = digits = after;
        }
        // "no12", "kelor9": letters, then figures; "k1" and "12b" stay one.
        const std::string_view letters = folded.substr(at, digits - at);
        if (digits > at && digits < end &&
            (letters.size() >= 3 || (meaning(letters) & (w_rt | w_house | w_named)) != 0)) {
            add(at, digits);
            at = digits;
        }
        add(at, end);
        at = end;
    }
    std::uint32_t figure = static_cast<std::uint32_t>(out.all.size());
    for (std::size_t i = out.all.size(); i-- > 0;) {
        if (out.all[i].digit) figure = static_cast<std::uint32_t>(i);
        out.all[i].figure = figure;
    }
    return out;
}

Place place_at(const Tokens& tokens, std::size_t first) noexcept {
    return Walk(tokens, first).run();
}

} // namespace triage::address
