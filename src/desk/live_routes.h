// GET /meja/kabar: an event stream that tells signed-in staff that events of their agency were numbered, with
// the position and nothing else; pages then ask for what they may see. Streams end with their session.
// Refusals: unauthenticated `session.missing`, limited `limit.reached`.
#pragma once
#include "http/event_stream.h"
#include "http/router.h"
#include "staff/services_actions.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace desk {

/// Browsers need one stream; a few more are left for those that cannot share it among their tabs.
inline constexpr std::size_t streams_of_a_session = 8;
/// How often it is asked whether the sessions behind the streams are still good.
inline constexpr base::Duration session_check = std::chrono::seconds(3);

/// So many are told at once, then the edge has a moment for pages: telling a stream costs it some 20 us. Two
/// thousand desks hear of a change within a quarter of a second, and of a busy hour in rounds of that length.
inline constexpr std::size_t told_at_once = 50;
inline constexpr std::chrono::milliseconds told_pause{5};

class Live {
public:
    explicit Live(staff::Services services);
    Live(const Live&) = delete;
    Live& operator=(const Live&) = delete;
    ~Live();

    /// Told by the feed, on its thread: only wakes.
    void tell(base::AgencyId agency, std::int64_t position);
    /// A stream of the session, which was found good a moment ago; begins with the last position.
    [[nodiscard]] base::Result<std::shared_ptr<http::EventStream>> open(base::AgencyId agency,
                                                                        std::string session_secret);
    /// Ends the streams of sessions that are over.
    void end_dead();
    [[nodiscard]] std::size_t open_streams();

private:
    struct Listener {
        base::AgencyId agency;
        std::string session_secret;
        std::shared_ptr<http::EventStream> stream;
    };
    void loop(const std::stop_token& stop);
    void pass_on(const std::stop_token& stop);
    void forget_closed();

    staff::Services services_;
    std::mutex mutex_;
    std::condition_variable_any rung_;
    std::map<base::AgencyId, std::int64_t> positions_;
    std::vector<base::AgencyId> moved_;
    std::vector<Listener> listeners_;
    std::jthread thread_;
};

void add_live_routes(http::Router& router, const staff::Services& services, Live& live);

} // namespace desk
