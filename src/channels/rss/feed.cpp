#include "channels/rss/feed.h"

#include "base/encode.h"
#include "base/text.h"
#include "network/html_text.h"
#include "network/rsa_key.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/uri.h>
#include <memory>
#include <set>

namespace channels::rss {
namespace {

constexpr std::string_view atom = "http://www.w3.org/2005/Atom";
constexpr std::string_view content = "http://purl.org/rss/1.0/modules/content/";
constexpr std::string_view dublin_core = "http://purl.org/dc/elements/1.1/";
/// Of RSS itself: none, or one of those that were written over the years.
constexpr std::array<std::string_view, 4> own_namespaces{"", "http://purl.org/rss/1.0/",
                                                         "http://backend.userland.com/rss2",
                                                         "http://my.netscape.com/rdf/simple/0.9/"};

struct FreeDocument {
    void operator()(xmlDoc* document) const noexcept { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;
struct FreeText {
    void operator()(xmlChar* text) const noexcept { xmlFree(text); }
};
using Text = std::unique_ptr<xmlChar, FreeText>;

std::string_view view(const xmlChar* text) {
    return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

bool is_element(const xmlNode* node) {
    return node->type == XML_ELEMENT_NODE;
}

std::string_view space_of(const xmlNode* node) {
    return node->ns ? view(node->ns->href) : std::string_view();
}

bool is_own(const xmlNode* node) {
    const auto space = space_of(node);
    return space == atom || std::ranges::find(own_namespaces, space) != own_namespaces.end();
}

const xmlNode* child(const xmlNode* parent, std::string_view name, std::string_view space = {}) {
    for (const xmlNode* node = parent ? parent->children : nullptr; node; node = node->next)
        if (is_element(node) && view(node->name) == name &&
            (space.empty() ? is_own(node) : space_of(node) == space))
            return node;
    return nullptr;
}

std::string attribute(const xmlNode* node, const char* name) {
    const Text value(xmlGetNoNsProp(node, reinterpret_cast<const xmlChar*>(name)));
    return std::string(view(value.get()));
}

/// Words that stand directly in it: no entities, no elements.
std::string words_of(const xmlNode* node) {
    std::string out;
    for (const xmlNode* each = node ? node->children : nullptr; each; each = each->next)
        if (each->type == XML_TEXT_NODE || each->type == XML_CDATA_SECTION_NODE) out += view(each->content);
    return std::string(base::trim(out));
}

/// Elements in it as markup: Atom's xhtml.
std::string markup_of(const xmlNode* node) {
    std::string out;
    const std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)> buffer(xmlBufferCreate(), xmlBufferFree);
    for (xmlNode* each = node->children; each; each = each->next)
        if (xmlNodeDump(buffer.get(), node->doc, each, 0, 0) < 0) return out;
    return std::string(view(xmlBufferContent(buffer.get())));
}

/// Plain text, whatever way it was written in. RSS does not say whether it holds markup; it does, as a rule.
std::string plain(const xmlNode* node, std::size_t most) {
    if (!node) return {};
    const auto type = attribute(node, "type");
    const bool is_atom = space_of(node) == atom;
    const bool is_markup = !is_atom || type == "html" || type == "text/html";
    std::string text = type == "xhtml" ? markup_of(node) : words_of(node);
    if (is_markup || type == "xhtml") return network::html_to_text(text, most);
    return std::string(base::first(text, most));
}

std::string one_line(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return std::string(base::trim(text));
}

std::string hash_of(std::string_view text) {
    return base::to_base64url(network::sha256(text).substr(0, 15));
}

/// Whole, and of a kind that a person may follow; else empty.
std::string link(std::string_view found, const std::string& address) {
    const std::string trimmed(base::trim(found));
    if (trimmed.empty() || trimmed.size() > 1900) return {};
    const Text whole(xmlBuildURI(reinterpret_cast<const xmlChar*>(trimmed.c_str()),
                                 reinterpret_cast<const xmlChar*>(address.c_str())));
    std::string out(view(whole.get()));
    const auto lower = base::lower_ascii(std::string_view(out).substr(0, 8));
    if (out.size() > 1900 || !base::is_utf8(out)) return {};
    return lower.starts_with("https://") || lower.starts_with("http://") ? out : std::string();
}

std::string link_of(const xmlNode* node, const std::string& address) {
    if (space_of(node) != atom) {
        if (auto out = link(words_of(child(node, "link")), address); !out.empty()) return out;
        const auto* guid = child(node, "guid");
        return guid && attribute(guid, "isPermaLink") != "false" ? link(words_of(guid), "") : std::string();
    }
    for (const xmlNode* each = node->children; each; each = each->next) {
        if (!is_element(each) || view(each->name) != "link") continue;
        const auto relation = attribute(each, "rel");
        if (relation.empty() || relation == "alternate") return link(attribute(each, "href"), address);
    }
    return {};
}

std::optional<base::Time> date_of(const xmlNode* node) {
    for (const auto* name : {"pubDate", "published", "updated"})
        if (const auto* found = child(node, name)) return read_date(words_of(found));
    return read_date(words_of(child(node, "date", dublin_core)));
}

std::optional<Entry> entry_of(const xmlNode* node, const std::string& address) {
    Entry out{.title = one_line(plain(child(node, "title"), longest_title)), .url = link_of(node, address)};
    const auto* body = child(node, "encoded", content);
    for (const auto* name : {"content", "description", "summary"})
        if (!body) body = child(node, name);
    out.text = plain(body, longest_text);
    out.at = date_of(node);
    if (out.title.empty() && out.text.empty()) return std::nullopt;
    std::string id = words_of(child(node, space_of(node) == atom ? "id" : "guid"));
    if (id.empty()) id = out.url;
    if (id.empty()) id = out.title + "\n" + out.text;
    out.id = entry_id(id);
    out.fingerprint = hash_of(out.title + "\n" + out.text + "\n" + out.url);
    return out;
}

/// Whoever declares entities has another aim than news; in another encoding they are seen only here.
bool declares_entities(const xmlDoc* document) {
    const auto* dtd = xmlGetIntSubset(document);
    return dtd && dtd->entities;
}

bool is_feed(const xmlNode* root) {
    return root && (view(root->name) == "rss" || view(root->name) == "RDF" || view(root->name) == "feed");
}

void read_entries(const xmlNode* parent, const std::string& address, Feed& feed, std::set<std::string>& ids) {
    for (const xmlNode* node = parent ? parent->children : nullptr; node; node = node->next) {
        if (!is_element(node) || (view(node->name) != "item" && view(node->name) != "entry") || !is_own(node))
            continue;
        if (feed.entries.size() >= most_entries) return;
        auto entry = entry_of(node, address);
        if (!entry)
            ++feed.unreadable;
        else if (ids.insert(entry->id).second)
            feed.entries.push_back(std::move(*entry));
    }
}

/// "&nbsp;" and other names of HTML, which no feed may declare: libxml2 leaves out every reference behind the
/// first that it does not know, so they are handed on as text to who reads markup.
std::string with_references_kept(std::string_view bytes) {
    constexpr std::array<std::string_view, 6> known{"#", "amp;", "lt;", "gt;", "quot;", "apos;"};
    constexpr std::string_view raw = "<![CDATA[", raw_end = "]]>";
    std::string out;
    out.reserve(bytes.size() + 256);
    for (std::size_t at = 0; at < bytes.size();) {
        if (bytes[at] == '<' && bytes.substr(at).starts_with(raw)) {
            const auto end = bytes.find(raw_end, at);
            const auto until = end == std::string_view::npos ? bytes.size() : end + raw_end.size();
            out += bytes.substr(at, until - at);
            at = until;
            continue;
        }
        out += bytes[at++];
        if (out.back() != '&') continue;
        const auto rest = bytes.substr(at, 5);
        if (std::ranges::none_of(known, [&](std::string_view name) { return rest.starts_with(name); }))
            out += "amp;";
    }
    return out;
}

} // namespace

std::string entry_id(std::string_view guid) {
    return hash_of(guid);
}

base::Result<Feed> read_feed(std::string_view bytes, const std::string& address) {
    auto unreadable = [](const char* why) {
        return base::fail(base::Kind::broken, "network.unreadable", why);
    };
    if (bytes.empty() || bytes.size() > largest_feed) return unreadable("empty, or too large");
    if (bytes.find("<!ENTITY") != std::string_view::npos) return unreadable("it declares entities");
    // Many feeds are not quite well-formed: what can be read of them is.
    const std::string whole = with_references_kept(bytes);
    const Document document(
        xmlReadMemory(whole.data(), static_cast<int>(whole.size()), nullptr, nullptr,
                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_RECOVER));
    const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (!is_feed(root)) return unreadable("not a feed");
    if (declares_entities(document.get())) return unreadable("it declares entities");
    const xmlNode* channel = view(root->name) == "feed" ? root : child(root, "channel");
    Feed feed{.title = one_line(plain(child(channel, "title"), 100)), .entries = {}};
    std::set<std::string> ids;
    read_entries(channel, address, feed, ids);
    if (channel != root) read_entries(root, address, feed, ids); // RSS 1.0 has them beside the channel
    const auto minutes = words_of(child(channel, "ttl"));
    int number = 0;
    if (auto [end, error] = std::from_chars(minutes.data(), minutes.data() + minutes.size(), number);
        error == std::errc{} && number > 0)
        feed.minutes = number;
    return feed;
}

std::optional<base::Time> read_date(std::string_view text) {
    if (text.empty() || text.size() > 64) return std::nullopt;
    const std::string date(text);
    // "2026-11-23T10:00:00+07:00"; everything else is RFC 822 in one of its spellings.
    if (date.size() > 10 && date[4] == '-') {
        auto time = base::parse_time(date);
        return time ? std::optional(*time) : std::nullopt;
    }
    const auto seconds = curl_getdate(date.c_str(), nullptr);
    if (seconds < 0) return std::nullopt;
    return base::time_from_ms(static_cast<std::int64_t>(seconds) * 1000);
}

} // namespace channels::rss
