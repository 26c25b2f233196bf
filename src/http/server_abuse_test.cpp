// What hostile clients do on bare sockets: each has a deadline and a bound per address, and people still get
// in.
#include "http/server_fixture.h"

#include <algorithm>
#include <vector>

namespace http::testing {
namespace {

using Clients = std::vector<std::unique_ptr<RawClient>>;

std::string get(std::string_view target) {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: x\r\n\r\n";
}

class AbuseTest : public ServerTest {
protected:
    void SetUp() override {
        options.limits.idle_time = options.limits.header_time = options.limits.body_grace = 20s;
        options.limits.drain_time = 2s;
        router.add(Method::get, "/", [](const Request& r) { return text(r.client); });
        router.add(Method::get, "/lama", [this](const Request& r) {
            gate.wait();
            std::lock_guard lock(mutex);
            order.push_back(r.client);
            return text("selesai");
        });
        router.add(Method::post, "/isi", in_memory(), [](const Request& r) { return text(r.body); });
        router.add(Method::post, "/unggah", upload(),
                   [](const Request& r) { return text(std::to_string(r.upload->size)); });
    }
    void open_gate() { gate.open(); }
    std::size_t open() { return server->metrics().open_connections; }

    Gate gate;
    std::mutex mutex;
    std::vector<std::string> order;
};

TEST_F(AbuseTest, who_waits_longest_makes_room_for_a_new_one_of_the_same_address) {
    options.limits.connections_per_address = 3;
    start();
    Clients idle;
    for (int i = 0; i < 3; ++i) {
        idle.push_back(std::make_unique<RawClient>(server->port(), "127.0.0.2"));
        EXPECT_EQ(idle.back()->get("/").status, 200);
    }
    EXPECT_EQ(idle[0]->get("/").status, 200); // the second waits longest now
    RawClient fresh(server->port(), "127.0.0.2");
    EXPECT_EQ(fresh.get("/").status, 200);
    EXPECT_TRUE(idle[1]->is_closed_within(2s));
    EXPECT_EQ(idle[0]->get("/").status, 200);
    EXPECT_EQ(idle[2]->get("/").status, 200);
    RawClient neighbour(server->port(), "127.0.0.3");
    EXPECT_EQ(neighbour.get("/").body, "127.0.0.3");
    EXPECT_EQ(server->metrics().made_room, 1u);
    EXPECT_EQ(server->metrics().refused_connections, 0u);
}

TEST_F(AbuseTest, headers_that_never_end_leave_room_for_everybody_else) {
    options.limits.connections = 40;
    start();
    Clients slow;
    for (int i = 0; i < 40; ++i) {
        slow.push_back(std::make_unique<RawClient>(server->port(), i % 2 == 0 ? "127.0.0.2" : "127.0.0.3"));
        slow.back()->send("GET / HTTP/1.1\r\nHost: x\r\nX-");
    }
    ASSERT_TRUE(becomes_true([&] { return open() == 40; }));
    for (int i = 0; i < 20; ++i) {
        RawClient person(server->port());
        EXPECT_EQ(person.get("/").status, 200) << i;
        slow[static_cast<std::size_t>(i)]->send("x");
    }
    EXPECT_LE(open(), 41u);
    EXPECT_GE(server->metrics().made_room, 1u);
}

TEST_F(AbuseTest, who_is_at_work_is_never_closed_for_another) {
    options.limits.connections_per_address = 2;
    options.workers = 2;
    start();
    RawClient one(server->port()), two(server->port());
    one.send(get("/lama"));
    two.send("POST /isi HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nab");
    ASSERT_TRUE(becomes_true([&] { return open() == 2; }));
    std::this_thread::sleep_for(50ms);
    RawClient three(server->port());
    EXPECT_TRUE(three.is_closed_within(2s));
    EXPECT_EQ(server->metrics().refused_connections, 1u);
    open_gate();
    EXPECT_EQ(one.read_answer().body, "selesai");
    EXPECT_EQ(two.ask("cd").body, "abcd");
    RawClient four(server->port());
    EXPECT_EQ(four.get("/").status, 200);
}

TEST_F(AbuseTest, requests_of_one_address_wait_for_each_other_and_not_others_for_them) {
    options.workers = 1;
    start();
    Clients many;
    for (int i = 0; i < 40; ++i) {
        many.push_back(std::make_unique<RawClient>(server->port(), "127.0.0.2"));
        many.back()->send(get("/lama"));
    }
    ASSERT_TRUE(becomes_true([&] { return server->metrics().queued == 39; }));
    RawClient person(server->port(), "127.0.0.3");
    person.send(get("/lama"));
    ASSERT_TRUE(becomes_true([&] { return server->metrics().queued == 40; }));
    open_gate();
    EXPECT_EQ(person.read_answer().body, "selesai");
    for (auto& client : many)
        EXPECT_EQ(client->read_answer().status, 200);
    std::lock_guard lock(mutex);
    EXPECT_LE(std::ranges::find(order, "127.0.0.3") - order.begin(), 2);
}

TEST_F(AbuseTest, an_address_has_so_many_requests_and_uploads_at_once_and_then_reads_why) {
    options.workers = 1;
    options.limits.queue_per_address = 2;
    options.limits.uploads_per_address = 2;
    start();
    Clients busy;
    for (int i = 0; i < 2; ++i) {
        busy.push_back(std::make_unique<RawClient>(server->port(), "127.0.0.2"));
        busy.back()->send(get("/lama"));
    }
    ASSERT_TRUE(becomes_true([&] { return server->metrics().queued == 1; }));
    RawClient third(server->port(), "127.0.0.2");
    Answer refused = third.get("/");
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.header("Retry-After"), "2");
    EXPECT_NE(refused.body.find("limit.reached"), std::string::npos);
    EXPECT_NE(refused.body.find("Terlalu banyak"), std::string::npos);
    open_gate();
    for (auto& client : busy)
        EXPECT_EQ(client->read_answer().status, 200);
    EXPECT_EQ(third.get("/").status, 200) << "a refusal leaves the connection open";

    Clients slow;
    for (int i = 0; i < 2; ++i) {
        slow.push_back(std::make_unique<RawClient>(server->port(), "127.0.0.2"));
        slow.back()->send("POST /unggah HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab");
    }
    auto files = [&] { return std::distance(std::filesystem::directory_iterator(uploads), {}); };
    ASSERT_TRUE(becomes_true([&] { return files() == 2; }));
    const std::string whole = "POST /unggah HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\na";
    RawClient another(server->port(), "127.0.0.2");
    EXPECT_EQ(another.ask(whole).status, 429);
    RawClient neighbour(server->port(), "127.0.0.3");
    EXPECT_EQ(neighbour.ask(whole).body, "1");
    for (auto& client : slow)
        EXPECT_EQ(client->ask("cde").body, "5");
}

TEST_F(AbuseTest, behind_a_proxy_each_client_is_counted_and_not_the_proxy) {
    options.trusted_proxies = {*parse_network("127.0.0.2")};
    options.limits.connections_per_address = 2;
    options.limits.queue_per_address = 1;
    options.workers = 1;
    start();
    auto ask = [&](RawClient& proxy, const char* client) {
        proxy.send("GET /lama HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: " + std::string(client) + "\r\n\r\n");
    };
    Clients proxy;
    for (int i = 0; i < 5; ++i)
        proxy.push_back(std::make_unique<RawClient>(server->port(), "127.0.0.2"));
    ask(*proxy[0], "2001:db8::1");
    ASSERT_TRUE(becomes_true([&] { return open() == 5; }));
    std::this_thread::sleep_for(50ms);
    ask(*proxy[1], "2001:db8::2"); // the same /64
    EXPECT_EQ(proxy[1]->read_answer().status, 429);
    ask(*proxy[2], "2001:db8:0:1::2");
    ASSERT_TRUE(becomes_true([&] { return server->metrics().queued == 1; }));
    open_gate();
    EXPECT_EQ(proxy[0]->read_answer().status, 200);
    EXPECT_EQ(proxy[2]->read_answer().status, 200);
}

TEST_F(AbuseTest, a_pipeline_that_is_never_read_ends_and_holds_no_worker) {
    options.workers = 1;
    options.limits.write_time = 300ms;
    router.add(Method::get, "/besar", [](const Request&) { return text(std::string(100'000, 'z')); });
    start();
    RawClient flooding(server->port(), "127.0.0.2");
    std::string many;
    for (int i = 0; i < 400; ++i)
        many += get("/besar");
    flooding.send(many.substr(0, 12'000));
    RawClient person(server->port());
    EXPECT_EQ(person.get("/").status, 200);
    EXPECT_TRUE(becomes_true([&] { return open() == 1; }));
}

TEST_F(AbuseTest, chunks_that_are_mostly_about_themselves_are_refused) {
    options.limits.chunk_overhead = 4'000;
    start();
    const std::string head = "POST /isi HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    RawClient honest(server->port());
    std::string small = head;
    for (int i = 0; i < 500; ++i)
        small += "1\r\nx\r\n";
    EXPECT_EQ(honest.ask(small + "0\r\n\r\n").body, std::string(500, 'x'));
    RawClient talking(server->port());
    std::string much = head;
    for (int i = 0; i < 100; ++i)
        much += "1;a=" + std::string(200, 'y') + "\r\nx\r\n";
    talking.send(much);
    EXPECT_EQ(talking.read_answer().status, 400);
}

TEST_F(AbuseTest, many_idle_connections_of_one_address_end_by_themselves) {
    options.limits.idle_time = options.limits.header_time = 300ms;
    start();
    Clients idle;
    for (int i = 0; i < 100; ++i)
        idle.push_back(std::make_unique<RawClient>(server->port(), "127.0.0.2"));
    ASSERT_TRUE(becomes_true([&] { return open() == 100; }));
    EXPECT_TRUE(becomes_true([&] { return open() == 0; }));
}

} // namespace
} // namespace http::testing
