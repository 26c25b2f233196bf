#include "app/guard.h"

#include "staff/digest.h"
#include "staff/sign_in_actions.h"
#include "staff/staff_routes.h"
#include "staff/token_actions.h"

namespace app {
namespace {

/// Whoever was good a moment ago keeps the limit of their own; what they may do is asked every time.
constexpr base::Duration remembered_for = std::chrono::minutes(1);
constexpr std::size_t most_remembered = 50'000;

/// Seconds of what comes back in one second may come at once.
http::Rate rate(int per_second, double burst_seconds) {
    return {.burst = per_second * burst_seconds,
            .per_token = std::chrono::duration_cast<base::Duration>(std::chrono::seconds(1)) / per_second};
}

/// This machine itself, or a proxy on it that was not named: many people behind an address that says nothing.
bool is_this_machine(std::string_view client) {
    return client == "127.0.0.1" || client == "::1";
}

bool is_counted(std::string_view route) {
    // What networks send is proven by its signature, and comes from few addresses in great numbers.
    if (route == "/kait/{network}/{account}") return false;
    return route != "/aset/{file}" && route != "/healthz" && route != "/readyz" && route != "/metrics";
}

} // namespace

Guard::Guard(const staff::Services& services, const LimitSettings& limits)
    : services_(services), people_(rate(limits.signed_in_per_second, 20), services.now),
      programs_(rate(limits.account_per_second, 10), services.now),
      anonymous_(rate(limits.anonymous_per_second, 12), services.now),
      unknown_proofs_({.burst = 300, .per_token = std::chrono::milliseconds(500)}, services.now) {}

std::optional<std::string> Guard::remembered(const std::string& proof) {
    std::lock_guard lock(mutex_);
    auto found = known_.find(proof);
    if (found == known_.end() || found->second.until <= services_.now()) return std::nullopt;
    return found->second.requester;
}

void Guard::remember(const std::string& proof, std::string requester) {
    const base::Time now = services_.now();
    std::lock_guard lock(mutex_);
    if (known_.size() >= most_remembered) {
        std::erase_if(known_, [&](const auto& each) { return each.second.until <= now; });
        if (known_.size() >= most_remembered) known_.clear();
    }
    known_[proof] = {.requester = std::move(requester), .until = now + remembered_for};
}

base::Result<std::string> Guard::look_up(const http::Request& request, base::AgencyId agency,
                                         std::string_view session) {
    const bool has_session = !session.empty();
    auto who = has_session ? staff::principal_of_session(services_, agency, session)
                           : staff::authenticate(services_, agency, request.header("Authorization"),
                                                 staff::Scope::media);
    if (!who) return base::pass(who);
    if (who->account) return "account " + base::to_string(*who->account);
    return has_session ? "session " + staff::sha256(session) : "staff " + base::to_string(who->staff);
}

/// Empty: nobody that is known. A proof that nobody has seen costs its address, so that it cannot be guessed.
base::Result<std::optional<std::string>> Guard::who_is(const http::Request& request) {
    const std::string_view session = request.cookie(staff::session_cookie(request.is_https()));
    const std::string_view token = request.header("Authorization");
    if (session.empty() && token.empty()) return std::optional<std::string>();
    auto directory = staff::directory_of(request, services_);
    if (!directory) return std::optional<std::string>();
    // A program's token counts before a cookie that came along.
    const std::string proof =
        base::to_string((*directory)->id()) + ' ' + staff::sha256(token.empty() ? session : token);
    if (auto known = remembered(proof)) return known;
    const std::string line = http::line_key(request.client);
    if (auto taken = unknown_proofs_.take(line); !taken) return base::pass(taken);
    auto who = look_up(request, (*directory)->id(), token.empty() ? session : std::string_view());
    if (!who) return std::optional<std::string>();
    unknown_proofs_.give_back(line);
    remember(proof, *who);
    return std::optional(std::move(*who));
}

std::optional<http::Response> Guard::stop(http::Request& request) {
    if (!is_counted(request.route)) return std::nullopt;
    auto who = who_is(request);
    if (!who) return http::problem(request, who.error());
    const bool is_program = *who && (*who)->starts_with("account ");
    http::RateLimit& limit = is_program ? programs_ : *who ? people_ : anonymous_;
    if (*who) request.attach<http::Requester>({**who});
    if (is_this_machine(request.client)) return std::nullopt;
    if (auto taken = limit.take(http::requester_of(request)); !taken)
        return http::problem(request, taken.error());
    return std::nullopt;
}

} // namespace app
