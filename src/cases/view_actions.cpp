#include "cases/view_actions.h"

#include "cases/case_store.h"
#include "cases/tally_store.h"
#include "cases/view_store.h"
#include "cases/walk_store.h"

#include <algorithm>

namespace cases {
namespace {

using base::AgencyId;

std::int64_t count_in(const OfficeCounts& at, View view) {
    switch (view) {
    case View::mine: return at.mine;
    case View::unassigned: return at.unassigned;
    case View::due_soon: return at.due_soon;
    case View::overdue: return at.late;
    case View::waiting: return at.asking;
    case View::decision: return at.to_decide;
    case View::urgent: return at.urgent;
    case View::open: return at.open;
    case View::done: return at.done;
    case View::all: return at.open + at.done;
    }
    return 0;
}

bool is_within(std::int64_t office, const std::vector<OfficeId>& within) {
    return within.empty() || std::ranges::find(within, OfficeId{office}) != within.end();
}

/// Whether the tallies alone tell how many fit.
bool is_counted(const ViewFilter& filter) {
    return !filter.kind && !filter.state && filter.topic.empty();
}

void order(std::vector<ViewMark>& keys, View view) {
    if (is_of_open_cases(view))
        std::ranges::sort(keys);
    else
        std::ranges::sort(keys, std::ranges::greater{});
    keys.erase(std::ranges::unique(keys).begin(), keys.end());
}

/// Along time for who sees every office, along the topic when there is one, else
/// merged from the offices that have any, so that a quiet office does not pay for the busy ones.
std::vector<ViewMark> keys_in(db::Tx& tx, AgencyId agency, const std::vector<OfficeId>& offices,
                              const Sight& sight, const ViewFilter& filter) {
    const bool is_mine = filter.view == View::mine;
    if (!is_mine && filter.within.empty()) {
        if (!filter.topic.empty()) return keys_of_topic(tx, agency, sight, filter);
        if (sight.sees_all_offices) return keys_by_time(tx, agency, sight, filter);
    }
    std::vector<ViewMark> keys;
    auto add = [&](std::vector<ViewMark> more) { keys.insert(keys.end(), more.begin(), more.end()); };
    if (is_mine && filter.within.empty()) add(keys_of_person(tx, agency, sight, filter));
    for (OfficeId office : offices) {
        if (!is_mine) {
            add(keys_of_office(tx, agency, office, Free::any, sight, filter));
        } else if (std::ranges::find(sight.own, office) != sight.own.end()) {
            add(keys_of_office(tx, agency, office, Free::only, sight, filter));
        }
    }
    order(keys, filter.view);
    return keys;
}

/// The first `limit` keys.
std::vector<ViewMark> keys_of(db::Tx& tx, const agency::Directory& directory, const Sight& sight,
                              const ViewFilter& filter) {
    const auto agency = directory.id();
    const auto counts = count_by_office(tx, agency, sight);
    std::vector<OfficeId> offices;
    for (const auto& at : counts)
        if (count_in(at, filter.view) > 0 && is_within(at.office, filter.within))
            offices.push_back(OfficeId{at.office});
    if (offices.empty()) return {};
    auto keys = walking(tx, [&] { return keys_in(tx, agency, offices, sight, filter); });
    if (std::ssize(keys) > filter.limit) keys.resize(static_cast<std::size_t>(filter.limit));
    return keys;
}

} // namespace

Sight sight_for(db::Tx& tx, const staff::Principal& person, const agency::Directory& directory) {
    const auto groups = find_restricted_groups(tx, directory.id(), person.staff);
    return sight_of(person.staff, person.roles, directory.offices(), groups);
}

ViewCounts views_of(db::Tx& tx, const agency::Directory& directory, const Sight& sight) {
    ViewCounts out;
    for (const auto& at : count_by_office(tx, directory.id(), sight)) {
        out.mine += at.mine;
        out.unassigned += at.unassigned;
        out.due_soon += at.due_soon;
        out.overdue += at.late;
        out.waiting += at.asking;
        out.decision += at.to_decide;
        out.urgent += at.urgent;
        out.open += at.open;
        out.done += at.done;
    }
    return out;
}

Fitting count_of(db::Tx& tx, const agency::Directory& directory, const Sight& sight,
                 const ViewFilter& filter) {
    Fitting out;
    if (is_counted(filter)) {
        for (const auto& at : count_by_office(tx, directory.id(), sight))
            if (is_within(at.office, filter.within)) out.count += count_in(at, filter.view);
        return out;
    }
    ViewFilter whole = filter;
    whole.after.reset();
    whole.limit = most_counted + 1;
    out.count = std::ssize(keys_of(tx, directory, sight, whole));
    if (out.count > most_counted) out = {.count = most_counted, .has_more = true};
    return out;
}

std::vector<Case> page_of(db::Tx& tx, const agency::Directory& directory, const Sight& sight,
                          const ViewFilter& filter) {
    return find_all(tx, directory.id(), keys_of(tx, directory, sight, filter));
}

} // namespace cases
