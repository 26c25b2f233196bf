#include "media/exif_text.h"

#include <charconv>
#include <cmath>
#include <cstdint>

namespace media {
namespace {

/// Does the text begin like the pattern, where '0' stands for any digit?
bool begins_like(std::string_view text, std::string_view pattern) {
    if (text.size() < pattern.size()) return false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool is_digit = text[i] >= '0' && text[i] <= '9';
        if (pattern[i] == '0' ? !is_digit : text[i] != pattern[i]) return false;
    }
    return true;
}

bool is_offset(std::string_view text) {
    return (text.starts_with('+') || text.starts_with('-')) && begins_like(text.substr(1), "00:00");
}

/// Takes "a/b" from the front of the text.
std::optional<double> take_rational(std::string_view& text) {
    std::uint32_t parts[2] = {0, 0};
    for (int i = 0; i < 2; ++i) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), parts[i]);
        if (error != std::errc{}) return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (i == 0) {
            if (!text.starts_with('/')) return std::nullopt;
            text.remove_prefix(1);
        }
    }
    if (text.starts_with(' ')) text.remove_prefix(1);
    if (parts[1] == 0) return std::nullopt;
    return static_cast<double>(parts[0]) / static_cast<double>(parts[1]);
}

} // namespace

std::optional<std::string> iso_from_exif(std::string_view time, std::string_view offset) {
    if (!begins_like(time, "0000:00:00 00:00:00")) return std::nullopt;
    std::string out(time.substr(0, 19));
    out[4] = out[7] = '-';
    out[10] = 'T';
    if (is_offset(offset)) out += offset.substr(0, 6);
    return out;
}

std::optional<double> degrees_from_exif(std::string_view rationals, std::string_view reference) {
    const char side = reference.empty() ? ' ' : reference.front();
    const bool is_latitude = side == 'N' || side == 'S';
    if (!is_latitude && side != 'E' && side != 'W') return std::nullopt;
    const auto degrees = take_rational(rationals);
    const auto minutes = take_rational(rationals);
    const auto seconds = take_rational(rationals);
    if (!degrees || !minutes || !seconds) return std::nullopt;
    const double sum = *degrees + *minutes / 60 + *seconds / 3600;
    if (sum > (is_latitude ? 90.0 : 180.0)) return std::nullopt;
    return side == 'S' || side == 'W' ? -sum : sum;
}

} // namespace media
