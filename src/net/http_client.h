// One HTTP exchange with another machine. Blocks; thread-safe; connections are kept for reading again. How it
// went is a value: no answer is no exception.
#pragma once
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace net {

struct HttpRequest {
    std::string method = "GET";
    std::string url;
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::string_view body = {};
    std::chrono::seconds longest{30};
    std::size_t largest = 4UL << 20; ///< bytes of the answer's body
    bool follows_redirects = true;   ///< of a GET; nothing else ever does
};

struct HttpResponse {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers = {}; ///< of the last answer, after redirects
    std::string body = {};
};

struct HttpOutcome {
    std::optional<HttpResponse> response = {};
    bool was_sent = false; ///< at least a byte of the request left
    std::optional<int> too_large =
        {}; ///< status of an answer whose body was larger than wanted: no response then
};

class HttpClient {
public:
    struct Settings {
        bool allow_private = false; ///< loopback and inner networks, and http without TLS: tests, and
                                    ///< installations whose own server stands inside
        std::string agent = "Tanggap";
        std::chrono::seconds connect{10};
    };
    explicit HttpClient(Settings settings);
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// GET follows at most three redirects; everything else none. A header with a line break, another scheme
    /// than http(s), an inner address: nothing is sent.
    [[nodiscard]] HttpOutcome exchange(const HttpRequest& request);

private:
    struct Pool;
    Settings settings_;
    std::unique_ptr<Pool> pool_;
};

} // namespace net
