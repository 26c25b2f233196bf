#include "network/internet.h"

#include "network/http_signature.h"
#include "network/imap_exchange.h"

namespace network {

Answer Internet::exchange(const Request& request) {
    if (is_to_mailbox(request))
        return to_answer(imap_.fetch(mailbox_in(request), wanted_in(request)), now_());
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
    // Answered all the same: what stood in it is left out, and found unreadable by whoever needs it.
    if (outcome.too_large) answer.response = Response{.status = *outcome.too_large};
    if (!outcome.response) return answer;
    answer.response = Response{.status = outcome.response->status, .body = std::move(outcome.response->body)};
    for (auto& [name, value] : outcome.response->headers)
        answer.response->headers.push_back({std::move(name), std::move(value)});
    return answer;
}

bool Internet::wait_for_news(const Request& request, const std::stop_token& stop) {
    return is_to_mailbox(request) && imap_.wait_for_news(mailbox_in(request), stop, request.longest);
}

} // namespace network
