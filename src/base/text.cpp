#include "base/text.h"

#include <cstdint>

namespace base {
namespace {

/// Length of the valid sequence at the start of `s`, 0 when it is not valid UTF-8; sets `point`.
std::size_t decode(std::string_view s, char32_t& point) noexcept {
    auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    auto follows = [&](std::size_t i) { return i < s.size() && (byte(i) & 0xC0) == 0x80; };
    unsigned char b = byte(0);
    if (b < 0x80) {
        point = b;
        return 1;
    }
    if (b >= 0xC2 && b <= 0xDF && follows(1)) {
        point = char32_t((b & 0x1Fu) << 6 | (byte(1) & 0x3Fu));
        return 2;
    }
    if ((b & 0xF0) == 0xE0 && follows(1) && follows(2)) {
        point = char32_t((b & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu));
        return point >= 0x800 && (point < 0xD800 || point > 0xDFFF) ? 3 : 0;
    }
    if (b >= 0xF0 && b <= 0xF4 && follows(1) && follows(2) && follows(3)) {
        point = char32_t((b & 0x07u) << 18 | (byte(1) & 0x3Fu) << 12 | (byte(2) & 0x3Fu) << 6 |
                         (byte(3) & 0x3Fu));
        return point >= 0x10000 && point <= 0x10FFFF ? 4 : 0;
    }
    return 0;
}

bool is_invisible_control(char32_t c) noexcept {
    return (c < 0x20 && c != '\t' && c != '\n') || c == 0x7F || (c >= 0x80 && c < 0xA0) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

} // namespace

bool is_utf8(std::string_view text) noexcept {
    char32_t point = 0;
    while (!text.empty()) {
        std::size_t n = decode(text, point);
        if (n == 0) return false;
        text.remove_prefix(n);
    }
    return true;
}

std::size_t length(std::string_view text) noexcept {
    std::size_t count = 0;
    for (char c : text)
        count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

std::string_view first(std::string_view text, std::size_t count) noexcept {
    std::size_t at = 0;
    for (; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && count-- == 0) break;
    return text.substr(0, at);
}

Result<std::string> clean(std::string_view text, std::size_t max, std::string_view field) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        char32_t point = 0;
        std::size_t n = decode(text, point);
        if (n == 0) return fail_field(std::string(field), "field.invalid", "not UTF-8");
        if (point == 0) return fail_field(std::string(field), "field.invalid", "NUL");
        if (!is_invisible_control(point)) out.append(text.substr(0, n));
        text.remove_prefix(n);
    }
    std::string_view kept = trim(out);
    if (length(kept) > max) {
        return std::unexpected(
            Problem{.kind = Kind::too_large, .code = "item.too_large", .field = std::string(field)});
    }
    return std::string(kept);
}

std::string_view trim(std::string_view text) noexcept {
    constexpr std::string_view space = " \t\r\n";
    auto from = text.find_first_not_of(space);
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(space) - from + 1);
}

std::string lower_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (;;) {
        auto end = text.find(at);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const auto& part : parts) {
        if (!out.empty()) out += between;
        out += part;
    }
    return out;
}

std::string with_dots(std::int64_t number) {
    std::string digits = std::to_string(number);
    std::size_t first_digit = number < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > first_digit + 3;)
        digits.insert(at -= 3, ".");
    return digits;
}

} // namespace base
