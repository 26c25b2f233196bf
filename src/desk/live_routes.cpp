#include "desk/live_routes.h"

#include "staff/sign_in_actions.h"
#include "staff/staff_routes.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <set>

namespace desk {
namespace {

std::string wire_of(std::int64_t position) {
    const std::string text = std::to_string(position);
    return http::to_wire({.data = text, .name = "posisi", .id = text});
}

} // namespace

Live::Live(staff::Services services)
    : services_(std::move(services)), thread_([this](const std::stop_token& stop) { loop(stop); }) {}

Live::~Live() {
    thread_.request_stop();
    thread_.join();
    for (const auto& listener : listeners_)
        listener.stream->close();
}

void Live::tell(base::AgencyId agency, std::int64_t position) {
    {
        const std::lock_guard lock(mutex_);
        positions_[agency] = position;
        if (std::ranges::find(moved_, agency) == moved_.end()) moved_.push_back(agency);
    }
    rung_.notify_one();
}

base::Result<std::shared_ptr<http::EventStream>> Live::open(base::AgencyId agency, std::string secret) {
    auto stream = std::make_shared<http::EventStream>(16 * 1024);
    const std::lock_guard lock(mutex_);
    forget_closed();
    const auto same = std::ranges::count(listeners_, secret, &Listener::session_secret);
    if (static_cast<std::size_t>(same) >= streams_of_a_session)
        return base::fail(base::Kind::limited, "limit.reached", "event streams of a session");
    stream->send_wire(wire_of(positions_[agency]));
    listeners_.push_back({agency, std::move(secret), stream});
    return stream;
}

void Live::end_dead() {
    std::set<std::pair<base::AgencyId, std::string>> sessions;
    {
        const std::lock_guard lock(mutex_);
        forget_closed();
        for (const auto& listener : listeners_)
            sessions.emplace(listener.agency, listener.session_secret);
    }
    std::erase_if(sessions, [&](const auto& session) {
        auto who = staff::principal_of_session(services_, session.first, session.second);
        return who || who.error().kind != base::Kind::unauthenticated;
    });
    const std::lock_guard lock(mutex_);
    for (const auto& listener : listeners_)
        if (sessions.contains({listener.agency, listener.session_secret})) listener.stream->close();
    forget_closed();
}

std::size_t Live::open_streams() {
    const std::lock_guard lock(mutex_);
    forget_closed();
    return listeners_.size();
}

void Live::forget_closed() {
    std::erase_if(listeners_, [](const Listener& listener) { return !listener.stream->is_open(); });
}

void Live::pass_on(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    std::vector<std::pair<base::AgencyId, std::shared_ptr<http::EventStream>>> round;
    for (const auto& listener : listeners_)
        if (std::ranges::find(moved_, listener.agency) != moved_.end())
            round.emplace_back(listener.agency, listener.stream);
    moved_.clear();
    for (std::size_t told = 0; told < round.size() && !stop.stop_requested(); ++told) {
        if (told > 0 && told % told_at_once == 0)
            rung_.wait_for(lock, stop, told_pause, [] { return false; });
        const auto& [agency, stream] = round[told];
        stream->send_wire(wire_of(positions_[agency])); // the newest, also when it moved meanwhile
    }
}

void Live::loop(const std::stop_token& stop) {
    base::Time checked = services_.now();
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(mutex_);
            rung_.wait_for(lock, stop, session_check, [this] { return !moved_.empty(); });
        }
        try {
            pass_on(stop);
            if (const base::Time now = services_.now(); now - checked >= session_check) {
                checked = now;
                end_dead();
            }
        } catch (const std::exception& error) {
            spdlog::error("live updates of the desk: {}", error.what());
        }
    }
}

void add_live_routes(http::Router& router, const staff::Services& services, Live& live) {
    router.add(http::Method::get, "/meja/kabar",
               [services, &live](const http::Request& request) -> base::Result<http::Response> {
                   auto person = staff::signed_in(request, services);
                   if (!person) return base::pass(person);
                   auto stream =
                       live.open(person->agency,
                                 std::string(request.cookie(staff::session_cookie(request.is_https()))));
                   if (!stream) return base::pass(stream);
                   return http::events(std::move(*stream));
               });
}

} // namespace desk
