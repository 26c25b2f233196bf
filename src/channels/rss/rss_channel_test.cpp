#include "channels/rss/rss_channel.h"
#include "network/listening.h"

#include <gmock/gmock.h>

namespace channels::rss {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const network::Connection account{.server = {},
                                  .own_id = "https://berita.example/feed",
                                  .handle = "Berita",
                                  .secrets = {{"feed", "berita.example/feed"}}};
const network::Source source{.name = "feed"};

std::string feed_of(const std::vector<std::pair<std::string, std::string>>& entries) {
    std::string out = "<rss><channel><title>Berita</title>";
    for (const auto& [guid, title] : entries)
        out += "<item><title>" + title + "</title><guid>" + guid +
               "</guid><pubDate>Mon, 23 Nov 2026 03:00:00 GMT</pubDate></item>";
    return out + "</channel></rss>";
}

network::Page look(const std::string& mark, const std::string& body,
                   std::vector<network::Header> headers = {}) {
    return make_channel()
        ->read_page(account, source, {.mark = mark, .cursor = {}},
                    {.status = 200, .headers = std::move(headers), .body = body})
        .value();
}

std::vector<std::string> texts(const network::Page& page) {
    std::vector<std::string> out;
    for (const auto& event : page.events)
        out.push_back(std::string(base::code_of(event.item.type)) + " " + event.item.text);
    return out;
}

TEST(RssChannel, AnEntryComesOnceAndAgainWhenItSaysSomethingElse) {
    const auto first = look("", feed_of({{"2", "Dua"}, {"1", "Satu"}}));
    EXPECT_THAT(texts(first), ElementsAre("create Satu", "create Dua")) << "in the order of their writing";
    EXPECT_THAT(texts(look(first.mark, feed_of({{"2", "Dua"}, {"1", "Satu"}}))), IsEmpty());
    const auto third = look(first.mark, feed_of({{"3", "Tiga"}, {"2", "Dua, diralat"}}));
    EXPECT_THAT(texts(third), ElementsAre("update Dua, diralat", "create Tiga"));
    EXPECT_TRUE(third.has_reached);
    EXPECT_THAT(texts(look(third.mark, feed_of({{"3", "Tiga"}, {"2", "Dua, diralat"}}))), IsEmpty());
    EXPECT_EQ(first.events[0].item.author.network_id, "berita.example");
}

TEST(RssChannel, AFeedThatMovedOnSaysSo) {
    const auto first = look("", feed_of({{"1", "Satu"}}));
    EXPECT_TRUE(first.has_reached);
    EXPECT_FALSE(look(first.mark, feed_of({{"9", "Sembilan"}})).has_reached);
    EXPECT_TRUE(look(first.mark, feed_of({})).has_reached) << "nothing stands there: nothing came";
}

TEST(RssChannel, AsksOnlyForWhatHasChanged) {
    const auto channel = make_channel();
    const auto page = look("", feed_of({{"1", "Satu"}}),
                           {{"ETag", "\"a1\""}, {"Last-Modified", "Mon, 23 Nov 2026 03:00:00 GMT"}});
    const auto request = channel->ask_page(account, source, {.mark = page.mark, .cursor = {}});
    EXPECT_EQ(request.url, "https://berita.example/feed");
    EXPECT_EQ(network::header_of(request.headers, "if-none-match"), "\"a1\"");
    EXPECT_EQ(network::header_of(request.headers, "if-modified-since"), "Mon, 23 Nov 2026 03:00:00 GMT");
    const network::Response unchanged{.status = 304, .headers = {}, .body = {}};
    EXPECT_EQ(channel->judge_reading({.response = unchanged}).verdict, network::Verdict::ok);
    const auto same =
        channel->read_page(account, source, {.mark = page.mark, .cursor = {}}, unchanged).value();
    EXPECT_TRUE(same.events.empty());
    EXPECT_EQ(same.mark, "") << "as before";
    // A header of the site never becomes two of ours.
    const auto odd = look("", feed_of({{"1", "Satu"}}), {{"ETag", "\"a\r\nX-Evil: 1\""}});
    EXPECT_EQ(network::header_of(channel->ask_page(account, source, {.mark = odd.mark, .cursor = {}}).headers,
                                 "if-none-match"),
              "");
}

TEST(RssChannel, ADateToComeOrNoneIsThatOfTheAnswer) {
    const std::vector<network::Header> headers{{"Date", "Mon, 23 Nov 2026 04:00:00 GMT"}};
    const auto page =
        look("",
             "<rss><channel><item><title>A</title><pubDate>Mon, 23 Nov 2099 03:00:00 GMT</pubDate>"
             "</item><item><title>B</title></item></channel></rss>",
             headers);
    ASSERT_EQ(page.events.size(), 2U);
    for (const auto& event : page.events)
        EXPECT_EQ(base::to_iso(event.item.created_at), "2026-11-23T04:00:00.000Z");
}

TEST(RssChannel, IsLeftAloneAsLongAsItAsks) {
    const auto channel = make_channel();
    const auto* listens = network::listens_only(channel.get());
    ASSERT_TRUE(listens);
    auto self =
        channel->read_self(account, {.status = 200,
                                     .headers = {},
                                     .body = "<rss><channel><title>T</title><ttl>180</ttl></channel></rss>"});
    auto asked = account;
    asked.facts = self.value().facts;
    EXPECT_EQ(listens->look_every(asked), 180min);
    EXPECT_EQ(listens->look_every(account), 15min);
    asked.facts["minutes"] = 1;
    EXPECT_EQ(listens->look_every(asked), 15min);
    EXPECT_FALSE(channel->can_send());
    EXPECT_FALSE(channel->limits(account).can_post);
    EXPECT_EQ(channel->read_self(account, {.status = 200, .headers = {}, .body = "<html>"}).error().code,
              "network.no_feed");
}

} // namespace
} // namespace channels::rss
