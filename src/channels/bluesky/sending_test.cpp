#include "channels/bluesky/bluesky.h"
#include "channels/bluesky/record.h"
#include "network/json_reading.h"

#include <gtest/gtest.h>

namespace channels::bluesky {
namespace {

using network::Found;
using network::Verdict;

const base::Time now = base::time_from_ms(1'790'000'000'000);
const network::Connection account{.server = "https://pds.contoh.id",
                                  .own_id = "did:plc:dinas",
                                  .handle = "@dpu.contoh.id",
                                  .secrets = {{"token", "T"}}};

network::Answer answer(int status, std::string body, std::vector<network::Header> headers = {}) {
    return {.response = network::Response{status, std::move(headers), std::move(body)}, .at = now};
}

class Sending : public ::testing::Test {
protected:
    [[nodiscard]] network::Step step() const {
        auto next = channel->next(account, draft, progress);
        EXPECT_TRUE(next);
        return next.value_or(network::Step{});
    }
    [[nodiscard]] base::json::Value sent() const { return *base::json::parse(step().request.body); }
    Verdict take(int status, std::string body) {
        return channel->judge(account, draft, progress, answer(status, std::move(body))).verdict;
    }

    network::ChannelPtr channel = make_channel();
    network::Draft draft{.key = "7301", .text = "Lubang sudah ditambal. https://lapor.contoh.id/TGP"};
    network::Progress progress;
};

const std::string parent = R"({"uri":"at://did:plc:warga/app.bsky.feed.post/3kaaa","cid":"bafyparent","value":
    {"text":"x","reply":{"root":{"uri":"at://did:plc:lain/app.bsky.feed.post/3kroot","cid":"bafyroot"},"parent":{"uri":"at://p","cid":"c"}}}})";

TEST_F(Sending, AnAnswerIsLookedUpThenMade) {
    draft.to = "at://did:plc:warga/app.bsky.feed.post/3kaaa";
    draft.to_handle = "@warga.id";
    const auto look_up = step();
    EXPECT_FALSE(look_up.publishes);
    EXPECT_EQ(look_up.request.url,
              "https://pds.contoh.id/xrpc/com.atproto.repo.getRecord?repo=did%3Aplc%3Awarga&"
              "collection=app.bsky.feed.post&rkey=3kaaa");
    EXPECT_EQ(take(200, parent), Verdict::ok);

    ASSERT_TRUE(step().publishes);
    const auto body = sent();
    EXPECT_EQ(network::text_in(body, "repo"), "did:plc:dinas");
    EXPECT_EQ(network::text_in(body, "rkey"), record_key("7301", 0));
    EXPECT_EQ(network::text_in(body, "record.text"), draft.text) << "the reply itself tells who is answered";
    EXPECT_EQ(network::text_in(body, "record.reply.root.cid"), "bafyroot");
    EXPECT_EQ(network::text_in(body, "record.reply.parent.cid"), "bafyparent");
    EXPECT_EQ(network::text_in(body, "record.createdAt"), "2026-09-21T14:13:20.000Z");
    EXPECT_EQ(network::find_in(body, "record.langs")->at(0).as_string(), "id");

    EXPECT_EQ(take(200, R"({"uri":"at://did:plc:dinas/app.bsky.feed.post/k0","cid":"bafyown"})"),
              Verdict::ok);
    EXPECT_EQ(network::published(progress),
              std::vector<std::string>{"at://did:plc:dinas/app.bsky.feed.post/k0"});
    EXPECT_EQ(progress["url"].as_string(), "https://bsky.app/profile/did:plc:dinas/post/k0");
    EXPECT_FALSE(channel->next(account, draft, progress));
}

TEST_F(Sending, WhatIsGoneIsNotAnswered) {
    draft.to = "at://did:plc:warga/app.bsky.feed.post/3kaaa";
    EXPECT_EQ(take(400, R"({"error":"RecordNotFound","message":"Could not locate record: at://x"})"),
              Verdict::gone);
    EXPECT_EQ(take(400, R"({"error":"InvalidRequest","message":"Could not locate record"})"), Verdict::gone);
    EXPECT_TRUE(progress.empty());
}

TEST_F(Sending, APostOfItsOwnThatStandsAlreadyIsNotMadeAgain) {
    EXPECT_NE(step().request.url.find(record_key("7301", 0)), std::string::npos);
    EXPECT_EQ(take(200, R"({"uri":"at://did:plc:dinas/app.bsky.feed.post/k0","cid":"c","value":{}})"),
              Verdict::ok);
    EXPECT_FALSE(channel->next(account, draft, progress));
}

TEST_F(Sending, PicturesGoFirstAndStandInTheFirstPart) {
    for (int i = 0; i < 40; ++i)
        draft.text += " Kalimat ke-" + std::to_string(i) + ".";
    draft.pictures = {{.mime = "image/jpeg", .bytes = "JPEG", .alt = "sesudah", .width = 4, .height = 3}};
    EXPECT_FALSE(channel->needs_bytes(draft, progress));
    EXPECT_EQ(take(400, R"({"error":"RecordNotFound"})"), Verdict::ok);
    EXPECT_TRUE(channel->needs_bytes(draft, progress));
    EXPECT_EQ(step().request.body, "JPEG");
    EXPECT_FALSE(step().publishes);
    EXPECT_EQ(
        take(200, R"({"blob":{"$type":"blob","ref":{"$link":"bafkpic"},"mimeType":"image/jpeg","size":4}})"),
        Verdict::ok);
    EXPECT_FALSE(channel->needs_bytes(draft, progress));

    auto body = sent();
    const auto* image = &network::find_in(body, "record.embed.images")->at(0);
    EXPECT_EQ(network::text_in(*image, "image.ref.$link"), "bafkpic");
    EXPECT_EQ(network::text_in(*image, "alt"), "sesudah");
    EXPECT_EQ(network::number_in(*image, "aspectRatio.width"), 4);
    EXPECT_EQ(network::find_in(body, "record.reply"), nullptr);

    std::vector<std::string> keys;
    const auto parts = parts_of(draft).size();
    ASSERT_GE(parts, 3U);
    for (std::size_t part = 0; part < parts; ++part) {
        body = sent();
        keys.push_back(network::text_in(body, "rkey"));
        if (part > 0) {
            EXPECT_EQ(network::find_in(body, "record.embed"), nullptr);
            EXPECT_EQ(network::text_in(body, "record.reply.root.cid"), "c0") << "its own first part";
            EXPECT_EQ(network::text_in(body, "record.reply.parent.cid"), "c" + std::to_string(part - 1));
        }
        const auto n = std::to_string(part);
        ASSERT_EQ(
            take(200, R"({"uri":"at://did:plc:dinas/app.bsky.feed.post/k)" + n + R"(","cid":"c)" + n + "\"}"),
            Verdict::ok);
    }
    EXPECT_FALSE(channel->next(account, draft, progress));
    EXPECT_NE(keys[0], keys[1]);
}

TEST_F(Sending, WhatBecameOfALostAnswerIsSeenByItsKey) {
    EXPECT_FALSE(channel->find_own(account, draft, progress)) << "nothing may have happened yet";
    EXPECT_EQ(take(400, R"({"error":"RecordNotFound"})"), Verdict::ok);
    network::Answer lost{.at = now};
    EXPECT_EQ(channel->judge(account, draft, progress, lost).verdict, Verdict::unknown);
    lost.reached = network::Reached::no;
    EXPECT_EQ(channel->judge(account, draft, progress, lost).verdict, Verdict::unavailable);
    // A second record under the same key: the server breaks (com.atproto.repo.createRecord gives 500).
    EXPECT_EQ(take(500, R"({"error":"InternalServerError","message":"Internal Server Error"})"),
              Verdict::unknown);
    EXPECT_EQ(take(200, "<html>"), Verdict::unknown);

    auto find = channel->find_own(account, draft, progress);
    ASSERT_TRUE(find);
    EXPECT_NE(find->url.find(record_key("7301", 0)), std::string::npos);
    auto read = [&](int status, std::string body) {
        return channel->read_own(account, draft, progress, {.status = status, .body = std::move(body)});
    };
    EXPECT_EQ(read(400, R"({"error":"RecordNotFound"})"), Found::no);
    EXPECT_EQ(read(502, ""), Found::cannot_tell);
    EXPECT_EQ(read(400, R"({"error":"ExpiredToken"})"), Found::cannot_tell);
    EXPECT_EQ(
        read(
            200,
            R"({"uri":"at://did:plc:dinas/app.bsky.feed.post/k","cid":"c","value":{"createdAt":"2026-09-21T14:13:20Z"}})"),
        Found::yes);
    EXPECT_FALSE(channel->next(account, draft, progress));
}

TEST_F(Sending, ErrorsMeanWhatTheirNamesSay) {
    struct Row {
        int status;
        const char* error;
        Verdict verdict;
    };
    for (const auto& row : std::to_array<Row>({
             {400, "ExpiredToken", Verdict::expired},
             {401, "AuthMissing", Verdict::expired},
             {400, "InvalidToken", Verdict::revoked},
             {401, "AuthenticationRequired", Verdict::revoked},
             {401, "AccountTakedown", Verdict::revoked},
             {429, "RateLimitExceeded", Verdict::limited},
             {400, "InvalidRequest", Verdict::rejected},
             {400, "NotFound", Verdict::gone},
             {503, "UpstreamFailure", Verdict::unavailable},
         }))
        EXPECT_EQ(channel
                      ->judge_reading(answer(row.status, std::string(R"({"error":")") + row.error +
                                                             R"(","message":"words"})"))
                      .verdict,
                  row.verdict)
            << row.error;
    const std::vector<network::Header> headers{
        {"RateLimit-Limit", "1666"}, {"RateLimit-Remaining", "0"}, {"RateLimit-Reset", "1790003600"}};
    auto limited = channel->judge_reading(answer(429, R"({"error":"RateLimitExceeded"})", headers));
    EXPECT_EQ(limited.again_at, now + std::chrono::hours(1));
    const auto usage = channel->usage({.name = "com.atproto.repo.createRecord", .url = {}},
                                      *answer(200, "{}", headers).response, now);
    ASSERT_EQ(usage.size(), 1U);
    EXPECT_EQ(usage[0].scope, "account");
    EXPECT_EQ(usage[0].limit, 1666);
    EXPECT_EQ(usage[0].resets_at, now + std::chrono::hours(1));
}

TEST(RecordKey, IsATidThatIsTheSameEachTime) {
    for (int i = 0; i < 1000; ++i) {
        const auto key = record_key(std::to_string(i), 0);
        ASSERT_EQ(key.size(), 13U);
        ASSERT_NE(std::string_view("234567abcdefghij").find(key[0]), std::string_view::npos);
        ASSERT_EQ(key.find_first_not_of("234567abcdefghijklmnopqrstuvwxyz"), std::string::npos);
        ASSERT_EQ(key, record_key(std::to_string(i), 0));
        ASSERT_NE(key, record_key(std::to_string(i), 1));
    }
}

} // namespace
} // namespace channels::bluesky
