#include "http/form.h"
#include "http/server_fixture.h"

#include <fstream>
#include <random>

namespace http::testing {
namespace {

/// Resident memory of this process in bytes.
std::size_t resident() {
    std::ifstream statm("/proc/self/statm");
    std::size_t all = 0, pages = 0;
    statm >> all >> pages;
    return pages * static_cast<std::size_t>(::getpagesize());
}

std::string post(std::string_view path, std::string_view headers) {
    return "POST " + std::string(path) + " HTTP/1.1\r\nHost: x\r\n" + std::string(headers) + "\r\n";
}

class BodiesTest : public ServerTest {
protected:
    void SetUp() override {
        options.limits.body_grace = 400ms;
        options.limits.drain_time = 3s;
        router.add(Method::post, "/isi", in_memory(1000), [](const Request& r) { return text(r.body); });
        router.add(Method::post, "/unggah", upload(), [this](const Request& r) {
            std::lock_guard lock(mutex);
            if (!r.upload) return text("kosong");
            std::ifstream in(r.upload->path, std::ios::binary);
            received.assign(std::istreambuf_iterator<char>(in), {});
            return text(std::to_string(r.upload->size));
        });
        router.add(Method::post, "/ukur", upload(),
                   [](const Request& r) { return text(std::to_string(r.upload->size)); });
        router.add(Method::post, "/formulir", upload(), [](const Request& r) -> base::Result<Response> {
            auto form = parse_form(r);
            if (!form) return base::pass(form);
            return text(std::string(form->value("isi")) + " " + std::string(form->file("foto")->bytes));
        });
        router.add(Method::get, "/", [](const Request&) { return text("hai"); });
    }
    std::mutex mutex;
    std::string received;
};

TEST_F(BodiesTest, an_upload_of_30_mb_goes_to_disk_with_flat_memory) {
    start();
    std::string piece(1 << 20, 'x');
    RawClient client(server->port());
    auto send_pieces = [&](unsigned count) {
        client.send(post("/ukur", "Content-Length: " + std::to_string(count << 20) + "\r\n"));
        for (unsigned i = 0; i < count; ++i)
            ASSERT_TRUE(client.send(piece));
        EXPECT_EQ(client.read_answer().body, std::to_string(count << 20));
    };
    send_pieces(4);
    std::size_t before = resident();
    send_pieces(30);
    EXPECT_LT(resident(), before + (8u << 20));
    EXPECT_TRUE(becomes_true([&] { return std::filesystem::is_empty(uploads); }));
}

TEST_F(BodiesTest, an_upload_keeps_every_byte_whether_chunked_or_not) {
    start();
    std::mt19937 chance(3);
    std::string bytes;
    while (bytes.size() < 300'000)
        bytes += static_cast<char>(chance());
    RawClient client(server->port());
    client.send(post("/unggah", "Content-Length: " + std::to_string(bytes.size()) + "\r\n"));
    EXPECT_EQ(client.ask(bytes).body, "300000");
    EXPECT_EQ(received, bytes);
    client.send(post("/unggah", "Transfer-Encoding: chunked\r\n"));
    for (std::size_t at = 0; at < bytes.size(); at += 7000) {
        std::string chunk = bytes.substr(at, 7000);
        char size[16];
        std::snprintf(size, sizeof size, "%zx\r\n", chunk.size());
        client.send(size + chunk + "\r\n");
    }
    EXPECT_EQ(client.ask("0\r\n\r\n").body, "300000");
    EXPECT_EQ(received, bytes);
    EXPECT_EQ(client.ask(post("/unggah", "Content-Length: 0\r\n")).body, "kosong");
}

TEST_F(BodiesTest, a_form_with_a_photo_is_read_from_disk) {
    start();
    std::string body =
        "--b\r\nContent-Disposition: form-data; name=\"isi\"\r\n\r\nrusak\r\n"
        "--b\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"a\"\r\n\r\n\xff\xd8\r\n--b--\r\n";
    RawClient client(server->port());
    Answer answer =
        client.ask(post("/formulir", "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: " +
                                         std::to_string(body.size()) + "\r\n") +
                   body);
    EXPECT_EQ(answer.body, "rusak \xff\xd8");
    EXPECT_EQ(
        client
            .ask(post("/formulir", "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 4\r\n") +
                 "rusa")
            .status,
        400);
}

TEST_F(BodiesTest, a_client_that_sends_too_much_still_sees_the_answer) {
    start();
    // Announced too large: refused at once, and what the client sends anyway is read away.
    RawClient announced(server->port());
    announced.send(post("/ukur", "Content-Length: " + std::to_string(36u << 20) + "\r\n"));
    std::string piece(1 << 20, 'x');
    for (int i = 0; i < 36; ++i)
        ASSERT_TRUE(announced.send(piece)) << i;
    EXPECT_EQ(announced.read_answer().status, 413);
    EXPECT_TRUE(announced.is_closed_within(5s));
    // Not announced: refused when the limit is passed.
    RawClient chunked(server->port());
    chunked.send(post("/isi", "Transfer-Encoding: chunked\r\n"));
    for (int i = 0; i < 20; ++i)
        ASSERT_TRUE(chunked.send("64\r\n" + std::string(100, 'x') + "\r\n"));
    EXPECT_EQ(chunked.read_answer().status, 413);
    RawClient exact(server->port());
    EXPECT_EQ(exact.ask(post("/isi", "Content-Length: 1000\r\n") + std::string(1000, 'y')).status, 200);
}

TEST_F(BodiesTest, a_client_that_asks_first_is_told_to_go_on_or_not) {
    start();
    RawClient client(server->port());
    client.send(post("/isi", "Content-Length: 3\r\nExpect: 100-continue\r\n"));
    ASSERT_TRUE(client.read_until("HTTP/1.1 100 Continue\r\n\r\n"));
    client.unread.clear();
    EXPECT_EQ(client.ask("abc").body, "abc");
    RawClient large(server->port());
    EXPECT_EQ(large.ask(post("/isi", "Content-Length: 2000\r\nExpect: 100-continue\r\n")).status, 413);
}

TEST_F(BodiesTest, a_body_that_stops_or_crawls_is_408_and_leaves_no_file) {
    options.limits.body_bytes_per_second = 1000;
    start();
    RawClient stopped(server->port());
    EXPECT_EQ(stopped.ask(post("/unggah", "Content-Length: 1000\r\n") + "abc").status, 408);
    RawClient crawling(server->port());
    crawling.send(post("/unggah", "Content-Length: 100000\r\n"));
    for (int i = 0; i < 30; ++i) {
        crawling.send("x");
        std::this_thread::sleep_for(50ms);
    }
    EXPECT_EQ(crawling.read_answer().status, 408);
}

TEST_F(BodiesTest, slow_uploads_hold_no_worker) {
    options.workers = 1;
    options.limits.body_grace = 20s;
    start();
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < 20; ++i) {
        slow.push_back(std::make_unique<RawClient>(server->port()));
        slow.back()->send(post("/unggah", "Content-Length: 1000\r\n") + "abc");
    }
    RawClient quick(server->port());
    EXPECT_EQ(quick.get("/").body, "hai");
    slow.clear();
    EXPECT_TRUE(becomes_true([&] { return std::filesystem::is_empty(uploads); }));
}

TEST_F(BodiesTest, uploads_and_memory_have_a_common_bound) {
    options.limits.uploads = 1;
    options.limits.memory_for_bodies = 500;
    options.limits.body_grace = 20s;
    start();
    RawClient first(server->port());
    first.send(post("/unggah", "Content-Length: 10\r\n") + "abc");
    ASSERT_TRUE(becomes_true([&] { return !std::filesystem::is_empty(uploads); }));
    RawClient second(server->port());
    Answer busy = second.ask(post("/unggah", "Content-Length: 3\r\n") + "abc");
    EXPECT_EQ(busy.status, 503);
    EXPECT_EQ(busy.header("Retry-After"), "2");
    EXPECT_EQ(first.ask("defghij").body, "10");
    RawClient third(server->port());
    EXPECT_EQ(third.ask(post("/isi", "Content-Length: 600\r\n") + std::string(600, 'x')).status, 503);
    RawClient fourth(server->port());
    EXPECT_EQ(fourth.ask(post("/isi", "Content-Length: 400\r\n") + std::string(400, 'x')).status, 200);
}

TEST_F(BodiesTest, a_large_answer_reaches_a_slow_reader_without_a_worker) {
    auto path = uploads.parent_path() / (uploads.filename().string() + ".bin");
    std::ofstream(path, std::ios::binary) << std::string(20 << 20, 'z');
    router.add(Method::get, "/berkas", [path](const Request&) { return file(path, "image/jpeg"); });
    router.add(Method::get, "/besar",
               [](const Request&) { return bytes(std::string(20 << 20, 'z'), "image/jpeg"); });
    options.workers = 1;
    start();
    RawClient one(server->port()), two(server->port()), quick(server->port());
    one.send("GET /berkas HTTP/1.1\r\nHost: x\r\n\r\n");
    two.send("GET /besar HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(quick.get("/").body, "hai");
    EXPECT_EQ(one.read_answer().body, std::string(20 << 20, 'z'));
    EXPECT_EQ(two.read_answer().body, std::string(20 << 20, 'z'));
    RawClient some(server->port());
    Answer piece = some.get("/berkas", "Range: bytes=-5\r\n");
    EXPECT_EQ(piece.status, 206);
    EXPECT_EQ(piece.body, "zzzzz");
    std::filesystem::remove(path);
}

TEST_F(BodiesTest, a_reader_that_takes_nothing_is_let_go) {
    options.limits.write_time = 300ms;
    router.add(Method::get, "/besar",
               [](const Request&) { return bytes(std::string(40 << 20, 'z'), "image/jpeg"); });
    start();
    RawClient client(server->port());
    client.send("GET /besar HTTP/1.1\r\nHost: x\r\n\r\n");
    ASSERT_TRUE(becomes_true([&] { return server->metrics().bytes_out > 0; }));
    EXPECT_TRUE(becomes_true([&] { return server->metrics().open_connections == 0; }));
}

} // namespace
} // namespace http::testing
