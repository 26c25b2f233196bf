#include "referral/georeport.h"

#include "base/text.h"
#include "network/form.h"

#include <fmt/format.h>

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <memory>

namespace referral {
namespace {

constexpr std::size_t largest_answer = 256UL << 10;
constexpr int deepest = 8;

struct FreeDocument {
    void operator()(xmlDoc* document) const noexcept { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

std::string_view name_of(const xmlNode* node) {
    return node->name ? std::string_view(reinterpret_cast<const char*>(node->name)) : std::string_view();
}

/// Without entities and without the net; a document type of its own is refused.
Document parsed(std::string_view body) {
    if (body.empty() || body.size() > largest_answer) return {};
    Document out(
        xmlReadMemory(body.data(), static_cast<int>(body.size()), nullptr, nullptr,
                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA));
    if (out && xmlGetIntSubset(out.get())) return {};
    return out;
}

/// The first element of that name, in the order of the document; null when there is none.
const xmlNode* find(const xmlNode* node, std::string_view name, int depth = 0) {
    if (depth > deepest) return nullptr;
    for (; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE) continue;
        if (name_of(node) == name) return node;
        if (const auto* inside = find(node->children, name, depth + 1)) return inside;
    }
    return nullptr;
}

/// One line of text, as it may stand in a case; empty when there is none.
std::string text_of(const xmlNode* node) {
    std::string out;
    for (const xmlNode* each = node ? node->children : nullptr; each; each = each->next)
        if ((each->type == XML_TEXT_NODE || each->type == XML_CDATA_SECTION_NODE) && each->content)
            out += reinterpret_cast<const char*>(each->content);
    auto cleaned = base::clean(base::first(out, 4 * max_number), 4 * max_number, "receipt");
    if (!cleaned) return {};
    std::string line(base::trim(*cleaned));
    return line.find('\n') == std::string::npos && base::first(line, max_number) == line ? line
                                                                                         : std::string();
}

std::string said(const xmlDoc* document, std::string_view name) {
    return document ? text_of(find(document->children, name)) : std::string();
}

std::string base_of(const agency::OutsideAgency& outside) {
    std::string out = outside.address;
    while (out.ends_with('/'))
        out.pop_back();
    return out;
}

bool is_token(std::string_view token) {
    return std::ranges::all_of(token, [](unsigned char c) { return c > 0x20 && c < 0x7f; });
}

Reached not_reached(const network::Answer& answer) {
    return answer.reached == network::Reached::no ? Reached{Outcome::try_again, {}, "open311.unreachable"}
                                                  : Reached{Outcome::unclear, {}, "open311.no_answer"};
}

} // namespace

network::Request file_request(const agency::OutsideAgency& outside, std::string_view key,
                              const Filing& filing) {
    network::Request out{
        .name = "open311.requests", .method = "POST", .url = base_of(outside) + "/requests.xml"};
    network::Fields fields;
    auto add = [&](std::string name, std::string value) {
        if (!value.empty()) fields.emplace_back(std::move(name), std::move(value));
    };
    add("jurisdiction_id", outside.jurisdiction);
    add("api_key", std::string(key));
    add("service_code", outside.service_code);
    if (filing.lat && filing.lon) {
        add("lat", fmt::format("{:.6f}", *filing.lat));
        add("long", fmt::format("{:.6f}", *filing.lon));
    }
    add("address_string", filing.address);
    add("description", std::string(base::first(filing.description, max_description)));
    network::set_form(out, fields);
    out.headers.push_back({"Accept", "text/xml, application/xml"});
    out.largest = largest_answer;
    return out;
}

network::Request token_request(const agency::OutsideAgency& outside, std::string_view token) {
    network::Fields path{{"t", std::string(token)}};
    // Encoded as a query is, and then cut off what stands before the value.
    network::Request out{.name = "open311.tokens",
                         .url = base_of(outside) + "/tokens/" + network::query_of(path).substr(2) + ".xml"};
    if (!outside.jurisdiction.empty())
        out.url += "?" + network::query_of({{"jurisdiction_id", outside.jurisdiction}});
    out.headers.push_back({"Accept", "text/xml, application/xml"});
    out.largest = largest_answer;
    return out;
}

Reached judge_filing(const network::Answer& answer) {
    if (!answer.response) return not_reached(answer);
    const int status = answer.response->status;
    const Document document = parsed(answer.response->body);
    if (status >= 200 && status < 300) {
        if (auto number = said(document.get(), "service_request_id"); !number.empty())
            return {Outcome::receipted, std::move(number), {}};
        if (auto token = said(document.get(), "token"); !token.empty() && is_token(token))
            return {Outcome::tokened, std::move(token), {}};
        return {Outcome::unclear, {}, "open311.unreadable"};
    }
    if (status == 429 || status == 503)
        return {Outcome::try_again, {}, fmt::format("open311.busy:{}", status)};
    if (status >= 400 && status < 500)
        return {Outcome::refused, {}, fmt::format("open311.refused:{}", status)};
    return {Outcome::unclear, {}, fmt::format("open311.broken:{}", status)};
}

Reached judge_token(const network::Answer& answer) {
    if (!answer.response) return {Outcome::try_again, {}, "open311.no_answer"};
    const int status = answer.response->status;
    if (status >= 200 && status < 300) {
        const Document document = parsed(answer.response->body);
        if (auto number = said(document.get(), "service_request_id"); !number.empty())
            return {Outcome::receipted, std::move(number), {}};
    }
    return {Outcome::try_again, {}, fmt::format("open311.no_number:{}", status)};
}

} // namespace referral
