#include "app/schedule.h"

#include "app/lapor.h"
#include "app/networks.h"
#include "cases/arbitration_actions.h"
#include "cases/case_jobs.h"
#include "cases/incident_jobs.h"
#include "cases/rehearsal_jobs.h"
#include "cases/relocation_jobs.h"
#include "cases/search_jobs.h"
#include "cases/sharing_actions.h"
#include "cases/sharing_jobs.h"
#include "cases/signing_jobs.h"
#include "cases/tally_actions.h"
#include "channels/activitypub/activitypub_actions.h"
#include "channels/activitypub/activitypub_jobs.h"
#include "channels/sp4n_lapor/import_jobs.h"
#include "channels/telegram/dialog_actions.h"
#include "desk/presence_actions.h"
#include "intake/handover_jobs.h"
#include "learning/suggestion_actions.h"
#include "learning/trial_jobs.h"
#include "outgoing/notice_jobs.h"
#include "outgoing/outgoing_jobs.h"
#include "outgoing/recall_jobs.h"
#include "publishing/incident_post_actions.h"
#include "publishing/release_jobs.h"
#include "referral/delivery_actions.h"
#include "referral/delivery_jobs.h"
#include "referral/telling_actions.h"
#include "staff/sign_in_actions.h"

#include <fmt/format.h>

namespace app {
namespace {

std::string holder_of(House& house) {
    return fmt::format("node-{}-{}", house.settings.node, base::to_ms(house.now()));
}

outgoing::NoticePost notice_post(House& house) {
    return {.database = *house.database,
            .directories = house.directories,
            .ids = house.ids,
            .now = house.now,
            .random = house.random,
            .sender = house.sender.get(),
            .post = post_for(house.settings)};
}

referral::Services referral_services(House& house) {
    return {.database = *house.database,
            .directories = house.directories,
            .vault = *house.vault,
            .ids = house.ids,
            .now = house.now,
            .random = house.random,
            .carrier = house.networks->services().carrier,
            .sender = house.sender.get(),
            .post = post_for(house.settings)};
}

std::vector<jobs::Periodic> periodics(House& house) {
    using namespace std::chrono_literals;
    std::vector<jobs::Periodic> out{
        {"deadlines.cross_due", 5s,
         [&house](base::AgencyId agency) -> base::Result<void> {
             auto directory = house.directories.of(agency);
             if (!directory) return base::pass(directory);
             cases::cross_deadlines(*house.database, **directory, house.ids, house.now());
             return {};
         }},
        {"cases.climb_ladders", 5s,
         [&house](base::AgencyId agency) -> base::Result<void> {
             auto directory = house.directories.of(agency);
             if (!directory) return base::pass(directory);
             cases::climb_ladders(*house.database, **directory, house.ids, house.random, house.now());
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
        {"cases.relieve_people", 1min,
         [&house](base::AgencyId agency) -> base::Result<void> {
             auto directory = house.directories.of(agency);
             if (!directory) return base::pass(directory);
             return cases::relieve_people(*house.database, **directory, house.ids, house.random, house.now());
         }},
        {"cases.pass_arbitrations", 1min,
         [&house](base::AgencyId agency) -> base::Result<void> {
             auto directory = house.directories.of(agency);
             if (!directory) return base::pass(directory);
             const auto context = cases::context_for(**directory, house.ids, house.random, house.now());
             auto passed = house.database->write(
                 [&](db::Tx& tx) { return cases::escalate_passed_arbitrations(tx, context, 100); });
             if (!passed) return base::pass(passed);
             return {};
         }},
        {"cases.index_queued", 1s,
         [&house](base::AgencyId agency) { return cases::index_queued(*house.database, agency); }},
        {"cases.fill_index", 5s,
         [&house](base::AgencyId agency) { return cases::fill_index(*house.database, agency); }},
        {"cases.fill_signatures", 5s,
         [&house](base::AgencyId agency) { return cases::fill_signatures(*house.database, agency); }},
        {"outgoing.sweep", 1min,
         [&house](base::AgencyId agency) -> base::Result<void> {
             outgoing::sweep(*house.database, agency, house.now());
             if (house.networks) outgoing::sweep_postings(house.networks->posting(), agency);
             auto directory = house.directories.of(agency);
             if (!directory) return base::pass(directory);
             const auto context = cases::context_for(**directory, house.ids, house.random, house.now());
             house.database->write([&](db::Tx& tx) {
                 referral::sweep(tx, agency, house.now());
                 referral::tell_staff(tx, context);
             });
             return {};
         }},
        {"outgoing.gather_notices", 1min,
         [&house](base::AgencyId agency) { return outgoing::gather_notices(notice_post(house), agency); }},
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
        {"activitypub.sweep", 1h,
         [&house](base::AgencyId agency) -> base::Result<void> {
             channels::activitypub::sweep(house.networks->services(), agency);
             return {};
         }},
        {"telegram.end_dialogs", 1min,
         [&house](base::AgencyId agency) -> base::Result<void> {
             auto directory = house.directories.of(agency);
             if (!directory) return base::pass(directory);
             channels::telegram::end_dialogs(house.networks->services(), **directory);
             return {};
         }},
        {"media.sweep", 6h,
         [&house](base::AgencyId) -> base::Result<void> {
             house.pictures.sweep(house.now());
             return {};
         }},
    };
    if (house.settings.learns_at_night)
        out.push_back(learning::plan_trials(house.learning_services(), house.directories));
    return out;
}

std::vector<jobs::Handler> handlers(House& house) {
    auto all = channels::sp4n_lapor::handlers(lapor_services(house));
    all.push_back(cases::compact_handler(*house.database));
    const cases::Carrying carrying{*house.database, house.directories, house.ids, house.now, house.random};
    all.push_back(cases::carry_handler(carrying));
    all.push_back(cases::reopen_handler(carrying));
    all.push_back(cases::rehearse_handler(*house.database, house.directories, house.ids, house.now));
    all.push_back(
        cases::relocate_handler(*house.database, house.directories, house.ids, house.random, house.now));
    all.push_back(
        outgoing::send_handler({*house.database, house.directories, *house.vault, house.ids, house.now,
                                house.random, house.sender.get(), house.networks->posting()}));
    all.push_back(outgoing::look_handler(house.networks->posting()));
    all.push_back(outgoing::recall_handler(house.networks->posting()));
    all.push_back(publishing::release_handler(
        {*house.database, house.directories, house.ids, house.now, house.networks->channels()}));
    all.push_back(house.networks->picture_handler());
    all.push_back(intake::hand_over_handler(
        {*house.database, *house.vault, house.pictures, house.readers(), house.ids, house.now, house.random},
        house.directories));
    all.push_back(referral::deliver_handler(referral_services(house)));
    all.push_back(referral::poll_handler(referral_services(house)));
    all.push_back(referral::look_handler(referral_services(house)));
    all.push_back(learning::trial_handler(house.learning_services(), house.directories));
    all.push_back(channels::activitypub::accept_handler(house.networks->services()));
    all.push_back(channels::activitypub::spread_handler(house.networks->services()));
    all.push_back(channels::activitypub::deliver_handler(house.networks->services()));
    all.push_back(outgoing::notice_handler(notice_post(house)));
    return all;
}

} // namespace

std::vector<events::Subscriber> subscribers(House& house) {
    return {
        {"cases.share",
         [&house](db::Tx& tx, base::AgencyId agency, const events::Stored& event) -> base::Result<void> {
             auto directory = house.directories.of(tx, agency);
             if (!directory) return base::pass(directory);
             return cases::share_on(tx, cases::context_for(**directory, house.ids, house.random, house.now()),
                                    event);
         },
         [](std::string_view kind) { return kind == "case.assigned" || kind == "case.moved"; }},
        {"cases.arbitrate",
         [&house](db::Tx& tx, base::AgencyId agency, const events::Stored& event) -> base::Result<void> {
             auto directory = house.directories.of(tx, agency);
             if (!directory) return base::pass(directory);
             return cases::arbitrate_on(
                 tx, cases::context_for(**directory, house.ids, house.random, house.now()), event);
         },
         cases::concerns_arbiter},
        {"incidents.carry",
         [&house](db::Tx& tx, base::AgencyId agency, const events::Stored& event) -> base::Result<void> {
             cases::carry_on(tx, house.ids, agency, event, house.now());
             return {};
         },
         [](std::string_view kind) { return kind == "case.resolved"; }},
        {"publishing.tell_of_incidents",
         [&house](db::Tx& tx, base::AgencyId agency, const events::Stored& event) -> base::Result<void> {
             auto directory = house.directories.of(tx, agency);
             if (!directory) return base::pass(directory);
             return publishing::tell_of_incident(
                 tx, {house.ids, **directory, house.networks->channels(), house.now()}, event);
         },
         [](std::string_view kind) { return kind == "case.resolved"; }},
        {"intake.hand_over",
         [&house](db::Tx& tx, base::AgencyId agency, const events::Stored& event) {
             return intake::hand_over_on(tx, house.ids, agency, event, house.now());
         },
         [](std::string_view kind) { return kind == "case.referred"; }},
        {"referral.deliver",
         [&house](db::Tx& tx, base::AgencyId agency, const events::Stored& event) -> base::Result<void> {
             referral::follow(tx, house.ids, agency, event, house.now());
             return {};
         },
         referral::follows},
        {"learning.follow",
         [&house](db::Tx& tx, base::AgencyId agency, const events::Stored& event) -> base::Result<void> {
             auto directory = house.directories.of(tx, agency);
             if (!directory) return base::pass(directory);
             return learning::follow(tx, **directory, event);
         },
         learning::follows},
        {"cases.forget_words",
         [&house](db::Tx& tx, base::AgencyId agency, const events::Stored& event) {
             return cases::forget_on(tx, house.ids, agency, event, house.now());
         },
         [](std::string_view kind) { return kind == "identity.erased"; }},
        outgoing::compose_subscriber({house.directories, *house.vault, house.ids, house.now,
                                      post_for(house.settings), &house.networks->channels()}),
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
