#include "base/encode.h"
#include "channels/meta/comment.h"
#include "channels/meta/graph.h"
#include "channels/meta/message.h"
#include "channels/meta/meta.h"
#include "network/json_reading.h"
#include "network/push_proof.h"

#include <gtest/gtest.h>

namespace channels::meta {
namespace {

using network::Verdict;

const base::Time now = base::time_from_ms(1'790'000'000'000);
const network::Connection page{.server = {},
                               .own_id = "10",
                               .handle = "Dinas PU",
                               .secrets = {{"token", "T"}, {"app_secret", "rahasia"}, {"verify_token", "V"}}};
const network::Connection gram{.server = {}, .own_id = "20", .handle = "@dinas", .secrets = page.secrets};

std::string signature(std::string_view body) {
    return "sha256=" + base::to_hex(network::hmac_sha256("rahasia", body));
}

TEST(MetaHook, RepeatsTheChallengeOnlyToWhoKnowsTheToken) {
    const auto channel = make_facebook();
    auto ask = [&](const char* query) {
        return channel->answer_push(page, {.method = "GET", .query = query}, now);
    };
    const auto right = ask("hub.mode=subscribe&hub.verify_token=V&hub.challenge=1158201444");
    EXPECT_EQ(right.status, 200);
    EXPECT_EQ(right.body, "1158201444");
    EXPECT_EQ(right.content_type, "text/plain");
    EXPECT_FALSE(right.is_kept);
    for (const char* wrong : {"hub.mode=subscribe&hub.verify_token=W&hub.challenge=1",
                              "hub.mode=x&hub.verify_token=V", "hub.mode=subscribe&hub.challenge=1", ""})
        EXPECT_EQ(ask(wrong).status, 403) << wrong;
}

TEST(MetaHook, ProvesTheSenderOnRawBytes) {
    const auto channel = make_facebook();
    const std::string body = "{\"object\":\"page\",\"entry\":[{\"id\":\"10\",\"changes\":[{\"value\":{"
                             "\"message\":\"caf\\u00e9 \\ud83d\\ude00\"}}]}]}";
    network::Push push{
        .method = "POST", .query = {}, .headers = {{"X-Hub-Signature-256", signature(body)}}, .body = body};
    EXPECT_TRUE(channel->answer_push(page, push, now).is_kept);
    push.body = R"({"object":"page","entry":[{"id":"10","changes":[{"value":{"message":"café 😀"}}]}]})";
    EXPECT_EQ(channel->answer_push(page, push, now).status, 403) << "the same JSON, written anew";
    push.headers.clear();
    EXPECT_EQ(channel->answer_push(page, push, now).status, 403);
}

std::string feed(const std::string& value, const char* id = "10", const char* field = "feed") {
    return std::string(R"({"object":"page","entry":[{"id":")") + id +
           R"(","time":1790000000,"changes":[{"field":")" + field + R"(","value":)" + value + "}]}]}";
}

TEST(FacebookPush, ReadsCommentsAndTheirChanges) {
    const auto channel = make_facebook();
    auto one = [&](const std::string& value) {
        auto events = channel->read_push(page, feed(value));
        EXPECT_TRUE(events);
        return events->empty() ? std::optional<network::Event>() : std::optional(events->front());
    };
    auto added = one(R"({"item":"comment","verb":"add","comment_id":"1_2","post_id":"10_1","parent_id":"10_1",
        "from":{"id":"200","name":"Warga"},"message":"lubang caf\u00e9","created_time":1789999990,"permalink_url":"https://fb.example/1"})");
    ASSERT_TRUE(added);
    EXPECT_EQ(added->item.network_id, "1_2");
    EXPECT_EQ(added->item.root, "10_1");
    EXPECT_EQ(added->item.in_reply_to, "10_1");
    EXPECT_EQ(added->item.text, "lubang café");
    EXPECT_EQ(added->thread, "thread:10_1");
    EXPECT_FALSE(added->is_own);
    EXPECT_EQ(base::to_ms(added->item.created_at), 1'789'999'990'000);

    auto own = one(
        R"({"item":"comment","verb":"add","comment_id":"1_3","post_id":"10_1","parent_id":"1_2","from":{"id":"10"},"message":"Sudah"})");
    ASSERT_TRUE(own);
    EXPECT_TRUE(own->is_own) << "an echo is no report";
    auto edited = one(
        R"({"item":"comment","verb":"edited","comment_id":"1_2","post_id":"10_1","from":{"id":"200"},"message":"baru"})");
    EXPECT_EQ(edited->item.type, items::Change::update);
    auto removed =
        one(R"({"item":"comment","verb":"remove","comment_id":"1_2","post_id":"10_1","from":{"id":"200"}})");
    EXPECT_EQ(removed->item.type, items::Change::remove);
    auto visitor =
        one(R"({"item":"status","verb":"add","post_id":"10_9","from":{"id":"200"},"message":"tulisan"})");
    EXPECT_EQ(visitor->item.network_id, "10_9");
    EXPECT_EQ(visitor->item.root, "10_9");
    auto nameless =
        one(R"({"item":"comment","verb":"add","comment_id":"1_4","post_id":"10_1","message":"x"})");
    EXPECT_EQ(nameless->item.author.network_id, "unknown:1_4");
    EXPECT_FALSE(one(R"({"item":"reaction","verb":"add","post_id":"10_1","from":{"id":"200"}})"));
    EXPECT_FALSE(one(R"({"item":"comment","verb":"hide","comment_id":"1_2","post_id":"10_1"})"));
    EXPECT_TRUE(
        channel
            ->read_push(page, feed(R"({"item":"comment","verb":"add","comment_id":"1","message":"x"})", "11"))
            ->empty())
        << "of another Page";
    auto mention = channel->read_push(
        page,
        feed(
            R"({"item":"post","post_id":"77_1","sender_id":"200","sender_name":"Warga","message":"@Dinas lubang","verb":"add"})",
            "10", "mention"));
    ASSERT_EQ(mention->size(), 1U);
    EXPECT_EQ(mention->front().item.author.network_id, "200");
    EXPECT_FALSE(channel->read_push(page, "<"));
}

TEST(FacebookPush, MessagesArePrivateAndEchoesAreOwn) {
    const auto channel = make_facebook();
    auto read = [&](const std::string& messaging) {
        return channel->read_push(
            page, R"({"object":"page","entry":[{"id":"10","time":1790000000000,"messaging":[)" + messaging +
                      "]}]}");
    };
    auto events = read(
        R"({"sender":{"id":"200"},"recipient":{"id":"10"},"timestamp":1790000000000,"message":{"mid":"m_1","text":"lubang","attachments":[{"type":"image","payload":{"url":"https://cdn.example/a.jpg"}}]}},
        {"sender":{"id":"10"},"recipient":{"id":"200"},"timestamp":1790000001000,"message":{"mid":"m_2","text":"Baik","is_echo":true}},
        {"sender":{"id":"200"},"recipient":{"id":"10"},"timestamp":1790000002000,"message":{"mid":"m_1","is_deleted":true}},
        {"sender":{"id":"200"},"recipient":{"id":"10"},"timestamp":1790000003000,"read":{"watermark":1}})");
    ASSERT_TRUE(events);
    ASSERT_EQ(events->size(), 3U);
    EXPECT_EQ(events->at(0).item.visibility, items::Visibility::private_);
    EXPECT_EQ(events->at(0).item.root, "dm:200");
    EXPECT_EQ(events->at(0).item.media.size(), 1U);
    EXPECT_EQ(events->at(0).item.created_at, now);
    EXPECT_TRUE(events->at(1).is_own);
    EXPECT_EQ(events->at(1).item.root, "dm:200");
    EXPECT_EQ(events->at(2).item.type, items::Change::remove);
}

TEST(InstagramPush, ReadsComments) {
    const auto channel = make_instagram();
    auto events = channel->read_push(
        gram,
        feed(
            R"({"id":"c1","text":"lubang","from":{"id":"200","username":"warga"},"media":{"id":"m1","media_product_type":"FEED"},"parent_id":"c0"})",
            "20", "comments"));
    ASSERT_TRUE(events);
    ASSERT_EQ(events->size(), 1U);
    const auto& item = events->front().item;
    EXPECT_EQ(item.root, "m1");
    EXPECT_EQ(item.in_reply_to, "c0");
    EXPECT_EQ(item.author.handle, "@warga");
    EXPECT_EQ(item.created_at, now);
    events = channel->read_push(
        gram, feed(R"({"id":"c2","text":"Baik","from":{"id":"9","username":"dinas"},"media":{"id":"m1"}})",
                   "20", "comments"));
    EXPECT_TRUE(events->front().is_own);
    EXPECT_TRUE(
        channel->read_push(gram, feed(R"({"media_id":"m1","comment_id":"c3"})", "20", "mentions"))->empty());
}

TEST(MetaLists, GoBackToTheirMark) {
    constexpr std::string_view body = R"({"data":[
      {"id":"10_2","from":{"id":"10","name":"Dinas"},"message":"Info","created_time":"2026-05-26T06:48:00+0000","permalink_url":"https://fb.example/2",
       "comments":{"data":[{"id":"2_1","from":{"id":"200","name":"Warga"},"message":"lubang","created_time":"2026-05-26T07:00:00+0000"}]}},
      {"id":"10_1","message":"tamu","from":{"id":"201"},"created_time":"2026-05-25T06:48:00+0000"},
      {"id":"x"}],"paging":{"cursors":{"after":"AAA"},"next":"https://graph.example"}})";
    auto read = read_nodes(page, {}, body, "");
    ASSERT_TRUE(read);
    ASSERT_EQ(read->events.size(), 3U);
    EXPECT_TRUE(read->events[0].is_own);
    EXPECT_EQ(read->events[1].item.root, "10_2");
    EXPECT_EQ(read->events[1].item.in_reply_to, "10_2");
    EXPECT_EQ(read->cursor, "AAA");
    EXPECT_FALSE(read->has_reached);
    EXPECT_EQ(read->unreadable, 1U);
    EXPECT_EQ(read->mark, "2026-05-26T06:48:00.000Z");
    read = read_nodes(page, {.mark = "2026-05-26T06:00:00.000Z"}, body, "");
    EXPECT_TRUE(read->has_reached);
    EXPECT_EQ(read->cursor, "");
    EXPECT_FALSE(read_nodes(page, {}, R"({"error":{}})", ""));
}

TEST(MetaErrors, MeanWhatTheirCodesSay) {
    const auto channel = make_facebook();
    struct Row {
        int status;
        const char* error;
        Verdict reading;
        Verdict publishing;
    };
    for (const auto& row : std::to_array<Row>({
             {400, R"("code":190,"error_subcode":463)", Verdict::expired, Verdict::expired},
             {400, R"("code":190,"error_subcode":460)", Verdict::revoked, Verdict::revoked},
             {401, R"("code":190)", Verdict::revoked, Verdict::revoked},
             {400, R"("code":4)", Verdict::limited, Verdict::limited},
             {403, R"("code":17)", Verdict::limited, Verdict::limited},
             {400, R"("code":32)", Verdict::limited, Verdict::limited},
             {400, R"("code":613)", Verdict::limited, Verdict::limited},
             {400, R"("code":80001)", Verdict::limited, Verdict::limited},
             {400, R"("code":10)", Verdict::forbidden, Verdict::forbidden},
             {403, R"("code":200)", Verdict::forbidden, Verdict::forbidden},
             {400, R"("code":368)", Verdict::limited, Verdict::limited},
             {400, R"("code":100,"error_subcode":33)", Verdict::gone, Verdict::gone},
             {400, R"("code":100)", Verdict::rejected, Verdict::rejected},
             {500, R"("code":2)", Verdict::unavailable, Verdict::unknown},
             {400, R"("code":131047)", Verdict::rejected, Verdict::rejected},
             {429, R"("code":130429)", Verdict::limited, Verdict::limited},
             {400, R"("code":987654)", Verdict::rejected, Verdict::rejected},
         })) {
        const network::Answer answer{
            .response = network::Response{row.status,
                                          {},
                                          std::string(R"({"error":{"message":"kata",)") + row.error + "}}"},
            .at = now};
        EXPECT_EQ(judge_answer(answer, /*publishes=*/false).verdict, row.reading) << row.error;
        EXPECT_EQ(judge_answer(answer, /*publishes=*/true).verdict, row.publishing) << row.error;
        EXPECT_NE(judge_answer(answer, true).code.find("kata"), std::string::npos);
    }
    network::Response response{
        400,
        {{"X-App-Usage", R"({"call_count":28,"total_time":25,"total_cputime":35})"},
         {"X-Business-Use-Case-Usage",
          R"({"10":[{"type":"pages","call_count":100,"estimated_time_to_regain_access":10}]})"}},
        R"({"error":{"code":32,"message":"x"}})"};
    EXPECT_EQ(channel->judge_reading({.response = response, .at = now}).again_at,
              now + std::chrono::minutes(10));
    const auto usage = channel->usage({.name = "x", .url = {}}, response, now);
    ASSERT_EQ(usage.size(), 2U);
    EXPECT_EQ(usage[0].remaining, 65);
    EXPECT_EQ(usage[1].remaining, 0);
    EXPECT_EQ(usage[1].resets_at, now + std::chrono::minutes(10));
}

TEST(FacebookSelf, APersonsTokenIsNotThatOfAPage) {
    const auto channel = make_facebook();
    EXPECT_EQ(channel
                  ->read_self(page, {.status = 200,
                                     .body = R"({"id":"10","name":"Dinas PU","category":"Government"})"})
                  ->own_id,
              "10");
    const network::Response person{
        .status = 400,
        .body =
            R"x({"error":{"code":100,"message":"(#100) Tried accessing nonexisting field (category) on node type (User)"}})x"};
    EXPECT_EQ(channel->read_self(page, person).error().code, "network.wrong_token");
    EXPECT_FALSE(channel->is_verified());
}

} // namespace
} // namespace channels::meta
