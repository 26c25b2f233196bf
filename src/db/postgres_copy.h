// Rows in and out of PostgreSQL by COPY. Throws db::Error.
#pragma once
#include "db/postgres_connection.h"

#include <functional>

namespace db {

using CopyRow = std::span<const std::optional<std::string>>;

/// The rows of `sql` ("select ..."), each value as PostgreSQL writes it, null as nullopt.
void copy_out(PostgresConnection& connection, const std::string& sql,
              const std::function<void(CopyRow)>& take);

/// Rows into a table; nothing is in before finish().
class CopyIn {
public:
    CopyIn(PostgresConnection& connection, const std::string& table, const std::vector<std::string>& columns);
    void put(CopyRow row);
    void finish();

private:
    PostgresConnection& connection_;
    std::string buffer_;
};

/// The first column of every row.
[[nodiscard]] std::vector<std::string> texts(PostgresConnection& connection, const std::string& sql);

} // namespace db
