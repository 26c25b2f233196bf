#include "agency/rule_set_actions.h"
#include "cases/case_actions.h"
#include "cases/rehearsal_jobs.h"
#include "jobs/job_actions.h"
#include "staff_world.h"
#include "world.h"

namespace cases {
namespace {

class Rehearsals : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        world_ = std::make_unique<staff::testing::World>(database());
        database()
            .write([&](db::Tx& tx) -> base::Result<void> {
                const agency::Change change{.ids = w().ids, .now = w().now};
                for (const char* code : {"jalan", "lampu"})
                    if (auto put = agency::put_topic(tx, change, w().agency,
                                                     {.code = code, .name_id = code, .name_en = ""});
                        !put)
                        return put;
                return agency::put_rules(tx, change, w().agency, {rule("jalan", w().south)}, "added");
            })
            .value();
        w().directories.changed();
        directory_ = *w().directories.of(w().agency);
    }
    staff::testing::World& w() { return *world_; }
    agency::RoutingRule rule(std::optional<std::string> topic, agency::OfficeId office,
                             agency::RuleConditions more = {}, std::int64_t id = 0) {
        return {agency::RoutingRuleId{id}, 0, std::move(topic), {}, office, std::move(more)};
    }
    void open(const std::string& topic, std::string text, base::Time at, int count = 1) {
        const auto context = context_for(*directory_, w().ids, random_, w().now);
        database()
            .write([&](db::Tx& tx) -> base::Result<void> {
                for (int i = 0; i < count; ++i) {
                    NewCase wanted;
                    wanted.topic = topic;
                    wanted.account = agency::AccountId{61};
                    wanted.secret_hash = "hash";
                    wanted.proposed_text = text;
                    wanted.received_at = at;
                    if (auto opened = open_case(tx, context, wanted); !opened) return base::pass(opened);
                }
                return {};
            })
            .value();
    }
    /// So many more of the one case there is, a moment behind each other.
    void repeat(int count) {
        database().write([&](db::Tx& tx) {
            tx.script(
                "insert into cases (agency, id, code, version, kind, topic, urgency, state, office, area, "
                "identity_mode, visibility, consent, account, secret_hash, title, proposed_text, returns, "
                "contests, level, received_at, changed_at, standing) with recursive n(i) as (select 1 union "
                "all select i + 1 from n where i < " +
                std::to_string(count) +
                ") select c.agency, c.id + n.i, c.code || n.i, c.version, c.kind, c.topic, c.urgency, "
                "c.state, c.office, c.area, c.identity_mode, c.visibility, c.consent, c.account, "
                "c.secret_hash, c.title, c.proposed_text, c.returns, c.contests, c.level, c.received_at + "
                "n.i, c.changed_at, c.standing from cases c cross join n where c.agency = " +
                base::to_string(w().agency));
        });
    }
    RehearsalId ask(std::vector<agency::RoutingRule> then) {
        return database().write([&](db::Tx& tx) {
            return ask_rehearsal(tx, w().ids, *directory_, agency::numbered(std::move(then)), 7, w().now);
        });
    }
    Rehearsal read(RehearsalId id) {
        auto found = database().read([&](db::Tx& tx) { return rehearsal_of(tx, w().agency, id); });
        EXPECT_TRUE(found) << found.error().code << " " << found.error().field << " " << found.error().detail;
        return found ? *found : Rehearsal{};
    }

    std::unique_ptr<staff::testing::World> world_;
    agency::DirectoryPtr directory_;
    base::Random random_ = staff::testing::random_bytes;
};
DB_TEST_ON_EACH_ENGINE(Rehearsals);

TEST_P(Rehearsals, count_what_other_rules_would_do_with_the_last_days) {
    open("jalan", "jalan berlubang", w().now - std::chrono::days(2));
    open("jalan", "jembatan ambrol di sini", w().now - std::chrono::days(3), 2);
    open("lampu", "lampu mati", w().now - std::chrono::days(4));
    open("jalan", "jembatan ambrol dahulu", w().now - std::chrono::days(91));
    const auto id = ask({rule({}, w().west, {.words = {"jembatan ambrol"}}, 1),
                         rule("jalan", w().south, {}, 2), rule("lampu", w().root, {}, 3)});
    EXPECT_EQ(read(id).n_total, 4);
    EXPECT_EQ(read(id).state, RehearsalState::running);
    const auto walked = walk_rehearsal(database(), *directory_, id, 5);
    ASSERT_TRUE(walked) << walked.error().code << " " << walked.error().field << walked.error().detail;
    EXPECT_TRUE(*walked);
    const Rehearsal over = read(id);
    EXPECT_EQ(over.state, RehearsalState::done);
    EXPECT_EQ(over.n_read, 4);
    ASSERT_EQ(over.outcome.shifts.size(), 2U);
    EXPECT_EQ(over.outcome.shifts[0].from, w().south);
    EXPECT_EQ(over.outcome.shifts[0].to, w().west);
    EXPECT_EQ(over.outcome.shifts[0].n, 2);
    EXPECT_EQ(over.outcome.shifts[0].samples.size(), 2U);
    EXPECT_EQ(over.outcome.shifts[1].from, std::nullopt) << "the lamp waited for the coordinator";
    EXPECT_EQ(over.outcome.shifts[1].to, w().root);
    EXPECT_EQ(over.outcome.fires, (std::vector<Fires>{{agency::RoutingRuleId{1}, 2},
                                                      {agency::RoutingRuleId{2}, 1},
                                                      {agency::RoutingRuleId{3}, 1}}));
    EXPECT_EQ(over.outcome.unplaced_now, 1);
    EXPECT_EQ(over.outcome.unplaced_then, 0);
}

TEST_P(Rehearsals, go_on_where_they_stopped_and_count_each_case_once) {
    open("jalan", "jalan berlubang", w().now - std::chrono::days(1));
    repeat(2 * rehearsal_stretch + 9);
    const auto id = ask({rule("jalan", w().west, {}, 1)});
    EXPECT_FALSE(walk_rehearsal(database(), *directory_, id, 1).value());
    EXPECT_EQ(read(id).n_read, rehearsal_stretch);
    const auto handler = rehearse_handler(database(), w().directories, w().ids, [this] { return w().now; });
    EXPECT_TRUE(handler.run({.agency = w().agency, .id = {}, .name = base::to_string(id)}));
    EXPECT_TRUE(handler.run({.agency = w().agency, .id = {}, .name = base::to_string(id)}));
    EXPECT_EQ(read(id).state, RehearsalState::done);
    EXPECT_EQ(read(id).outcome.moved(), 2 * rehearsal_stretch + 10);
    EXPECT_EQ(read(id).outcome.shifts[0].samples.size(), 5U);
}

TEST_P(Rehearsals, that_nobody_asked_for_are_not_found) {
    auto missing = database().read([&](db::Tx& tx) { return rehearsal_of(tx, w().agency, RehearsalId{1}); });
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, "rehearsal.not_found");
}

} // namespace
} // namespace cases
