#include "db/sqlite_writer.h"

#include <algorithm>

namespace db {

SqliteWriter::SqliteWriter(std::filesystem::path file, Options options, Counters& counters)
    : file_(std::move(file)), options_(options), counters_(counters),
      connection_(std::make_unique<SqliteConnection>(file_, Access::write, options_, counters_)) {}

std::vector<std::string> SqliteWriter::write(detail::Unit unit) {
    Waiting waiting{.unit = unit};
    ++counters_.waiting;
    bool is_alone = false;
    {
        const std::lock_guard lock(mutex_);
        queue_.push_back(&waiting);
        is_alone = !has_leader_;
        has_leader_ = true;
    }
    if (!is_alone) waiting.turn.acquire();
    if (is_alone || waiting.leads) lead(waiting);
    --counters_.waiting;
    if (waiting.error) std::rethrow_exception(waiting.error);
    return std::move(waiting.signals);
}

/// Commits what waits, the leader's own first, and leaves the rest to the next. Ends the program where a
/// leader that ends would let all others wait forever.
void SqliteWriter::lead(const Waiting& own) noexcept {
    const auto batch = next_batch();
    if (batch.size() == 1)
        commit_alone(*batch.front());
    else
        commit_together(batch);
    hand_over();
    for (Waiting* waiting : batch)
        settle(*waiting);
    for (Waiting* waiting : batch)
        if (waiting != &own) waiting->turn.release(); // its thread may be gone after this
}

std::vector<SqliteWriter::Waiting*> SqliteWriter::next_batch() {
    const std::lock_guard lock(mutex_);
    const auto count = std::min(queue_.size(), static_cast<std::size_t>(std::max(1, options_.largest_batch)));
    const auto end = queue_.begin() + static_cast<std::ptrdiff_t>(count);
    std::vector<Waiting*> batch(queue_.begin(), end);
    queue_.erase(queue_.begin(), end);
    return batch;
}

void SqliteWriter::hand_over() {
    Waiting* next = nullptr;
    {
        const std::lock_guard lock(mutex_);
        has_leader_ = !queue_.empty();
        if (!has_leader_) return;
        next = queue_.front();
    }
    next->leads = true;
    next->turn.release();
}

void SqliteWriter::settle(Waiting& waiting) {
    if (waiting.outcome == Outcome::kept) {
        ++counters_.units;
    } else {
        ++counters_.rollbacks;
        waiting.signals.clear();
    }
}

void SqliteWriter::commit_together(const std::vector<Waiting*>& batch) {
    try {
        reopen_if_lost();
        connection_->script("begin immediate");
    } catch (...) {
        for (Waiting* waiting : batch) {
            waiting->outcome = Outcome::failed;
            waiting->error = std::current_exception();
        }
        return;
    }
    bool all_gone = false;
    for (Waiting* waiting : batch) {
        run_in_savepoint(*waiting);
        all_gone = !connection_->in_transaction();
        if (all_gone) break;
    }
    if (!all_gone) {
        const bool anything = std::ranges::any_of(batch, [](auto* w) { return w->outcome == Outcome::kept; });
        try {
            if (anything)
                commit();
            else
                connection_->roll_back();
            connection_->drop_failed_statements();
            return;
        } catch (...) {
            connection_->roll_back();
        }
    }
    // One unit's trouble, such as a full disk, took the others with it: each of them again, on its own.
    connection_->drop_failed_statements();
    for (Waiting* waiting : batch) {
        if (waiting->outcome != Outcome::kept && waiting->outcome != Outcome::waiting) continue;
        ++counters_.reruns;
        commit_alone(*waiting);
    }
}

void SqliteWriter::commit_alone(Waiting& waiting) {
    try {
        reopen_if_lost();
        connection_->script("begin immediate");
        run(waiting);
        if (waiting.outcome == Outcome::kept) commit();
    } catch (...) {
        waiting.outcome = Outcome::failed;
        waiting.error = std::current_exception();
    }
    connection_->roll_back();
}

void SqliteWriter::run_in_savepoint(Waiting& waiting) {
    try {
        connection_->script("savepoint unit");
        run(waiting);
        if (!connection_->in_transaction()) {
            if (waiting.outcome == Outcome::kept) waiting.outcome = Outcome::waiting;
            return;
        }
        connection_->script(waiting.outcome == Outcome::kept ? "release unit"
                                                             : "rollback to unit; release unit");
    } catch (...) {
        waiting.outcome = Outcome::failed;
        waiting.error = std::current_exception();
        connection_->roll_back();
    }
}

void SqliteWriter::run(Waiting& waiting) {
    waiting.outcome = Outcome::waiting;
    waiting.error = nullptr;
    waiting.signals.clear();
    Tx tx(*connection_);
    try {
        const bool keep = waiting.unit(tx);
        if (keep && tx.has_failed()) throw Error("a unit wants to keep what a failed statement left");
        waiting.outcome = keep ? Outcome::kept : Outcome::refused;
        waiting.signals = tx.signals();
    } catch (...) {
        waiting.outcome = Outcome::failed;
        waiting.error = std::current_exception();
    }
}

void SqliteWriter::commit() {
    connection_->script("commit");
    ++counters_.commits;
}

void SqliteWriter::reopen_if_lost() {
    if (!connection_ || connection_->is_lost()) {
        connection_.reset();
        connection_ = std::make_unique<SqliteConnection>(file_, Access::write, options_, counters_);
    }
}

} // namespace db
