// The public board: what stands on it and how it is filtered. Plain data; only what cases::public_view lets
// through.
#pragma once
#include "agency/directory.h"
#include "cases/objection.h"
#include "cases/standing.h"
#include "cases/view.h"
#include "cases/visibility.h"
#include "deadlines/deadline.h"

#include <map>

namespace transparency {

/// The pills above the list.
enum class Standing { all, reported, working, done, late };

struct BoardFilter {
    Standing standing = Standing::all;
    std::string topic; ///< code
    std::string area;  ///< code of a regency or city, or below
    std::string words; ///< of a place or title
    std::optional<agency::OfficeId> office;
    std::optional<cases::State> state;    ///< a single state instead of a pill
    std::optional<cases::ViewMark> after; ///< where the page before ended

    [[nodiscard]] bool is_plain() const noexcept {
        return standing == Standing::all && topic.empty() && area.empty() && words.empty() && !office &&
               !state;
    }
};

/// The states that a filter lets through; empty for all that the public may know of.
[[nodiscard]] std::vector<cases::State> states_of(const BoardFilter& filter);

struct BoardRow {
    cases::PublicView view;
    std::optional<deadlines::Deadline> deadline; ///< the one that is shown: solving
    std::optional<std::string> picture;          ///< sha256; the work done, else the report's
    std::optional<cases::Objection> objection;   ///< that waits for its answer
};

struct Figures {
    std::int64_t received = 0; ///< in the last 30 days
    std::int64_t working = 0;
    std::int64_t scheduled = 0;
    std::int64_t done = 0; ///< resolved or closed, of those received in the last 30 days
    std::int64_t done_in_time = 0;
    std::int64_t claimed = 0; ///< declared done at least once, of those received in the last 30 days
    std::int64_t contested = 0;
    std::int64_t late_now = 0;  ///< of all time
    std::int64_t open_ever = 0; ///< of all time
};

struct AreaFigures {
    std::int64_t open = 0;
    std::int64_t done = 0;
};

struct Board {
    BoardFilter filter;
    Figures figures;
    std::vector<BoardRow> rows;
    std::optional<cases::ViewMark> next; ///< empty at the end
    std::map<std::string, AreaFigures, std::less<>> by_regency;
};

using cases::is_open;

} // namespace transparency

template <> inline constexpr auto base::codes<transparency::Standing> =
    std::to_array<base::Coded<transparency::Standing>>({
        {transparency::Standing::all, "semua"},
        {transparency::Standing::reported, "dilaporkan"},
        {transparency::Standing::working, "dikerjakan"},
        {transparency::Standing::done, "tuntas"},
        {transparency::Standing::late, "lewat"},
    });
