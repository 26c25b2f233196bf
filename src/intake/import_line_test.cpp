#include "intake/import_line.h"
#include "intake/import_reason.h"
#include "intake/import_time.h"

#include <gmock/gmock.h>

#include <set>

namespace intake {
namespace {

TEST(ImportTime, reads_what_registers_write) {
    struct Row {
        std::string_view text;
        std::string_view expected; ///< in UTC; empty: refused
    };
    constexpr Row rows[] = {
        {"2026-01-31 08:30:15", "2026-01-31T01:30:15.000Z"},
        {"2026-01-31T08:30:00Z", "2026-01-31T08:30:00.000Z"},
        {"2026-01-31T08:30+08:00", "2026-01-31T00:30:00.000Z"},
        {"2026-01-31", "2026-01-30T17:00:00.000Z"},
        {"31/01/2026 08.30", "2026-01-31T01:30:00.000Z"},
        {" 31/01/2026  8.30 ", "2026-01-31T01:30:00.000Z"},
        {"1/2/2026 23:59:59", "2026-02-01T16:59:59.000Z"},
        {"31-01-2026", "2026-01-30T17:00:00.000Z"},
        {"31.01.2026 08:30", "2026-01-31T01:30:00.000Z"},
        {"", ""},
        {"kemarin", ""},
        {"31/02/2026", ""},
        {"01/31/2026", ""},
        {"31/01/26", ""},
        {"31/01/2026 25.00", ""},
        {"31/01/2026 08", ""},
        {"31/01/2026 08.30 WIB", ""},
        {"31/01/20260", ""},
    };
    for (const Row& row : rows) {
        auto read = read_import_time(row.text, base::Zone::wib);
        EXPECT_EQ(read ? base::to_iso(*read) : "", row.expected) << row.text;
    }
}

TEST(ImportColumns, says_which_member_is_wrong) {
    struct Row {
        std::string_view spec;
        std::string_view problem; ///< "code field"; empty: fine
    };
    constexpr Row rows[] = {
        {"text=isi,created_at=waktu", ""},
        {" text = isi , created_at = tanggal+jam , id=no", ""},
        {"text=\"isi, lengkap\",created_at=waktu", ""},
        {"text=isi", "field.missing created_at"},
        {"created_at=waktu", "field.missing text"},
        {"text=isi,created_at=waktu,tex=a", "field.invalid tex"},
        {"text=isi,text=b,created_at=waktu", "field.invalid text"},
        {"text=,created_at=waktu", "field.invalid text"},
        {"text=isi,created_at", "field.invalid created_at"},
        {"", "field.invalid "},
    };
    for (const Row& row : rows) {
        auto columns = ImportColumns::parse(row.spec);
        EXPECT_EQ(columns ? "" : columns.error().code + " " + columns.error().field, row.problem) << row.spec;
    }
    auto columns = ImportColumns::parse("text=judul+isi,created_at=\"waktu, lokal\",area=kel+kec").value();
    EXPECT_THAT(columns.names(), ::testing::ElementsAre("judul", "isi", "waktu, lokal", "kel", "kec"));
    ImportRecord record;
    record.cells = {"Lampu ", " mati", "kini", "", "Tebet"};
    EXPECT_EQ(columns.value(record, ImportMember::text), "Lampu\nmati");
    EXPECT_EQ(columns.value(record, ImportMember::area), "Tebet");
    EXPECT_EQ(columns.value(record, ImportMember::id), "");
    record.cells = {"-", "", "-", "NaN", "Tebet"};
    EXPECT_EQ(columns.value(record, ImportMember::text), "-");
    EXPECT_EQ(columns.value(record, ImportMember::created_at), "");
    EXPECT_EQ(columns.value(record, ImportMember::area), "Tebet") << "what exports write for nothing";
}

class ImportLine : public ::testing::Test {
protected:
    static agency::Directory directory() {
        agency::DirectoryRows rows;
        rows.agency.id = base::AgencyId{1};
        rows.agency.regions = {"31"};
        rows.offices = {
            {.id = agency::OfficeId{5}, .parent = {}, .name = "Dinas Bina Marga", .short_name = "DBM"},
            {.id = agency::OfficeId{6},
             .parent = agency::OfficeId{5},
             .name = "Suku Dinas Selatan",
             .short_name = "Sudin Selatan"},
            {.id = agency::OfficeId{7},
             .parent = agency::OfficeId{5},
             .name = "Suku Dinas Lama",
             .short_name = "",
             .is_active = false},
        };
        rows.topics = {{.code = "jalan-berlubang", .name_id = "Jalan berlubang", .name_en = "Pothole"}};
        return agency::Directory(std::move(rows));
    }

    ImportLine() : directory_(directory()), names_(directory_, profile_.region.get()) {}

    base::Result<ImportedLine> read(std::vector<std::string> cells, const ImportRules& rules = {}) {
        ImportRecord record;
        for (const auto& cell : cells)
            record.raw += cell + ",";
        record.cells = std::move(cells);
        return read_import_line(columns_, record, names_, rules, before_);
    }

    agency::Directory directory_;
    triage::Profile profile_ = triage::shipped_reader().profile(std::vector<std::string>{"31"}, {});
    ImportNames names_;
    ImportColumns columns_ =
        ImportColumns::parse("text=a,created_at=b,office=c,topic=d,area=e,author=f,address=g,answered_at=h")
            .value();
    EqualLines before_;
};

TEST_F(ImportLine, names_offices_topics_and_areas_as_people_do) {
    auto line = read({"Lubang", "2026-01-31", "sudin selatan", "jalan berlubang", "Tebet Timur, Tebet",
                      "budi", "depan pasar"})
                    .value();
    EXPECT_EQ(line.decided.route->office, agency::OfficeId{6});
    EXPECT_EQ(line.decided.topic, "jalan-berlubang");
    EXPECT_EQ(line.decided.area, "31.74.01.1001");
    EXPECT_EQ(line.item.author.network_id, "budi");
    EXPECT_EQ(line.address, "depan pasar");
    struct Row {
        std::string_view office, area;
        std::string_view problem; ///< empty: fine
    };
    constexpr Row rows[] = {
        {"5", "31.74", ""},
        {"DINAS BINA MARGA", "Kec. Tebet", ""},
        {"", "", ""},
        {"Suku Dinas Lama", "", "office.unknown"},
        {"8", "", "office.unknown"},
        {"", "31.99", "area.unknown"},
        {"", "Bulan", "area.unknown"},
    };
    for (const Row& row : rows) {
        auto each =
            read({"Lubang", "2026-01-31", std::string(row.office), "", std::string(row.area), "", ""});
        EXPECT_EQ(each ? "" : each.error().code, row.problem) << row.office << row.area;
    }
}

TEST_F(ImportLine, finds_the_village_inside_the_district_that_stands_beside_it) {
    const struct {
        std::string_view name, code;
    } rows[] = {
        {"Jagakarsa, Jagakarsa", "31.74.09.1001"}, // both are called so
        {"Pasar Minggu, Pasar Minggu", "31.74.04.1001"},
        {"Tebet Barat, Tebet", "31.74.01.1002"},
        {"Jagakarsa", "31.74.09"},
    };
    for (const auto& row : rows) {
        auto area = names_.area(row.name);
        EXPECT_EQ(area.value_or(""), row.code) << row.name;
    }
}

TEST_F(ImportLine, unknown_names_are_left_to_people_and_words_when_told_so) {
    const ImportRules rules{UnknownName::leave, UnknownName::leave, UnknownName::leave};
    auto line = read({"Lubang", "2026-01-31", "Dinas Bulan", "kawah", "Bulan", "", ""}, rules).value();
    ASSERT_TRUE(line.decided.route);
    EXPECT_FALSE(line.decided.route->office);
    EXPECT_FALSE(line.decided.topic);
    EXPECT_FALSE(line.decided.area);
}

TEST_F(ImportLine, what_is_missing_or_unreadable_is_named) {
    auto wrong = [&](std::vector<std::string> cells) {
        auto line = read(std::move(cells));
        return line ? std::string() : line.error().code + " " + line.error().field;
    };
    EXPECT_EQ(wrong({"", "2026-01-31", "", "", "", "", ""}), "field.missing text");
    EXPECT_EQ(wrong({"a", "", "", "", "", "", ""}), "field.missing created_at");
    EXPECT_EQ(wrong({"a", "nanti", "", "", "", "", ""}), "field.invalid created_at");
    EXPECT_EQ(wrong({"a", "2026-01-31", "", "kawah", "", "", ""}), "topic.unknown topic");
    EXPECT_EQ(wrong({"a", "2026-01-31", "", "", "", "", "", "nanti"}), "field.invalid answered_at");
    EXPECT_EQ(wrong({"a", "2026-01-31", "", "", "", "", "", "2026-01-30"}), "field.invalid answered_at");
    EXPECT_THAT(std::string(import_reason({.kind = {}, .code = "field.invalid", .field = "answered_at"}).id),
                ::testing::HasSubstr("Waktu jawaban"));
    EXPECT_EQ(import_reason({.kind = {}, .code = "field.missing", .field = "text"}).id,
              "Isi laporan kosong.");
    EXPECT_NE(import_reason({.kind = {}, .code = "identity.erased"}).id, "");
}

TEST_F(ImportLine, knows_when_it_was_answered) {
    struct Row {
        const char *created, *answered;
        std::string_view expected; ///< in WIB; empty: never
    };
    constexpr Row rows[] = {
        {"2026-01-31 08:30", "2026-02-02 09:15", "2026-02-02T09:15:00.000+07:00"},
        {"2026-01-31 08:30", "31/01/2026 08.30", "2026-01-31T08:30:00.000+07:00"},
        {"2026-01-31 08:30", "31/01/2026", "2026-01-31T08:30:00.000+07:00"}, // the day itself, time unknown
        {"2026-01-31 08:30", " ", ""},
    };
    for (const Row& row : rows) {
        auto line = read({"Lubang", row.created, "", "", "", "", "", row.answered}).value();
        EXPECT_EQ(line.answered_at ? base::to_iso(*line.answered_at, base::Zone::wib) : "", row.expected)
            << row.answered;
    }
}

TEST_F(ImportLine, equal_lines_have_ids_of_their_own_and_the_same_each_time) {
    auto ids = [&] {
        before_ = {};
        std::vector<std::string> out;
        for (const char* text : {"a", "b", "a", "a"})
            out.push_back(read({text, "2026-01-31", "", "", "", "", ""})->item.network_id);
        return out;
    };
    const auto first = ids();
    EXPECT_EQ(std::set(first.begin(), first.end()).size(), 4u);
    EXPECT_EQ(first[0].substr(0, first[0].size() - 1), first[2].substr(0, first[2].size() - 1));
    EXPECT_EQ(ids(), first);
}

TEST(EqualLines, counts_each_hash_also_after_it_has_grown) {
    EqualLines lines;
    for (std::uint64_t hash = 0; hash < 5'000; ++hash)
        ASSERT_EQ(lines.ordinal(hash * 1024 + 2), 1u);
    for (std::uint64_t hash = 0; hash < 5'000; ++hash)
        ASSERT_EQ(lines.ordinal(hash * 1024 + 2), 2u);
    EXPECT_EQ(lines.ordinal(2), 3u);
    EXPECT_EQ(lines.ordinal(0), 1u);
}

} // namespace
} // namespace intake
