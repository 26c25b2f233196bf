#include "channels/mail/reply_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>

namespace channels::mail {
namespace {

TEST(Answers, lose_what_they_quote) {
    struct Row {
        const char* text;
        const char* own;
    };
    for (const auto& row : std::to_array<Row>({
             {"Baik.\n> lama\n>> lebih lama", "Baik."},
             {"Baik.\n\nPada tanggal Sen, 23 Nov 2026 pukul 08.00 Posko <posko@contoh.go.id> menulis:\n> "
              "lama",
              "Baik."},
             {"Baik.\n\nPada Sen, 23 Nov 2026 pukul 08.00 Posko <posko@contoh.go.id>\nmenulis:\n\n> lama",
              "Baik."},
             {"Ok.\n\nOn Mon, Nov 23, 2026 at 8:00 AM Posko <posko@contoh.go.id> wrote:\nlama tanpa tanda",
              "Ok."},
             {"Ok.\n\n-----Original Message-----\nFrom: Posko\nlama", "Ok."},
             {"Ok.\n\nFrom: Posko <posko@contoh.go.id>\nSent: Monday\nTo: Budi\nSubject: x\n\nlama", "Ok."},
             {"Ok.\n\n*Dari:* Posko\n*Dikirim:* Senin\n*Kepada:* Budi\nlama", "Ok."},
             // Answered between the lines, and below.
             {"On Mon Posko wrote:\n> Di mana?\nDi Jalan Melati.\n> Kapan?\nTadi malam.",
              "Di Jalan Melati.\nTadi malam."},
             // What only looks like it stays.
             {"Pada malam hari gelap sekali.\nTolong.", "Pada malam hari gelap sekali.\nTolong."},
             {"Dari: rumah saya sampai pasar.\nGelap.", "Dari: rumah saya sampai pasar.\nGelap."},
             {"> semuanya dikutip", "> semuanya dikutip"},
             {"", ""},
         }))
        EXPECT_EQ(without_quotes(row.text), row.own) << row.text;
}

TEST(Answers, lose_signatures) {
    EXPECT_EQ(without_signature("Gelap.\n-- \nBudi\nJalan Melati 3"), "Gelap.");
    EXPECT_EQ(without_signature("Gelap.\n\nDikirim dari iPhone saya\n"), "Gelap.");
    EXPECT_EQ(without_signature("Gelap.\nSent from my Galaxy\n\n"), "Gelap.");
    EXPECT_EQ(without_signature("Gelap.\n--\nmasih isi"), "Gelap.\n--\nmasih isi");
    EXPECT_EQ(without_signature("-- \nBudi"), "-- \nBudi") << "never nothing of something";
}

TEST(Subjects, lose_the_marks_of_answers) {
    EXPECT_EQ(without_reply_marks("Re: BLS: Re[2]: Lampu"), "Lampu");
    EXPECT_EQ(without_reply_marks("Lampu: mati"), "Lampu: mati");
    EXPECT_EQ(without_reply_marks("Fwd: Lampu"), "Fwd: Lampu") << "what is passed on is no answer";
}

RC_GTEST_PROP(Answers, never_become_nothing_and_never_grow, (const std::string& text)) {
    const auto has_words = text.find_first_not_of(" \t\r\n\v\f") != std::string::npos;
    for (const auto& out : {without_quotes(text), without_signature(text)}) {
        RC_ASSERT(out.size() <= text.size() + 1);
        if (has_words) RC_ASSERT(!out.empty());
    }
}

} // namespace
} // namespace channels::mail
