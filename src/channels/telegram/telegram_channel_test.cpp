#include "channels/telegram/api.h"
#include "channels/telegram/message.h"
#include "channels/telegram/telegram_channel.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace channels::telegram {
namespace {

using network::Verdict;
using testing::HasSubstr;
using testing::Not;

const network::ChannelPtr telegram = make_channel();
const network::Source updates{.name = "updates"};
constexpr std::string_view token = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";

network::Connection connection() {
    network::Connection out{.server = {}, .own_id = "110201543", .handle = "@DpuDki_bot"};
    out.secrets["token"] = token;
    out.secrets["webhook_secret"] = "rahasia-kait";
    return out;
}

network::Response answered(std::string body, int status = 200) {
    return {.status = status, .headers = {}, .body = std::move(body)};
}

constexpr std::string_view from =
    R"("from":{"id":987654321,"is_bot":false,"first_name":"Siti","last_name":"Aminah","username":"siti","language_code":"id"})";
constexpr std::string_view chat =
    R"("chat":{"id":987654321,"first_name":"Siti","username":"siti","type":"private"})";
constexpr std::string_view group = R"("chat":{"id":-1001234567890,"title":"RT 05","type":"supergroup"})";

std::string message(int number, std::string_view where, std::string_view members) {
    return fmt::format(R"({{"message_id":{},{},{},"date":1790000000,{}}})", number, from, where, members);
}
std::string update(int id, const std::string& body, std::string_view kind = "message") {
    return fmt::format(R"({{"update_id":{},"{}":{}}})", id, kind, body);
}
network::Page page_of(const std::string& entries) {
    auto page =
        telegram->read_page(connection(), updates, {}, answered(R"({"ok":true,"result":[)" + entries + "]}"));
    return page ? *page : network::Page{.events = {}, .mark = "failed", .cursor = {}};
}
/// The only event of a message; an empty one when there is none.
network::Event event(std::string_view where, std::string_view members) {
    auto page = page_of(update(1, message(7, where, members)));
    return page.events.size() == 1 ? page.events[0] : network::Event{};
}

TEST(TelegramSelf, IsTheBot) {
    EXPECT_EQ(telegram->ask_self(connection()).url,
              "https://api.telegram.org/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/getMe");
    auto self = telegram->read_self(
        connection(), answered(R"({"ok":true,"result":{"id":110201543,"is_bot":true,"first_name":"DPU",
"username":"DpuDki_bot","can_join_groups":true,"can_read_all_group_messages":false,"supports_inline_queries":false}})"));
    ASSERT_TRUE(self);
    EXPECT_EQ(self->own_id, "110201543");
    EXPECT_EQ(self->handle, "@DpuDki_bot");
    auto refused = telegram->read_self(
        connection(), answered(R"({"ok":false,"error_code":401,"description":"Unauthorized"})", 401));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().detail, "401 Unauthorized");
}

TEST(TelegramUpdates, AreAskedAfterTheMark) {
    EXPECT_EQ(telegram->ask_page(connection(), updates, {}).body,
              R"({"limit":100,"timeout":0,"allowed_updates":["message","edited_message","callback_query"]})");
    EXPECT_THAT(telegram->ask_page(connection(), updates, {.mark = "41"}).body, HasSubstr(R"("offset":42)"));
}

TEST(TelegramUpdates, AMessageAndItsEditHaveOneId) {
    const auto page =
        page_of(update(41, message(7, chat, R"("text":"Jalan rusak")")) + "," +
                update(42, message(7, chat, R"("edit_date":1790000060,"text":"Jalan rusak berat")"),
                       "edited_message") +
                "," + update(43, R"({"id":"1"})", "poll") + ",{\"update_id\":44,\"message\":{}}");
    ASSERT_EQ(page.events.size(), 2U);
    EXPECT_EQ(page.mark, "44");
    EXPECT_TRUE(page.has_reached);
    const auto& item = page.events[0].item;
    EXPECT_EQ(item.network_id, "987654321/7");
    EXPECT_EQ(item.root, "987654321");
    EXPECT_EQ(item.author.network_id, "987654321");
    EXPECT_EQ(item.author.name, "Siti Aminah");
    EXPECT_EQ(item.author.handle, "@siti");
    EXPECT_EQ(item.visibility, items::Visibility::private_);
    EXPECT_EQ(base::to_iso(item.created_at), "2026-09-21T14:13:20.000Z");
    EXPECT_EQ(page.events[1].item.type, items::Change::update);
    EXPECT_EQ(page.events[1].item.network_id, item.network_id);
    EXPECT_EQ(page.events[1].item.text, "Jalan rusak berat");
}

TEST(TelegramUpdates, APageIsNeverHalfRead) {
    auto page = page_of("7,{\"update_id\":\"x\"},{\"update_id\":9223372036854775807,\"message\":{}}," +
                        update(9, message(1, chat, R"("text":"ada")")));
    EXPECT_EQ(page.events.size(), 1U);
    EXPECT_EQ(page.unreadable, 3U);
    EXPECT_EQ(page.mark, "9");
    EXPECT_FALSE(telegram->read_page(connection(), updates, {}, answered("<html>")));
    EXPECT_FALSE(telegram->read_page(connection(), updates, {}, answered(R"({"ok":true,"result":{}})")));
}

TEST(TelegramMessage, PhotosPlacesAndFiles) {
    auto got = event(chat, R"("caption":"Lubangnya","photo":[
{"file_id":"kecil","file_unique_id":"a","width":90,"height":67,"file_size":1200},
{"file_id":"besar","file_unique_id":"b","width":1280,"height":960,"file_size":120000},
{"file_id":"sedang","file_unique_id":"c","width":320,"height":240}],"media_group_id":"139")");
    EXPECT_EQ(got.item.text, "Lubangnya");
    ASSERT_EQ(got.item.media.size(), 1U);
    EXPECT_EQ(got.item.media[0].url, "tg-file:besar");

    got = event(chat, R"("location":{"latitude":-6.175392,"longitude":106.827153})");
    EXPECT_EQ(got.item.text, "📍 -6.175392, 106.827153");
    EXPECT_DOUBLE_EQ(got.item.place->lat, -6.175392);
    got = event(
        chat,
        R"("venue":{"location":{"latitude":-6.2,"longitude":106.8},"title":"Pasar","address":"Jl. A"})");
    EXPECT_EQ(got.item.text, "Pasar, Jl. A");
    EXPECT_TRUE(got.item.place.has_value());
    EXPECT_FALSE(event(chat, R"("text":"x","location":{"latitude":1e300,"longitude":2})").item.place);

    got = event(chat, R"("voice":{"file_id":"SUARA","duration":3,"mime_type":"audio/ogg"})");
    EXPECT_EQ(got.item.media.at(0).url, "tg-file:SUARA");
    got = event(chat, R"("document":{"file_id":"GIF"},"animation":{"file_id":"GIF"})");
    EXPECT_EQ(got.item.media.size(), 1U);
    got = event(chat, R"("contact":{"phone_number":"+628111","first_name":"Siti","user_id":987654321})");
    EXPECT_EQ(got.item.contact->phone, "+628111");
    EXPECT_EQ(event(chat, R"("pinned_message":{})").item.network_id, "") << "no words of a citizen";
}

TEST(TelegramMessage, InAGroupOnlyWhatTurnsToTheBot) {
    EXPECT_EQ(event(group, R"("text":"halo semua")").item.network_id, "");
    auto got = event(
        group,
        R"("text":"👍 @dpudki_bot jalan rusak","entities":[{"type":"mention","offset":3,"length":11}])");
    EXPECT_EQ(got.item.network_id, "-1001234567890/7");
    EXPECT_EQ(got.item.root, "-1001234567890");
    EXPECT_EQ(got.item.visibility, items::Visibility::followers);
    EXPECT_EQ(event(group, R"("text":"@lain_bot","entities":[{"type":"mention","offset":0,"length":9}])")
                  .item.network_id,
              "");
    EXPECT_NE(event(group, R"("text":"/lapor","entities":[{"type":"bot_command","offset":0,"length":6}])")
                  .item.network_id,
              "");
    EXPECT_EQ(
        event(group, R"("text":"/lapor@lain_bot","entities":[{"type":"bot_command","offset":0,"length":15}])")
            .item.network_id,
        "");
    got = event(
        group, R"("text":"belum","reply_to_message":{"message_id":5,"from":{"id":110201543,"is_bot":true}})");
    EXPECT_EQ(got.item.in_reply_to, "-1001234567890/5");
    got = event(
        R"("chat":{"id":-100,"title":"Warga","username":"warga_cempaka","type":"supergroup"})",
        R"("caption":"@DpuDki_bot","caption_entities":[{"type":"mention","offset":0,"length":11}],"photo":[{"file_id":"F"}])");
    EXPECT_EQ(got.item.visibility, items::Visibility::unlisted);
}

TEST(TelegramPress, IsAMessageThatTheCoreKnows) {
    const std::string press = fmt::format(
        R"({{"id":"4382bfdwdsb323b2d9","from":{{"id":987654321,"is_bot":false,"first_name":"Siti"}},"message":{{"message_id":9,
"from":{{"id":110201543,"is_bot":true}},{},"date":1790000000,"text":"Sudah?"}},"chat_instance":"1","data":"{}"}})",
        chat, "DATA");
    auto with = [&](const char* data, const char* id = "4241953104932713584") {
        std::string body = press;
        body.replace(body.find("DATA"), 4, data);
        body.replace(body.find("4382bfdwdsb323b2d9"), 18, id);
        return page_of(update(1, body, "callback_query"));
    };
    const auto page = with("belum:TGP-7K3M-9QXT");
    ASSERT_EQ(page.events.size(), 1U);
    const auto& item = page.events[0].item;
    EXPECT_EQ(item.text, "/belum TGP-7K3M-9QXT");
    EXPECT_EQ(item.network_id, "987654321/press-4241953104932713584");
    EXPECT_EQ(item.in_reply_to, "987654321/9");
    EXPECT_EQ(item.root, "987654321");
    EXPECT_EQ(item.author.network_id, "987654321");
    EXPECT_FALSE(page.events[0].is_own) << "the message is the bot's, the press is not";
    EXPECT_EQ(with("sudah").events.at(0).item.text, "/sudah");
    EXPECT_TRUE(with("lain").events.empty());
    EXPECT_EQ(with("sudah", "../x").unreadable, 1U);
}

TEST(TelegramPush, IsBelievedOnlyWithItsSecret) {
    network::Push push{
        .method = "POST", .query = {}, .headers = {}, .body = update(1, message(7, chat, R"("text":"a")"))};
    EXPECT_EQ(telegram->answer_push(connection(), push, {}).status, 403);
    push.headers = {{"X-Telegram-Bot-Api-Secret-Token", "rahasia"}};
    EXPECT_FALSE(telegram->answer_push(connection(), push, {}).is_kept);
    push.headers = {{"x-telegram-bot-api-secret-token", "rahasia-kait"}};
    const auto answer = telegram->answer_push(connection(), push, {});
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.is_kept);
    auto without = connection();
    without.secrets.erase("webhook_secret");
    push.headers = {{"X-Telegram-Bot-Api-Secret-Token", ""}};
    EXPECT_EQ(telegram->answer_push(without, push, {}).status, 403);

    auto events = telegram->read_push(connection(), push.body);
    ASSERT_TRUE(events);
    EXPECT_EQ(events->at(0).item.network_id, page_of(push.body).events.at(0).item.network_id);
    EXPECT_TRUE(telegram->read_push(connection(), R"({"update_id":1,"poll":{}})")->empty());
    EXPECT_FALSE(telegram->read_push(connection(), "[]"));
    EXPECT_FALSE(telegram->read_push(connection(), "{"));
}

TEST(TelegramMedia, IsAskedForFirst) {
    const auto ask = telegram->ask_media(connection(), "tg-file:besar");
    EXPECT_THAT(ask.url, HasSubstr("/getFile"));
    EXPECT_EQ(ask.body, R"({"file_id":"besar"})");
    auto get = telegram->read_media(
        connection(),
        answered(
            R"({"ok":true,"result":{"file_id":"besar","file_unique_id":"b","file_size":120000,"file_path":"photos/file 1.jpg"}})"));
    ASSERT_TRUE(get);
    EXPECT_EQ(get->url, "https://api.telegram.org/file/bot" + std::string(token) + "/photos/file%201.jpg");
    EXPECT_EQ(get->largest, 20UL << 20);
    for (const auto* path : {"../../x", "/etc", "", "a//b"})
        EXPECT_FALSE(telegram->read_media(
            connection(), answered(fmt::format(R"({{"ok":true,"result":{{"file_path":"{}"}}}})", path))));
    EXPECT_EQ(telegram->ask_media(connection(), "https://files.example/a.jpg").url,
              "https://files.example/a.jpg");
}

struct Case {
    const char* body;
    int status;
    Verdict verdict;
    const char* code;
};

TEST(TelegramAnswers, AreJudgedWithoutTheToken) {
    const std::vector<Case> cases = {
        {R"({"ok":false,"error_code":401,"description":"Unauthorized"})", 401, Verdict::revoked,
         "401 Unauthorized"},
        {R"({"ok":false,"error_code":404,"description":"Not Found"})", 404, Verdict::revoked,
         "404 Not Found"},
        {R"({"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"})", 403,
         Verdict::forbidden, "403 Forbidden: bot was blocked by the user"},
        {R"({"ok":false,"error_code":400,"description":"Bad Request: chat not found"})", 400, Verdict::gone,
         "400 Bad Request: chat not found"},
        {R"({"ok":false,"error_code":400,"description":"Bad Request: message text is empty"})", 400,
         Verdict::rejected, "400 Bad Request: message text is empty"},
        {R"({"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-100}})",
         400, Verdict::rejected, "400 chat_moved"},
        {R"({"ok":false,"error_code":409,"description":"Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"})",
         409, Verdict::rejected, "409 webhook_is_set"},
        {R"({"ok":false,"error_code":409,"description":"Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"})",
         409, Verdict::unavailable, "409 read_elsewhere"},
        {R"({"ok":false,"error_code":400,"description":"bad 110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw here"})",
         400, Verdict::rejected, "400 bad *** here"},
        {"<html>", 502, Verdict::unavailable, "502"},
        {"<html>", 200, Verdict::unavailable, "unreadable"},
    };
    for (const auto& each : cases) {
        const auto judgement = telegram->judge_reading({.response = answered(each.body, each.status)});
        EXPECT_EQ(judgement.verdict, each.verdict) << each.body;
        EXPECT_EQ(judgement.code, each.code);
    }
    const base::Time at = base::time_from_ms(1'790'000'000'000);
    const auto limited = telegram->judge_reading(
        {.response = answered(
             R"({"ok":false,"error_code":429,"description":"Too Many Requests: retry after 35","parameters":{"retry_after":35}})",
             429),
         .at = at});
    EXPECT_EQ(limited.verdict, Verdict::limited);
    EXPECT_EQ(*limited.again_at, at + std::chrono::seconds{35});
    EXPECT_EQ(without_token("jam 10:30, 12345:tidak"), "jam 10:30, 12345:tidak");
}

TEST(TelegramEntities, CountUtf16) {
    EXPECT_EQ(by_utf16("👍 @bot", 3, 4), "@bot");
    EXPECT_EQ(by_utf16("é@bot", 1, 99), "@bot");
    EXPECT_EQ(by_utf16("a", 5, 1), "");
    EXPECT_EQ(by_utf16("a", -1, 1), "");
}

} // namespace
} // namespace channels::telegram
