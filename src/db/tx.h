// The statements of one unit of work. A Tx lives only inside Database::write or Database::read; after a
// statement of it has failed, every further one fails and the unit is rolled back, on both engines.
#pragma once
#include "db/value.h"

#include <vector>

namespace db {

enum class Engine { sqlite, postgres };

class Connection;

class Tx {
public:
    explicit Tx(Connection& connection) : connection_(connection) {}
    Tx(const Tx&) = delete;
    Tx& operator=(const Tx&) = delete;

    /// Every row, in the statement's order.
    template <class Row, class... Args> [[nodiscard]] std::vector<Row>
    all(const Query<Row(Args...)>& query, std::type_identity_t<detail::given<Args>>... args) {
        std::vector<Row> rows;
        const std::array<Value, sizeof...(Args)> values{detail::to_value(args)...};
        execute(query.statement(), values, &rows,
                [](void* out, std::span<Value> columns, std::string_view name) {
                    static_cast<std::vector<Row>*>(out)->push_back(detail::to_row<Row>(columns, name));
                    return true;
                });
        return rows;
    }

    /// The first row, if there is one.
    template <class Row, class... Args> [[nodiscard]] std::optional<Row>
    one(const Query<Row(Args...)>& query, std::type_identity_t<detail::given<Args>>... args) {
        std::optional<Row> row;
        const std::array<Value, sizeof...(Args)> values{detail::to_value(args)...};
        execute(query.statement(), values, &row,
                [](void* out, std::span<Value> columns, std::string_view name) {
                    static_cast<std::optional<Row>*>(out)->emplace(detail::to_row<Row>(columns, name));
                    return false;
                });
        return row;
    }

    /// A statement without rows; gives the number of rows it touched.
    template <class... Args>
    std::int64_t run(const Query<void(Args...)>& query, std::type_identity_t<detail::given<Args>>... args) {
        const std::array<Value, sizeof...(Args)> values{detail::to_value(args)...};
        return execute(query.statement(), values, nullptr, nullptr);
    }

    [[nodiscard]] Engine engine() const;

    /// Several statements without values, as they stand in a migration.
    void script(std::string_view sql);

    /// After the commit, and only then, whoever listens to the topic (Database::listen) is told.
    void signal(std::string_view topic) { signals_.emplace_back(topic); }

    [[nodiscard]] bool has_failed() const { return failed_; }
    [[nodiscard]] const std::vector<std::string>& signals() const { return signals_; }
    [[nodiscard]] Connection& connection() { return connection_; }

private:
    /// Takes one row; false: no more are wanted.
    using TakeRow = bool (*)(void* out, std::span<Value> columns, std::string_view query);
    std::int64_t execute(const Statement& statement, std::span<const Value> values, void* out, TakeRow take);

    Connection& connection_;
    bool failed_ = false;
    std::vector<std::string> signals_;
};

} // namespace db
