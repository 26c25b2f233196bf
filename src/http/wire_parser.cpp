#include "http/wire_parser.h"

#include "http/asio.h"

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>

namespace http {
namespace beast_http = boost::beast::http;
namespace {

std::string_view view(boost::beast::string_view text) {
    return {text.data(), text.size()};
}

bool all_digits(std::string_view text) {
    return !text.empty() && text.size() <= 18 &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// A header continued on the next line (RFC 9112, 5.2): may be refused, and others may read it differently.
bool has_folded_line(std::string_view head) {
    head = head.substr(0, head.find("\r\n\r\n"));
    return head.find("\r\n ") != std::string_view::npos || head.find("\r\n\t") != std::string_view::npos;
}

WireFault fault_of(boost::system::error_code error) {
    if (error == beast_http::error::header_limit) return WireFault::header_too_large;
    if (error == beast_http::error::bad_version) return WireFault::version;
    return WireFault::malformed;
}

} // namespace

struct WireParser::Parser : beast_http::basic_parser<true> {
    WireHead head;
    std::size_t max_bytes;
    std::size_t max_count;
    std::size_t head_bytes = 0;
    bool in_head = true;
    WireFault own_fault = WireFault::none;
    const Sink* sink = nullptr;

    Parser(std::size_t bytes, std::size_t count) : max_bytes(bytes), max_count(count) {
        header_limit(static_cast<std::uint32_t>(bytes));
        body_limit(boost::none);
    }

    void stop(WireFault fault, boost::system::error_code& error) {
        own_fault = fault;
        error = beast_http::error::bad_value;
    }

    void on_request_impl(beast_http::verb, boost::beast::string_view method, boost::beast::string_view target,
                         int version, boost::system::error_code&) override {
        head.method = view(method);
        head.target = view(target);
        head.version = version;
    }
    void on_response_impl(int, boost::beast::string_view, int, boost::system::error_code&) override {}
    void on_field_impl(beast_http::field, boost::beast::string_view name, boost::beast::string_view value,
                       boost::system::error_code& error) override {
        if (!in_head) return; // trailers are dropped: nothing after the body may change what the head said
        if (head.headers.size() >= max_count) return stop(WireFault::header_too_large, error);
        head.headers.add(std::string(view(name)), std::string(view(value)));
    }
    void on_header_impl(boost::system::error_code& error) override {
        in_head = false;
        auto lengths = head.headers.all("Content-Length");
        auto codings = head.headers.all("Transfer-Encoding");
        if (lengths.size() > 1 || (!lengths.empty() && !all_digits(lengths.front())))
            return stop(WireFault::malformed, error);
        if (!codings.empty()) {
            if (codings.size() > 1 || !lengths.empty() || head.version < 11)
                return stop(WireFault::malformed, error);
            if (!same_ignoring_case(codings.front(), "chunked")) return stop(WireFault::coding, error);
        }
        auto hosts = head.headers.all("Host").size();
        if (hosts > 1 || (hosts == 0 && head.version == 11)) return stop(WireFault::malformed, error);
        head.chunked = chunked();
        if (auto length = content_length()) head.length = *length;
        head.keep_alive = keep_alive();
        head.expects_continue =
            head.version == 11 && same_ignoring_case(head.headers.value("Expect"), "100-continue");
    }
    void on_body_init_impl(const boost::optional<std::uint64_t>&, boost::system::error_code&) override {}
    std::size_t on_body_impl(boost::beast::string_view bytes, boost::system::error_code& error) override {
        if (!(*sink)(view(bytes))) stop(WireFault::refused_by_sink, error);
        return bytes.size();
    }
    void on_chunk_header_impl(std::uint64_t, boost::beast::string_view, boost::system::error_code&) override {
    }
    std::size_t on_chunk_body_impl(std::uint64_t, boost::beast::string_view bytes,
                                   boost::system::error_code& error) override {
        if (!(*sink)(view(bytes))) stop(WireFault::refused_by_sink, error);
        return bytes.size();
    }
    void on_finish_impl(boost::system::error_code&) override {}

    Progress put_some(std::string_view bytes) {
        boost::system::error_code error;
        Progress progress;
        progress.consumed = put(boost::asio::const_buffer(bytes.data(), bytes.size()), error);
        if (error && error != beast_http::error::need_more)
            progress.fault = own_fault == WireFault::none ? fault_of(error) : own_fault;
        return progress;
    }
};

WireParser::WireParser(std::size_t header_bytes, std::size_t header_count)
    : parser_(std::make_unique<Parser>(header_bytes, header_count)) {}
WireParser::~WireParser() = default;

WireParser::Progress WireParser::feed_head(std::string_view bytes) {
    std::size_t skipped = 0;
    if (parser_->head_bytes == 0) // RFC 9112, 2.2: empty lines before a request line are ignored
        while (bytes.substr(skipped).starts_with("\r\n"))
            skipped += 2;
    bytes.remove_prefix(skipped);
    if (bytes.empty() || bytes == "\r") return {.consumed = skipped};
    if (has_folded_line(bytes)) return {.consumed = skipped, .fault = WireFault::malformed};
    Progress progress = parser_->put_some(bytes);
    parser_->head_bytes += progress.consumed;
    std::size_t pending = head_done() ? 0 : bytes.size() - progress.consumed;
    if (progress.fault == WireFault::none && parser_->head_bytes + pending > parser_->max_bytes)
        progress.fault = WireFault::header_too_large;
    progress.consumed += skipped;
    return progress;
}

bool WireParser::head_done() const {
    return parser_->is_header_done();
}
const WireHead& WireParser::head() const {
    return parser_->head;
}
bool WireParser::done() const {
    return parser_->is_done();
}

WireParser::Progress WireParser::feed_body(std::string_view bytes, const Sink& sink) {
    Progress progress;
    parser_->eager(true);
    parser_->sink = &sink;
    // Beast asserts five bytes once it has seen the last chunk's size; no unfinished chunked body has fewer
    // to come.
    const std::size_t least = parser_->head.chunked ? std::string_view("0\r\n\r\n").size() : 1;
    while (!done() && bytes.size() - progress.consumed >= least) {
        Progress step = parser_->put_some(bytes.substr(progress.consumed));
        progress.consumed += step.consumed;
        progress.fault = step.fault;
        if (step.fault != WireFault::none || step.consumed == 0) break;
    }
    parser_->sink = nullptr;
    return progress;
}

} // namespace http
