// A named, typed SQL statement: `inline constexpr db::Query<Row(Args...)> find_due{"deadlines.find_due",
// "select ..."}`. The number of :names is checked against Args at compile time; the types decide how values
// travel.
#pragma once
#include "base/codes.h"
#include "base/id.h"
#include "base/time.h"

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace db {

/// How a value travels to and from the engines.
enum class ValueKind : std::uint8_t { integer, real, text };

/// A statement as the connections see it. Both texts are string literals.
struct Statement {
    std::string_view name;
    std::string_view sqlite;
    std::string_view postgres;
    std::span<const ValueKind> params;
    std::span<const ValueKind> columns; ///< empty: gives no rows
    const void* shape;                  ///< the same for all queries of one type, and for no other
};

namespace detail {

template <class T> struct is_optional : std::false_type {};
template <class T> struct is_optional<std::optional<T>> : std::true_type {};
template <class T> struct is_id : std::false_type {};
template <class T> struct is_id<base::Id<T>> : std::true_type {};

template <class T>
concept described_row = boost::describe::has_describe_members<T>::value && !std::is_enum_v<T>;

template <class T> consteval ValueKind kind_of() {
    if constexpr (is_optional<T>::value) {
        return kind_of<typename T::value_type>();
    } else if constexpr (is_id<T>::value || std::is_same_v<T, base::Time> ||
                         std::is_same_v<T, base::Duration> || std::is_integral_v<T>) {
        return ValueKind::integer;
    } else if constexpr (std::is_floating_point_v<T>) {
        return ValueKind::real;
    } else {
        static_assert(
            std::is_same_v<T, std::string> || std::is_same_v<T, std::string_view> || base::has_codes<T>,
            "a column is a number, bool, string, base::Id, base::Time, coded enum or optional of those");
        return ValueKind::text;
    }
}

template <class Row> consteval auto columns_of() {
    if constexpr (std::is_void_v<Row>) {
        return std::array<ValueKind, 0>{};
    } else if constexpr (described_row<Row>) {
        using Members = boost::describe::describe_members<Row, boost::describe::mod_public>;
        std::array<ValueKind, boost::mp11::mp_size<Members>::value> kinds{};
        std::size_t at = 0;
        boost::mp11::mp_for_each<Members>([&](auto member) {
            using M = std::remove_cvref_t<decltype(std::declval<Row>().*member.pointer)>;
            kinds[at++] = kind_of<M>();
        });
        return kinds;
    } else {
        return std::array{kind_of<Row>()};
    }
}

constexpr bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// The next :name at or after `from`, or an empty view; skips 'strings', "names", -- comments and :: casts.
constexpr std::string_view next_name(std::string_view sql, std::size_t from) {
    for (std::size_t i = from; i < sql.size(); ++i) {
        if (sql[i] == '\'' || sql[i] == '"') {
            i = sql.find(sql[i], i + 1);
            if (i == std::string_view::npos) return {};
        } else if (sql[i] == '-' && i + 1 < sql.size() && sql[i + 1] == '-') {
            i = sql.find('\n', i);
            if (i == std::string_view::npos) return {};
        } else if (sql[i] == ':' && i + 1 < sql.size()) {
            if (sql[i + 1] == ':') {
                ++i;
                continue;
            }
            std::size_t end = i + 1;
            while (end < sql.size() && is_word(sql[end]))
                ++end;
            if (end > i + 1) return sql.substr(i, end - i);
        }
    }
    return {};
}

constexpr std::size_t max_params = 64;

/// Distinct :names in order of first appearance, colon included.
struct Names {
    std::array<std::string_view, max_params> names{};
    std::size_t count = 0;
    [[nodiscard]] constexpr std::size_t index_of(std::string_view name) const {
        std::size_t i = 0;
        while (i < count && names[i] != name)
            ++i;
        return i;
    }
};

constexpr Names names_in(std::string_view sql) {
    Names out;
    std::size_t from = 0;
    for (auto name = next_name(sql, from); !name.empty(); name = next_name(sql, from)) {
        from = static_cast<std::size_t>(name.data() - sql.data()) + name.size();
        if (out.index_of(name) == out.count) out.names[out.count++] = name;
    }
    return out;
}

template <class Row, class... Args> struct Shape {
    static constexpr std::array<ValueKind, sizeof...(Args)> params{kind_of<Args>()...};
    static constexpr auto columns = columns_of<Row>();
    static constexpr char id = 0;
};

// Calling one of these in a constant expression is the compile error that says what is wrong.
inline void the_number_of_names_differs_from_the_arguments() {}
inline void both_texts_must_name_the_same_arguments_in_the_same_order() {}

} // namespace detail

template <class Signature> class Query;

/// Row: void (no rows), one scalar, or a BOOST_DESCRIBE'd struct whose members are the columns in order.
/// Args: in order of first appearance of their :names; a name may repeat; a std::optional may be NULL.
/// Row locks are written `{for update}` or `{for update skip locked}` (db/dialect/); where the engines need
/// other words altogether, two texts with the same names.
template <class Row, class... Args> class Query<Row(Args...)> {
public:
    consteval Query(const char* name, const char* sql) : Query(name, sql, sql) {}
    consteval Query(const char* name, const char* sqlite, const char* postgres)
        : statement_{name,
                     sqlite,
                     postgres,
                     detail::Shape<Row, Args...>::params,
                     detail::Shape<Row, Args...>::columns,
                     &detail::Shape<Row, Args...>::id} {
        const auto first = detail::names_in(sqlite);
        const auto second = detail::names_in(postgres);
        if (first.count != sizeof...(Args)) detail::the_number_of_names_differs_from_the_arguments();
        if (first.count != second.count) detail::both_texts_must_name_the_same_arguments_in_the_same_order();
        for (std::size_t i = 0; i < first.count; ++i)
            if (first.names[i] != second.names[i])
                detail::both_texts_must_name_the_same_arguments_in_the_same_order();
    }

    [[nodiscard]] constexpr const Statement& statement() const { return statement_; }

private:
    Statement statement_;
};

} // namespace db
