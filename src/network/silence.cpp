#include "network/silence.h"

namespace network {
namespace {

constexpr std::string_view member = "unheard_since";

base::json::Object object_in(const std::string& facts) {
    auto read = base::json::parse(facts);
    return read && read->is_object() ? read->get_object() : base::json::Object{};
}

} // namespace

std::optional<base::Time> unheard_since(const std::string& facts) {
    const auto object = object_in(facts);
    const auto* at = object.if_contains(member);
    if (!at || !at->is_int64()) return std::nullopt;
    return base::time_from_ms(at->get_int64());
}

std::string with_unheard_since(const std::string& facts, std::optional<base::Time> since) {
    auto object = object_in(facts);
    object.erase(member);
    if (since) object[member] = base::to_ms(*since);
    return boost::json::serialize(object);
}

} // namespace network
