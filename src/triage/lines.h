// Lines of the word lists: fields by tabs, comments, and problems that name the line.
#pragma once
#include "base/result.h"

#include <fmt/format.h>

#include <string_view>

namespace triage {

[[nodiscard]] inline std::unexpected<base::Problem> bad_line(std::string_view code, std::string_view file,
                                                             std::size_t line, std::string_view why) {
    return base::fail(base::Kind::invalid, std::string(code),
                      fmt::format("{}, line {}: {}", file, line, why));
}

/// Takes the text up to `at` off the front, and `at` with it.
[[nodiscard]] inline std::string_view cut(std::string_view& text, char at) noexcept {
    const std::size_t end = text.find(at);
    const std::string_view out = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return out;
}

/// Calls `each(number, line)` for every line but empty ones and comments, until a result is a problem.
template <class F> base::Result<void> each_line(std::string_view lines, F&& each) {
    for (std::size_t number = 1; !lines.empty(); ++number) {
        std::string_view line = cut(lines, '\n');
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.front() == '#') continue;
        if (base::Result<void> done = each(number, line); !done) return done;
    }
    return {};
}

/// 1 to `most` words of small letters, digits and letters above ASCII, with single spaces between.
[[nodiscard]] bool is_phrase(std::string_view text, std::size_t most) noexcept;

} // namespace triage
