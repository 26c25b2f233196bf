#include "outgoing/builtin_words.h"
#include "outgoing/examples.h"
#include "outgoing/facts.h"
#include "outgoing/letter.h"
#include "outgoing/template.h"

#include <gtest/gtest.h>

namespace outgoing {
namespace {

Facts facts() {
    Facts out;
    out.set(Variable::kode, "TGP-7K3M-9QXT");
    out.set(Variable::unit, "Suku Dinas {kode} Selatan");
    return out;
}

TEST(Templates, become_text_and_lines_without_their_data_are_left_out) {
    struct Row {
        std::string_view body, text;
    };
    for (const auto& [body, text] : std::to_array<Row>({
             {"Kode {kode}.", "Kode TGP-7K3M-9QXT."},
             {"Kode {kode}.\nPaling lambat {tenggat}.\nTerima kasih.", "Kode TGP-7K3M-9QXT.\nTerima kasih."},
             {"Paling lambat {tenggat}.", ""},
             {"Satu\n\n{alasan}\n\nDua", "Satu\n\nDua"},
             {"{kode}{kode}", "TGP-7K3M-9QXTTGP-7K3M-9QXT"},
             {"oleh {unit}", "oleh Suku Dinas kode Selatan"}, // a value is never read as a variable
             {"", ""},
         }))
        EXPECT_EQ(compose({"Subjek {kode} {tenggat}", std::string(body)}, facts()),
                  (Template{"Subjek TGP-7K3M-9QXT", std::string(text)}))
            << body;
}

TEST(Templates, with_names_that_are_unknown_are_refused_and_the_name_is_said) {
    struct Row {
        std::string_view subject, body, code, field, detail;
    };
    for (const auto& row : std::to_array<Row>({
             {"{kode}", "Halo {nama}", "template.variable", "isi", "{nama}"},
             {"{Kode}", "Halo", "template.variable", "subjek", "{Kode}"},
             {"a", "Halo {kode", "template.variable", "isi", "{"},
             {"a", "Halo kode}", "template.variable", "isi", "}"},
             {"a", "{}", "template.variable", "isi", "{}"},
             {"a", "{{kode}}", "template.variable", "isi", "{"},
             {"a", "{ko\nde}", "template.variable", "isi", "{"},
             {"", "Halo", "field.missing", "subjek", ""},
             {"a", "  ", "field.missing", "isi", ""},
             {"a\nBcc: x@contoh.id", "Halo", "field.invalid", "subjek", ""},
         })) {
        auto read = checked({std::string(row.subject), std::string(row.body)});
        ASSERT_FALSE(read) << row.subject << row.body;
        EXPECT_EQ(read.error().code, row.code) << row.body;
        EXPECT_EQ(read.error().field, row.field);
        if (!row.detail.empty()) EXPECT_EQ(read.error().detail, row.detail);
    }
    EXPECT_EQ(checked({std::string(121, 'a'), "b"}).error().code, "item.too_large");
    EXPECT_EQ(checked({"a", std::string(2001, 'b')}).error().field, "isi");
}

TEST(Templates, that_are_shipped_can_be_saved_in_both_languages_and_say_something_with_the_least_data) {
    for (const auto& each : base::codes<TemplateKey>) {
        EXPECT_EQ(words::builtin(each.value).key, each.value);
        for (auto language : {base::Language::id, base::Language::en}) {
            const Template shipped = builtin(each.value, language);
            auto read = checked(shipped);
            ASSERT_TRUE(read) << each.code;
            EXPECT_EQ(*read, shipped);
            EXPECT_EQ(shipped.body.find('!'), std::string::npos) << "no exclamation marks";
            Facts least; // what every case has, and the day without which nothing is scheduled
            least.set(Variable::kode, "TGP-7K3M-9QXT");
            least.set(Variable::unit, "Suku Dinas");
            least.set(Variable::tanggal, "Senin, 8 Juni 2026");
            EXPECT_FALSE(compose(shipped, least).body.empty()) << each.code;
            Facts examples;
            fill_with_examples(examples, language);
            EXPECT_EQ(compose(shipped, examples).body.find('{'), std::string::npos);
        }
    }
}

TEST(Templates, of_discreet_mails_hold_nothing_but_the_code) {
    for (auto key : {TemplateKey::discreet, TemplateKey::received_sealed})
        for (auto language : {base::Language::id, base::Language::en}) {
            const auto text = builtin(key, language);
            for (const auto& each : base::codes<Variable>)
                if (each.value != Variable::kode)
                    EXPECT_EQ((text.subject + text.body).find("{" + std::string(each.code) + "}"),
                              std::string::npos);
        }
}

TEST(SpokenOpening, names_the_day_and_the_hour) {
    struct Row {
        std::string_view now, opening, id, en;
    };
    for (const auto& row : std::to_array<Row>({
             {"2026-11-23T05:00", "2026-11-23T07:30", "hari ini pukul 07.30 WIB", "today at 07.30 WIB"},
             {"2026-11-20T18:00", "2026-11-23T07:30", "Senin pukul 07.30 WIB", "Monday at 07.30 WIB"},
             {"2026-11-20T18:00", "2026-11-27T07:30", "Jumat, 27 November 2026 pukul 07.30 WIB",
              "Friday, 27 November 2026 at 07.30 WIB"},
         })) {
        const auto now = base::parse_time(row.now).value();
        const auto opening = base::parse_time(row.opening).value();
        EXPECT_EQ(spoken_opening(opening, now, base::Zone::wib, base::Language::id), row.id);
        EXPECT_EQ(spoken_opening(opening, now, base::Zone::wib, base::Language::en), row.en);
    }
}

TEST(Letters, say_where_to_look_and_who_writes) {
    const auto text = letter({.message = "Halo.", .agency = "Dinas", .link = "https://a.id/laporan/K"});
    EXPECT_TRUE(text.starts_with("Halo.\n\nPantau laporan di https://a.id/laporan/K\n")) << text;
    EXPECT_NE(text.find("\nDinas\n"), std::string::npos);
    EXPECT_EQ(letter({.message = "Halo.", .agency = "Dinas", .link = ""}).find("Pantau"), std::string::npos);
}

TEST(Letters, get_the_secret_of_the_link_only_as_they_leave) {
    const auto resting = letter({.message = "Tulis {kunci}.",
                                 .agency = "Dinas",
                                 .link = "",
                                 .private_link = "https://a.id/lacak/K?kunci=" + std::string(secret_slot)});
    const auto sent = with_secret(resting, "abc");
    EXPECT_NE(sent.find("https://a.id/lacak/K?kunci=abc\n"), std::string::npos) << sent;
    EXPECT_TRUE(sent.starts_with("Tulis {kunci}."));
    EXPECT_EQ(with_secret(resting, std::nullopt).find("lacak"), std::string::npos);
    const auto plain = letter({.message = "Halo.", .agency = "Dinas", .link = ""});
    EXPECT_EQ(with_secret(plain, "abc"), plain);
}

} // namespace
} // namespace outgoing
