// What differs between the engines' SQL, one file per engine. Every other statement is one text for both.
#pragma once
#include "db/query.h"

namespace db::dialect {

/// SQLite has one writer: row locks fall away. Names stay as they are.
[[nodiscard]] std::string for_sqlite(std::string_view sql);

/// Row locks become clauses; :names become $1.. in order of first appearance, each with the type of its
/// argument, so that `:office is null or office = :office` has one; comments fall away.
[[nodiscard]] std::string for_postgres(std::string_view sql, std::span<const ValueKind> params);

/// Row locks as they are written in a statement.
inline constexpr std::string_view lock = "{for update}";
inline constexpr std::string_view lock_free_ones = "{for update skip locked}";

} // namespace db::dialect
