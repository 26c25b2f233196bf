#include "db/tx.h"

#include "db/connection.h"

namespace db {

namespace {

void refuse_after_a_failure(bool failed, std::string_view what) {
    if (failed) throw Error(std::string(what) + ": an earlier statement of this unit failed");
}

} // namespace

Engine Tx::engine() const {
    return connection_.engine();
}

std::int64_t Tx::execute(const Statement& statement, std::span<const Value> values, void* out, TakeRow take) {
    refuse_after_a_failure(failed_, statement.name);
    try {
        return connection_.execute(statement, values, out, take);
    } catch (...) {
        failed_ = true;
        throw;
    }
}

void Tx::script(std::string_view sql) {
    refuse_after_a_failure(failed_, "script");
    try {
        connection_.script(std::string(sql));
    } catch (...) {
        failed_ = true;
        throw;
    }
}

} // namespace db
