#include "base/in_order.h"
#include "triage/mask_cue.h"
#include "triage/private.h"

#include <algorithm>
#include <array>

namespace triage {
namespace {

/// Regions of registration (Perkap 7/2021).
constexpr auto regions = std::to_array<std::string_view>(
    {"a",  "aa", "ab", "ad", "ae", "ag", "b",  "ba", "bb", "bd", "be", "bg", "bh", "bk", "bl", "bm",
     "bn", "bp", "d",  "da", "db", "dc", "dd", "de", "dg", "dh", "dk", "dl", "dm", "dn", "dp", "dr",
     "ds", "dt", "dw", "e",  "ea", "eb", "ed", "f",  "g",  "h",  "k",  "kb", "kh", "kt", "ku", "l",
     "m",  "n",  "p",  "pa", "pb", "pg", "ps", "pt", "r",  "s",  "t",  "w",  "z"});
static_assert(std::ranges::is_sorted(regions));

/// Short words and units that follow a number in ordinary text.
constexpr auto words = base::in_order(std::to_array<std::string_view>(
    {"aan", "ada", "agu", "ags", "aja", "apr", "bag", "bag",  "bh",  "bln", "bu",  "cc",  "cm",  "dan",
     "dg",  "dgn", "di",  "des", "dgn", "dkt", "dll", "dpn",  "dr",  "ds",  "dua", "feb", "gb",  "gg",
     "gr",  "ha",  "hp",  "hr",  "ibu", "ini", "itu", "jam",  "jan", "jl",  "jln", "jt",  "jul", "jun",
     "kab", "kav", "kec", "kel", "ke",  "kg",  "kk",  "km",   "krn", "kva", "kw",  "kwh", "lt",  "ltr",
     "m",   "mar", "mau", "mb",  "mei", "mhn", "ml",  "mm",   "mtr", "no",  "nov", "okt", "org", "pak",
     "pcs", "per", "pt",  "rb",  "rp",  "rt",  "rw",  "saya", "sd",  "sdh", "sep", "sm",  "sma", "smp",
     "sd",  "tdk", "tgl", "th",  "thn", "tlg", "up",  "utk",  "va",  "w",   "wa",  "wib", "wit", "x",
     "yg",  "tp",  "tpi", "phk", "klo", "klu", "jg",  "jga",  "lg",  "lgi", "sy",  "sya", "dpt", "msh",
     "ga",  "gak", "gk",  "udh", "uda", "blm", "bgt", "kok",  "km",  "si",  "ya",  "yaa", "tau", "kan",
     "dah", "nya", "aja", "loh", "pas", "spt", "sbg", "bs",   "bsa", "tsb", "kpd", "pd",  "dlm", "mlm",
     "pgi", "trs", "sll", "min", "kak", "mas", "mba", "buk",  "om",  "yth"}));

/// Registration regions that are short words too: "dr 2020 tdk".
constexpr auto word_regions = base::in_order(std::to_array<std::string_view>(
    {"ba", "be", "da", "de", "dr", "ds", "k", "m", "pa", "ps", "pt", "s", "t"}));

/// Words before "B 12 C" that make it an address.
constexpr auto addresses = base::in_order(std::to_array<std::string_view>(
    {"blok",    "block",   "blk",      "gang",   "gg",    "jl",     "jln",       "jalan",   "no",
     "nomor",   "kav",     "kavling",  "lantai", "lt",    "tower",  "tipe",      "type",    "rusun",
     "rumah",   "unit",    "kamar",    "ruang",  "kelas", "gedung", "pintu",     "gate",    "jalur",
     "rute",    "koridor", "golongan", "gol",    "kode",  "seri",   "grade",     "paket",   "hal",
     "halaman", "pasal",   "ayat",     "rt",     "rw",    "perum",  "perumahan", "cluster", "sektor"}));

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) noexcept {
    return std::ranges::binary_search(list, word);
}

/// Words before a plate that has no more than a figure or two.
constexpr auto vehicles =
    std::to_array<std::string_view>({"avanza", "beat", "bus", "innova", "mobil", "motor", "pickup", "pikap",
                                     "sedan", "taksi", "truk", "vario"});
static_assert(std::ranges::is_sorted(vehicles));

/// "L 300 box": a model, not a plate.
constexpr auto models = std::to_array<std::string_view>({"l 300", "l300", "t 120", "t120"});
static_assert(std::ranges::is_sorted(models));

struct Plate {
    std::size_t begin, number, number_end, letters, end; ///< of the folded text
};

std::size_t skip_gap(std::string_view text, std::size_t at) noexcept {
    std::size_t end = at;
    while (end < text.size() && end - at < 3 && (text[end] == ' ' || text[end] == '-' || text[end] == '.'))
        ++end;
    return end;
}

/// "platnya D 6689": who read it has seen no more.
bool without_letters(std::string_view text, Plate& out) noexcept {
    out.letters = out.end = out.number_end;
    return out.number_end - out.number >= 3 && (out.end == text.size() || !is_word(text[out.end]));
}

/// Letters, one to four digits, one to three letters, from a place where a word begins.
/// Where a word names it a plate, the letters may be missing and the figures apart.
bool read_plate(std::string_view text, std::size_t at, bool named, Plate& out) noexcept {
    out.begin = at;
    std::size_t end = at;
    while (end < text.size() && is_small(text[end]) && end - at < 3)
        ++end;
    if (!std::ranges::binary_search(regions, text.substr(at, end - at))) return false;
    out.number = skip_gap(text, end);
    end = out.number;
    while (end < text.size() && is_digit(text[end]) && end - out.number < 5)
        ++end;
    out.number_end = end;
    if (end == out.number + 1 && named)
        // "L 6 0 4 4 ABD"
        for (int more = 0; more < 3 && end + 1 < text.size() && text[end] == ' ' && is_digit(text[end + 1]) &&
                           (end + 2 == text.size() || !is_digit(text[end + 2]));
             ++more)
            end += 2;
    out.number_end = end;
    const bool spaced = named && end > out.number + 4;
    if (end == out.number || (end - out.number > 4 && !spaced) || text[out.number] == '0') return false;
    out.letters = skip_gap(text, end);
    end = out.letters;
    while (end < text.size() && is_small(text[end]) && end - out.letters < 4)
        ++end;
    out.end = end;
    if (end > out.letters && end - out.letters <= 3 && (end == text.size() || !is_word(text[end])))
        return true;
    return named && without_letters(text, out);
}

bool is_capital(const Folded& text, std::string_view given, std::size_t begin, std::size_t end) noexcept {
    for (std::size_t at = begin; at < end; ++at) {
        const std::size_t from = text.span(at, at + 1).first;
        const auto c = static_cast<unsigned char>(given[from]);
        if (c < 0x80 && !(c >= 'A' && c <= 'Z')) return false;
    }
    return true;
}

std::string_view word_before(std::string_view text, std::size_t at) noexcept {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '.' || text[at - 1] == ':'))
        --at;
    std::size_t begin = at;
    while (begin > 0 && at - begin < 12 && is_word(text[begin - 1]))
        --begin;
    return text.substr(begin, at - begin);
}

bool is_year(std::string_view digits) noexcept {
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

/// The regions are few, so most words are let go before the words around them are read.
bool may_begin_plate(std::string_view text, std::size_t at) noexcept {
    std::size_t end = at;
    while (end < text.size() && end - at < 3 && is_small(text[end]))
        ++end;
    if (end - at > 2) return false;
    const std::size_t number = skip_gap(text, end);
    return number < text.size() && is_digit(text[number]);
}

bool is_plate(const Plate& plate, bool named, const Folded& text, std::string_view given) {
    if (named) return true;
    const std::string_view all = text.text;
    const std::string_view region =
        all.substr(plate.begin, plate.number == plate.begin ? 0 : plate.number - plate.begin);
    const std::string_view letters = all.substr(plate.letters, plate.end - plate.letters);
    const std::size_t digits = plate.number_end - plate.number;
    const bool two_letter_region = region.size() >= 2 && is_small(region[1]);
    const bool capital = is_capital(text, given, plate.begin, plate.begin + (two_letter_region ? 2 : 1)) &&
                         is_capital(text, given, plate.letters, plate.end);
    const std::string_view before = word_before(all, plate.begin);
    if (is_one_of(addresses, before)) return false;
    if (is_one_of(models, all.substr(plate.begin, plate.number_end - plate.begin))) return false;
    // "no. 45 B - 45 D": the letter belongs to the house number before it.
    if (digits <= 3 && !before.empty() && std::ranges::all_of(before, is_digit)) return false;
    if (digits >= 3 && capital) return true;
    if (is_one_of(words, letters)) return false;
    if (digits >= 3)
        return letters.size() >= 2 && !is_year(all.substr(plate.number, digits)) &&
               !is_one_of(word_regions, all.substr(plate.begin, two_letter_region ? 2 : 1));
    // "B 12 C" is a house, "S 2 ITS" a degree, "F 16 AU" an aeroplane; "AB 12 CD" is a plate.
    return capital && ((digits == 2 && two_letter_region) ||
                       (is_one_of(vehicles, before) && plate.letters - plate.number_end <= 1));
}

} // namespace

void find_plates(const Folded& text, std::string_view given, std::vector<Mask>& found) {
    const std::string_view all = text.text;
    std::size_t named_to = 0; // "pelat KH 3345 TW dan satunya lagi KH 6120"
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (!is_small(all[at]) || (at > 0 && is_word(all[at - 1])) || !may_begin_plate(all, at)) continue;
        constexpr std::size_t same_breath = 24;
        const bool listed =
            named_to > 0 && at - named_to <= same_breath &&
            all.substr(named_to, at - named_to).find_first_of(".!?\n[") == std::string_view::npos &&
            is_capital(text, given, at, at + 1);
        const bool named = listed || cue_before(all, at).what == NumberCue::plate;
        Plate plate{};
        if (!read_plate(all, at, named, plate)) continue;
        // "plat D 6689 yg merah"
        if (named && plate.letters > plate.number_end &&
            is_one_of(words, all.substr(plate.letters, plate.end - plate.letters)) &&
            !is_capital(text, given, plate.letters, plate.end) && !without_letters(all, plate))
            continue;
        if (is_plate(plate, named, text, given)) {
            found.push_back({PrivateData::plate, plate.begin, plate.end});
            at = plate.end - 1;
            if (named) named_to = plate.end;
        }
    }
}

} // namespace triage
