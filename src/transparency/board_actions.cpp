#include "transparency/board_actions.h"

#include "cases/case_actions.h"
#include "cases/figure_actions.h"
#include "cases/objection_actions.h"
#include "cases/search_actions.h"
#include "deadlines/deadline_actions.h"
#include "items/item_actions.h"
#include "proof/proof_actions.h"
#include "transparency/period.h"

#include <algorithm>

namespace transparency {
namespace {

using cases::State;
constexpr base::Duration figures_span = std::chrono::days(30);

std::optional<std::string> picture_of(db::Tx& tx, const cases::Case& c) {
    if (!c.public_text || !cases::may_publish_words(c)) return std::nullopt;
    if (c.state == State::resolved || c.state == State::closed) {
        auto rounds = proof::rounds(tx, c.agency, c.id.value);
        if (!rounds.empty() && !rounds.back().after.empty()) return rounds.back().after.front();
    }
    auto pictures = items::pictures_of_case(tx, c.agency, c.id.value);
    return pictures.empty() ? std::nullopt : std::optional(pictures.front());
}

std::optional<deadlines::Deadline> solving(db::Tx& tx, const cases::Case& c) {
    for (auto& deadline : deadlines::deadlines_of(tx, c.agency, {"case", c.id.value}))
        if (deadline.name == "resolve") return deadline;
    return std::nullopt;
}

Figures figures_of(db::Tx& tx, const agency::Directory& directory,
                   const std::vector<cases::StateCount>& states, base::Time now) {
    const auto span = span_of({PeriodKind::last_30_days}, now, directory.agency().zone);
    const cases::Numbers recent = cases::public_totals(tx, directory.id(), span, now);
    const cases::OpenNumbers ever = cases::public_open_numbers(tx, directory.id(), now);
    Figures out{.received = recent.received,
                .working = recent.open,
                .scheduled = 0,
                .done = recent.done,
                .done_in_time = recent.in_time,
                .claimed = recent.claimed,
                .contested = recent.contested,
                .late_now = ever.overdue,
                .open_ever = ever.open};
    for (const auto& [state, count] : states)
        if (state == State::scheduled) out.scheduled += count;
    return out;
}

cases::Found found_of(db::Tx& tx, base::AgencyId agency, cases::Listing listing) {
    if (!listing.words.empty()) {
        listing.limit = board_page;
        return cases::search_public(tx, agency, listing);
    }
    listing.limit = board_page + 1;
    cases::Found found{.cases = cases::list_cases(tx, agency, listing)};
    if (found.cases.size() > board_page) {
        found.cases.pop_back();
        found.next = found.cases.back().id;
    }
    return found;
}

} // namespace

std::vector<BoardRow> board_rows(db::Tx& tx, const std::vector<cases::Case>& all) {
    std::vector<BoardRow> out;
    for (const auto& c : all)
        if (auto view = cases::public_view(c))
            out.push_back({*view, solving(tx, c), picture_of(tx, c), cases::open_objection(tx, c)});
    return out;
}

Board read_board(db::Tx& tx, const agency::Directory& directory, const BoardFilter& filter, base::Time now) {
    Board board{.filter = filter, .figures = {}, .rows = {}, .next = 0, .by_regency = {}};
    cases::Listing listing;
    listing.states = states_of(filter);
    if (filter.standing == Standing::late) {
        listing.overdue_at = now;
        for (const auto& row : base::codes<State>)
            if (is_open(row.value)) listing.states.push_back(row.value);
    }
    if (filter.office)
        for (const auto& office : directory.offices().below(*filter.office))
            listing.offices.push_back(office.id);
    listing.topic = filter.topic;
    listing.area = filter.area;
    listing.words = filter.words;
    listing.only_public = true;
    listing.before = filter.before;
    const auto found = found_of(tx, directory.id(), listing);
    if (found.next) board.next = found.next->value;
    board.rows = board_rows(tx, found.cases);

    auto counts = cases::count_cases(tx, directory.id(), now - figures_span);
    board.figures = figures_of(tx, directory, counts.by_state, now);
    for (const auto& [area, state, count] : counts.by_regency) {
        auto& numbers = board.by_regency[area];
        if (is_open(state)) numbers.open += count;
        if (state == State::resolved || state == State::closed) numbers.done += count;
    }
    return board;
}

} // namespace transparency
