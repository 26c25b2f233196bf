#include "channels/mastodon/mastodon_channel.h"

#include "base/text.h"
#include "channels/mastodon/api.h"
#include "channels/mastodon/receiving.h"
#include "channels/mastodon/sending.h"
#include "channels/mastodon/server_limits.h"
#include "channels/mastodon/sign_in.h"
#include "channels/mastodon/status.h"
#include "channels/mastodon/stream_events.h"
#include "network/json_reading.h"
#include "network/streaming.h"

#include <algorithm>

namespace channels::mastodon {
namespace {

using namespace network;

/// Few servers say what a token may do; without the header nothing is known to be missing.
std::vector<std::string> missing_rights(const Response& response) {
    const auto header = header_of(response.headers, "x-oauth-scopes");
    std::vector<std::string> has;
    for (const auto comma : base::split(header, ','))
        for (const auto scope : base::split(comma, ' '))
            if (!base::trim(scope).empty()) has.emplace_back(base::trim(scope));
    if (has.empty()) return {};
    std::vector<std::string> out;
    for (const auto right : rights()) {
        const auto whole = right.substr(0, right.find(':'));
        if (std::ranges::find(has, right) == has.end() && std::ranges::find(has, whole) == has.end())
            out.emplace_back(right);
    }
    return out;
}

class StreamListener final : public Listener {
public:
    [[nodiscard]] bool hear(std::string_view bytes) override { return !reader_.feed(bytes).empty(); }

private:
    StreamReader reader_;
};

class MastodonChannel final : public Channel, public Streaming, public SignsIn, public TestsItself {
public:
    [[nodiscard]] std::string_view network() const override { return "mastodon"; }
    [[nodiscard]] Limits limits(const Connection& connection) const override { return limits_of(connection); }

    /// No real server is part of the tests: the one there is ours.
    [[nodiscard]] bool is_verified() const override { return false; }

    [[nodiscard]] std::vector<Field> fields() const override {
        return {{.name = "server", .is_secret = false, .example = "https://mastodon.example"},
                {.name = "token", .is_secret = true}};
    }
    [[nodiscard]] Request ask_self(const Connection& connection) const override {
        return ask(connection, "accounts.self", "/api/v1/accounts/verify_credentials");
    }
    [[nodiscard]] base::Result<Self> read_self(const Connection& connection,
                                               const Response& response) const override {
        if (response.status < 200 || response.status >= 300)
            return base::fail(base::Kind::broken, "network.unreadable",
                              "status " + std::to_string(response.status));
        auto body = read_json(response.body);
        if (!body) return base::pass(body);
        Self self{.own_id = checked_id(text_in(*body, "id")),
                  .handle = handle_of(connection, *body),
                  .missing = missing_rights(response),
                  .facts = server_facts(*body)};
        if (self.own_id.empty() || self.handle.empty())
            return base::fail(base::Kind::broken, "network.unreadable", "no account");
        return self;
    }

    [[nodiscard]] std::vector<std::string> needs() const override { return {"server"}; }
    [[nodiscard]] std::optional<Request> ask_app(const Connection& connection,
                                                 const std::string& back) const override {
        return mastodon::ask_app(connection, back);
    }
    [[nodiscard]] base::Result<std::map<std::string, std::string, std::less<>>>
    read_app(const Response& response) const override {
        return mastodon::read_app(response);
    }
    [[nodiscard]] std::string page(const Connection& connection, const SignInWish& wish) const override {
        return sign_in_page(connection, wish);
    }
    [[nodiscard]] Request ask_signed_in(const Connection& connection,
                                        const SignInReturn& given) const override {
        return mastodon::ask_signed_in(connection, given);
    }
    [[nodiscard]] base::Result<SignedIn> read_signed_in(const Response& response,
                                                        base::Time /*now*/) const override {
        return mastodon::read_signed_in(response);
    }
    /// A direct post that names nobody is seen by its author alone.
    [[nodiscard]] Draft to_itself(const std::string& key, const std::string& text) const override {
        return {.key = key, .text = text, .visibility = items::Visibility::private_};
    }

    [[nodiscard]] std::vector<Source> sources(const Connection& /*connection*/) const override {
        return {{.name = "mentions", .order = Order::oldest_first}};
    }
    [[nodiscard]] Request ask_page(const Connection& connection, const Source& source,
                                   const Walk& walk) const override {
        return mastodon::ask_page(connection, source, walk);
    }
    [[nodiscard]] base::Result<Page> read_page(const Connection& connection, const Source& source,
                                               const Walk& walk, const Response& response) const override {
        return mastodon::read_page(connection, source, walk, response);
    }
    [[nodiscard]] std::optional<Request> ask_count(const Connection& connection,
                                                   const Source& source) const override {
        return mastodon::ask_count(connection, source);
    }
    [[nodiscard]] base::Result<std::int64_t> read_count(const Response& response) const override {
        return mastodon::read_count(response);
    }

    [[nodiscard]] Request ask_stream(const Connection& connection) const override {
        return mastodon::ask_stream(connection);
    }
    [[nodiscard]] std::unique_ptr<Listener> listener() const override {
        return std::make_unique<StreamListener>();
    }

    [[nodiscard]] std::optional<Step> next(const Connection& connection, const Draft& draft,
                                           const Progress& progress) const override {
        return mastodon::next(connection, draft, progress);
    }
    [[nodiscard]] bool needs_bytes(const Draft& draft, const Progress& progress) const override {
        return mastodon::needs_bytes(draft, progress);
    }
    [[nodiscard]] Judgement judge(const Connection& connection, const Draft& draft, Progress& progress,
                                  const Answer& answer) const override {
        return mastodon::judge(connection, draft, progress, answer);
    }
    [[nodiscard]] std::optional<Request> find_own(const Connection& connection, const Draft& draft,
                                                  const Progress& progress) const override {
        return mastodon::find_own(connection, draft, progress);
    }
    [[nodiscard]] Found read_own(const Connection& connection, const Draft& draft, Progress& progress,
                                 const Response& response) const override {
        return mastodon::read_own(connection, draft, progress, response);
    }
    /// Servers keep a key for an hour.
    [[nodiscard]] std::chrono::seconds same_key_for() const override { return std::chrono::minutes{55}; }

    [[nodiscard]] std::optional<Request> erase(const Connection& connection,
                                               const std::string& id) const override {
        const auto checked = checked_id(id);
        if (checked.empty()) return std::nullopt;
        auto request = ask(connection, "statuses.delete", "/api/v1/statuses/" + checked);
        request.method = "DELETE";
        return request;
    }

    [[nodiscard]] std::vector<Usage> usage(const Request& request, const Response& response,
                                           base::Time /*now*/) const override {
        return used(request, response);
    }
    [[nodiscard]] Judgement judge_reading(const Answer& answer) const override {
        return judged(answer, /*publishes=*/false);
    }
};

} // namespace

network::ChannelPtr make_channel() {
    return std::make_shared<const MastodonChannel>();
}

} // namespace channels::mastodon
