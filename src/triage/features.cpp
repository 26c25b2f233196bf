#include "triage/features.h"

#include <algorithm>
#include <array>

namespace triage {
namespace {

std::uint64_t mixed(std::uint64_t key, std::uint64_t group) noexcept {
    key ^= group * 0x9E3779B97F4A7C15U;
    key ^= key >> 29U;
    key *= 0xBF58476D1CE4E5B9U;
    return key ^ (key >> 32U);
}

std::uint64_t mixed(std::uint64_t key, Group group) noexcept {
    return mixed(key, static_cast<std::uint64_t>(group) + 1);
}

constexpr std::size_t shortest_piece = 2, longest_piece = 5;

/// For each byte of the folded text the word it stands in; what is between words goes with the one behind it.
std::vector<std::uint32_t> words_of_bytes(const Folded& folded, const Normalised& text, std::size_t bytes) {
    std::vector<std::uint32_t> out(bytes);
    std::uint32_t word = 0;
    for (std::size_t at = 0; at < bytes; ++at) {
        const std::size_t given = folded.span(at, at + 1).first;
        while (word + 1 < text.words.size() && given >= text.words[word].end)
            ++word;
        out[at] = word;
    }
    return out;
}

void add_pieces(const Folded& folded, const Normalised& text, std::vector<Feature>& out) {
    if (text.words.empty()) return;
    const std::string_view all = std::string_view(folded.text).substr(0, most_bytes_in_pieces);
    const auto words = words_of_bytes(folded, text, all.size());
    out.reserve(all.size() * (longest_piece - shortest_piece + 1));
    for (std::size_t at = 0; at < all.size(); ++at) {
        std::uint64_t key = 0xcbf29ce484222325U;
        const std::size_t most = std::min(longest_piece, all.size() - at);
        for (std::size_t size = 1; size <= most; ++size) {
            const std::size_t last = at + size - 1;
            key = (key ^ static_cast<unsigned char>(all[last])) * 0x100000001b3U;
            if (size >= shortest_piece) out.push_back({mixed(key, Group::piece), words[at], words[last] + 1});
        }
    }
}

/// Up to three words behind a denial, as far as the sentence goes, and each with the one before it.
void add_denied(const Normalised& text, std::vector<Feature>& out) {
    static constexpr auto denials =
        std::to_array<std::string_view>({"belum", "bukan", "jangan", "kurang", "tanpa", "tidak"});
    constexpr int reach = 3;
    int left = 0;
    std::uint64_t before = 0;
    const auto count = static_cast<std::uint32_t>(std::min(text.words.size(), most_words_read));
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto form = text.form(text.words[i]);
        const std::uint64_t own = text.words[i].hash;
        if (std::ranges::find(denials, form) != denials.end()) {
            left = reach;
            before = own;
        } else if (form == "." || form == "?" || form == "!") {
            left = 0;
        } else if (left > 0 && left-- > 0) {
            out.push_back({mixed(own, Group::denied), i, i + 1});
            out.push_back({mixed(before * 31 + own, Group::denied), i - 1, i + 1});
            before = own;
        }
    }
}

} // namespace

Features features_of(const Normalised& text) {
    Features out;
    const auto count = static_cast<std::uint32_t>(std::min(text.words.size(), most_words_read));
    auto& words = out[static_cast<std::size_t>(Group::word)];
    auto& stems = out[static_cast<std::size_t>(Group::stem)];
    auto& pairs = out[static_cast<std::size_t>(Group::pair)];
    words.reserve(count);
    stems.reserve(count);
    pairs.reserve(count);
    std::uint64_t before = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        const Word& word = text.words[i];
        words.push_back({mixed(word.hash, Group::word), i, i + 1});
        stems.push_back({mixed(word.stem, Group::stem), i, i + 1});
        pairs.push_back({mixed(before * 31 + word.hash, Group::pair), i == 0 ? 0 : i - 1, i + 1});
        before = word.hash;
    }
    return out;
}

Features fine_features_of(const Folded& folded, const Normalised& text) {
    Features out = features_of(text);
    add_pieces(folded, text, out[static_cast<std::size_t>(Group::piece)]);
    add_denied(text, out[static_cast<std::size_t>(Group::denied)]);
    return out;
}

} // namespace triage
