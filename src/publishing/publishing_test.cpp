// What must never happen with posts, tried on the simulated network on both engines.
#include "events/event_actions.h"
#include "network/connection_view_actions.h"
#include "publishing/post_actions.h"
#include "publishing/view_actions.h"
#include "publishing_world.h"

#include <gmock/gmock.h>

namespace publishing {
namespace {

using namespace std::chrono_literals;
using channels::simulated::World;
using staff::Role;

const std::string photo = std::string(64, 'a');

class Publishing : public testing::WithPublishing {
protected:
    void SetUp() override {
        WithPublishing::SetUp();
        writer = who("penulis", Role::communications, w().south);
        other_writer = who("rekan", Role::communications, w().south);
        approver = who("penyetuju", Role::approver, w().south);
        head = who("kepala", Role::head, w().root);
        stranger = who("tetangga", Role::head, w().west);
        officer = who("petugas", Role::field_officer, w().south);
        administrator = who("pengelola", Role::administrator, w().root);
    }
    staff::Principal who(const std::string& login, Role role, agency::OfficeId office) {
        return {.agency = agency(),
                .staff = w().add(login, "kata sandi panjang", {{role, office}}),
                .name = login,
                .roles = {{role, office}},
                .account = {}};
    }
    template <class Act> auto act(Act&& action) {
        const auto directory = w().directories.of(agency()).value();
        return database().write(
            [&](db::Tx& tx) { return action(tx, Context{w().ids, *directory, channels_, w().now}); });
    }
    void ask(Kind kind, Rule rule, std::chrono::minutes window = 0min) {
        ASSERT_TRUE(act([&](db::Tx& tx, const Context& context) {
            return set_policy(tx, context, administrator,
                              {.office = w().south,
                               .kind = kind,
                               .rule = rule,
                               .window_ms = std::chrono::milliseconds(window).count()});
        }));
    }
    Whole draft(const std::string& text, std::vector<agency::AccountId> accounts,
                const std::string& key = "") {
        return act([&](db::Tx& tx, const Context& context) {
                   return write(
                       tx, context, writer,
                       {.office = w().south,
                        .words = {.text = text, .pictures = {{photo, "Loket buka"}}, .accounts = accounts},
                        .form_key = key});
               })
            .value();
    }
    base::Result<Whole> hand(const Whole& whole) {
        return act([&](db::Tx& tx, const Context& context) {
            return hand_in(tx, context, writer, whole.post.id, whole.post.version);
        });
    }
    base::Result<Whole> approved_by(const staff::Principal& person, const Whole& whole) {
        return act([&](db::Tx& tx, const Context& context) {
            return approve(tx, context, person, whole.post.id, whole.post.version);
        });
    }
    Whole now_of(PostId id) {
        return database().read([&](db::Tx& tx) { return whole_of(tx, agency(), id); }).value();
    }

    static std::vector<channels::simulated::Post> said(const World& world, const std::string& name) {
        std::vector<channels::simulated::Post> out;
        for (auto& post : world.posts())
            if (post.author == name) out.push_back(post);
        return out;
    }

    staff::Principal writer, other_writer, approver, head, stranger, officer, administrator;
};
DB_TEST_ON_EACH_ENGINE(Publishing);

TEST_P(Publishing, one_post_to_two_networks_once_after_somebody_else_approved) {
    World world({}, now());
    const auto one = connect(world, "posko"), two = connect(world, "humas", channels::simulated::hasty_code);
    ask(Kind::announcement, Rule::second);
    const auto post = draft("Loket buka sampai pukul 15.00.", {one.id, two.id});
    const auto handed = hand(post).value();
    EXPECT_EQ(handed.post.state, State::awaiting);
    rounds(world, 5min);
    EXPECT_TRUE(world.posts().empty()) << "nothing unapproved";
    EXPECT_EQ(approved_by(writer, handed).error().code, "post.own_words");
    EXPECT_EQ(approved_by(stranger, handed).error().code, "post.unknown");
    ASSERT_TRUE(approved_by(approver, handed));
    rounds(world, 2min);
    for (const auto* name : {"posko", "humas"}) {
        ASSERT_EQ(said(world, name).size(), 1U) << name;
        EXPECT_EQ(said(world, name)[0].text, "Loket buka sampai pukul 15.00.");
        EXPECT_EQ(said(world, name)[0].pictures.size(), 1U);
        EXPECT_EQ(said(world, name)[0].to, 0);
    }
    for (const auto& target : now_of(post.post.id).targets)
        EXPECT_EQ(target.state, outgoing::State::sent);
}

TEST_P(Publishing, who_changes_a_word_is_an_author_and_the_head_alone_approves_where_that_is_asked) {
    World world({}, now());
    const auto account = connect(world, "posko");
    ask(Kind::announcement, Rule::head);
    auto post = hand(draft("Jalan ditutup.", {account.id})).value();
    EXPECT_EQ(approved_by(approver, post).error().code, "post.not_yours");
    auto changed = act([&](db::Tx& tx, const Context& context) {
        return edit(tx, context, head, post.post.id, post.post.version,
                    {"Jalan ditutup sampai Rabu.", post.pictures, {account.id}});
    });
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->post.state, State::awaiting);
    EXPECT_EQ(approved_by(head, *changed).error().code, "post.own_words");
    EXPECT_EQ(approved_by(head, post).error().code, "post.changed_meanwhile")
        << "what was on the screen is old";
}

TEST_P(Publishing, pulled_back_in_its_window_nothing_is_sent_and_later_it_is_sent_once) {
    World world({}, now());
    const auto account = connect(world, "posko");
    ask(Kind::announcement, Rule::second, 5min);
    auto post = approved_by(approver, hand(draft("Air mati malam ini.", {account.id})).value()).value();
    rounds(world, 3min);
    EXPECT_TRUE(world.posts().empty()) << "its window is open";
    post = act([&](db::Tx& tx, const Context& context) {
               return pull_back(tx, context, approver, post.post.id, post.post.version);
           }).value();
    rounds(world, 10min);
    EXPECT_TRUE(world.posts().empty());
    ASSERT_TRUE(approved_by(approver, hand(post).value()));
    rounds(world, 10min);
    EXPECT_EQ(said(world, "posko").size(), 1U);
}

TEST_P(Publishing, what_was_approved_under_less_goes_back_when_more_is_asked_for) {
    World world({}, now());
    const auto account = connect(world, "posko");
    ask(Kind::announcement, Rule::none, 5min);
    const auto post = hand(draft("Kerja bakti Minggu.", {account.id})).value();
    EXPECT_EQ(post.post.state, State::approved);
    ask(Kind::announcement, Rule::head, 5min);
    rounds(world, 10min);
    EXPECT_TRUE(world.posts().empty());
    const auto after = now_of(post.post.id);
    EXPECT_EQ(after.post.state, State::awaiting);
    ASSERT_TRUE(approved_by(head, after));
    rounds(world, 10min);
    EXPECT_EQ(said(world, "posko").size(), 1U);
}

TEST_P(Publishing, taken_back_where_it_stands_and_before_it_does) {
    World world({}, now());
    const auto account = connect(world, "posko");
    ask(Kind::announcement, Rule::none);
    const auto post = hand(draft("Salah tanggal.", {account.id})).value();
    rounds(world, 1min);
    ASSERT_EQ(said(world, "posko").size(), 1U);
    auto back = [&](PostId id) {
        return act([&](db::Tx& tx, const Context& context) { return recall(tx, context, writer, id); });
    };
    ASSERT_TRUE(back(post.post.id));
    rounds(world, 2min);
    EXPECT_TRUE(said(world, "posko")[0].is_deleted);
    EXPECT_EQ(now_of(post.post.id).targets[0].state, outgoing::State::recalled);

    world.set_down(true);
    const auto second = hand(draft("Salah tempat.", {account.id})).value();
    rounds(world, 1min);
    ASSERT_TRUE(back(second.post.id));
    rounds(world, 1min);
    world.set_down(false);
    rounds(world, 20min, 30s);
    EXPECT_EQ(said(world, "posko").size(), 1U) << "never sent";
    EXPECT_EQ(now_of(second.post.id).targets[0].state, outgoing::State::cancelled);
}

TEST_P(Publishing, nothing_goes_out_while_the_account_is_paused) {
    World world({}, now());
    const auto account = connect(world, "posko");
    ask(Kind::announcement, Rule::none);
    auto pause = [&](bool paused) {
        ASSERT_TRUE(database().write([&](db::Tx& tx) {
            return network::set_paused(tx, w().ids, agency(), account.id, paused, administrator.staff,
                                       w().now);
        }));
    };
    pause(true);
    const auto post = hand(draft("Banjir surut.", {account.id})).value();
    rounds(world, 10min, 30s);
    EXPECT_TRUE(world.posts().empty());
    EXPECT_EQ(now_of(post.post.id).targets[0].state, outgoing::State::queued);
    pause(false);
    rounds(world, 10min, 30s);
    EXPECT_EQ(said(world, "posko").size(), 1U);
}

TEST_P(Publishing, a_report_from_the_field_is_masked_on_the_wall_at_once_and_made_once) {
    World world({}, now());
    const auto account = connect(world, "posko");
    const LiveReport report{.office = w().south,
                            .what = "Melayani ibu dengan telepon 081234567890",
                            .place = "Loket Tebet",
                            .photos = {photo},
                            .form_key = "kunci-1"};
    auto send = [&](const LiveReport& each) {
        return act(
            [&](db::Tx& tx, const Context& context) { return report_live(tx, context, officer, each); });
    };
    const auto made = send(report).value();
    EXPECT_EQ(made.post.text.find("081234567890"), std::string::npos) << made.post.text;
    EXPECT_EQ(made.post.state, State::awaiting);
    EXPECT_EQ(send(report).value().post.id, made.post.id) << "the same form";
    const auto wall = database().read([&](db::Tx& tx) { return wall_of(tx, agency(), false); });
    ASSERT_EQ(wall.size(), 1U);
    EXPECT_TRUE(database().read([&](db::Tx& tx) { return wall_of(tx, agency(), true); }).empty());
    auto elsewhere = report;
    elsewhere.office = w().west;
    elsewhere.form_key = "kunci-2";
    EXPECT_EQ(send(elsewhere).error().code, "post.not_yours");
    auto bare = report;
    bare.photos.clear();
    bare.form_key = "kunci-3";
    EXPECT_EQ(send(bare).error().field, "foto");
    rounds(world, 5min);
    EXPECT_TRUE(world.posts().empty());
    ASSERT_TRUE(approved_by(approver, made));
    rounds(world, 10min);
    EXPECT_EQ(said(world, "posko").size(), 1U);
}

TEST_P(Publishing, once_on_each_network_under_drawn_faults) {
    for (int seed = 1; seed <= 2; ++seed) {
        chance.seed(static_cast<unsigned>(seed));
        const auto network =
            seed % 2 == 0 ? channels::simulated::patient_code : channels::simulated::hasty_code;
        const std::string name = "posko" + std::to_string(seed);
        World calm({}, now());
        const auto account = connect(calm, name, network);
        World world({.seed = static_cast<std::uint64_t>(seed),
                     .faults_per_hundred = 30,
                     .most_delay = 60s,
                     .knows_keys = network == channels::simulated::patient_code},
                    now());
        ask(Kind::announcement, Rule::none);
        std::vector<PostId> posts;
        for (int i = 0; i < 4; ++i)
            posts.push_back(hand(draft("Siaran " + std::to_string(i), {account.id})).value().post.id);
        rounds(world, 20min, 15s);
        world.end_faults();
        rounds(world, 120min, 1min);
        for (int i = 0; i < 4; ++i) {
            EXPECT_EQ(now_of(posts[static_cast<std::size_t>(i)]).targets[0].state, outgoing::State::sent);
            EXPECT_EQ(std::ranges::count(said(world, name), "Siaran " + std::to_string(i),
                                         &channels::simulated::Post::text),
                      1)
                << "seed " << seed << " " << i;
        }
    }
}

/// Whatever people do in whatever order: nothing goes out whose last words nobody else approved.
TEST_P(Publishing, nothing_unapproved_under_a_policy_however_people_act) {
    World world({}, now());
    const auto account = connect(world, "posko");
    const std::vector<const staff::Principal*> people{&writer, &other_writer, &approver,
                                                      &head,   &stranger,     &officer};
    for (unsigned seed = 1; seed <= 12; ++seed) {
        std::mt19937 draw(seed);
        const Rule rule = seed % 2 == 0 ? Rule::second : Rule::head;
        ask(Kind::announcement, rule, std::chrono::minutes(draw() % 3));
        const auto id = draft("Siaran " + std::to_string(seed), {account.id}).post.id;
        for (int i = 0; i < 25; ++i) {
            const auto& person = *people[draw() % people.size()];
            const auto at = now_of(id).post.version;
            const auto doing = draw() % 6;
            const auto words = "Siaran " + std::to_string(seed) + "." + std::to_string(i);
            const auto done = act([&](db::Tx& tx, const Context& context) -> base::Result<Whole> {
                switch (doing) {
                case 0: return edit(tx, context, person, id, at, {words, {{photo, "Foto"}}, {account.id}});
                case 1: return pull_back(tx, context, person, id, at);
                case 2: return send_back(tx, context, person, id, at, "Sebut harinya");
                case 3: return hand_in(tx, context, person, id, at);
                default: return approve(tx, context, person, id, at);
                }
            });
            if (&person == &stranger || &person == &officer) EXPECT_FALSE(done);
            rounds(world, 20s);
        }
        rounds(world, 5min);
        const auto whole = now_of(id);
        const auto sent = std::ranges::count_if(said(world, "posko"), [&](const auto& post) {
            return post.text == whole.post.text ||
                   post.text.starts_with("Siaran " + std::to_string(seed) + ".");
        });
        EXPECT_LE(sent, 1) << "seed " << seed;
        EXPECT_EQ(sent == 1, whole.post.state == State::released) << "seed " << seed;
        if (sent == 0) continue;
        const auto history = database().read([&](db::Tx& tx) { return history_of(tx, agency(), id); });
        std::int64_t by = 0;
        for (const auto& event : history) {
            if (event.kind == edited || event.kind == returned || event.kind == pulled_back) by = 0;
            if (event.kind == approved) by = event.actor.value_or(0);
        }
        EXPECT_NE(by, 0) << "seed " << seed << ": approved after its last change";
        EXPECT_FALSE(whole.is_author(staff::StaffId{by})) << "seed " << seed;
        if (rule == Rule::head) EXPECT_EQ(by, head.staff.value);
    }
}

} // namespace
} // namespace publishing
