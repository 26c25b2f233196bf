#include "db/connection.h"

#include <cmath>

namespace db {

namespace {

/// Where SOCI reads a parameter from or writes a column to; it must not move while the statement lives.
struct Slot {
    ValueKind kind = ValueKind::integer;
    soci::indicator is = soci::i_ok;
    long long integer = 0;
    double real = 0;
    std::string text;
};

void put(Slot& slot, const Value& value, std::string_view query) {
    slot.is = soci::i_ok;
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        slot.integer = *integer;
    } else if (const auto* real = std::get_if<double>(&value)) {
        if (!std::isfinite(*real)) throw Error(std::string(query) + ": a number that is not finite");
        slot.real = *real;
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        // A NUL would cut the text on PostgreSQL without a word.
        if (text->find('\0') != std::string::npos) throw Error(std::string(query) + ": NUL in a text");
        slot.text = *text;
    } else {
        slot.is = soci::i_null;
    }
}

void take_out(Slot& slot, Value& value) {
    if (slot.is == soci::i_null) {
        value = std::monostate{};
        return;
    }
    switch (slot.kind) {
    case ValueKind::integer: value = std::int64_t{slot.integer}; break;
    case ValueKind::real: value = slot.real; break;
    case ValueKind::text: value = slot.text; break;
    }
}

} // namespace

struct Connection::Prepared {
    Prepared(soci::session& session, std::size_t params_count, std::size_t columns_count)
        : params(params_count), columns(columns_count), row(columns_count), statement(session) {}
    std::vector<Slot> params;
    std::vector<Slot> columns;
    std::vector<Value> row;
    QueryCounter* counter = nullptr;
    bool columns_checked = false;
    soci::statement statement; // last: it points into the slots
};

Connection::Connection(std::unique_ptr<soci::session> session, Counters& counters)
    : session_(std::move(session)), counters_(counters) {}

Connection::~Connection() = default;

Connection::Prepared& Connection::prepared(const Statement& statement) {
    const Key key{statement.sqlite.data(), statement.shape};
    const auto found = statements_.find(key);
    if (found != statements_.end()) return *found->second;

    auto fresh = std::make_unique<Prepared>(*session_, statement.params.size(), statement.columns.size());
    fresh->counter = &counters_.of(statement.name);
    auto& soci_statement = fresh->statement;
    soci_statement.alloc();
    for (std::size_t i = 0; i < statement.columns.size(); ++i) {
        Slot& slot = fresh->columns[i];
        slot.kind = statement.columns[i];
        switch (slot.kind) {
        case ValueKind::integer: soci_statement.exchange(soci::into(slot.integer, slot.is)); break;
        case ValueKind::real: soci_statement.exchange(soci::into(slot.real, slot.is)); break;
        case ValueKind::text: soci_statement.exchange(soci::into(slot.text, slot.is)); break;
        }
    }
    soci_statement.prepare(text_of(statement));
    const auto names = detail::names_in(statement.sqlite);
    tell_names(soci_statement, names);
    for (std::size_t i = 0; i < statement.params.size(); ++i) {
        Slot& slot = fresh->params[i];
        slot.kind = statement.params[i];
        const std::string name = bind_name(names.names[i].substr(1));
        switch (slot.kind) {
        case ValueKind::integer: soci_statement.exchange(soci::use(slot.integer, slot.is, name)); break;
        case ValueKind::real: soci_statement.exchange(soci::use(slot.real, slot.is, name)); break;
        case ValueKind::text: soci_statement.exchange(soci::use(slot.text, slot.is, name)); break;
        }
    }
    soci_statement.define_and_bind();
    return *statements_.emplace(key, std::move(fresh)).first->second;
}

std::int64_t Connection::run(Prepared& prepared, const Statement& statement, void* out, TakeRow take) {
    bool more = prepared.statement.execute(/*withDataExchange=*/true);
    if (!prepared.columns_checked) {
        const auto given = column_count(prepared.statement);
        if (given != prepared.columns.size())
            throw Error(std::string(statement.name) + ": gives " + std::to_string(given) +
                        " columns, its row takes " + std::to_string(prepared.columns.size()));
        prepared.columns_checked = true;
    }
    if (prepared.columns.empty()) return prepared.statement.get_affected_rows();
    std::int64_t rows = 0;
    while (more) {
        ++rows;
        for (std::size_t i = 0; i < prepared.columns.size(); ++i)
            take_out(prepared.columns[i], prepared.row[i]);
        if (!take(out, prepared.row, statement.name)) break;
        more = prepared.statement.fetch();
    }
    return rows;
}

std::int64_t Connection::execute(const Statement& statement, std::span<const Value> values, void* out,
                                 TakeRow take) {
    const auto start = std::chrono::steady_clock::now();
    try {
        Prepared& it = prepared(statement);
        for (std::size_t i = 0; i < values.size(); ++i)
            put(it.params[i], values[i], statement.name);
        try {
            const std::int64_t rows = run(it, statement, out, take);
            rewind(it.statement);
            it.counter->count(std::chrono::steady_clock::now() - start, /*failed=*/false);
            return rows;
        } catch (...) {
            it.counter->count(std::chrono::steady_clock::now() - start, /*failed=*/true);
            // SOCI may have finalized it; it stays alive until the transaction is over.
            for (auto each = statements_.begin(); each != statements_.end(); ++each) {
                if (each->second.get() != &it) continue;
                failed_.push_back(std::move(each->second));
                statements_.erase(each);
                break;
            }
            throw;
        }
    } catch (const soci::soci_error& error) {
        rethrow(error, statement.name);
    }
}

void Connection::roll_back() noexcept {
    try {
        if (in_transaction()) script("rollback");
    } catch (const std::exception&) { // a lost connection has rolled back by itself
    }
    drop_failed_statements();
}

void Connection::drop_failed_statements() noexcept {
    failed_.clear();
}

void Connection::forget_statements() noexcept {
    failed_.clear();
    statements_.clear();
}

} // namespace db
