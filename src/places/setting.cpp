#include "places/setting.h"

#include "base/in_order.h"
#include "places/fold.h"

#include <algorithm>
#include <array>
#include <utility>

namespace places {
namespace {

using std::string_view;
using Meant = std::pair<string_view, Setting>;

constexpr std::size_t longest_word = 24, longest_gap = 3;

constexpr auto before = [] consteval {
    using enum Setting;
    return base::in_order(std::to_array<Meant>({
                              {"dijalan", street},     {"dijl", street},         {"dijln", street},
                              {"gang", street},        {"gg", street},           {"jalan", street},
                              {"jl", street},          {"jln", street},          {"lorong", street},
                              {"lrg", street},         {"raya", main_street},

                              {"balai", office},       {"bkm", office},          {"dipuskesmas", office},
                              {"kantor", office},      {"koramil", office},      {"kua", office},
                              {"lpmk", office},        {"man", office},          {"mi", office},
                              {"min", office},         {"mts", office},          {"mtsn", office},
                              {"pkm", office},         {"polsek", office},       {"polsekta", office},
                              {"posyandu", office},    {"puskesmas", office},    {"pustu", office},
                              {"rusun", office},       {"rusunawa", office},     {"sd", office},
                              {"sdi", office},         {"sdn", office},          {"sma", office},
                              {"sman", office},        {"smk", office},          {"smkn", office},
                              {"smp", office},         {"smpn", office},         {"tk", office},

                              {"alfamart", office},    {"alfamidi", office},     {"apotek", landmark},
                              {"apotik", landmark},    {"bandara", landmark},    {"bank", landmark},
                              {"bendungan", landmark}, {"flyover", landmark},    {"gereja", landmark},
                              {"gor", landmark},       {"halte", landmark},      {"hotel", landmark},
                              {"indomaret", office},   {"jembatan", landmark},   {"kali", landmark},
                              {"kampus", landmark},    {"klenteng", landmark},   {"lapangan", office},
                              {"light", landmark},     {"makam", office},        {"mal", landmark},
                              {"mall", landmark},      {"masjid", office},       {"mesjid", office},
                              {"musala", office},      {"musholla", office},     {"mushola", office},
                              {"over", landmark},      {"pabrik", landmark},     {"pasar", landmark},
                              {"pelabuhan", landmark}, {"perempatan", landmark}, {"pertigaan", landmark},
                              {"plaza", landmark},     {"pom", landmark},        {"ponpes", landmark},
                              {"pura", landmark},      {"rs", landmark},         {"rsi", landmark},
                              {"rsia", landmark},      {"rsu", landmark},        {"rsud", landmark},
                              {"ruko", landmark},      {"sakit", landmark},      {"samsat", landmark},
                              {"sentra", landmark},    {"simpang", landmark},    {"spbu", landmark},
                              {"stadion", landmark},   {"stasiun", landmark},    {"sungai", landmark},
                              {"swk", landmark},       {"taman", landmark},      {"terminal", landmark},
                              {"tl", landmark},        {"tol", landmark},        {"toll", landmark},
                              {"tpa", landmark},       {"tps", landmark},        {"tpu", office},
                              {"underpass", landmark}, {"univ", landmark},       {"universitas", landmark},
                              {"vihara", landmark},    {"waduk", landmark},

                              {"apartemen", estate},   {"bukit", estate},        {"bumi", estate},
                              {"citra", estate},       {"graha", estate},        {"grand", estate},
                              {"griya", estate},       {"komplek", estate},      {"kompleks", estate},
                              {"perum", estate},       {"perumahan", estate},    {"perumnas", estate},
                              {"pesona", estate},      {"pondok", estate},       {"puri", estate},
                              {"vila", estate},        {"villa", estate},        {"wisma", estate},

                              {"arah", heading},       {"hingga", heading},      {"jurusan", heading},
                              {"ke", heading},         {"menuju", heading},      {"sampai", heading},
                              {"tujuan", heading},

                              {"bapak", person},       {"bpk", person},          {"bu", person},
                              {"ibu", person},         {"mas", person},          {"mbak", person},
                              {"nama", person},        {"pak", person},          {"saudara", person},
                              {"saudari", person},     {"sdr", person},          {"sdri", person},
                              {"ustad", person},       {"ustadz", person},
                          }),
                          &Meant::first);
}();

constexpr auto behind = [] consteval {
    using enum Setting;
    return base::in_order(
        std::to_array<Meant>({
            {"blok", lane},         {"gang", lane},         {"gg", lane},         {"lorong", lane},
            {"lrg", lane},          {"rt", lane},           {"rw", lane},

            {"asri", quarter},      {"baru", quarter},      {"center", quarter},  {"city", quarter},
            {"damai", quarter},     {"estate", quarter},    {"garden", quarter},  {"harapan", quarter},
            {"hills", quarter},     {"indah", quarter},     {"jaya", quarter},    {"lestari", quarter},
            {"madya", quarter},     {"makmur", quarter},    {"mall", quarter},    {"mapan", quarter},
            {"megah", quarter},     {"mulia", quarter},     {"mulya", quarter},   {"park", quarter},
            {"permai", quarter},    {"plaza", quarter},     {"pratama", quarter}, {"regency", quarter},
            {"residence", quarter}, {"sejahtera", quarter}, {"sentosa", quarter}, {"square", quarter},
            {"tama", quarter},      {"town", quarter},      {"trade", quarter},   {"utama", quarter},
        }),
        &Meant::first);
}();

template <std::size_t n> Setting told_by(const std::array<Meant, n>& words, string_view word) noexcept {
    const auto found = std::ranges::lower_bound(words, word, {}, &Meant::first);
    return found != words.end() && found->first == word ? found->second : Setting::plain;
}

/// A word folded; empty where there is none, a longer one than any that tells something, or a comma between.
struct Word {
    std::array<char, longest_word> letters{};
    std::size_t size = 0;
    std::size_t begin = 0; ///< of the text
    [[nodiscard]] string_view view() const noexcept { return {letters.data(), size}; }
    [[nodiscard]] bool is_number() const noexcept {
        return size > 0 && view().find_first_not_of("0123456789ivx") == string_view::npos;
    }
};

bool parts(char c) noexcept {
    return c == ',' || c == ';' || c == '\n';
}

Word word_before(string_view text, std::size_t at) noexcept {
    std::size_t end = at;
    while (end > 0 && !folded(text[end - 1])) {
        if (at - end >= longest_gap || parts(text[end - 1])) return {};
        --end;
    }
    std::size_t begin = end;
    while (begin > 0 && folded(text[begin - 1]))
        if (end - --begin > longest_word) return {};
    Word out;
    out.begin = begin;
    for (; begin < end; ++begin)
        out.letters[out.size++] = folded(text[begin]);
    return out;
}

Word word_behind(string_view text, std::size_t at) noexcept {
    Word out;
    std::size_t begin = at;
    while (begin < text.size() && !folded(text[begin])) {
        if (begin - at >= longest_gap || parts(text[begin])) return {};
        ++begin;
    }
    for (out.begin = begin; begin < text.size() && folded(text[begin]); ++begin) {
        if (out.size == longest_word) return {};
        out.letters[out.size++] = folded(text[begin]);
    }
    return out;
}

/// "rt03", "gg5" as "rt", "gg".
string_view without_number(string_view word) noexcept {
    const auto digit = word.find_first_of("0123456789");
    return digit == string_view::npos ? word : word.substr(0, digit);
}

/// Whether a comma stands before it and the address goes on or ends behind it.
bool is_part(string_view text, std::size_t begin, std::size_t end) noexcept {
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    for (std::size_t i = 0; i < longest_gap && begin > 0 && blank(text[begin - 1]); ++i)
        --begin;
    for (std::size_t i = 0; i < longest_gap && end < text.size() && blank(text[end]); ++i)
        ++end;
    return begin > 0 && text[begin - 1] == ',' && (end == text.size() || parts(text[end]));
}

/// Whether the word is the number of an RT or RW, or one with its number: "RW 04", "rw04".
bool is_neighbourhood(string_view text, const Word& last) noexcept {
    const auto is_one = [](string_view word) { return word == "rt" || word == "rw"; };
    if (last.is_number()) return is_one(word_before(text, last.begin).view());
    return is_one(without_number(last.view())) && last.size > 2;
}

} // namespace

Setting setting_of(string_view text, std::size_t begin, std::size_t end) noexcept {
    if (is_part(text, begin, end)) return Setting::part;
    const Word last = word_before(text, begin);
    Setting told = told_by(before, last.view());
    // "SDN 2 Melati"; a number before a lane or a house tells nothing.
    if (last.is_number() && told_by(before, word_before(text, last.begin).view()) == Setting::office)
        told = Setting::office;
    if (told != Setting::plain && told != Setting::street) return told;
    const Setting after = told_by(behind, without_number(word_behind(text, end).view()));
    if (after != Setting::plain) return after;
    return told == Setting::plain && is_neighbourhood(text, last) ? Setting::lane : told;
}

bool is_landmark(string_view folded) noexcept {
    const Setting told = told_by(before, folded);
    return told == Setting::landmark || told == Setting::office;
}

} // namespace places
