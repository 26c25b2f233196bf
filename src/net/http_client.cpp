#include "net/http_client.h"

#include "net/private_address.h"

#include <curl/curl.h>

#include <algorithm>
#include <mutex>
#include <new>
#include <sys/socket.h>
#include <unistd.h>

namespace net {
namespace {

struct Close {
    void operator()(CURL* handle) const noexcept { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const noexcept { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, Close>;
using List = std::unique_ptr<curl_slist, Close>;

/// What the callbacks of one exchange write to.
struct Receiving {
    HttpResponse response;
    std::size_t largest = 0;
};

std::size_t take_body(char* data, std::size_t size, std::size_t count, void* to) {
    auto& receiving = *static_cast<Receiving*>(to);
    const std::size_t n = size * count;
    if (receiving.response.body.size() + n > receiving.largest) return 0; // ends the transfer
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

curl_socket_t open_public(void* /*self*/, curlsocktype /*purpose*/, curl_sockaddr* address) {
    if (is_private(&address->addr)) return CURL_SOCKET_BAD;
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

void start_curl() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

bool is_one_line(std::string_view text) {
    return text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

constexpr std::size_t kept_handles = 32;

} // namespace

/// Handles keep their connections; one exchange uses one.
struct HttpClient::Pool {
    std::mutex mutex;
    std::vector<Handle> free;

    Handle take() {
        {
            const std::lock_guard lock(mutex);
            if (!free.empty()) {
                Handle handle = std::move(free.back());
                free.pop_back();
                return handle;
            }
        }
        Handle handle(curl_easy_init());
        if (!handle) throw std::bad_alloc();
        return handle;
    }
    void give_back(Handle handle) {
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
    List headers;
    for (const auto& [name, value] : request.headers) {
        if (!is_one_line(name) || !is_one_line(value)) return {};
        // "Name;" is how libcurl is told of an empty value.
        const std::string line = value.empty() ? name + ";" : name + ": " + value;
        auto* longer = curl_slist_append(headers.get(), line.c_str());
        if (!longer) throw std::bad_alloc();
        (void)headers.release();
        headers.reset(longer);
    }
    Handle handle = pool_->take();
    auto set = [&](CURLoption option, auto value) { curl_easy_setopt(handle.get(), option, value); };
    Receiving receiving{.response = {}, .largest = request.largest};
    const bool is_get = request.method == "GET";
    const char* schemes = settings_.allow_private ? "http,https" : "https";
    set(CURLOPT_URL, request.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, schemes);
    set(CURLOPT_REDIR_PROTOCOLS_STR, schemes);
    set(CURLOPT_PROXY, ""); // never one from the environment
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT_MS,
        static_cast<long>(std::chrono::milliseconds(std::min(settings_.connect, request.longest)).count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(std::chrono::milliseconds(request.longest).count()));
    set(CURLOPT_USERAGENT, settings_.agent.c_str());
    set(CURLOPT_ACCEPT_ENCODING, "");
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_WRITEFUNCTION, take_body);
    set(CURLOPT_WRITEDATA, static_cast<void*>(&receiving));
    set(CURLOPT_HEADERFUNCTION, take_header);
    set(CURLOPT_HEADERDATA, static_cast<void*>(&receiving));
    set(CURLOPT_FOLLOWLOCATION, is_get && request.follows_redirects ? 1L : 0L);
    set(CURLOPT_MAXREDIRS, 3L);
    if (!settings_.allow_private) set(CURLOPT_OPENSOCKETFUNCTION, open_public);
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
    if (transfer != CURLE_OK || status == 0) return out;
    receiving.response.status = static_cast<int>(status);
    out.response = std::move(receiving.response);
    return out;
}

} // namespace net
