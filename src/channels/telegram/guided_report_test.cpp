#include "base/json.h"
#include "channels/telegram/guided_report.h"
#include "channels/telegram/guided_report_words.h"

#include <gtest/gtest.h>

namespace channels::telegram {
namespace {

using base::Language;

/// Says things in turn, keeping the state as the core does: as JSON.
struct Talk {
    GuidedState state;
    std::string reply;
    std::optional<GuidedReport> report;

    void say(const Said& said, Language language = Language::id) {
        auto kept = base::json::parse_as<GuidedState>(base::json::write(state));
        ASSERT_TRUE(kept);
        auto turn = take(*kept, said, language);
        state = turn.state;
        reply = turn.reply;
        report = turn.report;
    }
    void say(const char* text) { say(Said{.text = text, .place = {}, .media = {}}); }
};

const Said photo{.text = {}, .place = {}, .media = {{.sha256 = {}, .url = "tg-file:A"}}};

TEST(GuidedReport, AsksWhatWhereAndForAPhoto) {
    Talk talk;
    talk.say("/start");
    EXPECT_EQ(talk.reply, words::ask_what.id);
    talk.say("Lampu jalan mati sejak kemarin");
    EXPECT_EQ(talk.reply, words::ask_where.id);
    talk.say("Jl. Melati, Cempaka");
    EXPECT_EQ(talk.reply, words::ask_photo.id);
    talk.say(photo);
    EXPECT_EQ(talk.reply, words::finished.id);
    ASSERT_TRUE(talk.report);
    EXPECT_EQ(talk.report->text, "Lampu jalan mati sejak kemarin\nJl. Melati, Cempaka");
    EXPECT_EQ(talk.report->media.size(), 1U);
    EXPECT_EQ(talk.state.asked, Asked::nothing);
    EXPECT_EQ(talk.state.what, "");
}

TEST(GuidedReport, WhatIsSaidAtOnceIsNotAskedAgain) {
    Talk talk;
    talk.say({.text = "/lapor@dpudki_bot Jalan berlubang besar",
              .place = items::PlaceIn{.lat = -6.2, .lon = 106.8},
              .media = photo.media});
    ASSERT_TRUE(talk.report);
    EXPECT_EQ(talk.report->text, "Jalan berlubang besar");
    EXPECT_DOUBLE_EQ(talk.report->place->lat, -6.2);
}

TEST(GuidedReport, APointIsAnAnswerToWhere) {
    Talk talk;
    talk.say("/lapor Pohon tumbang di jalan");
    EXPECT_EQ(talk.reply, words::ask_where.id);
    items::ItemIn item;
    item.text = "📍 -6.200000, 106.800000";
    item.place = items::PlaceIn{.lat = -6.2, .lon = 106.8};
    talk.say(said_in(item));
    EXPECT_EQ(talk.reply, words::ask_photo.id);
    talk.say("/lewati");
    ASSERT_TRUE(talk.report);
    EXPECT_EQ(talk.report->text, "Pohon tumbang di jalan");
}

TEST(GuidedReport, NobodyIsAskedForever) {
    Talk talk;
    talk.say("/lapor");
    talk.say("x");
    EXPECT_EQ(talk.reply, words::more_what.id);
    talk.say("y");
    EXPECT_EQ(talk.reply, words::more_what.id);
    talk.say("z");
    EXPECT_EQ(talk.reply, words::ask_where.id);
    talk.say("sini");
    talk.say("tidak punya foto");
    EXPECT_EQ(talk.reply, words::more_photo.id);
    talk.say("sungguh tidak ada");
    ASSERT_TRUE(talk.report);
    EXPECT_EQ(talk.report->text, "x\ny\nz\ntidak punya foto\nsungguh tidak ada\nsini");
}

TEST(GuidedReport, IsLeftByCommandAndSilentOutside) {
    Talk talk;
    talk.say("halo");
    EXPECT_EQ(talk.reply, "");
    talk.say("/batal");
    EXPECT_EQ(talk.reply, words::nothing_to_cancel.id);
    talk.say("/lapor");
    talk.say("/batal");
    EXPECT_EQ(talk.reply, words::cancelled.id);
    EXPECT_EQ(talk.state.asked, Asked::nothing);
}

TEST(GuidedReport, SpeaksEnglishToo) {
    Talk talk;
    talk.say({.text = "/start ref123", .place = {}, .media = {}}, Language::en);
    EXPECT_EQ(talk.reply, words::ask_what.en);
    EXPECT_EQ(talk.state.what, "") << "the parameter of a link is not what the citizen says";
}

TEST(GuidedReport, KeepsNoMoreThanAnItemTakes) {
    Talk talk;
    talk.say("/lapor");
    Said much{.text = std::string(20'000, 'a'), .place = {}, .media = {}};
    much.media.assign(30, photo.media[0]);
    talk.say(much);
    talk.say({.text = std::string(20'000, 'b'), .place = {}, .media = {}});
    ASSERT_TRUE(talk.report);
    EXPECT_LE(talk.report->text.size(), items::max_text);
    EXPECT_EQ(talk.report->media.size(), items::max_media);
}

} // namespace
} // namespace channels::telegram
