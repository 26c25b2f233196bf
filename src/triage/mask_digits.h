// Digits as people write them: runs of them, and several runs read as one number. Pure.
#pragma once
#include "triage/fold.h"

#include <string>
#include <string_view>
#include <vector>

namespace triage {

/// A run of digits; letters that stand for digits count: "o812...", "12o2", "o8i3oooo2219".
struct DigitRun {
    std::size_t begin;
    std::size_t end;
    [[nodiscard]] std::size_t size() const noexcept { return end - begin; }
};

[[nodiscard]] std::vector<DigitRun> runs_of(std::string_view text);
/// Whether the groups around it may be parts of one number: one to three of " .-()/_*".
[[nodiscard]] bool is_joint(std::string_view gap) noexcept;

/// Groups [first, last] read as one number.
class Chain {
public:
    static constexpr std::size_t most_groups = 20, most_digits = 24;

    std::string_view text;
    const std::vector<DigitRun>& groups;
    std::size_t first;
    std::size_t last;
    std::string digits;

    Chain(std::string_view t, const std::vector<DigitRun>& g, std::size_t at)
        : text(t), groups(g), first(at), last(at) {
        take(g[at]);
    }
    /// Takes the next group too, if it may be a part of the same number: is_joint() between them, or
    /// "lanjut" in a telephone number.
    [[nodiscard]] bool extend();
    [[nodiscard]] std::size_t count() const noexcept { return last - first + 1; }
    [[nodiscard]] std::size_t size(std::size_t i) const noexcept { return groups[first + i].size(); }
    /// Between groups i and i + 1 of the text, not of the chain.
    [[nodiscard]] std::string_view gap(std::size_t i) const noexcept {
        return text.substr(groups[i].end, groups[i + 1].begin - groups[i].end);
    }
    [[nodiscard]] bool has_next() const noexcept { return last + 1 < groups.size(); }
    [[nodiscard]] const DigitRun& next() const noexcept { return groups[last + 1]; }
    [[nodiscard]] bool evenly_parted() const noexcept;
    /// dd-mm-yyyy, yyyy-mm-dd or dd-mm-yy at the start: a date, perhaps with a time behind it.
    [[nodiscard]] bool begins_with_date() const noexcept;
    /// "08.00 - 10.00", "2019 2020"
    [[nodiscard]] bool is_time() const noexcept;
    /// "500.000.000": thousands, not a number of a thing.
    [[nodiscard]] bool is_amount() const noexcept;
    /// Whether the next group counts something, "2 hari", "650rb", or is an amount of money, "650.000".
    [[nodiscard]] bool next_counts() const noexcept;
    /// "31.74.011.022.033" is a tax object: whether the first group is a part of something longer that is not
    /// masked.
    [[nodiscard]] bool begins_inside(std::size_t masked_to) const noexcept;

private:
    void take(const DigitRun& group);
};

} // namespace triage
