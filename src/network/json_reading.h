// Looking into JSON of a network without trusting its shape: what is missing or of another type is empty.
// `path` goes through objects: "account.acct".
#pragma once
#include "base/json.h"

namespace network {

/// Null when it is not there.
[[nodiscard]] const base::json::Value* find_in(const base::json::Value& value, std::string_view path);
/// A string; a number is written out (ids of some networks are numbers); anything else is empty.
[[nodiscard]] std::string text_in(const base::json::Value& value, std::string_view path);
[[nodiscard]] std::optional<std::int64_t> number_in(const base::json::Value& value, std::string_view path);
[[nodiscard]] bool flag_in(const base::json::Value& value, std::string_view path);
/// The elements of an array; one value that is not an array counts as an array of one (JSON-LD), null as
/// none.
[[nodiscard]] std::vector<const base::json::Value*> each_in(const base::json::Value& value,
                                                            std::string_view path);
/// ISO 8601 text, or a number or text of seconds since 1970.
[[nodiscard]] std::optional<base::Time> time_in(const base::json::Value& value, std::string_view path);

/// The body of a response as JSON; `network.unreadable` otherwise.
[[nodiscard]] base::Result<base::json::Value> read_json(std::string_view body);

} // namespace network
