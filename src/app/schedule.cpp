#include "app/schedule.h"

#include "app/lapor.h"
#include "cases/case_jobs.h"
#include "cases/incident_jobs.h"
#include "cases/search_jobs.h"
#include "cases/tally_actions.h"
#include "channels/sp4n_lapor/import_jobs.h"
#include "desk/presence_actions.h"
#include "outgoing/outgoing_jobs.h"
#include "staff/sign_in_actions.h"

#include <fmt/format.h>

namespace app {
namespace {

std::string holder_of(House& house) {
    return fmt::format("node-{}-{}", house.settings.node, base::to_ms(house.now()));
}

std::vector<jobs::Periodic> periodics(House& house) {
    using namespace std::chrono_literals;
    return {
        {"deadlines.cross_due", 5s,
         [&house](base::AgencyId agency) -> base::Result<void> {
             auto directory = house.directories.of(agency);
             if (!directory) return base::pass(directory);
             cases::cross_deadlines(*house.database, **directory, house.ids, house.now());
             return {};
         }},
        {"cases.fold_tallies", 2s,
         [&house](base::AgencyId agency) -> base::Result<void> {
             auto directory = house.directories.of(agency);
             if (!directory) return base::pass(directory);
             cases::fold_tallies(*house.database, house.ids, **directory, house.now());
             return {};
         }},
        {"cases.close_silent", 1min,
         [&house](base::AgencyId agency) -> base::Result<void> {
             auto directory = house.directories.of(agency);
             if (!directory) return base::pass(directory);
             return cases::close_silent(*house.database, **directory, house.ids, house.random, house.now());
         }},
        {"cases.fill_index", 5s,
         [&house](base::AgencyId agency) { return cases::fill_index(*house.database, agency); }},
        {"outgoing.sweep", 1min,
         [&house](base::AgencyId agency) -> base::Result<void> {
             outgoing::sweep(*house.database, agency, house.now());
             return {};
         }},
        {"staff.sweep_sign_ins", 1h,
         [&house](base::AgencyId agency) -> base::Result<void> {
             staff::sweep_sign_ins(house.staff_services(), agency);
             return {};
         }},
        channels::sp4n_lapor::sweep(lapor_services(house)),
        {"desk.sweep_presence", 1h,
         [&house](base::AgencyId agency) -> base::Result<void> {
             house.database->write([&](db::Tx& tx) { desk::sweep_presence(tx, agency, house.now()); });
             return {};
         }},
        {"media.sweep", 6h,
         [&house](base::AgencyId) -> base::Result<void> {
             house.pictures.sweep(house.now());
             return {};
         }},
    };
}

std::vector<jobs::Handler> handlers(House& house) {
    auto all = channels::sp4n_lapor::handlers(lapor_services(house));
    all.push_back(cases::compact_handler(*house.database));
    const cases::Carrying carrying{*house.database, house.directories, house.ids, house.now, house.random};
    all.push_back(cases::carry_handler(carrying));
    all.push_back(cases::reopen_handler(carrying));
    all.push_back(outgoing::send_handler({*house.database, house.directories, *house.vault, house.ids,
                                          house.now, house.random, house.sender.get()}));
    return all;
}

} // namespace

std::vector<events::Subscriber> subscribers(House& house) {
    return {
        {"cases.escalate",
         [&house](db::Tx& tx, base::AgencyId agency, const events::Stored& event) -> base::Result<void> {
             if (event.kind != "deadline.overdue") return {};
             auto directory = house.directories.of(tx, agency);
             if (!directory) return base::pass(directory);
             return cases::escalate_on(
                 tx, cases::context_for(**directory, house.ids, house.random, house.now()), event);
         }},
        {"incidents.carry",
         [&house](db::Tx& tx, base::AgencyId agency, const events::Stored& event) -> base::Result<void> {
             cases::carry_on(tx, house.ids, agency, event, house.now());
             return {};
         }},
        {"cases.forget_words",
         [&house](db::Tx& tx, base::AgencyId agency, const events::Stored& event) {
             return cases::forget_on(tx, house.ids, agency, event, house.now());
         }},
        outgoing::compose_subscriber(
            {house.directories, *house.vault, house.ids, house.now, post_for(house.settings)}),
    };
}

Schedule::Schedule(House& house)
    : feed_({.database = *house.database,
             .now = house.now,
             .holder = holder_of(house),
             .agencies = [&house] { return house.directories.agencies(); },
             .subscribers = subscribers(house)}),
      runner_({.database = *house.database,
               .now = house.now,
               .random = house.random,
               .holder = holder_of(house),
               .agencies = [&house] { return house.directories.agencies(); },
               .handlers = handlers(house),
               .schedule = periodics(house)}) {}

void Schedule::start() {
    feed_.start();
    runner_.start();
}

void Schedule::stop() {
    runner_.stop();
    feed_.stop();
}

void Schedule::run_once() {
    runner_.run_due();
    while (feed_.turn() > 0) {
    }
}

} // namespace app
