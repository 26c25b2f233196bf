#include "triage/mask_cue.h"

#include "triage/fold.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace triage {
namespace {

constexpr std::pair<NumberCue, std::string_view> cues[] = {
    {NumberCue::nik, "ktp nik nonik"},
    {NumberCue::family_card, "kk nokk"},
    {NumberCue::phone,
     "call contact cp dana ewallet gopay handphone hape hp hub hubungi kontak linkaja me nelepon nelpon nohp "
     "notelp nowa ovo phone shopeepay sms tel telepon telp telpon tlp tlpn wa whatsap whatsapp"},
    {NumberCue::account, "acc account bank bca bjb bni bpd bpr bri bsi btn btpn cimb danamon ditransfer jago "
                         "jenius kks livin mandiri muamalat norek permata rek rekening seabank setor "
                         "simpel tabungan tapcash tf transfer transferan va"},
    {NumberCue::tax, "npwp"},
    {NumberCue::insurance, "bpjs jkn kis nokartu"},
    {NumberCue::money, "rp"},
    {NumberCue::plate, "nopol pelat plat pol polisi"},
    {NumberCue::other,
     "idpel imei isbn karip ketenagakerjaan kpj meter meteran nib nisn nop ntpn nuptk pelanggan porsi ref "
     "reg registrasi resi sambungan segel seri sertifikat tiket tk token"},
};
/// Cues that reach past words nobody has listed, as far as the clause goes.
constexpr std::string_view reaching = "bpjs jkn kis kk kks ktp nik nokk nonik norek npwp rek rekening";
constexpr std::string_view fillers =
    "13 15 16 a abang adalah adek adik admin aja aktif aku alm almarhum ambo an anak anda angka asli atas b "
    "bapak baru bayi benar beserta bpk bu c cuma cuman dari deh dengan dgn di dia digit dr e el emak gaji gw "
    "haji hanya ia ialah ibu ini istri itu jadi kak kakak kakek kami kamu kartu ke kelompok keluarga "
    "kendaraan kepunyaan kesehatan kita kode kok lagi lama lansia mak mama mas mbak mbok mereka milik mobil "
    "motor nama nenek nmr no nomer nomor nya orang pada pak palsu peserta pribadi pun punya resmi sa saja "
    "saya sebagai sekarang sekolah si skrg suami sy toko truk tu tuh warga yaitu yang yg";

struct Meaning {
    NumberCue cue = NumberCue::none;
    bool reaches = false;
    bool fills = false;
};
using Words = std::unordered_map<std::string_view, Meaning>;

template <class F> void each_word(std::string_view words, F&& each) {
    while (!words.empty()) {
        const std::size_t end = words.find(' ');
        each(words.substr(0, end));
        words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
    }
}

Words all_words() {
    Words out;
    for (auto [cue, words] : cues)
        each_word(words, [&](std::string_view word) { out[word].cue = cue; });
    each_word(reaching, [&](std::string_view word) { out[word].reaches = true; });
    each_word(fillers, [&](std::string_view word) { out[word].fills = true; });
    return out;
}

Meaning exactly(std::string_view word) noexcept {
    static const Words words = all_words();
    const auto found = words.find(word);
    return found == words.end() ? Meaning{} : found->second;
}

/// "rekeningnya" means what "rekening" does.
Meaning meaning_of(std::string_view word) noexcept {
    const Meaning whole = exactly(word);
    if (whole.cue != NumberCue::none || whole.fills || !word.ends_with("nya") || word.size() <= 4)
        return whole;
    return exactly(word.substr(0, word.size() - 3));
}

bool is_number(std::string_view word) noexcept {
    return std::ranges::all_of(word, is_digit);
}

/// "a. n. Budi" goes on, "rek. 12. Besok" does not: a mark before a space ends the clause.
bool ends_clause(std::string_view text, std::size_t at) noexcept {
    const char c = text[at];
    return c == '\n' || ((c == '.' || c == ',') && at + 1 < text.size() && text[at + 1] == ' ');
}

std::string_view word_ending(std::string_view text, std::size_t at, std::size_t stop) noexcept {
    std::size_t begin = at;
    while (begin > stop && is_word(text[begin - 1]))
        --begin;
    return text.substr(begin, at - begin);
}

} // namespace

Cue cue_before(std::string_view text, std::size_t at) noexcept {
    constexpr std::size_t furthest = 100;
    constexpr int most_words = 12, most_unlisted_to_a_bank = 2;
    const std::size_t stop = at > furthest ? at - furthest : 0;
    std::string_view after; // the word read before this one, to its right
    bool clause_ended = false;
    int unlisted = 0, numbers = 0;
    for (int words = 0; words < most_words; ++words) {
        while (at > stop && !is_word(text[at - 1])) {
            if (std::string_view("[]{}!?;").find(text[at - 1]) != std::string_view::npos) return {};
            clause_ended = clause_ended || ends_clause(text, at - 1);
            --at;
        }
        const std::string_view word = word_ending(text, at, stop);
        if (word.empty()) return {};
        at -= word.size();
        const Meaning meaning = is_digit(word[0]) && word.size() != 2 ? Meaning{} : meaning_of(word);
        const bool family_card = word.starts_with("kartu") && after == "keluarga";
        if (word.starts_with("sejahtera") && text.substr(0, at).ends_with("kartu keluarga "))
            return {NumberCue::account};
        const NumberCue cue = family_card ? NumberCue::family_card : meaning.cue;
        if (unlisted == 0) {
            if (cue != NumberCue::none) return {cue};
        } else {
            if (clause_ended || cue == NumberCue::other) return {};
            if (family_card || meaning.reaches) return {cue, /*reaches=*/true};
            const bool bank = cue == NumberCue::account && word != "transfer" && word != "tf";
            if (bank && unlisted <= most_unlisted_to_a_bank) return {cue, /*reaches=*/true};
        }
        after = word;
        if (meaning.fills) continue;
        if (is_number(word) && (word.size() > 5 || ++numbers > 2)) return {};
        if (clause_ended) return {};
        ++unlisted;
    }
    return {};
}

bool bank_after(std::string_view text, std::size_t at) noexcept {
    for (int words = 0; words < 2; ++words) {
        for (int marks = 0; at < text.size() && !is_word(text[at]); ++marks, ++at)
            if (marks == 3 || std::string_view(" (,:-").find(text[at]) == std::string_view::npos)
                return false;
        std::size_t end = at;
        while (end < text.size() && end - at < 12 && is_word(text[end]))
            ++end;
        const std::string_view word = text.substr(at, end - at);
        if (meaning_of(word).cue == NumberCue::account) return true;
        if (word != "di" && word != "ke") return false;
        at = end;
    }
    return false;
}

} // namespace triage
