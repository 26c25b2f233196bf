#include "agency/rule_set_actions.h"
#include "cases/relocation_jobs.h"
#include "cases/testing.h"
#include "deadlines/deadline_actions.h"
#include "events/event_actions.h"
#include "staff_world.h"
#include "world.h"

namespace cases {
namespace {

class Relocations : public db::testing::OnEachEngine {
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
                return agency::put_rules(tx, change, w().agency,
                                         {{{}, 0, "jalan", {}, w().west}, {{}, 0, "lampu", {}, w().south}},
                                         "added");
            })
            .value();
        w().directories.changed();
        directory_ = *w().directories.of(w().agency);
    }
    staff::testing::World& w() { return *world_; }
    Context context() { return context_for(*directory_, w().ids, random_, w().now); }
    Case at_south(const std::string& topic, Kind kind = Kind::complaint) {
        return database()
            .write([&](db::Tx& tx) {
                NewCase wanted;
                wanted.kind = kind;
                wanted.topic = topic;
                wanted.account = agency::AccountId{61};
                wanted.secret_hash = "hash";
                wanted.received_at = w().now;
                wanted.route = Route{w().south, {}, Why::rule};
                return open_case(tx, context(), wanted);
            })
            .value();
    }
    Case now(const Case& c) {
        return *database().read([&](db::Tx& tx) { return case_of_id(tx, c.agency, c.id); });
    }
    auto due(const Case& c) {
        return database().read([&](db::Tx& tx) {
            std::vector<std::pair<std::string, base::Time>> out;
            for (const auto& each : deadlines::deadlines_of(tx, c.agency, {"case", c.id.value}))
                out.emplace_back(each.name, each.due_at);
            return out;
        });
    }
    std::int64_t moves(const Case& c) {
        return std::ranges::count(
            database().read([&](db::Tx& tx) { return events::timeline(tx, c.agency, "case", c.id.value); }),
            "case.moved", &events::Stored::kind);
    }
    RelocationId ask(Move move) {
        return database()
            .write([&](db::Tx& tx) { return ask_relocation(tx, w().ids, *directory_, move, 7, w().now); })
            .value();
    }
    Relocation read(RelocationId id) {
        return database().read([&](db::Tx& tx) { return relocation_of(tx, w().agency, id); }).value();
    }
    void walk(RelocationId id) {
        const auto handler =
            relocate_handler(database(), w().directories, w().ids, random_, [this] { return w().now; });
        ASSERT_TRUE(handler.run({.agency = w().agency, .id = {}, .name = base::to_string(id)}));
    }

    std::unique_ptr<staff::testing::World> world_;
    agency::DirectoryPtr directory_;
    base::Random random_ = staff::testing::random_bytes;
};
DB_TEST_ON_EACH_ENGINE(Relocations);

TEST_P(Relocations, move_what_the_preview_said_and_nothing_else) {
    const Case road = at_south("jalan"), lamp = at_south("lampu"),
               sealed = at_south("jalan", Kind::whistleblowing);
    const auto before = due(road);
    const Move move{.from = w().south, .to = w().west, .reason = MoveReason::merged};
    const auto outlook =
        database().read([&](db::Tx& tx) { return look_ahead(tx, *directory_, move); }).value();
    EXPECT_EQ(outlook.open, 3);
    EXPECT_EQ(outlook.read, 3);
    EXPECT_EQ(outlook.stay, 1);
    EXPECT_EQ(outlook.to, (std::vector<std::pair<OfficeId, std::int64_t>>{{w().west, 2}}));

    const auto id = ask(move);
    w().now += std::chrono::hours(30);
    walk(id);
    EXPECT_EQ(now(road).office, w().west);
    EXPECT_EQ(now(road).state, State::received);
    EXPECT_EQ(due(road), before);
    EXPECT_EQ(now(lamp).office, w().west);
    EXPECT_EQ(now(sealed).office, w().south) << "a person decides who reads it";
    EXPECT_EQ(read(id).state, RelocationState::done);
    EXPECT_EQ(read(id).n_moved, 2);
    EXPECT_EQ(read(id).n_left, 1);
}

TEST_P(Relocations, follow_the_rules_when_an_office_is_split) {
    const Case road = at_south("jalan"), lamp = at_south("lampu");
    walk(ask({.from = w().south, .reason = MoveReason::split}));
    EXPECT_EQ(now(road).office, w().west);
    EXPECT_EQ(now(lamp).office, w().south) << "the rules leave it there";
    EXPECT_EQ(moves(lamp), 0);
}

TEST_P(Relocations, take_only_the_topic_that_was_named) {
    const Case road = at_south("jalan"), lamp = at_south("lampu");
    walk(ask({.from = w().south, .to = w().west, .topic = "lampu", .reason = MoveReason::split}));
    EXPECT_EQ(now(road).office, w().south);
    EXPECT_EQ(now(lamp).office, w().west);
}

TEST_P(Relocations, go_on_where_they_stopped_and_move_each_case_once) {
    std::vector<Case> all;
    for (int i = 0; i < relocated_at_once + 5; ++i)
        all.push_back(at_south("jalan"));
    const auto id = ask({.from = w().south, .to = w().west, .reason = MoveReason::merged});
    EXPECT_FALSE(database().write([&](db::Tx& tx) { return walk_relocation(tx, context(), id); }).value());
    EXPECT_EQ(read(id).n_moved, relocated_at_once);
    walk(id);
    walk(id);
    EXPECT_EQ(read(id).n_moved, relocated_at_once + 5);
    for (const Case& c : all)
        EXPECT_EQ(moves(c), 1);
}

TEST_P(Relocations, are_refused_to_where_nothing_may_go) {
    auto refused = [&](Move move) {
        return database()
            .write([&](db::Tx& tx) { return ask_relocation(tx, w().ids, *directory_, move, 7, w().now); })
            .error();
    };
    EXPECT_EQ(refused({.from = OfficeId{1}, .to = w().west}).code, "office.unknown");
    EXPECT_EQ(refused({.from = w().south, .to = w().south}).field, "to");
    EXPECT_EQ(refused({.from = w().south, .to = OfficeId{1}}).field, "to");
}

} // namespace
} // namespace cases
