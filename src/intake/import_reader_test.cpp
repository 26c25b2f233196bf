#include "intake/import_reader.h"

#include <gmock/gmock.h>

namespace intake {
namespace {

using Cells = std::vector<std::string>;
using ::testing::ElementsAre;

struct Read {
    std::vector<ImportRecord> records;
    std::optional<base::Problem> problem;
    char separator = ',';
};

Read read(ImportFormat format, std::string_view bytes, Cells columns, std::size_t piece) {
    ImportReader reader(format, std::move(columns));
    Read out;
    auto drain = [&] {
        while (auto record = reader.next())
            out.records.push_back(std::move(*record));
    };
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        reader.feed(bytes.substr(at, piece));
        drain();
    }
    reader.finish();
    drain();
    out.problem = reader.problem();
    out.separator = reader.separator();
    return out;
}

/// "line: cells" or "line! code field" of each record.
Cells told(const Read& read) {
    Cells out;
    for (const auto& record : read.records) {
        std::string line = std::to_string(record.line);
        if (record.problem) {
            line += "! " + record.problem->code;
            if (!record.problem->field.empty()) line += " " + record.problem->field;
        } else {
            line += ":";
            for (const auto& cell : record.cells)
                line += " [" + cell + "]";
        }
        out.push_back(std::move(line));
    }
    return out;
}

struct Row {
    const char* what;
    std::string_view bytes;
    Cells expected;
};

TEST(ImportReader, reads_files_as_offices_write_them_however_the_bytes_come) {
    const Row rows[] = {
        {"plain", "isi,waktu\na,1\nb,2\n", {"2: [a] [1]", "3: [b] [2]"}},
        {"without a last line end", "isi,waktu\na,1", {"2: [a] [1]"}},
        {"CRLF", "isi,waktu\r\na,1\r\nb,2\r\n", {"2: [a] [1]", "3: [b] [2]"}},
        {"byte order mark", "\xEF\xBB\xBFisi,waktu\na,1\n", {"2: [a] [1]"}},
        {"semicolons, commas in cells", "isi;waktu\na, dan b;1\n", {"2: [a, dan b] [1]"}},
        {"tabs", "isi\twaktu\na\t1\n", {"2: [a] [1]"}},
        {"other order, other columns", "no,waktu,isi\n7,1,a\n", {"2: [a] [1]"}},
        {"quotes", "isi,waktu\n\"a, \"\"b\"\"\",1\n", {"2: [a, \"b\"] [1]"}},
        {"lines within quotes", "isi,waktu\n\"a\nb\r\nc\",1\nd,2\n", {"2: [a\nb\r\nc] [1]", "5: [d] [2]"}},
        {"quoted header", "\"isi\";\"waktu\"\na;1\n", {"2: [a] [1]"}},
        {"a quote inside a cell", "isi,waktu\n5\" pipa,1\n", {"2: [5\" pipa] [1]"}},
        {"empty cells", "isi,waktu\n,\n\"\",1\n", {"2: [] []", "3: [] [1]"}},
        {"empty lines are none", "isi,waktu\n\na,1\n  \n\nb,2\n", {"3: [a] [1]", "6: [b] [2]"}},
        {"too few, too many cells",
         "isi,waktu\na\nb,1,2\nc,3\n",
         {"2! import.line cells", "3! import.line cells", "4: [c] [3]"}},
        {"words after a quote", "isi,waktu\n\"a\"b,1\nc,2\n", {"2! import.line quote", "3: [c] [2]"}},
        {"a quote never closed costs one line",
         "isi,waktu\n\"a,1\nb,2\nc,3\n",
         {"2! import.line quote", "3: [b] [2]", "4: [c] [3]"}},
        {"not UTF-8", "isi,waktu\n\xE9,1\nb,2\n", {"2! import.line utf8", "3: [b] [2]"}},
        {"nothing", "", {}},
        {"a header alone", "isi,waktu\n", {}},
    };
    for (const Row& row : rows)
        for (std::size_t piece : {std::size_t{1}, std::size_t{2}, std::size_t{7}, std::size_t{4096}})
            EXPECT_EQ(told(read(ImportFormat::csv, row.bytes, {"isi", "waktu"}, piece)), row.expected)
                << row.what << ", pieces of " << piece;
}

TEST(ImportReader, reads_objects_a_line) {
    constexpr std::string_view bytes = "{\"isi\":\"a\\nb\",\"waktu\":1,\"lain\":[1]}\n"
                                       "\n"
                                       "{\"isi\":\"c\"}\n"
                                       "{\"isi\":\n"
                                       "[1]\n"
                                       "{\"isi\":\"d\",\"waktu\":null}";
    for (std::size_t piece : {std::size_t{1}, std::size_t{5}, std::size_t{4096}})
        EXPECT_THAT(told(read(ImportFormat::jsonl, bytes, {"isi", "waktu"}, piece)),
                    ElementsAre("1: [a\nb] [1]", "3: [c] []", "4! json.malformed", "5! import.line object",
                                "6: [d] []"));
}

TEST(ImportReader, a_column_that_the_header_lacks_is_named) {
    auto out = read(ImportFormat::csv, "isi,tanggal\na,1\n", {"isi", "waktu"}, 3);
    EXPECT_TRUE(out.records.empty());
    ASSERT_TRUE(out.problem);
    EXPECT_EQ(out.problem->code, "field.missing");
    EXPECT_EQ(out.problem->field, "waktu");
}

TEST(ImportReader, what_is_too_long_is_rejected_alone_and_never_held) {
    const std::string longest(max_record_bytes - 2, 'x');
    const std::string huge(3 * max_record_bytes, 'x');
    for (std::size_t piece : {std::size_t{1000}, std::size_t{1} << 20}) {
        EXPECT_THAT(
            told(read(ImportFormat::csv, "isi,waktu\n" + huge + ",1\nb,2\n", {"isi", "waktu"}, piece)),
            ElementsAre("2! item.too_large", "3: [b] [2]"));
        EXPECT_THAT(told(read(ImportFormat::jsonl, huge + "\n{\"isi\":\"b\"}\n" + huge, {"isi"}, piece)),
                    ElementsAre("1! item.too_large", "2: [b]", "3! item.too_large"));
        auto fits = read(ImportFormat::csv, "isi,waktu\n" + longest + ",1\n", {"isi", "waktu"}, piece);
        ASSERT_EQ(fits.records.size(), 1u);
        EXPECT_FALSE(fits.records[0].problem);
        EXPECT_EQ(fits.records[0].cells[0].size(), longest.size());
    }
}

} // namespace
} // namespace intake
