// How each engine means to carry out a statement, line by line.
#pragma once
#include "db/dialect/dialect.h"
#include "db/tx.h"

#include <gtest/gtest.h>

#include <libpq-fe.h>
#include <memory>
#include <sqlite3.h>

namespace db::testing {

/// Without statistics but those that `analyze` has left in the file.
inline std::string plan_in_sqlite(const std::string& where, const Statement& statement) {
    sqlite3* file = nullptr;
    EXPECT_EQ(sqlite3_open_v2(where.c_str(), &file, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
    sqlite3_stmt* plan = nullptr;
    const std::string sql = "explain query plan " + std::string(statement.sqlite);
    EXPECT_EQ(sqlite3_prepare_v2(file, sql.c_str(), -1, &plan, nullptr), SQLITE_OK) << sqlite3_errmsg(file);
    std::string out;
    while (sqlite3_step(plan) == SQLITE_ROW)
        (out += reinterpret_cast<const char*>(sqlite3_column_text(plan, 3))) += '\n';
    sqlite3_finalize(plan);
    sqlite3_close(file);
    return out;
}

/// A session of PostgreSQL, for what is set in it decides on plans.
class PlansInPostgres {
public:
    explicit PlansInPostgres(const std::string& where) : connection_(PQconnectdb(where.c_str()), &PQfinish) {}

    /// What it answers: rows of one column, or what is wrong.
    std::string lines(const std::string& sql) {
        const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection_.get(), sql.c_str()),
                                                                   &PQclear);
        std::string out = PQresultErrorMessage(result.get());
        for (int row = 0; row < PQntuples(result.get()); ++row)
            (out += PQgetvalue(result.get(), row, 0)) += '\n';
        return out;
    }
    /// As it is run, prepared; `values` are its arguments as they stand in `execute`.
    std::string plan(const Statement& statement, const std::string& values) {
        EXPECT_EQ(lines("prepare looked as " + dialect::for_postgres(statement.postgres, statement.params)),
                  "")
            << statement.name;
        auto out = lines("explain execute looked(" + values + ")");
        lines("deallocate looked");
        return out;
    }

private:
    std::unique_ptr<PGconn, decltype(&PQfinish)> connection_;
};

} // namespace db::testing
