#include "app/lapor.h"

#include "intake/accept_actions.h"

namespace app {
namespace {

namespace bridge = channels::sp4n_lapor;

intake::Wanted wanted(const bridge::Arrival& arrival) {
    intake::Decided decided{
        .kind = arrival.kind, .topic = arrival.topic, .case_class = arrival.case_class, .route = {}};
    // A unit that is named decides; one that nobody has mapped yet leaves the case in the coordinator's
    // queue.
    if (arrival.names_unit) decided.route = cases::Route{.office = arrival.office, .rule = {}};
    return {.item = arrival.item,
            .door = intake::Door::network,
            .place_text = arrival.place,
            .decided = std::move(decided)};
}

} // namespace

bridge::Services lapor_services(House& house) {
    auto take_in = [&house, &readers = house.readers()](const agency::Directory& directory,
                                                        const agency::Account& account,
                                                        std::span<const bridge::Arrival> arrivals) {
        const intake::Services in{*house.database, *house.vault, house.pictures, readers,
                                  house.ids,       house.now,    house.random};
        std::vector<base::Result<intake::Wanted>> batch;
        for (const auto& arrival : arrivals)
            batch.emplace_back(wanted(arrival));
        std::vector<bridge::Arrived> out;
        for (auto& outcome : intake::accept(in, directory, account, batch))
            out.push_back({.case_code = std::move(outcome.case_code), .problem = std::move(outcome.problem)});
        return out;
    };
    return {.staff = house.staff_services(), .take_in = take_in, .folder = house.settings.data / "lapor"};
}

} // namespace app
