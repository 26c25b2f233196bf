// What a form brought along when it was refused: its fields and the problem, to be shown again.
#pragma once
#include "base/problem.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace administration {

struct Filled {
    std::vector<std::pair<std::string, std::string>> fields = {};
    std::optional<base::Problem> problem = {};

    /// As it was typed, else `usual`.
    [[nodiscard]] std::string value(std::string_view name, std::string_view usual = {}) const {
        for (const auto& [key, value] : fields)
            if (key == name) return value;
        return std::string(usual);
    }
    /// Of a box: ticked when it came along; `usual` when no form came.
    [[nodiscard]] bool is_ticked(std::string_view name, /*usual=*/bool usual) const {
        if (fields.empty()) return usual;
        for (const auto& [key, value] : fields)
            if (key == name) return true;
        return false;
    }
};

} // namespace administration
