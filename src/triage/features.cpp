#include "triage/features.h"

#include <algorithm>

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

} // namespace triage
