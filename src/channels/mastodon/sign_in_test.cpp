// Signing in on the page of tests/fakes/mastodon.ts, which keeps apps, codes, challenges and rights.
#include "channels/mastodon/mastodon_channel.h"
#include "db/database.h"
#include "exchange.h"
#include "network/form.h"
#include "network/json_reading.h"
#include "network/sign_in.h"
#include "network/sign_in_actions.h"
#include "network_world.h"
#include "peers/programs.h"

#include <gmock/gmock.h>

namespace channels::mastodon {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string back = "http://127.0.0.1:1/meja/atur/sambungan/masuk";

class SignsInThere : public network::testing::WithNetwork {
protected:
    tests::FakeServer server{"tests/fakes/mastodon.ts"};
    tests::Carried carrier;
    agency::Account account;
    staff::StaffId siti{1};

    void SetUp() override {
        WithNetwork::SetUp();
        channels_ = network::Channels({make_channel()});
        account = add_account("@posko", "mastodon");
        networks_[account.id] = "mastodon";
    }
    network::SignInBegun begin() {
        auto begun = network::begin_sign_in(services(carrier), agency(), account, {.server = server.url()},
                                            back, siti, "sesi");
        EXPECT_TRUE(begun) << (begun ? "" : begun.error().code + " " + begun.error().detail);
        return begun.value();
    }
    /// What a person does there; what the server led back with.
    network::CameBack at_page(const std::string& page, const std::string& user, bool agrees = true) {
        const auto query = page.substr(page.find('?') + 1);
        network::Request request{.method = "POST", .url = server.url() + "/oauth/authorize"};
        request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
        request.body = query + "&user=" + user + "&ya=" + (agrees ? "1" : "");
        const auto answer = tests::carried(request);
        EXPECT_EQ(answer.status, 302);
        return tests::came_back(answer, back);
    }
    base::Result<network::Connected> finish(const network::CameBack& given) {
        auto taken = network::take_sign_in(services(carrier), agency(), given, siti, "sesi");
        if (!taken) return base::pass(taken);
        EXPECT_EQ(taken->account, account.id);
        auto ended =
            network::finish_sign_in(services(carrier), agency(), account, *taken, given, siti, "sesi");
        if (!ended) return base::pass(ended);
        return ended->connected.value();
    }
};
DB_TEST_ON_EACH_ENGINE(SignsInThere);

TEST_P(SignsInThere, connects_without_a_token_being_copied) {
    const auto begun = begin();
    EXPECT_THAT(begun.page, HasSubstr("/oauth/authorize?response_type=code"));
    EXPECT_THAT(begun.page, HasSubstr("code_challenge_method=S256"));
    EXPECT_THAT(begun.page, Not(HasSubstr("rahasia"))) << "the app's secret never goes through a browser";
    const auto given = at_page(begun.page, "dpudki");
    const auto connected = finish(given);
    ASSERT_TRUE(connected) << connected.error().code << " " << connected.error().detail;
    EXPECT_THAT(connected->handle, HasSubstr("@dpudki@"));
    EXPECT_EQ(finish(given).error().code, "network.sign_in_over") << "a state serves once";
    const auto open = network::opened(*vault_, agency(), *connected);
    EXPECT_FALSE(open.value().secret("token").empty());
    EXPECT_EQ(connected->facts.find("rahasia"), std::string::npos);
    // And says something that nobody else sees, and takes it back.
    const auto tested = network::test_itself(services(carrier), agency(), account, "Uji sambungan Tanggap.");
    ASSERT_TRUE(tested) << tested.error().code << " " << tested.error().detail;
    EXPECT_EQ(tests::carried({.url = server.url() + "/_fake/statuses"}).body, "[]");
}

TEST_P(SignsInThere, belongs_to_who_began_it_in_the_same_session_and_not_for_long) {
    const auto given = at_page(begin().page, "dpudki");
    auto take = [&](staff::StaffId who, std::string_view session) {
        return network::take_sign_in(services(carrier), agency(), given, who, session);
    };
    EXPECT_EQ(take(staff::StaffId{2}, "sesi").error().code, "network.sign_in_over");
    EXPECT_EQ(take(siti, "sesi lain").error().code, "network.sign_in_over");
    EXPECT_TRUE(take(siti, "sesi")) << "others do not spend it";
    const auto late = at_page(begin().page, "dpudki");
    w().now += 16min;
    EXPECT_EQ(finish(late).error().code, "network.sign_in_over");
    auto odd = late;
    odd.state = "";
    EXPECT_EQ(finish(odd).error().code, "network.sign_in_over");
    odd.state = std::string(100'000, 'x');
    EXPECT_EQ(finish(odd).error().code, "network.sign_in_over");
}

TEST_P(SignsInThere, says_clearly_what_was_refused) {
    EXPECT_EQ(finish(at_page(begin().page, "dpudki", /*agrees=*/false)).error().code,
              "network.sign_in_refused");
    const auto lacking = finish(at_page(begin().page, "kurang"));
    ASSERT_FALSE(lacking);
    EXPECT_EQ(lacking.error().code, "network.rights_missing");
    EXPECT_EQ(lacking.error().field, "write:statuses write:media");
    auto other = at_page(begin().page, "dpudki");
    other.code = "kode0";
    EXPECT_EQ(finish(other).error().code, "network.code_refused");
    EXPECT_EQ(
        network::begin_sign_in(services(carrier), agency(), account, {}, back, siti, "sesi").error().field,
        "server");
    EXPECT_FALSE(database().read([&](db::Tx& tx) {
        return network::connection_of(tx, agency(), account.id).has_value();
    })) << "nothing was kept";
}

TEST(NotGranted, AWholeRightHoldsItsParts) {
    constexpr std::array<std::string_view, 3> wanted{"read:statuses", "write:statuses", "write:media"};
    EXPECT_TRUE(network::not_granted(wanted, "read write").empty());
    EXPECT_TRUE(network::not_granted(wanted, "").empty());
    EXPECT_THAT(network::not_granted(wanted, "read write:media"), ::testing::ElementsAre("write:statuses"));
}

} // namespace
} // namespace channels::mastodon
