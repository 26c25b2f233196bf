// Answers that never end, many at once in one thread: what comes is handed over as it comes. A stream that is
// silent for ninety seconds counts as ended. Not thread-safe, but for wake().
#pragma once
#include "net/http_client.h"

#include <cstdint>
#include <map>

namespace net {

class HttpStreams {
public:
    using Key = std::int64_t;
    struct News {
        Key key = 0;
        bool has_begun = false; ///< answered with 200
        bool has_ended = false; ///< closed by now; whatever the reason
        std::string bytes = {};
    };

    explicit HttpStreams(HttpClient::Settings settings);
    ~HttpStreams();
    HttpStreams(const HttpStreams&) = delete;
    HttpStreams& operator=(const HttpStreams&) = delete;

    /// A GET. False when it cannot be asked for.
    [[nodiscard]] bool open(Key key, const HttpRequest& request);
    void close(Key key);
    /// Waits for something to come, at most so long.
    [[nodiscard]] std::vector<News> wait(std::chrono::milliseconds longest);
    /// Ends a wait at once.
    void wake();

private:
    struct Stream;
    struct Multi;
    HttpClient::Settings settings_;
    std::unique_ptr<Multi> multi_;
    std::map<Key, std::unique_ptr<Stream>> streams_;
};

} // namespace net
