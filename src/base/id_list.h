// Ids as one value of a statement, which takes them apart: json_each in SQLite, string_to_array in
// PostgreSQL.
#pragma once
#include <ranges>
#include <string>

namespace base {

/// "1,2,3", of ids or their numbers.
template <std::ranges::input_range Ids> [[nodiscard]] std::string with_commas(const Ids& ids) {
    std::string out;
    for (const auto& id : ids) {
        if (!out.empty()) out += ',';
        if constexpr (requires { id.value; })
            out += std::to_string(id.value);
        else
            out += std::to_string(id);
    }
    return out;
}

} // namespace base
