#include "transparency/board_actions.h"

#include "cases/beside_actions.h"
#include "cases/case_actions.h"
#include "cases/figure_actions.h"
#include "cases/listing_actions.h"
#include "cases/objection_actions.h"
#include "cases/search_actions.h"
#include "items/item_actions.h"
#include "proof/proof_actions.h"
#include "transparency/period.h"

#include <algorithm>

namespace transparency {
namespace {

using cases::State;

std::optional<std::string> picture_of(db::Tx& tx, const cases::Case& c) {
    if (!c.public_text || !cases::may_publish_words(c)) return std::nullopt;
    if (c.state == State::resolved || c.state == State::closed) {
        auto rounds = proof::rounds(tx, c.agency, c.id.value);
        if (!rounds.empty() && !rounds.back().after.empty()) return rounds.back().after.front();
    }
    auto pictures = items::pictures_of_case(tx, c.agency, c.id.value);
    return pictures.empty() ? std::nullopt : std::optional(pictures.front());
}

std::optional<deadlines::Deadline> solving(const std::vector<deadlines::Deadline>& clocks) {
    const auto found = std::ranges::find(clocks, "resolve", &deadlines::Deadline::name);
    return found == clocks.end() ? std::nullopt : std::optional(*found);
}

Figures figures_of(db::Tx& tx, const agency::Directory& directory, base::Time now) {
    const auto zone = directory.agency().zone;
    const auto span = span_of({PeriodKind::last_30_days}, now, zone);
    const auto recent = cases::public_totals(tx, directory.id(), zone, span);
    const auto ever = cases::public_totals(tx, directory.id());
    return {.received = recent.received,
            .working = recent.open,
            .scheduled = recent.scheduled,
            .done = recent.done,
            .done_in_time = recent.in_time,
            .claimed = recent.claimed,
            .contested = recent.contested,
            .late_now = ever.overdue,
            .open_ever = ever.open};
}

/// A page of the list, and where it ends when there is more.
struct Page {
    std::vector<cases::Case> cases = {};
    std::optional<cases::ViewMark> next = {};
};

Page found_of(db::Tx& tx, base::AgencyId agency, cases::Listing listing) {
    if (!listing.words.empty()) {
        listing.limit = board_page;
        auto found = cases::search_public(tx, agency, listing);
        Page out{.cases = std::move(found.cases)};
        // Search goes on by the id alone.
        if (found.next) out.next = cases::ViewMark{base::Time{}, *found.next};
        return out;
    }
    listing.limit = board_page + 1;
    Page out{.cases = cases::list_cases(tx, agency, listing)};
    if (out.cases.size() > board_page) {
        out.cases.pop_back();
        out.next = cases::ViewMark{out.cases.back().received_at, out.cases.back().id};
    }
    return out;
}

} // namespace

std::vector<BoardRow> board_rows(db::Tx& tx, const std::vector<cases::Case>& all) {
    std::vector<BoardRow> out;
    auto clocks = cases::clocks_of(tx, all);
    for (const auto& c : all)
        if (auto view = cases::public_view(c))
            out.push_back({*view, solving(clocks[c.id]), picture_of(tx, c), cases::open_objection(tx, c)});
    return out;
}

Board read_board(db::Tx& tx, const agency::Directory& directory, const BoardFilter& filter, base::Time now) {
    Board board{.filter = filter, .figures = {}, .rows = {}, .next = {}, .by_regency = {}};
    cases::Listing listing;
    listing.states = states_of(filter);
    if (filter.standing == Standing::late) {
        listing.only_overdue = true;
    }
    if (filter.office)
        for (const auto& office : directory.offices().below(*filter.office))
            listing.offices.push_back(office.id);
    listing.topic = filter.topic;
    listing.area = filter.area;
    listing.words = filter.words;
    listing.only_public = true;
    listing.after = filter.after;
    const auto found = found_of(tx, directory.id(), listing);
    board.next = found.next;
    board.rows = board_rows(tx, found.cases);

    board.figures = figures_of(tx, directory, now);
    for (const auto& numbers : cases::public_numbers_by_regency(tx, directory.id()))
        if (!numbers.name.empty()) board.by_regency[numbers.name] = {numbers.open, numbers.done};
    return board;
}

} // namespace transparency
