// What reading a case's words suggested when it came in, and what people said of it since. Pure.
#pragma once
#include "cases/event.h"
#include "triage/reading.h"

#include <array>

namespace learning {

using cases::CaseId;

enum class Head : std::uint8_t { kind, topic, office, area };
inline constexpr std::array heads{Head::kind, Head::topic, Head::office, Head::area};

struct Suggested {
    /// Empty: nothing was found; none: it was not asked, a person had chosen already.
    std::optional<std::string> label = {};
    double p = 0;
    bool is_sure = false;
    bool operator==(const Suggested&) const = default;
};

struct Suggestion {
    triage::Tongue language = triage::Tongue::id;
    std::array<Suggested, heads.size()> of; ///< by Head
    [[nodiscard]] Suggested& operator[](Head head) { return of[static_cast<std::size_t>(head)]; }
    [[nodiscard]] const Suggested& operator[](Head head) const { return of[static_cast<std::size_t>(head)]; }
    [[nodiscard]] bool is_empty() const; ///< people had chosen everything
};

/// Of kind and topic and, where the agency has a model of its own, of the office. The place is added by who
/// knows the point that came with it.
[[nodiscard]] Suggestion suggestion_of(const triage::Reading& reading);

/// What people said, by Head; none: nobody has yet. The place "-" is none.
using Truth = std::array<std::optional<std::string>, heads.size()>;

/// The truth after an event by a member of staff; others change nothing.
[[nodiscard]] Truth told(Truth truth, const cases::Event& event);

/// One line of the tallies.
struct Scored {
    Head head = Head::kind;
    std::string label, truth; ///< of places: both empty where they agree, else truth is "-"
    bool is_sure = false;
    int tenth = 0; ///< of the chance, 0 to 9
    triage::Tongue language = triage::Tongue::id;
    bool operator==(const Scored&) const = default;
};
/// Of the heads that were asked and of which somebody said something.
[[nodiscard]] std::vector<Scored> scored(const Suggestion& suggestion, const Truth& truth);

/// 202611: the month of the agency's calendar.
[[nodiscard]] int month_of(base::Time at, base::Zone zone);
[[nodiscard]] int month_before(int month, int back = 1);

} // namespace learning

template <> inline constexpr auto base::codes<learning::Head> = std::to_array<base::Coded<learning::Head>>({
    {learning::Head::kind, "kind"},
    {learning::Head::topic, "topic"},
    {learning::Head::office, "office"},
    {learning::Head::area, "area"},
});
