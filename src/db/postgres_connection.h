// A connection to PostgreSQL through SOCI and libpq.
#pragma once
#include "db/connection.h"
#include "db/database.h"

typedef struct pg_conn PGconn;

namespace db {

class PostgresConnection final : public Connection {
public:
    /// Throws Unavailable when the server cannot be reached.
    PostgresConnection(const std::string& url, const Options& options, Counters& counters);
    ~PostgresConnection() override;

    [[nodiscard]] Engine engine() const override { return Engine::postgres; }
    void script(const std::string& sql) override;
    [[nodiscard]] bool in_transaction() override;
    [[nodiscard]] bool is_lost() override;
    [[nodiscard]] PGconn* native() const { return native_; }

protected:
    [[nodiscard]] std::string text_of(const Statement& statement) const override;
    [[nodiscard]] std::string bind_name(std::string_view) const override { return {}; }
    void tell_names(soci::statement& statement, const detail::Names& names) override;
    [[nodiscard]] std::size_t column_count(soci::statement& statement) const override;
    void rewind(soci::statement&) override {} // all rows are here already
    [[noreturn]] void rethrow(const soci::soci_error& error, std::string_view query) override;

private:
    [[noreturn]] void fail(const std::string& state, const std::string& message, std::string_view query);
    PGconn* native_ = nullptr;
    bool lost_ = false;
};

} // namespace db
