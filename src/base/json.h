// JSON in and out of described structs (BOOST_DESCRIBE_STRUCT). Reading ignores unknown members, gives
// nullopt for missing or null optionals, and names the path of what is wrong: field.missing or field.invalid
// with `field`. Enums with base::codes are their codes, Ids are strings, Times are ISO 8601.
#pragma once
#include "base/codes.h"
#include "base/id.h"
#include "base/text.h"
#include "base/time.h"

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace base::json {

using Value = boost::json::value;
using Object = boost::json::object;
using Array = boost::json::array;

/// Bytes to a value: `json.malformed` (with the byte offset in detail; a lone surrogate too), depth at most
/// 32, no NUL and no broken UTF-8 in any string (`field.invalid` with its path).
[[nodiscard]] Result<Value> parse(std::string_view bytes);

namespace detail {

template <class T> struct is_optional : std::false_type {};
template <class T> struct is_optional<std::optional<T>> : std::true_type {};
template <class T> struct is_vector : std::false_type {};
template <class T> struct is_vector<std::vector<T>> : std::true_type {};
template <class T> struct is_id : std::false_type {};
template <class T> struct is_id<Id<T>> : std::true_type {};

template <class T>
concept described = boost::describe::has_describe_members<T>::value && !std::is_enum_v<T>;

inline std::string join(const std::string& path, std::string_view member) {
    return path.empty() ? std::string(member) : path + "." + std::string(member);
}

template <class T> Result<T> read_at(const Value& value, const std::string& path);

template <described T> Result<T> read_struct(const Value& value, const std::string& path) {
    const Object* object = value.if_object();
    if (!object) return fail_field(path, "field.invalid", "an object is expected");
    T out{};
    std::optional<Problem> problem;
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
        [&](auto member) {
            if (problem) return;
            using M = std::remove_cvref_t<decltype(out.*member.pointer)>;
            const Value* found = object->if_contains(member.name);
            std::string at = join(path, member.name);
            if (!found || (found->is_null() && is_optional<M>::value)) {
                if constexpr (!is_optional<M>::value && !is_vector<M>::value) {
                    problem = Problem{.kind = Kind::invalid, .code = "field.missing", .field = at};
                }
                return;
            }
            auto read = read_at<M>(*found, at);
            if (read)
                out.*member.pointer = std::move(*read);
            else
                problem = std::move(read.error());
        });
    if (problem) return std::unexpected(std::move(*problem));
    return out;
}

template <class T> Result<T> read_at(const Value& value, const std::string& path) {
    if constexpr (std::is_same_v<T, Value>) {
        return value;
    } else if constexpr (is_optional<T>::value) {
        if (value.is_null()) return T{};
        auto read = read_at<typename T::value_type>(value, path);
        if (!read) return pass(read);
        return T{std::move(*read)};
    } else if constexpr (is_vector<T>::value) {
        const Array* array = value.if_array();
        if (!array) return fail_field(path, "field.invalid", "an array is expected");
        T out;
        for (std::size_t i = 0; i < array->size(); ++i) {
            auto read = read_at<typename T::value_type>((*array)[i], path + "[" + std::to_string(i) + "]");
            if (!read) return pass(read);
            out.push_back(std::move(*read));
        }
        return out;
    } else if constexpr (std::is_same_v<T, std::string>) {
        if (const auto* s = value.if_string()) return std::string(s->data(), s->size());
        return fail_field(path, "field.invalid", "a string is expected");
    } else if constexpr (std::is_same_v<T, bool>) {
        if (const bool* b = value.if_bool()) return *b;
        return fail_field(path, "field.invalid", "true or false is expected");
    } else if constexpr (std::is_same_v<T, Time>) {
        const auto* s = value.if_string();
        auto time = s ? parse_time({s->data(), s->size()}) : Result<Time>(fail_field(path));
        if (!time) return fail_field(path, "field.invalid", "an ISO 8601 time is expected");
        return time;
    } else if constexpr (is_id<T>::value) {
        if (const auto* s = value.if_string()) {
            if (auto id = parse_id_as<T>({s->data(), s->size()})) return id;
        }
        return fail_field(path, "field.invalid", "an id in a string is expected");
    } else if constexpr (has_codes<T>) {
        const auto* s = value.if_string();
        if (!s) return fail_field(path, "field.invalid", "a code in a string is expected");
        return from_code<T>({s->data(), s->size()}, path);
    } else if constexpr (std::is_integral_v<T>) {
        boost::system::error_code error;
        T number = value.to_number<T>(error);
        if (error || !value.is_number())
            return fail_field(path, "field.invalid", "a whole number is expected");
        return number;
    } else if constexpr (std::is_floating_point_v<T>) {
        boost::system::error_code error;
        T number = value.to_number<T>(error);
        if (error || !value.is_number()) return fail_field(path, "field.invalid", "a number is expected");
        return number;
    } else {
        static_assert(described<T>, "describe the struct with BOOST_DESCRIBE_STRUCT");
        return read_struct<T>(value, path);
    }
}

} // namespace detail

template <class T> [[nodiscard]] Result<T> read(const Value& value) {
    return detail::read_at<T>(value, {});
}

template <class T> [[nodiscard]] Result<T> parse_as(std::string_view bytes) {
    auto value = parse(bytes);
    if (!value) return pass(value);
    return read<T>(*value);
}

/// A described struct, vector, optional (nullopt is left out of objects), string, number, Id, Time or coded
/// enum.
template <class T> [[nodiscard]] Value to_value(const T& in) {
    using detail::is_id;
    using detail::is_optional;
    using detail::is_vector;
    if constexpr (std::is_same_v<T, Value>) {
        return in;
    } else if constexpr (is_optional<T>::value) {
        return in ? to_value(*in) : Value(nullptr);
    } else if constexpr (is_vector<T>::value) {
        Array out;
        out.reserve(in.size());
        for (const auto& each : in)
            out.push_back(to_value(each));
        return out;
    } else if constexpr (std::is_same_v<T, Time>) {
        return Value(to_iso(in));
    } else if constexpr (is_id<T>::value) {
        return Value(to_string(in));
    } else if constexpr (has_codes<T>) {
        return Value(code_of(in));
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        return Value(std::string_view(in));
    } else if constexpr (std::is_arithmetic_v<T>) {
        return Value(in);
    } else {
        Object out;
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
            [&](auto member) {
                const auto& value = in.*member.pointer;
                if constexpr (is_optional<std::remove_cvref_t<decltype(value)>>::value) {
                    if (!value) return;
                }
                out[member.name] = to_value(value);
            });
        return out;
    }
}

template <class T> [[nodiscard]] std::string write(const T& in) {
    return boost::json::serialize(to_value(in));
}

} // namespace base::json
