// Against the fake of ours, or the real server when TANGGAP_ATPROTO names it (tests/peers/atproto).
#include "channels/bluesky/bluesky.h"
#include "channels/bluesky/record.h"
#include "fakes/node_server.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace channels::bluesky {
namespace {

using network::Verdict;

class BlueskyPeer : public ::testing::Test {
protected:
    static const char* real() { return std::getenv("TANGGAP_ATPROTO"); }
    /// One server for all tests: the real one takes long to start.
    static tests::NodeServer& server() {
        static tests::NodeServer one(real() ? real() : "tests/fakes/bluesky.ts");
        return one;
    }

    network::Connection signed_in(const std::string& name) {
        network::Connection connection{
            .server = server().url(),
            .own_id = {},
            .handle = {},
            .secrets = {{"identifier", name + ".test"}, {"app_password", "rahasia"}},
            .facts = {{"image_server", ""}}};
        renew(connection);
        auto self = channel->read_self(connection, response(channel->ask_self(connection)));
        EXPECT_TRUE(self);
        connection.own_id = self->own_id;
        connection.handle = self->handle;
        return connection;
    }
    void renew(network::Connection& connection) {
        auto tokens = channel->read_tokens(response(*channel->refresh(connection)), base::system_now()());
        ASSERT_TRUE(tokens);
        EXPECT_GT(tokens->expires_at.value(), base::system_now()());
        for (const auto& [name, value] : tokens->secrets)
            connection.secrets[name] = value;
    }
    static network::Response response(const network::Request& request) {
        return tests::carry(request).response.value();
    }
    /// An id that no run before has used.
    static std::string key() {
        static int count = 0;
        return std::to_string(base::to_ms(base::system_now()())) + "." + std::to_string(++count);
    }
    std::string post(const network::Connection& from, network::Draft draft) {
        draft.key = key();
        network::Progress progress;
        EXPECT_EQ(tests::send(*channel, from, draft, progress).code, "");
        const auto ids = network::published(progress);
        return ids.empty() ? std::string() : ids.front();
    }
    /// Looks through a source until the post is there; the real app view takes a moment.
    std::optional<network::Event> wait_for(const network::Connection& connection, network::Source source,
                                           const std::string& id) {
        for (int tries = 0; tries < 100; ++tries) {
            auto page = channel->read_page(connection, source, {},
                                           response(channel->ask_page(connection, source, {})));
            if (page)
                for (auto& event : page->events)
                    if (event.item.network_id == id) return event;
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        return std::nullopt;
    }

    network::ChannelPtr channel = make_channel();
    network::Connection dinas = signed_in("dinas");
    network::Connection warga = signed_in("warga");
};

TEST_F(BlueskyPeer, signs_in_renews_and_knows_a_wrong_password) {
    EXPECT_EQ(dinas.handle, "@dinas.test");
    ASSERT_TRUE(dinas.own_id.starts_with("did:"));
    renew(dinas); // by the refresh token
    auto self = channel->read_self(dinas, response(channel->ask_self(dinas)));
    EXPECT_EQ(self->own_id, dinas.own_id);

    auto wrong = dinas;
    wrong.secrets["token"] = "nonsense";
    EXPECT_EQ(channel->judge_reading(tests::carry(channel->ask_self(wrong))).verdict, Verdict::revoked);
    wrong.secrets = {{"identifier", "dinas.test"}, {"app_password", "salah"}};
    EXPECT_EQ(channel->judge_reading(tests::carry(*channel->refresh(wrong))).verdict, Verdict::revoked);
    wrong.secrets["refresh_token"] = "nonsense";
    auto emptied = channel->read_tokens(response(*channel->refresh(wrong)), {});
    ASSERT_TRUE(emptied);
    EXPECT_EQ(emptied->secrets.at("refresh_token"), "");
}

TEST_F(BlueskyPeer, a_mention_is_answered_in_its_thread_once) {
    std::ifstream in(tests::NodeServer::root() / "tests" / "fixtures" / "media" / "noted.jpg",
                     std::ios::binary);
    const std::string jpeg(std::istreambuf_iterator<char>(in), {});
    ASSERT_FALSE(jpeg.empty());
    const auto mention = post(warga, {.text = "lubang di https://contoh.id/peta #lubang",
                                      .to_author = dinas.own_id,
                                      .to_handle = dinas.handle,
                                      .pictures = {{.mime = "image/jpeg", .bytes = jpeg, .alt = "lubang"}}});
    auto event = wait_for(dinas, {.name = "notifications"}, mention);
    ASSERT_TRUE(event) << mention;
    EXPECT_EQ(event->item.text, "@dinas.test lubang di https://contoh.id/peta #lubang");
    EXPECT_EQ(event->item.author.network_id, warga.own_id);
    EXPECT_EQ(event->item.author.handle, "@warga.test");
    EXPECT_FALSE(event->is_own);
    ASSERT_EQ(event->item.media.size(), 1U);
    EXPECT_EQ(response(channel->ask_media(dinas, *event->item.media[0].url)).body, jpeg);

    network::Draft draft{.key = key(), .to = mention, .to_author = warga.own_id, .to_handle = warga.handle};
    for (int i = 0; i < 30; ++i)
        draft.text += "Perbaikan 👷🏽‍♀️ tahap ke-" + std::to_string(i) + " sudah selesai. ";
    network::Progress progress;
    ASSERT_EQ(tests::send(*channel, dinas, draft, progress).code, "");
    const auto ids = network::published(progress);
    ASSERT_EQ(ids.size(), parts_of(draft).size());
    ASSERT_GT(ids.size(), 2U);

    auto last = wait_for(warga, {.name = event->thread}, ids.back());
    ASSERT_TRUE(last);
    EXPECT_EQ(last->item.root, mention);
    EXPECT_EQ(last->item.in_reply_to, ids[ids.size() - 2]);
    auto own = wait_for(dinas, {.name = event->thread}, ids.front());
    ASSERT_TRUE(own);
    EXPECT_TRUE(own->is_own);
    EXPECT_EQ(wait_for(warga, {.name = "notifications"}, ids.front())->item.in_reply_to, mention);
}

TEST_F(BlueskyPeer, the_same_key_makes_no_second_post) {
    const auto mention = post(warga, {.text = "halo", .to_author = dinas.own_id, .to_handle = dinas.handle});
    const network::Draft draft{.key = key(), .text = "Terima kasih.", .to = mention};
    network::Progress progress;
    const auto look_up = channel->next(dinas, draft, progress);
    ASSERT_EQ(channel->judge(dinas, draft, progress, tests::carry(look_up->request)).verdict, Verdict::ok);
    const auto create = channel->next(dinas, draft, progress);
    ASSERT_TRUE(create->publishes);
    auto find = [&] {
        return channel->read_own(dinas, draft, progress,
                                 response(*channel->find_own(dinas, draft, progress)));
    };
    EXPECT_EQ(find(), network::Found::no);
    tests::carry(create->request); // its answer is lost
    const auto second = channel->judge(dinas, draft, progress, tests::carry(create->request));
    EXPECT_EQ(second.verdict, Verdict::unknown) << second.code;
    EXPECT_EQ(find(), network::Found::yes);
    EXPECT_FALSE(channel->next(dinas, draft, progress));
}

TEST_F(BlueskyPeer, what_is_not_there_is_gone) {
    network::Progress progress;
    const auto uri = "at://" + warga.own_id + "/app.bsky.feed.post/3kaaaaaaaaaaa";
    EXPECT_EQ(tests::send(*channel, dinas, {.key = key(), .text = "x", .to = uri}, progress).verdict,
              Verdict::gone);
    const network::Source source{.name = "thread:" + uri};
    EXPECT_EQ(channel->judge_reading(tests::carry(channel->ask_page(dinas, source, {}))).verdict,
              Verdict::gone);
}

TEST_F(BlueskyPeer, takes_a_part_of_the_whole_length) {
    std::string text;
    for (int i = 0; i < 300; ++i)
        text += "👷🏽";
    EXPECT_NE(post(dinas, {.text = text}), "");
}

} // namespace
} // namespace channels::bluesky
