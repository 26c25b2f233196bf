// The one writer of an SQLite file: a thread that commits all units of work waiting for it in one synced
// commit, each in a savepoint of its own. A unit is acknowledged only after COMMIT.
#pragma once
#include "db/database.h"
#include "db/sqlite_connection.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <semaphore>
#include <thread>

namespace db {

class SqliteWriter {
public:
    SqliteWriter(std::filesystem::path file, Options options, Counters& counters);
    SqliteWriter(const SqliteWriter&) = delete;
    SqliteWriter& operator=(const SqliteWriter&) = delete;
    /// Finishes what waits.
    ~SqliteWriter();

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
        std::binary_semaphore done{0};
    };

    void loop();
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
    std::condition_variable arrived_;
    std::deque<Waiting*> queue_;
    bool stopping_ = false;
    std::jthread thread_; // last: it uses all the others
};

} // namespace db
