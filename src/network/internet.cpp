#include "network/internet.h"

#include "network/http_signature.h"

namespace network {

Answer Internet::exchange(const Request& request) {
    net::HttpRequest out{.method = request.method,
                         .url = request.url,
                         .body = request.body,
                         .longest = request.longest,
                         .largest = request.largest,
                         .follows_redirects = !request.signing};
    for (const auto& [name, value] : request.headers)
        out.headers.emplace_back(name, value);
    for (auto& [name, value] : signature_headers(request, now_()))
        out.headers.emplace_back(std::move(name), std::move(value));
    auto outcome = client_.exchange(out);
    Answer answer{.response = {}, .reached = outcome.was_sent ? Reached::maybe : Reached::no, .at = now_()};
    if (!outcome.response) return answer;
    answer.response = Response{.status = outcome.response->status, .body = std::move(outcome.response->body)};
    for (auto& [name, value] : outcome.response->headers)
        answer.response->headers.push_back({std::move(name), std::move(value)});
    return answer;
}

} // namespace network
