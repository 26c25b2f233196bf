// X (API v2) and YouTube (Data API v3).
#include "base/encode.h"
#include "channels/x/x.h"
#include "channels/youtube/youtube.h"
#include "conformance/adapter.h"
#include "network/push_proof.h"

#include <fmt/format.h>

namespace tests::conformance {
namespace {

class X final : public Adapter {
public:
    using Adapter::Adapter;
    [[nodiscard]] network::ChannelPtr channel() const override { return channels::x::make_channel(); }
    [[nodiscard]] network::NewConnection entered() const override {
        return {.server = {},
                .secrets = {{"token", "T"},
                            {"refresh_token", "R"},
                            {"client_id", "C"},
                            {"client_secret", "S"},
                            {"consumer_secret", "rahasia"}}};
    }
    [[nodiscard]] std::string why_not(Can what) const override {
        switch (what) {
        case Can::edit: return "an edited post of X is a new post";
        case Can::remove: return "X tells no deletions of mentions";
        default: return {};
        }
    }
    [[nodiscard]] std::string id_of(int n) const override {
        return std::to_string(1'900'000'000'000'000'000L + n);
    }
    [[nodiscard]] std::string list() const override {
        return posts([](const Told&) { return true; });
    }
    [[nodiscard]] network::Push push(const Told& told) const override {
        const auto body = fmt::format(
            R"({{"data":{{"filter":{{"user_id":"100"}},"event_type":"post.mention.create","payload":{}}}}})",
            post(told));
        return {.method = "POST",
                .query = {},
                .headers = {{"X-Twitter-Webhooks-Signature",
                             "sha256=" + network::to_base64(network::hmac_sha256("rahasia", body))}},
                .body = body};
    }
    [[nodiscard]] Response serve(const Request& request) override {
        if (request.name == "users.me") return answer(R"({"data":{"id":"100","username":"Dinas"}})");
        if (request.name == "oauth2.token")
            return answer(R"({"access_token":"T2","refresh_token":"R2","expires_in":7200})");
        if (request.name == "users.mentions") return answer(list());
        if (request.name == "users.posts") return answer(posts([](const Told& told) { return told.is_own; }));
        if (request.name == "posts.get") {
            const auto from = request.url.rfind('/') + 1;
            const auto* told = find(number_of(request.url.substr(from, request.url.find('?') - from)));
            return told ? answer(R"({"data":)" + post(*told) + "}")
                        : answer(R"({"errors":[{"title":"Not Found"}]})");
        }
        if (request.name == "posts.create") {
            const int n = say(member(request.body, "text"),
                              number_of(member(request.body, "reply.in_reply_to_tweet_id")));
            return answer(fmt::format(R"({{"data":{{"id":"{}","text":"x"}}}})", id_of(n)), 201);
        }
        return answer("{}", 404);
    }
    [[nodiscard]] std::vector<Reset> resets() const override {
        using namespace std::chrono_literals;
        const std::string body = R"({"title":"Too Many Requests","status":429})";
        return {{"x-rate-limit-reset, seconds since 1970",
                 answer(body, 429, {{"x-rate-limit-reset", in_seconds(600)}}), 599s, 600s},
                {"x-user-limit-24hour-reset",
                 answer(body, 429,
                        {{"x-rate-limit-reset", in_seconds(60)},
                         {"x-user-limit-24hour-remaining", "0"},
                         {"x-user-limit-24hour-reset", in_seconds(7200)}}),
                 7199s, 7200s},
                {"a reset that is past: the server's clock is behind",
                 answer(body, 429, {{"x-rate-limit-reset", in_seconds(-7200)}}), 0s, 24h},
                {"without a word", answer("", 429), 0s, 24h}};
    }
    [[nodiscard]] std::vector<Refusal> refusals() const override {
        using enum Verdict;
        return {
            {"token expired", answer(R"({"title":"Unauthorized","status":401})", 401), expired, expired},
            {"token revoked",
             answer(
                 R"({"error":"invalid_request","error_description":"Value passed for the token was invalid."})",
                 400),
             revoked, revoked},
            {"right is missing",
             answer(R"({"title":"Forbidden","detail":"You are not permitted to perform this action."})", 403),
             forbidden, forbidden},
            {"the same words twice",
             answer(
                 R"({"title":"Forbidden","detail":"You are not allowed to create a Tweet with duplicate content."})",
                 403),
             rejected, rejected},
            {"what is answered is gone",
             answer(
                 R"({"detail":"You attempted to reply to a Tweet that is deleted or not visible to you."})",
                 403),
             gone, gone},
            {"API version gone", answer(R"({"title":"Gone"})", 410), gone, gone},
            {"broken", answer("", 500), unknown, unavailable},
            {"away", answer("", 503), unavailable, unavailable}};
    }
    [[nodiscard]] Response cursor_gone() const override {
        return answer(
            R"({"errors":[{"message":"The pagination_token is not valid"}],"title":"Invalid Request"})", 400);
    }

private:
    [[nodiscard]] std::string posts(const std::function<bool(const Told&)>& is_in) const {
        return R"({"data":[)" +
               joined(
                   true, [this](const Told& told) { return post(told); }, is_in) +
               fmt::format(R"(],"meta":{{"newest_id":"{}"}}}})", id_of(static_cast<int>(world.size())));
    }
    [[nodiscard]] std::string post(const Told& told) const {
        return fmt::format(
            R"({{"id":"{}","text":{},"author_id":"{}","created_at":"{}","conversation_id":"{}","entities":{{"mentions":[{{"id":"100","username":"Dinas"}}]}}{}}})",
            id_of(told.n), quoted(told.text), told.is_own ? "100" : "200", base::to_iso(told.at),
            id_of(told.to ? told.to : told.n),
            told.to
                ? fmt::format(R"(,"referenced_tweets":[{{"type":"replied_to","id":"{}"}}])", id_of(told.to))
                : "");
    }
};

class YouTube final : public Adapter {
public:
    using Adapter::Adapter;
    [[nodiscard]] network::ChannelPtr channel() const override { return channels::youtube::make_channel(); }
    [[nodiscard]] network::NewConnection entered() const override {
        return {
            .server = {},
            .secrets = {{"token", "T"}, {"refresh_token", "R"}, {"client_id", "C"}, {"client_secret", "S"}}};
    }
    [[nodiscard]] std::string why_not(Can what) const override {
        switch (what) {
        case Can::push: return "YouTube pushes no comments";
        case Can::remove: return "a deleted comment leaves the list; nobody is told";
        default: return {};
        }
    }
    [[nodiscard]] std::string id_of(int n) const override { return "Ug" + std::to_string(100 + n); }
    [[nodiscard]] std::string list() const override {
        return R"({"items":[)" +
               joined(true,
                      [this](const Told& told) {
                          return R"({"snippet":{"topLevelComment":)" + comment(told) + "}}";
                      }) +
               "]}";
    }
    [[nodiscard]] Response serve(const Request& request) override {
        if (request.name == "channels.list")
            return answer(R"({"items":[{"id":"UCdinas","snippet":{"customUrl":"@dinas"}}]})");
        if (request.name == "oauth2.token") return answer(R"({"access_token":"T2","expires_in":3599})");
        if (request.name == "commentThreads.list") return answer(list());
        if (request.name == "comments.list")
            return answer(R"({"items":[)" +
                          joined(
                              true, [this](const Told& told) { return comment(told); },
                              [](const Told& told) { return told.is_own; }) +
                          "]}");
        if (request.name == "comments.insert") {
            const int n = say(member(request.body, "snippet.textOriginal"),
                              number_of(member(request.body, "snippet.parentId")));
            return answer(comment(*find(n)));
        }
        return answer("{}", 404);
    }
    [[nodiscard]] std::vector<Reset> resets() const override {
        using namespace std::chrono_literals;
        return {{"Retry-After", answer("", 429, {{"Retry-After", "30"}}), 30s, 30s},
                {"the day's quota: until midnight in California", no(403, "quotaExceeded"), 1s, 24h},
                {"rateLimitExceeded", no(403, "rateLimitExceeded"), 0s, 24h}};
    }
    [[nodiscard]] std::vector<Refusal> refusals() const override {
        using enum Verdict;
        return {{"token expired", no(401, "authError"), expired, expired},
                {"token revoked", answer(R"({"error":"invalid_grant"})", 400), revoked, revoked},
                {"right is missing", no(403, "insufficientPermissions"), forbidden, forbidden},
                {"comments are closed", no(403, "commentsDisabled"), forbidden, forbidden},
                {"what is answered is gone", no(404, "parentCommentNotFound"), gone, gone},
                {"API version gone", answer("Not Found", 404), gone, gone},
                {"broken", answer("", 500), unknown, unavailable},
                {"away", answer("", 503), unavailable, unavailable}};
    }

private:
    static Response no(int status, std::string_view reason) {
        return answer(fmt::format(R"({{"error":{{"code":{},"message":"x","errors":[{{"reason":"{}"}}]}}}})",
                                  status, reason),
                      status);
    }
    [[nodiscard]] std::string comment(const Told& told) const {
        return fmt::format(
            R"({{"id":"{}","snippet":{{"textOriginal":{},"authorChannelId":{{"value":"{}"}},"authorDisplayName":"@warga"{},"publishedAt":"{}","updatedAt":"{}"}}}})",
            id_of(told.n), quoted(told.text), told.is_own ? "UCdinas" : "UCwarga",
            told.to ? fmt::format(R"(,"parentId":"{}")", id_of(told.to)) : "", base::to_iso(told.at),
            base::to_iso(told.change == items::Change::update ? told.at + std::chrono::seconds(5) : told.at));
    }
};

} // namespace

AdapterPtr make_x(base::Now now) {
    return std::make_unique<X>(std::move(now));
}
AdapterPtr make_youtube(base::Now now) {
    return std::make_unique<YouTube>(std::move(now));
}

} // namespace tests::conformance
