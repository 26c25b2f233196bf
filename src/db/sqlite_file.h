// An SQLite file handled beside the server's own connections: what backup and restore need, straight on the
// sqlite3 library since table names are data here. Throws db::Error.
#pragma once
#include "db/error.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace db {

class SqliteFile {
public:
    enum class Mode { read_only, read_write };
    /// The file must exist.
    SqliteFile(const std::filesystem::path& file, Mode mode);

    void run(const std::string& sql);
    /// The first column of every row, as text.
    [[nodiscard]] std::vector<std::string> texts(const std::string& sql);
    /// Ordinary tables by name, without those of SQLite, of full-text indexes, those that say how far such an
    /// index was made ("search_progress"), and `migrations`.
    [[nodiscard]] std::vector<std::string> tables();
    [[nodiscard]] std::vector<std::string> columns(const std::string& table);
    [[nodiscard]] std::int64_t rows(const std::string& table);

    using Row = std::span<const std::optional<std::string>>;
    /// A null is nullopt; numbers are text that reads back as the same number.
    void each_row(const std::string& sql, const std::function<void(Row)>& take);
    /// Gives a function that inserts a row; the types of the columns turn text into numbers.
    [[nodiscard]] std::function<void(Row)> inserter(const std::string& table,
                                                    const std::vector<std::string>& columns);

private:
    using Prepared = std::shared_ptr<sqlite3_stmt>;
    [[nodiscard]] Prepared prepare(const std::string& sql);
    [[noreturn]] void fail() const;
    std::filesystem::path file_;
    std::unique_ptr<sqlite3, int (*)(sqlite3*)> native_;
};

/// "name" as SQL.
[[nodiscard]] std::string quoted(const std::string& name);

} // namespace db
