// What becomes of a line: comes in, is known, or is refused; and what LAPOR! says differently of a known one.
// Pure.
#pragma once
#include "channels/sp4n_lapor/import.h"
#include "channels/sp4n_lapor/line.h"

namespace channels::sp4n_lapor {

enum class Fate {
    fresh, ///< comes in
    ours,  ///< came in with this very file, before it was interrupted
    known,
    finished, ///< refused: closed there already
};

[[nodiscard]] Fate judge(const Line& line, const Labels& labels, const std::optional<LaporCase>& known,
                         ImportId import);

/// Nothing of it is applied to the case: a person does that.
[[nodiscard]] std::vector<Remark> differences(const Line& line, const Labels& labels, const LaporCase& known);

/// The line is refused for this reason.
[[nodiscard]] Remark refusal(std::int64_t line, std::string_view tracking_id, const base::Problem& problem);
[[nodiscard]] base::Problem finished_problem();

} // namespace channels::sp4n_lapor
