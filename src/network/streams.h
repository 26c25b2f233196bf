// Answers that never end, carried from the internet: as net/http_streams.h, in the words of this room.
#pragma once
#include "net/http_streams.h"
#include "network/exchange.h"

namespace network {

/// One thread uses it; wake() is for all.
class Streams {
public:
    using Key = net::HttpStreams::Key;
    using News = net::HttpStreams::News;
    Streams() = default;
    virtual ~Streams() = default;
    Streams(const Streams&) = delete;
    Streams& operator=(const Streams&) = delete;

    [[nodiscard]] virtual bool open(Key key, const Request& request) = 0;
    virtual void close(Key key) = 0;
    [[nodiscard]] virtual std::vector<News> wait(std::chrono::milliseconds longest) = 0;
    virtual void wake() = 0;
};

class InternetStreams : public Streams {
public:
    explicit InternetStreams(net::HttpClient::Settings settings) : streams_(std::move(settings)) {}
    [[nodiscard]] bool open(Key key, const Request& request) override {
        net::HttpRequest out{.url = request.url};
        for (const auto& [name, value] : request.headers)
            out.headers.emplace_back(name, value);
        return streams_.open(key, out);
    }
    void close(Key key) override { streams_.close(key); }
    [[nodiscard]] std::vector<News> wait(std::chrono::milliseconds longest) override {
        return streams_.wait(longest);
    }
    void wake() override { streams_.wake(); }

private:
    net::HttpStreams streams_;
};

} // namespace network
