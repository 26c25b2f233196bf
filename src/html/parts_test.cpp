#include "html/forms.h"
#include "html/proof.h"
#include "html/story.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace html {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr auto id = base::Language::id;

TEST(clock, colour_follows_what_is_used) {
    struct Row {
        int percent;
        ClockState state;
    };
    for (Row row : {Row{0, ClockState::running},
                    {74, ClockState::running},
                    {75, ClockState::soon},
                    {99, ClockState::soon},
                    {100, ClockState::late},
                    {250, ClockState::late}})
        EXPECT_EQ(clock_state(row.percent), row.state) << row.percent;
}

TEST(clock, ring_and_exact_time) {
    std::string html = clock({.state = ClockState::soon,
                              .percent_used = 120,
                              .words = "sisa 5 jam",
                              .exact = "tenggat 26 Mei"})
                           .str();
    EXPECT_THAT(html, HasSubstr("class=\"clock clock-soon\" title=\"tenggat 26 Mei\""));
    EXPECT_THAT(html, HasSubstr("stroke-dasharray=\"100 100\""));
    EXPECT_THAT(html, HasSubstr("<span class=\"vh\"> (tenggat 26 Mei)</span>"));
    EXPECT_THAT(clock({.state = ClockState::late, .words = "lewat 2 jam"}).str(), Not(HasSubstr("ring")));
}

TEST(chip, is_icon_word_and_colour) {
    EXPECT_EQ(chip(Tone::work, Icon::work, "Dikerjakan <").str(),
              "<span class=\"chip chip-work\">" + icon(Icon::work).str() + "Dikerjakan &lt;</span>");
}

TEST(proof_box, is_never_green_from_the_server) {
    ProofBox box{
        .checks = {{CheckState::holds, "Diambil di tempat"}, {CheckState::doubtful, "Belum ada persetujuan"}},
        .bundle = url<"/laporan/{}/bukti.json">("TGP-1")};
    std::string html = proof_box(box, id).str();
    EXPECT_THAT(html, HasSubstr("class=\"proof proof-wait\""));
    EXPECT_THAT(html, HasSubstr("Belum diperiksa"));
    EXPECT_THAT(html, HasSubstr("data-bundle=\"/laporan/TGP-1/bukti.json\""));
    EXPECT_THAT(html, HasSubstr("<span class=\"vh\">Perhatian: </span>"));
}

TEST(timeline, speaks_with_the_words_of_whoever_said_it) {
    Happening it{.what = "Dijawab",
                 .when = "Minggu, 24 Mei",
                 .iso = "2026-05-24T16:05:00+07:00",
                 .quote = "<ambles>",
                 .id = "peristiwa-6"};
    std::string html = timeline(std::span(&it, 1)).str();
    EXPECT_THAT(html, HasSubstr("<li id=\"peristiwa-6\">"));
    EXPECT_THAT(html, HasSubstr("<time datetime=\"2026-05-24T16:05:00+07:00\">Minggu, 24 Mei</time>"));
    EXPECT_THAT(html, HasSubstr("<p class=\"t-quote\">&lt;ambles&gt;</p>"));
    EXPECT_THAT(html, Not(HasSubstr("t-body")));
}

TEST(input, names_its_hint_and_problem_for_screen_readers) {
    Field field{.id = "tempat",
                .label = "Tempat",
                .hint = "Tulis patokan",
                .value = "\"x\"",
                .problem = "Belum diisi"};
    std::string html = input(field, id).str();
    EXPECT_THAT(html, HasSubstr("<label class=\"label\" for=\"tempat\">Tempat</label>"));
    EXPECT_THAT(html, HasSubstr("aria-describedby=\"tempat-e tempat-h\" aria-invalid=\"true\""));
    EXPECT_THAT(html, HasSubstr("value=\"&quot;x&quot;\""));
    EXPECT_THAT(html, HasSubstr("<div class=\"field field-bad\">"));
    EXPECT_THAT(html, HasSubstr(" required"));
}

TEST(input, says_what_may_be_left_empty) {
    std::string html = input({.id = "hp", .label = "HP", .need = Need::optional}, id).str();
    EXPECT_THAT(html, HasSubstr("boleh dikosongkan"));
    EXPECT_THAT(html, Not(HasSubstr("required")));
    EXPECT_THAT(html, Not(HasSubstr("aria-")));
}

TEST(text_area, keeps_the_first_newline_of_what_was_written) {
    EXPECT_THAT(text_area({.id = "isi", .label = "Isi", .value = "\nx</textarea>"}, id).str(),
                HasSubstr(">\n\nx&lt;/textarea&gt;</textarea>"));
}

TEST(choices, keep_what_was_chosen_and_can_be_linked_to) {
    const Choice all[] = {{"public", "Biasa", "Tanpa nama"}, {"anonim", "Anonim"}};
    std::string html = choices({.id = "identitas", .label = "Siapa?", .value = "anonim"}, all, id).str();
    EXPECT_THAT(html, HasSubstr("id=\"identitas\" name=\"identitas\" value=\"public\" required>"));
    EXPECT_THAT(html, HasSubstr("id=\"identitas-2\" name=\"identitas\" value=\"anonim\" checked required>"));
    const Option options[] = {{"1", "Satu"}, {"2", "Dua"}};
    EXPECT_THAT(select({.id = "unit", .label = "Unit", .value = "2"}, options, id).str(),
                HasSubstr("<option value=\"2\" selected>Dua</option>"));
}

TEST(file_drop, shrinks_photos_only) {
    FileDrop drop{.field = {.id = "foto", .label = "Foto", .need = Need::optional}};
    EXPECT_THAT(file_drop(drop, id).str(),
                HasSubstr("accept=\"image/*\" multiple data-shrink=\"\" data-most=\"3\""));
    drop.accept = "application/pdf";
    drop.most = 1;
    EXPECT_THAT(file_drop(drop, id).str(), Not(HasSubstr("data-shrink")));
    EXPECT_THAT(file_drop(drop, id).str(), Not(HasSubstr("multiple")));
}

TEST(problem_summary, links_to_each_control) {
    const Wrong wrong[] = {{"tempat", "Tulis tempatnya"}};
    EXPECT_THAT(problem_summary("Belum terkirim", "Isian tersimpan.", wrong).str(),
                HasSubstr("<li><a href=\"#tempat\">Tulis tempatnya</a></li>"));
}

TEST(strip, marks_today_and_the_due_day) {
    const StripDay days[] = {{DayKind::off, DayIs::today, "Sel", "26", "libur"},
                             {DayKind::due, DayIs::another, "Rab", "27", "tenggat"}};
    std::string html = strip(days, "Hari demi hari", "2 hari kerja").str();
    EXPECT_THAT(html, HasSubstr("<li class=\"off today\">"));
    EXPECT_THAT(html, HasSubstr("<li class=\"due\">"));
    EXPECT_THAT(html, HasSubstr("strip-few"));
}

} // namespace
} // namespace html
