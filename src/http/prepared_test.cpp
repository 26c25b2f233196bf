#include "http/event_stream.h"
#include "http/prepared.h"
#include "http/same_origin.h"

#include <gtest/gtest.h>

#include <fstream>
#include <zlib.h>

namespace http {
namespace {

struct PreparedTest : ::testing::Test {
    CompressedBodies compressed{1024 * 1024};
    std::vector<std::string> secret_paths{"/lacak"};

    static Request get(std::string path,
                       std::initializer_list<std::pair<std::string, std::string>> headers = {}) {
        Request request;
        request.path = std::move(path);
        request.id = "0123456789ABC";
        for (const auto& [name, value] : headers)
            request.headers.add(name, value);
        return request;
    }
    Prepared ready(const Request& request, Response response) {
        return prepare(request, std::move(response),
                       {.compressed = compressed, .secret_paths = secret_paths});
    }
};

TEST_F(PreparedTest, puts_security_headers_on_everything) {
    Prepared prepared = ready(get("/"), page("hai"));
    EXPECT_TRUE(prepared.headers.value("Content-Security-Policy")
                    .starts_with("default-src 'none'; script-src 'self';"));
    EXPECT_EQ(prepared.headers.value("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(prepared.headers.value("Referrer-Policy"), "same-origin");
    EXPECT_EQ(prepared.headers.value("Cross-Origin-Opener-Policy"), "same-origin");
    EXPECT_EQ(prepared.headers.value("X-Request-Id"), "0123456789ABC");
    EXPECT_FALSE(prepared.headers.has("Strict-Transport-Security"));

    Request secret = get("/lacak/TGP-7K3M-9QXT");
    secret.scheme = "https";
    prepared = ready(secret, page("hai"));
    EXPECT_EQ(prepared.headers.value("Referrer-Policy"), "no-referrer");
    EXPECT_TRUE(prepared.headers.has("Strict-Transport-Security"));
    EXPECT_EQ(ready(get("/lacakan"), page("")).headers.value("Referrer-Policy"), "same-origin");
}

TEST_F(PreparedTest, answers_304_when_the_client_has_the_page) {
    Prepared first = ready(get("/"), page("hai"));
    std::string etag(first.headers.value("ETag"));
    EXPECT_TRUE(etag.starts_with("W/\""));
    Prepared second = ready(get("/", {{"If-None-Match", "\"lain\", " + etag}}), page("hai"));
    EXPECT_EQ(second.status, 304);
    EXPECT_FALSE(second.with_body);
    EXPECT_EQ(head_text(second, true).find("Content-Length"), std::string::npos);
    EXPECT_EQ(ready(get("/", {{"If-None-Match", etag}}), page("halo")).status, 200);
    EXPECT_EQ(ready(get("/", {{"If-None-Match", etag}}), page("hai", 404)).status, 404);
    Request post = get("/", {{"If-None-Match", "*"}});
    post.method = Method::post;
    EXPECT_EQ(ready(post, page("hai")).status, 200);
}

TEST_F(PreparedTest, compresses_texts_as_the_client_likes) {
    std::string text(5000, 'a');
    Prepared gz = ready(get("/", {{"Accept-Encoding", "gzip"}}), page(text));
    EXPECT_EQ(gz.headers.value("Content-Encoding"), "gzip");
    EXPECT_NE(gz.headers.value("Vary").find("Accept-Encoding"), std::string_view::npos);
    std::string back(5000, '\0');
    z_stream stream{};
    ASSERT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(gz.in_memory().data()));
    stream.avail_in = static_cast<uInt>(gz.in_memory().size());
    stream.next_out = reinterpret_cast<Bytef*>(back.data());
    stream.avail_out = 5000;
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    inflateEnd(&stream);
    EXPECT_EQ(back, text);

    Prepared br = ready(get("/", {{"Accept-Encoding", "gzip, deflate, br"}}), page(text));
    EXPECT_EQ(br.headers.value("Content-Encoding"), "br");
    EXPECT_LT(br.length, 200u);
    Prepared again = ready(get("/", {{"Accept-Encoding", "br"}}), page(text));
    EXPECT_EQ(std::get<SharedBody>(br.body), std::get<SharedBody>(again.body)); // from the cache

    EXPECT_FALSE(
        ready(get("/", {{"Accept-Encoding", "br"}}), page("pendek")).headers.has("Content-Encoding"));
    EXPECT_FALSE(ready(get("/", {{"Accept-Encoding", "br"}}), bytes(text, "image/jpeg"))
                     .headers.has("Content-Encoding"));
    Response never = page(text);
    never.compress = Compress::never;
    EXPECT_FALSE(ready(get("/", {{"Accept-Encoding", "br"}}), never).headers.has("Content-Encoding"));
}

TEST(Encoding, follows_accept_encoding) {
    struct Row {
        std::string_view header;
        Encoding chosen;
    };
    for (const Row& row :
         {Row{"", Encoding::identity}, Row{"gzip", Encoding::gzip}, Row{"GZIP, BR", Encoding::brotli},
          Row{"br;q=0, gzip;q=0.1", Encoding::gzip}, Row{"br;q=0.2, gzip;q=0.9", Encoding::gzip},
          Row{"*", Encoding::brotli}, Row{"*;q=0", Encoding::identity}, Row{"identity", Encoding::identity},
          Row{"br;q=abc", Encoding::identity}, Row{",,;q=,", Encoding::identity}})
        EXPECT_EQ(choose_encoding(row.header), row.chosen) << row.header;
}

TEST(CompressedBodiesTest, stays_within_its_memory) {
    CompressedBodies cache(8 * 1024);
    SharedBody first = cache.find_or_make(Encoding::gzip, "0", std::string(3000, 'x'), Effort::quick);
    for (int i = 1; i < 500; ++i)
        ASSERT_NE(
            cache.find_or_make(Encoding::gzip, std::to_string(i), std::string(3000, 'x'), Effort::quick),
            nullptr);
    EXPECT_NE(cache.find_or_make(Encoding::gzip, "0", std::string(3000, 'x'), Effort::quick), first);
}

TEST_F(PreparedTest, sends_pieces_of_files) {
    auto path = std::filesystem::temp_directory_path() / ("prepared_test_" + std::to_string(::getpid()));
    std::ofstream(path) << "0123456789";
    auto ask = [&](std::initializer_list<std::pair<std::string, std::string>> headers) {
        return ready(get("/media/x", headers), file(path, "image/jpeg", "abc"));
    };
    EXPECT_EQ(ask({}).length, 10u);
    EXPECT_EQ(ask({}).headers.value("ETag"), "\"abc\"");
    Prepared some = ask({{"Range", "bytes=2-4"}});
    EXPECT_EQ(some.status, 206);
    EXPECT_EQ(some.length, 3u);
    EXPECT_EQ(some.headers.value("Content-Range"), "bytes 2-4/10");
    EXPECT_EQ(std::get<std::shared_ptr<FilePiece>>(some.body)->offset, 2u);
    EXPECT_EQ(ask({{"Range", "bytes=10-"}}).status, 416);
    EXPECT_EQ(ask({{"Range", "bytes=2-4"}, {"If-Range", "\"abc\""}}).status, 206);
    EXPECT_EQ(ask({{"Range", "bytes=2-4"}, {"If-Range", "\"lain\""}}).status, 200);
    EXPECT_EQ(ask({{"If-None-Match", "\"abc\""}}).status, 304);
    std::filesystem::remove(path);
    EXPECT_EQ(ask({}).status, 404);
    EXPECT_EQ(ready(get("/media/x"), file(path.parent_path(), "image/jpeg")).status, 404);
}

TEST(Range, reads_one_range_and_ignores_what_it_does_not_know) {
    struct Row {
        std::string_view header;
        RangeKind kind;
        std::uint64_t first, last;
    };
    for (const Row& row :
         {Row{"bytes=0-0", RangeKind::some, 0, 0}, Row{"bytes=5-", RangeKind::some, 5, 9},
          Row{"bytes=-3", RangeKind::some, 7, 9}, Row{"bytes=-99", RangeKind::some, 0, 9},
          Row{"bytes=8-99", RangeKind::some, 8, 9}, Row{"bytes=-0", RangeKind::unsatisfiable, 0, 0},
          Row{"bytes=10-11", RangeKind::unsatisfiable, 0, 0}, Row{"bytes=4-2", RangeKind::none, 0, 0},
          Row{"bytes=0-1,3-4", RangeKind::none, 0, 0}, Row{"bytes=", RangeKind::none, 0, 0},
          Row{"bytes=-", RangeKind::none, 0, 0}, Row{"lines=1-2", RangeKind::none, 0, 0},
          Row{"bytes=99999999999999999999-", RangeKind::none, 0, 0}}) {
        auto [kind, range] = parse_range(row.header, 10);
        EXPECT_EQ(kind, row.kind) << row.header;
        if (kind == RangeKind::some) {
            EXPECT_EQ(range.first, row.first) << row.header;
            EXPECT_EQ(range.last, row.last) << row.header;
        }
    }
}

TEST_F(PreparedTest, lets_no_value_write_a_header) {
    Prepared prepared = ready(get("/"), redirect("/lacak/x\r\nSet-Cookie: palsu=1"));
    std::string head = head_text(prepared, /*keep_alive=*/false);
    EXPECT_EQ(head.find("\r\nSet-Cookie"), std::string::npos);
    EXPECT_NE(head.find("HTTP/1.1 303 See Other\r\n"), std::string::npos);
}

TEST_F(PreparedTest, remembers_a_chosen_language) {
    Request request = get("/");
    request.query.add("bahasa", "en");
    EXPECT_TRUE(
        ready(request, page("x")).headers.value("Set-Cookie").starts_with("bahasa=en; Path=/; HttpOnly"));
    request.cookies.add("bahasa", "en");
    EXPECT_FALSE(ready(request, page("x")).headers.has("Set-Cookie"));
}

TEST(Cookie, is_secure_when_the_client_came_by_https) {
    Request request;
    Response response = redirect("/meja");
    set_cookie(response, request, {.name = "sesi", .value = "abc", .max_age = std::chrono::hours(1)});
    EXPECT_EQ(response.headers.value("Set-Cookie"), "sesi=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=3600");
    request.scheme = "https";
    response = redirect("/");
    forget_cookie(response, request, "sesi");
    EXPECT_EQ(response.headers.value("Set-Cookie"),
              "sesi=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure");
}

TEST(SameOrigin, believes_browsers_about_where_a_form_comes_from) {
    struct Row {
        std::string_view site, origin, referer;
        bool same;
    };
    for (const Row& row :
         {Row{"same-origin", "", "", true}, Row{"none", "", "", true}, Row{"cross-site", "", "", false},
          Row{"same-site", "https://lapor.go.id", "", false}, Row{"", "https://lapor.go.id", "", true},
          Row{"", "https://lapor.go.id:443", "", true}, Row{"", "https://jahat.id", "", false},
          Row{"", "null", "", false}, Row{"", "https://lapor.go.id.jahat.id", "", false},
          Row{"", "", "https://lapor.go.id/meja?x", true}, Row{"", "", "https://jahat.id/lapor.go.id", false},
          Row{"", "", "", true}}) {
        Request request;
        request.host = "lapor.go.id";
        if (!row.site.empty()) request.headers.add("Sec-Fetch-Site", std::string(row.site));
        if (!row.origin.empty()) request.headers.add("Origin", std::string(row.origin));
        if (!row.referer.empty()) request.headers.add("Referer", std::string(row.referer));
        EXPECT_EQ(is_same_origin(request), row.same) << row.site << row.origin << row.referer;
    }
    EXPECT_TRUE(equal_secrets("abc", "abc"));
    EXPECT_FALSE(equal_secrets("abc", "abd"));
    EXPECT_FALSE(equal_secrets("abc", "ab"));
}

} // namespace
} // namespace http
