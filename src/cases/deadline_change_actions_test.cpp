#include "agency/directory_actions.h"
#include "cases/deadline_change_actions.h"
#include "cases/testing.h"
#include "deadlines/deadline_actions.h"
#include "deadlines/own_profile_actions.h"
#include "events/event_actions.h"
#include "staff_world.h"
#include "world.h"

namespace cases {
namespace {

/// The agency promises seven working days where the country says fourteen, and four office hours beside it.
constexpr std::string_view promise =
    R"({"id":"kota","version":"1","effective_from":"2020-01-01","inherits":"sp4n-lapor",
    "deadlines":[{"name":"resolve","amount":7,"by_class":[],"extension":5,"source":"Perwali 1/2020"}]})";
constexpr std::string_view faster =
    R"({"id":"kota","version":"2","effective_from":"2026-11-18","inherits":"sp4n-lapor",
    "deadlines":[{"name":"resolve","amount":4,"by_class":[],"extension":5,"source":"Perwali 9/2026"}]})";
constexpr std::string_view beside =
    R"({"id":"janji-trotoar","version":"1","effective_from":"2020-01-01","topics":["trotoar"],
    "name_id":"Jawaban pertama","name_en":"First answer","deadlines":[{"name":"first_answer",
    "name_id":"Jawaban pertama","name_en":"First answer","mode":"office_hours","amount":4,"starts_on":"received",
    "met_by":["verified"],"source":"Standar pelayanan"}]})";

class DeadlineChanges : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        world_ = std::make_unique<staff::testing::World>(database());
        w().now = testing::at("2026-11-16T09:00"); // a Monday
        change([&](db::Tx& tx, const agency::Change& by) -> base::Result<void> {
            if (auto put = deadlines::put_own_profile(tx, by, w().agency, promise); !put)
                return base::pass(put);
            auto agency = agency::read_directory(tx, w().agency)->agency();
            agency.profile = "kota";
            if (auto done = agency::change_agency(tx, by, agency); !done) return done;
            return agency::put_topic(tx, by, w().agency,
                                     {.code = "trotoar", .name_id = "Trotoar", .name_en = "Pavement"});
        });
    }
    staff::testing::World& w() { return *world_; }
    void change(auto&& act) {
        auto done = database().write(
            [&](db::Tx& tx) -> base::Result<void> { return act(tx, agency::Change{w().ids, w().now}); });
        ASSERT_TRUE(done) << done.error().code << done.error().field << done.error().detail;
    }
    void put(std::string_view profile) {
        change([&](db::Tx& tx, const agency::Change& by) -> base::Result<void> {
            auto done = deadlines::put_own_profile(tx, by, w().agency, profile);
            return done ? base::Result<void>{} : base::pass(done);
        });
    }
    /// With the directory as it is now.
    auto with_context(auto&& unit) {
        return database().write([&](db::Tx& tx) {
            const auto directory = agency::read_directory(tx, w().agency).value();
            return unit(tx, context_for(directory, w().ids, random_, w().now));
        });
    }
    Case open(std::optional<std::string> topic = {}) {
        return with_context([&](db::Tx& tx, const Context& context) {
                   NewCase wanted;
                   wanted.topic = topic;
                   wanted.account = agency::AccountId{61};
                   wanted.secret_hash = "hash";
                   wanted.proposed_text = "Ubin pecah";
                   wanted.received_at = w().now;
                   return open_case(tx, context, wanted);
               })
            .value();
    }
    void verified_as(const Case& c, const std::string& topic) {
        const Actor actor = testing::staff_with({staff::Role::coordinator, staff::Role::operator_});
        with_context([&](db::Tx& tx, const Context& context) {
            return act(
                tx, context, c, actor,
                Verify{.kind = c.kind, .topic = topic, .area = {}, .no_place = true, .public_text = "Ubin"});
        }).value();
    }
    std::string changed(const Case& c, DeadlineChange how, std::string_view reason,
                        staff::Role role = staff::Role::coordinator, std::string_view name = "resolve") {
        auto done = with_context([&](db::Tx& tx, const Context& context) {
            return change_deadline(tx, context, c, testing::staff_as(role), how, name, reason);
        });
        return done ? base::to_iso(done->due_at, base::Zone::wib) : done.error().code;
    }
    std::map<std::string, deadlines::Deadline> running(const Case& c) {
        std::map<std::string, deadlines::Deadline> out;
        for (auto& each : database().read(
                 [&](db::Tx& tx) { return deadlines::deadlines_of(tx, c.agency, {"case", c.id.value}); }))
            out.emplace(each.name, each);
        return out;
    }
    events::Stored last(const Case& c) {
        return database().read(
            [&](db::Tx& tx) { return events::timeline(tx, c.agency, "case", c.id.value).back(); });
    }

    std::unique_ptr<staff::testing::World> world_;
    base::Random random_ = staff::testing::random_bytes;
};
DB_TEST_ON_EACH_ENGINE(DeadlineChanges);

TEST_P(DeadlineChanges, a_coordinator_extends_once_with_a_reason) {
    const auto c = open();
    EXPECT_EQ(running(c).at("resolve").due_at, testing::at("2026-11-25T23:59:59.999"));
    EXPECT_EQ(running(c).at("verify").due_at, testing::at("2026-11-19T23:59:59.999"));
    EXPECT_EQ(changed(c, DeadlineChange::extend, "Menunggu ubin", staff::Role::operator_),
              "office.not_yours");
    EXPECT_EQ(changed(c, DeadlineChange::extend, "  "), "case.needs_reason");
    EXPECT_EQ(changed(c, DeadlineChange::extend, "Menunggu ubin", staff::Role::head, "verify"),
              "deadline.not_extendable");
    EXPECT_EQ(changed(c, DeadlineChange::extend, "Menunggu ubin"), "2026-12-02T23:59:59.999+07:00");
    const auto event = last(c);
    EXPECT_EQ(event.kind, "deadline.extended");
    EXPECT_FALSE(event.is_public);
    EXPECT_NE(event.data.find("Menunggu ubin"), std::string::npos);
    EXPECT_EQ(changed(c, DeadlineChange::extend, "Sekali lagi"), "deadline.extended_already");
}

TEST_P(DeadlineChanges, a_new_version_moves_nothing_until_somebody_says_so) {
    const auto c = open();
    EXPECT_EQ(changed(c, DeadlineChange::move, "Salah hitung"), "deadline.unmoved");
    put(faster);
    w().now = testing::at("2026-11-18T09:00");
    EXPECT_EQ(running(c).at("resolve").due_at, testing::at("2026-11-25T23:59:59.999"));
    EXPECT_EQ(changed(c, DeadlineChange::move, "Aturan baru berlaku juga di sini"),
              "2026-11-20T23:59:59.999+07:00");
    EXPECT_EQ(running(c).at("resolve").profile_version, "2+1");
    EXPECT_EQ(running(c).at("verify").profile_version, "1+1") << "the others stay";
    EXPECT_EQ(last(c).kind, "deadline.moved");
    const auto later = open();
    EXPECT_EQ(running(later).at("resolve").due_at, testing::at("2026-11-24T23:59:59.999"));
}

TEST_P(DeadlineChanges, a_promise_runs_beside_the_deadlines_of_the_case) {
    put(beside);
    const auto c = open("trotoar"), other = open();
    EXPECT_EQ(running(c).at("janji-trotoar/first_answer").due_at, testing::at("2026-11-16T13:00"));
    EXPECT_EQ(running(c).at("resolve").profile, "kota");
    EXPECT_FALSE(running(other).contains("janji-trotoar/first_answer"));
    w().now = testing::at("2026-11-16T10:00");
    verified_as(c, "trotoar");
    EXPECT_EQ(running(c).at("janji-trotoar/first_answer").met_at, w().now);
    EXPECT_EQ(running(c).size(), 3U);
}

TEST_P(DeadlineChanges, a_promise_that_fits_only_later_counts_from_the_receipt) {
    auto later = std::string(beside);
    later.replace(later.find(R"(["verified"])"), 12, R"(["resolved"])");
    put(later);
    const auto c = open();
    w().now = testing::at("2026-11-16T10:00");
    verified_as(c, "trotoar");
    const auto there = running(c);
    ASSERT_TRUE(there.contains("janji-trotoar/first_answer"));
    EXPECT_EQ(there.at("janji-trotoar/first_answer").started_at, testing::at("2026-11-16T09:00"));
    EXPECT_EQ(there.at("janji-trotoar/first_answer").due_at, testing::at("2026-11-16T13:00"));
}

TEST_P(DeadlineChanges, versions_are_put_once_and_withdrawn_only_before_they_hold) {
    auto withdrawn = [&](const char* id, const char* version) {
        auto done = database().write([&](db::Tx& tx) {
            return deadlines::withdraw_own_profile(tx, {w().ids, w().now}, w().agency, id, version);
        });
        return done ? std::string("done") : done.error().code;
    };
    auto again = [&](std::string_view data) {
        auto done = database().write(
            [&](db::Tx& tx) { return deadlines::put_own_profile(tx, {w().ids, w().now}, w().agency, data); });
        return done ? std::string(*done ? "new" : "same") : done.error().code;
    };
    EXPECT_EQ(again(promise), "same");
    std::string other(promise);
    other.replace(other.find(":7"), 2, ":8");
    EXPECT_EQ(again(other), "profile.taken");
    EXPECT_EQ(again(faster), "new");
    EXPECT_EQ(withdrawn("kota", "1"), "profile.in_force");
    EXPECT_EQ(withdrawn("kota", "3"), "profile.unknown");
    EXPECT_EQ(withdrawn("kota", "2"), "done");
    EXPECT_EQ(again(faster), "new");
}

} // namespace
} // namespace cases
