// The one writer of an SQLite file. All units of work that wait are committed in one synced commit, each in a
// savepoint of its own, by the thread of the first of them: a unit that finds nobody at work wakes no other
// thread. A unit is acknowledged only after COMMIT.
#pragma once
#include "db/database.h"
#include "db/sqlite_connection.h"

#include <deque>
#include <exception>
#include <mutex>
#include <semaphore>

namespace db {

class SqliteWriter {
public:
    SqliteWriter(std::filesystem::path file, Options options, Counters& counters);
    SqliteWriter(const SqliteWriter&) = delete;
    SqliteWriter& operator=(const SqliteWriter&) = delete;

    /// Returns when the unit is committed (with the topics it signalled) or rolled back by its own result;
    /// throws what the unit or the database threw.
    std::vector<std::string> write(detail::Unit unit);

private:
    enum class Outcome { waiting, kept, refused, failed };
    struct Waiting {
        detail::Unit unit;
        Outcome outcome = Outcome::waiting;
        std::exception_ptr error = {};
        std::vector<std::string> signals = {};
        bool leads = false; ///< at its turn: it commits what waits, else it is done
        std::binary_semaphore turn{0};
    };

    void lead(const Waiting& own) noexcept;
    [[nodiscard]] std::vector<Waiting*> next_batch();
    void hand_over();
    void commit_together(const std::vector<Waiting*>& batch);
    void commit_alone(Waiting& waiting);
    void run_in_savepoint(Waiting& waiting);
    void run(Waiting& waiting);
    void settle(Waiting& waiting);
    void commit();
    void reopen_if_lost();

    const std::filesystem::path file_;
    const Options options_;
    Counters& counters_;
    std::unique_ptr<SqliteConnection> connection_;
    std::mutex mutex_;
    std::deque<Waiting*> queue_; ///< empty when nobody leads
    bool has_leader_ = false;
};

} // namespace db
