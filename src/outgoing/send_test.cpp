#include "jobs/runner.h"
#include "outgoing/letter.h"
#include "outgoing/outgoing_store.h"
#include "outgoing/posting_actions.h"
#include "outgoing/posting_store.h"
#include "outgoing/send_actions.h"
#include "outgoing_world.h"

namespace outgoing {
namespace {

using namespace std::chrono_literals;
using testing::ScriptedSender;

class Sends : public testing::WithWorld {
protected:
    Outgoing waiting() {
        c_ = w().report();
        w().turn();
        return w().last(c_);
    }
    Outgoing now() { return w().last(c_); }
    cases::Case c_;
    ScriptedSender sender;
};
DB_TEST_ON_EACH_ENGINE(Sends);

TEST_P(Sends, a_mail_once_however_often_it_is_asked) {
    const auto o = waiting();
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(w().send(sender, o.id));
    ASSERT_EQ(sender.mails.size(), 1U);
    EXPECT_EQ(sender.mails[0].to, "budi@contoh.id");
    EXPECT_EQ(sender.mails[0].from_name, "Dinas Bina Marga");
    EXPECT_EQ(sender.mails[0].subject, o.subject);
    EXPECT_EQ(sender.mails[0].text, with_secret(o.letter, std::nullopt)); // the case came without an item
    EXPECT_EQ(now().state, State::sent);
    EXPECT_EQ(now().attempts, 1);
    EXPECT_EQ(now().lease_until, std::nullopt);
}

TEST_P(Sends, and_writes_down_what_came_of_it) {
    struct Row {
        Handover handover;
        State state;
    };
    for (const auto& row : std::vector<Row>{
             {{Fate::accepted, {}}, State::sent},
             {{Fate::refused, "mail.refused:550"}, State::failed},
             {{Fate::try_again, "mail.later:451"}, State::queued},
             {{Fate::unclear, "mail.unclear"}, State::unknown},
         }) {
        const auto o = waiting();
        sender.answers = {row.handover};
        ASSERT_TRUE(w().send(sender, o.id));
        EXPECT_EQ(now().state, row.state);
        EXPECT_EQ(now().problem.value_or(""), row.handover.problem);
    }
}

TEST_P(Sends, again_later_what_was_certainly_not_taken_until_it_gives_up) {
    const auto o = waiting();
    jobs::Runner runner({.database = database(),
                         .now = [this] { return w().staff.now; },
                         .random = staff::testing::random_bytes,
                         .holder = "here",
                         .agencies = [this] { return std::vector{w().staff.agency}; },
                         .handlers = {send_handler(w().sending(&sender))},
                         .schedule = {}});
    sender.answers.assign(20, {Fate::try_again, "mail.later:451"});
    runner.run_due();
    EXPECT_EQ(sender.mails.size(), 1U);
    runner.run_due();
    EXPECT_EQ(sender.mails.size(), 1U) << "not at once";
    for (int i = 0; i < 30; ++i) {
        w().staff.now += 7h;
        runner.run_due();
    }
    EXPECT_EQ(sender.mails.size(), static_cast<std::size_t>(most_attempts));
    EXPECT_EQ(now().state, State::failed);
    EXPECT_EQ(now().problem, "mail.later:451");
}

TEST_P(Sends, nothing_more_when_it_stopped_between_handing_over_and_writing_down) {
    const auto o = waiting();
    struct Stops : Sender {
        Handover send(const Mail&) override {
            ++handed;
            throw std::runtime_error("the power went");
        }
        int handed = 0;
    } stops;
    EXPECT_THROW((void)w().send(stops, o.id), std::runtime_error);
    EXPECT_EQ(now().state, State::sending);
    ASSERT_TRUE(w().send(sender, o.id));
    sweep(database(), w().staff.agency, w().staff.now + lease);
    EXPECT_EQ(now().state, State::sending) << "its lease is not over";
    sweep(database(), w().staff.agency, w().staff.now + lease + 1ms);
    EXPECT_EQ(now().state, State::unknown);
    EXPECT_EQ(now().problem, "mail.interrupted");
    ASSERT_TRUE(w().send(sender, o.id));
    EXPECT_EQ(stops.handed, 1);
    EXPECT_TRUE(sender.mails.empty()) << "no machine sends it again";
}

TEST_P(Sends, and_an_answer_that_came_after_the_sweep_still_counts) {
    const auto o = waiting();
    auto begun = database().write([&](db::Tx& tx) { return begin(tx, o.agency, o.id, w().staff.now); });
    ASSERT_TRUE(begun);
    sweep(database(), o.agency, w().staff.now + 1h);
    database().write([&](db::Tx& tx) {
        finish(tx, w().staff.ids, *begun, {Fate::accepted, {}}, 1min, w().staff.now + 1h);
    });
    EXPECT_EQ(now().state, State::sent);
}

TEST_P(Sends, nothing_to_who_has_no_address_any_more_or_without_a_relay) {
    auto o = waiting();
    ASSERT_TRUE(outgoing::send(w().sending(nullptr), o.agency, o.id));
    EXPECT_EQ(now().state, State::failed);
    EXPECT_EQ(now().problem, "mail.no_relay");
    o = waiting();
    ASSERT_TRUE(database().write([&](db::Tx& tx) {
        return people::erase_identity(tx, *w().vault, w().staff.ids, o.agency, *c_.identity, {},
                                      w().staff.now);
    }));
    ASSERT_TRUE(w().send(sender, o.id));
    EXPECT_EQ(now().state, State::cancelled);
    EXPECT_TRUE(sender.mails.empty());
}

class Settling : public Sends {
protected:
    Outgoing unknown() {
        const auto o = waiting();
        sender.answers = {{Fate::unclear, "mail.unclear"}};
        (void)w().send(sender, o.id);
        return now();
    }
    staff::Principal person(std::vector<staff::HeldRole> roles) {
        return {.agency = w().staff.agency,
                .staff = staff::StaffId{77},
                .name = "Siti",
                .roles = std::move(roles),
                .account = {}};
    }
    base::Result<Outgoing> settle_as(const staff::Principal& who, OutgoingId id, Settlement how) {
        return database().write([&](db::Tx& tx) {
            return settle(tx, w().staff.ids, *w().directory, who, id, how, w().staff.now);
        });
    }
};
DB_TEST_ON_EACH_ENGINE(Settling);

TEST_P(Settling, is_done_by_a_person_once_and_leaves_an_event) {
    const auto who = person({{staff::Role::operator_, w().staff.south}});
    auto o = unknown();
    EXPECT_EQ(settle_as(who, o.id, Settlement::arrived)->state, State::sent);
    EXPECT_EQ(settle_as(who, o.id, Settlement::send_again).error().code, "outgoing.settled_already");
    const auto events =
        database().read([&](db::Tx& tx) { return events::timeline(tx, o.agency, "outgoing", o.id.value); });
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].kind, "outgoing.settled");
    EXPECT_EQ(events[0].actor, 77);
    EXPECT_FALSE(events[0].is_public);

    o = unknown();
    EXPECT_EQ(settle_as(who, o.id, Settlement::send_again)->state, State::queued);
    const auto before = sender.mails.size();
    ASSERT_TRUE(w().send(sender, o.id));
    EXPECT_EQ(sender.mails.size(), before + 1);
    EXPECT_EQ(now().state, State::sent);
}

TEST_P(Settling, begins_anew_with_what_a_network_took_and_could_not_bring) {
    const auto who = person({{staff::Role::operator_, w().staff.south}});
    auto o = waiting();
    o.id = w().staff.ids.next<OutgoingId>();
    o.event = o.id.value;
    o.channel = Channel::network;
    o.state = State::sent;
    const Posting posting{.outgoing = o.id, .account = w().account, .progress = R"({"ids":["wamid.1"]})"};
    database().write([&](db::Tx& tx) {
        ASSERT_TRUE(store::insert(tx, o));
        store::insert_posting(tx, o.agency, posting);
        note_undelivered(tx, o.agency, w().account, {.key = key_of(o), .id = "wamid.1", .code = "131047"},
                         w().staff.now);
    });
    const auto of = [&](OutgoingId id) {
        return database().read([&](db::Tx& tx) { return posting_of(tx, o.agency, id); }).value();
    };
    EXPECT_EQ(of(o.id).progress, posting.progress);
    EXPECT_EQ(settle_as(who, o.id, Settlement::send_again)->state, State::queued);
    EXPECT_EQ(of(o.id).progress, "{}");
}

TEST_P(Settling, is_for_who_works_on_the_case_and_nobody_else_learns_that_it_exists) {
    using enum staff::Role;
    struct Row {
        staff::HeldRole role;
        bool sees, settles;
    };
    const auto o = unknown();
    for (const auto& row : std::vector<Row>{
             {{operator_, w().staff.west}, false, false},
             {{operator_, w().staff.south}, true, true},
             {{coordinator, w().staff.root}, true, true},
             {{administrator, w().staff.root}, true, true},
             {{auditor, w().staff.root}, true, false},
             {{field_officer, w().staff.south}, false, false},
             {{communications, w().staff.root}, false, false},
         }) {
        const auto who = person({row.role});
        const auto page = database().read(
            [&](db::Tx& tx) { return list_outgoing(tx, *w().directory, who, State::unknown); });
        EXPECT_EQ(page.rows.size(), row.sees ? 1U : 0U) << base::code_of(row.role.role);
        if (row.sees) EXPECT_EQ(page.rows[0].may_settle, row.settles);
        EXPECT_EQ(database().read(
                      [&](db::Tx& tx) { return count_outgoing(tx, *w().directory, who, State::unknown); }),
                  row.sees ? 1U : 0U);
        if (!row.settles)
            EXPECT_EQ(settle_as(who, o.id, Settlement::arrived).error().code, "outgoing.unknown");
    }
}

TEST_P(Settling, hides_the_code_of_a_disclosure_from_administrators) {
    c_ = w().report({.kind = cases::Kind::whistleblowing});
    w().turn();
    sender.answers = {{Fate::unclear, "mail.unclear"}};
    (void)w().send(sender, now().id);
    const auto page = database().read([&](db::Tx& tx) {
        return list_outgoing(tx, *w().directory, person({{staff::Role::administrator, w().staff.root}}),
                             State::unknown);
    });
    ASSERT_EQ(page.rows.size(), 1U);
    EXPECT_EQ(page.rows[0].code, "");
}

TEST_P(Settling, lists_go_on_below_the_last_row) {
    std::vector<OutgoingId> made;
    for (int i = 0; i < 5; ++i)
        made.push_back(waiting().id);
    const auto who = person({{staff::Role::coordinator, w().staff.root}});
    auto page_below = [&](OutgoingId before) {
        return database().read(
            [&](db::Tx& tx) { return list_outgoing(tx, *w().directory, who, State::queued, before, 2); });
    };
    std::vector<OutgoingId> seen;
    for (auto page = page_below({});; page = page_below(*page.next)) {
        for (const auto& row : page.rows)
            seen.push_back(row.outgoing.id);
        if (!page.next) break;
    }
    std::ranges::reverse(made);
    EXPECT_EQ(seen, made);
}

TEST_P(Sends, a_sender_that_died_under_a_clock_that_was_ahead_is_given_up_by_the_right_one) {
    const auto o = waiting();
    w().staff.now += 3h;
    database().write([&](db::Tx& tx) { (void)begin(tx, o.agency, o.id, w().staff.now); });
    w().staff.now -= 3h;
    sweep(database(), w().staff.agency, w().staff.now);
    EXPECT_EQ(now().state, State::unknown);
}

TEST_P(Sends, nothing_of_what_waited_in_a_backup_that_was_put_back) {
    const auto o = waiting();
    const auto sent = waiting();
    ASSERT_TRUE(w().send(sender, sent.id));
    database().write([&](db::Tx& tx) { EXPECT_EQ(hold_all(tx, o.agency, w().staff.now), 1); });
    ASSERT_TRUE(w().send(sender, o.id));
    EXPECT_EQ(sender.mails.size(), 1U);
    EXPECT_EQ(now().state, State::sent);
    database().read([&](db::Tx& tx) {
        EXPECT_EQ(count_unsettled(tx, o.agency), 1);
        EXPECT_FALSE(queued(tx, o.agency, o.id));
    });
}

} // namespace
} // namespace outgoing
