// Several accounts of one app: it sends what is for all of them to one address. Against tests/fakes/meta.ts,
// ours.
#include "base/encode.h"
#include "channels/meta/meta.h"
#include "db/database.h"
#include "exchange.h"
#include "fakes/node_server.h"
#include "network/connection_store.h"
#include "network/json_reading.h"
#include "network/push_actions.h"
#include "network/push_proof.h"
#include "network/silence.h"
#include "network/webhook.h"
#include "network/webhook_actions.h"
#include "network_world.h"

#include <gmock/gmock.h>

namespace channels::meta {
namespace {

using namespace std::chrono_literals;

class OneApp : public network::testing::WithNetwork {
protected:
    tests::NodeServer server{"tests/fakes/meta.ts"};
    tests::Carried carrier;
    network::OpenedAccounts opened;

    void SetUp() override {
        WithNetwork::SetUp();
        channels_ = network::Channels({make_facebook(), make_whatsapp(), make_threads()});
    }
    agency::Account connect(const std::string& network, const std::string& number = "40",
                            const std::string& secret = "rahasia") {
        const auto account = add_account(network + number, network);
        networks_[account.id] = network;
        auto connected = network::connect(services(carrier), agency(), account,
                                          {.server = server.url(),
                                           .secrets = {{"token", "T"},
                                                       {"phone_number_id", number},
                                                       {"app_secret", secret},
                                                       {"verify_token", "v"}},
                                           .push_to = "https://lapor.contoh.go.id/kait/" + network + "/7"},
                                          staff::StaffId{1});
        EXPECT_TRUE(connected) << (connected ? "" : connected.error().code);
        return account;
    }
    int push(const agency::Account& to, const std::string& body, const std::string& secret = "rahasia") {
        return network::keep_push(
                   services(carrier), opened, agency(), to.id,
                   {.method = "POST",
                    .query = {},
                    .headers = {{"X-Hub-Signature-256",
                                 "sha256=" + base::to_hex(network::hmac_sha256(secret, body))}},
                    .body = body})
            .status;
    }
    std::vector<std::string> held_by(const agency::Account& account) {
        while (network::read_pushes(services(carrier), agency()) > 0) {
        }
        std::vector<std::string> out;
        for (const auto& [key, kept] : held.items)
            if (key.first == account.id.value) out.push_back(kept.text);
        return out;
    }
    network::Connected row(const agency::Account& account) {
        return database()
            .read([&](db::Tx& tx) { return network::connection_of(tx, agency(), account.id); })
            .value();
    }
    base::json::Object facts(const agency::Account& account) {
        return base::json::parse(row(account).facts)->get_object();
    }
    /// What the Page has subscribed.
    std::string subscribed() {
        const auto answer = tests::carried(
            {.url = server.url() + "/v26.0/10/subscribed_apps", .headers = {{"Authorization", "Bearer T"}}});
        return answer.body;
    }
};
DB_TEST_ON_EACH_ENGINE(OneApp);

std::string message(const std::string& number, const std::string& id, const std::string& text) {
    return R"({"id":"WABA","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":)"
           R"({"display_phone_number":"62211234","phone_number_id":")" +
           number + R"("},"messages":[{"from":"62811","id":")" + id +
           R"(","timestamp":"1790000000","type":"text","text":{"body":")" + text + R"("}}]}}]})";
}
std::string envelope(const std::string& entries) {
    return R"({"object":"whatsapp_business_account","entry":[)" + entries + "]}";
}

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_P(OneApp, sends_to_one_address_and_each_number_gets_its_own) {
    const auto first = connect("whatsapp", "40"), second = connect("whatsapp", "41"),
               of_another_app = connect("whatsapp", "42", "rahasia lain");
    EXPECT_EQ(push(first, envelope(message("40", "w1", "untuk 40") + "," + message("41", "w2", "untuk 41"))),
              200);
    EXPECT_EQ(push(first, envelope(message("41", "w3", "hanya 41"))), 200);
    EXPECT_EQ(push(first, envelope(message("42", "w4", "bukan dari aplikasi ini"))), 200);
    EXPECT_THAT(held_by(first), ElementsAre("untuk 40"));
    EXPECT_THAT(held_by(second), ElementsAre("untuk 41", "hanya 41"));
    EXPECT_THAT(held_by(of_another_app), IsEmpty());
    // Sent again by the network, it is known.
    EXPECT_EQ(push(first, envelope(message("41", "w3", "hanya 41"))), 200);
    EXPECT_THAT(held_by(second), ElementsAre("untuk 41", "hanya 41"));
    EXPECT_EQ(push(first, envelope(message("41", "w5", "palsu")), "tebakan"), 403);
}

TEST_P(OneApp, whose_addressed_account_was_disconnected_still_reaches_the_others) {
    const auto first = connect("whatsapp", "40"), second = connect("whatsapp", "41");
    ASSERT_TRUE(database().write([&](db::Tx& tx) {
        return network::disconnect(tx, w().ids, agency(), first.id, staff::StaffId{1}, w().now);
    }));
    EXPECT_EQ(push(first, envelope(message("41", "w1", "untuk 41"))), 200);
    EXPECT_THAT(held_by(second), ElementsAre("untuk 41"));
    EXPECT_EQ(push(first, envelope(message("40", "w2", "untuk 40"))), 404)
        << "nobody holds it: send it again";
    EXPECT_EQ(push(first, envelope(message("41", "w3", "palsu")), "tebakan"), 404);
}

TEST_P(OneApp, subscribes_what_happens_on_the_page_and_ends_that) {
    const auto page = connect("facebook");
    EXPECT_THAT(subscribed(), ::testing::HasSubstr("feed"));
    EXPECT_TRUE(facts(page).contains(network::webhook_fact));
    EXPECT_FALSE(facts(page).contains(network::webhook_refused_fact));
    network::drop_webhook(services(carrier), agency(), page);
    EXPECT_THAT(subscribed(), ::testing::Not(::testing::HasSubstr("feed")));
}

TEST_P(OneApp, that_is_answered_yes_and_not_subscribed_says_so) {
    tests::carried({.method = "POST", .url = server.url() + "/_forget"});
    const auto page = connect("facebook");
    EXPECT_FALSE(facts(page).contains(network::webhook_fact));
    EXPECT_EQ(facts(page).at(network::webhook_refused_fact), "not_subscribed");
}

TEST_P(OneApp, that_fell_silent_is_subscribed_anew_the_day_after) {
    const auto page = connect("facebook");
    network::drop_webhook(services(carrier), agency(), page);
    const auto silent = network::with_unheard_since(row(page).facts, w().now);
    database().write([&](db::Tx& tx) { network::store::set_facts(tx, agency(), page.id, silent); });
    w().now += 25h;
    network::refresh_due(services(carrier), agency());
    EXPECT_THAT(subscribed(), ::testing::HasSubstr("feed"));
}

/// Whose subscriptions are lost on their way.
class Away final : public network::Carrier {
public:
    [[nodiscard]] network::Answer exchange(const network::Request& request) override {
        if (request.name == "subscribed_apps.set") return {.reached = network::Reached::no, .at = {}};
        return tests::carry(request);
    }
};

TEST_P(OneApp, that_cannot_be_told_for_a_moment_is_told_the_day_after) {
    const auto page = connect("facebook");
    network::drop_webhook(services(carrier), agency(), page);
    const auto silent = network::with_unheard_since(row(page).facts, w().now);
    database().write([&](db::Tx& tx) { network::store::set_facts(tx, agency(), page.id, silent); });
    Away away;
    w().now += 25h;
    network::refresh_due(services(away), agency());
    EXPECT_TRUE(facts(page).contains(network::webhook_fact));
    EXPECT_THAT(subscribed(), ::testing::Not(::testing::HasSubstr("feed")));
    w().now += 25h;
    network::refresh_due(services(carrier), agency());
    EXPECT_THAT(subscribed(), ::testing::HasSubstr("feed"));
}

TEST_P(OneApp, whose_token_was_taken_back_is_found_out_the_day_after_also_where_nothing_is_asked) {
    const auto number = connect("whatsapp");
    w().now += 25h;
    network::refresh_due(services(carrier), agency());
    EXPECT_EQ(row(number).checked_at, w().now);
    EXPECT_EQ(row(number).state, network::ConnectionState::connected);
    tests::carried({.method = "POST", .url = server.url() + "/_revoke"});
    w().now += 23h;
    network::refresh_due(services(carrier), agency());
    EXPECT_EQ(row(number).state, network::ConnectionState::connected) << "not a day yet";
    w().now += 2h;
    network::refresh_due(services(carrier), agency());
    EXPECT_EQ(row(number).state, network::ConnectionState::broken);
}

TEST(ThreadsPush, IsForTheAccountUnderWhosePostItStands) {
    const auto channel = make_threads();
    const network::Connection first{.server = {}, .own_id = "30", .handle = "@dinas"},
        second{.server = {}, .own_id = "31", .handle = "@camat"};
    const std::string reply =
        R"({"values":[{"field":"replies","value":{"id":"1","username":"warga","text":"lubang","timestamp":"2026-11-22T08:00:00+0000",
        "replied_to":{"id":"9"},"root_post":{"id":"9","owner_id":"31","username":"camat"}}}]})";
    EXPECT_TRUE(channel->read_push(first, reply)->empty());
    EXPECT_EQ(channel->read_push(second, reply)->size(), 1U);
    const std::string mention =
        R"({"values":[{"field":"mentions","value":{"id":"2","username":"warga","text":"Tolong @Camat","timestamp":"2026-11-22T08:00:00+0000"}}]})";
    EXPECT_TRUE(channel->read_push(first, mention)->empty());
    EXPECT_EQ(channel->read_push(second, mention)->size(), 1U);
}

} // namespace
} // namespace channels::meta
