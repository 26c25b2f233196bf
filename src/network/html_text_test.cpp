#include "base/text.h"
#include "network/html_text.h"

#include <gtest/gtest.h>

namespace network {
namespace {

TEST(HtmlText, BlocksBecomeLines) {
    EXPECT_EQ(html_to_text("<p>Lampu  mati\n sejak kemarin.<br>Mohon dicek.</p><p>Terima kasih</p>"),
              "Lampu mati sejak kemarin.\nMohon dicek.\n\nTerima kasih");
    EXPECT_EQ(html_to_text("Daftar:<ul><li>satu</li><li>dua</li></ul><blockquote>kutipan</blockquote>akhir"),
              "Daftar:\n\nsatu\ndua\nkutipan\nakhir");
    EXPECT_EQ(html_to_text("a&nbsp;&amp;&lt;b&gt; &eacute;"), "a &<b> é");
    EXPECT_EQ(html_to_text("<pre>a\n  b</pre>"), "a\nb");
}

// As Mastodon writes them: the scheme and the end of an address are invisible, the middle is cut.
TEST(HtmlText, RestoresTheWholeAddressOfAShortenedLink) {
    EXPECT_EQ(
        html_to_text(R"(<p>Lihat <a href="https://contoh.example/berita/2026/11/jalan-rusak?x=1&amp;y=2">)"
                     R"(<span class="invisible">https://</span><span class="ellipsis">contoh.example/berita)"
                     R"(/2026/1</span><span class="invisible">1/jalan-rusak?x=1&amp;y=2</span></a>.</p>)"),
        "Lihat https://contoh.example/berita/2026/11/jalan-rusak?x=1&y=2.");
    EXPECT_EQ(html_to_text(R"(<a href="https://contoh.example/panjang/sekali">contoh.example/pan…</a>)"),
              "https://contoh.example/panjang/sekali");
    EXPECT_EQ(html_to_text(R"(<a href="https://contoh.example/a">fotonya</a> ini)"),
              "fotonya (https://contoh.example/a) ini");
}

TEST(HtmlText, ALinkThatShowsAnotherAddressIsSeen) {
    EXPECT_EQ(html_to_text(R"(<a href="https://jahat.example/">https://bank.example</a>)"),
              "https://bank.example (https://jahat.example/)");
    EXPECT_EQ(html_to_text(R"h(<a href="javascript:alert(1)">klik</a>)h"), "klik");
}

TEST(HtmlText, MentionsAndHashtagsStayAsTheyAre) {
    EXPECT_EQ(html_to_text(R"(<p><span class="h-card"><a href="https://m.example/@dpudki" class="u-url )"
                           R"(mention">@<span>dpudki</span></a></span> jalan <a href="https://m.example/)"
                           R"(tags/rusak" class="mention hashtag" rel="tag">#<span>rusak</span></a></p>)"),
              "@dpudki jalan #rusak");
}

TEST(HtmlText, LeavesOutWhatIsNoText) {
    EXPECT_EQ(html_to_text("<style>p{}</style><script>alert('x')</script><!-- c --><p>isi"
                           "<img src=x onerror=alert(1) alt=':senyum:'></p>"),
              "isi:senyum:");
    EXPECT_EQ(html_to_text(""), "");
    EXPECT_EQ(html_to_text("<p></p>"), "");
}

TEST(HtmlText, SurvivesWhatIsNoHtml) {
    EXPECT_EQ(html_to_text("tanpa tanda"), "tanpa tanda");
    EXPECT_EQ(html_to_text("<p>a\xff\xc3(b"), "a\uFFFD\uFFFD(b");
    EXPECT_EQ(html_to_text(std::string_view("a\0b", 3)), "ab");
    std::string deep;
    for (int i = 0; i < 20'000; ++i)
        deep += "<div><b>";
    EXPECT_TRUE(base::is_utf8(html_to_text(deep + "x")));
    const std::string many = html_to_text("<p>" + std::string(300'000, 'x'), 100);
    EXPECT_EQ(base::length(many), 100U);
}

} // namespace
} // namespace network
