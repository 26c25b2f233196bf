#include "channels/meta/meta.h"
#include "channels/meta/thread_post.h"
#include "fakes/node_server.h"

#include <gtest/gtest.h>

namespace channels::meta {
namespace {

using network::Found;
using network::Verdict;

const network::Connection account{
    .server = {}, .own_id = "30", .handle = "@dinas", .secrets = {{"token", "T"}}};

TEST(ThreadsPush, ReadsItsOwnEnvelope) {
    const auto channel = make_threads();
    auto events = channel->read_push(
        account, R"({"app_id":"1","topic":"moderate","target_id":"t","time":1790000000,"subscription_id":"s",
      "values":{"field":"replies","value":{"id":"8","username":"warga","text":"lubang","media_type":"TEXT_POST","permalink":"https://threads.example/8",
        "replied_to":{"id":"7"},"root_post":{"id":"7","owner_id":"30","username":"dinas"},"timestamp":"2026-05-26T06:48:00+0000"}}})");
    ASSERT_TRUE(events);
    ASSERT_EQ(events->size(), 1U);
    const auto& event = events->front();
    EXPECT_EQ(event.item.network_id, "8");
    EXPECT_EQ(event.item.author.handle, "@warga");
    EXPECT_EQ(event.item.root, "7");
    EXPECT_EQ(event.item.in_reply_to, "7");
    EXPECT_EQ(event.thread, "thread:7");
    EXPECT_EQ(base::to_iso(event.item.created_at), "2026-05-26T06:48:00.000Z");
    EXPECT_FALSE(event.is_own);
    EXPECT_TRUE(channel->read_push(account, R"({"values":{"field":"delete","value":{"id":"8"}}})")->empty());
}

TEST(ThreadsLists, GoBackToTheirMark) {
    constexpr std::string_view body = R"({"data":[
      {"id":"9","username":"dinas","text":"Sudah","timestamp":"2026-05-26T07:00:00+0000","root_post":{"id":"7"},"replied_to":{"id":"8"}},
      {"id":"8","username":"warga","text":"lubang","media_type":"IMAGE","media_url":"https://cdn.example/a.jpg","timestamp":"2026-05-25T06:48:00+0000"},
      {"id":"6"}],"paging":{"cursors":{"after":"A"},"next":"https://x"}})";
    auto page = read_thread_posts(account, {}, body);
    ASSERT_TRUE(page);
    ASSERT_EQ(page->events.size(), 2U);
    EXPECT_TRUE(page->events[0].is_own);
    EXPECT_EQ(page->events[1].item.media.size(), 1U);
    EXPECT_EQ(page->cursor, "A");
    EXPECT_EQ(page->unreadable, 1U);
    page = read_thread_posts(account, {.mark = "2026-05-26T00:00:00.000Z"}, body);
    EXPECT_TRUE(page->has_reached);
    EXPECT_EQ(page->cursor, "");
}

// Against the contract mock of ours, tests/fakes/meta.ts.
class ThreadsPeer : public ::testing::Test {
protected:
    ThreadsPeer() { connection.server = server.url(); }
    /// As the core does: a step that is pending is asked again.
    network::Judgement send(const network::Draft& draft, network::Progress& progress) {
        for (int tries = 0; tries < 20; ++tries) {
            auto judged = tests::send(*channel, connection, draft, progress, std::chrono::seconds(1));
            if (judged.verdict != Verdict::pending) return judged;
            EXPECT_TRUE(judged.again_at);
        }
        return {.verdict = Verdict::pending};
    }
    Found find(const network::Draft& draft, network::Progress& progress) {
        return channel->read_own(
            connection, draft, progress,
            tests::carry(*channel->find_own(connection, draft, progress)).response.value());
    }
    tests::NodeServer server{"tests/fakes/meta.ts"};
    network::ChannelPtr channel = make_threads();
    network::Connection connection = account;
};

TEST_F(ThreadsPeer, each_part_is_made_waited_for_and_published) {
    network::Draft draft{.key = "1", .to = "7"};
    for (int i = 0; i < 40; ++i)
        draft.text += "Perbaikan 👷 tahap ke-" + std::to_string(i) + " sudah selesai. ";
    network::Progress progress;
    EXPECT_EQ(send(draft, progress).verdict, Verdict::ok);
    EXPECT_GT(network::published(progress).size(), 2U);
    EXPECT_FALSE(progress.contains("container"));
    progress = {};
    EXPECT_EQ(send({.key = "2", .text = "DITOLAK", .to = "7"}, progress).verdict, Verdict::rejected);
}

} // namespace
} // namespace channels::meta
