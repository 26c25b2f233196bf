// For tests of hand-overs: agencies outside, cases referred to them, the feed turned by hand, jobs run when
// asked. Requests go to the GeoReport server of ours (tests/fakes/open311.ts).
#pragma once
#include "agency/outside_actions.h"
#include "deadlines/deadline_actions.h"
#include "fakes/node_server.h"
#include "outgoing_world.h"
#include "referral/delivery_actions.h"
#include "referral/delivery_jobs.h"
#include "referral/delivery_store.h"
#include "referral/outside.h"

namespace referral::testing {

using agency::OutsideAgency;
using agency::OutsideWay;

/// Carries to the servers of the tests, and loses what it is told to lose.
class Loopback : public network::Carrier {
public:
    network::Answer exchange(const network::Request& request) override {
        if (request.method == "POST") ++asked;
        auto answer = tests::carry(request);
        if (loses_answer && request.method == "POST") answer.response.reset();
        return answer;
    }
    int asked = 0; ///< requests that file something
    bool loses_answer = false;
};

class Deliveries : public outgoing::testing::WithWorld {
protected:
    OutsideAgency outside(OutsideWay way, std::string address, std::string service = "jalan") {
        OutsideAgency out{.id = w().staff.ids.next<agency::OutsideId>(),
                          .name = "Dinas SDA",
                          .way = way,
                          .address = std::move(address),
                          .jurisdiction = "contoh.go.id",
                          .service_code = std::move(service)};
        out.key_sealed = w().vault->seal(w().staff.agency, key_place(out.id), "K1");
        auto checked = referral::checked(out).value();
        database()
            .write([&](db::Tx& tx) {
                return agency::add_outside(tx, {.ids = w().staff.ids, .now = w().staff.now}, w().staff.agency,
                                           checked);
            })
            .value();
        return checked;
    }
    cases::Case referred(const OutsideAgency& to) {
        auto c = w().act(w().report(), w().verified());
        return w().act(c, cases::Refer{.agency = to.name, .text = "Pipa bocor di Tebet", .outside = to.id});
    }
    /// Numbers what was committed; twice, since a feed may deliver again.
    void turn() {
        events::Sequencer(database(), [this] { return w().staff.now; }, "here").number(w().staff.agency);
        for (int again = 0; again < 2; ++again)
            database().write([&](db::Tx& tx) {
                for (const auto& event : events::after(tx, w().staff.agency, 0, 1000))
                    follow(tx, w().staff.ids, w().staff.agency, event, w().staff.now);
            });
    }
    Services services(outgoing::Sender* sender) {
        return {.database = database(),
                .directories = w().staff.directories,
                .vault = *w().vault,
                .ids = w().staff.ids,
                .now = [this] { return w().staff.now; },
                .random = w().random,
                .carrier = carrier_,
                .sender = sender,
                .post = w().post};
    }
    Delivery delivery(const cases::Case& c) {
        return database().read([&](db::Tx& tx) { return progress_of(tx, c.agency, c.id); }).value().delivery;
    }
    void run(std::string_view kind, const Delivery& d, outgoing::Sender* sender = nullptr) {
        const auto handler = kind == deliver_kind ? deliver_handler(services(sender))
                             : kind == poll_kind  ? poll_handler(services(sender))
                                                  : look_handler(services(sender));
        ASSERT_TRUE(handler.run({.agency = w().staff.agency,
                                 .id = {},
                                 .kind = std::string(kind),
                                 .data = R"({"id":")" + base::to_string(d.id) + R"("})"}));
    }
    cases::Case now(const cases::Case& c) {
        return database().read([&](db::Tx& tx) { return cases::case_of_id(tx, c.agency, c.id); }).value();
    }
    int count(const cases::Case& c, std::string_view kind) {
        const auto all =
            database().read([&](db::Tx& tx) { return events::timeline(tx, c.agency, "case", c.id.value); });
        return static_cast<int>(std::ranges::count(all, kind, &events::Stored::kind));
    }
    base::Result<Opened> opened(const cases::Case& c, std::string_view secret) {
        return database().read(
            [&](db::Tx& tx) { return open(tx, *w().directory, *w().vault, c.code, secret); });
    }
    std::string secret(const cases::Case& c) {
        return secret_of(*w().vault, w().staff.agency, delivery(c).id);
    }
    base::Time due(const cases::Case& c) {
        const auto all = database().read(
            [&](db::Tx& tx) { return deadlines::deadlines_of(tx, c.agency, {"case", c.id.value}); });
        const auto found = std::ranges::find(all, "resolve", &deadlines::Deadline::name);
        return found != all.end() && found->is_running() ? found->due_at : base::Time{};
    }

    Loopback carrier_;
    outgoing::testing::ScriptedSender mails_;
};

} // namespace referral::testing
