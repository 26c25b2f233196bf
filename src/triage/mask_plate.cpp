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
constexpr auto words = std::to_array<std::string_view>(
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
     "pgi", "trs", "sll", "min", "kak", "mas", "mba", "buk",  "om",  "yth"});

/// Registration regions that are short words too: "dr 2020 tdk".
constexpr auto word_regions = std::to_array<std::string_view>(
    {"ba", "be", "da", "de", "dr", "ds", "k", "m", "pa", "ps", "pt", "s", "t"});

/// Words before "B 12 C" that make it an address.
constexpr auto addresses = std::to_array<std::string_view>(
    {"blok",    "block",   "blk",      "gang",   "gg",    "jl",     "jln",       "jalan",   "no",
     "nomor",   "kav",     "kavling",  "lantai", "lt",    "tower",  "tipe",      "type",    "rusun",
     "rumah",   "unit",    "kamar",    "ruang",  "kelas", "gedung", "pintu",     "gate",    "jalur",
     "rute",    "koridor", "golongan", "gol",    "kode",  "seri",   "grade",     "paket",   "hal",
     "halaman", "pasal",   "ayat",     "rt",     "rw",    "perum",  "perumahan", "cluster", "sektor"});

template <std::size_t N>
bool has(const std::array<std::string_view, N>& list, std::string_view word) noexcept {
    return std::ranges::find(list, word) != list.end();
}

struct Plate {
    std::size_t begin, number, number_end, letters, end; ///< of the folded text
};

std::size_t skip_gap(std::string_view text, std::size_t at) noexcept {
    std::size_t end = at;
    while (end < text.size() && end - at < 3 && (text[end] == ' ' || text[end] == '-' || text[end] == '.'))
        ++end;
    return end;
}

/// Letters, one to four digits, one to three letters, from a place where a word begins.
bool read_plate(std::string_view text, std::size_t at, Plate& out) noexcept {
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
    if (end == out.number || end - out.number > 4 || text[out.number] == '0') return false;
    out.letters = skip_gap(text, end);
    end = out.letters;
    while (end < text.size() && is_small(text[end]) && end - out.letters < 4)
        ++end;
    out.end = end;
    return end > out.letters && end - out.letters <= 3 && (end == text.size() || !is_word(text[end]));
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

bool is_plate(const Plate& plate, const Folded& text, std::string_view given) {
    if (cue_before(text.text, plate.begin) == NumberCue::plate) return true;
    const std::string_view all = text.text;
    const std::string_view region =
        all.substr(plate.begin, plate.number == plate.begin ? 0 : plate.number - plate.begin);
    const std::string_view letters = all.substr(plate.letters, plate.end - plate.letters);
    const std::size_t digits = plate.number_end - plate.number;
    const bool two_letter_region = region.size() >= 2 && is_small(region[1]);
    const bool capital = is_capital(text, given, plate.begin, plate.begin + (two_letter_region ? 2 : 1)) &&
                         is_capital(text, given, plate.letters, plate.end);
    const std::string_view before = word_before(all, plate.begin);
    if (has(addresses, before)) return false;
    // "no. 45 B - 45 D": the letter belongs to the house number before it.
    if (digits <= 3 && !before.empty() && std::ranges::all_of(before, is_digit)) return false;
    if (digits >= 3 && capital) return true;
    if (has(words, letters)) return false;
    if (digits >= 3)
        return letters.size() >= 2 && !is_year(all.substr(plate.number, digits)) &&
               !has(word_regions, all.substr(plate.begin, two_letter_region ? 2 : 1));
    // "B 12 C" is a house, "S 2 ITS" a degree; "AB 12 CD" is a plate.
    return capital && digits == 2 && (two_letter_region || letters.size() >= 2);
}

} // namespace

void find_plates(const Folded& text, std::string_view given, std::vector<Mask>& found) {
    const std::string_view all = text.text;
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (!is_small(all[at]) || (at > 0 && is_word(all[at - 1]))) continue;
        Plate plate{};
        if (read_plate(all, at, plate) && is_plate(plate, text, given)) {
            found.push_back({PrivateData::plate, plate.begin, plate.end});
            at = plate.end - 1;
        }
    }
}

} // namespace triage
