#include "channels/mastodon/fixtures.h"
#include "channels/mastodon/mastodon_channel.h"
#include "channels/mastodon/server_limits.h"
#include "channels/mastodon/stream_events.h"

#include <gmock/gmock.h>

namespace channels::mastodon {
namespace {

using testing::ElementsAre;

const network::ChannelPtr mastodon = make_channel();

TEST(MastodonSelf, IsWhomTheTokenSpeaksFor) {
    EXPECT_EQ(mastodon->ask_self(connection()).url,
              "https://mastodon.example/api/v1/accounts/verify_credentials");
    auto self = mastodon->read_self(connection(), answered(std::string(agency)));
    ASSERT_TRUE(self);
    EXPECT_EQ(self->own_id, "109000");
    EXPECT_EQ(self->handle, "@dpudki@mastodon.example");
    EXPECT_TRUE(self->missing.empty());
    self = mastodon->read_self(
        connection(), answered(std::string(agency), 200, {{"X-OAuth-Scopes", "read, write:statuses"}}));
    ASSERT_TRUE(self);
    EXPECT_THAT(self->missing, ElementsAre("write:media"));
    EXPECT_FALSE(mastodon->read_self(connection(), answered(R"({"error":"x"})", 401)));
    EXPECT_FALSE(mastodon->read_self(connection(), answered("{}")));
}

TEST(MastodonLimits, AreTheServersOwn) {
    auto at = connection();
    EXPECT_EQ(mastodon->limits(at).text.longest, 500U);
    auto instance = base::json::parse(
        R"({"domain":"dki.example","version":"4.3.1","configuration":{"urls":{"streaming":"wss://stream.dki.example"},
"accounts":{"max_featured_tags":10},"statuses":{"max_characters":1000,"max_media_attachments":6,"characters_reserved_per_url":23},
"media_attachments":{"supported_mime_types":["image/jpeg"],"image_size_limit":0,"description_limit":1500}}})");
    ASSERT_TRUE(instance);
    at.facts = server_facts(*instance);
    const auto limits = mastodon->limits(at);
    EXPECT_EQ(limits.text.longest, 1000U);
    EXPECT_EQ(limits.text.link_cost, 23U);
    EXPECT_TRUE(limits.text.only_local_part);
    EXPECT_EQ(limits.media.most, 6U);
    EXPECT_EQ(limits.media.largest_bytes, 16UL << 20) << "no picture at all is not believed";
    EXPECT_EQ(ask_stream(at).url, "https://stream.dki.example/api/v1/streaming/user/notification");
    EXPECT_EQ(mastodon->read_self(at, answered(std::string(agency)))->handle, "@dpudki@dki.example");
}

std::vector<StreamMessage> fed(StreamReader& reader, std::string_view bytes, std::size_t piece) {
    std::vector<StreamMessage> out;
    for (std::size_t at = 0; at < bytes.size(); at += piece)
        for (auto& message : reader.feed(bytes.substr(at, piece)))
            out.push_back(std::move(message));
    return out;
}

TEST(MastodonStream, IsReadInAnyPieces) {
    auto note = notification("7", status("1", citizen, "halo"));
    std::erase(note, '\n');
    const std::string bytes =
        ":thump\n\nevent: notification\ndata: " + note +
        "\n\n:\r\nevent: delete\r\ndata: 103254400\r\n\r\nevent: filters_changed\ndata: "
        "undefined\n\nevent: notification\ndata: {\n\n";
    for (const std::size_t piece : {1UL, 7UL, 100'000UL}) {
        StreamReader reader;
        const auto messages = fed(reader, bytes, piece);
        ASSERT_EQ(messages.size(), 4U);
        bool is_unreadable = false;
        auto mention = event_of(connection(), messages[0], is_unreadable);
        ASSERT_TRUE(mention);
        EXPECT_EQ(mention->item.text, "halo");
        auto removed = event_of(connection(), messages[1], is_unreadable);
        ASSERT_TRUE(removed);
        EXPECT_EQ(removed->item.type, items::Change::remove);
        EXPECT_EQ(removed->item.network_id, "103254400");
        EXPECT_FALSE(event_of(connection(), messages[2], is_unreadable));
        EXPECT_FALSE(is_unreadable);
        EXPECT_FALSE(event_of(connection(), messages[3], is_unreadable));
        EXPECT_TRUE(is_unreadable);
    }
}

TEST(MastodonStream, AMessageWithoutEndTakesNoMemory) {
    StreamReader reader;
    const std::string much(1UL << 20, 'x');
    EXPECT_TRUE(reader.feed("event: notification\ndata: ").empty());
    for (int i = 0; i < 4; ++i)
        EXPECT_TRUE(reader.feed(much).empty());
    const auto after = reader.feed("\n\nevent: delete\ndata: 5\n\n");
    ASSERT_EQ(after.size(), 1U);
    EXPECT_EQ(after[0].data, "5");
    EXPECT_EQ(reader.dropped(), 1U);
}

} // namespace
} // namespace channels::mastodon
