#include "cases/case_jobs.h"
#include "outgoing/notice_jobs.h"
#include "outgoing/notice_letter.h"
#include "outgoing/notice_mail_actions.h"
#include "outgoing/send_actions.h"
#include "outgoing_world.h"
#include "staff/duty_actions.h"
#include "staff/notice_actions.h"

#include <gmock/gmock.h>

namespace outgoing {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using ::testing::HasSubstr;
using ::testing::Not;

NoticeLine line(std::string code, int percent) {
    return {.code = std::move(code),
            .topic = "Jalan rusak",
            .deadline = "Penyelesaian",
            .at_percent = percent,
            .due = base::parse_time("2026-11-19T08:00").value()};
}

TEST(NoticeLetter, says_which_report_what_about_and_by_when) {
    const NoticeLine lines[] = {line("TGP-7K3M-9QXT", 80)};
    const auto text = notice_text({.person = "Sari", .site = "https://lapor.contoh.go.id"}, lines);
    EXPECT_EQ(text.subject, "Pengingat laporan TGP-7K3M-9QXT");
    EXPECT_THAT(text.body, HasSubstr("Yth. Sari,\n"));
    EXPECT_THAT(text.body, HasSubstr("TGP-7K3M-9QXT, Jalan rusak\n"
                                     "Penyelesaian sampai Kamis, 19 November 2026 pukul 08.00 WIB: "
                                     "80% waktu sudah terpakai\n"
                                     "https://lapor.contoh.go.id/meja/laporan/TGP-7K3M-9QXT\n"));
    EXPECT_EQ(percent_now(80, lines[0].due, lines[0].due), 80);
    EXPECT_EQ(percent_now(80, lines[0].due, lines[0].due + hours(1)), 100);
    EXPECT_EQ(percent_now(125, lines[0].due, lines[0].due + hours(1)), 125);
    EXPECT_EQ(said_of(100, base::Language::id), "lewat tenggat");
    EXPECT_EQ(said_of(125, base::Language::id), "lewat tenggat, 125% dari waktu yang diberikan");
}

TEST(NoticeLetter, stays_short_however_much_waits) {
    std::vector<NoticeLine> lines;
    for (int i = 0; i < 75; ++i)
        lines.push_back(line("TGP-" + std::to_string(1000 + i), 100));
    const auto text = notice_text({.person = "Sari", .site = {}}, lines);
    EXPECT_EQ(text.subject, "75 laporan menunggu Anda");
    EXPECT_THAT(text.body, HasSubstr("TGP-1029"));
    EXPECT_THAT(text.body, Not(HasSubstr("TGP-1030")));
    EXPECT_THAT(text.body, HasSubstr("Dan 45 laporan lain."));
    EXPECT_THAT(text.body, Not(HasSubstr("http"))) << "this installation does not know its name";
}

/// A topic under SP4N-LAPOR!, whose verification is due three working days after Monday 23 November.
class Notices : public testing::WithWorld {
protected:
    void SetUp() override {
        w().staff.now = base::parse_time("2026-11-23T09:00").value();
        operator_ =
            w().staff.add("sari", "kata sandi yang panjang 81", {{staff::Role::operator_, w().staff.south}});
        set("sari@contoh.go.id");
    }
    void set(std::optional<std::string> email) {
        database().write([&](db::Tx& tx) {
            staff::set_duty(tx, w().staff.agency, operator_, {.email = std::move(email)});
        });
    }
    void at(const char* time) { w().staff.now = base::parse_time(time).value(); }
    void climb() {
        cases::climb_ladders(database(), *w().directory, w().staff.ids, w().random, w().staff.now);
    }
    NoticePost post() {
        return {database(),
                w().staff.directories,
                w().staff.ids,
                [this] { return w().staff.now; },
                staff::testing::random_bytes,
                &sender_,
                w().post};
    }
    /// As the runner does: gathers, and sends what is queued.
    void gather() {
        ASSERT_TRUE(gather_notices(post(), w().staff.agency));
        for (const auto& mail : mails())
            ASSERT_TRUE(send_notice(post(), w().staff.agency, mail.id));
    }
    std::vector<NoticeMail> mails() {
        return database().read([&](db::Tx& tx) { return notice_mails_of(tx, w().staff.agency, operator_); });
    }

    staff::StaffId operator_;
    testing::ScriptedSender sender_;
};
DB_TEST_ON_EACH_ENGINE(Notices);

TEST_P(Notices, go_out_as_one_mail_for_each_person_after_an_outage) {
    for (int i = 0; i < 7; ++i)
        (void)w().report({.email = "warga" + std::to_string(i) + "@contoh.id"});
    at("2026-11-27T10:00"); // nobody looked for four days: verification is overdue
    gather();
    EXPECT_EQ(sender_.mails.size(), 0) << "first the ladders catch up";
    climb();
    gather();
    ASSERT_EQ(sender_.mails.size(), 1);
    const auto& mail = sender_.mails[0];
    EXPECT_EQ(mail.to, "sari@contoh.go.id");
    EXPECT_EQ(mail.subject, "7 laporan menunggu Anda");
    EXPECT_THAT(mail.text, HasSubstr("Loket pelayanan"));
    EXPECT_THAT(mail.text, HasSubstr("https://lapor.contoh.go.id/meja/laporan/"));
    // Nothing that a citizen wrote or is called.
    for (const char* private_word : {"KATA WARGA", "Budi", "warga0", "Tebet", "@contoh.id"})
        EXPECT_THAT(mail.text, Not(HasSubstr(private_word)));
    gather();
    climb();
    gather();
    EXPECT_EQ(sender_.mails.size(), 1);
}

TEST_P(Notices, are_mailed_in_the_language_that_the_person_chose) {
    database().write([&](db::Tx& tx) {
        staff::set_duty(tx, w().staff.agency, operator_,
                        {.email = "sari@contoh.go.id", .language = base::Language::en});
    });
    (void)w().report();
    at("2026-11-25T13:00");
    climb();
    gather();
    ASSERT_EQ(sender_.mails.size(), 1);
    EXPECT_THAT(sender_.mails[0].subject, HasSubstr("Reminder: report"));
    EXPECT_THAT(sender_.mails[0].text, HasSubstr("Counter"));
    EXPECT_THAT(sender_.mails[0].text, Not(HasSubstr("Verifikasi")));
    set("sari@contoh.go.id");
    EXPECT_EQ(
        database().read([&](db::Tx& tx) { return staff::duty_of(tx, w().staff.agency, operator_); }).language,
        base::Language::id);
}

TEST_P(Notices, keep_apart_by_half_an_hour) {
    (void)w().report();
    at("2026-11-25T13:00"); // half of three working days: Wednesday noon
    climb();
    gather();
    ASSERT_EQ(sender_.mails.size(), 1);
    w().staff.now -= minutes(1);
    (void)w().report({.email = "lain@contoh.id", .age = hours(53)});
    w().staff.now += minutes(11);
    climb();
    gather();
    EXPECT_EQ(sender_.mails.size(), 1);
    w().staff.now += minutes(21);
    gather();
    ASSERT_EQ(sender_.mails.size(), 2);
    EXPECT_THAT(sender_.mails[1].subject, HasSubstr("Pengingat laporan TGP-"));
}

TEST_P(Notices, wait_for_the_morning) {
    (void)w().report();
    at("2026-11-26T21:00"); // 80 % of three working days: Thursday 09.36
    climb();
    gather();
    EXPECT_EQ(sender_.mails.size(), 0);
    at("2026-11-27T06:00");
    climb();
    gather();
    EXPECT_EQ(sender_.mails.size(), 1);
}

TEST_P(Notices, of_what_is_done_or_read_meanwhile_are_not_mailed) {
    const auto done = w().report();
    at("2026-11-26T21:00");
    climb();
    (void)w().act(done, w().verified());
    at("2026-11-27T06:00");
    climb();
    gather();
    EXPECT_EQ(sender_.mails.size(), 0) << "verification was all that was asked";

    (void)w().report({.email = "lain@contoh.id", .age = hours(60)});
    climb();
    database().write([&](db::Tx& tx) {
        EXPECT_EQ(staff::count_unseen(tx, w().staff.agency, operator_), 1);
        staff::mark_seen(tx, w().staff.agency, operator_, w().staff.now, w().staff.now);
        EXPECT_EQ(staff::count_unseen(tx, w().staff.agency, operator_), 0);
    });
    gather();
    EXPECT_EQ(sender_.mails.size(), 0);
}

TEST_P(Notices, go_to_nobody_without_an_address) {
    set({});
    (void)w().report();
    at("2026-11-25T13:00");
    climb();
    gather();
    EXPECT_EQ(sender_.mails.size(), 0);
    EXPECT_EQ(
        database().read([&](db::Tx& tx) { return staff::count_unseen(tx, w().staff.agency, operator_); }), 1)
        << "the desk says it all the same";
}

TEST_P(Notices, do_not_follow_who_is_away_by_now) {
    (void)w().report();
    at("2026-11-26T21:00");
    climb();
    at("2026-11-27T06:00");
    w().staff
        .change([&](db::Tx& tx, const staff::StaffChange& change) {
            const auto today = base::parse_day("2026-11-27").value();
            const auto until = [&] { return staff::away_until(tx, w().staff.agency, operator_, today); };
            EXPECT_FALSE(until());
            auto gone = staff::stay_away(tx, change, w().staff.agency, operator_, today, today);
            EXPECT_EQ(until(), today);
            return gone;
        })
        .value();
    climb();
    gather();
    EXPECT_EQ(sender_.mails.size(), 0);
}

TEST_P(Notices, are_not_sent_again_when_nobody_knows_whether_they_arrived) {
    (void)w().report();
    at("2026-11-25T13:00");
    climb();
    sender_.answers = {{Fate::try_again, "mail.busy"}, {Fate::unclear, "mail.no_answer"}};
    gather();
    EXPECT_EQ(mails()[0].state, State::queued);
    gather();
    EXPECT_EQ(mails()[0].state, State::unknown);
    w().staff.now += hours(1);
    gather();
    EXPECT_EQ(sender_.mails.size(), 2);
    EXPECT_EQ(sender_.mails[0].id, sender_.mails[1].id) << "the same Message-ID";
}

TEST_P(Notices, held_after_an_older_database_was_put_back) {
    (void)w().report();
    at("2026-11-25T13:00");
    climb();
    ASSERT_TRUE(gather_notices(post(), w().staff.agency));
    database().write([&](db::Tx& tx) { EXPECT_EQ(hold_all(tx, w().staff.agency, w().staff.now), 1); });
    gather();
    EXPECT_EQ(sender_.mails.size(), 0);
}

} // namespace
} // namespace outgoing
