#include "db/postgres_copy.h"

#include "db/sqlite_file.h"

#include <libpq-fe.h>

namespace db {

namespace {

using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

Answer must_be(PGconn* native, PGresult* result, ExecStatusType wanted) {
    Answer answer(result, &PQclear);
    if (PQresultStatus(result) != wanted) throw Error(std::string("copy: ") + PQerrorMessage(native));
    return answer;
}

/// One line of COPY's text format: tabs between, backslash escapes, \N for null.
std::vector<std::optional<std::string>> values_of(std::string_view line) {
    std::vector<std::optional<std::string>> out(1, std::string());
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\t') {
            out.emplace_back(std::string());
        } else if (line[i] != '\\' || i + 1 == line.size()) {
            *out.back() += line[i];
        } else {
            switch (line[++i]) {
            case 'N': out.back().reset(); break;
            case 'b': *out.back() += '\b'; break;
            case 'f': *out.back() += '\f'; break;
            case 'n': *out.back() += '\n'; break;
            case 'r': *out.back() += '\r'; break;
            case 't': *out.back() += '\t'; break;
            case 'v': *out.back() += '\v'; break;
            default: *out.back() += line[i];
            }
        }
    }
    return out;
}

} // namespace

void copy_out(PostgresConnection& connection, const std::string& sql,
              const std::function<void(CopyRow)>& take) {
    PGconn* native = connection.native();
    must_be(native, PQexec(native, ("copy (" + sql + ") to stdout").c_str()), PGRES_COPY_OUT);
    char* line = nullptr;
    int length = 0;
    while ((length = PQgetCopyData(native, &line, /*async=*/0)) > 0) {
        const std::unique_ptr<char, decltype(&PQfreemem)> freed(line, &PQfreemem);
        std::string_view text(line, static_cast<std::size_t>(length));
        if (text.ends_with('\n')) text.remove_suffix(1);
        take(values_of(text));
    }
    must_be(native, PQgetResult(native), PGRES_COMMAND_OK);
    while (PGresult* rest = PQgetResult(native))
        PQclear(rest);
}

CopyIn::CopyIn(PostgresConnection& connection, const std::string& table,
               const std::vector<std::string>& columns)
    : connection_(connection) {
    std::string names;
    for (const auto& column : columns)
        names += (names.empty() ? "" : ", ") + quoted(column);
    const std::string sql = "copy " + quoted(table) + " (" + names + ") from stdin";
    must_be(connection.native(), PQexec(connection.native(), sql.c_str()), PGRES_COPY_IN);
}

void CopyIn::put(CopyRow row) {
    buffer_.clear();
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) buffer_ += '\t';
        if (!row[i]) {
            buffer_ += "\\N";
            continue;
        }
        for (const char c : *row[i]) {
            switch (c) {
            case '\\': buffer_ += "\\\\"; break;
            case '\n': buffer_ += "\\n"; break;
            case '\r': buffer_ += "\\r"; break;
            case '\t': buffer_ += "\\t"; break;
            default: buffer_ += c;
            }
        }
    }
    buffer_ += '\n';
    PGconn* native = connection_.native();
    if (PQputCopyData(native, buffer_.data(), static_cast<int>(buffer_.size())) != 1)
        throw Error(std::string("copy: ") + PQerrorMessage(native));
}

void CopyIn::finish() {
    PGconn* native = connection_.native();
    if (PQputCopyEnd(native, nullptr) != 1) throw Error(std::string("copy: ") + PQerrorMessage(native));
    must_be(native, PQgetResult(native), PGRES_COMMAND_OK);
    while (PGresult* rest = PQgetResult(native))
        PQclear(rest);
}

std::vector<std::string> texts(PostgresConnection& connection, const std::string& sql) {
    const auto answer =
        must_be(connection.native(), PQexec(connection.native(), sql.c_str()), PGRES_TUPLES_OK);
    std::vector<std::string> out;
    for (int i = 0; i < PQntuples(answer.get()); ++i)
        out.emplace_back(PQgetvalue(answer.get(), i, 0));
    return out;
}

} // namespace db
