#include "http/assets.h"

#include <gtest/gtest.h>

#include <array>

namespace http {
namespace {

constexpr std::array assets{
    html::Asset{"app.css", "/aset/app-12.css", "text/css; charset=utf-8", "body{}", "kecil", "ab12"},
    html::Asset{"sw.js", "/sw.js", "text/javascript; charset=utf-8", "// sw", "", "cd34"}};

Response ask(const Router& router, std::string target, std::string accept_encoding = "") {
    Request request;
    request.target = std::move(target);
    request.id = "0123456789ABC";
    if (!accept_encoding.empty()) request.headers.add("Accept-Encoding", std::move(accept_encoding));
    return answer(router, request);
}

TEST(Assets, are_kept_for_ever_under_their_hash_and_checked_without_one) {
    Router router;
    mount_assets(router, assets);
    Response css = ask(router, "/aset/app-12.css");
    EXPECT_EQ(css.headers.value("Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(css.headers.value("Content-Type"), "text/css; charset=utf-8");
    EXPECT_EQ(css.headers.value("ETag"), "W/\"ab12\"");
    EXPECT_EQ(std::get<StaticBody>(css.body).bytes, "body{}");
    EXPECT_EQ(ask(router, "/sw.js").headers.value("Cache-Control"), "no-cache");
    for (const char* target : {"/aset/app-13.css", "/aset/app.css", "/aset/", "/aset/../sw.js"})
        EXPECT_EQ(ask(router, target).status, 404) << target;
}

TEST(Assets, come_in_brotli_when_the_build_made_it_and_the_client_takes_it) {
    Router router;
    mount_assets(router, assets);
    Response css = ask(router, "/aset/app-12.css", "gzip, br");
    EXPECT_EQ(css.headers.value("Content-Encoding"), "br");
    EXPECT_EQ(css.headers.value("Vary"), "Accept-Encoding");
    EXPECT_EQ(std::get<StaticBody>(css.body).bytes, "kecil");
    EXPECT_FALSE(ask(router, "/aset/app-12.css", "gzip").headers.has("Content-Encoding"));
    EXPECT_FALSE(ask(router, "/sw.js", "br").headers.has("Content-Encoding"));
}

} // namespace
} // namespace http
