#include "channels/telegram/dialog.h"
#include "channels/telegram/message.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace channels::telegram {
namespace {

using base::Language;

items::ItemIn message(int number, std::string text) {
    items::ItemIn out;
    out.network_id = "55/" + std::to_string(number);
    out.author.network_id = out.root.emplace("55");
    out.text = std::move(text);
    out.created_at = base::time_from_ms(1'795'000'000'000);
    return out;
}
Talk go(Dialog dialog, const items::ItemIn& item) {
    return go_on(std::move(dialog), item, Language::id);
}

TEST(Dialog, passes_on_what_is_no_part_of_one) {
    const auto talk = go({}, message(1, "Jalan berlubang di Tebet"));
    ASSERT_TRUE(talk.item);
    EXPECT_EQ(talk.item->text, "Jalan berlubang di Tebet");
    EXPECT_EQ(talk.reply, "");
    EXPECT_TRUE(talk.dialog.heard.empty()) << "and nothing is kept";
}

TEST(Dialog, ends_in_one_report_by_its_last_message) {
    auto talk = go({}, message(1, "/start"));
    EXPECT_FALSE(talk.item);
    EXPECT_NE(talk.reply, "");
    talk = go(talk.dialog, message(2, "Jalan berlubang dalam sekali"));
    auto where = message(3, "📍 -6.229700, 106.853300");
    where.place = items::PlaceIn{-6.2297, 106.8533};
    talk = go(talk.dialog, where);
    EXPECT_FALSE(talk.item);
    auto photo = message(4, "");
    photo.media.push_back({.sha256 = {}, .url = "tg-file:besar"});
    const auto before = talk.dialog;
    talk = go(before, photo);
    ASSERT_TRUE(talk.item);
    EXPECT_EQ(talk.item->network_id, "55/4");
    EXPECT_EQ(talk.item->text, "Jalan berlubang dalam sekali");
    EXPECT_EQ(talk.item->place->lat, -6.2297);
    EXPECT_EQ(talk.item->media.size(), 1U);

    // The same message once more, because nobody heard that it was taken.
    const auto again = go(talk.dialog, photo);
    ASSERT_TRUE(again.item);
    EXPECT_EQ(again.item->text, talk.item->text);
    EXPECT_EQ(again.reply, "") << "said once";
    EXPECT_FALSE(go(talk.dialog, message(2, "Jalan berlubang dalam sekali")).item) << "part of the report";
    EXPECT_TRUE(go(talk.dialog, message(5, "Sudah ditangani?")).item) << "what follows is its own";
}

TEST(Dialog, that_nobody_goes_on_with_is_not_lost) {
    auto talk = go({}, message(1, "/lapor"));
    EXPECT_FALSE(unfinished(talk.dialog)) << "nothing was said";
    talk = go(talk.dialog, message(2, "Lampu jalan mati seminggu"));
    const auto item = unfinished(talk.dialog);
    ASSERT_TRUE(item);
    EXPECT_EQ(item->network_id, "55/2");
    EXPECT_EQ(item->text, "Lampu jalan mati seminggu");
    EXPECT_FALSE(unfinished(go(talk.dialog, message(3, "/batal")).dialog)) << "taken back";
}

TEST(Dialog, asks_for_words_before_a_case_is_contested) {
    Dialog dialog;
    dialog.contested = "TGP-7K3M-9QXT";
    auto talk = go(dialog, message(7, "Masih berlubang"));
    EXPECT_EQ(talk.contest, "TGP-7K3M-9QXT");
    ASSERT_TRUE(talk.item) << "its words and photo join the case";
    const auto again = go(talk.dialog, message(7, "Masih berlubang"));
    EXPECT_FALSE(again.contest);
    EXPECT_TRUE(again.item);
    talk = go(dialog, message(7, "/batal"));
    EXPECT_FALSE(talk.contest);
    EXPECT_FALSE(talk.item);
}

TEST(Dialog, a_recording_is_answered_and_not_taken) {
    const auto talk = go({}, message(1, std::string(recording_mark)));
    EXPECT_FALSE(talk.item);
    EXPECT_NE(talk.reply, "");
}

TEST(Dialog, reads_answers_to_a_case) {
    EXPECT_EQ(case_answer("/sudah TGP-7K3M-9QXT").code, "TGP-7K3M-9QXT");
    EXPECT_EQ(case_answer("/SUDAH@uji_bot TGP-7K3M-9QXT").answered, Answered::done);
    EXPECT_EQ(case_answer("/belum TGP-7K3M-9QXT").answered, Answered::not_yet);
    EXPECT_EQ(case_answer("sudah").answered, Answered::nothing);
    EXPECT_EQ(case_answer("/sudahlah X").answered, Answered::nothing);
    EXPECT_EQ(press_id([] {
                  items::ItemIn item;
                  item.network_id = "55/press-cb7";
                  return item;
              }()),
              "cb7");
}

RC_GTEST_PROP(DialogProperty, whatever_is_said_ends_in_a_report_or_goes_on, ()) {
    const auto choices = std::vector<std::string>{"/start",
                                                  "/lapor",
                                                  "/batal",
                                                  "/lewati",
                                                  "/lapor jalan rusak parah",
                                                  "x",
                                                  "Jalan berlubang sekali",
                                                  "",
                                                  "🎤",
                                                  "Jl. Melati 5"};
    Dialog dialog;
    const auto count = *rc::gen::inRange(1, 30);
    for (int i = 1; i <= count; ++i) {
        auto item = message(i, *rc::gen::elementOf(choices));
        if (*rc::gen::arbitrary<bool>()) item.media.push_back({.sha256 = {}, .url = "tg-file:x"});
        const bool was_open = dialog.guided.asked != Asked::nothing;
        auto talk = go(dialog, item);
        RC_ASSERT(talk.item.has_value() || !talk.reply.empty() || was_open);
        if (talk.item) RC_ASSERT(talk.item->network_id == item.network_id);
        // As JSON it is what it was.
        auto kept = base::json::parse_as<Dialog>(base::json::write(talk.dialog));
        RC_ASSERT(kept.has_value());
        RC_ASSERT(kept->heard == talk.dialog.heard);
        RC_ASSERT(kept->guided.asked == talk.dialog.guided.asked);
        dialog = std::move(*kept);
    }
}

} // namespace
} // namespace channels::telegram
