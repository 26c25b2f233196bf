// The one door to SQLite or PostgreSQL; thread-safe. write() and read() throw db::Error and its kin when the
// engine fails; db::Unavailable means "try later".
#pragma once
#include "db/statistics.h"
#include "db/tx.h"

#include <chrono>
#include <concepts>
#include <functional>
#include <memory>

namespace db {

namespace detail {

template <class T> struct is_result : std::false_type {};
template <class T> struct is_result<base::Result<T>> : std::true_type {};

/// A unit of work without its type: gives false when its own result wants a rollback.
struct Unit {
    void* self;
    bool (*call)(void* self, Tx& tx);
    bool operator()(Tx& tx) const { return call(self, tx); }
};

} // namespace detail

struct Options {
    int readers = 4;         ///< SQLite connections that read
    int connections = 8;     ///< PostgreSQL connections
    int largest_batch = 512; ///< units of work in one SQLite commit
    std::chrono::milliseconds busy_timeout{5'000};
    std::chrono::milliseconds statement_timeout{30'000};
};

class Database {
public:
    virtual ~Database() = default;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs `unit(Tx&) -> base::Result<T>` (T or void where it cannot fail) in a transaction and returns when
    /// it is committed. An error result or exception rolls this unit back and nothing else. A unit may be run
    /// several times, on another thread: no side effects, and never a write() inside.
    template <class F> auto write(F&& unit) {
        return run(std::forward<F>(unit), [this](detail::Unit erased) { write_unit(erased); });
    }

    /// Runs `unit(Tx&)` over one snapshot; short: under a second.
    template <class F> auto read(F&& unit) {
        return run(std::forward<F>(unit), [this](detail::Unit erased) { read_unit(erased); });
    }

    [[nodiscard]] virtual Engine engine() const = 0;
    [[nodiscard]] virtual Statistics statistics() const = 0;
    /// Where it is, without a password: for logs and backups.
    [[nodiscard]] virtual std::string where() const = 0;

    /// Calls `told` after each commit whose unit signalled `topic`, on a thread of the database: it must only
    /// wake somebody. Ends with the returned token.
    [[nodiscard]] virtual std::shared_ptr<void> listen(std::string topic, std::function<void()> told) = 0;

    /// A connection beside the pool, for long work of this room: backup, restore.
    [[nodiscard]] virtual std::unique_ptr<Connection> own_connection() = 0;

protected:
    Database() = default;

private:
    virtual void write_unit(detail::Unit unit) = 0;
    virtual void read_unit(detail::Unit unit) = 0;

    template <class F, class Run> static auto run(F&& unit, Run&& run_erased) {
        using Out = std::invoke_result_t<F&, Tx&>;
        if constexpr (std::is_void_v<Out>) {
            run_erased(detail::Unit{std::addressof(unit), [](void* self, Tx& tx) {
                                        (*static_cast<std::remove_reference_t<F>*>(self))(tx);
                                        return true;
                                    }});
        } else {
            struct Frame {
                std::remove_reference_t<F>& unit;
                std::optional<Out> out;
            } frame{unit, {}};
            run_erased(detail::Unit{&frame, [](void* self, Tx& tx) {
                                        auto& f = *static_cast<Frame*>(self);
                                        f.out.emplace(f.unit(tx));
                                        if constexpr (detail::is_result<Out>::value)
                                            return f.out->has_value();
                                        return true;
                                    }});
            return std::move(*frame.out);
        }
    }
};

/// `postgresql://...` (or `postgres://...`), else the path of an SQLite file, made when missing. Does not
/// migrate. `database.unreachable` when it cannot be opened.
[[nodiscard]] base::Result<std::unique_ptr<Database>> open(std::string_view where, Options options = {});

} // namespace db
