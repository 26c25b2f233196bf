#include "channels/mail/incoming.h"
#include "channels/mail/mail_fixtures.h"
#include "channels/mail/mime.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace channels::mail {
namespace {

using namespace fixtures;

const Own own{.address = "posko@contoh.go.id", .auth_server = "mx.contoh.go.id"};

Meaning read(const std::string& bytes, bool is_cut = false) {
    return meaning_of({.bytes = bytes,
                       .is_cut = is_cut,
                       .at = base::time_from_ms(1'795'000'000'000),
                       .place = "mail:12/305"},
                      own);
}
items::ItemIn item_of(const std::string& bytes) {
    auto meaning = read(bytes);
    EXPECT_TRUE(meaning.event && !meaning.left_out);
    return meaning.event ? meaning.event->item : items::ItemIn{};
}

TEST(Mails, of_citizens_are_private_items_with_their_author) {
    const auto item = item_of(mail(from_budi(), "Sudah tiga malam gelap.\r\n-- \r\nBudi\r\n"));
    EXPECT_EQ(item.text, "Lampu jalan mati\n\nSudah tiga malam gelap.");
    EXPECT_EQ(item.author.network_id, "budi@contoh.id");
    EXPECT_EQ(item.author.name, "Budi Santoso");
    EXPECT_EQ(item.visibility, items::Visibility::private_);
    EXPECT_EQ(item.contact->email, "budi@contoh.id");
    EXPECT_EQ(item.mail->message_id, "a1@contoh.id");
    EXPECT_EQ(item.created_at, base::time_from_ms(1'795'000'000'000)) << "when it arrived, whatever it says";
    EXPECT_TRUE(items::checked(item, base::time_from_ms(1'795'000'100'000)));
}

TEST(Mails, bring_their_pictures_and_say_what_else_is_attached) {
    const auto item = item_of(with_picture);
    EXPECT_EQ(item.text, "Lampu jalan mati\n\nKafé di Jalan Melati gelap.\n\n"
                         "[Lampiran di kotak surel: surat.pdf (application/pdf)]");
    ASSERT_EQ(item.media.size(), 1U);
    const auto place = read_picture_place(*item.media[0].url);
    ASSERT_TRUE(place);
    EXPECT_EQ(place->validity, 12U);
    EXPECT_EQ(place->uid, 305U);
    EXPECT_EQ(picture_in(with_picture, place->part).substr(1, 3), "PNG");
    EXPECT_TRUE(picture_in(with_picture, 0).empty()) << "words are no picture";
}

TEST(Mails, that_are_html_alone_are_their_words) {
    const auto item = item_of(mail(from_budi({{"Content-Type", "text/html; charset=utf-8"}}),
                                   "<style>p{}</style><p>Got mampet</p><script>x</script>"));
    EXPECT_EQ(item.text, "Lampu jalan mati\n\nGot mampet");
}

TEST(Mails, that_answer_ours_bring_only_what_is_new_and_keep_the_whole) {
    const auto item =
        item_of(mail(from_budi({{"To", "Dinas <posko+tgp-7k3m-9qxt.abcdefghijkl2345@contoh.go.id>"},
                                {"Subject", "Re: Laporan diterima"},
                                {"References", "<a0@contoh.id> <7301.1.abcdefghijkl2345@contoh.go.id>"}}),
                     "Tiang nomor 12.\r\n\r\nPada Sen, 23 Nov 2026 pukul 09.00 Dinas <posko@contoh.go.id>\r\n"
                     "menulis:\r\n\r\n> Terima kasih.\r\n"));
    EXPECT_EQ(item.text, "Tiang nomor 12.");
    EXPECT_NE(item.mail->whole.find("> Terima kasih."), std::string::npos);
    EXPECT_EQ(item.mail->reply_code, "TGP-7K3M-9QXT");
    EXPECT_EQ(item.mail->reply_signature, "abcdefghijkl2345");
    EXPECT_EQ(item.mail->ours, std::vector<std::string>{"7301.1.abcdefghijkl2345"});
    const auto first = item_of(mail(from_budi({{"Message-Id", "<a0@contoh.id>"}}), "Gelap."));
    EXPECT_EQ(item.root, first.root) << "one conversation";
}

TEST(Mails, are_the_same_item_however_often_they_come) {
    const auto one = item_of(mail(from_budi(), "Gelap."));
    const auto again = item_of("Received: from elsewhere\r\n" + mail(from_budi(), "Gelap."));
    const auto other = item_of(mail(from_budi(), "Terang."));
    EXPECT_EQ(one.network_id, again.network_id);
    EXPECT_NE(one.network_id, other.network_id) << "a program may give all its mails one id";
}

TEST(Mails, that_no_person_wrote_get_no_answer_and_join_nothing) {
    struct Row {
        Headers headers;
        std::optional<LeftOut> left_out;
    };
    const std::pair<std::string, std::string> to_case{"To",
                                                      "posko+tgp-7k3m-9qxt.abcdefghijkl2345@contoh.go.id"};
    for (const auto& row : std::vector<Row>{
             {{{"Auto-Submitted", "auto-replied"}, to_case}, LeftOut::automatic},
             {{{"Return-Path", "<>"}, to_case}, LeftOut::automatic},
             {{{"Auto-Submitted", "auto-replied (vacation)"},
               {"In-Reply-To", "<7301.1.abcdefghijkl2345@contoh.go.id>"}},
              LeftOut::automatic},
             {{{"Auto-Submitted", "auto-generated"}}, std::nullopt},
             {{{"Precedence", "bulk"}}, std::nullopt},
             {{{"List-Id", "<warga.contoh.id>"}}, std::nullopt},
             {{{"X-Loop", "x"}}, std::nullopt},
             {{{"From", "no-reply@contoh.id"}}, std::nullopt},
             {{{"From", "Posko <posko@contoh.go.id>"}}, LeftOut::own},
             {{{"From", "posko+abc@contoh.go.id"}}, std::nullopt},
             {{{"Message-Id", "<7301.1.abcdefghijkl2345@contoh.go.id>"}}, LeftOut::own},
         }) {
        const auto meaning = read(mail(from_budi(row.headers), "Saya sedang cuti."));
        EXPECT_EQ(meaning.left_out, row.left_out) << row.headers.front().first;
        EXPECT_EQ(meaning.event.has_value(), !row.left_out.has_value());
        if (!meaning.event || row.headers.front().second == "posko+abc@contoh.go.id") continue;
        EXPECT_TRUE(meaning.event->item.mail->is_automatic) << row.headers.front().first;
        EXPECT_FALSE(meaning.event->item.contact) << "no address to answer";
    }
    EXPECT_FALSE(item_of(mail(from_budi({{"Auto-Submitted", "no"}}), "Gelap.")).mail->is_automatic);
}

TEST(Mails, that_are_too_long_are_cut_between_characters) {
    std::string body = "a"; // so that the border falls into a character of two bytes
    while (body.size() < 210'000)
        body += "\u00e9";
    const auto item = item_of(mail(
        from_budi({{"Content-Type", "text/plain; charset=utf-8"}, {"Content-Transfer-Encoding", "8bit"}}),
        body));
    EXPECT_NE(item.text.find("a\u00e9\u00e9\u00e9"), std::string::npos) << item.text.substr(0, 60);
}

TEST(Mails, of_another_installation_are_taken_in) {
    const auto meaning = read(
        mail(from_budi({{"Message-Id", "<7301.1.abcdefghijkl2345@dinas-lain.go.id>"}}), "Kami teruskan."));
    EXPECT_TRUE(meaning.event);
    EXPECT_FALSE(meaning.left_out);
}

TEST(Mails, of_ours_that_come_back_say_which_and_why) {
    const auto meaning = read(bounce);
    ASSERT_TRUE(meaning.event && meaning.event->returned);
    EXPECT_EQ(meaning.event->returned->mail, "7301.1.abcdefghijkl2345");
    EXPECT_EQ(meaning.event->returned->status, "5.1.1");
    auto late = bounce;
    late.replace(late.find("failed"), 6, "delayed");
    EXPECT_FALSE(read(late).event) << "a delay is no failure";
}

TEST(Mails, without_anything_in_them_are_left_out) {
    EXPECT_EQ(read(mail(from_budi({{"Subject", ""}}), "")).left_out, LeftOut::empty);
    EXPECT_EQ(read("").left_out, LeftOut::empty);
}

TEST(Mails, that_are_long_fit_into_an_item_and_say_so) {
    std::string body;
    for (int i = 0; i < 2'000; ++i)
        body += "Baris ke sekian.\r\n";
    const auto item = item_of(mail(from_budi(), body));
    EXPECT_TRUE(items::checked(item, base::time_from_ms(1'795'000'100'000)));
    EXPECT_NE(item.text.find("[Terpotong."), std::string::npos);
    const auto cut = read(with_picture.substr(0, with_picture.size() - 60), /*is_cut=*/true);
    ASSERT_TRUE(cut.event);
    EXPECT_TRUE(cut.event->item.media.empty()) << "half a picture is none";
}

TEST(Mails, from_nobody_are_of_a_new_author_each) {
    const auto item = item_of(mail({{"Subject", "Got mampet"}}, "Tolong."));
    EXPECT_EQ(item.author.network_id, item.network_id);
    EXPECT_FALSE(item.contact);
}

RC_GTEST_PROP(Mails, of_any_bytes_become_items_that_intake_takes, (const std::string& body)) {
    const auto meaning = read(mail(from_budi(), body));
    if (!meaning.event) return;
    auto item = items::checked(meaning.event->item, base::time_from_ms(1'795'000'100'000));
    RC_ASSERT(item.has_value());
}

} // namespace
} // namespace channels::mail
