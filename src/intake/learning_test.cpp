#include "agency/agency_actions.h"
#include "events/event_actions.h"
#include "intake/accept_actions.h"
#include "intake_world.h"
#include "jobs/runner.h"
#include "learning/trial_jobs.h"

#include <fmt/format.h>

namespace intake {
namespace {

/// An agency whose people decided three hundred cases in words that its topics do not name.
class Learning : public testing::WithServices {
protected:
    static constexpr std::array<std::string_view, 3> matters{"aspal jelek sekali", "truk kuning tidak datang",
                                                             "keran di rumah kering"};
    static constexpr std::array<std::string_view, 3> topics{"bidang-1", "bidang-2", "bidang-3"};

    void fill() override {
        w().database
            .write([&](db::Tx& tx) -> base::Result<void> {
                agency::Change change{.ids = w().ids, .now = w().now};
                for (auto code : topics)
                    if (auto put = agency::put_topic(tx, change, w().agency,
                                                     {.code = std::string(code),
                                                      .name_id = std::string(code),
                                                      .name_en = std::string(code),
                                                      .proof = agency::ProofKind::photo,
                                                      .profile = {},
                                                      .words = {"zzz"}});
                        !put)
                        return put;
                auto account = agency::add_account(
                    tx, change, w().agency, {.id = {}, .office = w().root, .network = "x", .name = "@posko"});
                if (!account) return base::pass(account);
                account_ = account->id;
                return {};
            })
            .value();
        w().directories.changed();
        directory_ = *w().directories.of(w().agency);
    }
    void decide(int count) {
        std::vector<base::Result<Wanted>> batch;
        w().now += std::chrono::hours(count);
        const int first = decided_;
        for (int i = first; i < first + count; ++i) {
            Wanted wanted;
            wanted.door = Door::network;
            wanted.item.network_id = fmt::format("n-{}", i);
            wanted.item.author.network_id = fmt::format("warga-{}", i);
            wanted.item.text =
                fmt::format("{} nomor {}, mohon dicek", matters[static_cast<std::size_t>(i % 3)], i);
            wanted.item.created_at = w().now - std::chrono::hours(first + count - i);
            ++decided_;
            wanted.decided = Decided{
                .kind = kinds_differ_ && i % 3 == 2 ? triage::Kind::aspiration : triage::Kind::complaint,
                .topic = std::string(topics[static_cast<std::size_t>(i % 3)]),
                .route = cases::Route{.office = i % 3 == 0 ? w().south : w().root, .rule = {}}};
            batch.emplace_back(std::move(wanted));
        }
        for (const auto& outcome : accept(services(), *directory_, *directory_->account(account_), batch))
            ASSERT_EQ(outcome.fate, Fate::accepted);
        // Somebody verified them all.
        database().write([&](db::Tx& tx) {
            tx.script("update cases set state = 'verified'");
            tx.script("delete from decision_counts");
            tx.script(fmt::format("insert into decision_counts (agency, n) values ({}, {})",
                                  base::to_string(w().agency), decided_));
        });
    }
    learning::Services teacher() {
        return {database(), own_readers_, w().ids, [this] { return w().now; }};
    }
    std::string topic_of(std::string_view text) {
        const auto read = own_readers_.reader().read({.text = text}, own_readers_.profile_of(*directory_));
        return read.topics.empty() ? std::string() : read.topics.front().code;
    }
    learning::Standing standing() { return learning::standing_of(teacher(), w().agency, 20); }

    learning::Readers own_readers_{folder_.path() / "models"};
    int decided_ = 0;
    bool kinds_differ_ = false;
    agency::DirectoryPtr directory_;
    agency::AccountId account_;
};
DB_TEST_ON_EACH_ENGINE(Learning);

TEST_P(Learning, needs_enough_that_people_decided) {
    decide(30);
    const auto lesson = learning::try_challenger(teacher(), *directory_);
    ASSERT_FALSE(lesson);
    EXPECT_EQ(lesson.error().code, "learn.too_little");
    const auto now = standing();
    ASSERT_EQ(now.history.size(), 1);
    EXPECT_EQ(now.history.front().what, learning::What::failed);
    EXPECT_EQ(now.history.front().why, "learn.too_little");
    EXPECT_FALSE(now.has_before);
}

TEST_P(Learning, takes_over_when_it_is_better_and_not_a_second_time_when_nothing_is_new) {
    decide(300);
    const auto judged = learning::judge_challenger(teacher(), *directory_);
    ASSERT_TRUE(judged) << judged.error().detail;
    EXPECT_TRUE(judged->is_better);
    EXPECT_TRUE(standing().history.empty()) << "judging changes nothing";
    const auto first = learning::try_challenger(teacher(), *directory_);
    ASSERT_TRUE(first) << first.error().detail;
    EXPECT_EQ(first->rows, 300);
    EXPECT_EQ(first->figures.topic.learnt.rows, 60);
    EXPECT_GT(first->figures.topic.learnt.accuracy, 0.95);
    EXPECT_LT(first->figures.topic.now.accuracy, 0.1) << "the words of its topics stand in no text";
    EXPECT_GT(first->figures.office.learnt.accuracy, 0.95);
    EXPECT_EQ(topic_of("aspal jelek di sini"), "bidang-1");
    const auto now = standing();
    ASSERT_TRUE(now.took_over);
    EXPECT_EQ(now.took_over->cases, 300);
    EXPECT_EQ(now.took_over->decisions, 300);
    EXPECT_EQ(learning::figures_of(now.took_over->figures).topic.labels, 3);
    const auto again = learning::try_challenger(teacher(), *directory_);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "learn.nothing_new");
    decide(60);
    const auto later = learning::try_challenger(teacher(), *directory_);
    ASSERT_TRUE(later) << later.error().detail;
    EXPECT_EQ(later->figures.topic.learnt.rows, 60) << "those that the model in use has not seen";
    EXPECT_FALSE(later->is_better) << "the same words teach nothing new";
}

TEST_P(Learning, takes_kinds_from_what_people_decided) {
    kinds_differ_ = true;
    decide(300);
    const auto read = [&] {
        return own_readers_.reader().read({.text = "keran di rumah kering nomor 9, mohon dicek"},
                                          own_readers_.profile_of(*directory_));
    };
    const auto before = read();
    EXPECT_NE(before.kind, triage::Kind::aspiration) << "nothing in the words says so";
    const auto lesson = learning::try_challenger(teacher(), *directory_);
    ASSERT_TRUE(lesson) << lesson.error().detail;
    EXPECT_EQ(lesson->figures.kind.learnt.rows, 60);
    EXPECT_EQ(lesson->figures.kind.labels, 2);
    EXPECT_GT(lesson->figures.kind.learnt.accuracy, lesson->figures.kind.now.accuracy + 0.1);
    const auto after = read();
    EXPECT_EQ(after.kind, triage::Kind::aspiration);
    ASSERT_EQ(after.kinds.size(), 3);
    EXPECT_EQ(after.kinds.front().code, "aspiration");
    EXPECT_EQ(learning::figures_of(standing().took_over->figures).kind.labels, 2);
    EXPECT_EQ(learning::step_back(teacher(), w().agency, 7, standing().model), learning::What::went_back);
    EXPECT_EQ(read().kind, before.kind) << "one step back";
}

TEST_P(Learning, is_taken_back_by_one_press_and_does_not_return_by_itself) {
    decide(300);
    ASSERT_TRUE(learning::try_challenger(teacher(), *directory_));
    const auto model = standing().model;
    EXPECT_EQ(learning::step_back(teacher(), w().agency, 7, "another").error().code,
              "model.changed_meanwhile");
    EXPECT_EQ(learning::step_back(teacher(), w().agency, 7, model), learning::What::went_back);
    EXPECT_EQ(topic_of("aspal jelek di sini"), "") << "what is shipped reads again";
    decide(80);
    const auto later = learning::try_challenger(teacher(), *directory_);
    ASSERT_TRUE(later) << later.error().detail;
    ASSERT_TRUE(later->figures.topic.rejected);
    EXPECT_GT(later->figures.topic.learnt.accuracy, later->figures.topic.now.accuracy + 0.5);
    EXPECT_FALSE(later->is_better) << "no better than what was taken back";
    EXPECT_TRUE(standing().is_back);
    EXPECT_EQ(learning::step_back(teacher(), w().agency, 7, ""), learning::What::went_forward);
    EXPECT_EQ(standing().model, model);
    EXPECT_EQ(topic_of("aspal jelek di sini"), "bidang-1");
    const auto trail = database().read([&](db::Tx& tx) {
        return events::changes_before(tx, w().agency, std::numeric_limits<std::int64_t>::max(), 3);
    });
    ASSERT_EQ(trail.size(), 3);
    EXPECT_EQ(trail[0].kind, "model.went_forward");
    EXPECT_EQ(trail[0].actor, 7);
    EXPECT_EQ(trail[1].kind, "model.went_back");
    EXPECT_EQ(trail[2].kind, "model.took_over");
}

TEST_P(Learning, is_tried_once_a_night_where_enough_was_decided) {
    decide(300);
    jobs::Runner runner({.database = database(),
                         .now = [this] { return w().now; },
                         .random = random_,
                         .holder = "node",
                         .agencies = [this] { return std::vector{w().agency}; },
                         .handlers = {learning::trial_handler(teacher(), w().directories)},
                         .schedule = {learning::plan_trials(teacher(), w().directories)}});
    auto at_hour = [&](int hour) {
        const auto zone = directory_->agency().zone;
        w().now = base::at_local(base::local_day(w().now, zone) + std::chrono::days(1),
                                 std::chrono::hours(hour), zone);
        runner.run_due();
    };
    at_hour(14);
    EXPECT_TRUE(standing().history.empty());
    at_hour(2);
    ASSERT_EQ(standing().history.size(), 1);
    EXPECT_EQ(standing().history.front().what, learning::What::took_over);
    w().now += std::chrono::hours(1);
    runner.run_due();
    at_hour(2);
    EXPECT_EQ(standing().history.size(), 1) << "nobody decided anything since";
    decide(50);
    at_hour(2);
    ASSERT_EQ(standing().history.size(), 2);
    EXPECT_EQ(standing().history.front().what, learning::What::stayed);
}

} // namespace
} // namespace intake
