// A stream is a hint: it wakes the look at once, and nothing is lost while it says nothing, ends or lies.
#include "conformance/adapter.h"
#include "network/source_store.h"
#include "network/stream_actions.h"
#include "network/stream_jobs.h"
#include "network_world.h"

#include <gmock/gmock.h>

#include <condition_variable>
#include <mutex>

namespace tests::conformance {
namespace {

using namespace std::chrono_literals;

/// Streams that the test speaks in.
struct Air {
    std::mutex mutex;
    std::condition_variable changed;
    std::map<std::int64_t, int> opened; ///< how often
    std::vector<network::Streams::News> news;

    void say(network::Streams::News one) {
        const std::lock_guard lock(mutex);
        news.push_back(std::move(one));
        changed.notify_all();
    }
};
class AirStreams : public network::Streams {
public:
    explicit AirStreams(Air& air) : air_(air) {}
    [[nodiscard]] bool open(Key key, const Request& request) override {
        EXPECT_NE(request.url.find("/api/v1/streaming/user"), std::string::npos);
        const std::lock_guard lock(air_.mutex);
        ++air_.opened[key];
        return true;
    }
    void close(Key) override {}
    [[nodiscard]] std::vector<News> wait(std::chrono::milliseconds) override {
        std::unique_lock lock(air_.mutex);
        air_.changed.wait_for(lock, 10ms, [&] { return !air_.news.empty(); });
        return std::exchange(air_.news, {});
    }
    void wake() override { air_.changed.notify_all(); }

private:
    Air& air_;
};

class Carried : public network::Carrier {
public:
    Carried(Adapter& adapter, base::Now now) : adapter_(adapter), now_(std::move(now)) {}
    [[nodiscard]] Answer exchange(const Request& request) override {
        return {.response = adapter_.serve(request), .at = now_()};
    }

private:
    Adapter& adapter_;
    base::Now now_;
};

class Streaming : public network::testing::WithNetwork {
protected:
    std::optional<base::Time> since(agency::AccountId account) {
        return database().read(
            [&](db::Tx& tx) { return network::streams_since(tx, agency(), account, w().now); });
    }
    base::Time planned(agency::AccountId account) {
        return database()
            .read([&](db::Tx& tx) { return network::store::find_source(tx, agency(), account, "mentions"); })
            .value()
            .look_at;
    }
    template <class F> static bool soon(F&& is_so) {
        for (int i = 0; i < 500; ++i) {
            if (is_so()) return true;
            std::this_thread::sleep_for(10ms);
        }
        return false;
    }
};
DB_TEST_ON_EACH_ENGINE(Streaming);

TEST_P(Streaming, wakes_the_look_and_is_opened_again_when_it_ends) {
    const auto adapter = conformance::adapter("mastodon", now());
    channels_ = network::Channels({adapter->channel()});
    Carried carrier(*adapter, now());
    const auto account = add_account("@posko", "mastodon");
    networks_[account.id] = "mastodon";
    ASSERT_TRUE(
        network::connect(services(carrier), agency(), account, adapter->entered(), staff::StaffId{1}));
    while (network::receive_due(services(carrier), agency()) > 0) {
    }
    const auto calm = w().now + network::look_lease;
    EXPECT_GT(planned(account.id), w().now) << "the next look is planned for later";
    (void)calm;

    Air air;
    network::Listening listening({.services = services(carrier),
                                  .agencies = [this] { return std::vector{agency()}; },
                                  .streams = std::make_unique<AirStreams>(air),
                                  .holder = "node-1",
                                  .plan_each = 1ms});
    EXPECT_FALSE(since(account.id));
    listening.start();
    ASSERT_TRUE(soon([&] {
        const std::lock_guard lock(air.mutex);
        return air.opened[account.id.value] == 1;
    }));
    air.say({.key = account.id.value, .has_begun = true});
    ASSERT_TRUE(soon([&] { return since(account.id).has_value(); }));
    ASSERT_TRUE(soon([&] { return planned(account.id) <= w().now; })) << "what was said before it stood";
    while (network::receive_due(services(carrier), agency()) > 0) {
    }
    EXPECT_GT(planned(account.id), w().now);

    adapter->citizen("Jalan berlubang", w().now);
    air.say({.key = account.id.value, .bytes = ":thump\n\nevent: notifi"});
    std::this_thread::sleep_for(50ms);
    EXPECT_GT(planned(account.id), w().now) << "half a message and a comment are no news";
    air.say({.key = account.id.value, .bytes = "cation\ndata: {}\n\n"});
    ASSERT_TRUE(soon([&] { return planned(account.id) <= w().now; }));
    while (network::receive_due(services(carrier), agency()) > 0) {
    }
    EXPECT_EQ(held.items.size(), 1U);

    // Another node does not hear the same account.
    EXPECT_FALSE(network::take_stream(services(carrier), agency(), account.id, "node-2"));
    air.say({.key = account.id.value, .has_ended = true});
    ASSERT_TRUE(soon([&] { return !since(account.id); })) << "the page does not say that it is open";
    listening.stop();
    EXPECT_TRUE(network::take_stream(services(carrier), agency(), account.id, "node-2")) << "it is free";
}

} // namespace
} // namespace tests::conformance
