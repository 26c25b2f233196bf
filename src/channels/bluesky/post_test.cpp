#include "base/encode.h"
#include "channels/bluesky/bluesky.h"
#include "channels/bluesky/facets.h"
#include "channels/bluesky/post.h"
#include "channels/bluesky/session.h"

#include <gtest/gtest.h>

namespace channels::bluesky {
namespace {

const network::Connection account{.server = "https://pds.contoh.id",
                                  .own_id = "did:plc:dinas",
                                  .handle = "@dpu.contoh.id",
                                  .secrets = {{"identifier", "dpu.contoh.id"}, {"app_password", "a-b-c-d"}}};

constexpr std::string_view notifications = R"({"cursor":"2026-05-26T06:48:00.000Z::bafy","notifications":[
 {"uri":"at://did:plc:warga/app.bsky.feed.post/3kaaa","cid":"bafyone","author":{"did":"did:plc:warga","handle":"warga.bsky.social","displayName":"Warga"},
  "reason":"mention","record":{"$type":"app.bsky.feed.post","text":"@dpu.contoh.id lubang di contoh.id/peta...","createdAt":"2026-05-26T06:50:00.000Z","langs":["id"],
   "facets":[{"index":{"byteStart":0,"byteEnd":14},"features":[{"$type":"app.bsky.richtext.facet#mention","did":"did:plc:dinas"}]},
             {"index":{"byteStart":25,"byteEnd":42},"features":[{"$type":"app.bsky.richtext.facet#link","uri":"https://contoh.id/peta/12345"}]}],
   "embed":{"$type":"app.bsky.embed.images","images":[{"alt":"lubang","image":{"$type":"blob","ref":{"$link":"bafkpic"},"mimeType":"image/jpeg","size":1000}}]}},
  "isRead":false,"indexedAt":"2026-05-26T06:50:01.000Z"},
 {"uri":"at://did:plc:lain/app.bsky.feed.like/3kbbb","cid":"bafytwo","author":{"did":"did:plc:lain","handle":"lain.id"},"reason":"like","record":{"$type":"app.bsky.feed.like"},"indexedAt":"2026-05-26T06:49:00.000Z"},
 {"uri":"at://did:plc:lain/app.bsky.feed.post/3kccc","cid":"bafythree","author":{"did":"did:plc:lain","handle":"handle.invalid"},"reason":"reply",
  "record":{"text":"sudah","createdAt":"1999-01-01T00:00:00Z","reply":{"root":{"uri":"at://did:plc:dinas/app.bsky.feed.post/3kroot","cid":"c"},"parent":{"uri":"at://did:plc:dinas/app.bsky.feed.post/3kpar","cid":"c"}}},
  "indexedAt":"2026-05-26T06:30:00.000Z"},
 {"uri":"broken","reason":"mention","indexedAt":"2026-05-26T06:29:00.000Z"}]})";

TEST(BlueskyPosts, ReadsNotifications) {
    auto page = read_notifications(account, {}, notifications);
    ASSERT_TRUE(page);
    ASSERT_EQ(page->events.size(), 2U) << "a like is no report";
    EXPECT_EQ(page->unreadable, 1U);
    EXPECT_EQ(page->mark, "2026-05-26T06:50:01.000Z");
    EXPECT_EQ(page->cursor, "2026-05-26T06:48:00.000Z::bafy");
    EXPECT_FALSE(page->has_reached);

    const auto& mention = page->events[0].item;
    EXPECT_EQ(mention.network_id, "at://did:plc:warga/app.bsky.feed.post/3kaaa");
    EXPECT_EQ(mention.author.network_id, "did:plc:warga");
    EXPECT_EQ(mention.author.handle, "@warga.bsky.social");
    EXPECT_EQ(mention.text, "@dpu.contoh.id lubang di https://contoh.id/peta/12345");
    EXPECT_EQ(mention.url, "https://bsky.app/profile/did:plc:warga/post/3kaaa");
    EXPECT_EQ(mention.visibility, items::Visibility::public_);
    EXPECT_EQ(mention.root, mention.network_id);
    ASSERT_EQ(mention.media.size(), 1U);
    EXPECT_EQ(mention.media[0].url,
              "https://cdn.bsky.app/img/feed_fullsize/plain/did:plc:warga/bafkpic@jpeg");

    const auto& reply = page->events[1];
    EXPECT_EQ(reply.item.in_reply_to, "at://did:plc:dinas/app.bsky.feed.post/3kpar");
    EXPECT_EQ(reply.thread, "thread:at://did:plc:dinas/app.bsky.feed.post/3kroot");
    EXPECT_EQ(reply.item.author.handle, std::nullopt);
    EXPECT_EQ(base::to_iso(reply.item.created_at), "2026-05-26T06:30:00.000Z") << "not what its clock said";
}

TEST(BlueskyPosts, TheWalkEndsAQuarterOfAnHourBeforeItsMark) {
    auto page = read_notifications(account, {.mark = "2026-05-26T06:50:00.000Z"}, notifications);
    ASSERT_TRUE(page);
    EXPECT_TRUE(page->has_reached);
    EXPECT_EQ(page->cursor, "");
    EXPECT_EQ(page->events.size(), 1U);

    auto none = read_notifications(account, {.mark = "2026-05-26T06:50:00.000Z"}, R"({"notifications":[]})");
    ASSERT_TRUE(none);
    EXPECT_TRUE(none->has_reached);
    EXPECT_EQ(none->mark, "") << "as before";
    EXPECT_EQ(read_notifications(account, {}, R"({"feed":[]})").error().code, "network.unreadable");
    EXPECT_EQ(read_notifications(account, {}, "<html>").error().code, "network.unreadable");
}

TEST(BlueskyPosts, AServerAloneGivesPicturesItself) {
    auto alone = account;
    alone.facts["image_server"] = "";
    auto page = read_notifications(alone, {}, notifications);
    ASSERT_TRUE(page);
    EXPECT_EQ(page->events[0].item.media[0].url,
              "https://pds.contoh.id/xrpc/com.atproto.sync.getBlob?did=did%3Aplc%3Awarga&cid=bafkpic");
}

TEST(BlueskyPosts, AThreadHoldsOwnPostsToo) {
    auto page = read_thread(account, R"({"thread":{"$type":"app.bsky.feed.defs#threadViewPost",
      "post":{"uri":"at://did:plc:warga/app.bsky.feed.post/3kroot","cid":"c1","author":{"did":"did:plc:warga","handle":"warga.id"},
        "record":{"text":"lubang","createdAt":"2026-05-26T06:00:00Z"},"indexedAt":"2026-05-26T06:00:01Z"},
      "replies":[
        {"$type":"app.bsky.feed.defs#threadViewPost","post":{"uri":"at://did:plc:dinas/app.bsky.feed.post/3kown","cid":"c2","author":{"did":"did:plc:dinas","handle":"dpu.contoh.id"},
          "record":{"text":"Sudah diperbaiki","createdAt":"2026-05-26T07:00:00Z","reply":{"root":{"uri":"at://did:plc:warga/app.bsky.feed.post/3kroot","cid":"c1"},"parent":{"uri":"at://did:plc:warga/app.bsky.feed.post/3kroot","cid":"c1"}}},"indexedAt":"2026-05-26T07:00:01Z"},"replies":[]},
        {"$type":"app.bsky.feed.defs#blockedPost","uri":"at://did:plc:x/app.bsky.feed.post/3kx","blocked":true,"author":{"did":"did:plc:x"}}]}})");
    ASSERT_TRUE(page);
    ASSERT_EQ(page->events.size(), 2U);
    EXPECT_FALSE(page->events[0].is_own);
    EXPECT_TRUE(page->events[1].is_own);
    EXPECT_EQ(page->events[1].item.root, "at://did:plc:warga/app.bsky.feed.post/3kroot");
    EXPECT_TRUE(page->has_reached);
    EXPECT_EQ(page->unreadable, 0U);
    EXPECT_EQ(page->mark, "2026-05-26T07:00:01.000Z");
}

TEST(BlueskyFacets, AreCountedInBytes) {
    const std::string text = "@warga.id Jalan é 👷 #DPU2026, lihat https://lapor.contoh.id/TGP-7K3M. #2026";
    const auto facets = facets_of(text, "@warga.id", "did:plc:warga");
    ASSERT_EQ(facets.size(), 3U) << "a number is no tag";
    auto slice = [&](std::size_t i) {
        const auto from = facets[i].at("index").at("byteStart").to_number<std::size_t>();
        return text.substr(from, facets[i].at("index").at("byteEnd").to_number<std::size_t>() - from);
    };
    EXPECT_EQ(slice(0), "@warga.id");
    EXPECT_EQ(facets[0].at("features").at(0).at("did").as_string(), "did:plc:warga");
    EXPECT_EQ(slice(1), "#DPU2026");
    EXPECT_EQ(facets[1].at("features").at(0).at("tag").as_string(), "DPU2026");
    EXPECT_EQ(slice(2), "https://lapor.contoh.id/TGP-7K3M");
}

TEST(BlueskyFacets, LinksAreMadeWholeAndNonsenseIsPassedOver) {
    auto text_of = [](const char* record) { return text_with_links(*base::json::parse(record)); };
    EXPECT_EQ(text_of(R"({"text":"klik sini ya","facets":[{"index":{"byteStart":5,"byteEnd":9},
        "features":[{"$type":"app.bsky.richtext.facet#link","uri":"https://a.id/x"}]}]})"),
              "klik sini (https://a.id/x) ya");
    for (const char* index : {R"({"byteStart":5,"byteEnd":99})", R"({"byteStart":9,"byteEnd":5})",
                              R"({"byteStart":-1,"byteEnd":2})", R"({"byteStart":1,"byteEnd":2})", "7"})
        EXPECT_EQ(
            text_of((std::string(R"({"text":"é klik","facets":[{"index":)") + index +
                     R"(,"features":[{"$type":"app.bsky.richtext.facet#link","uri":"https://a.id"}]}]})")
                        .c_str()),
            "é klik")
            << index;
}

TEST(BlueskySession, TokensComeFromThePasswordOrTheRefreshToken) {
    const auto channel = make_channel();
    auto first = channel->refresh(account);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->url, "https://pds.contoh.id/xrpc/com.atproto.server.createSession");
    EXPECT_EQ(first->body, R"({"identifier":"dpu.contoh.id","password":"a-b-c-d"})");

    const std::string jwt = "e30." + base::to_base64url(R"({"exp":1790000000})") + ".sig";
    auto tokens = channel->read_tokens(
        {.status = 200, .body = R"({"accessJwt":")" + jwt + R"(","refreshJwt":"R","did":"did:plc:dinas"})"},
        {});
    ASSERT_TRUE(tokens);
    EXPECT_EQ(tokens->secrets.at("token"), jwt);
    EXPECT_EQ(base::to_iso(*tokens->expires_at), "2026-09-21T14:13:20.000Z");

    auto later = account;
    later.secrets["token"] = jwt;
    later.secrets["refresh_token"] = "R";
    auto again = channel->refresh(later);
    EXPECT_EQ(again->url, "https://pds.contoh.id/xrpc/com.atproto.server.refreshSession");
    EXPECT_EQ(again->method, "POST");
    EXPECT_EQ(network::header_of(again->headers, "authorization"), "Bearer R");

    auto emptied =
        channel->read_tokens({.status = 400, .body = R"({"error":"ExpiredToken","message":"x"})"}, {});
    ASSERT_TRUE(emptied);
    EXPECT_EQ(emptied->secrets.at("refresh_token"), "") << "so that the password is asked next";
    EXPECT_FALSE(channel->read_tokens({.status = 401, .body = R"({"error":"AuthenticationRequired"})"}, {}));
    EXPECT_FALSE(channel->read_tokens({.status = 200, .body = R"({"accessJwt":"a"})"}, {}));
    for (const char* bogus : {"", "a.b", "a.!!.c", "e30.e30.x", "e30.W10.x"})
        EXPECT_EQ(expiry_of(bogus), std::nullopt) << bogus;
}

TEST(BlueskySession, SaysWhoItIs) {
    const auto channel = make_channel();
    auto self = channel->read_self(
        account,
        {.status = 200, .body = R"({"did":"did:plc:dinas","handle":"dpu.contoh.id","active":true})"});
    ASSERT_TRUE(self);
    EXPECT_EQ(self->own_id, "did:plc:dinas");
    EXPECT_EQ(self->handle, "@dpu.contoh.id");
    EXPECT_TRUE(self->missing.empty());
    auto down = channel->read_self(
        account, {.status = 200,
                  .body = R"({"did":"did:plc:dinas","handle":"h.id","active":false,"status":"takendown"})"});
    EXPECT_EQ(down->missing, std::vector<std::string>{"active:takendown"});
    EXPECT_FALSE(channel->read_self(account, {.status = 200, .body = "{}"}));
}

} // namespace
} // namespace channels::bluesky
