#include "base/text.h"
#include "channels/meta/comment.h"
#include "channels/meta/graph.h"
#include "channels/meta/hook.h"
#include "channels/meta/meta.h"
#include "channels/meta/sign_in.h"
#include "channels/meta/thread_post.h"
#include "channels/meta/tokens.h"
#include "network/json_reading.h"
#include "network/text_length.h"

#include <array>

namespace channels::meta {
namespace {

using network::Found;
using network::Verdict;

constexpr std::string_view home = "https://graph.threads.net";
constexpr ApiVersion threads_version{"v1.0", "2026-11-22"};
constexpr std::string_view thread = "thread:";

constexpr std::array<std::string_view, 5> threads_rights{"threads_basic", "threads_content_publish",
                                                         "threads_manage_replies", "threads_read_replies",
                                                         "threads_manage_mentions"};
constexpr SignInPlace threads_sign_in{.dialog_server = "https://www.threads.net",
                                      .dialog = "/oauth/authorize",
                                      .token_server = home,
                                      .token = "/oauth/access_token",
                                      .rights = threads_rights};

network::Request ask_threads(const network::Connection& connection, std::string name, std::string_view path,
                             const network::Fields& query = {}) {
    return ask(connection, home, std::move(name), path, query, threads_version.name);
}

network::Limits threads_limits() {
    // Pictures would have to lie at a public address; a draft has bytes only.
    return {.text = {.unit = network::TextUnit::characters, .longest = 500, .emoji_counts_as_bytes = true},
            .can_post = true,
            .as_of = "2026-11-22",
            .source = "Threads API v1.0, not verified"};
}

std::vector<std::string> parts_of(const network::Draft& draft) {
    const bool names = draft.to.empty() && !draft.to_handle.empty();
    auto parts = network::split_text(draft.text, threads_limits().text, names ? draft.to_handle + " " : "");
    if (parts.empty()) parts.push_back(draft.text);
    return parts;
}

/// A part is put into a container, which is asked for until it is ready, and published. Progress:
/// {"container", "ready": bool, "ids"}.
enum class Stage { container, wait, publish, done };

Stage stage_of(const network::Draft& draft, const network::Progress& progress) {
    if (network::published(progress).size() >= parts_of(draft).size()) return Stage::done;
    if (!progress.contains("container")) return Stage::container;
    return progress.contains("ready") ? Stage::publish : Stage::wait;
}

std::string target_of(const network::Draft& draft, const network::Progress& progress) {
    const auto ids = network::published(progress);
    return ids.empty() ? draft.to : ids.back();
}

void forget_container(network::Progress& progress) {
    progress.erase("container");
    progress.erase("ready");
}

network::Judgement judge_wait(network::Progress& progress, const network::Answer& answer,
                              const std::string& status) {
    if (status == "FINISHED") {
        progress["ready"] = true;
        return {.verdict = Verdict::ok};
    }
    if (status == "ERROR") return {.verdict = Verdict::rejected, .code = "container ERROR"};
    if (status == "EXPIRED") {
        forget_container(progress);
        return {.verdict = Verdict::ok}; // made anew
    }
    return {.verdict = Verdict::pending, .code = status, .again_at = answer.at + std::chrono::seconds{30}};
}

class Threads final : public network::Channel, public network::SignsIn {
public:
    [[nodiscard]] std::string_view network() const override { return "threads"; }
    [[nodiscard]] network::Limits limits(const network::Connection& /*connection*/) const override {
        return threads_limits();
    }
    [[nodiscard]] bool is_verified() const override { return false; }

    [[nodiscard]] std::vector<network::Field> fields() const override {
        return {app_id_field(), {.name = "token"}, {.name = "app_secret"}, {.name = "verify_token"}};
    }
    [[nodiscard]] network::Request ask_self(const network::Connection& connection) const override {
        return ask_threads(connection, "me", "/me", {{"fields", "id,username"}});
    }
    [[nodiscard]] base::Result<network::Self> read_self(const network::Connection& /*connection*/,
                                                        const network::Response& response) const override {
        auto body = network::read_json(response.body);
        if (!body) return base::pass(body);
        const auto id = network::text_in(*body, "id");
        if (response.status != 200 || id.empty())
            return base::fail(base::Kind::broken, "network.unreadable", "no id");
        return network::Self{.own_id = id, .handle = "@" + network::text_in(*body, "username")};
    }
    [[nodiscard]] std::optional<network::Request>
    refresh(const network::Connection& connection) const override {
        return ask_longer(connection, home, "th_refresh_token");
    }
    [[nodiscard]] base::Result<network::Tokens> read_tokens(const network::Response& response,
                                                            base::Time now) const override {
        return read_longer(response, now);
    }

    [[nodiscard]] std::vector<std::string> needs() const override { return sign_in_needs(); }
    [[nodiscard]] std::string page(const network::Connection& connection,
                                   const network::SignInWish& wish) const override {
        return sign_in_page(threads_sign_in, connection, wish);
    }
    [[nodiscard]] network::Request ask_signed_in(const network::Connection& connection,
                                                 const network::SignInReturn& given) const override {
        return meta::ask_signed_in(threads_sign_in, connection, given);
    }
    [[nodiscard]] base::Result<network::SignedIn> read_signed_in(const network::Response& response,
                                                                 base::Time /*now*/) const override {
        return meta::read_signed_in(threads_sign_in, response, "longer");
    }
    /// The network wants the token that is asked about in the address.
    [[nodiscard]] network::Request ask_further(const network::Connection& connection,
                                               const network::SignedIn& so_far) const override {
        if (so_far.next == "longer") return ask_long_lived(connection, home, "th_exchange_token");
        return ask_threads(connection, "debug_token", "/debug_token",
                           {{"input_token", std::string(connection.secret("token"))}});
    }
    [[nodiscard]] base::Result<network::SignedIn> read_further(const network::Connection& connection,
                                                               network::SignedIn so_far,
                                                               const network::Response& response,
                                                               base::Time now) const override {
        if (so_far.next == "longer") return with_long_lived(std::move(so_far), response, now, "rights");
        auto read = read_rights(threads_rights, connection, response);
        if (!read) return base::pass(read);
        so_far.missing = std::move(read->missing);
        so_far.next.clear();
        return so_far;
    }
    [[nodiscard]] std::chrono::seconds youngest_renewal() const override { return meta::youngest_renewal; }

    /// Own posts lead to their conversations.
    [[nodiscard]] std::vector<network::Source>
    sources(const network::Connection& /*connection*/) const override {
        return {{.name = "mentions", .order = network::Order::newest_first},
                {.name = "posts", .order = network::Order::newest_first}};
    }
    [[nodiscard]] network::Request ask_page(const network::Connection& connection,
                                            const network::Source& source,
                                            const network::Walk& walk) const override {
        network::Fields query{{"fields", std::string(thread_post_fields)}, {"limit", "100"}};
        if (!walk.cursor.empty()) query.emplace_back("after", walk.cursor);
        if (source.name.starts_with(thread)) {
            query.emplace_back("reverse", "true"); // the newest first
            return ask_threads(connection, "conversation.list",
                               "/" + source.name.substr(thread.size()) + "/conversation", query);
        }
        return ask_threads(connection, source.name + ".list",
                           source.name == "posts" ? "/me/threads" : "/me/mentions", query);
    }
    [[nodiscard]] base::Result<network::Page> read_page(const network::Connection& connection,
                                                        const network::Source& /*source*/,
                                                        const network::Walk& walk,
                                                        const network::Response& response) const override {
        return read_thread_posts(connection, walk, response.body);
    }
    [[nodiscard]] network::PushAnswer answer_push(const network::Connection& connection,
                                                  const network::Push& push,
                                                  base::Time /*now*/) const override {
        return meta::answer_push(connection, push);
    }
    [[nodiscard]] bool shares_pushes() const override { return true; }
    [[nodiscard]] base::Result<std::vector<network::Event>> read_push(const network::Connection& connection,
                                                                      std::string_view body) const override {
        return read_thread_push(connection, body);
    }

    [[nodiscard]] std::optional<network::Step> next(const network::Connection& connection,
                                                    const network::Draft& draft,
                                                    const network::Progress& progress) const override {
        const auto container = network::text_in(progress, "container");
        network::Step step;
        switch (stage_of(draft, progress)) {
        case Stage::container: {
            network::Fields fields{{"media_type", "TEXT"},
                                   {"text", parts_of(draft)[network::published(progress).size()]}};
            if (auto target = target_of(draft, progress); !target.empty())
                fields.emplace_back("reply_to_id", target);
            step.request = ask_threads(connection, "container.create", "/me/threads");
            step.request.method = "POST";
            network::set_form(step.request, fields);
            break;
        }
        case Stage::wait:
            step.request = ask_threads(connection, "container.get", "/" + container,
                                       {{"fields", "id,status,error_message"}});
            break;
        case Stage::publish:
            step = {.request = ask_threads(connection, "container.publish", "/me/threads_publish"),
                    .publishes = true};
            step.request.method = "POST";
            network::set_form(step.request, {{"creation_id", container}});
            break;
        case Stage::done: return std::nullopt;
        }
        return step;
    }
    [[nodiscard]] bool needs_bytes(const network::Draft& /*draft*/,
                                   const network::Progress& /*progress*/) const override {
        return false;
    }
    [[nodiscard]] network::Judgement judge(const network::Connection& /*connection*/,
                                           const network::Draft& draft, network::Progress& progress,
                                           const network::Answer& answer) const override {
        const auto stage = stage_of(draft, progress);
        const bool publishes = stage == Stage::publish;
        auto out = judge_answer(answer, publishes);
        if (out.verdict != Verdict::ok) return out;
        auto body = network::read_json(answer.response->body);
        const auto id = body ? network::text_in(*body, "id") : std::string();
        if (id.empty())
            return {.verdict = publishes ? Verdict::unknown : Verdict::unavailable, .code = "unreadable"};
        switch (stage) {
        case Stage::container: progress["container"] = id; break;
        case Stage::wait: return judge_wait(progress, answer, network::text_in(*body, "status"));
        case Stage::publish:
            network::add_published(progress, id, "");
            forget_container(progress);
            break;
        case Stage::done: break;
        }
        return out;
    }

    /// Whether the part stands under what it answers, or among the newest posts of its own.
    [[nodiscard]] std::optional<network::Request> find_own(const network::Connection& connection,
                                                           const network::Draft& draft,
                                                           const network::Progress& progress) const override {
        if (stage_of(draft, progress) != Stage::publish) return std::nullopt;
        const auto target = target_of(draft, progress);
        network::Fields query{{"fields", std::string(thread_post_fields)}, {"limit", "100"}};
        if (!target.empty()) query.emplace_back("reverse", "true");
        return ask_threads(connection, "replies.list",
                           target.empty() ? std::string("/me/threads") : "/" + target + "/replies", query);
    }
    [[nodiscard]] Found read_own(const network::Connection& connection, const network::Draft& draft,
                                 network::Progress& progress,
                                 const network::Response& response) const override {
        auto body = network::read_json(response.body);
        if (response.status != 200 || !body || !network::find_in(*body, "data")) return Found::cannot_tell;
        const auto known = network::published(progress);
        const auto parts = parts_of(draft);
        if (known.size() >= parts.size()) return Found::cannot_tell;
        const bool is_answer = !target_of(draft, progress).empty();
        for (const auto* node : network::each_in(*body, "data")) {
            const auto id = network::text_in(*node, "id");
            if (id.empty() || "@" + network::text_in(*node, "username") != connection.handle ||
                base::trim(network::text_in(*node, "text")) != base::trim(parts[known.size()]) ||
                std::ranges::find(known, id) != known.end() ||
                std::ranges::find(draft.others, id) != draft.others.end())
                continue;
            // The same words without a target may have been said at any time.
            if (!is_answer) return Found::cannot_tell;
            network::add_published(progress, id, network::text_in(*node, "permalink"));
            forget_container(progress);
            return Found::yes;
        }
        return network::text_in(*body, "paging.next").empty() ? Found::no : Found::cannot_tell;
    }

    [[nodiscard]] std::vector<network::Usage> usage(const network::Request& /*request*/,
                                                    const network::Response& response,
                                                    base::Time now) const override {
        return usage_of(response, now);
    }
    [[nodiscard]] network::Judgement judge_reading(const network::Answer& answer) const override {
        return judge_answer(answer, /*publishes=*/false);
    }
};

} // namespace

network::ChannelPtr make_threads() {
    return std::make_shared<Threads>();
}

} // namespace channels::meta
