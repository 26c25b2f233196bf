#include "db/sqlite_connection.h"

#include "db/dialect/dialect.h"

#include <fmt/format.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

namespace db {

using namespace sqlite_api; // where SOCI's header puts sqlite3.h

namespace {

// SOCI hides the type information of its backends, which the vptr sanitizer wants.
[[clang::no_sanitize("vptr")]] void* native_of(soci::session& session) {
    return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}
sqlite3* as_sqlite(void* native) {
    return static_cast<sqlite3*>(native);
}
[[clang::no_sanitize("vptr")]] sqlite3_stmt* native_of(soci::statement& statement) {
    return static_cast<soci::sqlite3_statement_backend*>(statement.get_backend())->stmt_;
}

/// Once, before the first file is opened. A connection of ours is used by one thread at a time, so it needs
/// no locks of its own, and nobody asks how much memory SQLite has.
void configure_once() {
    [[maybe_unused]] static const bool done = [] {
        return sqlite3_config(SQLITE_CONFIG_MULTITHREAD) == SQLITE_OK &&
               sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
    }();
}

std::unique_ptr<soci::session> opened(const std::filesystem::path& file, Access access) {
    const std::string path = file.string();
    if (path.find('"') != std::string::npos) throw Unavailable("a quote in the path of the database");
    if (access == Access::write) {
        // Made here so that only its owner can read it; SQLite gives -wal and -shm the same mode.
        const int made = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
        if (made >= 0) ::close(made);
    }
    configure_once();
    try {
        return std::make_unique<soci::session>(soci::sqlite3, "dbname=\"" + path + "\"");
    } catch (const soci::soci_error& error) {
        throw Unavailable("cannot open " + path + ": " + error.get_error_message());
    }
}

} // namespace

SqliteConnection::SqliteConnection(const std::filesystem::path& file, Access access, const Options& options,
                                   Counters& counters)
    : Connection(opened(file, access), counters), native_(native_of(session())) {
    sqlite3_extended_result_codes(as_sqlite(native_), 1);
    sqlite3_busy_timeout(as_sqlite(native_), static_cast<int>(options.busy_timeout.count()));
    script("pragma foreign_keys = on; pragma temp_store = memory; pragma trusted_schema = off;"
           "pragma cell_size_check = on;");
    if (access == Access::write) {
        script("pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -64000;"
               "pragma journal_size_limit = 67108864; pragma wal_autocheckpoint = 4000;");
    } else {
        script("pragma query_only = on; pragma cache_size = -8000;");
    }
}

SqliteConnection::~SqliteConnection() {
    for (void* turn : turns_)
        sqlite3_finalize(static_cast<sqlite3_stmt*>(turn));
    forget_statements();
}

std::string SqliteConnection::text_of(const Statement& statement) const {
    return dialect::for_sqlite(statement.sqlite);
}

std::size_t SqliteConnection::column_count(soci::statement& statement) const {
    return static_cast<std::size_t>(sqlite3_column_count(native_of(statement)));
}

void SqliteConnection::rewind(soci::statement& statement) {
    // A statement that is not reset keeps its snapshot, and the log could not be checkpointed.
    if (auto* native = native_of(statement)) sqlite3_reset(native);
}

void SqliteConnection::take_turn(std::size_t which) {
    const auto sql = sqlite_turns[which];
    auto*& turn = turns_[which];
    int code = SQLITE_OK;
    if (!turn) {
        sqlite3_stmt* prepared = nullptr;
        code = sqlite3_prepare_v3(as_sqlite(native_), sql.data(), static_cast<int>(sql.size()),
                                  SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
        turn = prepared;
    }
    auto* native = static_cast<sqlite3_stmt*>(turn);
    if (code == SQLITE_OK) {
        sqlite3_step(native);
        code = sqlite3_reset(native);
    }
    if (code != SQLITE_OK)
        fail(sqlite3_extended_errcode(as_sqlite(native_)), sqlite3_errmsg(as_sqlite(native_)), sql);
}

void SqliteConnection::script(const std::string& sql) {
    const auto* turn = std::ranges::find(sqlite_turns, sql);
    if (turn != sqlite_turns.end()) return take_turn(static_cast<std::size_t>(turn - sqlite_turns.begin()));
    char* message = nullptr;
    const int code = sqlite3_exec(as_sqlite(native_), sql.c_str(), nullptr, nullptr, &message);
    if (code == SQLITE_OK) return;
    const std::string text = message ? message : sqlite3_errstr(code);
    sqlite3_free(message);
    fail(sqlite3_extended_errcode(as_sqlite(native_)), text, "script");
}

bool SqliteConnection::in_transaction() {
    return sqlite3_get_autocommit(as_sqlite(native_)) == 0;
}

void SqliteConnection::rethrow(const soci::soci_error& error, std::string_view query) {
    // Not what(): SOCI adds the bound values to it.
    fail(sqlite3_extended_errcode(as_sqlite(native_)), error.get_error_message(), query);
}

void SqliteConnection::fail(int code, const std::string& message, std::string_view query) {
    const std::string what = fmt::format("{}: {} ({})", query, message, code);
    if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY ||
        code == SQLITE_CONSTRAINT_ROWID)
        throw UniqueViolation(what);
    switch (code & 0xff) {
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: lost_ = true; throw Unavailable(what);
    case SQLITE_FULL:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_NOMEM:
    case SQLITE_PROTOCOL:
    case SQLITE_PERM: throw Unavailable(what);
    default: throw Error(what);
    }
}

} // namespace db
