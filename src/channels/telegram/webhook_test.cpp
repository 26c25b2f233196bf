// Telegram is told where to push to when an account is connected, and asked where it will not push; against
// tests/fakes/telegram.ts, ours.
#include "channels/telegram/telegram_channel.h"
#include "db/database.h"
#include "exchange.h"
#include "network/form.h"
#include "network/json_reading.h"
#include "network/source_store.h"
#include "network/webhook.h"
#include "network/webhook_actions.h"
#include "network_world.h"
#include "peers/programs.h"

#include <gmock/gmock.h>

namespace channels::telegram {
namespace {

using namespace std::chrono_literals;

class Pushes : public network::testing::WithNetwork {
protected:
    tests::FakeServer server{"tests/fakes/telegram.ts"};
    tests::Carried carrier;
    agency::Account account;

    void SetUp() override {
        WithNetwork::SetUp();
        channels_ = network::Channels({make_channel()});
        account = add_account("@uji_bot", "telegram");
        networks_[account.id] = "telegram";
    }
    network::Connected connect(const std::string& push_to) {
        auto connected = network::connect(
            services(carrier), agency(), account,
            {.server = server.url(), .secrets = {{"token", "7:uji"}}, .push_to = push_to}, staff::StaffId{1});
        EXPECT_TRUE(connected) << (connected ? "" : connected.error().code);
        return connected.value();
    }
    std::string there(const std::string& what) {
        const auto body =
            base::json::parse(tests::carried({.url = server.url() + "/_fake/webhook"}).body).value();
        return network::text_in(body, what);
    }
    void citizen(const std::string& text) {
        network::Request request{.method = "POST", .url = server.url() + "/_fake/citizen"};
        network::set_form(request, {{"text", text}});
        ASSERT_EQ(tests::carried(request).status, 200);
    }
    network::Connection now_connected() {
        const auto row =
            database().read([&](db::Tx& tx) { return network::connection_of(tx, agency(), account.id); });
        return network::opened(*vault_, agency(), row.value()).value();
    }
    void look(base::Duration after = 1min) {
        w().now += after;
        while (network::receive_due(services(carrier), agency()) > 0) {
        }
    }
    network::Watched source() {
        return database()
            .read(
                [&](db::Tx& tx) { return network::store::find_source(tx, agency(), account.id, "updates"); })
            .value();
    }
};
DB_TEST_ON_EACH_ENGINE(Pushes);

constexpr const char* address = "https://lapor.contoh.go.id/kait/telegram/7";

TEST_P(Pushes, are_asked_for_when_an_account_is_connected_and_stopped_when_it_is_not) {
    connect(address);
    EXPECT_EQ(there("url"), address);
    EXPECT_GE(there("secret").size(), 40U);
    const auto connection = now_connected();
    EXPECT_EQ(connection.secret("webhook_secret"), there("secret"));
    const auto channel = make_channel();
    const network::Push push{.method = "POST",
                             .query = {},
                             .headers = {{"X-Telegram-Bot-Api-Secret-Token", there("secret")}},
                             .body = "{}"};
    EXPECT_TRUE(channel->answer_push(connection, push, w().now).is_kept);
    look();
    EXPECT_FALSE(source().problem) << *source().problem;
    // Connected once more it keeps its secret: what is on its way is believed.
    const auto secret = there("secret");
    connect(address);
    EXPECT_EQ(there("secret"), secret);
    network::drop_webhook(services(carrier), agency(), account);
    EXPECT_EQ(there("url"), "");
}

TEST_P(Pushes, that_are_refused_are_asked_for_instead) {
    connect("https://ditolak.contoh.go.id/kait/telegram/7");
    EXPECT_EQ(there("url"), "");
    EXPECT_FALSE(now_connected().facts.contains(network::webhook_fact));
    EXPECT_TRUE(now_connected().facts.contains(network::webhook_refused_fact));
    citizen("Lampu mati");
    look();
    EXPECT_EQ(held.items.size(), 1U);
}

TEST_P(Pushes, without_an_address_of_its_own_nothing_is_told) {
    connect("");
    EXPECT_EQ(there("url"), "");
    citizen("Lampu mati");
    look();
    EXPECT_EQ(held.items.size(), 1U);
}

TEST_P(Pushes, that_somebody_took_away_are_told_again) {
    connect(address);
    tests::carried({.method = "POST", .url = server.url() + "/bot7:uji/deleteWebhook"});
    look();
    EXPECT_EQ(there("url"), address);
    look();
    EXPECT_FALSE(source().problem);
}

} // namespace
} // namespace channels::telegram
