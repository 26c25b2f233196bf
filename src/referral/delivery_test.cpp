// Hand-overs outside from the event to the answer, on both engines; mails go to a real SMTP server, requests
// to the GeoReport server of ours.
#include "referral_world.h"

namespace referral {
namespace {

using namespace testing;

DB_TEST_ON_EACH_ENGINE(Deliveries);

TEST_P(Deliveries, a_mail_brings_a_link_and_its_answer_becomes_the_receipt) {
    const auto c = referred(outside(OutsideWay::mail, "surat@sda.contoh.go.id"));
    turn();
    run(deliver_kind, delivery(c), &mails_);
    run(deliver_kind, delivery(c), &mails_);
    EXPECT_EQ(delivery(c).state, State::sent);
    ASSERT_EQ(mails_.mails.size(), 1U) << "a job that comes again sends nothing";
    EXPECT_EQ(mails_.mails.front().to, "surat@sda.contoh.go.id");

    const auto behind = opened(c, secret(c));
    ASSERT_TRUE(behind);
    EXPECT_TRUE(behind->is_open);
    EXPECT_EQ(behind->said.text, "Pipa bocor di Tebet");
    EXPECT_FALSE(opened(c, "AAAAAAAAAAAAAAAAAAAAAA"));
    for (int again = 0; again < 2; ++again) {
        const auto link = opened(c, secret(c)).value();
        const auto done =
            database().write([&](db::Tx& tx) { return accept(tx, w().context(), link, "SDA/17/2026"); });
        EXPECT_EQ(done.has_value(), again == 0) << "the link takes one answer";
    }
    EXPECT_EQ(count(c, "case.receipted"), 1);
    turn();
    w().turn();
    EXPECT_EQ(delivery(c).state, State::answered);
    EXPECT_EQ(delivery(c).receipt, "SDA/17/2026");
    EXPECT_EQ(w().last(c).key, outgoing::TemplateKey::receipted);
    EXPECT_NE(w().last(c).body.find("SDA/17/2026"), std::string::npos) << w().last(c).body;
    EXPECT_FALSE(opened(c, secret(c))->is_open);
}

TEST_P(Deliveries, a_mail_says_nothing_of_the_reporter_and_its_link_is_nowhere_at_rest) {
    const auto c = referred(outside(OutsideWay::mail, "surat@sda.contoh.go.id"));
    turn();
    run(deliver_kind, delivery(c), &mails_);
    ASSERT_EQ(mails_.mails.size(), 1U);
    const auto& mail = mails_.mails.front();
    EXPECT_NE(mail.text.find("/serah-terima/" + c.code + "?kunci=" + secret(c)), std::string::npos)
        << mail.text;
    EXPECT_NE(mail.text.find("Pipa bocor di Tebet"), std::string::npos);
    for (const char* word : {"Budi", "budi@contoh.id", "KATA WARGA"}) {
        EXPECT_EQ(mail.text.find(word), std::string::npos) << word;
        EXPECT_EQ(mail.subject.find(word), std::string::npos) << word;
    }
}

TEST_P(Deliveries, what_is_not_theirs_comes_back_with_the_same_deadline) {
    auto c = w().act(w().report(), w().verified());
    const auto promised = due(c);
    ASSERT_NE(promised, base::Time{});
    const auto to = outside(OutsideWay::mail, "surat@sda.contoh.go.id");
    c = w().act(c, cases::Refer{.agency = to.name, .text = "Pipa bocor", .outside = to.id});
    EXPECT_EQ(due(c), base::Time{}) << "a referral ends it";
    turn();
    run(deliver_kind, delivery(c), &mails_);
    const auto link = opened(c, secret(c)).value();
    ASSERT_TRUE(database().write(
        [&](db::Tx& tx) { return refuse(tx, w().context(), link, "Itu saluran milik provinsi"); }));
    EXPECT_EQ(now(c).state, cases::State::verified);
    EXPECT_EQ(due(c), promised);
    turn();
    w().turn();
    EXPECT_EQ(w().last(c).key, outgoing::TemplateKey::handed_back);
    EXPECT_EQ(w().last(c).body.find("provinsi"), std::string::npos) << "their words are for staff";

    // Referred to somebody else, the old link opens nothing.
    const auto old = secret(c);
    const auto other = outside(OutsideWay::mail, "surat@provinsi.contoh.go.id");
    c = w().act(now(c), cases::Refer{.agency = other.name, .text = "Pipa bocor", .outside = other.id});
    turn();
    EXPECT_FALSE(opened(c, old)->is_open);
    EXPECT_TRUE(opened(c, secret(c))->is_open);
}

TEST_P(Deliveries, an_endpoint_gives_its_number_once) {
    const tests::NodeServer server("tests/fakes/open311.ts");
    const auto c = referred(outside(OutsideWay::open311, server.url()));
    turn();
    for (int again = 0; again < 3; ++again)
        run(deliver_kind, delivery(c));
    turn();
    EXPECT_EQ(carrier_.asked, 1);
    EXPECT_EQ(delivery(c).state, State::followed);
    EXPECT_EQ(delivery(c).receipt, "SDA-1000");
    EXPECT_EQ(count(c, "case.receipted"), 1);
}

TEST_P(Deliveries, a_token_is_asked_for_its_number) {
    const tests::NodeServer server("tests/fakes/open311.ts");
    const auto c = referred(outside(OutsideWay::open311, server.url(), "drainase"));
    turn();
    run(deliver_kind, delivery(c));
    EXPECT_EQ(delivery(c).state, State::tokened);
    run(poll_kind, delivery(c));
    EXPECT_EQ(delivery(c).state, State::tokened);
    EXPECT_EQ(count(c, "case.receipted"), 0);
    run(poll_kind, delivery(c));
    run(poll_kind, delivery(c));
    EXPECT_EQ(delivery(c).receipt, "SDA-1000");
    EXPECT_EQ(count(c, "case.receipted"), 1);
}

TEST_P(Deliveries, what_may_have_arrived_goes_out_again_only_when_a_coordinator_says_so) {
    const tests::NodeServer server("tests/fakes/open311.ts");
    const auto c = referred(outside(OutsideWay::open311, server.url()));
    turn();
    carrier_.loses_answer = true;
    run(deliver_kind, delivery(c));
    EXPECT_EQ(delivery(c).state, State::unknown);
    run(deliver_kind, delivery(c));
    EXPECT_EQ(carrier_.asked, 1);
    carrier_.loses_answer = false;
    const auto settled = [&](staff::Role role, Settlement settlement) {
        const staff::Principal person{
            .agency = w().staff.agency, .staff = staff::StaffId{501}, .roles = {{role, w().staff.root}}};
        const auto id = delivery(c).id;
        return database().write([&](db::Tx& tx) {
            return settle(tx, w().staff.ids, *w().directory, person, id, settlement, w().staff.now);
        });
    };
    EXPECT_EQ(settled(staff::Role::operator_, Settlement::send_again).error().code, "office.not_yours");
    ASSERT_TRUE(settled(staff::Role::coordinator, Settlement::send_again));
    EXPECT_EQ(settled(staff::Role::coordinator, Settlement::arrived).error().code, "case.changed_meanwhile");
    run(deliver_kind, delivery(c));
    EXPECT_EQ(delivery(c).receipt, "SDA-1001") << "the person chose to send it twice";
}

TEST_P(Deliveries, a_sender_that_died_leaves_a_question_and_no_second_mail) {
    const auto c = referred(outside(OutsideWay::mail, "surat@sda.contoh.go.id"));
    turn();
    const auto id = delivery(c).id;
    ASSERT_TRUE(database().write([&](db::Tx& tx) { return begin(tx, c.agency, id, w().staff.now); }));
    w().staff.now += std::chrono::minutes(6);
    database().write([&](db::Tx& tx) { sweep(tx, c.agency, w().staff.now); });
    EXPECT_EQ(delivery(c).state, State::unknown);
    run(deliver_kind, delivery(c), &mails_);
    EXPECT_TRUE(mails_.mails.empty());
    EXPECT_TRUE(opened(c, secret(c))->is_open) << "if it did arrive, it can be answered";
}

TEST_P(Deliveries, a_number_typed_by_a_person_stops_what_waits) {
    const auto to = outside(OutsideWay::mail, "surat@sda.contoh.go.id");
    auto c = referred(to);
    turn();
    const auto d = delivery(c);
    (void)w().act(now(c), cases::Receipt{.receipt = "LISAN-1"});
    run(deliver_kind, d, &mails_);
    EXPECT_TRUE(mails_.mails.empty());
    EXPECT_EQ(delivery(c).state, State::cancelled);
    // With a number from the start nothing goes out at all.
    auto other = w().act(w().report(), w().verified());
    other = w().act(other,
                    cases::Refer{.agency = to.name, .text = "Pipa", .receipt = "LISAN-2", .outside = to.id});
    turn();
    EXPECT_FALSE(database().read([&](db::Tx& tx) { return progress_of(tx, other.agency, other.id); }));
}

TEST_P(Deliveries, without_a_relay_a_mail_waits_for_a_person) {
    const auto c = referred(outside(OutsideWay::mail, "surat@sda.contoh.go.id"));
    turn();
    run(deliver_kind, delivery(c));
    EXPECT_EQ(delivery(c).state, State::failed);
    EXPECT_EQ(delivery(c).problem, "mail.no_relay");
}

TEST_P(Deliveries, an_older_database_that_was_put_back_holds_them) {
    const auto c = referred(outside(OutsideWay::mail, "surat@sda.contoh.go.id"));
    turn();
    EXPECT_EQ(database().write([&](db::Tx& tx) { return hold_all(tx, c.agency, w().staff.now); }), 1);
    run(deliver_kind, delivery(c), &mails_);
    EXPECT_TRUE(mails_.mails.empty());
    EXPECT_EQ(delivery(c).state, State::unknown);
}

} // namespace
} // namespace referral
