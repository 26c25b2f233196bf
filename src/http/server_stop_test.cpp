#include "http/server_fixture.h"

namespace http::testing {
namespace {

class StopTest : public ServerTest {
protected:
    void SetUp() override {
        options.workers = 1;
        router.add(Method::get, "/lama", [this](const Request&) {
            ++running;
            gate.wait();
            return text("selesai");
        });
        router.add(Method::get, "/", [](const Request&) { return text("hai"); });
    }
    void TearDown() override {
        gate.open();
        ServerTest::TearDown();
    }
    Gate gate;
    std::atomic<int> running = 0;
};

constexpr std::string_view slow_request = "GET /lama HTTP/1.1\r\nHost: x\r\n\r\n";

TEST_F(StopTest, a_full_queue_is_answered_503_at_once) {
    options.limits.queue = 2;
    start();
    RawClient first(server->port()), second(server->port()), third(server->port()), fourth(server->port());
    first.send(slow_request);
    ASSERT_TRUE(becomes_true([&] { return running == 1; }));
    second.send(slow_request);
    third.send(slow_request);
    ASSERT_TRUE(becomes_true([&] { return server->metrics().queued == 2; }));
    Answer busy = fourth.get("/");
    EXPECT_EQ(busy.status, 503);
    EXPECT_EQ(busy.header("Retry-After"), "2");
    EXPECT_EQ(busy.header("Connection"), "keep-alive");
    EXPECT_EQ(server->metrics().refused_busy, 1u);
    gate.open();
    EXPECT_EQ(first.read_answer().body, "selesai");
    EXPECT_EQ(second.read_answer().body, "selesai");
    EXPECT_EQ(third.read_answer().body, "selesai");
    EXPECT_EQ(fourth.get("/").status, 200);
}

TEST_F(StopTest, stopping_lets_running_requests_finish_and_accepts_no_more) {
    start();
    RawClient running_client(server->port()), queued(server->port()), idle(server->port());
    EXPECT_EQ(idle.get("/").status, 200);
    running_client.send(slow_request);
    ASSERT_TRUE(becomes_true([&] { return running == 1; }));
    queued.send(slow_request);
    ASSERT_TRUE(becomes_true([&] { return server->metrics().queued == 1; }));
    std::thread stopper([&] { server->stop(); });
    EXPECT_TRUE(idle.is_closed_within(2s));
    EXPECT_TRUE(becomes_true([&] {
        try {
            RawClient late(server->port());
            return late.is_closed_within(50ms);
        } catch (const std::exception&) {
            return true;
        }
    }));
    gate.open();
    Answer answer = running_client.read_answer();
    EXPECT_EQ(answer.body, "selesai");
    EXPECT_EQ(answer.header("Connection"), "close");
    EXPECT_EQ(queued.read_answer().body, "selesai");
    stopper.join();
}

TEST_F(StopTest, stopping_waits_no_longer_than_its_deadline_for_clients) {
    options.limits.stop_time = 300ms;
    router.add(Method::post, "/unggah", upload(), [](const Request&) { return text("x"); });
    start();
    RawClient slow(server->port());
    slow.send("POST /unggah HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc");
    ASSERT_TRUE(becomes_true([&] { return !std::filesystem::is_empty(uploads); }));
    auto before = std::chrono::steady_clock::now();
    server->stop();
    EXPECT_LT(std::chrono::steady_clock::now() - before, 3s);
}

TEST_F(StopTest, a_request_that_waits_at_the_deadline_is_answered_not_dropped) {
    options.limits.stop_time = 200ms;
    start();
    RawClient first(server->port()), waiting(server->port());
    first.send(slow_request);
    ASSERT_TRUE(becomes_true([&] { return running == 1; }));
    waiting.send(slow_request);
    ASSERT_TRUE(becomes_true([&] { return server->metrics().queued == 1; }));
    std::thread stopper([&] { server->stop(); });
    EXPECT_EQ(waiting.read_answer().status, 503);
    gate.open();
    stopper.join();
    EXPECT_EQ(running, 1);
}

TEST_F(StopTest, a_taken_address_is_said_with_its_name) {
    start();
    Server second(Router(), options);
    std::string taken = "127.0.0.1:" + std::to_string(server->port());
    auto started = second.start(taken);
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().kind, base::Kind::unavailable);
    EXPECT_NE(started.error().detail.find(taken), std::string::npos);
    for (const char* listen : {"", "8080", "127.0.0.1:x", "bukan.alamat.invalid:80", "127.0.0.1:70000"})
        EXPECT_FALSE(Server(Router(), options).start(listen)) << listen;
}

TEST_F(StopTest, several_loops_share_the_connections) {
    options.io_threads = 3;
    options.workers = 4;
    start();
    std::vector<std::thread> threads;
    std::atomic<int> good = 0;
    for (int t = 0; t < 6; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 5; ++i) {
                RawClient client(server->port());
                for (int k = 0; k < 20; ++k)
                    good += client.get("/").status == 200;
            }
        });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(good, 600);
}

} // namespace
} // namespace http::testing
