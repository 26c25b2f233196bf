// For tests: an agency with a topic whose cases are joined, merged and solved together.
#pragma once
#include "cases/case_store.h"
#include "cases/incident_actions.h"
#include "cases/incident_jobs.h"
#include "cases/testing.h"
#include "events/event_actions.h"
#include "staff_world.h"
#include "world.h"

#include <algorithm>

namespace cases::testing {

inline const std::string pavement = "Ubin trotoar pecah dan bergelombang di depan toko roti dekat halte";

class IncidentWorld : public db::testing::OnEachEngine {
protected:
    template <class F> auto write(F&& unit) { return database().write(std::forward<F>(unit)); }
    template <class F> auto read(F&& unit) { return database().read(std::forward<F>(unit)); }
    void SetUp() override {
        world_ = std::make_unique<staff::testing::World>(database());
        write([&](db::Tx& tx) {
            return agency::put_topic(tx, {.ids = w().ids, .now = w().now}, w().agency,
                                     {.code = "trotoar",
                                      .name_id = "Trotoar rusak",
                                      .name_en = "Broken pavement",
                                      .proof = proof::ProofKind::answer});
        }).value();
        w().directories.changed();
        directory_ = *w().directories.of(w().agency);
    }
    staff::testing::World& w() { return *world_; }
    Context context() { return context_for(*directory_, w().ids, random_, w().now); }

    Case open(const std::string& text = pavement, const std::string& place = "Jalan Mangga gang 3",
              double urgency = 0, Visibility visibility = Visibility::public_) {
        return write([&](db::Tx& tx) {
                   NewCase wanted;
                   wanted.topic = "trotoar";
                   wanted.urgency = urgency;
                   wanted.visibility = visibility;
                   wanted.area = "31.74.01.1002";
                   wanted.place_name = place;
                   wanted.account = agency::AccountId{61};
                   wanted.route = Route{.office = w().south, .rule = {}};
                   wanted.secret_hash = "hash";
                   wanted.proposed_text = text;
                   wanted.received_at = w().now;
                   return open_case(tx, context(), wanted);
               })
            .value();
    }
    Actor everyone() {
        return {.party = Party::staff,
                .staff = StaffId{5},
                .roles = {staff::Role::coordinator, staff::Role::operator_}};
    }
    base::Result<Case> tried(const Case& c, const Command& command, const Actor& actor) {
        return write([&](db::Tx& tx) { return act(tx, context(), c, actor, command); });
    }
    Case done(const Case& c, const Command& command) { return tried(c, command, everyone()).value(); }
    Case now(const Case& c) {
        return *read([&](db::Tx& tx) { return case_of_id(tx, c.agency, c.id); });
    }
    std::optional<Incident> incident(const Case& c) {
        return read([&](db::Tx& tx) { return incident_of(tx, c.agency, c.id); });
    }
    int count(const Case& c, std::string_view kind) {
        const auto all = read([&](db::Tx& tx) { return events::timeline(tx, c.agency, "case", c.id.value); });
        return static_cast<int>(std::ranges::count(all, kind, &events::Stored::kind));
    }
    Case verified(const Case& c) {
        return done(c, Verify{.kind = c.kind,
                              .topic = "trotoar",
                              .area = c.area,
                              .no_place = {},
                              .public_text = c.proposed_text});
    }
    Case assigned(const Case& c) { return done(verified(c), Assign{.office = w().south, .person = {}}); }
    /// Hands every event to the subscriber, and runs each job that it queued, `times` each.
    void carry(const Case& c, int times = 1) {
        const auto handler =
            carry_handler({database(), w().directories, w().ids, [this] { return w().now; }, random_});
        for (const auto& event :
             read([&](db::Tx& tx) { return events::timeline(tx, c.agency, "case", c.id.value); }))
            write([&](db::Tx& tx) { carry_on(tx, w().ids, c.agency, event, w().now); });
        for (int i = 0; i < times; ++i)
            handler.run({.agency = c.agency, .id = {}, .kind = handler.kind, .name = base::to_string(c.id)})
                .value();
    }

    std::unique_ptr<staff::testing::World> world_;
    base::Random random_ = staff::testing::random_bytes;
    agency::DirectoryPtr directory_;
};

} // namespace cases::testing
