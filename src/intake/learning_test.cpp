#include "agency/agency_actions.h"
#include "intake/accept_actions.h"
#include "intake_world.h"
#include "learning/learn_actions.h"

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
        for (int i = 0; i < count; ++i) {
            Wanted wanted;
            wanted.door = Door::network;
            wanted.item.network_id = fmt::format("n-{}", i);
            wanted.item.author.network_id = fmt::format("warga-{}", i);
            wanted.item.text =
                fmt::format("{} nomor {}, mohon dicek", matters[static_cast<std::size_t>(i % 3)], i);
            wanted.item.created_at = w().now - std::chrono::hours(count - i);
            wanted.decided =
                Decided{.kind = triage::Kind::complaint,
                        .topic = std::string(topics[static_cast<std::size_t>(i % 3)]),
                        .route = cases::Route{.office = i % 3 == 0 ? w().south : w().root, .rule = {}}};
            batch.emplace_back(std::move(wanted));
        }
        for (const auto& outcome : accept(services(), *directory_, *directory_->account(account_), batch))
            ASSERT_EQ(outcome.fate, Fate::accepted);
        // Somebody verified them all.
        database().write([&](db::Tx& tx) { tx.script("update cases set state = 'verified'"); });
    }
    agency::DirectoryPtr directory_;
    agency::AccountId account_;
};
DB_TEST_ON_EACH_ENGINE(Learning);

TEST_P(Learning, needs_enough_that_people_decided) {
    decide(30);
    learning::Readers readers;
    const auto lesson = learning::learn_own(database(), readers, *directory_);
    ASSERT_FALSE(lesson);
    EXPECT_EQ(lesson.error().code, "learn.too_little");
}

TEST_P(Learning, takes_over_when_it_is_better_and_not_a_second_time_when_it_is_not) {
    decide(300);
    const auto folder =
        std::filesystem::temp_directory_path() / fmt::format("tanggap-learning-{}", ::getpid());
    std::filesystem::remove_all(folder);
    learning::Readers readers(folder);
    const auto first = learning::learn_own(database(), readers, *directory_);
    ASSERT_TRUE(first) << first.error().detail;
    EXPECT_EQ(first->rows, 300);
    EXPECT_EQ(first->topic.learnt.rows, 60);
    EXPECT_GT(first->topic.learnt.accuracy, 0.95);
    EXPECT_LT(first->topic.now.accuracy, 0.1) << "the words of its topics stand in no text";
    EXPECT_GT(first->office.learnt.accuracy, 0.95);
    ASSERT_TRUE(first->is_better);
    ASSERT_TRUE(readers.own().replace(w().agency, *first->model));
    const auto read = readers.reader().read({.text = "aspal jelek di sini"}, readers.profile_of(*directory_));
    ASSERT_FALSE(read.topics.empty());
    EXPECT_EQ(read.topics.front().code, "bidang-1");
    ASSERT_FALSE(read.offices.empty());
    EXPECT_EQ(read.offices.front().code, base::to_string(w().south));
    const auto again = learning::learn_own(database(), readers, *directory_);
    ASSERT_TRUE(again);
    EXPECT_FALSE(again->is_better) << "the same texts teach nothing new";
    EXPECT_FALSE(again->model);
    std::filesystem::remove_all(folder);
}

} // namespace
} // namespace intake
