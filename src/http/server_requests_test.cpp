#include "http/server_fixture.h"

#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <sstream>

namespace http::testing {
namespace {

class RequestsTest : public ServerTest {
protected:
    void SetUp() override {
        options.limits.header_time = 400ms;
        options.limits.idle_time = 400ms;
        options.limits.drain_time = 2s;
        router.add(Method::get, "/",
                   [](const Request& r) { return text("hai " + std::string(r.query.value("n"))); });
        router.add(Method::get, "/klien",
                   [](const Request& r) { return text(r.client + " " + r.scheme + " " + r.host); });
        router.add(Method::get, "/laporan/{code}",
                   [](const Request& r) { return text(std::string(r.param("code"))); });
        router.add(Method::post, "/isi", [](const Request& r) { return text(r.body); });
    }
};

TEST_F(RequestsTest, answers_a_request_that_arrives_byte_by_byte) {
    options.limits.header_time = 10s;
    start();
    RawClient client(server->port());
    for (char c : std::string_view("GET /?n=1 HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
        client.send({&c, 1});
        std::this_thread::sleep_for(1ms);
    }
    EXPECT_EQ(client.read_answer().body, "hai 1");
}

TEST_F(RequestsTest, answers_pipelined_requests_in_order) {
    start();
    RawClient client(server->port());
    std::string all;
    for (int i = 0; i < 50; ++i) {
        all += "GET /?n=" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\n\r\n";
        all += "POST /isi HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n" + std::to_string(10 + i);
    }
    client.send(all);
    for (int i = 0; i < 50; ++i) {
        EXPECT_EQ(client.read_answer().body, "hai " + std::to_string(i));
        EXPECT_EQ(client.read_answer().body, std::to_string(10 + i));
    }
}

TEST_F(RequestsTest, closes_when_the_client_asks_and_stays_open_when_not) {
    start();
    RawClient closing(server->port());
    Answer answer = closing.get("/", "Connection: close\r\n");
    EXPECT_EQ(answer.header("Connection"), "close");
    EXPECT_TRUE(closing.is_closed_within(2s));
    RawClient old(server->port());
    EXPECT_EQ(old.ask("GET / HTTP/1.0\r\n\r\n").status, 200);
    EXPECT_TRUE(old.is_closed_within(2s));
    RawClient keeping(server->port());
    EXPECT_EQ(keeping.get("/").header("Connection"), "keep-alive");
    EXPECT_EQ(keeping.get("/").status, 200);
}

TEST_F(RequestsTest, refuses_what_it_cannot_read_and_says_so) {
    start();
    struct Row {
        std::string request;
        int status;
    };
    const std::string head = " HTTP/1.1\r\nHost: x\r\n";
    for (const Row& row :
         {Row{"GARIS RUSAK\r\n\r\n", 400}, Row{"GET /%00" + head + "\r\n", 400},
          Row{"GET /?a=%ff" + head + "\r\n", 400}, Row{"GET / HTTP/1.1\r\n\r\n", 400},
          Row{"GET / HTTP/3.0\r\nHost: x\r\n\r\n", 505},
          Row{"GET /" + head + "X: " + std::string(17'000, 'x') + "\r\n\r\n", 431},
          Row{"GET /" + std::string(20'000, 'x') + head + "\r\n", 431},
          Row{"POST /isi" + head + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
          Row{"POST /isi" + head + "Content-Length: 1\r\nContent-Length: 1\r\n\r\nx", 400},
          Row{"POST /isi" + head + "Transfer-Encoding: gzip\r\n\r\n", 501},
          Row{"POST /isi" + head + "Expect: teh\r\nContent-Length: 1\r\n\r\nx", 417},
          Row{"POST /isi" + head + "Content-Length: 3000000\r\n\r\n", 413},
          Row{"GET /" + head + "Content-Length: 3\r\n\r\nabc", 413},
          Row{"POST /isi" + head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n", 400}}) {
        RawClient client(server->port());
        Answer answer = client.ask(row.request);
        EXPECT_EQ(answer.status, row.status) << row.request.substr(0, 80);
        EXPECT_EQ(answer.header("Connection"), "close") << row.request.substr(0, 80);
        EXPECT_EQ(answer.header("X-Request-Id").size(), 13u);
        EXPECT_NE(answer.body.find("\"problem\""), std::string::npos);
        EXPECT_NE(answer.header("Content-Security-Policy"), "");
    }
}

TEST_F(RequestsTest, knows_paths_and_methods) {
    start();
    RawClient client(server->port());
    EXPECT_EQ(client.get("/tidak/ada").status, 404);
    Answer options_answer = client.ask("OPTIONS / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(options_answer.status, 405);
    EXPECT_EQ(options_answer.header("Allow"), "GET, HEAD");
    EXPECT_EQ(client.ask("BREW / HTTP/1.1\r\nHost: x\r\n\r\n").status, 405);
    Answer head = client.ask("HEAD /?n=12345 HTTP/1.1\r\nHost: x\r\n\r\n", RawClient::Body::none);
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.header("Content-Length"), "9");
    EXPECT_EQ(client.get("/laporan/TGP%2D1").body, "TGP-1"); // nothing of the HEAD is left over
    RawClient browser(server->port());
    EXPECT_NE(browser.get("/tidak", "Accept: text/html\r\n").body.find("<!doctype html>"), std::string::npos);
}

TEST_F(RequestsTest, a_slow_header_times_out_while_others_are_served) {
    start();
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < 50; ++i) {
        slow.push_back(std::make_unique<RawClient>(server->port()));
        slow.back()->send("GET / HTTP/1.1\r\nHost: x\r\nX-");
    }
    RawClient quick(server->port());
    EXPECT_EQ(quick.get("/?n=1").body, "hai 1");
    for (auto& client : slow)
        EXPECT_EQ(client->read_answer().status, 408);
}

TEST_F(RequestsTest, an_idle_connection_is_closed_without_a_word) {
    start();
    RawClient never(server->port());
    RawClient served(server->port());
    EXPECT_EQ(served.get("/").status, 200);
    EXPECT_TRUE(never.is_closed_within(3s));
    EXPECT_TRUE(served.is_closed_within(3s));
    EXPECT_EQ(never.unread + served.unread, "");
    EXPECT_TRUE(becomes_true([&] { return server->metrics().open_connections == 0; }));
}

TEST_F(RequestsTest, believes_a_trusted_proxy_and_no_other) {
    options.trusted_proxies = {*parse_network("127.0.0.0/8")};
    start();
    const char* headers = "X-Forwarded-For: 6.6.6.6, 203.0.113.7\r\nX-Forwarded-Proto: https\r\n";
    RawClient client(server->port());
    Answer answer = client.get("/klien", headers);
    EXPECT_EQ(answer.body, "203.0.113.7 https localhost");
    EXPECT_NE(answer.header("Strict-Transport-Security"), "");

    ServerOptions strict = options;
    strict.trusted_proxies = {*parse_network("10.0.0.0/8")};
    Router other;
    other.add(Method::get, "/klien", [](const Request& r) { return text(r.client + " " + r.scheme); });
    Server second(std::move(other), strict);
    ASSERT_TRUE(second.start("127.0.0.1:0"));
    RawClient direct(second.port());
    EXPECT_EQ(direct.get("/klien", headers).body, "127.0.0.1 http");
}

TEST_F(RequestsTest, counts_and_logs_by_pattern_without_secrets) {
    std::ostringstream log;
    auto before = spdlog::default_logger();
    spdlog::set_default_logger(
        std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(log)));
    start();
    RawClient client(server->port());
    Answer answer = client.get("/laporan/RAHASIA-1?token=RAHASIA-2");
    client.get("/tidak/RAHASIA-3");
    server->stop();
    spdlog::set_default_logger(before);
    EXPECT_NE(log.str().find("request id=" + answer.header("X-Request-Id") +
                             " method=GET route=/laporan/{code} status=200"),
              std::string::npos)
        << log.str();
    EXPECT_EQ(log.str().find("RAHASIA"), std::string::npos) << log.str();

    Metrics metrics = server->metrics();
    for (const RouteMetrics& row : metrics.routes) {
        if (row.pattern == "/laporan/{code}") EXPECT_EQ(row.by_class[1], 1u);
        if (row.pattern.empty()) EXPECT_EQ(row.by_class[3], 1u);
    }
    EXPECT_GT(metrics.bytes_out, 0u);
    EXPECT_GT(metrics.bytes_in, 0u);
}

} // namespace
} // namespace http::testing
