#include "http/server_fixture.h"

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace http::testing {
namespace {

/// One TLS connection; `certificate_name` is who the server says it is.
class TlsClient {
public:
    explicit TlsClient(std::uint16_t port, int newest = 0) : context_(SSL_CTX_new(TLS_client_method())) {
        if (newest != 0) {
            SSL_CTX_set_min_proto_version(context_, newest);
            SSL_CTX_set_max_proto_version(context_, newest);
            SSL_CTX_set_security_level(context_, 0);
        }
        socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        timeval patience{.tv_sec = 10, .tv_usec = 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        EXPECT_EQ(::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to), 0);
        ssl_ = SSL_new(context_);
        SSL_set_fd(ssl_, socket_);
        connected = SSL_connect(ssl_) == 1;
    }
    TlsClient(const TlsClient&) = delete;
    TlsClient& operator=(const TlsClient&) = delete;
    ~TlsClient() {
        SSL_free(ssl_);
        SSL_CTX_free(context_);
        ::close(socket_);
    }
    std::string certificate_name() {
        X509* certificate = SSL_get1_peer_certificate(ssl_);
        char name[200] = "";
        X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name, sizeof name);
        X509_free(certificate);
        return name;
    }
    std::string get(std::string_view path) {
        std::string request = "GET " + std::string(path) + " HTTP/1.1\r\nHost: x\r\n\r\n";
        SSL_write(ssl_, request.data(), static_cast<int>(request.size()));
        std::string answer;
        char bytes[4096];
        while (answer.find("selamat") == std::string::npos) {
            int got = SSL_read(ssl_, bytes, sizeof bytes);
            if (got <= 0) break;
            answer.append(bytes, static_cast<std::size_t>(got));
        }
        return answer;
    }
    bool connected = false;

private:
    SSL_CTX* context_;
    SSL* ssl_ = nullptr;
    int socket_ = -1;
};

class TlsTest : public ServerTest {
protected:
    void SetUp() override {
        make("satu");
        options.tls = TlsFiles{.certificate = folder / "cert.pem", .key = folder / "key.pem"};
        options.limits.tls_check = 20s;
        router.add(Method::get, "/", [](const Request& r) { return text(r.scheme + " selamat"); });
        router.add(Method::get, "/besar",
                   [](const Request&) { return bytes(std::string(3 << 20, 'x') + "selamat", "image/png"); });
    }
    void TearDown() override {
        ServerTest::TearDown();
        std::filesystem::remove_all(folder);
    }
    void make(const std::string& name) const {
        std::string command =
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=" +
            name + " -keyout " + (folder / "key.new").string() + " -out " + (folder / "cert.new").string() +
            " 2>/dev/null";
        ASSERT_EQ(std::system(command.c_str()), 0);
        std::filesystem::rename(folder / "key.new", folder / "key.pem");
        std::filesystem::rename(folder / "cert.new", folder / "cert.pem");
    }
    std::filesystem::path folder = [] {
        std::string name = (std::filesystem::temp_directory_path() / "http_tls_XXXXXX").string();
        return std::filesystem::path(::mkdtemp(name.data()));
    }();
};

TEST_F(TlsTest, serves_https_and_says_so) {
    start();
    TlsClient client(server->port());
    ASSERT_TRUE(client.connected);
    EXPECT_EQ(client.certificate_name(), "satu");
    std::string answer = client.get("/");
    EXPECT_NE(answer.find("https selamat"), std::string::npos);
    EXPECT_NE(answer.find("Strict-Transport-Security"), std::string::npos);
    EXPECT_GT(client.get("/besar").size(), std::size_t{3 << 20});
    TlsClient old(server->port(), TLS1_1_VERSION);
    EXPECT_FALSE(old.connected);
    TlsClient current(server->port(), TLS1_2_VERSION);
    EXPECT_TRUE(current.connected);
}

TEST_F(TlsTest, plain_http_on_the_tls_port_gets_nothing_and_harms_nobody) {
    start();
    RawClient plain(server->port());
    plain.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_TRUE(plain.is_closed_within(3s));
    TlsClient client(server->port());
    EXPECT_TRUE(client.connected);
}

TEST_F(TlsTest, a_silent_handshake_times_out) {
    options.limits.handshake_time = 300ms;
    start();
    RawClient silent(server->port());
    EXPECT_TRUE(silent.is_closed_within(3s));
}

TEST_F(TlsTest, a_new_certificate_is_taken_without_dropping_connections) {
    start();
    TlsClient before(server->port());
    make("dua");
    ASSERT_TRUE(server->reload_tls());
    TlsClient after(server->port());
    EXPECT_EQ(after.certificate_name(), "dua");
    EXPECT_NE(before.get("/").find("selamat"), std::string::npos);
}

TEST_F(TlsTest, new_files_are_noticed_by_themselves_and_on_sighup) {
    options.limits.tls_check = 100ms;
    start();
    make("tiga");
    EXPECT_TRUE(becomes_true([&] { return TlsClient(server->port()).certificate_name() == "tiga"; }));
    server->stop();

    Router other;
    other.add(Method::get, "/", [](const Request&) { return text("selamat"); });
    options.limits.tls_check = 20s;
    Server second(std::move(other), options);
    ASSERT_TRUE(second.start("127.0.0.1:0"));
    make("empat");
    ASSERT_EQ(::kill(::getpid(), SIGHUP), 0);
    EXPECT_TRUE(becomes_true([&] { return TlsClient(second.port()).certificate_name() == "empat"; }));
}

TEST_F(TlsTest, a_bad_new_certificate_keeps_the_old_one) {
    start();
    std::ofstream(folder / "cert.pem") << "rusak";
    auto reloaded = server->reload_tls();
    ASSERT_FALSE(reloaded);
    EXPECT_EQ(reloaded.error().code, "tls.unusable");
    TlsClient client(server->port());
    EXPECT_EQ(client.certificate_name(), "satu");

    Server fresh(Router(), options);
    auto started = fresh.start("127.0.0.1:0");
    ASSERT_FALSE(started);
    EXPECT_NE(started.error().detail.find("cert.pem"), std::string::npos);
}

} // namespace
} // namespace http::testing
