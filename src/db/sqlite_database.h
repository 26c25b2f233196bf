// SQLite: one writer with group commit, several readers over the write-ahead log.
#pragma once
#include "db/listeners.h"
#include "db/pool.h"
#include "db/sqlite_writer.h"

namespace db {

class SqliteDatabase final : public Database {
public:
    SqliteDatabase(std::filesystem::path file, Options options);

    [[nodiscard]] Engine engine() const override { return Engine::sqlite; }
    [[nodiscard]] Statistics statistics() const override { return counters_.read(); }
    [[nodiscard]] std::string where() const override { return file_.string(); }
    [[nodiscard]] std::shared_ptr<void> listen(std::string topic, std::function<void()> told) override {
        return listeners_.add(std::move(topic), std::move(told));
    }
    [[nodiscard]] std::unique_ptr<Connection> own_connection() override;

private:
    void write_unit(detail::Unit unit) override;
    void read_unit(detail::Unit unit) override;

    const std::filesystem::path file_;
    const Options options_;
    Counters counters_;
    Listeners listeners_;
    SqliteWriter writer_;
    Pool readers_;
};

} // namespace db
