#include "referral/georeport_answer.h"

#include "base/text.h"
#include "network/json_reading.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <memory>

namespace referral {
namespace {

using base::json::Value;

constexpr int deepest = 8;

struct FreeDocument {
    void operator()(xmlDoc* document) const noexcept { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

/// Without entities and without the net; a document type of its own is refused.
Document parsed(std::string_view body) {
    Document out(
        xmlReadMemory(body.data(), static_cast<int>(body.size()), nullptr, nullptr,
                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA));
    if (out && xmlGetIntSubset(out.get())) return {};
    return out;
}

/// An element with elements inside is an array of objects of one member each, so that their order stays.
Value value_of(const xmlNode* element, int depth) {
    base::json::Array inside;
    std::string text;
    for (const xmlNode* each = element->children; each; each = each->next) {
        if (each->type == XML_ELEMENT_NODE && each->name && depth < deepest)
            inside.push_back(
                base::json::Object{{reinterpret_cast<const char*>(each->name), value_of(each, depth + 1)}});
        else if ((each->type == XML_TEXT_NODE || each->type == XML_CDATA_SECTION_NODE) && each->content)
            text += reinterpret_cast<const char*>(each->content);
    }
    if (!inside.empty()) return inside;
    return Value(text);
}

std::optional<std::string> scalar_of(const Value& value) {
    if (value.is_string() || value.is_number())
        return network::text_in(base::json::Object{{"v", value}}, "v");
    return std::nullopt;
}

/// The first of that name which is a text, in the order of the document.
std::optional<std::string> find(const Value& value, std::string_view name, int depth = 0) {
    if (depth > 2 * deepest) return std::nullopt;
    if (const auto* array = value.if_array()) {
        for (const Value& each : *array)
            if (auto found = find(each, name, depth + 1)) return found;
    } else if (const auto* object = value.if_object()) {
        if (const auto* member = object->if_contains(name))
            if (auto found = scalar_of(*member)) return found;
        for (const auto& member : *object)
            if (auto found = find(member.value(), name, depth + 1)) return found;
    }
    return std::nullopt;
}

void gather(const Value& value, std::string_view name, bool is_inside, std::vector<std::string>& out,
            int depth = 0) {
    if (depth > 2 * deepest) return;
    if (const auto* array = value.if_array()) {
        for (const Value& each : *array)
            gather(each, name, is_inside, out, depth + 1);
    } else if (const auto* object = value.if_object()) {
        for (const auto& member : *object)
            gather(member.value(), name, is_inside || member.key() == name, out, depth + 1);
    } else if (auto text = scalar_of(value); text && is_inside) {
        out.push_back(base::lower_ascii(*text));
    }
}

bool says_json(const network::Response& response) {
    const std::string type = base::lower_ascii(network::header_of(response.headers, "content-type"));
    if (type.find("json") != std::string::npos) return true;
    if (type.find("xml") != std::string::npos) return false;
    const auto first = base::trim(response.body);
    return first.starts_with('[') || first.starts_with('{');
}

std::string cleaned(std::string_view text, std::size_t most) {
    auto out = base::is_utf8(text) ? base::clean(base::first(text, 4 * most), 4 * most, "answer")
                                   : base::Result<std::string>(std::string());
    return out ? *out : std::string();
}

} // namespace

Said::Said(const network::Response& response) : is_json_(says_json(response)) {
    if (response.body.empty() || response.body.size() > largest_answer) return;
    if (is_json_) {
        if (auto read = base::json::parse(response.body); read && read->is_structured())
            value_ = std::move(*read);
        return;
    }
    const Document document = parsed(response.body);
    if (const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr; root && root->name)
        value_ = base::json::Object{{reinterpret_cast<const char*>(root->name), value_of(root, 0)}};
}

std::string Said::line(std::string_view name, std::size_t most) const {
    std::string out = cleaned(find(value_, name).value_or(""), most);
    return out.find('\n') == std::string::npos && base::length(out) <= most ? out : std::string();
}

std::string Said::words(std::string_view name, std::size_t most) const {
    const std::string out = cleaned(find(value_, name).value_or(""), most);
    return std::string(base::trim(base::first(out, most)));
}

std::optional<base::Time> Said::time(std::string_view name) const {
    auto out = base::parse_time(find(value_, name).value_or(""));
    return out ? std::optional(*out) : std::nullopt;
}

std::vector<std::string> Said::all(std::string_view name) const {
    std::vector<std::string> out;
    gather(value_, name, false, out);
    return out;
}

} // namespace referral
