#include "base/text.h"
#include "channels/telegram/sending.h"
#include "channels/telegram/telegram_channel.h"
#include "network/text_length.h"

#include <gmock/gmock.h>

namespace channels::telegram {
namespace {

using network::Draft;
using network::Progress;
using network::Verdict;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const network::ChannelPtr telegram = make_channel();

network::Connection connection() {
    network::Connection out{.server = {}, .own_id = "110201543", .handle = "@DpuDki_bot"};
    out.secrets["token"] = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
    return out;
}

Draft reply() {
    return {.key = "k",
            .text = "Sudah kami perbaiki.",
            .visibility = items::Visibility::private_,
            .to = "987654321/7",
            .to_author = "987654321",
            .to_handle = "@siti",
            .root = "987654321"};
}

network::Answer answer(std::string body, int status = 200) {
    return {.response = network::Response{.status = status, .headers = {}, .body = std::move(body)},
            .at = base::time_from_ms(1'790'000'000'000)};
}

const std::string taken = R"({"ok":true,"result":{"message_id":12,"from":{"id":110201543,"is_bot":true},
"chat":{"id":987654321,"type":"private"},"date":1790000000,"text":"Sudah kami perbaiki."}})";

TEST(TelegramSending, AnAnswerIsOneMessage) {
    Progress progress;
    auto step = telegram->next(connection(), reply(), progress);
    ASSERT_TRUE(step);
    EXPECT_TRUE(step->publishes);
    EXPECT_EQ(step->request.name, "sendMessage");
    EXPECT_EQ(step->request.body, R"({"chat_id":987654321,"reply_parameters":{"message_id":7,)"
                                  R"("allow_sending_without_reply":true},"text":"Sudah kami perbaiki."})")
        << "in a private chat nobody is named";
    EXPECT_FALSE(telegram->needs_bytes(reply(), progress));
    EXPECT_EQ(telegram->judge(connection(), reply(), progress, answer(taken)).verdict, Verdict::ok);
    EXPECT_THAT(network::published(progress), ElementsAre("987654321/12"));
    EXPECT_FALSE(telegram->next(connection(), reply(), progress));
    EXPECT_FALSE(telegram->find_own(connection(), reply(), progress)) << "no network can say";
    EXPECT_EQ(telegram->same_key_for().count(), 0);
}

TEST(TelegramSending, InAGroupTheReaderIsNamed) {
    Draft draft = reply();
    draft.to = "-1001234567890/7";
    draft.root = "-1001234567890";
    EXPECT_THAT(telegram->next(connection(), draft, {})->request.body,
                HasSubstr(R"("text":"@siti Sudah kami)"));
}

TEST(TelegramSending, ButtonsStandUnderTheLastMessage) {
    Draft draft = reply();
    draft.to = "987654321/press-4";
    draft.to_facts =
        base::json::parse(R"({"buttons":[{"text":"Sudah","data":"sudah:A"},{"text":"Belum","data":"belum:A"},
{"text":"","data":"x"},{"text":"lama","data":"0123456789012345678901234567890123456789012345678901234567890123456789"}]})")
            ->get_object();
    const auto body = telegram->next(connection(), draft, {})->request.body;
    EXPECT_THAT(body,
                HasSubstr(R"("reply_markup":{"inline_keyboard":[[{"text":"Sudah","callback_data":"sudah:A"},)"
                          R"({"text":"Belum","callback_data":"belum:A"}]]})"));
    EXPECT_THAT(body, Not(HasSubstr("reply_parameters"))) << "a press of a button is no message";
}

TEST(TelegramSending, ALongTextIsSeveralMessages) {
    Draft draft = reply();
    draft.text.clear();
    for (int i = 0; i < 500; ++i)
        draft.text += "Kalimat nomor " + std::to_string(i) + ". ";
    Progress progress;
    int messages = 0;
    for (auto step = telegram->next(connection(), draft, progress); step;
         step = telegram->next(connection(), draft, progress)) {
        const auto text = base::json::parse(step->request.body)->at("text").as_string();
        EXPECT_LE(network::text_length({text.data(), text.size()}, limits().text), 4096U);
        ASSERT_EQ(telegram->judge(connection(), draft, progress, answer(taken)).verdict, Verdict::ok);
        ASSERT_LT(++messages, 10);
    }
    EXPECT_EQ(messages, 3);
}

TEST(TelegramSending, APhotoCarriesTheWordsWhenTheyFit) {
    Draft draft = reply();
    draft.pictures = {{.mime = "image/jpeg", .bytes = "JPEG", .alt = "Jalan"}};
    EXPECT_TRUE(telegram->needs_bytes(draft, {}));
    auto step = telegram->next(connection(), draft, {});
    EXPECT_EQ(step->request.name, "sendPhoto");
    EXPECT_THAT(step->request.body, HasSubstr("name=\"caption\"\r\n\r\nSudah kami perbaiki.\r\n"));
    EXPECT_THAT(step->request.body, HasSubstr("name=\"chat_id\"\r\n\r\n987654321\r\n"));
    EXPECT_THAT(step->request.body, HasSubstr(R"({"message_id":7,"allow_sending_without_reply":true})"));
    EXPECT_THAT(step->request.body,
                HasSubstr("filename=\"foto-1.jpg\"\r\nContent-Type: image/jpeg\r\n\r\nJPEG"));
    EXPECT_EQ(step->request.headers.size(), 1U);

    draft.text = std::string(1025, 'a');
    Progress progress;
    step = telegram->next(connection(), draft, progress);
    EXPECT_THAT(step->request.body, Not(HasSubstr("caption")));
    EXPECT_EQ(telegram->judge(connection(), draft, progress, answer(taken)).verdict, Verdict::ok);
    EXPECT_FALSE(telegram->needs_bytes(draft, progress));
    EXPECT_EQ(telegram->next(connection(), draft, progress)->request.name, "sendMessage");
}

TEST(TelegramSending, SeveralPhotosAreAnAlbum) {
    Draft draft = reply();
    draft.pictures.assign(3, {.mime = "image/png", .bytes = "PNG"});
    Progress progress;
    auto step = telegram->next(connection(), draft, progress);
    EXPECT_EQ(step->request.name, "sendMediaGroup");
    EXPECT_THAT(step->request.body,
                HasSubstr(R"({"type":"photo","media":"attach://foto1","caption":"Sudah kami perbaiki."})"));
    EXPECT_THAT(step->request.body, HasSubstr("name=\"foto3\"; filename=\"foto-3.png\""));
    const std::string album =
        R"({"ok":true,"result":[{"message_id":12,"chat":{"id":987654321}},{"message_id":13,
"chat":{"id":987654321}},{"message_id":14,"chat":{"id":987654321}}]})";
    EXPECT_EQ(telegram->judge(connection(), draft, progress, answer(album)).verdict, Verdict::ok);
    EXPECT_EQ(network::published(progress).size(), 3U);
    EXPECT_FALSE(telegram->next(connection(), draft, progress)) << "three ids are one step";
}

} // namespace
} // namespace channels::telegram
