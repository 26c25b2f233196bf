#include "db/postgres_database.h"
#include "db/sqlite_database.h"

namespace db {

base::Result<std::unique_ptr<Database>> open(std::string_view where, Options options) {
    try {
        if (where.starts_with("postgresql://") || where.starts_with("postgres://"))
            return std::make_unique<PostgresDatabase>(std::string(where), options);
        return std::make_unique<SqliteDatabase>(std::filesystem::path(where), options);
    } catch (const Error& error) {
        return base::fail(base::Kind::unavailable, "database.unreachable", error.what());
    }
}

} // namespace db
