// Whether a post whose fate is unknown stands among the own ones.
#include "channels/mastodon/api.h"
#include "channels/mastodon/parts.h"
#include "channels/mastodon/sending.h"
#include "network/html_text.h"
#include "network/json_reading.h"

#include <algorithm>

namespace channels::mastodon {
namespace {

using network::Found;

constexpr std::size_t page_size = 40;
/// An attempt ends at "tried_at"; how long before it may have begun, and how far clocks may be apart.
constexpr std::chrono::minutes margin{15};

/// Ids of Mastodon grow with time; ids of other lengths are compared as numbers.
bool is_older(const std::string& id, const std::string& than) {
    return id.size() != than.size() ? id.size() < than.size() : id < than;
}

/// Whether the list surely holds everything that was posted since the attempt.
bool reaches_back(const network::Response& response, const std::vector<const base::json::Value*>& statuses,
                  const network::Draft& draft, std::optional<base::Time> tried_at) {
    // Servers that do not link pages may give fewer than was asked for.
    const bool says_pages = !network::header_of(response.headers, "link").empty();
    if (says_pages ? in_link(response, "next", "max_id").empty() : statuses.size() < page_size / 2)
        return true;
    const auto to = checked_id(draft.to);
    return std::ranges::any_of(statuses, [&](const base::json::Value* status) {
        const auto created = network::time_in(*status, "created_at");
        if (tried_at && created && *created < *tried_at - margin) return true;
        const auto id = checked_id(network::text_in(*status, "id"));
        return !to.empty() && !id.empty() && is_older(id, to);
    });
}

} // namespace

std::optional<network::Request> find_own(const network::Connection& connection, const network::Draft& draft,
                                         const network::Progress& progress) {
    const auto own_id = checked_id(connection.own_id);
    if (own_id.empty() || !next(connection, draft, progress)) return std::nullopt;
    network::Fields query{{"limit", std::to_string(page_size)}, {"exclude_reblogs", "true"}};
    if (const auto ids = network::published(progress); !ids.empty())
        query.emplace_back("since_id", checked_id(ids.back()));
    return ask(connection, "statuses.own", "/api/v1/accounts/" + own_id + "/statuses", query);
}

Found read_own(const network::Connection& connection, const network::Draft& draft,
               network::Progress& progress, const network::Response& response) {
    if (response.status < 200 || response.status >= 300) return Found::cannot_tell;
    auto body = network::read_json(response.body);
    if (!body || !body->is_array()) return Found::cannot_tell;
    const auto known = network::published(progress);
    const auto parts = parts_of(connection, draft, progress);
    if (known.size() >= parts.size()) return Found::cannot_tell;
    const auto wanted = letters_of(parts[known.size()]);
    const auto answered = answered_by(draft, progress);

    const auto* tried = progress.if_contains("tried_at");
    const auto tried_at = tried ? network::time_in(*tried, "") : std::nullopt;
    const auto statuses = network::each_in(*body, "");
    for (const auto* status : statuses) {
        const auto id = checked_id(network::text_in(*status, "id"));
        if (id.empty() || std::ranges::find(known, id) != known.end()) continue;
        if (std::ranges::find(draft.others, id) != draft.others.end()) continue;
        if (network::text_in(*status, "account.id") != connection.own_id) continue;
        if (network::text_in(*status, "in_reply_to_id") != answered) continue;
        const auto text = network::html_to_text(network::text_in(*status, "content"), 100'000);
        if (letters_of(text) != wanted) continue;
        const auto created = network::time_in(*status, "created_at");
        if (tried_at && created && *created < *tried_at - margin) continue;
        if (wanted.empty()) return Found::cannot_tell; // pictures alone look alike
        move_on(connection, progress, id, network::text_in(*status, "url"));
        return Found::yes;
    }
    return reaches_back(response, statuses, draft, tried_at) ? Found::no : Found::cannot_tell;
}

} // namespace channels::mastodon
