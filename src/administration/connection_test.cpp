#include "connection_world.h"

namespace administration {
namespace {

using namespace std::chrono_literals;
using channels::simulated::World;
using network::ConnectionState;
using network::HoleState;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class Connections : public testing::WithConnections {};
DB_TEST_ON_EACH_ENGINE(Connections);

TEST_P(Connections, say_for_each_thread_how_much_of_it_is_held) {
    World world({}, now());
    const auto account = connect(world, "posko");
    const auto root = world.write("budi", "Jalan berlubang", "posko");
    for (int i = 0; i < 5; ++i)
        world.write("ani", "Saya juga " + std::to_string(i), "", root);
    rounds(world, 10min);
    const auto seen = view(account);
    EXPECT_EQ(seen.row.handle, "@posko");
    EXPECT_TRUE(seen.has_secrets);
    EXPECT_EQ(seen.row.secrets_sealed, "");
    ASSERT_EQ(seen.feeds.size(), 1U);
    EXPECT_EQ(seen.feeds.front().name, "mentions");
    ASSERT_EQ(seen.threads.size(), 1U);
    EXPECT_EQ(seen.figures.threads, 1);
    EXPECT_EQ(seen.figures.held, seen.figures.counted);
    EXPECT_GT(seen.figures.counted, 4);
    EXPECT_EQ(seen.figures.short_threads, 0);
    const auto d = drawn();
    EXPECT_THAT(connection_page(d->frame(), page_of(account), {}).str(),
                AllOf(HasSubstr(" komentar, dicek "), HasSubstr(" sebutan, dicek "), HasSubstr("Tersambung"),
                      HasSubstr("lengkap"), HasSubstr("@posko")));
}

TEST_P(Connections, say_that_a_network_pushes_nothing_though_it_was_told_to) {
    World world({}, now());
    const auto account = connect(world, "posko");
    rounds(world, 1min);
    const auto d = drawn();
    auto says_so = [&] {
        return connection_page(d->frame(), page_of(account), {}).str().find("tidak mengabari kami") !=
               std::string::npos;
    };
    world.write("budi", "Jalan berlubang", "posko");
    rounds(world, 1min);
    EXPECT_FALSE(says_so()) << "its push may be on its way";
    w().now += 5min;
    EXPECT_TRUE(says_so());
    network::OpenedAccounts opened;
    for (const auto& push : world.take_pushes("posko"))
        EXPECT_EQ(network::keep_push(services(world), opened, agency(), account.id, push).status, 200);
    EXPECT_GT(network::read_pushes(services(world), agency()), 0);
    EXPECT_FALSE(says_so());
}

TEST_P(Connections, name_the_newest_threads_and_count_the_rest) {
    World world({}, now());
    const auto account = connect(world, "posko");
    write([&](db::Tx& tx) {
        for (int i = 0; i < 30; ++i) {
            network::Watched thread{.account = account.id,
                                    .name = "thread:" + std::to_string(100 + i),
                                    .newest_first = true,
                                    .is_thread = true,
                                    .look_at = w().now};
            network::store::add_source(tx, agency(), thread);
            if (i >= 10) thread.found_at = w().now - std::chrono::minutes(i);
            network::store::update_source(tx, agency(), thread);
        }
    });
    const auto seen = view(account);
    EXPECT_EQ(seen.threads.size(), 20U);
    EXPECT_EQ(seen.threads.front().name, "thread:110");
    EXPECT_EQ(seen.figures.threads, 30);
    const auto d = drawn();
    EXPECT_THAT(connection_page(d->frame(), page_of(account), {}).str(),
                HasSubstr("10 utas lain tidak ditampilkan."));
}

TEST_P(Connections, count_holes_but_not_the_routine_second_look) {
    World world({}, now());
    const auto account = connect(world, "posko");
    put_hole(account, "shown_late");
    EXPECT_EQ(view(account).open_count, 0);
    put_hole(account, "more_than_a_page");
    put_hole(account, "count_differs", HoleState::healed);
    put_hole(account, "count_differs", HoleState::lost, "not_shown");
    const auto seen = view(account);
    EXPECT_EQ(seen.open_count, 1);
    EXPECT_EQ(seen.open_holes.size(), 1U);
    EXPECT_EQ(seen.closed_holes.size(), 2U);
    EXPECT_EQ(all().open_holes.at(account.id), 1);
    EXPECT_EQ(standing_of(seen, {}), Standing::behind);
    w().now += std::chrono::days(8);
    EXPECT_TRUE(view(account).closed_holes.empty());
}

TEST_P(Connections, pause_together_and_leave_alone_what_was_off_before) {
    World world({}, now());
    const auto one = connect(world, "satu");
    const auto two = connect(world, "dua");
    const auto off = connect(world, "tiga");
    w().now += 1min;
    auto change = [&](auto act) {
        auto done = database().write(
            [&](db::Tx& tx) { return act(tx, w().ids, agency(), staff::StaffId{1}, w().now); });
        EXPECT_TRUE(done);
        return done.value_or(-1);
    };
    write([&](db::Tx& tx) {
        EXPECT_TRUE(
            network::set_paused(tx, w().ids, agency(), off.id, /*paused=*/true, staff::StaffId{1}, w().now));
    });
    EXPECT_EQ(change(network::pause_all), 2);
    EXPECT_EQ(state_of(one), ConnectionState::off);
    EXPECT_EQ(view(one).changed_at, w().now);
    const auto post = world.write("budi", "Tolong", "dua");
    rounds(world, 5min);
    EXPECT_TRUE(held.items.empty());
    EXPECT_EQ(change(network::resume_all), 2);
    EXPECT_EQ(state_of(two), ConnectionState::connected);
    EXPECT_EQ(state_of(off), ConnectionState::off);
    rounds(world, 1min);
    EXPECT_TRUE(held.items.contains({two.id.value, std::to_string(post)}));
    EXPECT_EQ(change(network::resume_all), 0);
}

TEST_P(Connections, name_the_accounts_that_nothing_comes_in_from) {
    World world({}, now());
    const auto account = connect(world, "posko");
    auto broken = [&] {
        return database().read([&](db::Tx& tx) { return network::broken_accounts(tx, agency()); });
    };
    EXPECT_TRUE(broken().empty());
    world.revoke("posko");
    rounds(world, 2min);
    ASSERT_EQ(broken().size(), 1U);
    EXPECT_EQ(broken().front().handle, "@posko");
    ASSERT_TRUE(broken().front().since);
    EXPECT_LE(*broken().front().since, w().now);
    EXPECT_EQ(standing_of(view(account), {}), Standing::broken);
    const auto d = drawn();
    const auto page = connection_page(d->frame(), page_of(account), {});
    EXPECT_THAT(page.str(),
                AllOf(HasSubstr("Tidak tersambung"), HasSubstr("Jaringan menolak token atau sandi ini."),
                      HasSubstr("Sejak itu laporan tidak masuk dari sana")));
    leave("sambungan-putus.html", page);
}

TEST_P(Connections, take_in_what_was_refused_once_its_cause_is_gone) {
    World world({}, now());
    const auto account = connect(world, "posko");
    const auto post = world.write("budi", "Jalan berlubang", "posko");
    auto refusing = services(world);
    refusing.deliver = [](base::AgencyId, agency::AccountId, std::span<const items::ItemIn> items) {
        return std::vector<network::Delivered>(items.size(), {network::Taken::refused, "item.too_large"});
    };
    while (network::receive_due(refusing, agency()) > 0) {
    }
    auto stuck = view(account).stuck;
    ASSERT_EQ(stuck.size(), 1U);
    EXPECT_EQ(stuck.front().problem, "item.too_large");
    EXPECT_EQ(stuck.front().count, 1);
    EXPECT_EQ(all().stuck.at(account.id), 1);
    EXPECT_EQ(standing_of(view(account), {}), Standing::person);
    const auto d = drawn();
    EXPECT_THAT(connection_page(d->frame(), page_of(account), {}).str(),
                AllOf(HasSubstr("teksnya terlalu panjang"), HasSubstr("Coba masukkan lagi")));

    write([&](db::Tx& tx) { network::read_stuck_again(tx, agency(), account.id); });
    EXPECT_EQ(network::read_pushes(refusing, agency()), 1);
    EXPECT_EQ(view(account).stuck.size(), 1U) << "still refused: still held back";

    write([&](db::Tx& tx) { network::read_stuck_again(tx, agency(), account.id); });
    EXPECT_EQ(network::read_pushes(services(world), agency()), 1);
    EXPECT_TRUE(held.items.contains({account.id.value, std::to_string(post)}));
    EXPECT_TRUE(view(account).stuck.empty());
}

TEST_P(Connections, count_answers_that_are_not_out) {
    World world({}, now());
    const auto account = connect(world, "posko");
    using outgoing::State;
    for (const auto state : {State::queued, State::queued, State::unknown, State::failed, State::sent})
        put_unsent(account, state);
    const auto unsent =
        database().read([&](db::Tx& tx) { return outgoing::unsent_by_account(tx, agency()); });
    std::map<State, std::int64_t> counts;
    for (const auto& each : unsent)
        counts[each.state] = each.count;
    EXPECT_EQ(counts,
              (std::map<State, std::int64_t>{{State::queued, 2}, {State::unknown, 1}, {State::failed, 1}}));
    EXPECT_EQ(unsent_words({.waiting = 2, .unknown = 1}, base::Language::id), "1 belum pasti, 2 menunggu");
}

} // namespace
} // namespace administration
