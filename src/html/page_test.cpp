#include "html/assets.h"
#include "html/error_page.h"
#include "html/html_words.h"
#include "html/icon.h"
#include "html/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace html {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

PageHead posko() {
    return {.title = "Buat laporan", .agency = "Posko Jalan <Jakarta>", .organiser = "Dinas Bina Marga"};
}

TEST(page, is_a_whole_document_in_its_language) {
    std::string html = page(posko(), markup<"<h1>Lapor</h1>">()).str();
    EXPECT_THAT(html, StartsWith("<!doctype html><html lang=\"id\">"));
    EXPECT_THAT(html, HasSubstr("<title>Buat laporan - Posko Jalan &lt;Jakarta&gt;</title>"));
    EXPECT_THAT(html, HasSubstr("<main class=\"page\" id=\"isi\"><h1>Lapor</h1></main>"));
    EXPECT_THAT(html, HasSubstr("href=\"#isi\">Langsung ke isi</a>"));
    EXPECT_THAT(html, HasSubstr("Diselenggarakan oleh Dinas Bina Marga dengan Tanggap."));
    auto head = posko();
    head.language = base::Language::en;
    html = page(head, {}).str();
    EXPECT_THAT(html, HasSubstr("lang=\"en\""));
    EXPECT_THAT(html, HasSubstr("Skip to content"));
}

TEST(page, says_where_one_is) {
    auto head = posko();
    head.here = Nav::report;
    EXPECT_THAT(page(head, {}).str(), HasSubstr("<a href=\"/lapor\" aria-current=\"page\">Lapor</a>"));
    head.here = Nav::none;
    EXPECT_THAT(page(head, {}).str(), Not(HasSubstr("aria-current")));
}

TEST(page, is_hidden_from_search_unless_asked) {
    auto head = posko();
    EXPECT_THAT(page(head, {}).str(), HasSubstr("<meta name=\"robots\" content=\"noindex\">"));
    head.indexing = Indexing::indexable;
    EXPECT_THAT(page(head, {}).str(), Not(HasSubstr("noindex")));
}

TEST(page, takes_only_known_accents) {
    auto head = posko();
    head.accent = "daun";
    EXPECT_THAT(page(head, {}).str(), HasSubstr("<html lang=\"id\" data-accent=\"daun\">"));
    head.accent = "\"><script>";
    EXPECT_THAT(page(head, {}).str(), HasSubstr("<html lang=\"id\"><head>"));
}

TEST(page, has_no_inline_style_and_no_script_but_its_islands) {
    auto head = posko();
    EXPECT_THAT(page(head, {}).str(), Not(HasSubstr("<script")));
    head.islands = {Island::report};
    std::string html = page(head, {}).str();
    EXPECT_THAT(html,
                HasSubstr("<script type=\"module\" src=\"" + asset_url("lapor.js").str() + "\"></script>"));
    EXPECT_THAT(html, Not(HasSubstr("style=")));
}

TEST(page, carries_the_icons_that_its_body_uses) {
    std::string html = page(posko(), icon(Icon::check) + icon(Icon::check) + icon(Icon::net_mail)).str();
    EXPECT_THAT(html, HasSubstr("<symbol id=\"i-check\""));
    EXPECT_THAT(html, HasSubstr("<symbol id=\"i-n-mail\""));
    EXPECT_THAT(html, Not(HasSubstr("<symbol id=\"i-check2\"")));
    EXPECT_THAT(page(posko(), {}).str(), Not(HasSubstr("<symbol")));
}

TEST(icon, each_has_its_drawing_and_name) {
    std::string all = sprite_of_all().str();
    for (std::size_t i = 0; i < base::codes<Icon>.size(); ++i) {
        auto [value, name] = base::codes<Icon>[i];
        EXPECT_EQ(static_cast<std::size_t>(value), i) << name;
        EXPECT_THAT(icon(value).str(), HasSubstr("href=\"#i-" + std::string(name) + "\""));
        EXPECT_THAT(all, HasSubstr("<symbol id=\"i-" + std::string(name) + "\" viewBox=\"0 0 24 24\"><"));
    }
}

TEST(assets, are_found_by_path_and_by_name) {
    const Asset* style = find_asset(asset_url("tanggap.css").str());
    ASSERT_NE(style, nullptr);
    EXPECT_EQ(style->content_type, "text/css; charset=utf-8");
    EXPECT_THAT(std::string(style->bytes), HasSubstr(asset_url("plus-jakarta-sans.woff2").str()));
    EXPECT_THAT(std::string(style->path), HasSubstr(std::string(style->hash.substr(0, 10))));
    EXPECT_EQ(find_asset("/aset/tanggap.css"), nullptr);
    EXPECT_THROW((void)asset_url("tidak-ada.css"), std::logic_error);
}

TEST(assets, the_first_view_of_a_citizen_stays_small) {
    EXPECT_LE(find_asset(asset_url("tanggap.css").str())->brotli.size(), 14u * 1024);
    EXPECT_LE(find_asset(asset_url("lapor.js").str())->brotli.size(), 4u * 1024);
    EXPECT_LE(find_asset(asset_url("plus-jakarta-sans.woff2").str())->bytes.size(), 28u * 1024);
}

TEST(error_page, says_what_is_safe_and_gives_a_help_code) {
    auto head = posko();
    head.title = "";
    std::string html = error_page(head, {.status = 404, .help = "R-58QF"}).str();
    EXPECT_THAT(html, HasSubstr("<title>Halaman tidak ditemukan - "));
    EXPECT_THAT(html, HasSubstr("Laporan Anda tetap tersimpan"));
    EXPECT_THAT(html, HasSubstr("<span class=\"code\">R-58QF</span>"));
}

TEST(error_page, has_words_for_every_status) {
    for (int status : {400, 401, 403, 404, 405, 409, 410, 413, 415, 418, 429, 500, 502, 503})
        for (auto language : {base::Language::id, base::Language::en}) {
            auto head = posko();
            head.title = "";
            head.language = language;
            EXPECT_THAT(error_page(head, {.status = status}).str(), HasSubstr("<h1>")) << status;
        }
    for (const auto& each : words::errors)
        EXPECT_FALSE(each.title.id.empty() || each.title.en.empty() || each.text.id.empty() ||
                     each.text.en.empty());
}

} // namespace
} // namespace html
