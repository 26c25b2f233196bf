#include "base/encode.h"
#include "db/database.h"
#include "network/connection_store.h"
#include "network/look_plan.h"
#include "network/push_proof.h"
#include "network/source_store.h"
#include "network_world.h"

#include <gmock/gmock.h>

namespace channels::simulated {
namespace {

using namespace std::chrono_literals;
using network::Taken;

class Receives : public network::testing::WithNetwork {
protected:
    void rounds(World& world, base::Duration during, base::Duration step = 10s) {
        for (const auto end = w().now + during; w().now < end; w().now += step) {
            network::refresh_due(services(world), agency());
            while (network::receive_due(services(world), agency()) > 0) {
            }
        }
    }
    std::string held_text(const agency::Account& account, std::int64_t post) {
        auto found = held.items.find({account.id.value, std::to_string(post)});
        return found == held.items.end()  ? "(none)"
               : found->second.is_deleted ? "(deleted)"
                                          : found->second.text;
    }
    network::Watched source(const agency::Account& account, const std::string& name) {
        return database()
            .read([&](db::Tx& tx) { return network::store::find_source(tx, agency(), account.id, name); })
            .value();
    }
    std::vector<network::Hole> holes(const agency::Account& account) {
        return database().read(
            [&](db::Tx& tx) { return network::store::holes_of(tx, agency(), account.id, 100); });
    }
};
DB_TEST_ON_EACH_ENGINE(Receives);

TEST_P(Receives, what_is_written_edited_and_deleted) {
    World world({}, now());
    const auto account = connect(world, "posko");
    const auto post = world.write("budi", "Jalan berlubang di Tebet", "posko");
    const auto other = world.write("ani", "Lampu mati", "posko");
    rounds(world, 1min);
    EXPECT_EQ(held_text(account, post), "Jalan berlubang di Tebet");
    world.edit(post, "Jalan berlubang di Tebet Barat");
    world.remove(other);
    rounds(world, 10min, 1min);
    EXPECT_EQ(held_text(account, post), "Jalan berlubang di Tebet Barat");
    EXPECT_EQ(held_text(account, other), "(deleted)");
}

TEST_P(Receives, a_thread_whole_and_says_how_whole) {
    World world({.page = 20}, now());
    const auto account = connect(world, "posko", hasty_code);
    const auto root = world.write("budi", "Kapan diperbaiki?", "posko");
    rounds(world, 1min);
    for (int i = 0; i < 137; ++i)
        world.write("warga" + std::to_string(i), "Setuju " + std::to_string(i), "", root);
    rounds(world, 5min);
    EXPECT_EQ(held.items.size(), 138U);
    const auto thread = source(account, "thread:" + std::to_string(root));
    EXPECT_EQ(thread.counted, 138);
    EXPECT_EQ(thread.held, 138);
}

TEST_P(Receives, everything_after_an_outage_of_two_hours) {
    for (const auto network : {patient_code, hasty_code}) {
        const std::string kind(network);
        World world({.seed = 7, .page = 20}, now());
        const auto account = connect(world, "posko" + kind, network);
        rounds(world, 1min);
        world.set_down(true);
        std::vector<std::int64_t> posts;
        for (int i = 0; i < 60; ++i) {
            posts.push_back(world.write("warga" + std::to_string(i % 50), "Laporan " + std::to_string(i),
                                        "posko" + kind));
            if (i % 12 == 0) rounds(world, 6min, 2min);
        }
        EXPECT_EQ(held_text(account, posts[0]), "(none)");
        world.set_down(false);
        rounds(world, 20min, 30s);
        for (const auto post : posts)
            EXPECT_NE(held_text(account, post), "(none)") << kind << " " << post;
        for (const auto& hole : holes(account))
            EXPECT_NE(hole.state, network::HoleState::open) << hole.reason;
    }
}

TEST_P(Receives, what_a_hasty_network_shows_late) {
    World world({.seed = 3, .most_delay = 90s, .page = 5}, now());
    const auto account = connect(world, "posko", hasty_code);
    rounds(world, 1min);
    std::vector<std::int64_t> posts;
    for (int i = 0; i < 120; ++i) {
        posts.push_back(world.write("warga", "Laporan " + std::to_string(i), "posko"));
        w().now += 2s;
        if (i % 5 == 0) rounds(world, 1ms);
    }
    rounds(world, 15min);
    for (const auto post : posts)
        EXPECT_NE(held_text(account, post), "(none)") << post;
    EXPECT_TRUE(holes(account).empty() || holes(account)[0].state != network::HoleState::open);
}

TEST_P(Receives, pushes_once_they_are_proven_and_keeps_what_it_cannot_read) {
    World world({}, now());
    const auto account = connect(world, "posko");
    const auto post = world.write("budi", "Air masuk rumah", "posko");
    auto pushes = world.take_pushes("posko");
    ASSERT_EQ(pushes.size(), 1U);
    network::OpenedAccounts opened;
    const auto s = services(world);
    EXPECT_EQ(network::keep_push(s, opened, agency(), account.id, pushes[0]).status, 200);
    EXPECT_EQ(network::keep_push(s, opened, agency(), account.id, pushes[0]).status, 200) << "twice is once";
    auto forged = pushes[0];
    forged.body += " ";
    EXPECT_EQ(network::keep_push(s, opened, agency(), account.id, forged).status, 401);
    EXPECT_EQ(network::keep_push(s, opened, agency(), agency::AccountId{12345}, pushes[0]).status, 404);
    held.fails = true;
    EXPECT_THROW(network::read_pushes(s, agency()), std::runtime_error);
    EXPECT_EQ(held_text(account, post), "(none)") << "and it still waits";
    held.fails = false;
    EXPECT_EQ(network::read_pushes(s, agency()), 2);
    EXPECT_EQ(held_text(account, post), "Air masuk rumah");
    EXPECT_EQ(held.items.begin()->second.times_new, 1);
    EXPECT_EQ(network::read_pushes(s, agency()), 0);

    network::Push broken{.method = "POST", .query = {}, .headers = {}, .body = "{\"half"};
    broken.headers.push_back(
        {"X-Signature", "sha256=" + base::to_hex(network::hmac_sha256(World::push_secret, broken.body))});
    EXPECT_EQ(network::keep_push(s, opened, agency(), account.id, broken).status, 200);
    EXPECT_EQ(network::read_pushes(s, agency()), 1);
    EXPECT_EQ(database().read([&](db::Tx& tx) {
        return network::store::count_pushes(tx, agency(), network::PushState::stuck);
    }),
              1);
}

TEST_P(Receives, a_new_token_in_time_and_stops_where_a_person_is_needed) {
    World world({}, now());
    const auto account = connect(world, "posko");
    world.expire("posko");
    const auto post = world.write("budi", "Banjir", "posko");
    rounds(world, 2min);
    EXPECT_EQ(held_text(account, post), "Banjir") << "renewed by itself";
    world.revoke("posko");
    rounds(world, 2min);
    auto row =
        database().read([&](db::Tx& tx) { return network::connection_of(tx, agency(), account.id); }).value();
    EXPECT_EQ(row.state, network::ConnectionState::broken);
    EXPECT_EQ(row.problem, "network.token_refused");
    const auto asked = world.exchanges();
    rounds(world, 1h);
    EXPECT_EQ(world.exchanges(), asked + 4) << "hardly anybody knocks at a closed door";
}

TEST_P(Receives, other_accounts_are_never_mixed) {
    World world({}, now());
    const auto account = connect(world, "posko");
    auto again = network::connect(services(world), agency(), account,
                                  {.server = "", .secrets = {{"token", "lain:0"}}}, staff::StaffId{1});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "network.other_account");
}

TEST_P(Receives, an_account_of_a_network_through_one_account_alone) {
    World world({}, now());
    (void)connect(world, "posko");
    const auto second = add_account("posko lagi", patient_code);
    networks_[second.id] = patient_code;
    const network::NewConnection same{.server = "sim://world", .secrets = {{"token", "posko:0"}}};
    auto twice = network::connect(services(world), agency(), second, same, staff::StaffId{1});
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, "network.connected_already");
}

TEST_P(Receives, an_answer_to_an_own_post_in_the_thread_where_that_stands) {
    World world({}, now());
    const auto account = connect(world, "posko");
    database().write([&](db::Tx& tx) { network::note_own(tx, agency(), account.id, "1", "7"); });
    network::Event event;
    event.item.network_id = "9";
    event.item.author.network_id = "budi";
    event.item.in_reply_to = "7";
    event.item.created_at = w().now;
    event.thread = "thread:9";
    const auto row =
        database().read([&](db::Tx& tx) { return network::connection_of(tx, agency(), account.id); });
    EXPECT_EQ(network::take_in(services(world), agency(), *row, {event}), 1);
    EXPECT_EQ(held.items.begin()->second.root, "1");
}

TEST_P(Receives, everything_once_under_drawn_faults) {
    constexpr int schedules = 2;
    for (int seed = 1; seed <= schedules; ++seed) {
        const std::string name = "posko" + std::to_string(seed);
        agency::Account account;
        {
            World calm({}, now());
            account = connect(calm, name, seed % 2 == 0 ? patient_code : hasty_code);
        }
        World stormy({.seed = static_cast<std::uint64_t>(seed),
                      .faults_per_hundred = 10 + seed % 40,
                      .most_delay = std::chrono::seconds(seed % 3 * 20),
                      .page = 5},
                     now());
        chance.seed(static_cast<unsigned>(seed));
        std::vector<std::int64_t> posts;
        for (int i = 0; i < 30; ++i) {
            if (!posts.empty() && chance() % 5 == 0)
                posts.push_back(stormy.write("ani", "Saya juga", "", posts[chance() % posts.size()]));
            else
                posts.push_back(stormy.write("warga", "Laporan " + std::to_string(i), name));
            if (chance() % 7 == 0) stormy.edit(posts[chance() % posts.size()], "Ralat " + std::to_string(i));
            if (chance() % 11 == 0) stormy.remove(posts[chance() % posts.size()]);
            held.fails = chance() % 9 == 0;
            try {
                rounds(stormy, std::chrono::seconds(chance() % 120), 20s);
            } catch (const std::runtime_error&) {
                // As when the process was killed: leases run out, and others go on.
            }
        }
        held.fails = false;
        stormy.end_faults();
        w().now += network::look_lease + 1min;
        rounds(stormy, 150min, 10min);
        for (const auto& post : stormy.posts()) {
            auto found = held.items.find({account.id.value, std::to_string(post.id)});
            ASSERT_NE(found, held.items.end()) << "seed " << seed << ": lost " << post.id << " " << post.text;
            EXPECT_EQ(found->second.times_new, 1);
            if (post.is_deleted) continue;
            EXPECT_EQ(found->second.text, post.text) << "seed " << seed << ", post " << post.id;
        }
    }
}

} // namespace
} // namespace channels::simulated
