#include "db/postgres_database.h"

#include "db/unit_guard.h"

#include <libpq-fe.h>
#include <random>
#include <thread>

namespace db {

namespace {

constexpr int attempts = 8;

/// Some milliseconds, doubling, so that those in each other's way part.
void pause_before(int attempt) {
    thread_local std::minstd_rand chance{std::random_device{}()};
    const int most = 2 << std::min(attempt, 7);
    std::this_thread::sleep_for(std::chrono::milliseconds(std::uniform_int_distribution(1, most)(chance)));
}

} // namespace

PostgresDatabase::PostgresDatabase(std::string url, Options options)
    : url_(std::move(url)), options_(options), pool_(options_.connections, options_.busy_timeout, [this] {
          return std::make_unique<PostgresConnection>(url_, options_, counters_);
      }) {
    [[maybe_unused]] const auto first = pool_.lend();
}

void PostgresDatabase::write_unit(detail::Unit unit) {
    const UnitGuard inside;
    ++counters_.waiting;
    const std::unique_ptr<void, void (*)(void*)> leaving{
        &counters_, [](void* counters) { --static_cast<Counters*>(counters)->waiting; }};
    for (int attempt = 1; try_to_write(unit, attempt == attempts) == Attempt::again; ++attempt) {
        ++counters_.reruns;
        pause_before(attempt);
    }
}

PostgresDatabase::Attempt PostgresDatabase::try_to_write(detail::Unit unit, bool is_last) {
    std::vector<std::string> signals;
    {
        auto connection = pool_.lend();
        bool committing = false;
        try {
            connection->script("begin");
            Tx tx(*connection);
            const bool keep = unit(tx);
            if (keep && tx.has_failed()) throw Error("a unit wants to keep what a failed statement left");
            if (!keep) {
                ++counters_.rollbacks;
                return Attempt::done;
            }
            signals = tx.signals();
            committing = true;
            connection->script("commit");
        } catch (const Contended&) {
            ++counters_.rollbacks;
            if (is_last) throw;
            return Attempt::again;
        } catch (const Unavailable&) {
            ++counters_.rollbacks;
            if (!connection->is_lost()) throw;
            pool_.renew();
            // When the connection broke during COMMIT nobody knows whether it was done: not again by
            // ourselves.
            if (committing || is_last) throw;
            return Attempt::again;
        } catch (...) {
            ++counters_.rollbacks;
            throw;
        }
        ++counters_.units;
        ++counters_.commits;
    }
    listeners_.tell(signals);
    return Attempt::done;
}

void PostgresDatabase::read_unit(detail::Unit unit) {
    const UnitGuard inside;
    ++counters_.reads;
    for (int attempt = 1;; ++attempt) {
        auto connection = pool_.lend();
        try {
            connection->script("begin isolation level repeatable read read only");
            Tx tx(*connection);
            unit(tx);
            return;
        } catch (const Unavailable&) {
            const bool contended = !connection->is_lost();
            if (!contended) pool_.renew();
            if (attempt == attempts) throw;
            if (contended) throw;
        }
    }
}

std::string PostgresDatabase::where() const {
    std::string out;
    PQconninfoOption* options = PQconninfoParse(url_.c_str(), nullptr);
    for (const auto* each = options; each && each->keyword; ++each) {
        const std::string keyword = each->keyword;
        if (!each->val ||
            (keyword != "host" && keyword != "port" && keyword != "dbname" && keyword != "user"))
            continue;
        if (!out.empty()) out += ' ';
        out += keyword + "=" + each->val;
    }
    PQconninfoFree(options);
    return "postgresql " + out;
}

std::unique_ptr<Connection> PostgresDatabase::own_connection() {
    Options patient = options_;
    patient.statement_timeout = {};
    return std::make_unique<PostgresConnection>(url_, patient, counters_);
}

} // namespace db
