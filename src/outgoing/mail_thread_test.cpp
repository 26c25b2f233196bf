#include "items/item_actions.h"
#include "items/reply_address.h"
#include "outgoing/mail_thread_actions.h"
#include "outgoing_world.h"

namespace outgoing {
namespace {

using testing::ScriptedSender;

class MailThreads : public testing::WithWorld {
protected:
    /// A case that came by mail, as intake leaves it.
    cases::Case by_mail(bool is_automatic = false) {
        const auto c = w().report();
        database().write([&](db::Tx& tx) {
            items::ItemIn in;
            in.network_id = "mail-1";
            in.author.network_id = "budi@contoh.id";
            in.text = "Loket tutup";
            in.created_at = w().staff.now;
            in.mail = items::MailIn{};
            in.mail->message_id = "b2@contoh.id";
            in.mail->references = "<a1@contoh.id>";
            in.mail->is_automatic = is_automatic;
            const triage::Reading reading;
            auto saved = items::save(tx, *w().vault, w().staff.ids, w().staff.agency,
                                     {w().account, "form", in, reading, w().staff.now});
            ASSERT_TRUE(saved);
            items::attach_to_case(tx, w().staff.agency, *saved, c.id.value);
        });
        w().turn();
        return c;
    }
    Mail sent(const cases::Case& c) {
        EXPECT_TRUE(w().send(sender, w().last(c).id));
        return sender.mails.back();
    }
    void come_back(const std::string& mail) {
        database().write([&](db::Tx& tx) {
            note_returned(tx, *w().vault, w().staff.agency, mail, "5.1.1", w().staff.now);
        });
    }
    std::string own(const Outgoing& o, const std::string& signature) {
        return items::to_string({.id = o.id.value, .agency = o.agency, .signature = signature});
    }
    ScriptedSender sender;
};
DB_TEST_ON_EACH_ENGINE(MailThreads);

TEST_P(MailThreads, name_the_mail_that_is_answered) {
    const auto mail = sent(by_mail());
    EXPECT_EQ(mail.in_reply_to, "b2@contoh.id");
    EXPECT_EQ(mail.references, "<a1@contoh.id> <b2@contoh.id>");
    EXPECT_EQ(mail.signature, items::mail_signature(*w().vault, mail.agency, mail.id.value));
    EXPECT_EQ(mail.reply_to, "") << "no mailbox is connected";
}

TEST_P(MailThreads, of_what_a_program_wrote_stay_silent) {
    EXPECT_EQ(w().last(by_mail(/*is_automatic=*/true)).channel, Channel::page);
}

TEST_P(MailThreads, that_came_back_failed_and_nobody_else_can_say_so) {
    const auto c = by_mail();
    const auto mail = sent(c);
    const auto o = w().last(c);
    ASSERT_EQ(o.state, State::sent);
    come_back(own(o, "aaaaaaaaaaaaaaaa"));
    come_back("nonsense");
    EXPECT_EQ(w().last(c).state, State::sent);
    come_back(own(o, mail.signature));
    EXPECT_EQ(w().last(c).state, State::failed);
    EXPECT_EQ(w().last(c).problem, "mail.returned:5.1.1");
}

TEST_P(MailThreads, begin_at_most_ten_times_a_day_with_one_address) {
    cases::Case c;
    for (std::int64_t i = 0; i < most_receipts_a_day; ++i) {
        c = w().report();
        w().turn();
        EXPECT_EQ(w().last(c).channel, Channel::mail);
    }
    c = w().report();
    w().turn();
    EXPECT_EQ(w().last(c).channel, Channel::page);
    const auto other = w().report({.email = "siti@contoh.id"});
    w().turn();
    EXPECT_EQ(w().last(other).channel, Channel::mail);
    w().staff.now += std::chrono::hours(25);
    c = w().report();
    w().turn();
    EXPECT_EQ(w().last(c).channel, Channel::mail);
}

} // namespace
} // namespace outgoing
