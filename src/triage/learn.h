// Training: from texts with labels to a model, by LIBLINEAR (Fan and others 2008): for each label the sum of
// a logistic regression and of a support vector machine, made chances by a curve that is fitted on texts held
// back (Platt 1999). With one thread the same texts give the same model.
#pragma once
#include "triage/model.h"

namespace triage {

class Lexicon;

struct Example {
    std::string_view text;
    std::vector<int> labels; ///< for each head one of its labels, or -1: not said
    /// Written by a citizen: where texts written for training stand beside such, chances are fitted on these
    /// alone.
    bool is_found = false;
};

struct HeadToLearn {
    std::string name;
    std::vector<std::string> labels;
};

struct LearnOptions {
    /// Texts stand in the order of time: the newest quarter is held back from the others, as what is to come
    /// is from what was. Else every third, three times.
    bool in_order = false;
    double wanted_precision = 0.95; ///< of what it is sure of
    /// Whether fine features are tried as well, and kept where they are right more often on texts held back:
    /// for a single head, in up to a minute.
    bool may_be_fine = false;
    int threads = 2;
    const Lexicon* lexicon = nullptr; ///< by which texts are normalised; null: the shipped one
};

/// `learn.too_little`: fewer than 20 texts, or a head with fewer than two labels that occur.
[[nodiscard]] base::Result<Model> learn(std::span<const Example> examples, std::span<const HeadToLearn> heads,
                                        const LearnOptions& options);

} // namespace triage
