#include "channels/mastodon/parts.h"

#include "base/text.h"
#include "channels/mastodon/server_limits.h"
#include "network/json_reading.h"
#include "network/text_length.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace channels::mastodon {

using network::Connection;
using network::Draft;
using network::Progress;

namespace {

/// Whom the text names. A direct message reaches only who is named in it.
std::string mention_of(const Draft& draft) {
    if (!draft.to_handle.empty()) return draft.to_handle + " ";
    const bool is_direct = draft.visibility == items::Visibility::private_;
    if (is_direct && draft.to_author.find('@') != std::string::npos) return "@" + draft.to_author + " ";
    return {};
}

} // namespace

std::vector<std::string> parts_of(const Connection& connection, const Draft& draft,
                                  const Progress& progress) {
    auto rule = limits_of(connection).text;
    if (const auto* kept = progress.if_contains("rule")) {
        if (auto longest = network::number_in(*kept, "longest"); longest && *longest > 0)
            rule.longest = static_cast<std::size_t>(*longest);
        if (auto cost = network::number_in(*kept, "link_cost"); cost && *cost > 0)
            rule.link_cost = static_cast<std::size_t>(*cost);
    }
    const auto before = mention_of(draft);
    auto parts = network::split_text(draft.text, rule, before);
    if (parts.empty()) parts = {before + draft.text};
    return parts;
}

std::string answered_by(const Draft& draft, const Progress& progress) {
    const auto ids = network::published(progress);
    return ids.empty() ? draft.to : ids.back();
}

void move_on(const Connection& connection, Progress& progress, const std::string& id,
             const std::string& url) {
    network::add_published(progress, id, url);
    progress.erase("tried_at");
    if (progress.contains("rule")) return;
    const auto rule = limits_of(connection).text;
    progress["rule"] = base::json::Object{{"longest", static_cast<std::int64_t>(rule.longest)},
                                          {"link_cost", static_cast<std::int64_t>(rule.link_cost)}};
}

std::string letters_of(std::string_view text) {
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        const auto from = text.find_first_not_of(" \t\r\n", at);
        if (from == std::string_view::npos) break;
        const auto to = std::min(text.find_first_of(" \t\r\n", from), text.size());
        if (text[from] != '@') kept += text.substr(from, to - from);
        at = to;
    }
    const auto wide = icu::UnicodeString::fromUTF8({kept.data(), static_cast<int32_t>(kept.size())});
    icu::UnicodeString letters;
    for (int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1))
        if (const UChar32 c = wide.char32At(at); u_isalnum(c)) letters.append(u_tolower(c));
    std::string out;
    letters.toUTF8String(out);
    return out;
}

} // namespace channels::mastodon
