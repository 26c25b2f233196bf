#include "db/postgres_connection.h"

#include "db/dialect/dialect.h"

#include <fmt/format.h>
#include <soci/postgresql/soci-postgresql.h>

#include <libpq-fe.h>

namespace db {

namespace {

constexpr const char* no_state = "-----";

std::string first_line(std::string_view text) {
    // What follows ("DETAIL: Key (login)=(...)") holds values.
    return std::string(text.substr(0, text.find('\n')));
}

// SOCI hides the type information of its backends, which the vptr sanitizer wants.
[[clang::no_sanitize("vptr")]] PGconn* native_of(soci::session& session) {
    return static_cast<soci::postgresql_session_backend*>(session.get_backend())->conn_;
}
[[clang::no_sanitize("vptr")]] soci::postgresql_statement_backend& backend_of(soci::statement& statement) {
    return *static_cast<soci::postgresql_statement_backend*>(statement.get_backend());
}

std::unique_ptr<soci::session> connected(const std::string& url) {
    try {
        return std::make_unique<soci::session>(soci::postgresql, url);
    } catch (const soci::soci_error& error) {
        throw Unavailable("cannot connect to PostgreSQL: " + first_line(error.get_error_message()));
    }
}

} // namespace

PostgresConnection::PostgresConnection(const std::string& url, const Options& options, Counters& counters)
    : Connection(connected(url), counters), native_(native_of(session())) {
    PQsetErrorVerbosity(native_, PQERRORS_TERSE);
    PQsetNoticeProcessor(native_, [](void*, const char*) {}, nullptr);
    // What pages ask is over before a plan is compiled or another process has started.
    script(fmt::format("set jit = off; set max_parallel_workers_per_gather = 0; set statement_timeout = {}; "
                       "set lock_timeout = {}; set client_min_messages = warning;"
                       "set idle_in_transaction_session_timeout = {}; set timezone = 'UTC';"
                       "set default_transaction_isolation = 'read committed'",
                       options.statement_timeout.count(), options.busy_timeout.count(),
                       2 * options.statement_timeout.count()));
}

PostgresConnection::~PostgresConnection() {
    forget_statements();
}

std::string PostgresConnection::text_of(const Statement& statement) const {
    return dialect::for_postgres(statement.postgres, statement.params);
}

[[clang::no_sanitize("vptr")]] std::size_t
PostgresConnection::column_count(soci::statement& statement) const {
    return static_cast<std::size_t>(PQnfields(backend_of(statement).result_));
}

[[clang::no_sanitize("vptr")]] void PostgresConnection::tell_names(soci::statement& statement,
                                                                   const detail::Names& names) {
    for (std::size_t i = 0; i < names.count; ++i)
        backend_of(statement).names_.emplace_back(names.names[i].substr(1));
}

void PostgresConnection::script(const std::string& sql) {
    PGresult* result = PQexec(native_, sql.c_str());
    const auto status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY) {
        PQclear(result);
        return;
    }
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const std::string code = state ? state : no_state;
    const std::string message = first_line(PQerrorMessage(native_));
    PQclear(result);
    fail(code, message, "script");
}

bool PostgresConnection::in_transaction() {
    const auto status = PQtransactionStatus(native_);
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE;
}

bool PostgresConnection::is_lost() {
    return lost_ || PQstatus(native_) != CONNECTION_OK;
}

void PostgresConnection::rethrow(const soci::soci_error& error, std::string_view query) {
    std::string state;
    if (const auto* from_server = dynamic_cast<const soci::postgresql_soci_error*>(&error))
        state = from_server->sqlstate();
    if (state.find_first_not_of(' ') == std::string::npos && !state.empty()) state = no_state;
    fail(state, first_line(error.get_error_message()), query);
}

void PostgresConnection::fail(const std::string& state, const std::string& message, std::string_view query) {
    const std::string_view group = std::string_view(state).substr(0, std::min<std::size_t>(2, state.size()));
    // Data exceptions (22) quote the value.
    const std::string what =
        fmt::format("{}: {} ({})", query, group == "22" ? "data exception" : message, state);
    // An answer without a state was made up by libpq, which learns only at the next call that its connection
    // broke.
    lost_ |= state == no_state;
    if (is_lost()) throw Unavailable(what);
    if (state == "23505") throw UniqueViolation(what);
    if (state == "40001" || state == "40P01") throw Contended(what);
    // A plan kept from before a migration: prepared anew on the next attempt.
    if (state == "0A000" && message.find("cached plan") != std::string::npos) throw Contended(what);
    if (group == "08" || group == "53" || group == "57" || group == "58" || state == "55P03" ||
        state == "25006")
        throw Unavailable(what);
    throw Error(what);
}

} // namespace db
