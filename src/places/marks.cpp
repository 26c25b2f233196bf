#include "places/marks.h"

#include "base/in_order.h"
#include "places/cue.h"
#include "places/fold.h"
#include "places/setting.h"

#include <algorithm>
#include <array>

namespace places {
namespace {

using std::string_view;

constexpr std::size_t longest_gap = 3, most_words = 5, most_small_words = 2;

/// Words that end a name: they begin the next part of an address or go on with the sentence.
constexpr auto stops = std::to_array<string_view>(
    {"ada",       "agar",     "akan",      "antara",    "arah",      "atas",    "atau",      "banyak",
     "bawah",     "belakang", "belum",     "berlubang", "blok",      "bocor",   "bisa",      "dalam",
     "dan",       "dapat",    "dari",      "dekat",     "dengan",    "depan",   "di",        "gelap",
     "hancur",    "ini",      "itu",       "jadi",      "juga",      "kab",     "kabupaten", "karena",
     "ke",        "kec",      "kecamatan", "kel",       "kelurahan", "kita",    "kode",      "kota",
     "kami",      "lagi",     "lampu",     "macet",     "mati",      "masih",   "menuju",    "mohon",
     "mulai",     "no",       "nomer",     "nomor",     "nya",       "pada",    "padam",     "parah",
     "perbaikan", "pju",      "rusak",     "saat",      "sampai",    "samping", "sangat",    "saya",
     "sebelah",   "seberang", "sebrang",   "sekitar",   "sepanjang", "sering",  "sudah",     "tembus",
     "tidak",     "tolong",   "untuk",     "utk",       "yang",      "yg"});
constexpr auto nears = std::to_array<string_view>({"belakang", "dekat", "depan", "didepan", "dpn", "pojok",
                                                   "samping", "sebelah", "seberang", "sebrang", "sekitar"});

bool is_stop(string_view word) noexcept {
    static constexpr auto words = base::in_order(stops);
    return std::ranges::binary_search(words, word);
}
bool is_near(string_view word) noexcept {
    static constexpr auto words = base::in_order(nears);
    return std::ranges::binary_search(words, word);
}

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

/// A run of letters and digits; digits behind letters are a token of their own ("RT03"), letters behind
/// digits are not ("12a").
struct Token {
    std::size_t begin, end;
};

class Text {
public:
    explicit Text(string_view text) : given_(text), small_(text) {
        for (char& c : small_)
            if (const char f = folded(c)) c = f;
        for (std::size_t at = 0; at < text.size();) {
            if (!folded(text[at])) {
                ++at;
                continue;
            }
            std::size_t end = at + 1;
            while (end < text.size() && folded(text[end]) &&
                   (!is_digit(text[end]) || is_digit(text[end - 1]) || is_digit(text[at])))
                ++end;
            tokens_.push_back({at, end});
            at = end;
        }
    }

    [[nodiscard]] std::size_t size() const noexcept { return tokens_.size(); }
    [[nodiscard]] const Token& operator[](std::size_t i) const noexcept { return tokens_[i]; }
    /// Small letters; empty behind the end.
    [[nodiscard]] string_view word(std::size_t i) const noexcept {
        if (i >= size()) return {};
        return string_view(small_).substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
    }
    [[nodiscard]] bool is_number(std::size_t i) const noexcept { return i < size() && is_digit(word(i)[0]); }
    [[nodiscard]] bool is_roman(std::size_t i) const noexcept {
        const string_view it = word(i);
        return !it.empty() && it.size() <= 5 && it.find_first_not_of("ivx") == string_view::npos;
    }
    [[nodiscard]] bool is_capital(std::size_t i) const noexcept {
        return i < size() && given_[tokens_[i].begin] >= 'A' && given_[tokens_[i].begin] <= 'Z';
    }
    /// Whether only some of these characters, few, stand between a token and the next.
    [[nodiscard]] bool joined(std::size_t i, string_view by = " .:\t'-") const noexcept {
        if (i + 1 >= size()) return false;
        const auto gap = given_.substr(tokens_[i].end, tokens_[i + 1].begin - tokens_[i].end);
        return gap.size() <= longest_gap && gap.find_first_not_of(by) == string_view::npos;
    }
    [[nodiscard]] bool joined_by(std::size_t i, char c) const noexcept {
        return i + 1 < size() && tokens_[i + 1].begin - tokens_[i].end <= longest_gap &&
               given_.substr(tokens_[i].end, tokens_[i + 1].begin - tokens_[i].end).contains(c) &&
               joined(i, " ./,+");
    }

private:
    string_view given_;
    std::string small_;
    std::vector<Token> tokens_;
};

std::string without_zeros(string_view number) {
    const auto first = number.find_first_not_of('0');
    return std::string(number.substr(std::min(first, number.size() - 1)));
}

/// What one kind of mark is read with: from token `at` on, to the token behind its last.
struct Read {
    std::size_t next = 0; ///< 0: there is no such mark
    std::string number;
};

/// "12", "12a", "13/95", "4-6": from token `at`, which is a number.
Read read_number(const Text& text, std::size_t at) {
    Read out{at + 1, without_zeros(text.word(at))};
    for (int parts = 0; parts < 2; ++parts) {
        const std::size_t last = out.next - 1;
        const char by = text.joined_by(last, '/') ? '/' : '\0';
        if (!by || !text.is_number(out.next)) break;
        out.number += by + without_zeros(text.word(out.next));
        ++out.next;
    }
    return out;
}

/// The token behind a name that begins at `at`: words with capitals, or a few without.
std::size_t name_end(const Text& text, std::size_t at) {
    const bool capital = text.is_capital(at);
    std::size_t i = at;
    for (std::size_t words = 0; i < text.size() && words < most_words; ++i, ++words) {
        if (i > at && !text.joined(i - 1)) break;
        const string_view word = text.word(i);
        const Cue cue = cue_of(word);
        if (text.is_number(i) || is_stop(word) || word == "rt" || word == "rw" || word == "km") break;
        if (cue != Cue::none && cue != Cue::filler) break;
        if (capital ? !text.is_capital(i) && !text.is_roman(i) : words > most_small_words) break;
    }
    return i;
}

bool is_number_word(string_view word) noexcept {
    return word == "no" || word == "nomor" || word == "nomer";
}

Read street(const Text& text, std::size_t at) {
    const string_view cue = text.word(at);
    const bool written_out = cue == "jalan" || cue == "dijalan";
    if (cue_of(cue) != Cue::street && cue != "dijalan") return {};
    if (cue == "gang" || cue == "gg" || !text.joined(at)) return {};
    // "jalan" is what one walks on, too; it is a street's name that follows it with a capital or "raya".
    if (written_out && !text.is_capital(at + 1) && text.word(at + 1) != "raya") return {};
    Read out{name_end(text, at + 1), {}};
    if (out.next == at + 1) return {};
    // "Melati 4 No. 25": the number of a street of several, then that of the house.
    for (int numbers = 0; numbers < 2; ++numbers) {
        const std::size_t last = out.next - 1;
        const bool said = is_number_word(text.word(out.next)) && text.joined(last, " .,:");
        const std::size_t number = said && text.joined(out.next) ? out.next + 1 : out.next;
        const bool follows = text.joined(last) || text.joined_by(last, '/');
        if (!text.is_number(number) || (number == out.next && !follows)) break;
        Read house = read_number(text, number);
        out = std::move(house);
        if (said) break;
    }
    return out;
}

Read lane(const Text& text, std::size_t at) {
    const string_view cue = text.word(at);
    if ((cue != "gang" && cue != "gg" && cue != "lorong" && cue != "lrg") ||
        !(text.joined(at) || (at + 1 < text.size() && text[at].end == text[at + 1].begin)))
        return {};
    if (text.is_number(at + 1)) return read_number(text, at + 1);
    if (text.is_roman(at + 1)) return {at + 2, std::string(text.word(at + 1))};
    if (cue != "gg" && !text.is_capital(at + 1)) return {};
    Read out{name_end(text, at + 1), {}};
    if (out.next == at + 1) return {};
    if (text.is_number(out.next) && text.joined(out.next - 1)) return read_number(text, out.next);
    if (text.is_roman(out.next - 1) && out.next - 1 > at + 1) out.number = text.word(out.next - 1);
    return out;
}

/// The number behind "RT" or "RW".
bool has_number_behind(const Text& text, std::size_t at) noexcept {
    return text.is_number(at + 1) && text.joined(at, " .:,\t-") && text.word(at + 1).size() <= 4;
}

Read rtrw(const Text& text, std::size_t at) {
    constexpr string_view between = " ./,:-\t";
    const string_view first = text.word(at);
    if (first == "rw" && has_number_behind(text, at)) return {at + 2, "/" + without_zeros(text.word(at + 1))};
    if (first != "rt") return {};
    // "RT/RW 05/03"
    if (text.word(at + 1) == "rw" && text.joined(at, between) && has_number_behind(text, at + 1)) {
        const std::string number = without_zeros(text.word(at + 2));
        if (text.joined_by(at + 2, '/') && text.is_number(at + 3))
            return {at + 4, number + "/" + without_zeros(text.word(at + 3))};
        return {};
    }
    if (!has_number_behind(text, at)) return {};
    const std::string number = without_zeros(text.word(at + 1)) + "/";
    if (text.word(at + 2) == "rw" && text.joined(at + 1, between) && has_number_behind(text, at + 2))
        return {at + 4, number + without_zeros(text.word(at + 3))};
    // "RT 05/03"
    if (text.joined_by(at + 1, '/') && text.is_number(at + 2))
        return {at + 3, number + without_zeros(text.word(at + 2))};
    return {at + 2, number};
}

Read kilometre(const Text& text, std::size_t at) {
    const string_view cue = text.word(at);
    if ((cue != "km" && cue != "kilometer") || !text.is_number(at + 1)) return {};
    // "5 km 200 m" is a length.
    if (at > 0 && text.is_number(at - 1) && text.joined(at - 1)) return {};
    if (!text.joined(at) && text[at].end != text[at + 1].begin) return {};
    Read out{at + 2, without_zeros(text.word(at + 1))};
    for (const char by : {'+', ',', '.'})
        if (text.is_number(out.next) && text[out.next].begin == text[out.next - 1].end + 1 &&
            text.joined_by(out.next - 1, by)) {
            out.number += by + std::string(text.word(out.next));
            ++out.next;
            break;
        }
    return out;
}

Read landmark(const Text& text, std::size_t at) {
    const bool near = is_near(text.word(at));
    const std::size_t what = near ? at + 1 : at;
    if (near && !text.joined(at)) return {};
    if (!is_landmark(text.word(what))) return {};
    Read out{what + 1, {}};
    if (text.is_number(out.next) && text.joined(what) && text.word(out.next).size() <= 3)
        out = {out.next + 1, without_zeros(text.word(out.next))};
    if (text.joined(out.next - 1) && (near || text.is_capital(out.next))) out.next = name_end(text, out.next);
    if (out.number.empty() && out.next > what + 1 && text.is_number(out.next) && text.joined(out.next - 1) &&
        text.word(out.next).size() <= 3)
        out = {out.next + 1, without_zeros(text.word(out.next))};
    // "pasar" alone is any of them.
    return near || out.next > what + 1 ? out : Read{};
}

} // namespace

std::vector<Mark> marks_of(string_view given) {
    struct Reader {
        MarkKind kind;
        Read (*read)(const Text&, std::size_t);
        string_view letters; ///< that its first words begin with; empty: any
    };
    constexpr Reader readers[] = {{MarkKind::rtrw, rtrw, "r"},
                                  {MarkKind::lane, lane, "gl"},
                                  {MarkKind::kilometre, kilometre, "k"},
                                  {MarkKind::street, street, "dj"},
                                  {MarkKind::landmark, landmark, {}}};
    const Text text(given);
    std::vector<Mark> out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t next = at + 1;
        if (text.is_number(at)) {
            at = next;
            continue;
        }
        for (const auto& [kind, read, letters] : readers) {
            if (!letters.empty() && !letters.contains(text.word(at)[0])) continue;
            Read found = read(text, at);
            if (found.next <= at) continue;
            out.push_back({text[at].begin, text[found.next - 1].end, kind, std::move(found.number)});
            next = found.next;
            break;
        }
        at = next;
    }
    return out;
}

} // namespace places
