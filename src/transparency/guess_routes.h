// Limits on guessing: codes of cases, and the secret of a reporter's link. What was found costs nothing, so
// that an office behind one address and people who mistype are spared. Refusal: limited `limit.reached`.
#pragma once
#include "http/rate_limit.h"
#include "http/request.h"
#include "http/requester.h"

#include <type_traits>
#include <utility>

namespace transparency {

class Guesses {
public:
    explicit Guesses(const base::Now& now)
        : codes_({.burst = 100, .per_token = std::chrono::seconds(2)}, now),
          secrets_({.burst = 300, .per_token = std::chrono::seconds(1)}, now),
          secrets_of_a_case_({.burst = 30, .per_token = std::chrono::seconds(30)}, now) {}

    /// Runs `look`, which gives a Result; one that finds nothing counts.
    template <class F> std::invoke_result_t<F&> code(const http::Request& request, F&& look) {
        return counted(codes_, http::requester_of(request), std::forward<F>(look));
    }
    /// The same for a secret of the case `code`. Another's wrong secrets never keep out who asks from
    /// elsewhere.
    template <class F>
    std::invoke_result_t<F&> secret(const http::Request& request, std::string_view code, F&& look) {
        const std::string who = http::requester_of(request);
        return counted(secrets_, who, [&] {
            return counted(secrets_of_a_case_, who + ' ' + std::string(code.substr(0, 40)), look);
        });
    }

private:
    template <class F>
    static std::invoke_result_t<F&> counted(http::RateLimit& limit, const std::string& key, F&& look) {
        if (auto taken = limit.take(key); !taken) return base::pass(taken);
        auto found = look();
        if (found || found.error().kind != base::Kind::not_found) limit.give_back(key);
        return found;
    }

    http::RateLimit codes_, secrets_, secrets_of_a_case_;
};

} // namespace transparency
