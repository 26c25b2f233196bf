#include "network/news_jobs.h"

#include "db/database.h"
#include "network/connection_actions.h"
#include "network/receive_actions.h"

#include <spdlog/spdlog.h>

#include <condition_variable>
#include <mutex>

namespace network {
namespace {

constexpr std::chrono::seconds keep_up_each{5};
/// After a wait that gave nothing: a server that is away, or cannot be waited at.
constexpr std::chrono::seconds after_nothing{30};

void sleep_for(std::chrono::seconds time, const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, time, [] { return false; });
}

} // namespace

NewsWatch::NewsWatch(Services services, std::function<std::vector<base::AgencyId>()> agencies)
    : services_(std::move(services)), agencies_(std::move(agencies)),
      keeper_([this](const std::stop_token& stop) { keep_up(stop); }) {}

NewsWatch::~NewsWatch() {
    keeper_.request_stop();
    if (keeper_.joinable()) keeper_.join();
    for (auto& [place, thread] : waiting_)
        thread.request_stop();
    waiting_.clear();
}

std::map<NewsWatch::Place, Request> NewsWatch::wanted() const {
    std::map<Place, Request> out;
    for (const auto agency : agencies_()) {
        const auto rows = services_.database.read([&](db::Tx& tx) { return connections(tx, agency); });
        for (const auto& row : rows) {
            if (row.state != ConnectionState::connected || row.secrets_sealed.empty()) continue;
            const Channel* channel = services_.channel_of(agency, row.account);
            auto connection = channel ? opened(services_.vault, agency, row)
                                      : base::Result<Connection>(base::fail(base::Kind::not_found, ""));
            if (!connection) continue;
            if (auto request = channel->ask_news(*connection))
                out.emplace(Place{agency, row.account, row.secrets_sealed}, std::move(*request));
        }
    }
    return out;
}

void NewsWatch::keep_up(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        try {
            const auto places = wanted();
            std::erase_if(waiting_, [&](const auto& each) { return !places.contains(each.first); });
            for (const auto& [place, request] : places)
                if (!waiting_.contains(place))
                    waiting_.emplace(place, std::jthread([this, place, request](const std::stop_token& end) {
                                         wait_at(place, request, end);
                                     }));
        } catch (const std::exception& failed) {
            spdlog::warn("network.news: {}", failed.what());
        }
        sleep_for(keep_up_each, stop);
    }
}

void NewsWatch::wait_at(const Place& place, const Request& request, const std::stop_token& stop) const {
    while (!stop.stop_requested()) {
        try {
            const bool has_news = services_.carrier.wait_for_news(request, stop);
            if (stop.stop_requested()) return;
            if (has_news) {
                services_.database.write(
                    [&](db::Tx& tx) { look_now(tx, place.agency, place.account, services_.now()); });
                sleep_for(std::chrono::seconds(1), stop);
                continue;
            }
        } catch (const std::exception& failed) {
            spdlog::warn("network.news: {}", failed.what());
        }
        sleep_for(after_nothing, stop);
    }
}

} // namespace network
