#include "channels/sp4n_lapor/judgement.h"

#include <gtest/gtest.h>

namespace channels::sp4n_lapor {
namespace {

using base::Zone;

agency::Directory directory() {
    agency::DirectoryRows rows;
    rows.agency.id = base::AgencyId{1};
    rows.offices = {{.id = agency::OfficeId{11}, .parent = {}, .name = "Dinas", .short_name = "Dinas"},
                    {.id = agency::OfficeId{12},
                     .parent = agency::OfficeId{11},
                     .name = "Suku Dinas Selatan",
                     .short_name = "Sudin Selatan"}};
    rows.topics = {{.code = "jalan-rusak", .name_id = "Jalan rusak", .name_en = "Road"}};
    return agency::Directory(std::move(rows));
}

const std::vector<std::string> head{"Tracking ID",
                                    "Tanggal Laporan",
                                    "Judul",
                                    "Isi Laporan",
                                    "Kategori",
                                    "Klasifikasi",
                                    "Status",
                                    "Instansi Terdisposisi",
                                    "Lokasi",
                                    "Sifat",
                                    "Berkadar Pengawasan",
                                    "Nama Pelapor"};
std::vector<std::string> cells() {
    return {"7000001",   "05/10/2026 08:30",      "Jalan rusak",   "Lubang dalam", "Jalan Rusak",
            "Pengaduan", "Belum Ditindaklanjuti", "sudin selatan", "Jl. Contoh",   "Normal",
            "Tidak",     "Warga Contoh"};
}
base::Result<Line> read(std::vector<std::string> row) {
    return read_line({.line = 2, .cells = std::move(row), .is_too_large = false},
                     Columns::find(head, {}).value(), Zone::wib);
}
std::vector<std::string> with(std::size_t at, std::string value) {
    auto row = cells();
    row[at] = std::move(value);
    return row;
}

TEST(Lines, become_what_their_words_mean_here) {
    const auto of = directory();
    const Labels labels({}, of);
    auto arrival = arrival_of(read(cells()).value(), labels);
    EXPECT_EQ(arrival.item.network_id, "7000001");
    EXPECT_EQ(arrival.item.text, "Jalan rusak\n\nLubang dalam");
    EXPECT_EQ(arrival.item.identity, "public");
    EXPECT_EQ(arrival.item.author.name, "Warga Contoh");
    EXPECT_EQ(arrival.kind, triage::Kind::complaint);
    EXPECT_EQ(arrival.topic, "jalan-rusak");
    EXPECT_EQ(arrival.office, agency::OfficeId{12});
    EXPECT_EQ(arrival.case_class, cases::Class::no_oversight);
    EXPECT_EQ(arrival.place, "Jl. Contoh");
}

TEST(Lines, secrecy_is_taken_at_its_strictest) {
    const auto of = directory();
    const Labels labels({}, of);
    struct {
        const char* nature;
        const char* identity;
        bool keeps_name;
    } const table[] = {
        {"", "public", true},
        {"Biasa", "public", true},
        {"Anonim", "anonim", true},
        {"RAHASIA", "rahasia", true},
        {"Anonim, Rahasia", "rahasia", false},
        {"entah apa", "rahasia", true},
    };
    for (const auto& row : table) {
        auto arrival = arrival_of(read(with(9, row.nature)).value(), labels);
        EXPECT_EQ(arrival.item.identity, row.identity) << row.nature;
        EXPECT_EQ(arrival.item.author.name.has_value(), row.keeps_name) << row.nature;
    }
}

TEST(Lines, that_cannot_be_right_name_their_field) {
    struct {
        std::size_t at;
        std::string value;
        const char* code;
        const char* field;
    } const table[] = {
        {0, "", "field.missing", "tracking_id"},
        {0, "12 34", "field.invalid", "tracking_id"},
        {0, std::string(41, '1'), "field.invalid", "tracking_id"},
        {1, "kemarin", "field.invalid", "date"},
        {3, " ", "field.missing", "text"},
        {3, std::string(10'001, 'x'), "item.too_large", "text"},
        {4, std::string(121, 'x'), "item.too_large", "category"},
        {7, std::string("a\0b", 3), "field.invalid", "unit"},
    };
    for (const auto& row : table) {
        auto line = read(with(row.at, row.value));
        ASSERT_FALSE(line) << row.at;
        EXPECT_EQ(line.error().code, row.code) << row.at;
        EXPECT_EQ(line.error().field, row.field) << row.at;
    }
    EXPECT_EQ(read(with(0, "#7000001"))->tracking_id, "7000001");
    EXPECT_EQ(
        read_line({.line = 1, .cells = {}, .is_too_large = true}, Columns::find(head, {}).value(), Zone::wib)
            .error()
            .code,
        "import.line");
    EXPECT_TRUE(read({"7000001", "05/10/2026", "", "Lubang"})) << "a row may end early";
}

TEST(Columns, are_found_by_usual_or_by_named_headers) {
    EXPECT_EQ(Columns::find(std::vector<std::string>{"Nomor"}, {}).error().field, "tracking_id");
    const std::vector<std::string> own{"NOMOR ADUAN", "tgl laporan", "Uraian"};
    EXPECT_EQ(Columns::find(own, {}).error().code, "lapor.column_missing");
    const std::vector<NamedColumn> named{{Field::tracking_id, "Nomor Aduan"}};
    EXPECT_EQ(Columns::find(own, named)->cell({"1", "2", "3"}, Field::text), "3");
    // A name that the file does not have is a mistake to be seen, not to be guessed around.
    const std::vector<NamedColumn> wrong{{Field::tracking_id, "Nomor"}};
    EXPECT_FALSE(Columns::find(head, wrong));
}

TEST(Labels, of_the_agency_win_over_shipped_ones) {
    const auto of = directory();
    const Labels labels({{Subject::status, "selesai", "Selesai", "resolved", 1},
                         {Subject::category, "lubang", "Lubang", std::nullopt, 5}},
                        of);
    EXPECT_EQ(labels.as<cases::State>(Subject::status, "SELESAI "), cases::State::resolved);
    EXPECT_EQ(labels.as<cases::State>(Subject::status, "ditunda"), cases::State::awaiting_reporter);
    EXPECT_FALSE(labels.meaning(Subject::category, "Lubang")) << "seen, not mapped";
    EXPECT_FALSE(labels.meaning(Subject::unit, ""));
    for (const auto& state : base::codes<cases::State>)
        EXPECT_NE(labels.word_for(state.value), state.code) << "every state has a word for LAPOR!";
}

TEST(Judgement, compares_with_what_lapor_said_last) {
    const auto of = directory();
    const Labels labels({}, of);
    auto line = read(cells()).value();
    const LaporCase known{.tracking_id = "7000001",
                          .case_id = {},
                          .import_id = ImportId{5},
                          .status = "belum ditindaklanjuti",
                          .case_class = {}};
    EXPECT_EQ(judge(line, labels, std::nullopt, ImportId{6}), Fate::fresh);
    EXPECT_EQ(judge(line, labels, known, ImportId{6}), Fate::known);
    EXPECT_EQ(judge(line, labels, known, ImportId{5}), Fate::ours);
    EXPECT_TRUE(differences(line, labels, known).empty()) << "no class said counts as none";
    line.status = "Selesai";
    line.oversight = "Ya";
    EXPECT_EQ(differences(line, labels, known).size(), 2u);
    EXPECT_EQ(judge(line, labels, std::nullopt, ImportId{6}), Fate::finished);
    EXPECT_EQ(judge(line, labels, known, ImportId{6}), Fate::known);
    line.status = "";
    line.oversight = "";
    EXPECT_TRUE(differences(line, labels, known).empty()) << "an empty cell says nothing";
}

} // namespace
} // namespace channels::sp4n_lapor
