// Carries what a connector asks to a peer of the tests, as an installation does that may go inside. `drive`
// takes a draft through a connector step by step, as a sender does.
#pragma once
#include "network/internet.h"
#include "network/sign_in_actions.h"

#include <thread>

namespace tests {

/// Without an answer in `longest`, or in the time of the request itself, it counts as lost on its way.
inline network::Answer carry(network::Request request,
                             std::chrono::seconds longest = std::chrono::seconds{20}) {
    static network::Internet internet({.allow_private = true}, base::system_now());
    request.longest = std::min(request.longest, longest);
    return internet.exchange(request);
}

/// The response itself; a status of 0 when there was none.
inline network::Response carried(const network::Request& request) {
    auto answer = carry(request);
    return answer.response ? *answer.response : network::Response{};
}

/// The carrier that does so.
class Carried final : public network::Carrier {
public:
    [[nodiscard]] network::Answer exchange(const network::Request& request) override {
        return carry(request);
    }
};

/// What a network's sign-in page led back to `back` with.
inline network::CameBack came_back(const network::Response& answer, const std::string& back) {
    const std::string location(network::header_of(answer.headers, "location"));
    auto part = [&](const std::string& name) {
        const auto at = location.find(name + "=");
        return at == std::string::npos
                   ? std::string()
                   : location.substr(at + name.size() + 1,
                                     location.find_first_of("&#", at) - at - name.size() - 1);
    };
    return {.state = part("state"), .code = part("code"), .error = part("error"), .back = back};
}

struct Driven {
    network::Judgement last; ///< of the step that did not go well, else ok
    int steps = 0;
};

/// Step after step until nothing is left or one does not go well; what is pending is asked again at once.
inline Driven drive(const network::Channel& channel, const network::Connection& connection,
                    const network::Draft& draft, network::Progress& progress,
                    std::chrono::seconds longest = std::chrono::seconds{20}) {
    Driven out{.last = {.verdict = network::Verdict::ok}};
    while (auto step = channel.next(connection, draft, progress)) {
        if (++out.steps > 50) throw std::runtime_error("a draft without end");
        out.last = channel.judge(connection, draft, progress, carry(step->request, longest));
        if (out.last.verdict == network::Verdict::pending) continue;
        if (out.last.verdict != network::Verdict::ok) break;
    }
    return out;
}

/// Every event from the walk's mark to its end, page after page; the walk is moved on.
inline std::vector<network::Event> look_through(const network::Channel& channel,
                                                const network::Connection& connection,
                                                const network::Source& source, network::Walk& walk) {
    std::vector<network::Event> out;
    for (int pages = 0; pages < 100; ++pages) {
        auto page =
            channel.read_page(connection, source, walk, carried(channel.ask_page(connection, source, walk)));
        if (!page) throw std::runtime_error(page.error().code + " " + page.error().detail);
        out.insert(out.end(), page->events.begin(), page->events.end());
        if (!page->mark.empty()) walk.mark = page->mark;
        walk.cursor = page->cursor;
        if (page->has_reached && page->cursor.empty()) return out;
    }
    throw std::runtime_error("a walk without end");
}

} // namespace tests
