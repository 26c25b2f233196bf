// What becomes of a hand-over: its status there, mails that come back, and who is told; on both engines.
#include "cases/rebuild.h"
#include "items/reply_address.h"
#include "outgoing/mail_thread_actions.h"
#include "referral/status_actions.h"
#include "referral/telling_actions.h"
#include "referral_world.h"
#include "staff/duty_actions.h"
#include "staff/notice_actions.h"

#include <gmock/gmock.h>

namespace referral {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class HandOvers : public Deliveries {
protected:
    /// To the endpoint of that path, filed and with its number.
    cases::Case followed(const tests::NodeServer& server, const std::string& path = "") {
        const auto c = referred(outside(OutsideWay::open311, server.url() + path));
        turn();
        run(deliver_kind, delivery(c));
        turn();
        return c;
    }
    void set_status(const tests::NodeServer& server, std::string_view status, std::string_view notes) {
        tests::carry({.name = "status",
                      .method = "POST",
                      .url = server.url() + "/_status",
                      .body = boost::json::serialize(
                          base::json::Object{{"id", "SDA-1000"}, {"status", status}, {"notes", notes}})});
    }
    void tell() {
        database().write([&](db::Tx& tx) { tell_staff(tx, w().context()); });
    }
    staff::StaffId person(const char* login, staff::Role role) {
        return w().staff.add(login, "kata-sandi-panjang", {{role, w().staff.root}});
    }
    std::vector<std::string> told(staff::StaffId who) {
        std::vector<std::string> out;
        for (const auto& notice :
             database().read([&](db::Tx& tx) { return staff::notices_of(tx, w().staff.agency, who); })) {
            EXPECT_EQ(notice.subject_kind, staff::handover_subject);
            out.push_back(notice.deadline);
        }
        return out;
    }
    std::string last_data(const cases::Case& c, const char* kind) {
        const auto event = database().read(
            [&](db::Tx& tx) { return events::last_of(tx, c.agency, "case", c.id.value, kind); });
        return event ? event->data : std::string();
    }
    base::Result<void> settled(const cases::Case& c, staff::Role role, Settlement settlement) {
        const staff::Principal who{
            .agency = w().staff.agency, .staff = staff::StaffId{501}, .roles = {{role, w().staff.root}}};
        const auto id = delivery(c).id;
        return database().write([&](db::Tx& tx) {
            return settle(tx, w().staff.ids, *w().directory, who, id, settlement, w().staff.now);
        });
    }
    std::int64_t jobs_of(std::string_view kind) {
        return database().read([&](db::Tx& tx) { return tx.one(count_jobs, std::string(kind)).value_or(0); });
    }
    static constexpr db::Query<std::int64_t(std::string)> count_jobs{
        "test.jobs", "select count(*) from jobs where kind = :kind"};
};
DB_TEST_ON_EACH_ENGINE(HandOvers);

TEST_P(HandOvers, the_status_there_is_followed_until_it_is_closed) {
    const tests::NodeServer server("tests/fakes/open311.ts");
    const auto officer = person("petugas", staff::Role::operator_);
    const auto c = followed(server);
    ASSERT_EQ(delivery(c).state, State::followed);
    EXPECT_EQ(jobs_of(look_kind), 1) << "it asks by itself";
    run(look_kind, delivery(c));
    EXPECT_EQ(delivery(c).there, There::open);
    EXPECT_EQ(count(c, "case.followed"), 1);
    run(look_kind, delivery(c));
    EXPECT_EQ(count(c, "case.followed"), 1) << "no news is no event";
    EXPECT_EQ(delivery(c).attempts, 2);
    EXPECT_EQ(jobs_of(look_kind), 3);
    tell();
    EXPECT_THAT(told(officer), IsEmpty());

    set_status(server, "closed", "Pipa diganti pada 22 November.");
    run(look_kind, delivery(c));
    EXPECT_EQ(delivery(c).state, State::finished);
    EXPECT_EQ(delivery(c).there, There::closed);
    EXPECT_EQ(delivery(c).there_note, "Pipa diganti pada 22 November.");
    EXPECT_EQ(delivery(c).there_at, base::parse_time("2026-11-22T20:00:00Z").value());
    EXPECT_EQ(jobs_of(look_kind), 3) << "it is not asked any more";
    EXPECT_EQ(count(c, "case.followed"), 2);
    EXPECT_EQ(now(c).state, cases::State::referred) << "nothing is closed by itself";
    EXPECT_NE(last_data(c, "case.followed").find(R"("public":{})"), std::string::npos);
    EXPECT_NE(last_data(c, "case.followed").find("Pipa diganti"), std::string::npos);
    tell();
    tell();
    EXPECT_THAT(told(officer), ElementsAre("finished"));
    run(look_kind, delivery(c));
    EXPECT_EQ(count(c, "case.followed"), 2);
    turn();
    EXPECT_EQ(delivery(c).state, State::finished) << "a feed that delivers again changes nothing";

    EXPECT_EQ(settled(c, staff::Role::coordinator, Settlement::send_again).error().code,
              "case.changed_meanwhile");
    EXPECT_EQ(settled(c, staff::Role::auditor, Settlement::noted).error().code, "office.not_yours");
    ASSERT_TRUE(settled(c, staff::Role::operator_, Settlement::noted));
    EXPECT_EQ(delivery(c).state, State::answered);
    EXPECT_THAT(told(officer), IsEmpty());
}

TEST_P(HandOvers, a_server_that_speaks_json_alone_is_understood) {
    const tests::NodeServer server("tests/fakes/open311.ts");
    const auto c = followed(server, "/json");
    EXPECT_EQ(delivery(c).state, State::followed) << delivery(c).problem.value_or("");
    EXPECT_EQ(delivery(c).format, Format::json);
    EXPECT_EQ(delivery(c).receipt, "SDA-1000");
    set_status(server, "closed", "");
    run(look_kind, delivery(c));
    EXPECT_EQ(delivery(c).state, State::finished);
    EXPECT_EQ(carrier_.asked, 1);

    const auto later = referred(outside(OutsideWay::open311, server.url() + "/json", "drainase"));
    turn();
    run(deliver_kind, delivery(later));
    EXPECT_EQ(delivery(later).state, State::tokened);
    run(poll_kind, delivery(later));
    run(poll_kind, delivery(later));
    EXPECT_EQ(delivery(later).state, State::followed);
    EXPECT_EQ(delivery(later).receipt, "SDA-1001");
}

TEST_P(HandOvers, what_the_server_does_not_tell_is_asked_again_later_and_not_for_ever) {
    const tests::NodeServer server("tests/fakes/open311.ts");
    const auto c = followed(server);
    server.fault("broken", "/requests/");
    run(look_kind, delivery(c));
    EXPECT_EQ(delivery(c).state, State::followed);
    EXPECT_EQ(delivery(c).problem, "open311.broken:500");
    EXPECT_EQ(count(c, "case.followed"), 0);
    auto d = delivery(c);
    d.attempts = most_looks - 1;
    ASSERT_TRUE(database().write([&](db::Tx& tx) { return store::change(tx, d, State::followed); }));
    const auto jobs = jobs_of(look_kind);
    run(look_kind, delivery(c));
    EXPECT_EQ(delivery(c).state, State::answered) << "half a year is enough";
    EXPECT_EQ(jobs_of(look_kind), jobs);
}

TEST_P(HandOvers, that_were_given_back_are_followed_no_more) {
    const tests::NodeServer server("tests/fakes/open311.ts");
    const auto c = followed(server);
    (void)w().act(now(c), cases::HandBack{.reason = "Bukan kami"});
    turn();
    EXPECT_EQ(delivery(c).state, State::answered);
    run(look_kind, delivery(c));
    EXPECT_EQ(count(c, "case.followed"), 0);
}

TEST_P(HandOvers, a_number_that_a_person_typed_is_followed_where_the_request_may_have_arrived) {
    const tests::NodeServer server("tests/fakes/open311.ts");
    const auto coordinator = person("koor", staff::Role::coordinator);
    const auto c = referred(outside(OutsideWay::open311, server.url()));
    turn();
    carrier_.loses_answer = true;
    run(deliver_kind, delivery(c));
    ASSERT_EQ(delivery(c).state, State::unknown);
    tell();
    EXPECT_THAT(told(coordinator), ElementsAre("unknown"));
    (void)w().act(now(c), cases::Receipt{.receipt = "SDA-1000"});
    turn();
    EXPECT_EQ(delivery(c).state, State::followed);
    EXPECT_THAT(told(coordinator), IsEmpty());
    run(look_kind, delivery(c));
    EXPECT_EQ(delivery(c).there, There::open);
}

TEST_P(HandOvers, a_mail_that_comes_back_waits_for_a_coordinator_who_is_told) {
    const auto coordinator = person("koor", staff::Role::coordinator);
    const auto officer = person("petugas", staff::Role::operator_);
    const auto c = referred(outside(OutsideWay::mail, "surat@sda.contoh.go.id"));
    turn();
    run(deliver_kind, delivery(c), &mails_);
    ASSERT_EQ(delivery(c).state, State::sent);
    const auto d = delivery(c);
    EXPECT_EQ(mails_.mails.back().signature, items::mail_signature(*w().vault, d.agency, d.id.value));
    const auto come_back = [&](const std::string& signature) {
        const auto mail = items::to_string({.id = d.id.value, .agency = d.agency, .signature = signature});
        database().write([&](db::Tx& tx) {
            note_returned(tx, *w().vault, d.agency, mail, "5.1.1", w().staff.now);
            outgoing::note_returned(tx, *w().vault, d.agency, mail, "5.1.1", w().staff.now);
        });
    };
    come_back("aaaaaaaaaaaaaaaa");
    EXPECT_EQ(delivery(c).state, State::sent) << "whoever does not have our signature cannot say so";
    come_back(mails_.mails.back().signature);
    EXPECT_EQ(delivery(c).state, State::returned);
    EXPECT_EQ(delivery(c).problem, "mail.returned:5.1.1");
    tell();
    EXPECT_THAT(told(coordinator), ElementsAre("returned"));
    EXPECT_THAT(told(officer), IsEmpty());

    ASSERT_TRUE(settled(c, staff::Role::coordinator, Settlement::send_again));
    EXPECT_THAT(told(coordinator), IsEmpty());
    run(deliver_kind, delivery(c), &mails_);
    EXPECT_EQ(delivery(c).state, State::sent);
    EXPECT_EQ(mails_.mails.size(), 2U);
    // Once it was answered, what comes back late says nothing.
    const auto link = opened(c, secret(c)).value();
    ASSERT_TRUE(database().write([&](db::Tx& tx) { return accept(tx, w().context(), link, "SDA/17"); }));
    turn();
    come_back(mails_.mails.back().signature);
    EXPECT_EQ(delivery(c).state, State::answered);
}

TEST_P(HandOvers, what_the_sweep_gave_up_is_told_too_and_each_telling_is_an_event) {
    const auto coordinator = person("koor", staff::Role::coordinator);
    const auto c = referred(outside(OutsideWay::mail, "surat@sda.contoh.go.id"));
    turn();
    const auto id = delivery(c).id;
    ASSERT_TRUE(database().write([&](db::Tx& tx) { return begin(tx, c.agency, id, w().staff.now); }));
    w().staff.now += std::chrono::minutes(6);
    database().write([&](db::Tx& tx) { sweep(tx, c.agency, w().staff.now); });
    tell();
    EXPECT_THAT(told(coordinator), ElementsAre("unknown"));
    const auto event = database().read(
        [&](db::Tx& tx) { return events::last_of(tx, c.agency, "delivery", id.value, "delivery.told"); });
    ASSERT_TRUE(event);
    EXPECT_FALSE(event->is_public);
    EXPECT_NE(event->data.find(base::to_string(coordinator)), std::string::npos) << event->data;
    EXPECT_NE(event->data.find(c.code), std::string::npos) << event->data;
}

TEST_P(HandOvers, a_case_is_rebuilt_the_same_and_forgets_the_words_of_the_other_agency) {
    const tests::NodeServer server("tests/fakes/open311.ts");
    const auto c = followed(server);
    set_status(server, "open", "Petugas ke lokasi");
    run(look_kind, delivery(c));
    const auto all =
        database().read([&](db::Tx& tx) { return events::timeline(tx, c.agency, "case", c.id.value); });
    EXPECT_THAT(cases::differing(now(c), all), IsEmpty());
    const auto data = base::json::parse(last_data(c, "case.followed")).value();
    const auto kept = boost::json::serialize(cases::without_words("case.followed", data.as_object()));
    EXPECT_EQ(kept.find("Petugas"), std::string::npos);
    EXPECT_NE(kept.find("SDA-1000"), std::string::npos);
}

} // namespace
} // namespace referral
