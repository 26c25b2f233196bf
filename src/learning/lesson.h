// What a challenger showed: its figures beside those of what reads today, on cases that neither had seen.
// Plain, and as JSON for the history.
#pragma once
#include "base/json.h"
#include "base/time.h"
#include "triage/model.h"
#include "triage/quality.h"

#include <optional>
#include <string>

namespace learning {

/// How often a head was right about the cases held back: as learnt, what reads today, and, when one was taken
/// back, that one.
struct Judged {
    triage::Quality learnt, now;
    std::optional<triage::Quality> rejected = {};
    std::vector<triage::Reliability> curve = {}; ///< of what was learnt, ten bins
    std::int64_t labels = 0;                     ///< that it chooses among
};

/// Of all heads that are learnt.
struct Figures {
    Judged kind = {}, topic = {}, office = {};
};

struct Lesson {
    std::int64_t rows = 0;
    std::optional<base::Time> first_at = {}, last_at = {}; ///< when the cases came that it learnt from
    Figures figures = {};
    bool is_better = false; ///< by more than its standard error in one head, and worse in none by as much
    std::optional<triage::Model> model = {}; ///< learnt from all, when it is better
};

/// Better than what reads today, and than what was taken back.
[[nodiscard]] bool is_better(const Figures& figures);
/// Than what is in use, by more than its standard error.
[[nodiscard]] bool reads_worse(const Judged& judged);

/// {"topic":{"labels","judged","learnt":{...},"now":{...},"rejected":{...}|null,"curve":[[p,right,rows],..]}}
[[nodiscard]] base::json::Object to_json(const Figures& figures);
/// What to_json() gave; members that are missing are 0.
[[nodiscard]] Figures figures_of(std::string_view json);

} // namespace learning
