// PostgreSQL: a pool; units of work run in the thread that asks.
//
// Units run under READ COMMITTED. Every UPDATE of something that people change checks its version and unique
// indexes settle who was first, so a lost update shows as zero rows, not as a wrong state; under REPEATABLE
// READ or SERIALIZABLE the queues (`for update skip locked`) and `on conflict do nothing` would fail with
// 40001 all day and run again. Reads are one REPEATABLE READ snapshot, which never fails.
#pragma once
#include "db/listeners.h"
#include "db/pool.h"
#include "db/postgres_connection.h"

namespace db {

class PostgresDatabase final : public Database {
public:
    /// Connects once, to say early when it cannot.
    PostgresDatabase(std::string url, Options options);

    [[nodiscard]] Engine engine() const override { return Engine::postgres; }
    [[nodiscard]] Statistics statistics() const override { return counters_.read(); }
    [[nodiscard]] std::string where() const override;
    [[nodiscard]] std::shared_ptr<void> listen(std::string topic, std::function<void()> told) override {
        return listeners_.add(std::move(topic), std::move(told));
    }
    [[nodiscard]] std::unique_ptr<Connection> own_connection() override;

private:
    enum class Attempt { done, again };

    void write_unit(detail::Unit unit) override;
    void read_unit(detail::Unit unit) override;
    Attempt try_to_write(detail::Unit unit, bool is_last);

    const std::string url_;
    const Options options_;
    Counters counters_;
    Listeners listeners_;
    Pool pool_;
};

} // namespace db
