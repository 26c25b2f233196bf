#include "http/read_head.h"

#include <gtest/gtest.h>

#include <set>

namespace http {
namespace {

base::Result<Request> read(std::string target,
                           std::initializer_list<std::pair<std::string, std::string>> headers = {}) {
    WireHead head{.method = "GET", .target = std::move(target)};
    head.headers.add("Host", "Lapor.go.id:80");
    for (const auto& [name, value] : headers)
        head.headers.set(name, value);
    Request request;
    auto done =
        read_head(head, {.peer = *parse_address("198.51.100.7"), .scheme = "http", .trusted = {}}, request);
    if (!done) return base::pass(done);
    return request;
}

TEST(ReadHead, decodes_path_and_query) {
    auto request = read("/laporan/TGP%2D7K?urut=baru+dulu&isi=%C3%A9&isi=2");
    ASSERT_TRUE(request);
    EXPECT_EQ(request->path, "/laporan/TGP-7K");
    EXPECT_EQ(request->query.value("urut"), "baru dulu");
    EXPECT_EQ(request->query.all("isi").size(), 2u);
    EXPECT_EQ(request->host, "lapor.go.id");
    EXPECT_EQ(request->client, "198.51.100.7");
    auto absolute = read("http://Lain.go.id/peta?x=1");
    ASSERT_TRUE(absolute);
    EXPECT_EQ(absolute->host, "lain.go.id");
    EXPECT_EQ(absolute->target, "/peta?x=1");
    EXPECT_EQ(read("http://lain.go.id")->path, "/");
}

TEST(ReadHead, refuses_what_is_not_clean) {
    for (const char* target : {"/%00", "/%ff", "/%", "/a/../b", "/a/%2e%2E/b", "/.", "/?a=%00", "/?a=%ff",
                               "/?a=%g1", "/a#b", "*", "a", "", "http:/x", "ftp://x/"}) {
        auto request = read(target);
        ASSERT_FALSE(request) << target;
        EXPECT_EQ(request.error().code, "request.malformed") << target;
    }
    for (const char* host : {"a b", "a/b", "a@b", "a\"b", "a,b", "a\\b"})
        EXPECT_FALSE(read("/", {{"Host", host}})) << host;
}

TEST(ReadHead, finds_the_language) {
    EXPECT_EQ(read("/")->language, base::Language::id);
    EXPECT_EQ(read("/", {{"Accept-Language", "en-GB"}})->language, base::Language::en);
    EXPECT_EQ(read("/", {{"Accept-Language", "en"}, {"Cookie", "a=1; bahasa=id"}})->language,
              base::Language::id);
    EXPECT_EQ(read("/?bahasa=en", {{"Cookie", "bahasa=id"}})->language, base::Language::en);
    EXPECT_EQ(read("/?bahasa=xx")->language, base::Language::id);
}

TEST(ReadHead, reads_cookies) {
    Fields cookies = parse_cookies("sesi=abc=; x=\"y z\" ;;kosong=;bukan");
    EXPECT_EQ(cookies.value("sesi"), "abc=");
    EXPECT_EQ(cookies.value("x"), "y z");
    EXPECT_TRUE(cookies.has("kosong"));
    EXPECT_FALSE(cookies.has("bukan"));
}

TEST(RequestId, never_repeats_and_gives_a_help_code) {
    std::set<std::string> seen;
    for (int i = 0; i < 20'000; ++i)
        EXPECT_TRUE(seen.insert(new_request_id()).second);
    Request request;
    request.id = new_request_id();
    EXPECT_EQ(request.help_code(), "R-" + request.id.substr(9));
}

} // namespace
} // namespace http
