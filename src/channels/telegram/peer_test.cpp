// The connector against npm's telegram-test-api, and against tests/fakes/telegram.ts, ours, for what that
// lacks.
#include "channels/telegram/telegram_channel.h"
#include "exchange.h"
#include "network/form.h"
#include "network/json_reading.h"
#include "peers/programs.h"

#include <gmock/gmock.h>

namespace channels::telegram {
namespace {

using network::Progress;
using network::Verdict;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const network::ChannelPtr telegram = make_channel();
const network::Source updates{.name = "updates"};

network::Connection connected(const std::string& server, const std::string& token) {
    network::Connection out{.server = server, .own_id = {}, .handle = {}};
    out.secrets["token"] = token;
    auto self = telegram->read_self(out, tests::carried(telegram->ask_self(out)));
    if (!self) throw std::runtime_error(self.error().detail);
    out.own_id = self->own_id;
    out.handle = self->handle;
    return out;
}

network::Response post(const std::string& url, const std::string& body) {
    network::Request request{.method = "POST", .url = url};
    network::set_json(request, body);
    return tests::carried(request);
}

network::Draft answer_to(const network::Event& event, std::string text) {
    return {.key = "k",
            .text = std::move(text),
            .visibility = *event.item.visibility,
            .to = event.item.network_id,
            .to_author = event.item.author.network_id,
            .to_handle = event.item.author.handle.value_or(""),
            .root = *event.item.root};
}

TEST(TelegramTestApi, AMessageIsAnsweredAndAButtonPressed) {
    const tests::FakeServer server("tests/peers/telegram_test_api.ts");
    const auto connection = connected(server.url(), "sampleToken");
    EXPECT_EQ(connection.own_id, "666");
    EXPECT_EQ(connection.handle, "@TestNameBot");

    const std::string who = R"("from":{"id":1,"first_name":"Siti","username":"siti","is_bot":false},
        "chat":{"id":1,"first_name":"Siti","username":"siti","type":"private"})";
    post(server.url() + "/sendMessage",
         "{\"botToken\":\"sampleToken\"," + who + R"(,"date":1790000000,"text":"Jalan rusak 🙏"})");
    network::Walk walk;
    const auto events = tests::look_through(*telegram, connection, updates, walk);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].item.text, "Jalan rusak 🙏");
    EXPECT_EQ(events[0].item.root, "1");
    EXPECT_TRUE(tests::look_through(*telegram, connection, updates, walk).empty());

    auto draft = answer_to(events[0], "Sudah selesai?");
    draft.to_facts =
        base::json::parse(
            R"({"buttons":[{"text":"Sudah","data":"sudah:A"},{"text":"Belum","data":"belum:A"}]})")
            ->get_object();
    Progress progress;
    const auto driven = tests::drive(*telegram, connection, draft, progress);
    EXPECT_EQ(driven.last.verdict, Verdict::ok) << driven.last.code;
    ASSERT_EQ(network::published(progress).size(), 1U);
    const auto seen = post(server.url() + "/getUpdates", R"({"token":"sampleToken","chatId":1})").body;
    EXPECT_THAT(seen, HasSubstr("Sudah selesai?"));
    EXPECT_THAT(seen, HasSubstr(R"("callback_data":"belum:A")"));

    post(server.url() + "/sendCallback",
         "{\"botToken\":\"sampleToken\",\"date\":1790000000,\"data\":\"belum:A\"," + who +
             ",\"message\":{\"message_id\":2,\"date\":1790000000," + who + "}}");
    const auto pressed = tests::look_through(*telegram, connection, updates, walk);
    ASSERT_EQ(pressed.size(), 1U);
    EXPECT_EQ(pressed[0].item.text, "/belum A");
    EXPECT_EQ(pressed[0].item.in_reply_to, "1/2");
}

class TelegramFake : public testing::Test {
protected:
    void citizen(const std::string& body) const {
        ASSERT_EQ(post(server.url() + "/_fake/citizen", body).status, 200);
    }
    void fault(const std::string& mode, const std::string& method) const {
        const std::string path = "/bot7:uji/" + method;
        ASSERT_EQ(post(server.url() + "/_fake/fault", R"({"mode":")" + mode + R"(","path":")" + path + "\"}")
                      .status,
                  204);
    }
    [[nodiscard]] std::string sent() const {
        return tests::carried({.url = server.url() + "/_fake/sent"}).body;
    }
    [[nodiscard]] std::vector<network::Event> events() {
        return tests::look_through(*telegram, connection, updates, walk);
    }

    tests::FakeServer server{"tests/fakes/telegram.ts"};
    network::Connection connection = connected(server.url(), "7:uji");
    network::Walk walk;
};

TEST_F(TelegramFake, EveryUpdateComesOnceInOrder) {
    for (int i = 0; i < 250; ++i)
        citizen(R"({"text":"laporan )" + std::to_string(i) + "\"}");
    citizen(R"({"text":"laporan 0, diperbaiki","edit":1})");
    auto all = events();
    ASSERT_EQ(all.size(), 251U);
    for (std::size_t i = 0; i < 250; ++i)
        EXPECT_EQ(all[i].item.text, "laporan " + std::to_string(i));
    EXPECT_EQ(all[250].item.type, items::Change::update);
    EXPECT_EQ(all[250].item.network_id, all[0].item.network_id);
    EXPECT_TRUE(events().empty());
}

TEST_F(TelegramFake, APhotoIsFetchedThroughItsFile) {
    citizen(R"({"photo":"A1","caption":"Lubang"})");
    citizen(R"({"location":"-6.175392,106.827153"})");
    const auto all = events();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_TRUE(items::checked(all[1].item, base::system_now()()));
    EXPECT_TRUE(all[1].item.place.has_value());
    const auto asked = tests::carried(telegram->ask_media(connection, *all[0].item.media.at(0).url));
    const auto get = telegram->read_media(connection, asked);
    ASSERT_TRUE(get);
    EXPECT_EQ(tests::carried(*get).body, "FOTO besar-A1.jpg");
    EXPECT_FALSE(
        telegram->read_media(connection, tests::carried(telegram->ask_media(connection, "tg-file:x"))));
}

TEST_F(TelegramFake, AnswersWithPicturesArrive) {
    citizen(R"({"text":"Jalan rusak"})");
    auto draft = answer_to(events().at(0), "Sudah kami perbaiki.");
    draft.pictures = {{.mime = "image/jpeg", .bytes = "JPEG"}};
    Progress one;
    EXPECT_EQ(tests::drive(*telegram, connection, draft, one).last.verdict, Verdict::ok);
    EXPECT_THAT(
        sent(),
        HasSubstr(
            R"("text":"Sudah kami perbaiki.","photo":{"name":"foto-1.jpg","type":"image/jpeg","size":4})"
            R"(,"reply":{"message_id":1,"allow_sending_without_reply":true})"));
    draft.pictures.assign(3, {.mime = "image/png", .bytes = "PNG"});
    draft.text.assign(5000, 'a');
    Progress several;
    const auto driven = tests::drive(*telegram, connection, draft, several);
    EXPECT_EQ(driven.last.verdict, Verdict::ok) << driven.last.code;
    EXPECT_EQ(driven.steps, 3) << "an album and two messages";
    EXPECT_EQ(network::published(several).size(), 5U);
}

TEST_F(TelegramFake, RefusalsAreToldApartWithoutTheToken) {
    citizen(R"({"text":"Jalan rusak"})");
    const auto draft = answer_to(events().at(0), "Kami cek.");
    auto tried = [&](const network::Draft& what, std::chrono::seconds longest = std::chrono::seconds{20}) {
        Progress progress;
        auto last = tests::drive(*telegram, connection, what, progress, longest).last;
        EXPECT_THAT(last.code, Not(HasSubstr("uji")));
        return last;
    };
    fault("429", "send");
    const auto limited = tried(draft);
    EXPECT_EQ(limited.verdict, Verdict::limited);
    ASSERT_TRUE(limited.again_at);
    EXPECT_NEAR(std::chrono::duration<double>(*limited.again_at - base::system_now()()).count(), 35, 5);
    auto other = draft;
    other.root = "403";
    EXPECT_EQ(tried(other).verdict, Verdict::forbidden);
    other.root = "404";
    EXPECT_EQ(tried(other).verdict, Verdict::gone);
    other = draft;
    other.text.clear();
    EXPECT_EQ(tried(other).verdict, Verdict::rejected);
    EXPECT_EQ(sent(), "[]");
    fault("500", "send");
    EXPECT_EQ(tried(draft).verdict, Verdict::unknown);
    fault("hang", "send");
    EXPECT_EQ(tried(draft, std::chrono::seconds{1}).verdict, Verdict::unknown);
    fault("drop", "send");
    EXPECT_EQ(tried(draft).verdict, Verdict::unknown) << "and it did happen";
    EXPECT_THAT(sent(), HasSubstr("Kami cek."));
    fault("slow", "send");
    EXPECT_EQ(tried(draft).verdict, Verdict::ok);

    auto wrong = connection;
    wrong.secrets["token"] = "8:lain";
    EXPECT_EQ(telegram->judge_reading(tests::carry(telegram->ask_self(wrong))).verdict, Verdict::revoked);
    post(server.url() + "/bot7:uji/setWebhook", R"({"url":"https://agency.example/kait"})");
    const auto conflict =
        telegram->judge_reading(tests::carry(telegram->ask_page(connection, updates, walk)));
    EXPECT_EQ(conflict.verdict, Verdict::rejected);
    EXPECT_EQ(conflict.code, "409 webhook_is_set");
}

} // namespace
} // namespace channels::telegram
