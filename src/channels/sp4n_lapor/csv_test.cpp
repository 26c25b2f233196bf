#include "channels/sp4n_lapor/csv.h"

#include <gmock/gmock.h>

namespace channels::sp4n_lapor {
namespace {

using ::testing::ElementsAre;
using Rows = std::vector<std::vector<std::string>>;

Rows read(std::string_view text, char separator, std::size_t piece = 3) {
    Rows out;
    CsvReader reader(separator, [&](CsvRow&& row) { out.push_back(std::move(row.cells)); });
    for (std::size_t i = 0; i < text.size(); i += piece)
        reader.feed(text.substr(i, piece));
    reader.finish();
    return out;
}

TEST(Csv, reads_what_offices_write) {
    struct {
        const char* text;
        char separator;
        Rows rows;
    } const table[] = {
        {"a,b\n1,2\n", ',', {{"a", "b"}, {"1", "2"}}},
        {"a;b\r\n1;2", ';', {{"a", "b"}, {"1", "2"}}},
        {"a\tb\r1\t2\r", '\t', {{"a", "b"}, {"1", "2"}}},
        {"\xEF\xBB\xBFnomor;isi\n1;x", ';', {{"nomor", "isi"}, {"1", "x"}}},
        {"1,\"dua\nbaris\",3", ',', {{"1", "dua\nbaris", "3"}}},
        {"\"kata \"\"lubang\"\"\",x", ',', {{"kata \"lubang\"", "x"}}},
        {"a\"b,c", ',', {{"a\"b", "c"}}},
        {"\n \n;;\nx;y\n\n", ';', {{"x", "y"}}},
        {"a,,\n", ',', {{"a", "", ""}}},
        {"\"tak ditutup,\nx", ',', {{"tak ditutup,\nx"}}},
    };
    for (const auto& row : table)
        for (std::size_t piece : {1UL, 3UL, 100UL})
            EXPECT_EQ(read(row.text, row.separator, piece), row.rows)
                << row.text << " in pieces of " << piece;
}

TEST(Csv, says_on_which_line_a_row_begins) {
    std::vector<std::int64_t> lines;
    CsvReader reader(',', [&](CsvRow&& row) { lines.push_back(row.line); });
    reader.feed("h\r\n\"dua\r\nbaris\"\r\n\r\nakhir\r\n");
    reader.finish();
    EXPECT_THAT(lines, ElementsAre(1, 2, 5));
}

TEST(Csv, reads_windows_1252_where_a_row_is_no_utf8) {
    EXPECT_EQ(read("caf\xE9;\x93halo\x94\ncafé;x", ';'), (Rows{{"café", "“halo”"}, {"café", "x"}}));
}

TEST(Csv, keeps_rows_within_limits_and_goes_on) {
    std::vector<CsvRow> rows;
    CsvReader reader(',', [&](CsvRow&& row) { rows.push_back(std::move(row)); });
    reader.feed(std::string(most_row_bytes + 5, 'x') + "\n" + std::string(most_cells + 5, ',') + "y\nok,1\n");
    reader.finish();
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_TRUE(rows[0].is_too_large);
    EXPECT_TRUE(rows[1].is_too_large);
    EXPECT_FALSE(rows[2].is_too_large);
    EXPECT_LE(rows[0].cells.front().size(), most_row_bytes);
}

TEST(Csv, guesses_the_separator_and_knows_what_is_no_csv) {
    EXPECT_EQ(guess_separator("Tracking ID;Tanggal, jam;Isi\n1,2,3,4,5"), ';');
    EXPECT_EQ(guess_separator("\"a;b;c\",x\n"), ',');
    EXPECT_EQ(guess_separator("a\tb"), '\t');
    EXPECT_EQ(guess_separator("satu"), ',');
    EXPECT_EQ(not_csv("PK\x03\x04...."), NotCsv::spreadsheet);
    EXPECT_EQ(not_csv("\xFF\xFEh\0"), NotCsv::utf16);
    EXPECT_EQ(not_csv("Tracking ID"), NotCsv::none);
}

TEST(Csv, writes_nothing_that_a_spreadsheet_would_run) {
    struct {
        const char* text;
        const char* cell;
    } const table[] = {
        {"biasa", "biasa"},
        {"=1+1", "'=1+1"},
        {"+62811", "'+62811"},
        {"-1", "'-1"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"\t=1", "\"'\t=1\""},
        {"  =cmd|' /C'", "\"'  =cmd|' /C'\""},
        {"a;b", "\"a;b\""},
        {"dua\nbaris", "\"dua\nbaris\""},
        {"kata \"x\"", "\"kata \"\"x\"\"\""},
    };
    for (const auto& row : table)
        EXPECT_EQ(csv_cell(row.text, ';'), row.cell);
    EXPECT_EQ(read(csv_line({"a;b", "=x", "\"q\""}, ';'), ';'), (Rows{{"a;b", "'=x", "\"q\""}}));
}

} // namespace
} // namespace channels::sp4n_lapor
