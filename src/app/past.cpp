#include "app/past.h"

#include "agency/note_actions.h"
#include "app/house.h"
#include "app/schedule.h"
#include "cases/case_actions.h"
#include "cases/case_jobs.h"
#include "events/event_actions.h"
#include "events/past_actions.h"
#include "events/sequencer.h"
#include "outgoing/send_actions.h"
#include "people/identity_actions.h"
#include "referral/delivery_actions.h"
#include "staff/sign_in_actions.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace app {
namespace {

constexpr std::int64_t positions_at_once = 10'000;

Reached reached_in(db::Database& database, base::AgencyId agency) {
    return database.read([&](db::Tx& tx) {
        Reached out{.agency = agency, .position = events::last_position(tx, agency)};
        if (auto last = events::at_position(tx, agency, out.position)) {
            out.event = last->id.value;
            out.at = last->at;
        }
        return out;
    });
}

/// Numbers and delivers all there is.
base::Result<void> deliver_all(House& house, base::AgencyId agency,
                               const std::vector<events::Subscriber>& all) {
    events::Sequencer sequencer(*house.database, house.now, "put back");
    while (sequencer.number(agency) > 0) {
    }
    for (const auto& subscriber : all)
        for (;;) {
            auto count = events::deliver(*house.database, agency, subscriber, 100);
            if (!count) return base::pass(count);
            if (*count == 0) break;
        }
    return {};
}

/// Everything that would happen by itself by now, and nothing that leaves the house.
base::Result<void> catch_up(House& house, base::AgencyId agency) {
    const auto all = subscribers(house);
    house.database->write([&](db::Tx& tx) { events::release_sequencer(tx, agency); });
    for (std::int64_t before = -1;;) {
        if (auto done = deliver_all(house, agency, all); !done) return done;
        const auto now_at = reached_in(*house.database, agency).position;
        if (now_at == before) return {};
        before = now_at;
        auto directory = house.directories.of(agency);
        if (!directory) return base::pass(directory);
        cases::cross_deadlines(*house.database, **directory, house.ids, house.now());
        auto closed = cases::close_silent(*house.database, **directory, house.ids, house.random, house.now());
        if (!closed) return closed;
    }
}

} // namespace

std::vector<Behind> behind(db::Database& database, const Remembered& remembered) {
    std::vector<Behind> out;
    for (const auto& reached : remembered.reached()) {
        const auto there = database.read(
            [&](db::Tx& tx) { return events::at_position(tx, reached.agency, reached.position); });
        if (there && there->id.value == reached.event) continue;
        const auto last = reached_in(database, reached.agency);
        out.push_back({.reached = reached, .ends_at = last.position, .last_at = last.at});
    }
    return out;
}

std::string told(const std::vector<Behind>& all) {
    std::string out;
    for (const auto& each : all) {
        const auto end = each.ends_at == 0 ? std::string("is empty")
                                           : fmt::format("ends at position {} of {}", each.ends_at,
                                                         base::to_iso(each.last_at));
        const auto reached = fmt::format("this installation had reached {} on {}", each.reached.position,
                                         base::to_iso(each.reached.at));
        out +=
            each.ends_at < each.reached.position
                ? fmt::format("agency {}: the database {}, {}: {} events are missing\n",
                              each.reached.agency.value, end, reached, each.reached.position - each.ends_at)
                : fmt::format("agency {}: the database {}, {}, and its history is another one\n",
                              each.reached.agency.value, end, reached);
    }
    return out;
}

Follower::Follower(db::Database& database, Remembered remembered)
    : database_(database), remembered_(std::move(remembered)) {
    for (const auto& each : remembered_.reached())
        reached_[each.agency] = each;
}

void Follower::note_gone(base::AgencyId agency, std::int64_t after, std::int64_t until) const {
    std::vector<Gone> gone;
    while (after < until) {
        const auto to = std::min(until, after + positions_at_once);
        auto subjects = [&](std::string_view kind) {
            return database_.read(
                [&](db::Tx& tx) { return events::subjects_between(tx, agency, after, to, kind); });
        };
        for (const auto id : subjects("identity.erased"))
            gone.push_back({Gone::What::identity, agency, id});
        for (const auto id : subjects("case.redacted"))
            gone.push_back({Gone::What::words_of_case, agency, id});
        after = to;
    }
    remembered_.add_gone(gone);
}

void Follower::follow(base::AgencyId agency, std::int64_t position) {
    try {
        const auto found = reached_.find(agency);
        const std::int64_t after = found == reached_.end() ? 0 : found->second.position;
        if (position <= after) return;
        const auto event =
            database_.read([&](db::Tx& tx) { return events::at_position(tx, agency, position); });
        if (!event) return;
        note_gone(agency, after, position);
        reached_[agency] = {agency, position, event->id.value, event->at};
        std::vector<Reached> all;
        for (const auto& [id, each] : reached_)
            all.push_back(each);
        remembered_.set_reached(all);
    } catch (const std::exception& error) {
        spdlog::warn("how far events have come is not written down: {}", error.what());
    }
}

base::Result<PutBack> erase_again(House& house) {
    PutBack out;
    for (const auto& gone : Remembered(house.settings.data).gone()) {
        if (gone.what == Gone::What::words_of_case) {
            auto code = house.database->read([&](db::Tx& tx) -> std::optional<std::string> {
                auto c = cases::case_of_id(tx, gone.agency, cases::CaseId{gone.id});
                if (!c || events::last_of(tx, gone.agency, "case", gone.id, "case.redacted"))
                    return std::nullopt;
                return c->code;
            });
            if (code) out.to_redact.push_back(*code);
            continue;
        }
        auto done = house.database->write([&](db::Tx& tx) -> base::Result<bool> {
            auto erased = people::erase_identity(tx, *house.vault, house.ids, gone.agency,
                                                 people::IdentityId{gone.id}, {}, house.now());
            // Erased there too, or not yet known.
            if (!erased && erased.error().kind != base::Kind::conflict &&
                erased.error().kind != base::Kind::not_found)
                return base::pass(erased);
            return erased.has_value();
        });
        if (!done) return base::pass(done);
        out.erased += *done ? 1 : 0;
    }
    return out;
}

base::Result<PutBack> accept_older(House& house) {
    const Remembered remembered(house.settings.data);
    const auto older = behind(*house.database, remembered);
    auto out = erase_again(house);
    if (!out) return out;
    const auto agencies = house.directories.agencies();
    for (const auto agency : agencies) {
        if (auto done = catch_up(house, agency); !done) return base::pass(done);
        const auto found = std::ranges::find(older, agency, [](const Behind& b) { return b.reached.agency; });
        const auto now = house.now();
        out->held += house.database->write([&](db::Tx& tx) {
            const auto held = outgoing::hold_all(tx, agency, now) + referral::hold_all(tx, agency, now);
            staff::end_all_sessions(tx, agency);
            if (found != older.end())
                agency::note(tx, {.ids = house.ids, .now = now}, agency,
                             {.kind = "database.put_back",
                              .data = {{"ends_at", found->ends_at},
                                       {"reached", found->reached.position},
                                       {"held", held}}});
            return held;
        });
        if (auto done = deliver_all(house, agency, subscribers(house)); !done) return base::pass(done);
    }
    std::vector<Reached> all;
    for (const auto agency : agencies)
        all.push_back(reached_in(*house.database, agency));
    remembered.set_reached(all);
    return out;
}

} // namespace app
