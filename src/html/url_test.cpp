#include "html/url.h"

#include <gtest/gtest.h>

#include <string>

namespace html {
namespace {

static_assert(is_safe_url_literal("/laporan/{}"));
static_assert(is_safe_url_literal("mailto:{}"));
static_assert(is_safe_url_literal("https://contoh.go.id/{}"));
static_assert(!is_safe_url_literal("{}"));
static_assert(!is_safe_url_literal("//{}"));
static_assert(!is_safe_url_literal("https://{}"));
static_assert(!is_safe_url_literal("https://contoh{}/x"));
static_assert(!is_safe_url_literal("javascript:{}"));
static_assert(!is_safe_url_literal("data:text/html,{}"));

TEST(url, takes_paths_and_five_schemes) {
    for (const char* good :
         {"/", "/laporan/TGP-1?lihat=2#jejak", "#isi", "?halaman=2", "lapor", "../a", "https://contoh.go.id",
          "http://localhost:8080/x", "HTTPS://contoh.go.id/", "mailto:warga@contoh.id", "tel:112",
          "geo:-6.2,106.8", "/cari?q=a:b", "/jalan/é"})
        EXPECT_TRUE(Url::from(good).has_value()) << good;
}

TEST(url, refuses_what_runs_and_what_lies) {
    const std::string long_url = "/" + std::string(2048, 'a');
    for (const char* bad : {"",
                            "javascript:alert(1)",
                            "JaVaScRiPt:alert(1)",
                            " javascript:alert(1)",
                            "java\tscript:alert(1)",
                            "java\nscript:x",
                            "data:text/html,<script>",
                            "vbscript:x",
                            "file:///etc/passwd",
                            "blob:x",
                            "//jahat.example",
                            "/\\jahat.example",
                            "\\\\jahat.example",
                            "https:jahat.example",
                            "https://",
                            "https://bank.example@jahat.example",
                            "https://:80",
                            "http:///x",
                            "mailto:",
                            "tel:",
                            "/a b",
                            "/a\"b",
                            "/a<b",
                            "\x01javascript:x",
                            long_url.c_str()}) {
        auto url = Url::from(bad, "place.url");
        ASSERT_FALSE(url.has_value()) << bad;
        EXPECT_EQ(url.error().code, "field.invalid");
        EXPECT_EQ(url.error().field, "place.url");
    }
}

TEST(url, what_fills_a_literal_is_percent_encoded) {
    EXPECT_EQ((url<"/laporan/{}?q={}">("a/b c", "1&2").str()), "/laporan/a%2Fb%20c?q=1%262");
    EXPECT_EQ((url<"/laporan/{}">(42).str()), "/laporan/42");
    EXPECT_EQ((url<"tel:{}">("112").str()), "tel:112");
}

TEST(url, an_empty_slot_cannot_name_another_host) {
    EXPECT_EQ((url<"/{}/{}">("", "jahat.example").str()), "/jahat.example");
    EXPECT_EQ((url<"/{}">("/jahat.example").str()), "/%2Fjahat.example");
}

} // namespace
} // namespace html
