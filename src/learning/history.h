// The history of an agency's own model: every challenger with its figures, and every step back. Pure.
#pragma once
#include "base/codes.h"
#include "base/id.h"
#include "learning/lesson.h"

namespace learning {

using EntryId = base::Id<struct ModelHistoryTag>;

enum class What {
    stayed,       ///< the challenger was not better
    took_over,    ///< it was
    failed,       ///< nothing could be learnt; `why` says so
    went_back,    ///< a person put the model before in use again
    went_forward, ///< and took that back
};

struct Entry {
    EntryId id;
    base::Time at{};
    What what = What::stayed;
    std::string why; ///< code of the problem: `learn.too_little`
    std::optional<std::int64_t> staff;
    std::string model;          ///< sum of the bytes in use from then on; empty: what is shipped
    std::int64_t decisions = 0; ///< that people had made until then
    std::int64_t cases = 0;     ///< learnt from
    std::optional<base::Time> first_at, last_at; ///< when those came
    std::string figures;                         ///< to_json()
};
BOOST_DESCRIBE_STRUCT(Entry, (),
                      (id, at, what, why, staff, model, decisions, cases, first_at, last_at, figures))

[[nodiscard]] constexpr bool is_trial(What what) noexcept {
    return what == What::stayed || what == What::took_over || what == What::failed;
}

inline constexpr std::int64_t fewest_new_decisions = 50;
/// Local hours in which models are learnt, the end excluded.
inline constexpr std::chrono::hours night_begins{1}, night_ends{5};

/// `last`: the newest trial. Once a night, at night, and only where people decided enough since.
[[nodiscard]] bool is_due(const std::optional<Entry>& last, std::int64_t decisions, base::Time now,
                          base::Zone zone);

} // namespace learning

template <> inline constexpr auto base::codes<learning::What> = std::to_array<base::Coded<learning::What>>({
    {learning::What::stayed, "stayed"},
    {learning::What::took_over, "took_over"},
    {learning::What::failed, "failed"},
    {learning::What::went_back, "went_back"},
    {learning::What::went_forward, "went_forward"},
});
