#include "http/wire_parser.h"

#include <gtest/gtest.h>

namespace http {
namespace {

struct Read {
    WireFault fault = WireFault::none;
    bool done = false;
    std::string body, rest;
    WireHead head;
};

/// Feeds the bytes `step` at a time, as a network may.
Read read(std::string_view bytes, std::size_t step = 1 << 20) {
    WireParser parser(1024, 10);
    Read out;
    std::string waiting;
    while (!bytes.empty() || !waiting.empty()) {
        auto before = waiting.size();
        waiting += bytes.substr(0, step);
        bool moved = waiting.size() > before;
        bytes.remove_prefix(std::min(step, bytes.size()));
        WireParser::Progress progress;
        if (!parser.head_done()) {
            progress = parser.feed_head(waiting);
            moved |= progress.consumed > 0;
            waiting.erase(0, progress.consumed);
        }
        if (progress.fault == WireFault::none && parser.head_done() && !parser.done()) {
            progress = parser.feed_body(waiting, [&](std::string_view piece) {
                out.body += piece;
                return out.body != "stop";
            });
            moved |= progress.consumed > 0;
            waiting.erase(0, progress.consumed);
        }
        out.fault = progress.fault;
        if (out.fault != WireFault::none || (parser.head_done() && parser.done()) || !moved) break;
    }
    out.done = parser.head_done() && parser.done();
    out.rest = waiting.append(bytes);
    out.head = parser.head();
    return out;
}

TEST(WireParser, reads_a_request_however_it_is_split) {
    std::string bytes = "\r\nPOST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                        "3;ext=1\r\nabc\r\n2\r\nde\r\n0\r\nX-Trailer: 1\r\n\r\nGET /";
    for (std::size_t step : {std::size_t{1}, std::size_t{2}, std::size_t{7}, bytes.size()}) {
        Read out = read(bytes, step);
        EXPECT_TRUE(out.done) << step;
        EXPECT_EQ(out.body, "abcde") << step;
        EXPECT_EQ(out.rest, "GET /") << step;
        EXPECT_FALSE(out.head.headers.has("X-Trailer"));
    }
}

TEST(WireParser, reads_an_empty_chunked_body_byte_by_byte) {
    Read out =
        read("POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: 1\r\n\r\nGET", 1);
    EXPECT_TRUE(out.done);
    EXPECT_EQ(out.body, "");
    EXPECT_EQ(out.rest, "GET");
}

TEST(WireParser, refuses_what_two_servers_could_read_differently) {
    struct Row {
        std::string_view headers;
        WireFault fault;
    };
    for (const Row& row :
         {Row{"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", WireFault::malformed},
          Row{"Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", WireFault::malformed},
          Row{"Content-Length: 3\r\nContent-Length: 3\r\n", WireFault::malformed},
          Row{"Content-Length: 3\r\nContent-Length: 4\r\n", WireFault::malformed},
          Row{"Content-Length: 3, 3\r\n", WireFault::malformed},
          Row{"Content-Length: +3\r\n", WireFault::malformed},
          Row{"Content-Length: -3\r\n", WireFault::malformed},
          Row{"Content-Length: 0x3\r\n", WireFault::malformed},
          Row{"Content-Length: 99999999999999999999999\r\n", WireFault::malformed},
          Row{"Transfer-Encoding: gzip, chunked\r\n", WireFault::coding},
          Row{"Transfer-Encoding: chunked, identity\r\n", WireFault::coding},
          Row{"Transfer-Encoding: identity\r\n", WireFault::coding},
          Row{"Transfer-Encoding : chunked\r\n", WireFault::malformed},
          Row{"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", WireFault::malformed},
          Row{"Host: y\r\n", WireFault::malformed}, Row{"X: 1\n", WireFault::malformed},
          Row{"X\0: 1\r\n", WireFault::malformed}, Row{" X: 1\r\n", WireFault::malformed},
          Row{"Transfer-Encoding:\r\n chunked\r\n", WireFault::malformed}}) {
        Read out = read("POST / HTTP/1.1\r\nHost: x\r\n" + std::string(row.headers) + "\r\nabc");
        EXPECT_EQ(out.fault, row.fault) << row.headers;
    }
    EXPECT_NE(read("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n").fault, WireFault::none);
    EXPECT_NE(read("GET / HTTP/1.1\r\n\r\n").fault, WireFault::none); // no host
    for (std::string_view chunk :
         {"zz\r\n", "-1\r\n", "ffffffffffffffffff\r\n", "3\r\nabcd\r\n0\r\n\r\n", "3\nabc\r\n"})
        EXPECT_FALSE(
            read("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + std::string(chunk))
                .done)
            << chunk;
}

TEST(WireParser, refuses_bad_request_lines) {
    for (std::string_view line :
         {"GET /", "GET  / HTTP/1.1", "GET / HTTP/2.0", "GET / HTTP/1.1 x", "G@T / HTTP/1.1",
          "GET\t/ HTTP/1.1", " GET / HTTP/1.1", "GET / http/1.1", "\x16\x03\x01\x02", "GET /\x01 HTTP/1.1"}) {
        Read out = read(std::string(line) + "\r\nHost: x\r\n\r\n");
        EXPECT_NE(out.fault, WireFault::none) << line;
    }
    EXPECT_EQ(read("GET / HTTP/2.0\r\nHost: x\r\n\r\n").fault, WireFault::version);
}

TEST(WireParser, bounds_size_and_number_of_headers) {
    std::string many = "GET / HTTP/1.1\r\nHost: x\r\n";
    for (int i = 0; i < 11; ++i)
        many += "X: 1\r\n";
    EXPECT_EQ(read(many + "\r\n").fault, WireFault::header_too_large);
    std::string large = "GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(1100, 'a');
    EXPECT_EQ(read(large).fault, WireFault::header_too_large);
    EXPECT_EQ(read(large, 10).fault, WireFault::header_too_large);
    std::string lines = "GET / HTTP/1.1\r\nHost: x\r\n";
    for (int i = 0; i < 4; ++i)
        lines += "X: " + std::string(300, 'a') + "\r\n";
    EXPECT_EQ(read(lines + "\r\n", 50).fault, WireFault::header_too_large);
    EXPECT_EQ(read("GET /" + std::string(2000, 'a') + " HTTP/1.1\r\n", 100).fault,
              WireFault::header_too_large);
}

TEST(WireParser, stops_when_the_sink_does) {
    EXPECT_EQ(read("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nstop").fault,
              WireFault::refused_by_sink);
}

TEST(WireParser, knows_when_a_connection_stays_open) {
    struct Row {
        std::string_view request;
        bool keep_alive;
    };
    for (const Row& row : {Row{"GET / HTTP/1.1\r\nHost: x\r\n\r\n", true},
                           Row{"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", false},
                           Row{"GET / HTTP/1.0\r\n\r\n", false},
                           Row{"GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", true}})
        EXPECT_EQ(read(row.request).head.keep_alive, row.keep_alive) << row.request;
}

} // namespace
} // namespace http
