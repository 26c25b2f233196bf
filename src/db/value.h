// Values between C++ and SQL. Throws db::Error when a column does not hold what the row's type says: that is
// a fault of the statement or the data, never of input.
#pragma once
#include "db/error.h"
#include "db/query.h"

#include <limits>
#include <variant>

namespace db {

/// NULL, integer, real or text; nothing else is stored (bools are 0/1, times are ms, binary is base64url).
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

namespace detail {

[[noreturn]] void throw_bad_column(std::string_view query, std::size_t column, std::string_view why);

template <class T> Value to_value(const T& in) {
    if constexpr (is_optional<T>::value) {
        return in ? to_value(*in) : Value{};
    } else if constexpr (is_id<T>::value) {
        return Value{std::int64_t{in.value}};
    } else if constexpr (std::is_same_v<T, base::Time>) {
        return Value{std::int64_t{base::to_ms(in)}};
    } else if constexpr (std::is_same_v<T, base::Duration>) {
        return Value{std::int64_t{in.count()}};
    } else if constexpr (std::is_integral_v<T>) {
        return Value{static_cast<std::int64_t>(in)};
    } else if constexpr (std::is_floating_point_v<T>) {
        return Value{static_cast<double>(in)};
    } else if constexpr (base::has_codes<T>) {
        return Value{std::string(base::code_of(in))};
    } else {
        return Value{std::string(in)};
    }
}

template <class T> T from_value(Value& in, std::string_view query, std::size_t column) {
    if constexpr (is_optional<T>::value) {
        if (std::holds_alternative<std::monostate>(in)) return T{};
        return T{from_value<typename T::value_type>(in, query, column)};
    } else {
        if (std::holds_alternative<std::monostate>(in)) throw_bad_column(query, column, "is null");
        if constexpr (is_id<T>::value) {
            return T{std::get<std::int64_t>(in)};
        } else if constexpr (std::is_same_v<T, base::Time>) {
            return base::time_from_ms(std::get<std::int64_t>(in));
        } else if constexpr (std::is_same_v<T, base::Duration>) {
            return base::Duration{std::get<std::int64_t>(in)};
        } else if constexpr (std::is_same_v<T, bool>) {
            return std::get<std::int64_t>(in) != 0;
        } else if constexpr (std::is_integral_v<T>) {
            const std::int64_t number = std::get<std::int64_t>(in);
            if (!std::in_range<T>(number)) throw_bad_column(query, column, "is out of range");
            return static_cast<T>(number);
        } else if constexpr (std::is_floating_point_v<T>) {
            return static_cast<T>(std::get<double>(in));
        } else if constexpr (base::has_codes<T>) {
            const auto value = base::from_code<T>(std::get<std::string>(in));
            if (!value) throw_bad_column(query, column, "holds an unknown code");
            return *value;
        } else {
            static_assert(std::is_same_v<T, std::string>, "rows hold std::string, not views");
            return std::move(std::get<std::string>(in));
        }
    }
}

template <class Row> Row to_row(std::span<Value> columns, std::string_view query) {
    if constexpr (described_row<Row>) {
        Row row{};
        std::size_t at = 0;
        boost::mp11::mp_for_each<boost::describe::describe_members<Row, boost::describe::mod_public>>(
            [&](auto member) {
                using M = std::remove_cvref_t<decltype(row.*member.pointer)>;
                row.*member.pointer = from_value<M>(columns[at], query, at);
                ++at;
            });
        return row;
    } else {
        return from_value<Row>(columns[0], query, 0);
    }
}

/// Text is taken as a view, so that literals and strings pass without a copy at the call.
template <class Arg> using given =
    std::conditional_t<std::is_same_v<Arg, std::string>, std::string_view, const Arg&>;

} // namespace detail
} // namespace db
