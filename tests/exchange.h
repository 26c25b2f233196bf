// Carries what a connector asks to a peer of the tests, with libcurl and nothing else: no budgets, no address
// checks, no storage. `drive` takes a draft through a connector step by step, as a sender does.
#pragma once
#include "network/channel.h"

#include <curl/curl.h>

#include <memory>
#include <thread>

namespace tests {

namespace detail {

struct CloseCurl {
    void operator()(CURL* handle) const noexcept { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const noexcept { curl_slist_free_all(list); }
};

inline std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* to) {
    static_cast<std::string*>(to)->append(bytes, size * count);
    return size * count;
}

inline std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* to) {
    const std::string_view line(bytes, size * count);
    const auto colon = line.find(':');
    const auto end = line.find_last_not_of("\r\n ");
    if (colon != std::string_view::npos && end != std::string_view::npos && end > colon) {
        auto value = line.substr(colon + 1, end - colon);
        value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
        static_cast<std::vector<network::Header>*>(to)->push_back(
            {std::string(line.substr(0, colon)), std::string(value)});
    }
    return size * count;
}

} // namespace detail

/// No redirects; without an answer in `longest` the request counts as lost on its way.
inline network::Answer carry(const network::Request& request,
                             std::chrono::milliseconds longest = std::chrono::seconds{20}) {
    const std::unique_ptr<CURL, detail::CloseCurl> handle(curl_easy_init());
    curl_slist* list = curl_slist_append(nullptr, "Expect:");
    for (const auto& header : request.headers)
        list = curl_slist_append(list, (header.name + ": " + header.value).c_str());
    const std::unique_ptr<curl_slist, detail::CloseCurl> headers(list);
    network::Response response;
    curl_easy_setopt(handle.get(), CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_CUSTOMREQUEST, request.method.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT_MS, static_cast<long>(longest.count()));
    curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
    if (request.method != "GET") {
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE_LARGE,
                         static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, request.body.data());
    }
    curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, detail::take_body);
    curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &response.body);
    curl_easy_setopt(handle.get(), CURLOPT_HEADERFUNCTION, detail::take_header);
    curl_easy_setopt(handle.get(), CURLOPT_HEADERDATA, &response.headers);
    const auto code = curl_easy_perform(handle.get());
    network::Answer answer{.at = base::system_now()()};
    if (code == CURLE_OK) {
        long status = 0;
        curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
        response.status = static_cast<int>(status);
        answer.response = std::move(response);
    } else if (code == CURLE_COULDNT_CONNECT || code == CURLE_COULDNT_RESOLVE_HOST) {
        answer.reached = network::Reached::no;
    }
    return answer;
}

/// The response itself; a status of 0 when there was none.
inline network::Response carried(const network::Request& request) {
    auto answer = carry(request);
    return answer.response ? *answer.response : network::Response{};
}

struct Driven {
    network::Judgement last; ///< of the step that did not go well, else ok
    int steps = 0;
};

/// Step after step until nothing is left or one does not go well; what is pending is asked again at once.
inline Driven drive(const network::Channel& channel, const network::Connection& connection,
                    const network::Draft& draft, network::Progress& progress,
                    std::chrono::milliseconds longest = std::chrono::seconds{20}) {
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
