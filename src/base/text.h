// Text from outside: valid UTF-8 without NUL, sized in characters; invisible direction marks are taken out.
#pragma once
#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace base {

/// RFC 3629: no overlong forms, no surrogates (U+D800..DFFF), nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view text) noexcept;

/// Number of code points of valid UTF-8.
[[nodiscard]] std::size_t length(std::string_view text) noexcept;
/// The first `count` code points.
[[nodiscard]] std::string_view first(std::string_view text, std::size_t count) noexcept;

/// Text as it may be stored: refuses broken UTF-8 and NUL (`field.invalid`) and more than `max` characters
/// (`item.too_large`); takes out bidi controls (U+202A..202E, U+2066..2069) and control characters but tab
/// and newline; CRLF becomes LF; trims white space at both ends.
[[nodiscard]] Result<std::string> clean(std::string_view text, std::size_t max, std::string_view field);

[[nodiscard]] std::string_view trim(std::string_view text) noexcept;
[[nodiscard]] std::string lower_ascii(std::string_view text);
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char at);
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view between);

/// "1284" -> "1.284", as Indonesian writes numbers.
[[nodiscard]] std::string with_dots(std::int64_t number);

} // namespace base
