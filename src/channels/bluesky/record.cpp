#include "channels/bluesky/record.h"

#include "channels/bluesky/facets.h"
#include "network/text_length.h"

#include <sodium.h>

#include <array>

namespace channels::bluesky {
namespace {

const base::json::Value* member(const base::json::Object& object, std::string_view name) {
    return object.if_contains(name);
}

/// What the part answers: the citizen's post, or the part before it.
std::optional<base::json::Object> reply_of(const network::Progress& progress, std::size_t part) {
    const auto* reply = member(progress, "reply");
    const auto* base = reply ? reply->if_object() : nullptr;
    if (part == 0) return base ? std::optional(*base) : std::nullopt;
    const auto ids = network::published(progress);
    const auto* cids = member(progress, "cids");
    if (ids.size() < part || !cids || !cids->is_array() || cids->get_array().size() < part)
        return std::nullopt;
    auto own = [&](std::size_t at) {
        return base::json::Object{{"uri", ids[at]}, {"cid", cids->get_array()[at]}};
    };
    return base::json::Object{{"root", base ? base->at("root") : base::json::Value(own(0))},
                              {"parent", own(part - 1)}};
}

base::json::Object pictures_of(const network::Draft& draft, const base::json::Array& blobs) {
    base::json::Array images;
    for (std::size_t i = 0; i < blobs.size() && i < draft.pictures.size(); ++i) {
        const auto& picture = draft.pictures[i];
        base::json::Object image{{"image", blobs[i]}, {"alt", picture.alt}};
        if (picture.width > 0 && picture.height > 0)
            image["aspectRatio"] = {{"width", picture.width}, {"height", picture.height}};
        images.push_back(std::move(image));
    }
    return {{"$type", "app.bsky.embed.images"}, {"images", std::move(images)}};
}

std::string mention_of(const network::Draft& draft) {
    return draft.to.empty() ? draft.to_handle : std::string();
}

} // namespace

network::Limits limits() {
    // The length of a description is the app's; the protocol has none.
    return {.text = {.unit = network::TextUnit::graphemes, .longest = 300, .longest_bytes = 3000},
            .media = {.most = 4, .largest_bytes = 2'000'000, .longest_alt = 2000},
            .can_delete = true,
            .can_post = true,
            .as_of = "2026-11-22",
            .source = "lexicons app.bsky.feed.post, app.bsky.embed.images"};
}

std::vector<std::string> parts_of(const network::Draft& draft) {
    const auto mention = mention_of(draft);
    auto parts =
        network::split_text(draft.text, limits().text, mention.empty() ? std::string() : mention + " ");
    // A text that cannot be cut is for the server to refuse.
    if (parts.empty()) parts.push_back(draft.text);
    return parts;
}

std::string record_key(std::string_view draft_key, std::size_t part) {
    const std::string seed = std::string(draft_key) + "#" + std::to_string(part);
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(seed.data()),
                       seed.size(), nullptr, 0);
    // Microseconds before 2005 in 50 bits, 10 bits of a clock's id: never in the future.
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i)
        number = number << 8U | hash[i];
    number &= (std::uint64_t{1} << 60U) - 1;
    constexpr std::string_view digits = "234567abcdefghijklmnopqrstuvwxyz";
    std::string out(13, '2');
    for (std::size_t i = out.size(); i-- > 0; number >>= 5U)
        out[i] = digits[number & 31U];
    return out;
}

base::json::Object record_of(const network::Draft& draft, const network::Progress& progress,
                             std::size_t part) {
    const auto parts = parts_of(draft);
    const std::string& text = parts[part];
    base::json::Object record{{"$type", "app.bsky.feed.post"},
                              {"text", text},
                              {"langs", base::json::Array{base::json::Value(draft.language)}}};
    if (const auto* at = member(progress, "at")) record["createdAt"] = *at;
    if (auto facets = facets_of(text, mention_of(draft),
                                draft.to_author.starts_with("did:") ? draft.to_author : std::string());
        !facets.empty())
        record["facets"] = std::move(facets);
    if (auto reply = reply_of(progress, part)) record["reply"] = std::move(*reply);
    if (const auto* blobs = member(progress, "blobs");
        part == 0 && blobs && blobs->is_array() && !blobs->get_array().empty())
        record["embed"] = pictures_of(draft, blobs->get_array());
    return record;
}

} // namespace channels::bluesky
