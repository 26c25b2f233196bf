#include "learning/suggestion_actions.h"

#include "learning/suggestion_store.h"

#include <algorithm>

namespace learning {
namespace {

constexpr std::string_view followed[] = {"case.verified", "case.reclassified", "case.assigned",
                                         "case.archived", "case.restored"};

base::Result<cases::Event> read(const events::Stored& event) {
    auto data = base::json::parse(event.data);
    if (!data) return base::pass(data);
    auto body = cases::read_body(event.kind, *data);
    if (!body) return base::pass(body);
    return cases::Event{.at = event.at,
                        .by = base::from_code<cases::Party>(event.actor_kind).value_or(cases::Party::system),
                        .staff = {},
                        .body = std::move(*body)};
}

} // namespace

void note_suggestion(db::Tx& tx, base::AgencyId agency, CaseId id, const Suggestion& suggestion) {
    if (!suggestion.is_empty()) insert(tx, agency, id, suggestion);
}

bool follows(std::string_view event_kind) {
    return std::ranges::find(followed, event_kind) != std::end(followed);
}

base::Result<void> follow(db::Tx& tx, const agency::Directory& directory, const events::Stored& event) {
    if (!follows(event.kind)) return {};
    const auto happened = read(event);
    if (!happened) return {}; // redacted beyond reading: it tells nothing any more
    const auto agency = directory.id();
    if (event.kind == "case.verified") add_decision(tx, agency);
    const CaseId id{event.subject};
    const auto known = find(tx, agency, id);
    if (!known) return {};
    const Truth truth = told(known->truth, *happened);
    if (truth == known->truth) return {};
    const int month = known->month.value_or(month_of(event.at, directory.agency().zone));
    save_truth(tx, agency, id, truth, month);
    const auto before = scored(known->suggestion, known->truth), after = scored(known->suggestion, truth);
    for (const auto& each : before)
        if (std::ranges::find(after, each) == after.end()) add_to_tally(tx, agency, month, each, -1);
    for (const auto& each : after)
        if (std::ranges::find(before, each) == before.end()) add_to_tally(tx, agency, month, each, 1);
    return {};
}

std::vector<Tallied> tallies(db::Tx& tx, base::AgencyId agency, int from, int to) {
    return find_tallies(tx, agency, from, to);
}

MonthFigures last_month(db::Tx& tx, const agency::Agency& agency, base::Time now) {
    return find_month(tx, agency.id, month_before(month_of(now, agency.zone)));
}

} // namespace learning
