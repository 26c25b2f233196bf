// Mastodon (4.3), and actors of this server that speak ActivityPub.
#include "channels/activitypub/activity.h"
#include "channels/activitypub/activitypub_channel.h"
#include "channels/mastodon/mastodon_channel.h"
#include "conformance/adapter.h"
#include "network/json_reading.h"

#include <fmt/format.h>

namespace tests::conformance {
namespace {

class Mastodon final : public Adapter {
public:
    using Adapter::Adapter;
    [[nodiscard]] network::ChannelPtr channel() const override { return channels::mastodon::make_channel(); }
    [[nodiscard]] network::NewConnection entered() const override {
        return {.server = "https://mastodon.example", .secrets = {{"token", "RAHASIA"}}};
    }
    [[nodiscard]] std::string why_not(Can what) const override {
        switch (what) {
        case Can::push: return "Mastodon's stream is a hint; what it brings is asked for";
        case Can::refresh: return "tokens of Mastodon do not run out";
        case Can::cursor:
            return "mentions go forward by min_id: any id is a cursor, also of what was deleted";
        case Can::remove: return "a deleted status leaves the list; its thread is asked for it one by one";
        case Can::echo: return "own statuses are no notifications; they are seen in their threads";
        default: return {};
        }
    }
    [[nodiscard]] std::string id_of(int n) const override { return std::to_string(110'000'000'000L + n); }
    [[nodiscard]] std::string list() const override {
        return "[" +
               joined(
                   true,
                   [this](const Told& told) {
                       return fmt::format(R"({{"id":"{}","type":"mention","created_at":"{}","status":{}}})",
                                          id_of(told.n), base::to_iso(told.at), status(told));
                   },
                   [](const Told& told) { return !told.is_own; }) +
               "]";
    }
    [[nodiscard]] Response serve(const Request& request) override {
        if (request.name == "accounts.self")
            return answer(R"({"id":"109000","username":"dpudki","acct":"dpudki","display_name":"DPU"})");
        if (request.name == "notifications.list") return answer(list());
        if (request.name == "statuses.context") return answer(R"({"ancestors":[],"descendants":[]})");
        if (request.name == "statuses.own")
            return answer("[" +
                          joined(
                              true, [this](const Told& told) { return status(told); },
                              [](const Told& told) { return told.is_own; }) +
                          "]");
        if (request.name == "statuses.post")
            return answer(status(
                *find(say(field(request.body, "status"), number_of(field(request.body, "in_reply_to_id")),
                          std::string(network::header_of(request.headers, "idempotency-key"))))));
        if (request.name == "statuses.get") {
            const auto* told = find(number_of(request.url.substr(request.url.rfind('/') + 1)));
            return told ? answer(status(*told)) : answer(R"({"error":"Record not found"})", 404);
        }
        return answer(R"({"error":"Record not found"})", 404);
    }
    [[nodiscard]] std::vector<Reset> resets() const override {
        using namespace std::chrono_literals;
        const std::string body = R"({"error":"Too many requests"})";
        return {{"X-RateLimit-Reset, ISO 8601 with six decimals",
                 answer(body, 429, {{"X-RateLimit-Reset", iso_later(240)}}), 239s, 241s},
                {"Retry-After", answer(body, 429, {{"Retry-After", "30"}}), 30s, 30s},
                {"a reset that is past: the server's clock is behind",
                 answer(body, 429, {{"X-RateLimit-Reset", iso_later(-7200)}}), 1s, 10min},
                {"a reset in a week: nobody believes that",
                 answer(body, 429, {{"X-RateLimit-Reset", iso_later(604'800)}}), 1s, 24h},
                {"without a word", answer("", 429), 1s, 10min}};
    }
    [[nodiscard]] std::vector<Refusal> refusals() const override {
        using enum Verdict;
        return {
            {"token revoked", answer(R"({"error":"The access token was revoked"})", 401), revoked, revoked},
            {"right is missing", answer(R"({"error":"This action is outside the authorized scopes"})", 403),
             forbidden, forbidden},
            {"words are too long",
             answer(R"({"error":"Validation failed: Text character limit of 500 exceeded"})", 422), rejected,
             rejected},
            {"what is answered is gone", answer(R"({"error":"Record not found"})", 404), gone, gone},
            {"API version gone", answer(R"({"error":"Gone"})", 410), gone, gone},
            {"broken", answer("<html>Bad Gateway</html>", 502), unknown, unavailable},
            {"away", answer("", 503), unavailable, unavailable}};
    }

private:
    [[nodiscard]] std::string iso_later(int after) const {
        auto iso = base::to_iso(now() + std::chrono::seconds(after));
        return iso.insert(iso.size() - 1, "000");
    }
    [[nodiscard]] std::string status(const Told& told) const {
        return fmt::format(
            R"({{"id":"{}","created_at":"{}","edited_at":{},"in_reply_to_id":{},"visibility":"public","url":"https://x.example/{}","content":{},"account":{},"media_attachments":[],"mentions":[],"replies_count":0}})",
            id_of(told.n), base::to_iso(told.at),
            told.change == items::Change::update ? quoted(base::to_iso(told.at)) : "null",
            told.to == 0 ? "null" : quoted(id_of(told.to)), told.n, quoted("<p>" + told.text + "</p>"),
            told.is_own ? R"({"id":"109000","username":"dpudki","acct":"dpudki"})"
                        : R"({"id":"110001","username":"warga","acct":"warga@lain.example"})");
    }
};

constexpr std::string_view budi = "https://warga.example/users/budi";

class ActivityPub final : public Adapter {
public:
    using Adapter::Adapter;
    [[nodiscard]] network::ChannelPtr channel() const override {
        return channels::activitypub::make_channel();
    }
    [[nodiscard]] network::NewConnection entered() const override {
        static const std::string key =
            channel()->made_secrets({.server = {}, .own_id = {}, .handle = {}}).at("private_key");
        return {.server = "https://lapor.contoh.go.id", .secrets = {{"name", "posko"}, {"private_key", key}}};
    }
    [[nodiscard]] std::string why_not(Can what) const override {
        switch (what) {
        case Can::list:
        case Can::cursor: return "other servers push; there is nothing to look through";
        case Can::push: return "the inbox verifies and journals by itself (activitypub/inbox_test.cpp)";
        case Can::echo: return "what the account says is only sent, never received";
        case Can::refresh: return "signatures by its own key, no tokens";
        default: return {};
        }
    }
    [[nodiscard]] std::string id_of(int n) const override {
        return std::string(budi) + "/notes/" + std::to_string(n);
    }
    [[nodiscard]] network::Push push(const Told& told) const override {
        const bool is_gone = told.change == items::Change::remove;
        const auto object =
            is_gone
                ? fmt::format(R"({{"id":"{}","type":"Tombstone"}})", id_of(told.n))
                : fmt::format(
                      R"({{"id":"{}","type":"Note","attributedTo":"{}","published":"{}","content":{},"to":"https://www.w3.org/ns/activitystreams#Public","tag":[{{"type":"Mention","href":"https://lapor.contoh.go.id/aktor/posko"}}]}})",
                      id_of(told.n), budi, base::to_iso(told.at), quoted(told.text));
        const auto activity =
            base::json::parse(fmt::format(R"({{"id":"{}/a/1","type":"{}","actor":"{}","object":{}}})", budi,
                                          is_gone                                ? "Delete"
                                          : told.change == items::Change::update ? "Update"
                                                                                 : "Create",
                                          budi, object));
        return {.method = "POST",
                .query = {},
                .headers = {},
                .body = channels::activitypub::journaled(activity.value(),
                                                         {.id = std::string(budi),
                                                          .inbox = {},
                                                          .handle = "@budi@warga.example",
                                                          .name = "Budi",
                                                          .key_id = {},
                                                          .public_key = {}},
                                                         now())};
    }
    [[nodiscard]] Response serve(const Request& request) override {
        if (request.name == "nodeinfo")
            return answer(R"({"links":[{"href":"https://lapor.contoh.go.id/nodeinfo/2.1"}]})");
        if (request.name == "note.get")
            return answer(
                fmt::format(R"({{"id":"{}","type":"Note","attributedTo":"{}"}})", request.url, budi));
        if (request.name == "actor.get")
            return answer(
                fmt::format(R"({{"id":"{0}","inbox":"{0}/inbox","preferredUsername":"budi"}})", budi));
        if (request.name == "inbox.post") {
            (void)say(member(request.body, "object.content"), 0, member(request.body, "object.id"));
            return answer("", 202);
        }
        return answer("", 404);
    }
    [[nodiscard]] std::vector<Reset> resets() const override {
        using namespace std::chrono_literals;
        return {{"Retry-After", answer("", 429, {{"Retry-After", "90"}}), 90s, 90s}};
    }
    [[nodiscard]] std::vector<Refusal> refusals() const override {
        using enum Verdict;
        return {{"the other server takes no signature of ours", answer("", 401), forbidden, forbidden},
                {"blocked there", answer("", 403), forbidden, forbidden},
                {"what is answered is gone", answer("", 410), gone, gone},
                {"broken", answer("", 502), unknown, unavailable},
                {"away", answer("", 503), unavailable, unavailable}};
    }
};

} // namespace

AdapterPtr make_mastodon(base::Now now) {
    return std::make_unique<Mastodon>(std::move(now));
}
AdapterPtr make_activitypub(base::Now now) {
    return std::make_unique<ActivityPub>(std::move(now));
}

} // namespace tests::conformance
