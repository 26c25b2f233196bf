// What one look at the desk shows: counts of the views, a page of rows, and the case in the side pane. Plain
// data; what may be shown of each case was decided before and is said in its `view`.
#pragma once
#include "cases/route.h"
#include "cases/visibility.h"
#include "deadlines/deadline.h"
#include "desk/presence.h"
#include "desk/view.h"
#include "learning/tally.h"
#include "network/connection_view.h"

namespace desk {

struct ListRow {
    cases::Case c;
    cases::StaffView view;
    std::optional<deadlines::Deadline> clock; ///< the one to look at
    std::vector<Looking> others = {};
    int people = 1; ///< that report the same thing
};

struct Summary {
    ListRow row;
    std::vector<deadlines::Deadline> clocks = {};
    std::string person = {};      ///< who is in charge; empty: nobody
    std::string assigned_by = {}; ///< a person; empty: a rule, or nobody yet
    std::optional<base::Time> assigned_at = {};
    const agency::RoutingRule* rule = nullptr; ///< that leads to this office
};

struct Desk {
    cases::ViewCounts counts;
    bool decides = false;         ///< the person has the view of decisions
    bool releases_quotes = false; ///< may look through what reporters say of the service
    bool reads_recap = false;
    bool listens = false;                ///< something was heard that is no case
    bool reads_models = false;           ///< may read how well reports are read
    learning::MonthFigures reading = {}; ///< how right reading was last month
    cases::Fitting fits;                 ///< cases of the view and its filters
    std::vector<ListRow> rows = {};
    std::optional<cases::ViewMark> next = {};
    std::optional<Summary> summary = {};
    std::vector<network::BrokenAccount> broken = {}; ///< that the person has to do with
};

/// The running deadline that is due first, else a paused one, else that of solving.
[[nodiscard]] std::optional<deadlines::Deadline>
clock_to_show(const std::vector<deadlines::Deadline>& clocks);

} // namespace desk
