// One connection of one thread at a time: prepared statements kept by query, SOCI beneath. For use inside db/
// only. Throws db::Error and its kin; never with bound values in what().
#pragma once
#include "db/counters.h"
#include "db/tx.h"

#include <soci/soci.h>

#include <unordered_map>

namespace db {

using TakeRow = bool (*)(void* out, std::span<Value> columns, std::string_view query);

class Connection {
public:
    virtual ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    std::int64_t execute(const Statement& statement, std::span<const Value> values, void* out, TakeRow take);

    [[nodiscard]] virtual Engine engine() const = 0;
    /// Statements without values, as one text.
    virtual void script(const std::string& sql) = 0;
    /// Whether a transaction is open, also one that can only be rolled back.
    [[nodiscard]] virtual bool in_transaction() = 0;
    /// The connection cannot be used any more.
    [[nodiscard]] virtual bool is_lost() = 0;

    /// Ends the transaction, if there is one; never throws.
    void roll_back() noexcept;
    /// Statements that failed are prepared anew: call it outside a transaction.
    void drop_failed_statements() noexcept;

protected:
    Connection(std::unique_ptr<soci::session> session, Counters& counters);

    /// The statement's text in this engine's words.
    [[nodiscard]] virtual std::string text_of(const Statement& statement) const = 0;
    /// SQLite binds by name, PostgreSQL by position.
    [[nodiscard]] virtual std::string bind_name(std::string_view name) const = 0;
    /// After preparing: SOCI asks its backend for the names of parameters bound by position when something
    /// fails.
    virtual void tell_names(soci::statement& statement, const detail::Names& names) = 0;
    [[nodiscard]] virtual std::size_t column_count(soci::statement& statement) const = 0;
    /// Lets go of the rows not read.
    virtual void rewind(soci::statement& statement) = 0;
    /// Translates what SOCI threw into db::Error; `query` is its name.
    [[noreturn]] virtual void rethrow(const soci::soci_error& error, std::string_view query) = 0;

    [[nodiscard]] soci::session& session() { return *session_; }
    /// To be called first by the destructors of engines, while their session still works.
    void forget_statements() noexcept;

private:
    struct Prepared;
    struct Key {
        const char* sql;
        const void* shape; ///< one per type of query
        bool operator==(const Key&) const = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const noexcept {
            return std::hash<const void*>{}(key.sql) * 31 ^ std::hash<const void*>{}(key.shape);
        }
    };
    Prepared& prepared(const Statement& statement);
    std::int64_t run(Prepared& prepared, const Statement& statement, void* out, TakeRow take);

    std::unique_ptr<soci::session> session_;
    Counters& counters_;
    std::unordered_map<Key, std::unique_ptr<Prepared>, KeyHash> statements_;
    std::vector<std::unique_ptr<Prepared>> failed_;
};

} // namespace db
