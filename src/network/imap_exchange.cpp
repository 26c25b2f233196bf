#include "network/imap_exchange.h"

#include "base/text.h"

#include <charconv>

namespace network {
namespace {

template <class Number> Number number(std::string_view text) {
    Number out{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size() ? out : Number{};
}

template <class Number> Number number_in(const std::vector<Header>& headers, std::string_view name) {
    return number<Number>(header_of(headers, name));
}

int status_of(net::ImapFate fate) {
    switch (fate) {
    case net::ImapFate::ok: return 200;
    case net::ImapFate::refused: return 401;
    case net::ImapFate::no_folder: return 404;
    case net::ImapFate::no_starttls: return no_starttls_status;
    case net::ImapFate::broken:
    case net::ImapFate::unreachable: break;
    }
    return 502;
}

} // namespace

Request to_request(std::string name, const MailboxQuestion& q) {
    return {.name = std::move(name),
            .method = "FETCH",
            .url = q.server,
            .headers = {{"User", q.user},
                        {"Password", q.password},
                        {"Folder", q.folder},
                        {"Security", q.has_starttls ? "starttls" : ""},
                        {"Validity", std::to_string(q.validity)},
                        {"After", std::to_string(q.after)},
                        {"Only", std::to_string(q.only)},
                        {"Since", std::to_string(q.since_day)},
                        {"Most", std::to_string(q.most)}},
            .longest = std::chrono::seconds(60),
            .largest = 8UL << 20};
}

bool is_to_mailbox(const Request& request) {
    return request.url.starts_with("imaps://") || request.url.starts_with("imap://");
}

net::ImapMailbox mailbox_in(const Request& request) {
    return {.url = request.url,
            .user = std::string(header_of(request.headers, "User")),
            .password = std::string(header_of(request.headers, "Password")),
            .folder = std::string(header_of(request.headers, "Folder")),
            .security = header_of(request.headers, "Security") == "starttls"
                            ? net::ImapStream::Security::starttls
                            : net::ImapStream::Security::of_address};
}

net::ImapWanted wanted_in(const Request& request) {
    net::ImapWanted out{.validity = number_in<std::uint32_t>(request.headers, "Validity"),
                        .after = number_in<std::uint32_t>(request.headers, "After"),
                        .only = number_in<std::uint32_t>(request.headers, "Only"),
                        .most = number_in<std::size_t>(request.headers, "Most"),
                        .largest = request.largest,
                        .longest = request.longest};
    if (const auto day = number_in<int>(request.headers, "Since"); day > 0)
        out.since = std::chrono::sys_days(std::chrono::days(day));
    return out;
}

Answer to_answer(const net::ImapOutcome& outcome, base::Time now) {
    Answer out{.response = {}, .reached = Reached::no, .at = now};
    if (outcome.fate == net::ImapFate::unreachable) return out;
    Response response{.status = status_of(outcome.fate)};
    response.headers = {{"Validity", std::to_string(outcome.validity)},
                        {"Now", std::to_string(base::to_ms(now))},
                        {"Count", std::to_string(outcome.since_count)},
                        {"Begun-Anew", outcome.has_begun_anew ? "1" : "0"},
                        {"Has-More", outcome.has_more ? "1" : "0"}};
    for (const auto& message : outcome.messages)
        response.body += std::to_string(message.uid) + " " + std::to_string(message.size) + " " +
                         std::to_string(message.arrived_ms) + " " + std::to_string(message.bytes.size()) +
                         "\n" + message.bytes;
    out.response = std::move(response);
    return out;
}

MailboxAnswer mailbox_answer(const Response& response) {
    MailboxAnswer out{.validity = number_in<std::uint32_t>(response.headers, "Validity"),
                      .now_ms = number_in<std::int64_t>(response.headers, "Now"),
                      .count = number_in<std::int64_t>(response.headers, "Count"),
                      .has_begun_anew = header_of(response.headers, "Begun-Anew") == "1",
                      .has_more = header_of(response.headers, "Has-More") == "1"};
    std::string_view rest = response.body;
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        if (end == std::string_view::npos) break;
        const auto parts = base::split(rest.substr(0, end), ' ');
        rest.remove_prefix(end + 1);
        if (parts.size() != 4) break;
        const auto length = number<std::size_t>(parts[3]);
        if (length > rest.size()) break;
        out.messages.push_back({.uid = number<std::uint32_t>(parts[0]),
                                .size = number<std::size_t>(parts[1]),
                                .arrived_ms = number<std::int64_t>(parts[2]),
                                .bytes = std::string(rest.substr(0, length))});
        rest.remove_prefix(length);
    }
    return out;
}

} // namespace network
