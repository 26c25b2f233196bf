// Receiving through the core, for each connector: a network that was told to push, said 200 and pushes
// nothing; and pictures that cannot be fetched, or are too large. What a network cannot do is printed with
// its reason.
#include "conformance/adapter.h"
#include "http/server.h"
#include "network/connection_view_actions.h"
#include "network/internet.h"
#include "network/media_actions.h"
#include "network/push_actions.h"
#include "network/silence.h"
#include "network_world.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace tests::conformance {
namespace {

using namespace std::chrono_literals;

class Carries : public network::Carrier {
public:
    using Serve = std::function<Answer(const Request&)>;
    explicit Carries(Serve serve) : serve_(std::move(serve)) {}
    [[nodiscard]] Answer exchange(const Request& request) override { return serve_(request); }

private:
    Serve serve_;
};

class Receiving : public network::testing::WithNetwork {
protected:
    agency::Account connected(Adapter& adapter, network::Carrier& carrier) {
        const std::string code(adapter.channel()->network());
        const auto account = add_account(code, code);
        networks_[account.id] = code;
        auto done =
            network::connect(services(carrier), agency(), account, adapter.entered(), staff::StaffId{1});
        EXPECT_TRUE(done) << (done ? "" : done.error().code + " " + done.error().detail);
        return account;
    }
    Carries network_of_adapter(Adapter& adapter) {
        return Carries([&adapter, this](const Request& request) {
            return Answer{.response = adapter.serve(request), .at = w().now};
        });
    }
    void receive(network::Carrier& carrier) {
        while (network::receive_due(services(carrier), agency()) > 0) {
        }
    }
    bool silent(const agency::Account& account) {
        const auto view = database().read(
            [&](db::Tx& tx) { return network::view_connection(tx, agency(), account.id, w().now); });
        return network::is_silent(view->row.facts, w().now);
    }
};
DB_TEST_ON_EACH_ENGINE(Receiving);

/// Why silence cannot be found out; empty where it can.
std::string why_no_silence(const Adapter& adapter) {
    if (auto why = adapter.why_not(Can::push); !why.empty()) return why;
    if (auto why = adapter.why_not(Can::list); !why.empty()) return why + ", so nothing can be asked for";
    if (!network::is_pushed_to(*adapter.channel(), adapter.connection()))
        return "without a webhook updates are asked for, with one they cannot be";
    return {};
}

TEST_P(Receiving, says_so_when_a_network_pushes_nothing_though_it_said_yes) {
    int tried = 0;
    for (const auto& name : names()) {
        SCOPED_TRACE(name);
        const auto adapter = conformance::adapter(name, now());
        if (const auto why = why_no_silence(*adapter); !why.empty()) {
            fmt::print("silence {:12} skipped: {}\n", name, why);
            continue;
        }
        ++tried;
        channels_ = network::Channels({adapter->channel()});
        auto carrier = network_of_adapter(*adapter);
        const auto account = connected(*adapter, carrier);
        receive(carrier);
        w().now += 1min;
        const int n = adapter->citizen("Jalan berlubang", w().now);
        w().now += 40s;
        receive(carrier);
        const std::pair key{account.id.value, adapter->id_of(n)};
        ASSERT_TRUE(held.items.contains(key)) << "asking found it";
        EXPECT_FALSE(silent(account)) << "its push may be on its way";
        w().now += network::push_patience;
        EXPECT_TRUE(silent(account));

        network::OpenedAccounts accounts;
        const auto s = services(carrier);
        const auto& told = adapter->world.at(static_cast<std::size_t>(n) - 1);
        ASSERT_LT(network::keep_push(s, accounts, agency(), account.id, adapter->push(told)).status, 300);
        EXPECT_GT(network::read_pushes(s, agency()), 0);
        EXPECT_FALSE(silent(account)) << "it is heard again";
        EXPECT_EQ(held.items.at(key).times_new, 1);

        // Told first, asked for later: that is how it should be.
        const int m = adapter->citizen("Lampu mati", w().now);
        (void)network::keep_push(s, accounts, agency(), account.id,
                                 adapter->push(adapter->world.at(static_cast<std::size_t>(m) - 1)));
        EXPECT_GT(network::read_pushes(s, agency()), 0);
        for (int i = 0; i < 12; ++i) {
            w().now += 40s;
            receive(carrier);
        }
        EXPECT_FALSE(silent(account));
        fmt::print("silence {:12} found out by asking\n", name);
    }
    EXPECT_GE(tried, 5);
}

/// How the network names a picture, and what it says about where that is; empty: at the address itself.
struct Pictured {
    std::string url = "https://cdn.example/a.jpg";
    std::string first = {};
    std::string why_not = {};
};
Pictured pictured(const std::string& name) {
    if (name == "telegram")
        return {.url = "tg-file:besar-1",
                .first = R"({"ok":true,"result":{"file_id":"besar-1","file_path":"photos/a.jpg"}})"};
    if (name == "whatsapp") return {.url = "whatsapp:77", .first = R"({"url":"https://cdn.example/a.jpg"})"};
    if (name == "youtube") return {.why_not = "comments there have no pictures"};
    return {};
}

TEST_P(Receiving, goes_on_without_a_picture_that_cannot_be_fetched) {
    enum class Then { bytes, without, later };
    struct Case {
        std::string_view what;
        Answer answer;
        Then then;
    };
    auto status = [](int code, std::string body = "x") {
        return Answer{.response = Response{.status = code, .headers = {}, .body = std::move(body)}};
    };
    const std::vector<Case> cases{
        {"there", status(200, "JPEG"), Then::bytes},
        {"gone", status(404), Then::without},
        {"gone for good", status(410), Then::without},
        {"forbidden", status(403), Then::without},
        {"refused", status(400), Then::without},
        {"too large, so without its body", status(200, ""), Then::without},
        {"token refused", status(401), Then::later},
        {"too many", status(429), Then::later},
        {"broken", status(500), Then::later},
        {"away", status(503), Then::later},
        {"unreachable", {.reached = network::Reached::no}, Then::later},
        {"lost", {.reached = network::Reached::maybe}, Then::later},
    };
    for (const auto& name : names()) {
        const auto picture = pictured(name);
        if (!picture.why_not.empty()) {
            fmt::print("pictures {:12} skipped: {}\n", name, picture.why_not);
            continue;
        }
        const auto adapter = conformance::adapter(name, now());
        channels_ = network::Channels({adapter->channel()});
        auto carrier = network_of_adapter(*adapter);
        const auto account = connected(*adapter, carrier);
        for (const auto& each : cases) {
            SCOPED_TRACE(fmt::format("{}: {}", name, each.what));
            int asked = 0;
            Carries pictures([&](const Request&) {
                return ++asked == 1 && !picture.first.empty() ? status(200, picture.first) : each.answer;
            });
            const auto got = network::fetch_media(services(pictures), agency(), account.id, picture.url);
            EXPECT_EQ(asked, picture.first.empty() ? 1 : 2);
            switch (each.then) {
            case Then::bytes:
                ASSERT_TRUE(got && *got);
                EXPECT_EQ(**got, "JPEG");
                break;
            case Then::without: EXPECT_TRUE(got && !*got) << "the words stay, nothing is tried again"; break;
            case Then::later:
                ASSERT_FALSE(got);
                EXPECT_EQ(got.error().kind, base::Kind::unavailable);
                break;
            }
        }
    }
}

TEST_P(Receiving, reads_no_picture_beyond_its_bounds) {
    http::Router router;
    router.add(http::Method::get, "/besar.jpg",
               [](const http::Request&) { return http::bytes(std::string(21UL << 20, 'x'), "image/jpeg"); });
    router.add(http::Method::get, "/muat.jpg",
               [](const http::Request&) { return http::bytes(std::string(5UL << 20, 'x'), "image/jpeg"); });
    http::Server server(std::move(router), {});
    ASSERT_TRUE(server.start("127.0.0.1:0"));
    const auto at = fmt::format("http://127.0.0.1:{}", server.port());
    const auto adapter = conformance::adapter("mastodon", now());
    channels_ = network::Channels({adapter->channel()});
    auto carrier = network_of_adapter(*adapter);
    const auto account = connected(*adapter, carrier);
    network::Internet internet({.allow_private = true}, now());
    auto fetch = [&](const std::string& path) {
        return network::fetch_media(services(internet), agency(), account.id, at + path);
    };
    const auto large = fetch("/besar.jpg");
    ASSERT_TRUE(large) << "not tried again";
    EXPECT_FALSE(*large);
    const auto fits = fetch("/muat.jpg");
    ASSERT_TRUE(fits && *fits);
    EXPECT_EQ((*fits)->size(), 5UL << 20);
    const auto none = fetch("/tiada.jpg");
    ASSERT_TRUE(none);
    EXPECT_FALSE(*none);
    // A server that is asked for a picture is no way into the own network.
    network::Internet strict({}, now());
    EXPECT_FALSE(network::fetch_media(services(strict), agency(), account.id, at + "/muat.jpg"));
}

} // namespace
} // namespace tests::conformance
