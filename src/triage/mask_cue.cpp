#include "triage/mask_cue.h"

#include "triage/fold.h"

#include <algorithm>
#include <array>
#include <utility>

namespace triage {
namespace {

using Entry = std::pair<std::string_view, NumberCue>;

constexpr auto cues = std::to_array<Entry>({
    {"acc", NumberCue::account},     {"account", NumberCue::account},  {"bca", NumberCue::account},
    {"bni", NumberCue::account},     {"bpjs", NumberCue::insurance},   {"bri", NumberCue::account},
    {"bsi", NumberCue::account},     {"btn", NumberCue::account},      {"call", NumberCue::phone},
    {"contact", NumberCue::phone},   {"cp", NumberCue::phone},         {"ewallet", NumberCue::phone},
    {"handphone", NumberCue::phone}, {"hp", NumberCue::phone},         {"hub", NumberCue::phone},
    {"hubungi", NumberCue::phone},   {"jkn", NumberCue::insurance},    {"kis", NumberCue::insurance},
    {"kk", NumberCue::family_card},  {"kontak", NumberCue::phone},     {"ktp", NumberCue::nik},
    {"mandiri", NumberCue::account}, {"me", NumberCue::phone},         {"nik", NumberCue::nik},
    {"nohp", NumberCue::phone},      {"nokk", NumberCue::family_card}, {"nonik", NumberCue::nik},
    {"nopol", NumberCue::plate},     {"norek", NumberCue::account},    {"notelp", NumberCue::phone},
    {"nowa", NumberCue::phone},      {"npwp", NumberCue::tax},         {"phone", NumberCue::phone},
    {"pelat", NumberCue::plate},     {"plat", NumberCue::plate},       {"pol", NumberCue::plate},
    {"polisi", NumberCue::plate},    {"rek", NumberCue::account},      {"rekening", NumberCue::account},
    {"rp", NumberCue::money},        {"sms", NumberCue::phone},        {"tel", NumberCue::phone},
    {"telepon", NumberCue::phone},   {"telp", NumberCue::phone},       {"telpon", NumberCue::phone},
    {"tlp", NumberCue::phone},       {"tlpn", NumberCue::phone},       {"va", NumberCue::account},
    {"wa", NumberCue::phone},        {"whatsapp", NumberCue::phone},   {"whatsap", NumberCue::phone},
});

constexpr auto fillers = std::to_array<std::string_view>(
    {"adalah", "aktif", "anak",    "an",    "atas", "bapak", "bpk",   "di",       "dengan",
     "dgn",    "el",    "e",       "ibu",   "ini",  "istri", "ke",    "keluarga", "kendaraan",
     "mobil",  "motor", "nama",    "nmr",   "no",   "nomer", "nomor", "nya",      "pada",
     "saja",   "saya",  "sebagai", "suami", "sy",   "truk",  "yaitu", "yg",       "yang"});

NumberCue cue_of(std::string_view word) noexcept {
    const auto found = std::ranges::find(cues, word, &Entry::first);
    if (found != cues.end()) return found->second;
    // "nomornya", "rekeningnya"
    if (word.ends_with("nya") && word.size() > 4) return cue_of(word.substr(0, word.size() - 3));
    return NumberCue::none;
}

bool is_filler(std::string_view word) noexcept {
    if (std::ranges::find(fillers, word) != fillers.end()) return true;
    return word.ends_with("nya") &&
           std::ranges::find(fillers, word.substr(0, word.size() - 3)) != fillers.end();
}

} // namespace

NumberCue cue_before(std::string_view text, std::size_t at) noexcept {
    constexpr std::size_t furthest = 60;
    const std::size_t stop = at > furthest ? at - furthest : 0;
    std::string_view after; // the word read before this one, to its right
    for (int words = 0; words < 5; ++words) {
        while (at > stop && !is_word(text[at - 1])) {
            if (std::string_view("[]{}!?;").find(text[at - 1]) != std::string_view::npos)
                return NumberCue::none;
            --at;
        }
        std::size_t begin = at;
        while (begin > stop && is_word(text[begin - 1]))
            --begin;
        const std::string_view word = text.substr(begin, at - begin);
        if (word.empty()) return NumberCue::none;
        if (word == "kartu" && after == "keluarga") return NumberCue::family_card;
        if (const NumberCue cue = cue_of(word); cue != NumberCue::none) return cue;
        if (!is_filler(word)) return NumberCue::none;
        after = word;
        at = begin;
    }
    return NumberCue::none;
}

} // namespace triage
