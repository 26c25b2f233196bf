#include "db/dialect/dialect.h"
#include "db/query.h"

#include <gtest/gtest.h>

namespace db {
namespace {

std::string names(std::string_view sql) {
    const auto found = detail::names_in(sql);
    std::string out;
    for (std::size_t i = 0; i < found.count; ++i)
        out.append(found.names[i]);
    return out;
}

TEST(Names, are_read_in_order_of_first_appearance) {
    const struct {
        std::string_view sql, expected;
    } rows[] = {
        {"select 1", ""},
        {"select :b, :a", ":b:a"},
        {"select :a where x = :a and y = :b", ":a:b"},
        {"select ':no' || :yes", ":yes"},
        {"select \":no\", :yes", ":yes"},
        {"select x::text, :a::bigint", ":a"},
        {"select 1 -- :no\n, :yes", ":yes"},
        {"select 1 -- :no", ""},
        {"select ':open", ""},
        {"values (:a_1,:a_10)", ":a_1:a_10"},
    };
    for (const auto& row : rows)
        EXPECT_EQ(names(row.sql), row.expected) << row.sql;
}

TEST(Dialect, postgres_numbers_and_types_names_and_keeps_everything_else) {
    const struct {
        std::string_view sql, expected;
    } rows[] = {
        {"select :b, :a, :b", "select $1::bigint, $2::text, $1::bigint"},
        {"select ':no', :a::bigint", "select ':no', $1::bigint::bigint"},
        {"select 1 -- it's :no\n, :a", "select 1 \n, $1::bigint"},
        {"select 1 from t {for update}", "select 1 from t for update"},
        {"select 1 from t limit :n {for update skip locked}",
         "select 1 from t limit $1::bigint for update skip locked"},
    };
    constexpr ValueKind kinds[] = {ValueKind::integer, ValueKind::text};
    for (const auto& row : rows)
        EXPECT_EQ(dialect::for_postgres(row.sql, kinds), row.expected);
}

TEST(Dialect, sqlite_has_no_row_locks) {
    EXPECT_EQ(dialect::for_sqlite("select :a from t {for update skip locked}"), "select :a from t ");
    EXPECT_EQ(dialect::for_sqlite("select :a from t {for update}"), "select :a from t ");
}

} // namespace
} // namespace db
