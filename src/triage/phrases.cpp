#include "triage/phrases.h"

#include <algorithm>
#include <array>

namespace triage {
namespace {

std::uint64_t go_on(std::uint64_t key, std::uint64_t word) noexcept {
    key = (key ^ word) * 0x9e3779b97f4a7c15U;
    return key ^ (key >> 32U);
}

template <std::size_t N>
bool is_one_of(const Normalised& text, std::uint32_t word, const std::array<std::string_view, N>& words) {
    return std::ranges::find(words, text.form(text.words[word])) != words.end();
}

constexpr auto denials =
    std::to_array<std::string_view>({"tidak", "bukan", "belum", "tanpa", "jangan", "nihil"});
constexpr auto between = std::to_array<std::string_view>(
    {"ada", "adanya", "sampai", "pernah", "terjadi", "menimbulkan", "memakan", "menyebabkan", "mengalami",
     "satu", "pun", "sedang", "lagi", "korban", "jiwa", "maupun", "atau", "luka", "yang"});
constexpr auto fears = std::to_array<std::string_view>(
    {"rawan",          "takut",         "takutnya",   "ditakutkan",    "khawatir",    "dikhawatirkan",
     "kuatir",         "potensi",       "berpotensi", "mencegah",      "cegah",       "antisipasi",
     "resiko",         "risiko",        "berisiko",   "simulasi",      "sosialisasi", "kalau",
     "jika",           "apabila",       "bila",       "agar",          "supaya",      "menghindari",
     "sebelum",        "jangan",        "bisa",       "dapat",         "semoga",      "musim",
     "ancaman",        "meminimalisir", "berdampak",  "mengakibatkan", "menyebabkan", "mengkhawatirkan",
     "penanggulangan", "pencegahan"});
constexpr auto ends = std::to_array<std::string_view>({".", "!", "?"});

} // namespace

bool Phrases::add(const Normalised& phrase, std::uint32_t what) {
    if (phrase.words.empty() || phrase.words.size() > most_words) return false;
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
        key = go_on(key, phrase.words[i].hash);
        Node& node = nodes_[key];
        if (i + 1 < phrase.words.size())
            node.goes_on = true;
        else if (std::ranges::find(node.what, what) == node.what.end())
            node.what.push_back(what);
    }
    return true;
}

const Phrases::Node* Phrases::find(std::uint64_t key) const noexcept {
    const auto found = nodes_.find(key);
    return found == nodes_.end() ? nullptr : &found->second;
}

Phrases::Match Phrases::longest(const Normalised& text, std::uint32_t at) const {
    Match match{at, at, nullptr};
    std::uint64_t key = 0;
    for (std::uint32_t word = at; word < text.words.size(); ++word) {
        const Word& next = text.words[word];
        std::uint64_t step = go_on(key, next.hash);
        const Node* node = find(step);
        if (!node && next.stem != next.hash) node = find(step = go_on(key, next.stem));
        if (!node) break;
        if (!node->what.empty()) match = {at, word + 1, &node->what};
        if (!node->goes_on) break;
        key = step;
    }
    return match;
}

bool is_denied(const Normalised& text, std::uint32_t word) noexcept {
    for (std::uint32_t back = 1; back <= 5 && back <= word; ++back) {
        if (is_one_of(text, word - back, denials)) return true;
        if (!is_one_of(text, word - back, between)) return false;
    }
    return false;
}

bool is_feared(const Normalised& text, std::uint32_t word) noexcept {
    for (std::uint32_t back = 1; back <= 5 && back <= word; ++back) {
        if (is_one_of(text, word - back, ends)) return false;
        if (is_one_of(text, word - back, fears)) return true;
    }
    return false;
}

} // namespace triage
