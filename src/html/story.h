// What happened and where it stands: list rows of the public, timeline, steps, figures, facts.
#pragma once
#include "html/marks.h"

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace html {

struct Picture {
    Url source;
    int width = 480; ///< real measures, so that nothing jumps
    int height = 360;
    std::string alt = {};
};

/// One row of a public list.
struct Story {
    std::string title;
    Url url;
    std::vector<std::string> about = {}; ///< "Tebet Barat, Jakarta Selatan", "12 pelapor"
    Markup standing = {};                ///< chip, clock and a few words in <span>
    std::optional<Picture> picture = {};
};
[[nodiscard]] Markup story(const Story& story);
[[nodiscard]] Markup stories(std::span<const Story> all);

/// One entry of a timeline; newest first.
struct Happening {
    Tone tone = Tone::neutral;
    Icon icon = Icon::inbox;
    std::string what;
    std::string when;
    std::string iso = {};   ///< machine-readable time of `when`
    Markup body = {};       ///< said by the agency
    std::string quote = {}; ///< said by the reporter
    std::string id = {};
};
[[nodiscard]] Markup timeline(std::span<const Happening> all);

enum class StepState { done, now, ahead };
struct Step {
    StepState state = StepState::ahead;
    std::string name;
    std::string note = {};
};
/// Two to five steps; `label` says what advances.
[[nodiscard]] Markup steps(std::span<const Step> all, std::string_view label);

/// A number never stands without what it is out of.
struct Figure {
    std::string label;
    std::string number;
    std::string note;
    std::optional<Url> url = {};
};
[[nodiscard]] Markup figures(std::span<const Figure> all);

using Fact = std::pair<std::string, Markup>;
[[nodiscard]] Markup facts(std::span<const Fact> all);

} // namespace html
