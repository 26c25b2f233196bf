#include "db/sqlite_database.h"

#include "db/unit_guard.h"

namespace db {

SqliteDatabase::SqliteDatabase(std::filesystem::path file, Options options)
    : file_(std::move(file)), options_(options), writer_(file_, options_, counters_),
      readers_(options_.readers, options_.busy_timeout, [this] {
          return std::make_unique<SqliteConnection>(file_, Access::read, options_, counters_);
      }) {}

void SqliteDatabase::write_unit(detail::Unit unit) {
    UnitGuard::must_be_outside();
    const auto guarded = [&unit](Tx& tx) {
        const UnitGuard inside;
        return unit(tx);
    };
    const auto signals =
        writer_.write({const_cast<void*>(static_cast<const void*>(&guarded)),
                       [](void* self, Tx& tx) { return (*static_cast<decltype(guarded)*>(self))(tx); }});
    listeners_.tell(signals);
}

void SqliteDatabase::read_unit(detail::Unit unit) {
    const UnitGuard inside;
    ++counters_.reads;
    auto reader = readers_.lend();
    reader->script("begin");
    Tx tx(*reader);
    unit(tx);
}

std::unique_ptr<Connection> SqliteDatabase::own_connection() {
    return std::make_unique<SqliteConnection>(file_, Access::read, options_, counters_);
}

} // namespace db
