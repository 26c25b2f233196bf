#include "http/server_fixture.h"

namespace http::testing {
namespace {

class StreamsTest : public ServerTest {
protected:
    void SetUp() override {
        options.limits.heartbeat = 200ms;
        router.add(Method::get, "/aliran", [this](const Request&) {
            auto stream = std::make_shared<EventStream>(64 * 1024);
            std::lock_guard lock(mutex);
            streams.push_back(stream);
            return events(stream);
        });
        router.add(Method::get, "/", [](const Request&) { return text("hai"); });
    }
    std::unique_ptr<RawClient> subscribe() {
        auto client = std::make_unique<RawClient>(server->port());
        client->send("GET /aliran HTTP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_TRUE(client->read_until("\r\n\r\n"));
        EXPECT_NE(client->unread.find("Content-Type: text/event-stream"), std::string::npos);
        client->unread.clear();
        return client;
    }
    std::mutex mutex;
    std::vector<std::shared_ptr<EventStream>> streams;
};

TEST_F(StreamsTest, every_client_gets_every_event_and_none_holds_a_worker) {
    options.workers = 1;
    start();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 8; ++i)
        clients.push_back(subscribe());
    EXPECT_EQ(server->metrics().open_streams, 8u);
    for (int n = 0; n < 20; ++n)
        for (auto& stream : streams)
            EXPECT_TRUE(stream->send({.data = std::to_string(n), .name = "kasus"}));
    for (auto& client : clients)
        EXPECT_TRUE(client->read_until("event: kasus\ndata: 19\n\n"));
    for (auto& client : clients)
        EXPECT_TRUE(client->read_until(":\n\n")); // heartbeat
    RawClient other(server->port());
    EXPECT_EQ(other.get("/").status, 200);
}

TEST_F(StreamsTest, a_leaving_client_ends_its_stream_and_no_other) {
    start();
    auto leaving = subscribe();
    auto staying = subscribe();
    std::atomic<bool> told = false;
    streams[0]->on_close([&] { told = true; });
    leaving->leave();
    EXPECT_TRUE(becomes_true([&] { return !streams[0]->is_open(); }));
    EXPECT_TRUE(becomes_true([&] { return told.load(); }));
    EXPECT_TRUE(streams[1]->send({.data = "masih"}));
    EXPECT_TRUE(staying->read_until("data: masih\n\n"));
    EXPECT_TRUE(becomes_true([&] { return server->metrics().open_streams == 1; }));
}

TEST_F(StreamsTest, a_client_that_never_reads_is_dropped) {
    options.limits.write_time = 400ms;
    start();
    auto client = subscribe();
    std::string much(8 * 1024, 'x');
    EXPECT_TRUE(becomes_true([&] { return !streams[0]->send({.data = much}); }, 20s));
    EXPECT_TRUE(becomes_true([&] { return server->metrics().open_streams == 0; }));
}

TEST_F(StreamsTest, the_server_closes_a_stream_after_its_last_event) {
    start();
    auto client = subscribe();
    streams[0]->send({.data = "akhir"});
    streams[0]->close();
    EXPECT_TRUE(client->is_closed_within(2s));
    EXPECT_EQ(client->unread, "data: akhir\n\n");
}

TEST_F(StreamsTest, more_streams_than_allowed_are_503) {
    options.limits.event_streams = 1;
    start();
    auto client = subscribe();
    RawClient second(server->port());
    EXPECT_EQ(second.get("/aliran").status, 503);
    ASSERT_EQ(streams.size(), 2u);
    EXPECT_FALSE(streams[1]->is_open());
}

TEST_F(StreamsTest, stopping_closes_streams_at_once) {
    start();
    auto client = subscribe();
    auto before = std::chrono::steady_clock::now();
    server->stop();
    EXPECT_LT(std::chrono::steady_clock::now() - before, 3s);
    EXPECT_FALSE(streams[0]->is_open());
    EXPECT_TRUE(client->is_closed_within(1s));
}

TEST_F(StreamsTest, a_head_request_opens_no_stream) {
    start();
    RawClient client(server->port());
    EXPECT_EQ(client.ask("HEAD /aliran HTTP/1.1\r\nHost: x\r\n\r\n", RawClient::Body::none).status, 200);
    EXPECT_TRUE(becomes_true([&] { return !streams[0]->is_open(); }));
}

} // namespace
} // namespace http::testing
