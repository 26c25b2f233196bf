#include "network/stream_jobs.h"

#include "network/stream_actions.h"
#include "network/streaming.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <thread>

namespace network {
namespace {

using base::Time;

constexpr std::chrono::seconds first_wait_for{2};
constexpr std::chrono::minutes longest_wait_for{5};
constexpr std::chrono::seconds renew_each{10};
/// A stream that stood so long has healed.
constexpr std::chrono::minutes steady_after{1};
/// A hint that comes while its account is looked through is given again, this long.
constexpr std::chrono::seconds hinted_for{15};
constexpr std::chrono::milliseconds at_most{400};

} // namespace

struct Listening::State {
    explicit State(Parts given) : parts(std::move(given)) {}

    struct Held {
        base::AgencyId agency;
        agency::AccountId account;
        std::string secrets;
        std::unique_ptr<Listener> listener = {};
        bool is_asked = false; ///< a connection is being made, or stands
        std::optional<Time> opened_at = {};
        Time renew_at{};
        Time try_at{};
        int failures = 0;
        std::optional<Time> hinted_until = {};
        bool is_wanted = true;
    };

    Parts parts;
    std::map<Streams::Key, Held> all; ///< by account: ids are unique over agencies
    std::jthread thread;

    [[nodiscard]] Time now() const { return parts.services.now(); }

    void hint(Held& held) {
        held.hinted_until = now() + hinted_for;
        give_hint(held);
    }
    void give_hint(Held& held) {
        if (!held.hinted_until) return;
        if (look_soon(parts.services, held.agency, held.account) || now() > *held.hinted_until)
            held.hinted_until.reset();
    }

    void end(Streams::Key key, Held& held) {
        parts.streams->close(key);
        if (held.opened_at && now() - *held.opened_at >= steady_after) held.failures = 0;
        const auto wait =
            std::min<base::Duration>(first_wait_for * (1L << std::min(held.failures, 8)), longest_wait_for);
        ++held.failures;
        held.try_at = now() + wait;
        held.is_asked = false;
        held.listener.reset();
        if (std::exchange(held.opened_at, std::nullopt)) {
            (void)hold_stream(parts.services, held.agency, held.account, parts.holder, std::nullopt);
            hint(held); // what was said while nobody heard
        }
    }

    void begin(Streams::Key key, Held& held) {
        const auto* stream = streaming(parts.services.channel_of(held.agency, held.account));
        auto request = take_stream(parts.services, held.agency, held.account, parts.holder);
        held.try_at = now() + stream_lease / 2; // another node has it
        if (!stream || !request) return;
        held.listener = stream->listener();
        held.renew_at = now() + renew_each;
        held.is_asked = held.listener && parts.streams->open(key, *request);
    }

    void plan(base::AgencyId agency) {
        for (auto& wanted : streamed(parts.services, agency)) {
            const auto key = wanted.account.value;
            auto [at, is_new] = all.try_emplace(key);
            Held& held = at->second;
            if (is_new || held.secrets != wanted.secrets_sealed) {
                parts.streams->close(key);
                held = {.agency = agency, .account = wanted.account, .secrets = wanted.secrets_sealed};
            }
            held.is_wanted = true;
        }
    }

    void plan_all() {
        for (auto& [key, held] : all)
            held.is_wanted = false;
        for (const auto agency : parts.agencies())
            plan(agency);
        for (auto at = all.begin(); at != all.end();) {
            if (at->second.is_wanted) {
                ++at;
                continue;
            }
            parts.streams->close(at->first);
            drop_stream(parts.services, at->second.agency, at->second.account, parts.holder);
            at = all.erase(at);
        }
    }

    void tend() {
        for (auto& [key, held] : all) {
            if (!held.is_asked && held.try_at <= now()) begin(key, held);
            if (held.is_asked && held.renew_at <= now()) {
                held.renew_at = now() + renew_each;
                if (!hold_stream(parts.services, held.agency, held.account, parts.holder, held.opened_at))
                    end(key, held);
            }
            give_hint(held);
        }
    }

    void hear(const Streams::News& news) {
        const auto found = all.find(news.key);
        if (found == all.end() || !found->second.is_asked) return;
        Held& held = found->second;
        if (news.has_begun) {
            held.opened_at = now();
            (void)hold_stream(parts.services, held.agency, held.account, parts.holder, held.opened_at);
            hint(held);
        }
        if (!news.bytes.empty() && held.listener->hear(news.bytes)) hint(held);
        if (news.has_ended) end(news.key, held);
    }

    void run(const std::stop_token& stop) {
        Time plan_at{};
        while (!stop.stop_requested()) {
            try {
                if (now() >= plan_at) {
                    plan_at = now() + parts.plan_each;
                    plan_all();
                }
                tend();
                for (const auto& news : parts.streams->wait(at_most))
                    hear(news);
            } catch (const std::exception& failed) {
                spdlog::warn("network.streams: {}", failed.what());
                std::this_thread::sleep_for(at_most);
            }
        }
        for (auto& [key, held] : all) {
            parts.streams->close(key);
            try {
                drop_stream(parts.services, held.agency, held.account, parts.holder);
            } catch (const std::exception& failed) {
                spdlog::warn("network.streams: {}", failed.what());
            }
        }
    }
};

Listening::Listening(Parts parts) : state_(std::make_unique<State>(std::move(parts))) {}

Listening::~Listening() {
    stop();
}

void Listening::start() {
    State* state = state_.get();
    state->thread = std::jthread([state](const std::stop_token& stop) { state->run(stop); });
}

void Listening::stop() {
    if (!state_ || !state_->thread.joinable()) return;
    state_->thread.request_stop();
    state_->parts.streams->wake();
    state_->thread.join();
}

} // namespace network
