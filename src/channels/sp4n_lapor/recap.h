// The monthly recap: what came in during a month and what became of it until now. Pure; no private data.
// Days are days of 24 hours from receipt to solving.
#pragma once
#include "agency/directory.h"
#include "channels/sp4n_lapor/month.h"
#include "cases/case.h"
#include "deadlines/deadline.h"

#include <map>
#include <span>

namespace channels::sp4n_lapor {

/// A case with what the recap asks about it.
struct RecapCase {
    cases::Case c;
    std::string tracking_id; ///< empty: it did not come from LAPOR!
    std::vector<deadlines::Deadline> deadlines;
};

/// A line of the list.
struct RecapLine {
    std::string code;
    std::string tracking_id;
    base::Day received;
    std::optional<base::Day> solved;
    triage::Kind kind = triage::Kind::complaint;
    std::optional<cases::Class> case_class; ///< of complaints
    std::string topic;
    std::string unit;
    cases::State state = cases::State::received;
    std::optional<double> days; ///< to solving
    std::optional<bool> in_time;
    int contests = 0;
};

struct DeadlineCount {
    std::int64_t in_time = 0;
    std::int64_t late = 0;         ///< met after it was due
    std::int64_t running = 0;      ///< not due yet, or paused
    std::int64_t running_late = 0; ///< overdue now
    std::int64_t ended = 0;        ///< stopped without being met
};

struct Group {
    std::string name;
    std::int64_t received = 0;
    std::int64_t open = 0;
    std::int64_t solved = 0; ///< resolved or closed
    std::int64_t in_time = 0;
    std::int64_t late = 0;    ///< solved after its deadline
    std::int64_t overdue = 0; ///< open, and its deadline has passed
    std::int64_t contested = 0;
    double days = 0; ///< sum over the solved
    [[nodiscard]] std::optional<double> average_days() const {
        return solved > 0 ? std::optional(days / static_cast<double>(solved)) : std::nullopt;
    }
};

struct Recap {
    Month month;
    base::Time at{}; ///< when it was counted
    Group all;
    std::map<std::pair<triage::Kind, std::string>, std::int64_t> by_kind; ///< kind and class code
    std::map<cases::State, std::int64_t> by_state;
    std::map<std::string, DeadlineCount> by_deadline; ///< by name of the deadline
    std::vector<Group> units;                         ///< in the order of the tree
    std::vector<Group> topics;
    std::vector<RecapLine> list; ///< by receipt
};

/// `cases`: those received in the month that the reader may count, by receipt.
[[nodiscard]] Recap recap_of(std::span<const RecapCase> cases, const agency::Directory& directory,
                             const Month& month, base::Time now);

} // namespace channels::sp4n_lapor
