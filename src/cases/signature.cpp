#include "cases/signature.h"

#include "base/text.h"
#include "cases/visibility.h"
#include "places/address.h"
#include "places/gazetteer.h"
#include "triage/terms.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace cases {
namespace {

/// What polite people write whatever it is about.
constexpr auto courtesies = std::to_array<std::string_view>({
    "admin",      "alaikum",   "assalamualaikum", "atas",        "bantu",  "bantuan", "bantuannya",
    "bapak",      "dibantu",   "ditindak",        "harap",       "hormat", "ibu",     "ijin",
    "izin",       "kak",       "kakak",           "kasih",       "kepada", "maaf",    "malam",
    "maturnuwun", "melapor",   "melaporkan",      "min",         "minta",  "mohon",   "pagi",
    "pak",        "perhatian", "perhatiannya",    "permisi",     "salam",  "segera",  "selamat",
    "siang",      "sore",      "terima",          "terimakasih", "tindak", "ucapkan", "wassalamualaikum",
    "yth",
});
static_assert(std::ranges::is_sorted(courtesies));

/// Words of an address that every address has.
constexpr auto of_addresses = std::to_array<std::string_view>({
    "depan",
    "gang",
    "indonesia",
    "jalan",
    "kabupaten",
    "kecamatan",
    "kelurahan",
    "kota",
    "nomor",
    "provinsi",
    "rt",
    "rukun",
    "rw",
    "tetangga",
    "warga",
});
static_assert(std::ranges::is_sorted(of_addresses));

/// A number before one of these is an amount, not a name: "8 titik", "2 hari".
constexpr auto units = std::to_array<std::string_view>({
    "anak",   "bal", "buah",   "bulan",  "cm",    "hari",  "jam",   "juta",  "kali",
    "karung", "km",  "lembar", "lubang", "m",     "malam", "menit", "meter", "minggu",
    "orang",  "rb",  "ribu",   "rupiah", "tahun", "titik", "unit",  "warga", "x",
});
static_assert(std::ranges::is_sorted(units));

/// A number behind one of these is a time or an amount.
constexpr auto before_amounts = std::to_array<std::string_view>({
    "agustus", "april", "bulan",   "desember", "februari", "hari",   "hp",    "jam",       "januari",
    "juli",    "juni",  "kelas",   "maret",    "mei",      "minggu", "nik",   "november",  "oktober",
    "pasal",   "pukul", "rp",      "sebanyak", "sekitar",  "selama", "sejak", "september", "sudah",
    "surat",   "tahun", "tanggal", "telepon",  "tgl",      "total",  "umur",  "usia",      "wa",
});

constexpr std::array<std::string_view, 21> roman{"",    "i",    "ii",  "iii",  "iv",    "v",   "vi",
                                                 "vii", "viii", "ix",  "x",    "xi",    "xii", "xiii",
                                                 "xiv", "xv",   "xvi", "xvii", "xviii", "xix", "xx"};

template <std::size_t n> bool holds(const std::array<std::string_view, n>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Roman numbers as others, before stretched letters are let go: "III" is no long "I".
std::string with_digits(std::string_view text) {
    std::string out;
    for (std::size_t from = 0; from < text.size();) {
        const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        std::size_t to = from;
        while (to < text.size() && is_letter(text[to]))
            ++to;
        const auto found = to - from < 2
                               ? roman.end()
                               : std::ranges::find(roman, base::lower_ascii(text.substr(from, to - from)));
        if (found == roman.end())
            out += text.substr(from, std::max(to, from + 1) - from);
        else
            out += std::to_string(found - roman.begin());
        from = std::max(to, from + 1);
    }
    return out;
}

/// A form cut where letters and digits meet: "rt05" names a number.
struct Piece {
    std::string form;
    std::string stem;
};
std::vector<Piece> pieces_of(std::string_view text) {
    std::vector<Piece> out;
    for (auto& term : triage::terms(with_digits(text))) {
        const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        const bool mixed = std::ranges::any_of(term.form, is_digit) && !is_digits(term.form);
        if (!mixed) {
            out.push_back({std::move(term.form), std::move(term.stem)});
            continue;
        }
        for (std::size_t from = 0; from < term.form.size();) {
            std::size_t to = from + 1;
            while (to < term.form.size() && is_digit(term.form[to]) == is_digit(term.form[from]))
                ++to;
            out.push_back({term.form.substr(from, to - from), term.form.substr(from, to - from)});
            from = to;
        }
    }
    return out;
}

constexpr int largest_number = 9'999; ///< longer ones are postcodes, telephones and money

std::optional<std::string> number_in(const Piece& piece, std::string_view of) {
    if (is_digits(piece.form)) {
        int value = 0;
        const auto* end = piece.form.data() + piece.form.size();
        const auto read = std::from_chars(piece.form.data(), end, value);
        if (read.ec != std::errc{} || value > largest_number) return std::nullopt;
        return std::to_string(value);
    }
    if (of.empty()) return std::nullopt;
    // Blocks have letters for numbers: "blok E".
    if (of == "blok" && piece.form.size() == 1 && piece.form.front() >= 'a' && piece.form.front() <= 'z')
        return piece.form;
    const auto found = std::ranges::find(roman, piece.form);
    if (piece.form.empty() || found == roman.end()) return std::nullopt;
    return std::to_string(found - roman.begin());
}

bool says_something(const Piece& piece) {
    return piece.form.size() > 1 && !is_digits(piece.form) && !triage::is_filler(piece.form) &&
           !holds(courtesies, piece.form) && !holds(roman, piece.form);
}

/// A lane that has a name in place of a number.
bool is_name(const Piece& piece) {
    return piece.form.size() > 2 && says_something(piece) && !holds(of_addresses, piece.form);
}

/// Several numbers may stand behind one word: "gang 3 dan 5", "nomor 10, 12".
void collect_numbers(const std::vector<Piece>& pieces, std::vector<Named>& out) {
    std::string of;
    std::size_t of_at = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        const auto value = number_in(piece, of);
        if (!value) {
            if (of == "gang" && i == of_at + 1 && is_name(piece)) out.push_back({"gang-", piece.form});
            if (is_digits(piece.form) || piece.form.size() < 2) continue; // "16a": the letter parts nothing
            if (piece.form == "dan" || piece.form == "sampai") continue;
            of = piece.form;
            of_at = i;
            continue;
        }
        const bool is_amount = i + 1 < pieces.size() && holds(units, pieces[i + 1].form);
        if (is_amount || of.empty() || holds(before_amounts, of) || triage::is_filler(of)) continue;
        out.push_back({of, *value});
    }
}

template <class T> void sort_unique(std::vector<T>& all, std::size_t most) {
    std::ranges::sort(all);
    const auto same = std::ranges::unique(all);
    all.erase(same.begin(), same.end());
    if (all.size() > most) all.resize(most);
}

/// Names of the areas around it stand in many addresses and in none of them say where.
std::vector<std::string> outer_names(const std::optional<std::string>& area) {
    std::vector<std::string> out;
    if (!area) return out;
    for (const auto& each : places::gazetteer().chain(*area))
        for (auto& piece : pieces_of(each.name))
            out.push_back(std::move(piece.form));
    return out;
}

Told told_of(const Case& c) {
    return {.text = {},
            .place = {},
            .topic = c.topic,
            .area = c.area,
            .point = own_point(c.area, c.lat, c.lon),
            .at = c.received_at};
}

} // namespace

std::optional<places::Point> own_point(const std::optional<std::string>& area, std::optional<double> lat,
                                       std::optional<double> lon) {
    if (!lat || !lon) return std::nullopt;
    const auto named = area ? places::gazetteer().find(*area) : std::nullopt;
    if (named && named->lat == *lat && named->lon == *lon) return std::nullopt;
    return places::Point{*lat, *lon};
}

Signature signature_of(const Told& told) {
    Signature out;
    const auto text = pieces_of(told.text);
    const auto place = pieces_of(told.place);
    const auto outer = outer_names(told.area);
    for (const auto& piece : text)
        if (says_something(piece)) out.words.push_back(piece.stem);
    collect_numbers(text, out.numbers);
    collect_numbers(place, out.numbers);
    for (const auto& piece : place)
        if (says_something(piece) && !holds(of_addresses, piece.form) &&
            std::ranges::find(outer, piece.form) == outer.end() &&
            std::ranges::find(out.place, piece.form) == out.place.end())
            out.place.push_back(piece.form);
    if (out.place.size() > most_signature_words) out.place.resize(most_signature_words);
    sort_unique(out.words, most_signature_words);
    sort_unique(out.numbers, most_signature_numbers);
    out.topic = told.topic.value_or("");
    out.area = told.area.value_or("");
    out.point = told.point;
    out.at = told.at;
    return out;
}

Signature signature_of(const Case& c, std::string_view masked_words) {
    Told told = told_of(c);
    told.text = masked_words;
    if (c.place_name) told.place = *c.place_name;
    return signature_of(told);
}

std::optional<Signature> public_signature_of(const Case& c) {
    const auto open = public_view(c);
    if (!open || !open->text) return std::nullopt;
    Told told = told_of(c);
    told.text = *open->text;
    if (open->place_name) told.place = *open->place_name;
    return signature_of(told);
}

std::string to_terms(const Signature& signature) {
    std::string out;
    auto all = [&](const std::vector<std::string>& words) {
        for (const auto& word : words)
            (out += word) += ' ';
        out += '|';
    };
    all(signature.words);
    all(signature.place);
    for (const auto& number : signature.numbers)
        (((out += number.of) += '=') += number.name) += ' ';
    return (out += '|') += signature.area;
}

void read_terms(Signature& out, std::string_view terms) {
    auto part = [&] {
        const auto end = terms.find('|');
        const auto found = terms.substr(0, end);
        terms.remove_prefix(end == std::string_view::npos ? terms.size() : end + 1);
        return found;
    };
    auto each_word = [](std::string_view words, auto&& take) {
        while (!words.empty()) {
            const auto end = words.find(' ');
            if (end != 0) take(words.substr(0, end));
            words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
        }
    };
    each_word(part(), [&](std::string_view word) { out.words.emplace_back(word); });
    each_word(part(), [&](std::string_view word) { out.place.emplace_back(word); });
    each_word(part(), [&](std::string_view word) {
        const auto at = word.find('=');
        if (at == std::string_view::npos) return;
        out.numbers.push_back({std::string(word.substr(0, at)), std::string(word.substr(at + 1))});
    });
    out.area = terms;
}

std::string neighbourhood_of(std::string_view area) {
    constexpr std::size_t of_a_district = 8; // "31.74.01"
    return std::string(area.substr(0, of_a_district));
}

} // namespace cases
