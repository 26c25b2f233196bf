// Slang and abbreviations -> formal words, from files of lines `slang<TAB>formal[<TAB>note]`. Reading fails
// with `lexicon.line` and "FILE, line N: why"; a later file never overrides an earlier one.
#pragma once
#include "base/result.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace triage {

class Lexicon {
public:
    Lexicon() = default;
    /// What stands here goes before what stands in `below`, which must outlive it.
    explicit Lexicon(const Lexicon* below) : below_(below) {}
    /// At most 4 MiB and 100,000 lines a file.
    [[nodiscard]] base::Result<void> add(std::string_view file, std::string_view lines);

    /// The formal words of one slang word, or of several joined by single spaces; empty when there are none.
    [[nodiscard]] std::string_view formal(std::uint64_t hash, std::string_view slang) const noexcept;
    /// Whether some slang of several words begins with this one.
    [[nodiscard]] bool begins_several(std::uint64_t hash) const noexcept {
        return begins_.contains(hash) || (below_ && below_->begins_several(hash));
    }
    /// Whether a formal word of that spelling is known: tells "maaf" from a stretched "maf".
    [[nodiscard]] bool knows(std::string_view word) const noexcept;
    /// Makes the words of a formal phrase known.
    void learn(std::string_view phrase);
    [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }

private:
    struct Entry {
        std::string slang;
        std::string formal;
    };
    struct Same {
        std::size_t operator()(std::uint64_t hash) const noexcept { return hash; }
    };
    const Lexicon* below_ = nullptr;
    std::unordered_map<std::uint64_t, Entry, Same> entries_;
    std::unordered_set<std::uint64_t, Same> begins_;
    std::unordered_set<std::uint64_t, Same> known_;
};

/// data/lexicon/slang.tsv, then indocollex.tsv; made at the first call and kept.
[[nodiscard]] const Lexicon& shipped_lexicon();

} // namespace triage
