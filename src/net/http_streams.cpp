#include "net/http_streams.h"

#include "net/curl_handle.h"

#include <new>

namespace net {
namespace {

constexpr long longest_silence = 90; // seconds; Mastodon says something every fifteen
constexpr std::size_t most_waiting = 1UL << 20;

} // namespace

struct HttpStreams::Stream {
    Key key = 0;
    CurlHandle handle;
    CurlList headers;
    std::string url;
    News news;
    bool has_begun = false;

    static std::size_t take_body(char* data, std::size_t size, std::size_t count, void* to) {
        auto& stream = *static_cast<Stream*>(to);
        long status = 0;
        curl_easy_getinfo(stream.handle.get(), CURLINFO_RESPONSE_CODE, &status);
        const std::size_t n = size * count;
        if (status != 200 || stream.news.bytes.size() + n > most_waiting) return 0; // ends it
        stream.begin();
        stream.news.bytes.append(data, n);
        return n;
    }
    static std::size_t take_header(char* data, std::size_t size, std::size_t count, void* to) {
        auto& stream = *static_cast<Stream*>(to);
        long status = 0;
        curl_easy_getinfo(stream.handle.get(), CURLINFO_RESPONSE_CODE, &status);
        const std::size_t n = size * count;
        if (status == 200 && std::string_view(data, n).find_first_not_of("\r\n") == std::string_view::npos)
            stream.begin();
        return n;
    }
    void begin() {
        news.has_begun = news.has_begun || !has_begun;
        has_begun = true;
    }
};

struct HttpStreams::Multi {
    std::unique_ptr<CURLM, CloseMulti> handle;
};

HttpStreams::HttpStreams(HttpClient::Settings settings)
    : settings_(std::move(settings)), multi_(std::make_unique<Multi>()) {
    start_curl();
    multi_->handle.reset(curl_multi_init());
    if (!multi_->handle) throw std::bad_alloc();
}

HttpStreams::~HttpStreams() {
    for (auto& [key, stream] : streams_)
        curl_multi_remove_handle(multi_->handle.get(), stream->handle.get());
}

bool HttpStreams::open(Key key, const HttpRequest& request) {
    auto headers = header_list(request.headers);
    if (!headers || !is_one_line(request.url) || streams_.contains(key)) return false;
    auto stream = std::make_unique<Stream>();
    stream->key = stream->news.key = key;
    stream->headers = std::move(*headers);
    stream->url = request.url;
    stream->handle.reset(curl_easy_init());
    if (!stream->handle) throw std::bad_alloc();
    auto set = [&](CURLoption option, auto value) { curl_easy_setopt(stream->handle.get(), option, value); };
    set_borders(stream->handle.get(), settings_.allow_private);
    set(CURLOPT_URL, stream->url.c_str());
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::chrono::milliseconds(settings_.connect).count()));
    set(CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(CURLOPT_LOW_SPEED_TIME, longest_silence);
    set(CURLOPT_USERAGENT, settings_.agent.c_str());
    set(CURLOPT_HTTPHEADER, stream->headers.get());
    set(CURLOPT_WRITEFUNCTION, &Stream::take_body);
    set(CURLOPT_WRITEDATA, static_cast<void*>(stream.get()));
    set(CURLOPT_HEADERFUNCTION, &Stream::take_header);
    set(CURLOPT_HEADERDATA, static_cast<void*>(stream.get()));
    set(CURLOPT_PRIVATE, static_cast<void*>(stream.get()));
    curl_multi_add_handle(multi_->handle.get(), stream->handle.get());
    streams_.emplace(key, std::move(stream));
    return true;
}

void HttpStreams::close(Key key) {
    const auto found = streams_.find(key);
    if (found == streams_.end()) return;
    curl_multi_remove_handle(multi_->handle.get(), found->second->handle.get());
    streams_.erase(found);
}

std::vector<HttpStreams::News> HttpStreams::wait(std::chrono::milliseconds longest) {
    int running = 0;
    curl_multi_perform(multi_->handle.get(), &running);
    curl_multi_poll(multi_->handle.get(), nullptr, 0, static_cast<int>(longest.count()), nullptr);
    curl_multi_perform(multi_->handle.get(), &running);
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_->handle.get(), &left)) {
        if (message->msg != CURLMSG_DONE) continue;
        Stream* stream = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &stream);
        if (stream) stream->news.has_ended = true;
    }
    std::vector<News> out;
    for (auto& [key, stream] : streams_) {
        if (!stream->news.has_begun && !stream->news.has_ended && stream->news.bytes.empty()) continue;
        out.push_back(std::move(stream->news));
        stream->news = {.key = key};
    }
    for (const auto& news : out)
        if (news.has_ended) close(news.key);
    return out;
}

void HttpStreams::wake() {
    curl_multi_wakeup(multi_->handle.get());
}

} // namespace net
