#include "intake/import_time.h"

#include "base/text.h"

#include <fmt/format.h>

namespace intake {
namespace {

/// A number of one to `most` digits at the front, taken off; -1 for none.
int take_number(std::string_view& text, std::size_t most) {
    int value = 0;
    std::size_t digits = 0;
    while (digits < most && digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
        value = value * 10 + (text[digits++] - '0');
    text.remove_prefix(digits);
    return digits == 0 ? -1 : value;
}

bool skip(std::string_view& text, std::string_view any) {
    if (text.empty() || any.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

} // namespace

base::Result<base::Time> read_import_time(std::string_view text, base::Zone zone, std::string_view field) {
    text = base::trim(text);
    if (auto iso = base::parse_time(text, zone)) return iso;
    auto invalid = [&] { return base::fail_field(std::string(field)); };
    const int day = take_number(text, 2);
    if (!skip(text, "/-.")) return invalid();
    const int month = take_number(text, 2);
    if (!skip(text, "/-.")) return invalid();
    const int year = take_number(text, 4);
    if (day < 0 || month < 0 || year < 1900) return invalid();
    int parts[3] = {0, 0, 0}; // hours, minutes, seconds
    if (!text.empty()) {
        if (!skip(text, " T")) return invalid();
        while (skip(text, " ")) {
        }
        for (int i = 0; i < 3; ++i) {
            if (i > 0 && !skip(text, ".:")) {
                if (i == 2 && text.empty()) break;
                return invalid();
            }
            parts[i] = take_number(text, 2);
            if (parts[i] < 0) return invalid();
        }
        if (!text.empty()) return invalid();
    }
    // One judge of what a day and a time of day may be.
    auto read = base::parse_time(
        fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", year, month, day, parts[0], parts[1], parts[2]),
        zone);
    return read ? read : invalid();
}

} // namespace intake
