#include "channels/x/post.h"
#include "channels/x/prices.h"
#include "channels/x/x.h"
#include "network/json_reading.h"
#include "network/push_proof.h"

#include <gtest/gtest.h>

namespace channels::x {
namespace {

using network::Verdict;

const base::Time now = base::time_from_ms(1'790'000'000'000);
const network::Connection account{.server = {},
                                  .own_id = "100",
                                  .handle = "@Dinas",
                                  .secrets = {{"token", "T"}, {"consumer_secret", "rahasia"}}};

constexpr std::string_view mentions = R"({"data":[
 {"id":"1900000000000000002","text":"@dinas lubang di https://t.co/aaaa &amp; gelap https://t.co/bbbb","author_id":"200","created_at":"2026-05-26T06:48:00.000Z",
  "conversation_id":"1900000000000000001","referenced_tweets":[{"type":"replied_to","id":"1900000000000000001"}],
  "entities":{"mentions":[{"start":0,"end":6,"username":"dinas","id":"100"}],
   "urls":[{"start":17,"end":40,"url":"https://t.co/aaaa","expanded_url":"https://contoh.id/peta"},{"url":"https://t.co/bbbb","expanded_url":"https://x.com/w/photo/1","media_key":"3_1"}]},
  "attachments":{"media_keys":["3_1"]}},
 {"id":"1900000000000000001","text":"terpotong…","note_tweet":{"text":"panjang sekali &lt;3"},"author_id":"201","created_at":"2026-05-26T06:47:00.000Z"},
 {"id":"1900000000000000000","text":"tanpa waktu","author_id":"201"}],
 "includes":{"users":[{"id":"200","name":"Warga","username":"warga"},{"id":"201","username":"diam","protected":true}],
  "media":[{"media_key":"3_1","type":"photo","url":"https://pbs.twimg.com/media/a.jpg"}]},
 "errors":[{"title":"Not Found Error","detail":"Could not find user"}],
 "meta":{"newest_id":"1900000000000000002","oldest_id":"1900000000000000000","result_count":3,"next_token":"7140w"}})";

TEST(XPosts, APageHoldsErrorsBesideItsData) {
    auto page = read_page(account, mentions);
    ASSERT_TRUE(page);
    ASSERT_EQ(page->events.size(), 2U);
    EXPECT_EQ(page->unreadable, 1U);
    EXPECT_EQ(page->mark, "1900000000000000002");
    EXPECT_EQ(page->cursor, "7140w");
    EXPECT_FALSE(page->has_reached);
    const auto& item = page->events[0].item;
    EXPECT_EQ(item.text, "@dinas lubang di https://contoh.id/peta & gelap");
    EXPECT_EQ(item.author.handle, "@warga");
    EXPECT_EQ(item.root, "1900000000000000001");
    EXPECT_EQ(item.in_reply_to, "1900000000000000001");
    EXPECT_EQ(item.url, "https://x.com/i/status/1900000000000000002");
    ASSERT_EQ(item.media.size(), 1U);
    EXPECT_EQ(item.media[0].url, "https://pbs.twimg.com/media/a.jpg");
    EXPECT_EQ(page->events[1].item.text, "panjang sekali <3");
    EXPECT_EQ(page->events[1].item.visibility, items::Visibility::followers) << "a protected author";
    EXPECT_EQ(page->events[1].item.root, "1900000000000000001") << "its own root";

    auto none = read_page(account, R"({"meta":{"result_count":0}})");
    ASSERT_TRUE(none);
    EXPECT_TRUE(none->has_reached);
    EXPECT_EQ(none->mark, "");
    EXPECT_EQ(read_page(account, R"({"title":"x"})").error().code, "network.unreadable");
}

TEST(XPosts, AsksFromItsMark) {
    const auto channel = make_channel();
    const auto request = channel->ask_page(account, {.name = "mentions"}, {.mark = "19", .cursor = "c"});
    EXPECT_TRUE(
        request.url.starts_with("https://api.x.com/2/users/100/"
                                "mentions?max_results=100&since_id=19&pagination_token=c&tweet.fields="))
        << request.url;
    EXPECT_EQ(network::header_of(request.headers, "authorization"), "Bearer T");
}

TEST(XPosts, KnowsWhoSummonedUs) {
    struct Row {
        const char* post;
        bool is_summons;
    };
    const auto includes =
        *base::json::parse(R"({"tweets":[{"id":"7","author_id":"100"},{"id":"8","author_id":"300"}]})");
    for (const auto& row : std::to_array<Row>({
             {R"({"entities":{"mentions":[{"id":"300"},{"id":"100"}]}})", true},
             {R"({"entities":{"mentions":[{"username":"dinas"}]}})", true},
             {R"({"entities":{"mentions":[{"id":"300","username":"dinas2"}]}})", false},
             {R"({"referenced_tweets":[{"type":"quoted","id":"7"}]})", true},
             {R"({"referenced_tweets":[{"type":"quoted","id":"8"}]})", false},
             {R"({"referenced_tweets":[{"type":"replied_to","id":"7"}]})", false},
             {R"({"referenced_tweets":[{"type":"quoted"}]})", false},
             {R"({"text":"@dinas in words alone"})", false},
         }))
        EXPECT_EQ(is_summons(account, *base::json::parse(row.post), includes), row.is_summons) << row.post;
}

TEST(XPush, AnswersTheChallengeAndProvesTheSender) {
    const auto channel = make_channel();
    const auto challenge =
        channel->answer_push(account, {.method = "GET", .query = "nonce=1&crc_token=Jefe%20x"}, now);
    EXPECT_EQ(challenge.status, 200);
    EXPECT_FALSE(challenge.is_kept);
    EXPECT_EQ(challenge.content_type, "application/json");
    EXPECT_EQ(challenge.body, R"({"response_token":"sha256=)" +
                                  network::to_base64(network::hmac_sha256("rahasia", "Jefe x")) + "\"}");
    EXPECT_EQ(channel->answer_push(account, {.method = "GET", .query = ""}, now).status, 400);

    const std::string body = R"({"data":{}})";
    network::Push push{.method = "POST", .query = {}, .headers = {}, .body = body};
    EXPECT_EQ(channel->answer_push(account, push, now).status, 403);
    push.headers = {{"X-Twitter-Webhooks-Signature",
                     "sha256=" + network::to_base64(network::hmac_sha256("rahasia", body))}};
    EXPECT_EQ(channel->answer_push(account, push, now).status, 200);
    EXPECT_TRUE(channel->answer_push(account, push, now).is_kept);
    push.body += " ";
    EXPECT_FALSE(channel->answer_push(account, push, now).is_kept);
    auto none = account;
    none.secrets.erase("consumer_secret");
    EXPECT_EQ(channel->answer_push(none, push, now).status, 404);
}

TEST(XPush, ReadsTheActivityEnvelope) {
    const auto channel = make_channel();
    auto envelope = [](const char* type, const char* user) {
        return std::string(R"({"data":{"event_uuid":"u1","filter":{"user_id":")") + user +
               R"("},"event_type":")" + type +
               R"(","tag":"t","payload":{"id":"19","text":"@dinas halo","author_id":"200","created_at":"2026-05-26T06:48:00.000Z"},
                "includes":{"users":[{"id":"200","username":"warga"}]}}})";
    };
    auto events = channel->read_push(account, envelope("post.mention.create", "100"));
    ASSERT_TRUE(events);
    ASSERT_EQ(events->size(), 1U);
    EXPECT_EQ(events->front().item.author.handle, "@warga");
    EXPECT_TRUE(channel->read_push(account, envelope("dm.received", "100"))->empty());
    EXPECT_TRUE(channel->read_push(account, envelope("post.mention.create", "999"))->empty());
    EXPECT_EQ(channel->read_push(account, "no").error().code, "network.unreadable");
}

TEST(XSession, ARefreshTokenIsKeptUntilANewOneComes) {
    const auto channel = make_channel();
    EXPECT_FALSE(channel->refresh(account));
    auto with = account;
    with.secrets["refresh_token"] = "R1";
    with.secrets["client_id"] = "app";
    EXPECT_EQ(channel->refresh(with)->body, "grant_type=refresh_token&refresh_token=R1&client_id=app");
    with.secrets["client_secret"] = "s";
    EXPECT_EQ(network::header_of(channel->refresh(with)->headers, "authorization"), "Basic YXBwOnM=");

    auto tokens = channel->read_tokens(
        {.status = 200, .body = R"({"access_token":"T2","expires_in":7200,"refresh_token":"R2"})"}, now);
    EXPECT_EQ(tokens->secrets.at("refresh_token"), "R2");
    EXPECT_EQ(tokens->expires_at, now + std::chrono::hours(2));
    tokens = channel->read_tokens({.status = 200, .body = R"({"access_token":"T3"})"}, now);
    EXPECT_FALSE(tokens->secrets.contains("refresh_token"));
    EXPECT_FALSE(tokens->expires_at);
    for (const char* bogus : {"0", "-5", "99999999999"})
        EXPECT_FALSE(
            channel
                ->read_tokens({.status = 200,
                               .body = std::string(R"({"access_token":"T","expires_in":)") + bogus + "}"},
                              now)
                ->expires_at)
            << bogus;
    EXPECT_FALSE(channel->read_tokens({.status = 400, .body = R"({"error":"invalid_request"})"}, now));
}

TEST(XErrors, MeanWhatTheySay) {
    const auto channel = make_channel();
    struct Row {
        int status;
        const char* body;
        Verdict verdict;
    };
    for (
        const auto& row : std::to_array<Row>({
            {401, R"({"title":"Unauthorized","type":"about:blank","status":401,"detail":"Unauthorized"})",
             Verdict::expired},
            {400,
             R"({"error":"invalid_request","error_description":"Value passed for the token was invalid."})",
             Verdict::revoked},
            {403,
             R"({"title":"Forbidden","detail":"You are not permitted to perform this action.","type":"about:blank"})",
             Verdict::forbidden},
            {403, R"({"detail":"You attempted to reply to a Tweet that is deleted or not visible to you."})",
             Verdict::gone},
            {403, R"({"detail":"You are not allowed to create a Tweet with duplicate content."})",
             Verdict::rejected},
            {429, R"({"title":"UsageCapExceeded","type":"https://api.twitter.com/2/problems/usage-capped"})",
             Verdict::limited},
            {403, R"({"title":"x","type":"https://api.twitter.com/2/problems/usage-capped"})",
             Verdict::limited},
            {404, R"({"type":"https://api.twitter.com/2/problems/resource-not-found"})", Verdict::gone},
            {400, R"({"errors":[{"message":"text is too long"}]})", Verdict::rejected},
            {503, "", Verdict::unavailable},
        }))
        EXPECT_EQ(channel->judge_reading({.response = network::Response{row.status, {}, row.body}, .at = now})
                      .verdict,
                  row.verdict)
            << row.body;
    network::Response response{429,
                               {{"x-rate-limit-limit", "100"},
                                {"x-rate-limit-remaining", "0"},
                                {"x-rate-limit-reset", "1790000900"}},
                               "{}"};
    EXPECT_EQ(channel->judge_reading({.response = response, .at = now}).again_at,
              now + std::chrono::minutes(15));
    EXPECT_EQ(channel->usage({.name = "posts.create", .url = {}}, response, now).at(0).limit, 100);
    response.headers.push_back({"x-user-limit-24hour-remaining", "0"});
    response.headers.push_back({"x-user-limit-24hour-reset", "1790086400"});
    EXPECT_EQ(channel->judge_reading({.response = response, .at = now}).again_at, now + std::chrono::days(1));
}

TEST(XPrices, ALinkDecides) {
    EXPECT_EQ(price_of_post(/*has_link=*/false, /*is_answer=*/true), 10);
    EXPECT_EQ(price_of_post(/*has_link=*/false, /*is_answer=*/false), 15);
    EXPECT_EQ(price_of_post(/*has_link=*/true, /*is_answer=*/true), 200);
}

} // namespace
} // namespace channels::x
