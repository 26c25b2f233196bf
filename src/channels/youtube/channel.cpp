#include "base/text.h"
#include "channels/youtube/answer.h"
#include "channels/youtube/comment.h"
#include "channels/youtube/sign_in.h"
#include "channels/youtube/youtube.h"
#include "network/form.h"
#include "network/json_reading.h"
#include "network/text_length.h"

namespace channels::youtube {
namespace {

using network::Found;
using network::Verdict;

constexpr std::string_view thread = "thread:";

std::string server_of(const network::Connection& connection, std::string_view otherwise) {
    return connection.server.empty() ? std::string(otherwise) : connection.server;
}

network::Request ask(const network::Connection& connection, std::string name, std::string_view path,
                     const network::Fields& query) {
    network::Request request{.name = std::move(name), .url = {}};
    request.url = server_of(connection, "https://www.googleapis.com") + "/youtube/v3/" + std::string(path) +
                  "?" + network::query_of(query);
    request.headers.push_back({"Authorization", "Bearer " + std::string(connection.secret("token"))});
    return request;
}

network::Limits comment_limits() {
    return {.text = {.unit = network::TextUnit::characters, .longest = 10'000},
            .can_edit = true,
            .as_of = "2026-11-22",
            .source = "YouTube Data API v3, not verified"};
}

std::vector<std::string> parts_of(const network::Draft& draft) {
    // Answers stand under the first comment, so that only the name says who is meant.
    auto parts = network::split_text(draft.text, comment_limits().text,
                                     draft.to_handle.empty() ? "" : draft.to_handle + " ");
    if (parts.empty()) parts.push_back(draft.text);
    return parts;
}

/// Only a thread's first comment can be answered.
std::string target_of(const network::Draft& draft) {
    return draft.root.empty() ? draft.to : draft.root;
}

class YouTube final : public network::Channel, public network::SignsIn {
public:
    [[nodiscard]] std::string_view network() const override { return "youtube"; }
    [[nodiscard]] network::Limits limits(const network::Connection& /*connection*/) const override {
        return comment_limits();
    }
    [[nodiscard]] bool is_verified() const override { return false; }

    [[nodiscard]] std::vector<network::Field> fields() const override {
        return {
            {.name = "client_id", .is_secret = false}, {.name = "client_secret"}, {.name = "refresh_token"}};
    }
    [[nodiscard]] network::Request ask_self(const network::Connection& connection) const override {
        return ask(connection, "channels.list", "channels", {{"part", "snippet"}, {"mine", "true"}});
    }
    [[nodiscard]] base::Result<network::Self> read_self(const network::Connection& /*connection*/,
                                                        const network::Response& response) const override {
        auto body = network::read_json(response.body);
        if (!body) return base::pass(body);
        if (response.status == 200)
            for (const auto* channel : network::each_in(*body, "items"))
                if (auto id = network::text_in(*channel, "id"); !id.empty())
                    return network::Self{.own_id = id,
                                         .handle = network::text_in(*channel, "snippet.customUrl")};
        return base::fail(base::Kind::broken, "network.unreadable", "no channel of its own");
    }
    [[nodiscard]] std::optional<network::Request>
    refresh(const network::Connection& connection) const override {
        if (connection.secret("refresh_token").empty()) return std::nullopt;
        network::Request request{.name = "oauth2.token", .method = "POST", .url = {}};
        request.url = server_of(connection, "https://oauth2.googleapis.com") + "/token";
        network::Fields fields{{"grant_type", "refresh_token"}};
        for (const auto* name : {"refresh_token", "client_id", "client_secret"})
            fields.emplace_back(name, std::string(connection.secret(name)));
        network::set_form(request, fields);
        return request;
    }
    /// The refresh token stays as it is, unless a new one comes.
    [[nodiscard]] base::Result<network::Tokens> read_tokens(const network::Response& response,
                                                            base::Time now) const override {
        auto body = network::read_json(response.body);
        if (!body) return base::pass(body);
        const auto token = network::text_in(*body, "access_token");
        if (response.status != 200 || token.empty())
            return base::fail(base::Kind::broken, "network.unreadable", network::text_in(*body, "error"));
        network::Tokens tokens{.secrets = {{"token", token}}};
        if (auto fresh = network::text_in(*body, "refresh_token"); !fresh.empty())
            tokens.secrets["refresh_token"] = std::move(fresh);
        if (auto seconds = network::number_in(*body, "expires_in");
            seconds && *seconds > 0 && *seconds < 31'536'000)
            tokens.expires_at = now + std::chrono::seconds(*seconds);
        return tokens;
    }

    [[nodiscard]] std::vector<std::string> needs() const override { return {"client_id", "client_secret"}; }
    [[nodiscard]] std::string page(const network::Connection& connection,
                                   const network::SignInWish& wish) const override {
        return sign_in_page(connection, wish);
    }
    [[nodiscard]] network::Request ask_signed_in(const network::Connection& connection,
                                                 const network::SignInReturn& given) const override {
        return youtube::ask_signed_in(connection, given);
    }
    [[nodiscard]] base::Result<network::SignedIn> read_signed_in(const network::Response& response,
                                                                 base::Time now) const override {
        auto tokens = read_tokens(response, now);
        if (!tokens) return base::pass(tokens);
        return youtube::read_signed_in(std::move(*tokens), response.body);
    }

    [[nodiscard]] std::vector<network::Source>
    sources(const network::Connection& /*connection*/) const override {
        return {{.name = "comments", .order = network::Order::newest_first}};
    }
    [[nodiscard]] network::Request ask_page(const network::Connection& connection,
                                            const network::Source& source,
                                            const network::Walk& walk) const override {
        network::Fields query{{"maxResults", "100"}};
        if (!walk.cursor.empty()) query.emplace_back("pageToken", walk.cursor);
        if (source.name.starts_with(thread)) {
            query.emplace_back("part", "snippet");
            query.emplace_back("parentId", source.name.substr(thread.size()));
            return ask(connection, "comments.list", "comments", query);
        }
        query.emplace_back("part", "snippet,replies");
        query.emplace_back("allThreadsRelatedToChannelId", connection.own_id);
        query.emplace_back("order", "time");
        return ask(connection, "commentThreads.list", "commentThreads", query);
    }
    [[nodiscard]] base::Result<network::Page> read_page(const network::Connection& connection,
                                                        const network::Source& source,
                                                        const network::Walk& walk,
                                                        const network::Response& response) const override {
        if (source.name.starts_with(thread)) return read_replies(connection, response.body);
        return read_threads(connection, walk, response.body);
    }

    /// Without something to answer YouTube refuses: comments under own videos are no posts.
    [[nodiscard]] std::optional<network::Step> next(const network::Connection& connection,
                                                    const network::Draft& draft,
                                                    const network::Progress& progress) const override {
        const auto parts = parts_of(draft);
        const auto made = network::published(progress).size();
        if (made >= parts.size()) return std::nullopt;
        network::Step step{.request = ask(connection, "comments.insert", "comments", {{"part", "snippet"}}),
                           .publishes = true};
        step.request.method = "POST";
        const base::json::Object body{
            {"snippet", {{"parentId", target_of(draft)}, {"textOriginal", parts[made]}}}};
        network::set_json(step.request, boost::json::serialize(body));
        return step;
    }
    [[nodiscard]] bool needs_bytes(const network::Draft& /*draft*/,
                                   const network::Progress& /*progress*/) const override {
        return false;
    }
    [[nodiscard]] network::Judgement judge(const network::Connection& /*connection*/,
                                           const network::Draft& /*draft*/, network::Progress& progress,
                                           const network::Answer& answer) const override {
        auto out = judge_answer(answer, /*publishes=*/true);
        if (out.verdict != Verdict::ok) return out;
        auto body = network::read_json(answer.response->body);
        const auto id = body ? network::text_in(*body, "id") : std::string();
        if (id.empty()) return {.verdict = Verdict::unknown, .code = "unreadable"};
        network::add_published(progress, id, "");
        return out;
    }
    [[nodiscard]] std::optional<network::Request> find_own(const network::Connection& connection,
                                                           const network::Draft& draft,
                                                           const network::Progress& progress) const override {
        if (network::published(progress).size() >= parts_of(draft).size()) return std::nullopt;
        return ask_page(connection, {.name = std::string(thread) + target_of(draft)}, {});
    }
    [[nodiscard]] Found read_own(const network::Connection& connection, const network::Draft& draft,
                                 network::Progress& progress,
                                 const network::Response& response) const override {
        const auto known = network::published(progress);
        const auto parts = parts_of(draft);
        if (response.status != 200 || known.size() >= parts.size()) return Found::cannot_tell;
        auto page = read_replies(connection, response.body);
        if (!page) return Found::cannot_tell;
        for (const auto& event : page->events) {
            if (!event.is_own || base::trim(event.item.text) != base::trim(parts[known.size()]) ||
                std::ranges::find(known, event.item.network_id) != known.end() ||
                std::ranges::find(draft.others, event.item.network_id) != draft.others.end())
                continue;
            network::add_published(progress, event.item.network_id, "");
            return Found::yes;
        }
        return page->cursor.empty() ? Found::no : Found::cannot_tell;
    }

    [[nodiscard]] network::Judgement judge_reading(const network::Answer& answer) const override {
        return judge_answer(answer, /*publishes=*/false);
    }
};

} // namespace

network::ChannelPtr make_channel() {
    return std::make_shared<YouTube>();
}

} // namespace channels::youtube
