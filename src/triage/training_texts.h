// The texts that the shipped model learns from: data/training/*.tsv, whose README says how they were made.
// Reading fails with `training.line` and the line's number.
#pragma once
#include "triage/learn.h"

namespace triage {

/// Their heads.
inline constexpr std::string_view kind_head = "kind", topic_head = "topic", sentiment_head = "sentiment",
                                  abuse_head = "abuse", language_head = "language";

/// Lines of text, kind, topic, sentiment, emotion, danger, abuse, language, network, region.
struct TrainingTexts {
    std::string_view written; ///< for training
    std::string_view found;   ///< by citizens
};
[[nodiscard]] base::Result<Model> learn_base_model(const TrainingTexts& texts);
/// The same texts, sentiment alone.
[[nodiscard]] base::Result<Model> learn_feeling_model(const TrainingTexts& texts);

} // namespace triage
