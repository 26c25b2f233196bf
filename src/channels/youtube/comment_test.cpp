#include "channels/youtube/answer.h"
#include "channels/youtube/comment.h"
#include "channels/youtube/youtube.h"
#include "fakes/node_server.h"

#include <gtest/gtest.h>

namespace channels::youtube {
namespace {

using network::Found;
using network::Verdict;

const network::Connection account{
    .server = {}, .own_id = "UCdinas", .handle = "@dinas", .secrets = {{"token", "T1"}}};

constexpr std::string_view threads =
    R"({"kind":"youtube#commentThreadListResponse","nextPageToken":"QURT","items":[
 {"id":"Ug2","snippet":{"videoId":"v1","totalReplyCount":1,"topLevelComment":{"id":"Ug2","snippet":{"textOriginal":"lubang","authorChannelId":{"value":"UCwarga"},
   "authorDisplayName":"@warga","publishedAt":"2026-05-26T06:48:00Z","updatedAt":"2026-05-26T06:49:00Z","videoId":"v1"}}},
  "replies":{"comments":[{"id":"Ug2.1","snippet":{"textOriginal":"Sudah","authorChannelId":{"value":"UCdinas"},"parentId":"Ug2","publishedAt":"2026-05-26T07:00:00Z","updatedAt":"2026-05-26T07:00:00Z"}}]}},
 {"id":"Ug1","snippet":{"topLevelComment":{"id":"Ug1","snippet":{"textDisplay":"gelap","publishedAt":"2026-05-25T06:48:00Z"}}}},
 {"id":"x"}]})";

TEST(YouTubeComments, ThreadsComeWithTheirFirstAnswers) {
    auto page = read_threads(account, {}, threads);
    ASSERT_TRUE(page);
    ASSERT_EQ(page->events.size(), 3U);
    EXPECT_EQ(page->events[0].item.type, items::Change::update) << "it was edited";
    EXPECT_EQ(page->events[0].item.author.handle, "@warga");
    EXPECT_EQ(page->events[0].item.url, "https://www.youtube.com/watch?v=v1&lc=Ug2");
    EXPECT_TRUE(page->events[1].is_own);
    EXPECT_EQ(page->events[1].item.root, "Ug2");
    EXPECT_EQ(page->events[1].thread, "thread:Ug2");
    EXPECT_EQ(page->events[2].item.author.network_id, "unknown:Ug1");
    EXPECT_EQ(page->mark, "2026-05-26T06:48:00.000Z");
    EXPECT_EQ(page->cursor, "QURT");
    EXPECT_EQ(page->unreadable, 1U);
    page = read_threads(account, {.mark = "2026-05-26T00:00:00.000Z"}, threads);
    EXPECT_TRUE(page->has_reached);
    EXPECT_FALSE(read_threads(account, {}, R"({"error":{}})"));
}

TEST(YouTubeErrors, MeanWhatTheirReasonsSay) {
    const base::Time now = base::time_from_ms(1'790'000'000'000); // 2026-09-21T14:13:20Z
    struct Row {
        int status;
        const char* body;
        Verdict verdict;
    };
    for (const auto& row : std::to_array<Row>({
             {403, R"({"error":{"code":403,"message":"x","errors":[{"reason":"quotaExceeded"}]}})",
              Verdict::limited},
             {403, R"({"error":{"errors":[{"reason":"commentsDisabled"}]}})", Verdict::forbidden},
             {404, R"({"error":{"errors":[{"reason":"commentNotFound"}]}})", Verdict::gone},
             {401, R"({"error":{"errors":[{"reason":"authError"}]}})", Verdict::expired},
             {401, "", Verdict::expired},
             {400, R"({"error":"invalid_grant","error_description":"Token has been expired or revoked."})",
              Verdict::revoked},
             {400, R"({"error":{"errors":[{"reason":"commentTextTooLong"}]}})", Verdict::rejected},
             {503, "", Verdict::unavailable},
         }))
        EXPECT_EQ(
            judge_answer({.response = network::Response{row.status, {}, row.body}, .at = now}, false).verdict,
            row.verdict)
            << row.body;
    EXPECT_EQ(base::to_iso(quota_resets(now)), "2026-09-22T08:00:00.000Z");
    EXPECT_EQ(base::to_iso(quota_resets(base::parse_time("2026-09-22T07:59:00Z").value())),
              "2026-09-22T08:00:00.000Z");
}

// Against the contract mock of ours, tests/fakes/youtube.ts.
class YouTubePeer : public ::testing::Test {
protected:
    YouTubePeer() {
        connection.server = server.url();
        connection.secrets["refresh_token"] = "R";
    }
    std::string comment(const std::string& text) {
        const auto answer =
            tests::carry({.name = "tell",
                          .method = "POST",
                          .url = server.url() + "/_comment",
                          .body = boost::json::serialize(base::json::Object{{"text", text}})});
        return network::text_in(*base::json::parse(answer.response.value().body), "id");
    }
    network::Response response(const network::Request& request) {
        return tests::carry(request).response.value();
    }

    tests::NodeServer server{"tests/fakes/youtube.ts"};
    network::ChannelPtr channel = make_channel();
    network::Connection connection = account;
};

TEST_F(YouTubePeer, every_thread_is_read) {
    std::vector<std::string> made;
    for (int i = 0; i < 105; ++i)
        made.push_back(comment("lubang " + std::to_string(i)));
    std::vector<std::string> seen;
    network::Walk walk;
    for (int pages = 0; pages < 5; ++pages) {
        auto page = channel->read_page(connection, {.name = "comments"}, walk,
                                       response(channel->ask_page(connection, {.name = "comments"}, walk)));
        ASSERT_TRUE(page);
        for (const auto& event : page->events)
            seen.push_back(event.item.network_id);
        walk.cursor = page->cursor;
        if (page->has_reached) break;
    }
    std::ranges::reverse(seen);
    EXPECT_EQ(seen, made);
}

TEST_F(YouTubePeer, tokens_are_renewed_and_a_revoked_one_is_known) {
    connection.secrets["token"] = "old";
    EXPECT_EQ(channel->judge_reading(tests::carry(channel->ask_self(connection))).verdict, Verdict::expired);
    auto tokens = channel->read_tokens(response(*channel->refresh(connection)), {});
    ASSERT_TRUE(tokens);
    EXPECT_FALSE(tokens->secrets.contains("refresh_token")) << "the one that is held stays";
    connection.secrets["token"] = tokens->secrets.at("token");
    EXPECT_EQ(channel->read_self(connection, response(channel->ask_self(connection)))->own_id, "UCdinas");
    connection.secrets["refresh_token"] = "gone";
    EXPECT_EQ(channel->judge_reading(tests::carry(*channel->refresh(connection))).verdict, Verdict::revoked);
}

} // namespace
} // namespace channels::youtube
