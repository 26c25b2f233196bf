#include "network/json_reading.h"

#include <charconv>

namespace network {

const base::json::Value* find_in(const base::json::Value& value, std::string_view path) {
    const base::json::Value* at = &value;
    while (!path.empty()) {
        const auto dot = path.find('.');
        const auto member = path.substr(0, dot);
        const auto* object = at->if_object();
        at = object ? object->if_contains(member) : nullptr;
        if (!at) return nullptr;
        path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    }
    return at;
}

std::string text_in(const base::json::Value& value, std::string_view path) {
    const auto* found = find_in(value, path);
    if (!found) return {};
    if (found->is_string()) return std::string(found->get_string());
    if (found->is_int64()) return std::to_string(found->get_int64());
    if (found->is_uint64()) return std::to_string(found->get_uint64());
    return {};
}

std::optional<std::int64_t> number_in(const base::json::Value& value, std::string_view path) {
    const auto* found = find_in(value, path);
    if (!found) return std::nullopt;
    if (found->is_int64()) return found->get_int64();
    if (found->is_uint64()) return std::nullopt; // beyond 63 bits: none that we could store
    if (!found->is_string()) return std::nullopt;
    const auto& text = found->get_string();
    std::int64_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

bool flag_in(const base::json::Value& value, std::string_view path) {
    const auto* found = find_in(value, path);
    return found && found->is_bool() && found->get_bool();
}

std::vector<const base::json::Value*> each_in(const base::json::Value& value, std::string_view path) {
    std::vector<const base::json::Value*> out;
    const auto* found = find_in(value, path);
    if (!found || found->is_null()) return out;
    if (const auto* array = found->if_array())
        for (const auto& each : *array)
            out.push_back(&each);
    else
        out.push_back(found);
    return out;
}

std::optional<base::Time> time_in(const base::json::Value& value, std::string_view path) {
    if (auto seconds = number_in(value, path)) {
        constexpr std::int64_t year_9999 = 253'402'300'799;
        if (*seconds < 0 || *seconds > year_9999) return std::nullopt;
        return base::Time{} + std::chrono::seconds(*seconds);
    }
    auto time = base::parse_time(text_in(value, path));
    return time ? std::optional(*time) : std::nullopt;
}

base::Result<base::json::Value> read_json(std::string_view body) {
    auto value = base::json::parse(body);
    if (!value)
        return base::fail(base::Kind::broken, "network.unreadable",
                          value.error().code + " " + value.error().detail);
    return value;
}

} // namespace network
