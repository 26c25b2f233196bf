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

class ConnectionPages : public testing::WithConnections {};
DB_TEST_ON_EACH_ENGINE(ConnectionPages);

TEST_P(ConnectionPages, never_show_a_secret_again_and_escape_what_networks_say) {
    World world({}, now());
    auto account = connect(world, "posko");
    write([&](db::Tx& tx) {
        auto row = network::store::find_connection(tx, agency(), account.id).value();
        row.handle = "@<script>alert(1)</script>";
        EXPECT_TRUE(network::store::update_connection(tx, agency(), row));
    });
    account.name = "<b>posko</b>";
    const auto d = drawn();
    const Filled filled{.fields = {{"token", "rahasia-sekali"}, {"server", "https://\"><script>"}},
                        .problem = base::Problem{base::Kind::invalid, "network.rights_missing",
                                                 "read:statuses <script>x</script>"}};
    const auto page = connection_page(d->frame(), page_of(account), filled).str();
    EXPECT_THAT(page, AllOf(Not(HasSubstr("<script>")), Not(HasSubstr("rahasia-sekali")),
                            Not(HasSubstr("<b>posko"))));
    EXPECT_THAT(page, AllOf(HasSubstr("read:statuses"), HasSubstr("Belum semua hak yang diperlukan"),
                            HasSubstr("https://aduan.example.go.id/kait/mastodon/1"),
                            HasSubstr("type=\"password\"")));
}

TEST_P(ConnectionPages, ask_for_what_the_connector_needs) {
    World world({}, now());
    const auto account = add_account("@dpudki@mastodon.example", "mastodon");
    auto page = page_of(account, /*is_connected=*/false);
    page.is_verified = false;
    const auto d = drawn();
    const auto html = connection_page(d->frame(), page, {});
    EXPECT_THAT(html.str(),
                AllOf(HasSubstr("Sambungkan akun Mastodon"), HasSubstr("read:notifications"),
                      HasSubstr("Alamat server"), HasSubstr("belum diuji terhadap jaringan aslinya"),
                      Not(HasSubstr("Putuskan sambungan"))));
    leave("sambungan-baru.html", html);
    page.has_connector = false;
    EXPECT_THAT(connection_page(d->frame(), page, {}).str(), HasSubstr("tidak disambungkan ke jaringan"));
}

TEST_P(ConnectionPages, stand_in_the_order_of_need) {
    World world({}, now());
    std::vector<agency::Account> accounts;
    for (int i = 0; i < 8; ++i)
        accounts.push_back(add_account("@kantah" + std::to_string(i) + "@mastodon.example", "mastodon"));
    ConnectionsPage page{.rows = {}, .can_pause = 7, .all_paused = 1, .now = w().now};
    for (std::size_t i = 0; i < accounts.size(); ++i)
        page.rows.push_back({.account = &accounts[i],
                             .standing = static_cast<Standing>(i),
                             .handle = accounts[i].name,
                             .received_at = w().now - std::chrono::minutes(4 + 60 * static_cast<int>(i)),
                             .looked_at = w().now - 12s,
                             .open_holes = static_cast<std::int64_t>(i == 3 ? 2 : 0),
                             .unsent = {.waiting = i == 0 ? 12 : 0, .unknown = i == 1 ? 1 : 0}});
    const auto d = drawn();
    const auto html = connections_page(d->frame(), page, {});
    EXPECT_THAT(html.str(), AllOf(HasSubstr("1 belum pasti"), HasSubstr("12 menunggu"),
                                  HasSubstr("Ya, jeda 7 akun"), HasSubstr("4 menit lalu")));
    leave("sambungan-semua.html", html);
    page.only = Standing::broken;
    EXPECT_THAT(connections_page(d->frame(), page, {}).str(),
                AllOf(HasSubstr("@kantah0"), Not(HasSubstr("@kantah5"))));
    StandingsOf standings{{accounts[0].id, Standing::broken}, {accounts[1].id, Standing::good}};
    const auto fresh = drawn();
    const auto list = accounts_page(fresh->frame(), {}, standings, {});
    EXPECT_THAT(list.str(), AllOf(HasSubstr("Tidak tersambung"), HasSubstr("Belum disambungkan")));
    leave("akun.html", list);
}

TEST_P(ConnectionPages, show_everything_at_once_on_a_busy_day) {
    World world({.page = 5}, now());
    const auto account = connect(world, "posko", channels::simulated::hasty_code);
    std::int64_t last = 0;
    for (int i = 0; i < 22; ++i) {
        last = world.write("warga" + std::to_string(i), "Jalan berlubang", "posko");
        for (int j = 0; j < i % 8; ++j)
            world.write("ani", "Saya juga", "", last);
        rounds(world, 10s);
    }
    rounds(world, 2min);
    for (int i = 0; i < 3; ++i)
        world.write("budi", "Lagi", "", last);
    put_hole(account, "more_than_a_page");
    put_hole(account, "count_differs", HoleState::healed);
    put_hole(account, "count_differs", HoleState::lost, "not_shown");
    write([&](db::Tx& tx) {
        network::store::insert_push(tx, agency(),
                                    {.id = w().ids.next<network::PushId>(),
                                     .account = account.id,
                                     .body_sealed = "x",
                                     .received_at = w().now - 20min,
                                     .state = network::PushState::stuck,
                                     .problem = "network.unreadable"});
        network::store::put_budget(tx, agency(),
                                   {.account = account.id,
                                    .scope = "account",
                                    .most = 300,
                                    .remaining = 42,
                                    .resets_at = w().now + 10min});
        network::store::put_budget(
            tx, agency(), {.account = account.id, .scope = "posts", .blocked_until = w().now + 3min});
    });
    w().now += 40s;
    const auto d = drawn();
    auto page = page_of(account);
    page.unsent = {.waiting = 3, .unknown = 1};
    page.is_fresh = true;
    const auto html = connection_page(d->frame(), page, {});
    EXPECT_THAT(html.str(),
                AllOf(HasSubstr("Sedang menyusul: kiriman sebelum "), HasSubstr("sisa 42 dari 300"),
                      HasSubstr("Sudah tersusul seminggu terakhir"), HasSubstr("jaringan menghitungnya")));
    leave("sambungan.html", html);
}

} // namespace
} // namespace administration
