// A trained model: what it knows of words, and one or more heads that each choose among labels of their own.
// Linear in the words' weights (L2-normalised logarithmic counts times rarity), calibrated, unchanged after
// it is made: any thread may use it. Its bytes are checked as a whole before any of them is used:
// `model.broken` says why.
#pragma once
#include "base/result.h"
#include "triage/features.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace triage {

struct Guess {
    std::uint32_t label = 0; ///< of the head's labels
    double p = 0;
};

/// A word of the text that spoke for a label.
struct Reason {
    std::uint32_t first = 0; ///< words of the text
    std::uint32_t last = 0;
    double weight = 0;
};

struct Head {
    std::string name;
    std::vector<std::string> labels;
    std::vector<float> bias; ///< of each label
    /// A score s is the chance sigma(slope * s + shift), before those of all labels are made one (Platt
    /// 1999).
    double slope = 1;
    double shift = 0;
    double sure = 1;          ///< below this chance it abstains
    std::int64_t rows = 0;    ///< texts it learned from
    std::uint32_t column = 0; ///< where its labels begin in a row of weights
};

class Model {
public:
    struct Parts {
        std::array<float, groups_count> group_weights{};
        std::vector<Head> heads;
        std::vector<std::uint64_t> keys; ///< of features, each once
        std::vector<float> rarity;       ///< of each key
        std::vector<float> weights;      ///< a row of all heads' labels for each key
    };
    /// Weights are kept in 16 bits, scaled by label.
    explicit Model(const Parts& parts);

    [[nodiscard]] static base::Result<Model> of_bytes(std::string_view bytes);
    [[nodiscard]] std::string to_bytes() const;

    [[nodiscard]] const std::vector<Head>& heads() const noexcept { return heads_; }
    [[nodiscard]] const Head* head(std::string_view name) const noexcept;
    [[nodiscard]] std::size_t features() const noexcept { return rarity_.size(); }
    /// What it reads of a text.
    [[nodiscard]] Features features_of(const Folded& folded, const Normalised& text) const {
        const bool is_fine = group_weights_[static_cast<std::size_t>(Group::piece)] > 0;
        return is_fine ? fine_features_of(folded, text) : triage::features_of(text);
    }

    /// Scores of all heads' labels, in their columns.
    [[nodiscard]] std::vector<float> scores(const Features& features) const;
    /// The likeliest first, all labels.
    [[nodiscard]] static std::vector<Guess> guesses(const Head& head, std::span<const float> scores);
    /// What spoke for the label against the head's others, the heaviest first, at most `most`.
    [[nodiscard]] std::vector<Reason> reasons(const Head& head, std::uint32_t label, const Features& features,
                                              std::size_t most) const;

private:
    Model() = default;
    void index();
    [[nodiscard]] std::uint32_t find(std::uint64_t key) const noexcept; ///< none: 0xffffffff
    template <class F> void each_known(const Features& features, F&& found) const;

    std::array<float, groups_count> group_weights_{};
    std::vector<Head> heads_;
    std::uint32_t width_ = 0;
    std::vector<float> rarity_;
    std::vector<float> scales_;         ///< of each column
    std::vector<std::int16_t> weights_; ///< rows of width_
    std::vector<std::uint64_t> keys_;
    /// A key is known by its place and its upper half: one look tells. Two keys of a model that share both
    /// would speak for each other, as two words of one hash do.
    struct Slot {
        std::uint32_t upper, row;
    };
    std::vector<Slot> slots_; ///< open addressing
    [[nodiscard]] std::size_t home_of(std::uint64_t key) const noexcept { return key & (slots_.size() - 1); }
};

} // namespace triage
