#include "channels/meta/page_token.h"

#include "channels/meta/graph.h"
#include "network/json_reading.h"

#include <algorithm>
#include <array>

namespace channels::meta {
namespace {

constexpr std::string_view home = "https://graph.facebook.com";
constexpr std::size_t most_pages = 500;
/// Of a role on a Page: to answer comments and to write posts.
constexpr std::array<std::string_view, 2> needed_tasks{"MODERATE", "CREATE_CONTENT"};

/// What the app may not do on this Page: a right that was given for others alone, or a task that the person's
/// role lacks.
std::vector<std::string> missing_on(const base::json::Value& page, const base::json::Object& narrow) {
    std::vector<std::string> out;
    const auto id = network::text_in(page, "id");
    for (const auto& [right, targets] : narrow) {
        const auto all = network::each_in(targets, "");
        if (std::ranges::none_of(all, [&](const auto* each) { return network::text_in(*each, "") == id; }))
            out.emplace_back(right);
    }
    const auto tasks = network::each_in(page, "tasks");
    if (tasks.empty()) return out; // not told
    for (const auto task : needed_tasks)
        if (std::ranges::none_of(tasks,
                                 [&](const auto* each) { return network::text_in(*each, "") == task; }))
            out.emplace_back(task);
    return out;
}

base::Result<network::SignedIn> read_longer_token(network::SignedIn so_far,
                                                  const network::Response& response) {
    auto body = network::read_json(response.body);
    if (!body) return base::pass(body);
    const auto token = network::text_in(*body, "access_token");
    if (token.empty()) return base::fail(base::Kind::broken, "network.unreadable", "no access_token");
    so_far.tokens.secrets["token"] = token;
    so_far.next = "rights";
    return so_far;
}

base::Result<network::SignedIn> read_own_rights(std::span<const std::string_view> rights,
                                                const network::Connection& connection,
                                                network::SignedIn so_far, const network::Response& response) {
    auto read = read_rights(rights, connection, response);
    if (!read) return base::pass(read);
    so_far.missing = std::move(read->missing);
    base::json::Object narrow;
    for (const auto& [right, targets] : read->narrow)
        if (std::ranges::find(rights, right) != rights.end())
            narrow[right] = base::json::Array(targets.begin(), targets.end());
    so_far.notes["narrow"] = std::move(narrow);
    so_far.next = so_far.missing.empty() ? "pages" : "";
    return so_far;
}

base::Result<network::SignedIn> read_pages(network::SignedIn so_far, const network::Response& response) {
    auto body = network::read_json(response.body);
    if (!body) return base::pass(body);
    const auto* narrow = so_far.notes.if_contains("narrow");
    for (const auto* page : network::each_in(*body, "data")) {
        network::SignInChoice choice{.own_id = network::text_in(*page, "id"),
                                     .name = network::text_in(*page, "name"),
                                     .secrets = {{"token", network::text_in(*page, "access_token")}},
                                     .missing = missing_on(*page, narrow && narrow->is_object()
                                                                      ? narrow->get_object()
                                                                      : base::json::Object())};
        if (!choice.own_id.empty() && !choice.secrets["token"].empty())
            so_far.choices.push_back(std::move(choice));
    }
    const auto after = network::text_in(*body, "paging.cursors.after");
    const bool has_more = !network::text_in(*body, "paging.next").empty() && !after.empty();
    if (has_more && so_far.choices.size() < most_pages) {
        so_far.notes["after"] = after;
        return so_far;
    }
    if (so_far.choices.empty()) return base::fail(base::Kind::invalid, "network.no_page");
    so_far.tokens.secrets.clear();
    so_far.next.clear();
    return so_far;
}

} // namespace

network::Request ask_page_token(const network::Connection& connection, const network::SignedIn& so_far) {
    if (so_far.next == "longer") {
        network::Request request = ask(connection, home, "oauth.longer", "/oauth/access_token");
        request.method = "POST";
        request.headers.clear();
        network::set_form(request, {{"grant_type", "fb_exchange_token"},
                                    {"client_id", std::string(connection.secret("app_id"))},
                                    {"client_secret", std::string(connection.secret("app_secret"))},
                                    {"fb_exchange_token", std::string(connection.secret("token"))}});
        return request;
    }
    if (so_far.next == "rights") {
        // The network wants the token that is asked about in the address; who asks is the app itself.
        network::Request request = ask(connection, home, "debug_token", "/debug_token",
                                       {{"input_token", std::string(connection.secret("token"))}});
        request.headers = {{"Authorization", "Bearer " + std::string(connection.secret("app_id")) + "|" +
                                                 std::string(connection.secret("app_secret"))}};
        return request;
    }
    network::Fields query{{"fields", "id,name,access_token,tasks"}, {"limit", "100"}};
    if (const auto* after = so_far.notes.if_contains("after"); after && after->is_string())
        query.emplace_back("after", std::string(after->get_string()));
    return ask(connection, home, "pages.list", "/me/accounts", query);
}

base::Result<network::SignedIn> read_page_token(std::span<const std::string_view> rights,
                                                const network::Connection& connection,
                                                network::SignedIn so_far, const network::Response& response) {
    if (so_far.next == "longer") return read_longer_token(std::move(so_far), response);
    if (so_far.next == "rights") return read_own_rights(rights, connection, std::move(so_far), response);
    return read_pages(std::move(so_far), response);
}

} // namespace channels::meta
