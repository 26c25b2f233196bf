// A file of lines to import, read as it comes: bytes in pieces, records out, each with the cells of the
// columns that were asked for. Pure; holds no more than one record and one piece. A record that cannot be
// read carries its problem and the next one is read all the same; a header that lacks a column is the file's
// problem().
#pragma once
#include "base/codes.h"
#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

/// csv: RFC 4180, also with ";" or a tab between cells and with a byte order mark. jsonl: an object a line.
enum class ImportFormat { csv, jsonl };

inline constexpr std::size_t max_record_bytes = 128 * 1024; ///< three times what max_text can need
inline constexpr std::size_t max_import_columns = 1'000;

struct ImportRecord {
    std::int64_t line = 0;          ///< of the file, from 1, where it begins
    std::string raw;                ///< as it stands there, without the end of its line
    std::vector<std::string> cells; ///< in the order asked for; empty where an object lacks the member
    /// `import.line` about "quote", "cells", "utf8" or "object", `item.too_large`, `json.malformed`.
    std::optional<base::Problem> problem;
};

class ImportReader {
public:
    ImportReader(ImportFormat format, std::vector<std::string> columns)
        : format_(format), columns_(std::move(columns)) {}

    void feed(std::string_view bytes);
    /// Nothing more comes: what is left is the last record.
    void finish() { finished_ = true; }
    /// Empty when it needs more bytes, when all are read, or when the file has a problem().
    [[nodiscard]] std::optional<ImportRecord> next();

    /// `field.missing` with the name of a column that the header lacks.
    [[nodiscard]] const std::optional<base::Problem>& problem() const noexcept { return problem_; }
    [[nodiscard]] const std::string& header() const noexcept { return header_; } ///< raw; csv only
    [[nodiscard]] char separator() const noexcept { return separator_; }

private:
    struct Scanned;
    [[nodiscard]] std::optional<Scanned> scan() const;
    [[nodiscard]] std::optional<Scanned> scan_line() const;
    [[nodiscard]] std::optional<ImportRecord> take();
    [[nodiscard]] bool read_header(const ImportRecord& first);
    void choose_cells(ImportRecord& record) const;
    void read_object(ImportRecord& record) const;

    ImportFormat format_;
    std::vector<std::string> columns_;
    std::vector<std::size_t> places_; ///< of columns_ among the cells of a record
    std::size_t width_ = 0;           ///< cells of the header
    std::string buffer_;
    std::size_t at_ = 0;
    std::int64_t line_ = 1;
    char separator_ = ',';
    bool begun_ = false;
    bool has_header_ = false;
    bool finished_ = false;
    bool skipping_ = false; ///< over the rest of a line that was too long
    std::string header_;
    std::optional<base::Problem> problem_;
};

} // namespace intake

template <> inline constexpr auto base::codes<intake::ImportFormat> =
    std::to_array<base::Coded<intake::ImportFormat>>({
        {intake::ImportFormat::csv, "csv"},
        {intake::ImportFormat::jsonl, "jsonl"},
    });
