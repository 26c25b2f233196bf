// Views (pandangan): the lists of cases that staff work from, and what of them a person may see, as data that
// a statement can use. Plain values; reading an unknown code fails with `field.invalid`.
#pragma once
#include "agency/directory.h"
#include "cases/case.h"

#include <span>

namespace cases {

enum class View {
    mine,       ///< mine by name; or nobody's yet, at an office where I hold a working role myself
    unassigned, ///< nobody has begun: received, verified or assigned, without an office or without a person
    due_soon,   ///< three quarters of a running deadline are over; none is overdue
    overdue,    ///< a running deadline has passed
    waiting,    ///< the reporter was asked something
    decision,   ///< for heads and coordinators: escalated, objected to, returned twice or contested twice
    urgent,     ///< at or above the agency's threshold
    open,       ///< whatever is still being worked on; so are all views above
    done,       ///< whatever is not
    all,
};

/// Whether all its cases are open: such a view shows the longest wait first, the others what is newest.
[[nodiscard]] constexpr bool is_of_open_cases(View view) noexcept {
    return view != View::done && view != View::all;
}

/// Where a page of a view ends: the next one begins behind it.
struct ViewMark {
    base::Time received_at{};
    CaseId id;
    auto operator<=>(const ViewMark&) const = default;
};
BOOST_DESCRIBE_STRUCT(ViewMark, (), (received_at, id))
[[nodiscard]] std::string to_string(const ViewMark& mark);
/// `field.invalid` with field "sesudah".
[[nodiscard]] base::Result<ViewMark> mark_from(std::string_view text);

/// What is empty fits all.
struct ViewFilter {
    View view = View::mine;
    std::optional<Kind> kind = {};
    std::optional<State> state = {};
    std::string topic = {};
    std::vector<OfficeId> within = {};  ///< one of these offices
    std::string words = {};             ///< in title or place, in this order, or in a topic's name
    std::optional<ViewMark> after = {}; ///< where the page before ended
    int limit = 50;
};

/// How many cases a filter fits: counted up to a bound, for nobody reads on to the thousandth.
struct Fitting {
    std::int64_t count = 0;
    bool has_more = false; ///< there are more than `count`
    bool operator==(const Fitting&) const = default;
};
inline constexpr int most_counted = 1'000;

/// Of everything in a person's sight, without further filter.
struct ViewCounts {
    std::int64_t mine = 0;
    std::int64_t unassigned = 0;
    std::int64_t due_soon = 0;
    std::int64_t overdue = 0;
    std::int64_t waiting = 0;
    std::int64_t decision = 0;
    std::int64_t urgent = 0;
    std::int64_t open = 0;
    std::int64_t done = 0;
    bool operator==(const ViewCounts&) const = default;

    [[nodiscard]] std::int64_t of(View view) const noexcept;
};

} // namespace cases

template <> inline constexpr auto base::codes<cases::View> = std::to_array<base::Coded<cases::View>>({
    {cases::View::mine, "mine"},
    {cases::View::unassigned, "unassigned"},
    {cases::View::due_soon, "due_soon"},
    {cases::View::overdue, "overdue"},
    {cases::View::waiting, "waiting"},
    {cases::View::decision, "decision"},
    {cases::View::urgent, "urgent"},
    {cases::View::open, "open"},
    {cases::View::done, "done"},
    {cases::View::all, "all"},
});
