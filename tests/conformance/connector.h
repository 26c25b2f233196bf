// The fixture of what a connector is asked by itself, without the core: bytes in, meaning out.
#pragma once
#include "conformance/adapter.h"

#include <gmock/gmock.h>

namespace tests::conformance {

using namespace std::chrono_literals;
using network::Event;
using network::Progress;

inline const base::Time noon = base::parse_time("2026-11-22T05:00:00Z").value();

class Connector : public ::testing::TestWithParam<std::string> {
protected:
    AdapterPtr adapter = conformance::adapter(GetParam(), [this] { return now; });
    base::Time now = noon;
    network::ChannelPtr channel = adapter->channel();
    network::Connection account = adapter->connection();

    [[nodiscard]] bool can(Can what) const { return adapter->why_not(what).empty(); }
    [[nodiscard]] network::Source first_source() const { return channel->sources(account).front(); }
    [[nodiscard]] base::Result<network::Page> page(const std::string& body,
                                                   const network::Walk& walk = {}) const {
        return channel->read_page(account, first_source(), walk,
                                  {.status = 200, .headers = {}, .body = body});
    }
    /// Of one thing, told as the network tells it best.
    [[nodiscard]] std::vector<Event> told(const Told& one) {
        if (can(Can::push)) {
            auto events = channel->read_push(account, adapter->push(one).body);
            return events ? *events : std::vector<Event>{};
        }
        if (!can(Can::list)) { // an inbox of its own
            auto events = channel->read_push(account, adapter->push(one).body);
            return events ? *events : std::vector<Event>{};
        }
        adapter->world = {one};
        auto read = page(adapter->list());
        return read ? read->events : std::vector<Event>{};
    }
    [[nodiscard]] Told citizens(std::string text = "Jalan berlubang di Tebet") const {
        return {.n = 1, .text = std::move(text), .at = noon - 1min};
    }
    [[nodiscard]] std::string body_of(const Told& one) {
        if (can(Can::push) || !can(Can::list)) return adapter->push(one).body;
        adapter->world = {one};
        return adapter->list();
    }
    [[nodiscard]] base::Result<std::vector<Event>> read(const std::string& body) const {
        if (can(Can::push) || !can(Can::list)) return channel->read_push(account, body);
        auto read = page(body);
        if (!read) return base::pass(read);
        return read->events;
    }

    /// An answer to the citizen, up to its publishing step.
    network::Draft draft() {
        const auto item = told(citizens()).at(0).item;
        adapter->world = {citizens()};
        return {.key = "tanggap-1-7",
                .text = "Lubang sudah ditambal.",
                .visibility = item.visibility.value_or(items::Visibility::public_),
                .to = item.network_id,
                .to_author = item.author.network_id,
                .to_handle = item.author.handle.value_or(""),
                .root = item.root.value_or(item.network_id)};
    }
    network::Step publishing_step(const network::Draft& draft, Progress& progress) {
        for (int i = 0; i < 20; ++i) {
            auto step = channel->next(account, draft, progress);
            if (!step) break;
            if (step->publishes) return *step;
            const auto judged =
                channel->judge(account, draft, progress, answered(adapter->serve(step->request)));
            EXPECT_EQ(judged.verdict, Verdict::ok) << step->request.name << " " << judged.code;
        }
        throw std::runtime_error("nothing is published");
    }
    [[nodiscard]] Answer answered(Response response) const {
        return {.response = std::move(response), .at = now};
    }
};

#define NOT_AT(what)                                                                                         \
    if (const auto why = adapter->why_not(what); !why.empty()) GTEST_SKIP() << GetParam() << ": " << why

} // namespace tests::conformance
