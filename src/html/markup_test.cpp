#include "base/id.h"
#include "html/markup.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace html {
namespace {

TEST(markup, escapes_what_means_something_in_html) {
    struct Row {
        const char* in;
        const char* out;
    };
    const Row rows[] = {
        {"", ""},
        {"Jalan berlubang", "Jalan berlubang"},
        {"a & b", "a &amp; b"},
        {"1 < 2 > 0", "1 &lt; 2 &gt; 0"},
        {"\"kata\" 'kata'", "&quot;kata&quot; &#39;kata&#39;"},
        {"&amp;", "&amp;amp;"},
        {"\"><img src=x onerror=alert(1)>", "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"},
        {"</textarea><script>", "&lt;/textarea&gt;&lt;script&gt;"},
        {"Ibu – 日本 🙏", "Ibu – 日本 🙏"},
    };
    for (const Row& row : rows)
        EXPECT_EQ(escape(row.in), row.out);
}

TEST(markup, an_attack_stays_text_in_every_position) {
    const std::string attack =
        "\"><img src=x onerror=alert(1)>'</title></textarea></script><script>alert(1)</script>";
    const Markup all[] = {
        markup<"<p>{}</p>">(attack),
        markup<R"(<p title="{}">x</p>)">(attack),
        markup<"<p title='{}'>x</p>">(attack),
        markup<"<title>{}</title>">(attack),
        markup<"<textarea>{}</textarea>">(attack),
        markup<R"(<input{}>)">(attribute("value", attack)),
        markup<R"(<a href="{}">x</a>)">(url<"/lacak?kode={}">(attack)),
        markup<R"(<img src="{}" alt="{}">)">(url<"/media/{}">(attack), attack),
        markup<R"(<form action="{}"><button formaction="{}">x</button></form>)">(url<"/{}">(attack),
                                                                                 url<"#{}">(attack)),
        markup<R"(<img srcset="{} 1x, {} 2x" alt="">)">(url<"/a/{}">(attack), url<"/b/{}">(attack)),
        markup<"<div>{}</div>">(Markup::text(attack)),
        paragraphs(attack),
    };
    for (const Markup& each : all) {
        EXPECT_EQ(each.str().find("<img src=x"), std::string::npos) << each.str();
        EXPECT_EQ(each.str().find("<script"), std::string::npos) << each.str();
        EXPECT_EQ(each.str().find("\"><img src"), std::string::npos) << each.str();
        EXPECT_EQ(each.str().find("</title><"), std::string::npos) << each.str();
    }
}

TEST(markup, fills_slots_in_order) {
    std::string title = "Lubang";
    Markup row = markup<R"(<li id="laporan-{}"><a href="{}">{}</a> {}</li>)">(7, url<"/laporan/{}">("TGP-1"),
                                                                              title, markup<"<b>baru</b>">());
    EXPECT_EQ(row.str(), R"(<li id="laporan-7"><a href="/laporan/TGP-1">Lubang</a> <b>baru</b></li>)");
}

TEST(markup, takes_numbers_ids_and_every_kind_of_text) {
    const char* pointer = "p";
    std::string_view view = "v";
    Markup out = markup<"<p>{} {} {} {} {} {} {}</p>">(-5, std::uint64_t{18446744073709551615u}, pointer,
                                                       view, "literal", base::Id<struct Some>{42}, short{3});
    EXPECT_EQ(out.str(), "<p>-5 18446744073709551615 p v literal 42 3</p>");
}

TEST(markup, doubled_braces_stand_for_one) {
    EXPECT_EQ((markup<"<p>{{{}}} {{}}</p>">(1).str()), "<p>{1} {}</p>");
    EXPECT_EQ((markup<"{{">().str()), "{");
}

TEST(markup, a_flag_stands_or_does_not) {
    EXPECT_EQ((markup<R"(<input type="radio"{}>)">(flag("checked", true)).str()),
              R"(<input type="radio" checked>)");
    EXPECT_EQ((markup<R"(<input type="radio"{}>)">(flag("checked", false)).str()), R"(<input type="radio">)");
    EXPECT_EQ((markup<"<a{}>x</a>">(attribute_if(true, "aria-current", "page") + flag("hidden", true)).str()),
              R"(<a aria-current="page" hidden>x</a>)");
    EXPECT_EQ(attribute("title", "a\"b").str(), " title=\"a&quot;b\"");
}

TEST(markup, joins_a_range) {
    std::vector<std::string> names{"a", "<b>"};
    EXPECT_EQ(join(names, [](const std::string& each) { return markup<"<li>{}</li>">(each); }).str(),
              "<li>a</li><li>&lt;b&gt;</li>");
    EXPECT_EQ(join(std::vector<Markup>{}).str(), "");
}

TEST(markup, lines_become_paragraphs) {
    EXPECT_EQ(paragraphs("satu\ndua\n\n\n tiga <b>").str(), "<p>satu<br>dua</p><p>tiga &lt;b&gt;</p>");
    EXPECT_EQ(paragraphs("").str(), "");
}

TEST(markup, nothing_shows_only_when_it_holds) {
    EXPECT_TRUE(when(false, markup<"<p></p>">()).empty());
    EXPECT_EQ(when(true, markup<"<p></p>">()).str(), "<p></p>");
}

} // namespace
} // namespace html
