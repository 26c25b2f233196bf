#include "db/sqlite_file.h"

#include <fmt/format.h>

#include <sqlite3.h>

namespace db {

SqliteFile::SqliteFile(const std::filesystem::path& file, Mode mode)
    : file_(file), native_(nullptr, &sqlite3_close) {
    sqlite3* native = nullptr;
    const int flags = mode == Mode::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    const int code = sqlite3_open_v2(file.c_str(), &native, flags, nullptr);
    native_.reset(native);
    if (code != SQLITE_OK) fail();
    sqlite3_busy_timeout(native, 5'000);
}

void SqliteFile::fail() const {
    const int code = sqlite3_errcode(native_.get());
    const std::string what = fmt::format("{}: {} ({})", file_.string(), sqlite3_errmsg(native_.get()), code);
    if (code == SQLITE_FULL || code == SQLITE_BUSY || code == SQLITE_LOCKED || code == SQLITE_IOERR ||
        code == SQLITE_READONLY)
        throw Unavailable(what);
    throw Error(what);
}

void SqliteFile::run(const std::string& sql) {
    if (sqlite3_exec(native_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

SqliteFile::Prepared SqliteFile::prepare(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(native_.get(), sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) fail();
    return {statement, &sqlite3_finalize};
}

void SqliteFile::each_row(const std::string& sql, const std::function<void(Row)>& take) {
    const auto statement = prepare(sql);
    std::vector<std::optional<std::string>> row(
        static_cast<std::size_t>(sqlite3_column_count(statement.get())));
    int code = 0;
    while ((code = sqlite3_step(statement.get())) == SQLITE_ROW) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const int column = static_cast<int>(i);
            switch (sqlite3_column_type(statement.get(), column)) {
            case SQLITE_NULL: row[i].reset(); break;
            case SQLITE_FLOAT:
                row[i] = fmt::format("{}", sqlite3_column_double(statement.get(), column));
                break;
            default: {
                const auto* text =
                    reinterpret_cast<const char*>(sqlite3_column_text(statement.get(), column));
                row[i].emplace(text, static_cast<std::size_t>(sqlite3_column_bytes(statement.get(), column)));
            }
            }
        }
        take(row);
    }
    if (code != SQLITE_DONE) fail();
}

std::function<void(SqliteFile::Row)> SqliteFile::inserter(const std::string& table,
                                                          const std::vector<std::string>& columns) {
    std::string names;
    std::string marks;
    for (const auto& column : columns) {
        names += (names.empty() ? "" : ", ") + quoted(column);
        marks += marks.empty() ? "?" : ", ?";
    }
    auto statement = prepare("insert into " + quoted(table) + " (" + names + ") values (" + marks + ")");
    return [this, statement](Row row) {
        sqlite3_reset(statement.get());
        for (std::size_t i = 0; i < row.size(); ++i) {
            const int at = static_cast<int>(i) + 1;
            const int code = row[i] ? sqlite3_bind_text(statement.get(), at, row[i]->data(),
                                                        static_cast<int>(row[i]->size()), SQLITE_STATIC)
                                    : sqlite3_bind_null(statement.get(), at);
            if (code != SQLITE_OK) fail();
        }
        if (sqlite3_step(statement.get()) != SQLITE_DONE) fail();
        sqlite3_reset(statement.get());
    };
}

std::vector<std::string> SqliteFile::texts(const std::string& sql) {
    std::vector<std::string> out;
    each_row(sql, [&](Row row) { out.push_back(row[0].value_or("")); });
    return out;
}

std::vector<std::string> SqliteFile::tables() {
    return texts(
        "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like "
        "'sqlite\\_%' escape '\\' and name not like '%\\_progress' escape '\\' and name <> 'migrations' "
        "order by "
        "name");
}

std::vector<std::string> SqliteFile::columns(const std::string& table) {
    return texts("select name from pragma_table_info(" + quoted(table) + ") order by cid");
}

std::int64_t SqliteFile::rows(const std::string& table) {
    return std::stoll(texts("select count(*) from " + quoted(table)).at(0));
}

std::string quoted(const std::string& name) {
    std::string out = "\"";
    for (const char c : name)
        out.append(c == '"' ? 2 : 1, c);
    return out + "\"";
}

} // namespace db
