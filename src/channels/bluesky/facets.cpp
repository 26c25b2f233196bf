#include "channels/bluesky/facets.h"

#include "base/text.h"
#include "network/json_reading.h"

namespace channels::bluesky {
namespace {

base::json::Object facet(std::size_t from, std::size_t to, base::json::Object feature) {
    return {{"index", {{"byteStart", from}, {"byteEnd", to}}},
            {"features", base::json::Array{std::move(feature)}}};
}

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// Without the punctuation that ends a sentence rather than a link or tag.
std::string_view bare(std::string_view word) {
    while (!word.empty() && std::string_view(".,;:!?)\"'").find(word.back()) != std::string_view::npos)
        word.remove_suffix(1);
    return word;
}

std::optional<base::json::Object> feature_of(std::string_view word) {
    if (word.starts_with("https://") || word.starts_with("http://"))
        return base::json::Object{{"$type", "app.bsky.richtext.facet#link"}, {"uri", word}};
    if (word.starts_with('#') && word.size() > 1 &&
        word.find_first_not_of("#0123456789") != std::string_view::npos && base::length(word) <= 65)
        return base::json::Object{{"$type", "app.bsky.richtext.facet#tag"}, {"tag", word.substr(1)}};
    return std::nullopt;
}

struct Link {
    std::size_t from = 0;
    std::size_t to = 0;
    std::string uri;
};

bool is_boundary(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

/// In order, without overlaps.
std::vector<Link> links_of(const base::json::Value& record, std::string_view text) {
    std::vector<Link> out;
    for (const auto* each : network::each_in(record, "facets")) {
        auto from = network::number_in(*each, "index.byteStart");
        auto to = network::number_in(*each, "index.byteEnd");
        if (!from || !to || *from < 0 || *from >= *to || *to > std::ssize(text)) continue;
        const auto begin = static_cast<std::size_t>(*from);
        const auto end = static_cast<std::size_t>(*to);
        if (!is_boundary(text, begin) || !is_boundary(text, end)) continue;
        for (const auto* feature : network::each_in(*each, "features")) {
            auto uri = network::text_in(*feature, "uri");
            if (network::text_in(*feature, "$type") == "app.bsky.richtext.facet#link" && !uri.empty())
                out.push_back({begin, end, std::move(uri)});
        }
    }
    std::ranges::sort(out, {}, &Link::from);
    std::size_t last = 0;
    std::erase_if(out, [&](const Link& link) {
        const bool overlaps = link.from < last;
        if (!overlaps) last = link.to;
        return overlaps;
    });
    return out;
}

/// Whether the words are the link itself, written short: "contoh.go.id/lapor..." of its address.
bool is_shortened(std::string_view words, std::string_view uri) {
    for (const std::string_view dots : {"...", "\xE2\x80\xA6"})
        if (words.ends_with(dots)) words.remove_suffix(dots.size());
    return !words.empty() && uri.find(words) != std::string_view::npos;
}

} // namespace

base::json::Array facets_of(std::string_view text, std::string_view mention, std::string_view mention_did) {
    base::json::Array out;
    if (!mention.empty() && !mention_did.empty() && text.starts_with(mention))
        out.push_back(
            facet(0, mention.size(), {{"$type", "app.bsky.richtext.facet#mention"}, {"did", mention_did}}));
    for (std::size_t at = 0; at < text.size();) {
        if (is_space(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && !is_space(text[end]))
            ++end;
        auto word = text.substr(at, end - at);
        const std::size_t bracket = word.starts_with('(') ? 1 : 0;
        word = bare(word.substr(bracket));
        if (auto feature = feature_of(word))
            out.push_back(facet(at + bracket, at + bracket + word.size(), std::move(*feature)));
        at = end;
    }
    return out;
}

std::string text_with_links(const base::json::Value& record) {
    const std::string text = network::text_in(record, "text");
    std::string out;
    std::size_t at = 0;
    for (const auto& link : links_of(record, text)) {
        const auto words = std::string_view(text).substr(link.from, link.to - link.from);
        out += text.substr(at, link.from - at);
        if (is_shortened(words, link.uri)) {
            out += link.uri;
        } else {
            out += words;
            out += " (" + link.uri + ")";
        }
        at = link.to;
    }
    return out + text.substr(at);
}

} // namespace channels::bluesky
