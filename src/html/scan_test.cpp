#include "html/markup.h"

#include <gtest/gtest.h>

#include <string>

namespace html {
namespace {

using Text = std::string;

// What does not compile is asserted when this file is compiled: check() says what markup<> would say.
static_assert(check<>("<p class=\"a\">x<br>y</p>") == Refusal::none);
static_assert(check<Text>("<p>{}</p>") == Refusal::none);
static_assert(check<Text>("<p title=\"{}\">x</p>") == Refusal::none);
static_assert(check<Text>("<p title='{}'>x</p>") == Refusal::none);
static_assert(check<int>("<li id=\"laporan-{}\"></li>") == Refusal::none);
static_assert(check<Url>("<a href=\"{}\">x</a>") == Refusal::none);
static_assert(check<Url>("<a href=\"{}#jejak\">x</a>") == Refusal::none);
static_assert(check<Url, Url>("<img srcset=\"{} 1x, {} 2x\" alt=\"\">") == Refusal::none);
static_assert(check<Url>("<script src=\"{}\"></script>") == Refusal::none);
static_assert(check<Attributes>("<input{}>") == Refusal::none);
static_assert(check<Attributes, Attributes>("<input type=\"radio\" {}{}>") == Refusal::none);
static_assert(check<Text>("<textarea>\n{}</textarea>") == Refusal::none);
static_assert(check<Markup>("<div>{}</div>") == Refusal::none);
static_assert(check<>("<!doctype html><html><body></body></html>") == Refusal::none);
static_assert(check<>("<!-- a < b -- c --><p></p>") == Refusal::none);
static_assert(check<>("<svg viewBox=\"0 0 1 1\"><g/><path d=\"M0 0\"/></svg>") == Refusal::none);
static_assert(check<>("<p>{{}}</p>") == Refusal::none);
static_assert(check<Url>("<p>{}</p>") == Refusal::none);
static_assert(check<Url>("<div data-bundle=\"{}\"></div>") == Refusal::none);

struct Row {
    const char* says;
    Refusal is;
    Refusal expected;
};

constexpr Row rows[] = {
    {"too few arguments", check<Text>("<p>{}{}</p>"), Refusal::slot_count},
    {"too many arguments", check<Text, Text>("<p>{}</p>"), Refusal::slot_count},
    {"an argument without slots", check<Text>("<p></p>"), Refusal::slot_count},
    {"text in href", check<Text>("<a href=\"{}\">x</a>"), Refusal::url_expected},
    {"text in HREF", check<Text>("<a HREF=\"{}\">x</a>"), Refusal::url_expected},
    {"text in src", check<Text>("<img src=\"{}\">"), Refusal::url_expected},
    {"text in action", check<Text>("<form action=\"{}\"></form>"), Refusal::url_expected},
    {"text in formaction", check<Text>("<button formaction=\"{}\"></button>"), Refusal::url_expected},
    {"text in poster", check<Text>("<video poster=\"{}\"></video>"), Refusal::url_expected},
    {"text in srcset", check<Text>("<img srcset=\"{} 2x\">"), Refusal::url_expected},
    {"text in xlink:href", check<Text>("<svg><use xlink:href=\"{}\"/></svg>"), Refusal::url_expected},
    {"text in hx-post", check<Text>("<form hx-post=\"{}\"></form>"), Refusal::url_expected},
    {"markup in href", check<Markup>("<a href=\"{}\">x</a>"), Refusal::url_expected},
    {"a path put together in place", check<Url>("<a href=\"/laporan/{}\">x</a>"), Refusal::url_not_first},
    {"a scheme put together in place", check<Url>("<a href=\"java{}\">x</a>"), Refusal::url_not_first},
    {"text among attributes", check<Text>("<p {}></p>"), Refusal::attributes_expected},
    {"a flag as text", check<Attributes>("<p>{}</p>"), Refusal::attributes_misplaced},
    {"a flag as value", check<Attributes>("<p title=\"{}\"></p>"), Refusal::attributes_misplaced},
    {"markup in a value", check<Markup>("<p title=\"{}\"></p>"), Refusal::markup_misplaced},
    {"markup in textarea", check<Markup>("<textarea>{}</textarea>"), Refusal::markup_misplaced},
    {"markup in title", check<Markup>("<title>{}</title>"), Refusal::markup_misplaced},
    {"a bool", check<bool>("<p>{}</p>"), Refusal::unusable_argument},
    {"a fraction", check<double>("<p>{}</p>"), Refusal::unusable_argument},
    {"a pointer", check<void*>("<p>{}</p>"), Refusal::unusable_argument},
    {"a slot in a script", check<Text>("<script src=\"/a.js\">{}</script>"), Refusal::slot_in_script},
    {"a slot in a style sheet", check<Text>("<style>{}</style>"), Refusal::inline_style},
    {"a slot in a comment", check<Text>("<!-- {} -->"), Refusal::slot_in_comment},
    {"a slot in the doctype", check<Text>("<!doctype {}>"), Refusal::slot_in_comment},
    {"a slot as tag", check<Text>("<{}></p>"), Refusal::slot_in_tag_name},
    {"a slot as end tag", check<Text>("<p></{}>"), Refusal::slot_in_tag_name},
    {"a slot inside a tag's name", check<Attributes>("<h{}1></h1>"), Refusal::broken_tag},
    {"text behind a tag's name", check<int>("<h{}></h>"), Refusal::attributes_expected},
    {"a slot in an attribute's name", check<Text>("<p data-{}=\"x\"></p>"), Refusal::slot_in_attribute_name},
    {"a slot without quotes", check<Text>("<p title={}></p>"), Refusal::slot_unquoted},
    {"a value without quotes", check<>("<p title=x></p>"), Refusal::unquoted_value},
    {"a slot in onclick", check<Text>("<p onclick=\"{}\"></p>"), Refusal::event_attribute},
    {"onclick without slot", check<>("<p OnClick=\"x()\"></p>"), Refusal::event_attribute},
    {"hx-on", check<>("<p hx-on:click=\"x()\"></p>"), Refusal::event_attribute},
    {"a slot in style", check<Text>("<p style=\"width:{}\"></p>"), Refusal::inline_style},
    {"an inline script", check<>("<script>x()</script>"), Refusal::inline_script},
    {"a script with source and text", check<>("<script src=\"/a.js\">x()</script>"), Refusal::inline_script},
    {"srcdoc", check<>("<p srcdoc=\"x\"></p>"), Refusal::forbidden_attribute},
    {"another spelling of hx-get", check<Text>("<p data-hx-get=\"{}\"></p>"), Refusal::forbidden_attribute},
    {"a refresh", check<>("<meta http-equiv=\"refresh\">"), Refusal::forbidden_attribute},
    {"a frame", check<>("<iframe></iframe>"), Refusal::forbidden_element},
    {"a base", check<>("<base>"), Refusal::forbidden_element},
    {"an animation of SVG", check<>("<svg><set/></svg>"), Refusal::forbidden_element},
    {"javascript:", check<>("<a href=\"JavaScript:x()\">x</a>"), Refusal::script_url},
    {"data:", check<>("<img src=\" data:image/png;base64,\">"), Refusal::script_url},
    {"a lone brace", check<>("<p>{</p>"), Refusal::lone_brace},
    {"a slot with a format", check<int>("<p>{:02}</p>"), Refusal::lone_brace},
    {"a stray <", check<>("<p>1 < 2</p>"), Refusal::broken_tag},
    {"attributes that touch", check<>("<p id=\"a\"title=\"b\"></p>"), Refusal::broken_tag},
    {"crossed elements", check<>("<b><i></b></i>"), Refusal::broken_nesting},
    {"an end without beginning", check<>("</p>"), Refusal::broken_nesting},
    {"an end of a void element", check<>("<br></br>"), Refusal::broken_nesting},
    {"elements in a textarea", check<>("<textarea><b></b></textarea>"), Refusal::broken_nesting},
    {"a div that closes itself", check<>("<div/>"), Refusal::self_closed},
    {"an open element", check<>("<p>"), Refusal::unfinished},
    {"an open tag", check<>("<p"), Refusal::unfinished},
    {"an open value", check<>("<p title=\"x></p>"), Refusal::unfinished},
    {"an open comment", check<>("<!-->"), Refusal::unfinished},
};

TEST(scan, refuses_what_could_break_out) {
    for (const Row& row : rows)
        EXPECT_EQ(static_cast<int>(row.is), static_cast<int>(row.expected)) << row.says;
}

TEST(scan, a_refusal_says_which_slot) {
    constexpr auto verdict = detail::judge<16, Text, Text>(Scan<16>("<p>{}</p><a href=\"{}\">x</a>"));
    static_assert(verdict.refusal == Refusal::url_expected);
    EXPECT_EQ(verdict.slot, 2u);
}

TEST(scan, thirty_two_elements_deep_is_enough) {
    std::string open, close;
    for (int i = 0; i < 33; ++i) {
        open += "<b>";
        close += "</b>";
    }
    EXPECT_EQ(check<>(open + close), Refusal::too_deep);
    EXPECT_EQ(check<>(open.substr(3) + close.substr(4)), Refusal::none);
}

} // namespace
} // namespace html
