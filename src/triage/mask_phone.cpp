#include "triage/mask_phone.h"

#include <algorithm>
#include <array>

namespace triage {
namespace {

constexpr auto services = std::to_array<std::string_view>(
    {"ambulan", "ambulance", "ambulans", "basarnas",  "bpbd",      "center",  "damkar", "dinas",   "dinkes",
     "hotline", "igd",       "kantor",   "kecamatan", "kelurahan", "layanan", "pdam",   "pemadam", "pln",
     "polres",  "polsek",    "posko",    "puskesmas", "rs",        "rsud",    "ugd",    "upt",     "wapres"});
static_assert(std::ranges::is_sorted(services));

/// Those whose mobile number is the service's too; one of a kelurahan may be of whoever lives there.
constexpr auto lines = std::to_array<std::string_view>(
    {"ambulan", "ambulance", "ambulans", "center", "damkar", "hotline", "igd", "layanan", "posko", "wapres"});
static_assert(std::ranges::is_sorted(lines));

/// Whose it is when it is nobody's office.
constexpr auto persons = std::to_array<std::string_view>(
    {"aku",   "bapak", "beta", "bidan", "bp",   "bpk", "bu",      "gue",  "gw", "ibu", "kader",   "kak",
     "ketua", "lurah", "mas",  "mba",   "mbak", "pak", "pribadi", "saya", "sy", "sya", "tetangga"});
static_assert(std::ranges::is_sorted(persons));
constexpr auto own = std::to_array<std::string_view>({"aku", "beta", "gue", "gw", "saya", "sy", "sya"});
static_assert(std::ranges::is_sorted(own));
constexpr auto swindlers = std::to_array<std::string_view>(
    {"calo", "mengaku", "mengatasnamakan", "modus", "modusnya", "ngaku", "ngakunya", "nipu", "oknum",
     "pelaku", "pelapor", "penipu", "penipuan", "pungli"});
static_assert(std::ranges::is_sorted(swindlers));

constexpr auto ways = std::to_array<std::string_view>(
    {"cp", "hp", "hub", "hubungi", "kontak", "nohp", "nowa", "telepon", "telp", "tlp", "wa", "whatsapp"});
static_assert(std::ranges::is_sorted(ways));

/// "depan kantor": the place, not who is called.
constexpr auto sides = std::to_array<std::string_view>(
    {"belakang", "blkg", "dekat", "deket", "depan", "dkt", "dpn", "samping", "sebelah", "seberang"});
static_assert(std::ranges::is_sorted(sides));

template <std::size_t N>
bool has(const std::array<std::string_view, N>& list, std::string_view word) noexcept {
    return std::ranges::binary_search(list, word);
}

} // namespace

bool is_mobile(const Chain& chain, bool plus) noexcept {
    const std::string_view d = chain.digits;
    const std::size_t n = d.size();
    if (d.starts_with("08")) {
        if (n < 10 || n > 14 || d[2] == '0' || chain.begins_with_date()) return false;
        if (chain.size(0) >= 3) return true;
        if (chain.size(0) == 1 && chain.count() > 1 && chain.size(1) >= 3) return true; // 0 812 ...
        if (chain.size(0) == 2 && chain.size(1) >= 3 && chain.gap(chain.first) == "-")
            return true; // 08-1100-...
        for (std::size_t i = 0; i < chain.count(); ++i)
            if (chain.size(i) > 2) return false;
        return chain.evenly_parted(); // 08 12 34 56 78 90
    }
    if (d.starts_with("0062")) return n >= 13 && n <= 17 && chain.size(0) >= 4;
    if (plus && chain.size(0) <= 3 && chain.count() > 1 && chain.gap(chain.first) != ".")
        return n >= 9 && n <= 15;
    if (!d.starts_with("62")) return false;
    if (d.substr(2).starts_with("8"))
        return n >= 11 && n <= 15 && (plus || chain.size(0) != 2 || chain.size(1) >= 3);
    if (d.substr(2).starts_with("08")) return n >= 12 && n <= 16;
    return plus && n >= 9 && n <= 14;
}

bool is_landline(const Chain& chain) noexcept {
    const std::string_view d = chain.digits;
    if (d.size() < 9 || d.size() > 12 || d[0] != '0' || d[1] < '2' || d[1] == '8' || chain.begins_with_date())
        return false;
    if (chain.count() == 1) return true;
    if (chain.size(0) < 3 || chain.size(0) > 4 || chain.count() > 4) return false;
    for (std::size_t i = 1; i < chain.count(); ++i)
        if (chain.size(i) < 2) return false;
    return true;
}

bool phone_may_go_on(const Chain& chain) noexcept {
    if (chain.digits.size() < 10) return true;
    if (!chain.has_next()) return false;
    const std::size_t next = chain.next().size();
    if (chain.digits.size() + next > 14) return false;
    const std::string_view gap = chain.gap(chain.last);
    // "085-2000-0771-4"
    if (gap.size() == 1 && gap != " " && chain.count() > 1 && chain.digits.size() + next <= 13) return true;
    const bool small_groups = chain.count() > 1 && chain.size(chain.count() - 1) <= 2;
    return small_groups ? next <= 2 : next >= 3 && chain.size(0) < 9;
}

bool is_of_a_service(std::string_view text, std::size_t at, bool mobile) noexcept {
    constexpr std::size_t furthest = 120;
    const std::size_t stop = at > furthest ? at - furthest : 0, most_words = mobile ? 3 : 6;
    bool found = false, way = false, service = false; // service: the word read before this one, to its right
    for (std::size_t words = 0; at > stop; ++words) {
        while (at > stop && !is_word(text[at - 1])) {
            const char c = text[at - 1];
            if (std::string_view("[]{}!?;\n").find(c) != std::string_view::npos) return found;
            if (c == '.' && at < text.size() && text[at] == ' ') return found;
            // "kantor kelurahan, hub 0812": what stands before a comma is another's.
            if (c == ',' && mobile && !found) return false;
            --at;
        }
        std::size_t begin = at;
        while (begin > stop && is_word(text[begin - 1]))
            --begin;
        const std::string_view word = text.substr(begin, at - begin);
        if (word.empty()) break;
        at = begin;
        if (has(swindlers, word) || (has(persons, word) && !found) || (has(own, word) && mobile))
            return false;
        if (service && has(sides, word)) return false;
        way = way || (!found && has(ways, word));
        service = words < most_words && (mobile ? has(lines, word) && !way : has(services, word));
        found = found || service;
        if (words >= most_words && !found) return false;
    }
    return found;
}

} // namespace triage
