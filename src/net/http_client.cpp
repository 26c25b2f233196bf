#include "net/http_client.h"

#include "net/curl_handle.h"

#include <algorithm>
#include <mutex>
#include <new>

namespace net {
namespace {

/// What the callbacks of one exchange write to.
struct Receiving {
    HttpResponse response;
    std::size_t largest = 0;
    bool is_too_large = false;
};

std::size_t take_body(char* data, std::size_t size, std::size_t count, void* to) {
    auto& receiving = *static_cast<Receiving*>(to);
    const std::size_t n = size * count;
    if (receiving.response.body.size() + n > receiving.largest) {
        receiving.is_too_large = true;
        return 0; // ends the transfer
    }
    receiving.response.body.append(data, n);
    return n;
}

std::size_t take_header(char* data, std::size_t size, std::size_t count, void* to) {
    auto& response = static_cast<Receiving*>(to)->response;
    const std::size_t n = size * count;
    std::string_view line(data, n);
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n'))
        line.remove_suffix(1);
    if (line.starts_with("HTTP/")) { // of a redirect, an interim answer, or the answer: the last counts
        response.headers.clear();
        response.body.clear();
    } else if (const auto colon = line.find(':');
               colon != std::string_view::npos && response.headers.size() < 200) {
        auto value = line.substr(colon + 1);
        while (!value.empty() && value.front() == ' ')
            value.remove_prefix(1);
        response.headers.emplace_back(line.substr(0, colon), value);
    }
    return n;
}

constexpr std::size_t kept_handles = 32;

} // namespace

/// Handles keep their connections; one exchange uses one.
struct HttpClient::Pool {
    std::mutex mutex;
    std::vector<CurlHandle> free;

    CurlHandle take() {
        {
            const std::lock_guard lock(mutex);
            if (!free.empty()) {
                CurlHandle handle = std::move(free.back());
                free.pop_back();
                return handle;
            }
        }
        CurlHandle handle(curl_easy_init());
        if (!handle) throw std::bad_alloc();
        return handle;
    }
    void give_back(CurlHandle handle) {
        curl_easy_reset(handle.get()); // options go, connections stay
        const std::lock_guard lock(mutex);
        if (free.size() < kept_handles) free.push_back(std::move(handle));
    }
};

HttpClient::HttpClient(Settings settings) : settings_(std::move(settings)), pool_(std::make_unique<Pool>()) {
    start_curl();
}

HttpClient::~HttpClient() = default;

HttpOutcome HttpClient::exchange(const HttpRequest& request) {
    if (!is_one_line(request.url) || !is_one_line(request.method)) return {};
    const auto headers = header_list(request.headers);
    if (!headers) return {};
    CurlHandle handle = pool_->take();
    auto set = [&](CURLoption option, auto value) { curl_easy_setopt(handle.get(), option, value); };
    Receiving receiving{.response = {}, .largest = request.largest};
    const bool is_get = request.method == "GET";
    set(CURLOPT_URL, request.url.c_str());
    set_borders(handle.get(), settings_.allow_private);
    set(CURLOPT_CONNECTTIMEOUT_MS,
        static_cast<long>(std::chrono::milliseconds(std::min(settings_.connect, request.longest)).count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(std::chrono::milliseconds(request.longest).count()));
    set(CURLOPT_USERAGENT, settings_.agent.c_str());
    set(CURLOPT_ACCEPT_ENCODING, "");
    set(CURLOPT_HTTPHEADER, headers->get());
    set(CURLOPT_WRITEFUNCTION, take_body);
    set(CURLOPT_WRITEDATA, static_cast<void*>(&receiving));
    set(CURLOPT_HEADERFUNCTION, take_header);
    set(CURLOPT_HEADERDATA, static_cast<void*>(&receiving));
    set(CURLOPT_FOLLOWLOCATION, is_get && request.follows_redirects ? 1L : 0L);
    set(CURLOPT_MAXREDIRS, 3L);
    if (!is_get) {
        set(CURLOPT_FRESH_CONNECT, 1L);
        set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
        if (!request.body.empty() || request.method == "POST") {
            set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
            set(CURLOPT_POSTFIELDS, request.body.data() ? request.body.data() : "");
        }
    }
    const CURLcode transfer = curl_easy_perform(handle.get());
    long status = 0;
    long sent = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(handle.get(), CURLINFO_REQUEST_SIZE, &sent);
    pool_->give_back(std::move(handle));
    HttpOutcome out{.response = {}, .was_sent = sent > 0};
    if (receiving.is_too_large && status != 0) out.too_large = static_cast<int>(status);
    if (transfer != CURLE_OK || status == 0) return out;
    receiving.response.status = static_cast<int>(status);
    out.response = std::move(receiving.response);
    return out;
}

} // namespace net
