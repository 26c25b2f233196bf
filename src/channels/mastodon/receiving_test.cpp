#include "channels/mastodon/fixtures.h"
#include "channels/mastodon/receiving.h"

#include <gmock/gmock.h>

namespace channels::mastodon {
namespace {

using network::Walk;
using testing::ElementsAre;
using testing::HasSubstr;

const network::ChannelPtr mastodon = make_channel();
const network::Source mentions{.name = "mentions"};

TEST(MastodonMentions, AreAskedForwardFromTheMark) {
    const auto first = mastodon->ask_page(connection(), mentions, {});
    EXPECT_EQ(first.url, "https://mastodon.example/api/v1/"
                         "notifications?types%5B%5D=mention&include_filtered=true&limit=80&min_id=0");
    EXPECT_EQ(network::header_of(first.headers, "authorization"), "Bearer RAHASIA");
    EXPECT_THAT(mastodon->ask_page(connection(), mentions, {.mark = "34975861"}).url,
                HasSubstr("min_id=34975861"));
}

TEST(MastodonMentions, ComeOldestFirstAndMoveTheMark) {
    const auto body = "[" +
                      notification("34975862", status("103254401", citizen, "<p>dua</p>", "103254400"),
                                   "2026-11-20T08:16:00.000Z") +
                      "," + notification("34975861", status("103254400", citizen, "<p>satu</p>")) + "]";
    auto page = mastodon->read_page(
        connection(), mentions, {},
        answered(body, 200,
                 {{"Link", "<https://mastodon.example/api/v1/notifications?limit=80&max_id=34975861>; "
                           "rel=\"next\", <https://mastodon.example/api/v1/notifications?min_id=34975862>; "
                           "rel=\"prev\""}}));
    ASSERT_TRUE(page);
    ASSERT_EQ(page->events.size(), 2U);
    EXPECT_EQ(page->mark, "34975862");
    EXPECT_FALSE(page->has_reached) << "the server knows of more";
    EXPECT_EQ(page->cursor, "");

    const auto& first = page->events[0];
    EXPECT_EQ(first.item.network_id, "103254400");
    EXPECT_EQ(first.item.text, "satu");
    EXPECT_EQ(first.item.author.network_id, "warga@lain.example");
    EXPECT_EQ(first.item.author.handle, "@warga@lain.example");
    EXPECT_EQ(first.item.author.name, "Bu Warga");
    EXPECT_EQ(base::to_iso(first.item.created_at), "2026-11-20T08:15:30.123Z");
    EXPECT_EQ(first.item.root, "103254400");
    EXPECT_EQ(first.thread, "thread:103254400");
    EXPECT_FALSE(first.is_own);
    const auto& second = page->events[1];
    EXPECT_EQ(second.item.in_reply_to, "103254400");
    EXPECT_EQ(second.item.root, std::nullopt) << "a notification does not name the root";
    EXPECT_EQ(second.thread, "thread:103254401");
}

TEST(MastodonMentions, EndWithAShortOrEmptyPage) {
    auto empty = mastodon->read_page(connection(), mentions, {.mark = "5"}, answered("[]"));
    ASSERT_TRUE(empty);
    EXPECT_TRUE(empty->has_reached);
    EXPECT_EQ(empty->mark, "");
    const auto one = "[" + notification("7", status("1", citizen, "a")) + "]";
    auto page = mastodon->read_page(connection(), mentions, {.mark = "5"}, answered(one));
    ASSERT_TRUE(page);
    EXPECT_TRUE(page->has_reached) << "fewer than asked for, and no Link header";
    EXPECT_EQ(page->mark, "7");
}

TEST(MastodonMentions, OneBadEntryDoesNotHideTheOthers) {
    const auto body =
        "[{\"id\":\"9\",\"type\":\"mention\",\"status\":null},{\"id\":\"8\",\"type\":\"follow\"}," +
        notification("7", status("1", citizen, "baik")) + ",17]";
    auto page = mastodon->read_page(connection(), mentions, {}, answered(body));
    ASSERT_TRUE(page);
    EXPECT_EQ(page->events.size(), 1U);
    EXPECT_EQ(page->unreadable, 2U);
    EXPECT_FALSE(mastodon->read_page(connection(), mentions, {}, answered("{}")));
    EXPECT_FALSE(mastodon->read_page(connection(), mentions, {}, answered("<html>")));
    EXPECT_FALSE(mastodon->read_page(connection(), mentions, {}, answered("[]", 502)));
}

TEST(MastodonStatus, VisibilityIsNeverWidened) {
    for (const auto& [code, visibility] :
         {std::pair{"public", items::Visibility::public_}, std::pair{"unlisted", items::Visibility::unlisted},
          std::pair{"private", items::Visibility::followers},
          std::pair{"direct", items::Visibility::private_}, std::pair{"new", items::Visibility::private_}}) {
        auto body = status("1", citizen, "x");
        body.replace(body.find("\"public\""), 8, "\"" + std::string(code) + "\"");
        auto page =
            mastodon->read_page(connection(), mentions, {}, answered("[" + notification("2", body) + "]"));
        ASSERT_TRUE(page);
        EXPECT_EQ(page->events.at(0).item.visibility, visibility) << code;
    }
}

TEST(MastodonStatus, FilesKeepTheirDescription) {
    auto body = status("1", citizen, "<p>Lubang</p>");
    body.replace(body.find("\"media_attachments\":[]"), 22,
                 R"("media_attachments":[{"id":"22","type":"image","url":"https://files.example/o.jpg",
"preview_url":"https://files.example/s.jpg","remote_url":null,"meta":{"original":{"width":640,"height":480}},
"description":"Lubang di depan pasar","blurhash":"U"},{"id":"23","type":"image","url":null,"description":null}])");
    auto page =
        mastodon->read_page(connection(), mentions, {}, answered("[" + notification("2", body) + "]"));
    ASSERT_TRUE(page);
    const auto& item = page->events.at(0).item;
    EXPECT_EQ(item.text, "Lubang\n[Lubang di depan pasar]");
    ASSERT_EQ(item.media.size(), 1U);
    EXPECT_EQ(item.media[0].url, "https://files.example/o.jpg");
}

const network::Source thread{.name = "thread:103254401"};

TEST(MastodonThread, GivesWhatStandsAroundAndTheStatusItself) {
    EXPECT_EQ(mastodon->ask_page(connection(), thread, {}).url,
              "https://mastodon.example/api/v1/statuses/103254401/context");
    const auto context = "{\"ancestors\":[" + status("103254400", citizen, "akar") + "],\"descendants\":[" +
                         status("103254402", agency, "Kami cek.", "103254401") + "," +
                         status("103254403", citizen, "Sudah berubah", "103254402",
                                R"(,"edited_at":"2026-11-20T09:00:00.000Z")") +
                         "]}";
    auto page = mastodon->read_page(connection(), thread, {}, answered(context));
    ASSERT_TRUE(page);
    ASSERT_EQ(page->events.size(), 3U);
    EXPECT_FALSE(page->has_reached);
    EXPECT_EQ(page->mark, "103254400 103254402 103254403");
    for (const auto& event : page->events) {
        EXPECT_EQ(event.item.root, "103254400");
        EXPECT_EQ(event.thread, "thread:103254400");
    }
    EXPECT_TRUE(page->events[1].is_own) << "the account wrote it itself";
    EXPECT_EQ(page->events[2].item.type, items::Change::update);
    EXPECT_EQ(page->events[2].item.network_id, "103254403") << "all versions have one id";

    const Walk second{.mark = page->mark, .cursor = page->cursor};
    EXPECT_EQ(mastodon->ask_page(connection(), thread, second).url,
              "https://mastodon.example/api/v1/statuses/103254401");
    auto itself = mastodon->read_page(connection(), thread, second,
                                      answered(status("103254401", citizen, "x", "103254400")));
    ASSERT_TRUE(itself);
    EXPECT_TRUE(itself->has_reached);
    EXPECT_EQ(itself->events.at(0).item.root, "103254400");
    EXPECT_EQ(itself->mark, "103254401 103254400 103254402 103254403");
}

TEST(MastodonThread, WhatIsMissedIsGoneOnlyWhenTheServerSaysSo) {
    const network::Source root{.name = "thread:1"};
    Walk walk{.mark = "1 2 3"};
    auto page =
        mastodon->read_page(connection(), root, walk, answered(R"({"ancestors":[],"descendants":[]})"));
    ASSERT_TRUE(page);
    walk = {.mark = page->mark, .cursor = page->cursor};
    page = mastodon->read_page(connection(), root, walk, answered(status("1", citizen, "akar")));
    ASSERT_TRUE(page);
    EXPECT_FALSE(page->has_reached);

    walk = {.mark = page->mark, .cursor = page->cursor};
    EXPECT_EQ(mastodon->ask_page(connection(), root, walk).url, "https://mastodon.example/api/v1/statuses/2");
    page = mastodon->read_page(connection(), root, walk, answered(R"({"error":"Record not found"})", 404));
    ASSERT_TRUE(page);
    ASSERT_EQ(page->events.size(), 1U);
    EXPECT_EQ(page->events[0].item.type, items::Change::remove);
    EXPECT_EQ(page->events[0].item.network_id, "2");
    EXPECT_EQ(page->mark, "1 3");

    walk = {.mark = page->mark, .cursor = page->cursor};
    EXPECT_EQ(mastodon->ask_page(connection(), root, walk).url, "https://mastodon.example/api/v1/statuses/3");
    page = mastodon->read_page(connection(), root, walk, answered(status("3", citizen, "masih ada", "1")));
    ASSERT_TRUE(page);
    EXPECT_EQ(page->events.at(0).item.type, items::Change::create);
    EXPECT_TRUE(page->has_reached);
    EXPECT_EQ(page->cursor, "");
}

TEST(MastodonThread, AThreadThatIsGoneSaysSo) {
    auto page = mastodon->read_page(connection(), {.name = "thread:1"}, {.mark = "1 2"},
                                    answered(R"({"error":"Record not found"})", 404));
    ASSERT_TRUE(page);
    EXPECT_EQ(page->events.at(0).item.type, items::Change::remove);
    EXPECT_EQ(page->events.at(0).item.network_id, "1");
    EXPECT_EQ(page->cursor, "check 1 2");
}

TEST(MastodonThread, AForeignCursorOrIdReachesNoAddress) {
    EXPECT_EQ(mastodon->ask_page(connection(), {.name = "thread:../x"}, {}).name, "notifications.list");
    EXPECT_EQ(mastodon->ask_page(connection(), {.name = "thread:1"}, {.cursor = "check 1 ../../x"}).url,
              "https://mastodon.example/api/v1/statuses/1/context");
}

TEST(MastodonThread, IsCountedByItsRoot) {
    ASSERT_TRUE(mastodon->ask_count(connection(), {.name = "thread:1"}));
    EXPECT_FALSE(mastodon->ask_count(connection(), mentions));
    EXPECT_EQ(mastodon->read_count(answered(status("1", citizen, "x"))), 2);
    EXPECT_FALSE(mastodon->read_count(answered("{}")));
}

} // namespace
} // namespace channels::mastodon
