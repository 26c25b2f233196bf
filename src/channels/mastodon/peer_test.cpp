// The connector against tests/fakes/mastodon.ts, a small server of ours, with a citizen who uses Debian's
// python3-mastodon there.
#include "channels/mastodon/mastodon_channel.h"
#include "channels/mastodon/server_limits.h"
#include "channels/mastodon/stream_events.h"
#include "exchange.h"
#include "network/form.h"
#include "network/json_reading.h"
#include "peers/programs.h"

#include <curl/curl.h>
#include <gmock/gmock.h>

namespace channels::mastodon {
namespace {

using network::Found;
using network::Progress;
using network::Verdict;
using testing::HasSubstr;
using testing::Not;

const network::ChannelPtr mastodon = make_channel();
const network::Source mentions{.name = "mentions"};

class MastodonPeer : public testing::Test {
protected:
    MastodonPeer() {
        connection.server = server.url();
        connection.secrets["token"] = by("dpudki", {"token"});
        auto self = mastodon->read_self(connection, tests::carried(mastodon->ask_self(connection)));
        if (!self) throw std::runtime_error(self.error().detail);
        connection.own_id = self->own_id;
        connection.handle = self->handle;
    }

    [[nodiscard]] std::string by(const std::string& user, const std::vector<std::string>& what) const {
        std::vector<std::string> command{"/usr/bin/python3", "tests/peers/mastodon_citizen.py", server.url(),
                                         user};
        command.insert(command.end(), what.begin(), what.end());
        return tests::said_by(command);
    }
    void fault(const std::string& mode, const std::string& path, int times = 1) const {
        network::Request request{.method = "POST", .url = server.url() + "/_fake/fault"};
        network::set_form(request, {{"mode", mode}, {"path", path}, {"times", std::to_string(times)}});
        ASSERT_EQ(tests::carried(request).status, 204);
    }
    [[nodiscard]] std::size_t posts_of_agency() const {
        auto all = base::json::parse(tests::carried({.url = server.url() + "/_fake/statuses"}).body);
        std::size_t count = 0;
        for (const auto* status : network::each_in(*all, ""))
            if (network::text_in(*status, "account.username") == "dpudki") ++count;
        return count;
    }
    [[nodiscard]] network::Draft answer_to(const network::Event& event, std::string text) const {
        return {.key = "kunci-" + event.item.network_id,
                .text = std::move(text),
                .visibility = *event.item.visibility,
                .to = event.item.network_id,
                .to_author = event.item.author.network_id,
                .to_handle = *event.item.author.handle,
                .root = event.item.root.value_or("")};
    }

    tests::FakeServer server{"tests/fakes/mastodon.ts"};
    network::Connection connection;
};

TEST_F(MastodonPeer, AMentionIsAnsweredInItsThread) {
    EXPECT_EQ(connection.handle, "@dpudki@127.0.0.1");
    auto instance = base::json::parse(tests::carried(ask_server(connection)).body);
    ASSERT_TRUE(instance);
    connection.facts = server_facts(*instance);
    EXPECT_EQ(mastodon->limits(connection).media.most, 4U);

    const auto first =
        by("warga",
           {"post", "@dpudki jalan rusak, lihat https://contoh.example/berita/2026/11/jalan-rusak-berat"});
    const auto second = by("warga", {"post", "@dpudki ini rahasia", "direct"});
    network::Walk walk;
    auto events = tests::look_through(*mastodon, connection, mentions, walk);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].item.network_id, first);
    EXPECT_EQ(events[0].item.text,
              "@dpudki jalan rusak, lihat https://contoh.example/berita/2026/11/jalan-rusak-berat");
    EXPECT_EQ(events[1].item.visibility, items::Visibility::private_);
    EXPECT_TRUE(items::checked(events[0].item, base::system_now()()));
    EXPECT_TRUE(tests::look_through(*mastodon, connection, mentions, walk).empty()) << "nothing comes twice";

    auto draft = answer_to(events[0], "Sudah kami perbaiki.");
    draft.pictures = {{.mime = "image/jpeg", .bytes = "JPEG", .alt = "Jalan rata"}};
    Progress progress;
    const auto driven = tests::drive(*mastodon, connection, draft, progress);
    EXPECT_EQ(driven.last.verdict, Verdict::ok) << driven.last.code;
    EXPECT_EQ(driven.steps, 4) << "upload, not ready, ready, post";
    Progress direct;
    EXPECT_EQ(tests::drive(*mastodon, connection, answer_to(events[1], "Terima kasih."), direct).last.verdict,
              Verdict::ok);

    const auto seen = by("warga", {"mentions"});
    EXPECT_THAT(seen, HasSubstr("\"parent\": \"" + first + "\", \"visibility\": \"public\""));
    EXPECT_THAT(seen, HasSubstr("\"pictures\": [{\"alt\": \"Jalan rata\"}]"));
    EXPECT_THAT(seen, HasSubstr("\"parent\": \"" + second + "\", \"visibility\": \"direct\""));
}

TEST_F(MastodonPeer, EditsAndDeletionsShowInTheThread) {
    const auto root = by("warga", {"post", "@dpudki pohon tumbang"});
    const auto reply = by("tetangga", {"post", "Betul, sejak pagi", "public", root});
    const auto other = by("tetangga", {"post", "Salah kirim", "public", root});
    const network::Source thread{.name = "thread:" + root};
    network::Walk walk;
    auto events = tests::look_through(*mastodon, connection, thread, walk);
    ASSERT_EQ(events.size(), 3U);
    for (const auto& event : events)
        EXPECT_EQ(event.item.root, root);
    EXPECT_EQ(mastodon->read_count(tests::carried(*mastodon->ask_count(connection, thread))), 2);

    (void)by("tetangga", {"edit", reply, "Betul, sejak kemarin"});
    (void)by("tetangga", {"delete", other});
    events = tests::look_through(*mastodon, connection, thread, walk);
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].item.type, items::Change::update);
    EXPECT_EQ(events[0].item.network_id, reply);
    EXPECT_EQ(events[0].item.text, "Betul, sejak kemarin");
    EXPECT_EQ(events[2].item.type, items::Change::remove);
    EXPECT_EQ(events[2].item.network_id, other);

    (void)by("warga", {"delete", root});
    events = tests::look_through(*mastodon, connection, thread, walk);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].item.type, items::Change::remove);
    EXPECT_EQ(events[0].item.network_id, root);
    EXPECT_EQ(events[1].item.network_id, reply) << "what is below still stands";
}

TEST_F(MastodonPeer, AnAnswerThatIsLostIsFoundAndNeverSaidTwice) {
    (void)by("warga", {"post", "@dpudki banjir di Jl. Melati"});
    network::Walk walk;
    const auto event = tests::look_through(*mastodon, connection, mentions, walk).at(0);
    const auto draft = answer_to(event, "Pompa sudah jalan: https://contoh.example/pompa");
    Progress progress;
    EXPECT_EQ(mastodon->read_own(connection, draft, progress,
                                 tests::carried(*mastodon->find_own(connection, draft, progress))),
              Found::no);
    fault("drop", "/api/v1/statuses");
    EXPECT_EQ(tests::drive(*mastodon, connection, draft, progress).last.verdict, Verdict::unknown);
    EXPECT_EQ(posts_of_agency(), 1U);

    Progress again = progress;
    EXPECT_EQ(tests::drive(*mastodon, connection, draft, again).last.verdict, Verdict::ok) << "the same key";
    EXPECT_EQ(posts_of_agency(), 1U);

    EXPECT_EQ(mastodon->read_own(connection, draft, progress,
                                 tests::carried(*mastodon->find_own(connection, draft, progress))),
              Found::yes);
    EXPECT_EQ(network::published(progress), network::published(again));
    EXPECT_FALSE(mastodon->next(connection, draft, progress));
}

TEST_F(MastodonPeer, ALongAnswerIsAThreadThatGoesOnAfterALoss) {
    (void)by("warga", {"post", "@dpudki mohon penjelasan"});
    network::Walk walk;
    const auto event = tests::look_through(*mastodon, connection, mentions, walk).at(0);
    std::string text;
    for (int i = 0; i < 60; ++i)
        text += "Penjelasan nomor " + std::to_string(i) + ". ";
    const auto draft = answer_to(event, text);
    Progress progress;
    auto first = mastodon->next(connection, draft, progress);
    EXPECT_EQ(mastodon->judge(connection, draft, progress, tests::carry(first->request)).verdict,
              Verdict::ok);
    fault("drop", "/api/v1/statuses");
    EXPECT_EQ(tests::drive(*mastodon, connection, draft, progress).last.verdict, Verdict::unknown);
    EXPECT_EQ(mastodon->read_own(connection, draft, progress,
                                 tests::carried(*mastodon->find_own(connection, draft, progress))),
              Found::yes);
    EXPECT_EQ(tests::drive(*mastodon, connection, draft, progress).last.verdict, Verdict::ok);
    EXPECT_EQ(network::published(progress).size(), posts_of_agency());
    EXPECT_GE(posts_of_agency(), 3U);
    const network::Source thread{.name = event.thread};
    network::Walk around;
    std::string parent = event.item.network_id;
    for (const auto& each : tests::look_through(*mastodon, connection, thread, around)) {
        if (!each.is_own) continue;
        EXPECT_EQ(each.item.in_reply_to, parent) << "each answers the one before";
        parent = each.item.network_id;
    }
    EXPECT_EQ(parent, network::published(progress).back());
}

TEST_F(MastodonPeer, FaultsAreToldApart) {
    (void)by("warga", {"post", "@dpudki lampu mati"});
    network::Walk walk;
    const auto event = tests::look_through(*mastodon, connection, mentions, walk).at(0);
    const auto draft = answer_to(event, "Kami cek.");
    const std::vector<std::pair<const char*, Verdict>> faults = {{"429", Verdict::limited},
                                                                 {"401", Verdict::revoked},
                                                                 {"403", Verdict::forbidden},
                                                                 {"502", Verdict::unknown},
                                                                 {"503", Verdict::unavailable}};
    for (const auto& [mode, verdict] : faults) {
        fault(mode, "/api/v1/statuses");
        Progress progress;
        const auto driven = tests::drive(*mastodon, connection, draft, progress);
        EXPECT_EQ(driven.last.verdict, verdict) << mode;
        EXPECT_EQ(driven.last.again_at.has_value(), verdict == Verdict::limited) << mode;
    }
    fault("hang", "/api/v1/statuses");
    Progress progress;
    EXPECT_EQ(tests::drive(*mastodon, connection, draft, progress, std::chrono::seconds{1}).last.verdict,
              Verdict::unknown);
    EXPECT_EQ(posts_of_agency(), 0U);
    fault("slow", "/api/v1/statuses");
    EXPECT_EQ(tests::drive(*mastodon, connection, draft, progress).last.verdict, Verdict::ok);

    auto gone = draft;
    gone.to = "1";
    gone.key = "lain";
    Progress none;
    EXPECT_EQ(tests::drive(*mastodon, connection, gone, none).last.verdict, Verdict::gone);
    auto elsewhere = connection;
    elsewhere.server = "http://127.0.0.1:1";
    EXPECT_EQ(tests::drive(*mastodon, elsewhere, gone, none).last.verdict, Verdict::unavailable);
    auto picture = gone;
    picture.pictures = {{.mime = "text/plain", .bytes = "x"}};
    EXPECT_EQ(tests::drive(*mastodon, connection, picture, none).last.verdict, Verdict::rejected);

    const auto answer = tests::carry(mastodon->ask_page(connection, mentions, {}));
    const auto usage = mastodon->usage({.name = "notifications.list"}, *answer.response, answer.at);
    ASSERT_EQ(usage.size(), 1U);
    EXPECT_EQ(usage[0].limit, 300);
    EXPECT_TRUE(usage[0].resets_at.has_value());
}

TEST_F(MastodonPeer, MoreThanOnePageIsLookedThrough) {
    std::string citizen_token = by("warga", {"token"});
    network::Connection warga = connection;
    warga.secrets["token"] = citizen_token;
    for (int i = 0; i < 170; ++i) {
        Progress progress;
        const network::Draft draft{.key = "w" + std::to_string(i),
                                   .text = "@dpudki laporan " + std::to_string(i)};
        ASSERT_EQ(tests::drive(*mastodon, warga, draft, progress).last.verdict, Verdict::ok);
    }
    network::Walk walk;
    const auto events = tests::look_through(*mastodon, connection, mentions, walk);
    ASSERT_EQ(events.size(), 170U);
    for (std::size_t i = 0; i < events.size(); ++i)
        EXPECT_EQ(events[i].item.text, "@dpudki laporan " + std::to_string(i));
}

TEST_F(MastodonPeer, TheStreamTellsAtOnce) {
    // The stream never ends: what came within the time is kept.
    std::string heard;
    std::jthread listener([&] {
        const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle(curl_easy_init(),
                                                                         &curl_easy_cleanup);
        const auto request = ask_stream(connection);
        curl_slist* headers = nullptr;
        for (const auto& header : request.headers)
            headers = curl_slist_append(headers, (header.name + ": " + header.value).c_str());
        curl_easy_setopt(handle.get(), CURLOPT_URL, request.url.c_str());
        curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT_MS, 3000L);
        curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(
            handle.get(), CURLOPT_WRITEFUNCTION,
            +[](char* bytes, std::size_t size, std::size_t count, void* to) {
                static_cast<std::string*>(to)->append(bytes, size * count);
                return size * count;
            });
        curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &heard);
        curl_easy_perform(handle.get());
        curl_slist_free_all(headers);
    });
    std::this_thread::sleep_for(std::chrono::milliseconds{300});
    const auto id = by("warga", {"post", "@dpudki pohon tumbang"});
    listener.join();
    StreamReader reader;
    bool is_unreadable = false;
    const auto messages = reader.feed(heard);
    ASSERT_EQ(messages.size(), 1U) << heard;
    const auto event = event_of(connection, messages[0], is_unreadable);
    ASSERT_TRUE(event);
    EXPECT_EQ(event->item.network_id, id);
}

} // namespace
} // namespace channels::mastodon
