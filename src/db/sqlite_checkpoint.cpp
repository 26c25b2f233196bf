#include "db/sqlite_checkpoint.h"

namespace db {
namespace {

constexpr int long_log = 4'000; // pages: 16 MB
constexpr int short_rest = 400; // pages that the writer moves in some milliseconds
constexpr int most_passes = 4;
/// Where nothing beside the writer gets the log shorter, the writer does it all, as SQLite would.
constexpr int too_long_log = 16'000; // 64 MB

} // namespace

SqliteCheckpoint::SqliteCheckpoint(std::filesystem::path file, Options options, Counters& counters)
    : file_(std::move(file)), options_(options), counters_(counters),
      thread_([this](const std::stop_token& stop) { loop(stop); }) {}

void SqliteCheckpoint::committed(SqliteConnection& writer) {
    const int pages = writer.log_pages();
    if (pages < long_log) return;
    auto state = state_.load();
    if (state == State::only_rest_left || pages >= too_long_log) {
        writer.checkpoint();
        if (state == State::only_rest_left) state_ = State::idle;
        return;
    }
    if (state == State::idle && state_.compare_exchange_strong(state, State::asked)) {
        const std::lock_guard lock(mutex_);
        asked_.notify_one();
    }
}

void SqliteCheckpoint::loop(const std::stop_token& stop) {
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            asked_.wait(lock, stop, [this] { return state_ == State::asked; });
        }
        if (stop.stop_requested()) return;
        state_ = move_most() ? State::only_rest_left : State::idle;
    }
}

bool SqliteCheckpoint::move_most() try {
    SqliteConnection connection(file_, Access::write, options_, counters_);
    for (int pass = 0; pass < most_passes; ++pass) {
        const auto log = connection.checkpoint();
        if (log.pages - log.moved <= short_rest) break;
    }
    return true;
} catch (const std::exception&) {
    return false;
}

} // namespace db
