// Moves what was committed from the write-ahead log into the file, on a thread beside the writer: the copying
// and its syncs cost as much as a quarter of the writer's time. What is committed meanwhile is a short rest,
// which the writer moves itself so that the log begins anew (https://sqlite.org/wal.html, "Checkpointing").
#pragma once
#include "db/sqlite_connection.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace db {

class SqliteCheckpoint {
public:
    SqliteCheckpoint(std::filesystem::path file, Options options, Counters& counters);
    SqliteCheckpoint(const SqliteCheckpoint&) = delete;
    SqliteCheckpoint& operator=(const SqliteCheckpoint&) = delete;

    /// After each commit, by the writer: begins when the log is long, and has `writer` move the rest.
    void committed(SqliteConnection& writer);

private:
    enum class State { idle, asked, only_rest_left };

    void loop(const std::stop_token& stop);
    /// False when it could not: a disk that is full, a file that is gone. The next commit asks again.
    bool move_most();

    const std::filesystem::path file_;
    const Options options_;
    Counters& counters_;
    std::atomic<State> state_{State::idle};
    std::mutex mutex_;
    std::condition_variable_any asked_;
    std::jthread thread_; // last: it uses all the others
};

} // namespace db
