#include "app/guard.h"
#include "app/open_files.h"
#include "staff/sign_in_actions.h"
#include "staff/token_actions.h"
#include "staff_world.h"
#include "world.h"

#include <fstream>

namespace app {
namespace {

using namespace std::chrono_literals;

class GuardTest : public db::testing::OnEachEngine {
protected:
    static http::Request request(std::string client, std::string route = "/") {
        http::Request out;
        out.client = std::move(client);
        out.path = out.target = out.route = std::move(route);
        out.host = "localhost";
        return out;
    }
    http::Request with_session(const std::string& secret) {
        auto out = request("203.0.113.7", "/meja");
        out.cookies.add(std::string(staff::session_cookie(false)), secret);
        return out;
    }
    static http::Request with_token(const std::string& token, std::string client = "203.0.113.7") {
        auto out = request(std::move(client), "/api/v1/items");
        out.headers.set("Authorization", "Bearer " + token);
        return out;
    }
    std::string session_of(const std::string& login) {
        return staff::sign_in(world.services, world.agency,
                              {.login = login, .password = "sandi-panjang-sekali", .address = "203.0.113.7"})
            .value()
            .secret;
    }
    /// Status of the answer in place of the handler's; 0: it goes on.
    int asked(http::Request request) {
        auto answer = guard.stop(request);
        if (answer && answer->status == 429) {
            EXPECT_NE(answer->headers.value("Retry-After"), "");
        }
        return answer ? answer->status : 0;
    }
    /// How many pass until one does not, at most `most`.
    int pass(const http::Request& request, int most) {
        int passed = 0;
        while (passed < most && asked(request) == 0)
            ++passed;
        return passed;
    }

    staff::testing::World world{database()};
    LimitSettings limits{.anonymous_per_second = 2, .signed_in_per_second = 3, .account_per_second = 20};
    Guard guard{world.services, limits};
};
DB_TEST_ON_EACH_ENGINE(GuardTest);

TEST_P(GuardTest, counts_strangers_by_their_line) {
    EXPECT_EQ(pass(request("203.0.113.7"), 100), 24);
    EXPECT_EQ(asked(request("203.0.113.8")), 0);
    EXPECT_EQ(pass(request("2001:db8:1:2::1"), 100), 24);
    EXPECT_EQ(asked(request("2001:db8:1:2::ffff")), 429) << "the same /64";
    EXPECT_EQ(asked(request("2001:db8:1:3::1")), 0);
    world.now += 1s;
    EXPECT_EQ(pass(request("203.0.113.7"), 100), 2);
    EXPECT_EQ(asked(request("203.0.113.7", "/aset/{file}")), 0) << "files of the page are not counted";
    EXPECT_EQ(asked(request("203.0.113.7", "/healthz")), 0);
}

TEST_P(GuardTest, never_counts_this_machine_which_may_be_a_proxy) {
    EXPECT_EQ(pass(request("127.0.0.1"), 500), 500);
    EXPECT_EQ(pass(request("127.0.0.9"), 500), 24);
}

TEST_P(GuardTest, an_office_behind_one_address_has_a_limit_for_each_session) {
    std::vector<std::string> sessions;
    for (int i = 0; i < 12; ++i) {
        world.add("petugas" + std::to_string(i), "sandi-panjang-sekali",
                  {{staff::Role::operator_, world.south}});
        sessions.push_back(session_of("petugas" + std::to_string(i)));
    }
    EXPECT_EQ(pass(request("203.0.113.7"), 100), 24); // a stranger there has used up the address
    EXPECT_EQ(asked(request("203.0.113.7")), 429);
    for (const auto& session : sessions)
        EXPECT_EQ(pass(with_session(session), 40), 40);
    EXPECT_EQ(pass(with_session(sessions[0]), 100), 20) << "one session has its own bound";
    EXPECT_EQ(asked(with_session(sessions[1])), 0);
    auto known = with_session(sessions[1]);
    EXPECT_FALSE(guard.stop(known).has_value());
    EXPECT_TRUE(http::requester_of(known).starts_with("session "));
    EXPECT_EQ(http::requester_of(known).find(sessions[1]), std::string::npos) << "the secret stays a secret";
}

TEST_P(GuardTest, programs_are_counted_by_account_whatever_token_and_address) {
    const auto account =
        database()
            .write([&](db::Tx& tx) {
                return agency::add_account(tx, {.ids = world.ids, .now = world.now}, world.agency,
                                           {.id = {}, .office = {}, .network = "api", .name = "Program"});
            })
            .value()
            .id;
    world.directories.changed();
    std::vector<std::string> tokens;
    for (int i = 0; i < 2; ++i)
        tokens.push_back(database()
                             .write([&](db::Tx& tx) -> base::Result<std::string> {
                                 auto made = staff::create_account_token(tx, world.services, world.agency,
                                                                         account, "uji", {});
                                 if (!made) return base::pass(made);
                                 return made->text;
                             })
                             .value());
    EXPECT_EQ(pass(with_token(tokens[0]), 150), 150);
    EXPECT_EQ(pass(with_token(tokens[1], "203.0.113.8"), 100), 50);
    EXPECT_EQ(asked(request("203.0.113.7")), 0);
}

TEST_P(GuardTest, proofs_that_nobody_gave_are_few_from_one_line) {
    limits.anonymous_per_second = 1'000;
    Guard generous(world.services, limits);
    auto tried = [&](int n) {
        auto one = with_token("tgp_" + std::to_string(n));
        const auto answer = generous.stop(one);
        return answer ? answer->status : 0;
    };
    int passed = 0;
    while (passed < 1'000 && tried(passed) == 0)
        ++passed;
    EXPECT_EQ(passed, 300);
    auto elsewhere = with_token("tgp_1", "203.0.113.8");
    EXPECT_FALSE(generous.stop(elsewhere).has_value());
}

TEST(OpenFiles, leave_room_for_connections_uploads_and_the_house) {
    EXPECT_GE(raise_open_files(), 256u);
    EXPECT_EQ(connections_within(1'000'000, 10'000, 2'000), 10'000u);
    EXPECT_EQ(connections_within(12'256, 10'000, 2'000), 10'000u);
    EXPECT_EQ(connections_within(4'096, 10'000, 2'000), 1'920u);
    EXPECT_EQ(connections_within(100, 10'000, 2'000), 64u);
}

TEST(LimitSettings, are_read_from_the_file_and_refused_when_they_make_no_sense) {
    db::testing::TemporaryDirectory folder;
    const auto file = folder.path() / "tanggap.toml";
    auto read = [&](std::string_view text) {
        std::ofstream(file, std::ios::trunc) << "[limits]\n" << text;
        return with_config({}, file);
    };
    auto good = read("connections = 500\nforms_per_minute = 5\n");
    ASSERT_TRUE(good);
    EXPECT_EQ(good->limits.connections, 500);
    EXPECT_EQ(good->limits.forms_per_minute, 5);
    EXPECT_EQ(good->limits.uploads, LimitSettings{}.uploads);
    for (const char* wrong :
         {"connections = 0", "connections = \"many\"", "conections = 5", "anonymous_per_second = 1001"})
        EXPECT_FALSE(read(wrong)) << wrong;
}

} // namespace
} // namespace app
