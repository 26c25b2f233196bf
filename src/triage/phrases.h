// Phrases looked up in a normalised text: the longest at each word, never two over the same word. Never
// fails.
#pragma once
#include "triage/normalise.h"

#include <unordered_map>
#include <vector>

namespace triage {

class Phrases {
public:
    static constexpr std::size_t most_words = 8;

    /// `phrase` normalised as the texts are. Longer ones and those without a word are left out: false.
    bool add(const Normalised& phrase, std::uint32_t what);

    struct Match {
        std::uint32_t first; ///< words of the text
        std::uint32_t last;  ///< the one after
        const std::vector<std::uint32_t>* what;
    };
    template <class F> void each(const Normalised& text, F&& found) const {
        const auto count = static_cast<std::uint32_t>(text.words.size());
        for (std::uint32_t at = 0; at < count;) {
            const Match match = longest(text, at);
            if (match.what) found(match);
            at = match.what ? match.last : at + 1;
        }
    }

private:
    struct Node {
        bool goes_on = false;
        std::vector<std::uint32_t> what;
    };
    struct Same {
        std::size_t operator()(std::uint64_t hash) const noexcept { return hash; }
    };
    [[nodiscard]] Match longest(const Normalised& text, std::uint32_t at) const;
    [[nodiscard]] const Node* find(std::uint64_t key) const noexcept;
    std::unordered_map<std::uint64_t, Node, Same> nodes_;
};

/// A denial right before a word: "tidak rusak", "tidak ada korban", "belum sampai jatuh". Within one
/// sentence.
[[nodiscard]] bool is_denied(const Normalised& text, std::uint32_t word) noexcept;
/// Something feared or meant for later, up to five words before: "takut roboh", "rawan kecelakaan", "agar
/// tidak".
[[nodiscard]] bool is_feared(const Normalised& text, std::uint32_t word) noexcept;

} // namespace triage
