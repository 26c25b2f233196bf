#include "base/json.h"

namespace base::json {
namespace {

/// The first string (or key) that holds a NUL or broken UTF-8; nullptr when all may be stored.
const boost::json::string* unstorable(const Value& value) {
    if (const auto* s = value.if_string()) {
        std::string_view text(s->data(), s->size());
        return text.find('\0') == std::string_view::npos && is_utf8(text) ? nullptr : s;
    }
    if (const auto* array = value.if_array()) {
        for (const auto& each : *array)
            if (const auto* bad = unstorable(each)) return bad;
    }
    if (const auto* object = value.if_object()) {
        for (const auto& member : *object)
            if (const auto* bad = unstorable(member.value())) return bad;
    }
    return nullptr;
}

/// The path of the string found by `unstorable`.
bool find_path(const Value& value, const boost::json::string* wanted, std::string& path) {
    if (value.if_string() == wanted) return true;
    if (const auto* array = value.if_array()) {
        for (std::size_t i = 0; i < array->size(); ++i) {
            std::string longer = path + "[" + std::to_string(i) + "]";
            if (find_path((*array)[i], wanted, longer)) {
                path = longer;
                return true;
            }
        }
    }
    if (const auto* object = value.if_object()) {
        for (const auto& member : *object) {
            std::string longer = detail::join(path, {member.key().data(), member.key().size()});
            if (find_path(member.value(), wanted, longer)) {
                path = longer;
                return true;
            }
        }
    }
    return false;
}

} // namespace

Result<Value> parse(std::string_view bytes) {
    boost::json::parse_options options;
    options.max_depth = 32;
    boost::system::error_code error;
    boost::json::stream_parser parser({}, options);
    std::size_t read = parser.write_some(bytes.data(), bytes.size(), error);
    if (!error && read < bytes.size() && !trim(bytes.substr(read)).empty())
        error = boost::json::error::extra_data;
    if (!error) parser.finish(error);
    if (error) {
        return fail(Kind::invalid, "json.malformed", error.message() + " at byte " + std::to_string(read));
    }
    Value value = parser.release();
    if (const auto* bad = unstorable(value)) {
        std::string path;
        find_path(value, bad, path);
        return fail_field(path.substr(0, 200), "field.invalid", "NUL or broken UTF-8");
    }
    return value;
}

} // namespace base::json
