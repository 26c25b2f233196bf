// A connection to an SQLite file: WAL, every commit synced.
#pragma once
#include "db/connection.h"
#include "db/database.h"

#include <array>
#include <filesystem>

namespace db {

enum class Access { read, write };

/// What begins and ends every unit: prepared once, for reading the words took longer than doing what they
/// say.
inline constexpr std::array<std::string_view, 6> sqlite_turns = {
    "begin", "begin immediate", "commit", "rollback", "savepoint unit", "release unit"};

class SqliteConnection final : public Connection {
public:
    SqliteConnection(const std::filesystem::path& file, Access access, const Options& options,
                     Counters& counters);
    ~SqliteConnection() override;

    [[nodiscard]] Engine engine() const override { return Engine::sqlite; }
    void script(const std::string& sql) override;
    [[nodiscard]] bool in_transaction() override;
    [[nodiscard]] bool is_lost() override { return lost_; }

protected:
    [[nodiscard]] std::string text_of(const Statement& statement) const override;
    [[nodiscard]] std::string bind_name(std::string_view name) const override { return std::string(name); }
    void tell_names(soci::statement&, const detail::Names&) override {} // SQLite knows them
    [[nodiscard]] std::size_t column_count(soci::statement& statement) const override;
    void rewind(soci::statement& statement) override;
    [[noreturn]] void rethrow(const soci::soci_error& error, std::string_view query) override;

private:
    [[noreturn]] void fail(int code, const std::string& message, std::string_view query);
    void take_turn(std::size_t which);
    void* native_ = nullptr;                            ///< sqlite3*
    std::array<void*, sqlite_turns.size()> turns_ = {}; ///< sqlite3_stmt*, as each was first needed
    bool lost_ = false; ///< an I/O error: what the connection believes of its file may be wrong
};

} // namespace db
