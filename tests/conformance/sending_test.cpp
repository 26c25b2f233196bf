// Every step of every posting action may be the last: the power goes before or after each exchange, answers
// are lost, servers break. In the end the answer stands once, or a person is asked about it.
#include "channels/simulated/simulated_channel.h"
#include "conformance/adapter.h"
#include "posting_world.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <spdlog/spdlog.h>

namespace tests::conformance {
namespace {

using namespace std::chrono_literals;
using outgoing::Outgoing;
using outgoing::State;

enum class Trouble {
    none,
    dies_before,
    dies_after,
    unreachable,
    lost_before,
    lost_after,
    broken_after,
    away,
    limited
};
constexpr auto troubles = std::to_array<std::pair<Trouble, std::string_view>>({
    {Trouble::dies_before, "killed before it"},
    {Trouble::dies_after, "killed after it"},
    {Trouble::unreachable, "unreachable"},
    {Trouble::lost_before, "lost on its way"},
    {Trouble::lost_after, "taken, and the answer lost"},
    {Trouble::broken_after, "taken, and answered with 502"},
    {Trouble::away, "503"},
    {Trouble::limited, "429"},
});

/// The network, with trouble at one exchange.
class Troubled : public network::Carrier {
public:
    Troubled(Adapter& adapter, base::Now now) : adapter_(adapter), now_(std::move(now)) {}
    Trouble trouble = Trouble::none;
    int at = -1; ///< which exchange, from 0
    int exchanges = 0;
    bool has_died = false;

    [[nodiscard]] Answer exchange(const Request& request) override {
        const auto what = exchanges++ == at ? trouble : Trouble::none;
        auto die = [&]() -> Answer {
            has_died = true;
            throw std::runtime_error("killed");
        };
        switch (what) {
        case Trouble::none: return {.response = adapter_.serve(request), .at = now_()};
        case Trouble::dies_before: return die();
        case Trouble::dies_after: (void)adapter_.serve(request); return die();
        case Trouble::unreachable: return {.reached = network::Reached::no, .at = now_()};
        case Trouble::lost_before: return {.reached = network::Reached::maybe, .at = now_()};
        case Trouble::lost_after:
            (void)adapter_.serve(request);
            return {.reached = network::Reached::maybe, .at = now_()};
        case Trouble::broken_after:
            (void)adapter_.serve(request);
            return {.response = Response{.status = 502, .headers = {}, .body = "<html>"}, .at = now_()};
        case Trouble::away:
            return {.response = Response{.status = 503, .headers = {}, .body = {}}, .at = now_()};
        case Trouble::limited: return {.response = adapter_.resets().front().response, .at = now_()};
        }
        return {};
    }

private:
    Adapter& adapter_;
    base::Now now_;
};

class Sending : public outgoing::testing::WithPostings {
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
    /// What a citizen said, as the connector reads it.
    items::ItemIn said(Adapter& adapter, const network::Connection& connection, int n) {
        const auto channel = adapter.channel();
        const auto& told = adapter.world.at(static_cast<std::size_t>(n) - 1);
        base::Result<std::vector<network::Event>> events =
            adapter.why_not(Can::list).empty() ? [&]() -> base::Result<std::vector<network::Event>> {
            auto page = channel->read_page(connection, channel->sources(connection).front(), {},
                                           {.status = 200, .headers = {}, .body = adapter.list()});
            if (!page) return base::pass(page);
            return page->events;
        }()
            : channel->read_push(connection, adapter.push(told).body);
        for (const auto& event : events.value())
            if (event.item.network_id == adapter.id_of(n)) return event.item;
        throw std::runtime_error("not read: " + adapter.id_of(n));
    }
    /// Everything that happens by itself, until it is sent or nothing happens any more.
    void live(network::Carrier& carrier, const Outgoing& o) {
        for (int i = 0; i < 12; ++i) {
            try {
                Process process(*this, carrier);
                network::refresh_due(process.services, agency());
                process.run_due();
            } catch (const std::runtime_error&) {
                // Dead; the next step is another process.
            }
            if (now_of(o).state == State::sent) return;
            w().now += 5min + 1s; // leases of the dead run out
        }
    }
};
DB_TEST_ON_EACH_ENGINE(Sending);

TEST_P(Sending, says_it_once_wherever_it_is_interrupted) {
    spdlog::set_level(spdlog::level::off);
    for (const auto& name : names()) {
        const auto adapter = conformance::adapter(name, now());
        if (!adapter->why_not(Can::send).empty()) continue;
        channels_ = network::Channels({adapter->channel()});
        Troubled network(*adapter, now());
        const auto account = connected(*adapter, network);
        const auto connection = adapter->connection();
        auto send = [&](Trouble trouble, int at) {
            const auto letter = fmt::format("Lubang nomor {} sudah ditambal.", adapter->world.size());
            const int n = adapter->citizen("Jalan berlubang", w().now);
            network.trouble = Trouble::none;
            const auto o = waiting(account, said(*adapter, connection, n), letter);
            network.exchanges = 0;
            network.at = at;
            network.trouble = trouble;
            live(network, o);
            return std::pair(now_of(o), adapter->count_own(letter));
        };
        const auto [clean, once] = send(Trouble::none, -1);
        ASSERT_EQ(clean.state, State::sent) << name << ": " << clean.problem.value_or("");
        ASSERT_EQ(once, 1) << name;
        const int exchanges = network.exchanges;
        int runs = 0;
        int persons = 0;
        for (int at = 0; at < exchanges; ++at)
            for (const auto& [trouble, what] : troubles) {
                SCOPED_TRACE(fmt::format("{}, exchange {} of {}: {}", name, at + 1, exchanges, what));
                const auto [o, stands] = send(trouble, at);
                ++runs;
                EXPECT_LE(stands, 1) << "said twice";
                if (o.state == State::unknown && !adapter->why_not(Can::ask_again).empty()) {
                    ++persons;
                    continue;
                }
                EXPECT_EQ(o.state, State::sent) << o.problem.value_or("");
                EXPECT_EQ(stands, 1);
                w().now += 1h; // what the account had to wait is over
            }
        fmt::print("{:12} {} exchanges, {} interruptions: {} said once, {} for a person\n", name, exchanges,
                   runs, runs - persons, persons);
    }
    spdlog::set_level(spdlog::level::info);
}

} // namespace
} // namespace tests::conformance
