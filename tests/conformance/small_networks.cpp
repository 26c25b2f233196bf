// Telegram's Bot API, Bluesky, and the simulated network.
#include "base/text.h"
#include "channels/bluesky/bluesky.h"
#include "channels/simulated/simulated_channel.h"
#include "channels/simulated/world.h"
#include "channels/telegram/telegram_channel.h"
#include "conformance/adapter.h"
#include "network/json_reading.h"

#include <fmt/format.h>

namespace tests::conformance {
namespace {

class Telegram final : public Adapter {
public:
    using Adapter::Adapter;
    [[nodiscard]] network::ChannelPtr channel() const override { return channels::telegram::make_channel(); }
    [[nodiscard]] network::NewConnection entered() const override {
        return {.server = "https://api.telegram.org",
                .secrets = {{"token", "7:RAHASIARAHASIA"}, {"webhook_secret", "pintu"}}};
    }
    [[nodiscard]] std::string why_not(Can what) const override {
        switch (what) {
        case Can::remove: return "a bot is not told what citizens delete";
        case Can::echo: return "a bot is not told what it said itself";
        case Can::refresh: return "a bot's token does not run out";
        case Can::ask_again: return "a bot cannot look whether its message stands: a person says so";
        case Can::cursor: return "updates are asked for after a number, and kept for a day";
        default: return {};
        }
    }
    [[nodiscard]] std::string id_of(int n) const override { return "55/" + std::to_string(100 + n); }
    [[nodiscard]] std::string list() const override {
        return R"({"ok":true,"result":[)" +
               joined(
                   false, [this](const Told& told) { return update(told); },
                   [](const Told& told) { return !told.is_own; }) +
               "]}";
    }
    [[nodiscard]] network::Push push(const Told& told) const override {
        return {.method = "POST",
                .query = {},
                .headers = {{"X-Telegram-Bot-Api-Secret-Token", "pintu"}},
                .body = update(told)};
    }
    [[nodiscard]] Response serve(const Request& request) override {
        if (request.name == "getMe")
            return answer(R"({"ok":true,"result":{"id":7,"is_bot":true,"username":"uji_bot"}})");
        if (request.name == "getUpdates") return answer(list());
        if (request.name == "sendMessage") {
            const int n = say(member(request.body, "text"));
            return answer(fmt::format(
                R"({{"ok":true,"result":{{"message_id":{},"chat":{{"id":55,"type":"private"}},"date":{}}}}})",
                100 + n, seconds(now())));
        }
        return answer(R"({"ok":true,"result":true})");
    }
    [[nodiscard]] std::vector<Reset> resets() const override {
        using namespace std::chrono_literals;
        return {{"parameters.retry_after",
                 no(429, "Too Many Requests: retry after 35", R"(,"parameters":{"retry_after":35})"), 35s,
                 35s},
                {"without a word", no(429, "Too Many Requests"), 1s, 10min}};
    }
    [[nodiscard]] std::vector<Refusal> refusals() const override {
        using enum Verdict;
        return {{"token revoked", no(401, "Unauthorized"), revoked, revoked},
                {"token of nobody: there is no such bot", no(404, "Not Found"), revoked, revoked},
                {"the citizen blocked the bot", no(403, "Forbidden: bot was blocked by the user"), forbidden,
                 forbidden},
                {"the chat is gone", no(400, "Bad Request: chat not found"), gone, gone},
                {"words are too long", no(400, "Bad Request: message is too long"), rejected, rejected},
                {"a webhook is set", no(409, "Conflict: can't use getUpdates method while webhook is active"),
                 rejected, rejected},
                {"another program reads", no(409, "Conflict: terminated by other getUpdates request"),
                 unavailable, unavailable},
                {"broken", answer("<html>", 502), unknown, unavailable}};
    }

private:
    static Response no(int status, std::string_view words, std::string_view more = {}) {
        return answer(
            fmt::format(R"({{"ok":false,"error_code":{},"description":{}{}}})", status, quoted(words), more),
            status);
    }
    [[nodiscard]] std::string update(const Told& told) const {
        return fmt::format(
            R"({{"update_id":{},"{}":{{"message_id":{},"date":{},"from":{{"id":55,"is_bot":false,"first_name":"Siti","username":"siti"}},"chat":{{"id":55,"type":"private"}},"text":{}}}}})",
            500 + told.n, told.change == items::Change::update ? "edited_message" : "message", 100 + told.n,
            seconds(told.at), quoted(told.text));
    }
};

class Bluesky final : public Adapter {
public:
    using Adapter::Adapter;
    [[nodiscard]] network::ChannelPtr channel() const override { return channels::bluesky::make_channel(); }
    [[nodiscard]] network::NewConnection entered() const override {
        return {.server = "https://pds.contoh.id",
                .secrets = {{"identifier", "dpu.contoh.id"},
                            {"app_password", "a-b-c-d"},
                            {"token", "T"},
                            {"refresh_token", "R"}}};
    }
    [[nodiscard]] std::string why_not(Can what) const override {
        switch (what) {
        case Can::push: return "Bluesky pushes nothing to an account";
        case Can::edit: return "posts of Bluesky cannot be edited";
        case Can::remove: return "a deleted post leaves the lists; nobody is told";
        default: return {};
        }
    }
    [[nodiscard]] std::string id_of(int n) const override {
        const auto* told = find(n);
        if (told && told->is_own) return "at://did:plc:dinas/app.bsky.feed.post/" + told->key;
        return fmt::format("at://did:plc:warga/app.bsky.feed.post/3k{:05}", n);
    }
    [[nodiscard]] std::string list() const override {
        return R"({"notifications":[)" +
               joined(
                   true,
                   [this](const Told& told) {
                       return fmt::format(
                           R"({{"uri":"{}","cid":"bafy{}","author":{{"did":"{}","handle":"warga.bsky.social"}},"reason":"mention","record":{{"text":{},"createdAt":"{}"}},"indexedAt":"{}"}})",
                           id_of(told.n), told.n, told.is_own ? "did:plc:dinas" : "did:plc:warga",
                           quoted(told.text), base::to_iso(told.at), base::to_iso(told.at));
                   }) +
               "]}";
    }
    [[nodiscard]] Response serve(const Request& request) override {
        if (request.name == "com.atproto.server.getSession")
            return answer(R"({"did":"did:plc:dinas","handle":"dpu.contoh.id","active":true})");
        if (request.name == "com.atproto.server.refreshSession" ||
            request.name == "com.atproto.server.createSession")
            return answer(
                R"({"did":"did:plc:dinas","handle":"dpu.contoh.id","accessJwt":"T2","refreshJwt":"R2"})");
        if (request.name == "app.bsky.notification.listNotifications") return answer(list());
        if (request.name == "app.bsky.feed.getPostThread") return answer(R"({"thread":{}})");
        if (request.name == "com.atproto.repo.getRecord") {
            const auto uri = "at://" + field(request.url, "repo") + "/" + field(request.url, "collection") +
                             "/" + field(request.url, "rkey");
            const int n = number_of(uri);
            if (n == 0)
                return answer(R"({"error":"RecordNotFound","message":"Could not locate record"})", 400);
            return answer(fmt::format(R"({{"uri":"{}","cid":"bafy{}","value":{{"createdAt":"{}"}}}})", uri, n,
                                      base::to_iso(find(n)->at)));
        }
        if (request.name == "com.atproto.repo.createRecord") {
            const auto key = member(request.body, "rkey");
            const auto before = world.size();
            const int n = say(member(request.body, "record.text"),
                              number_of(member(request.body, "record.reply.parent.uri")), key);
            // The real server says no more about a key that is taken.
            if (world.size() == before) return answer(R"({"error":"InternalServerError"})", 500);
            return answer(fmt::format(R"({{"uri":"{}","cid":"bafy{}"}})", id_of(n), n));
        }
        return answer("{}", 404);
    }
    [[nodiscard]] std::vector<Reset> resets() const override {
        using namespace std::chrono_literals;
        const std::string body = R"({"error":"RateLimitExceeded","message":"Rate Limit Exceeded"})";
        return {{"ratelimit-reset, seconds since 1970",
                 answer(body, 429, {{"ratelimit-reset", in_seconds(240)}}), 239s, 240s},
                {"a reset that is past: the server's clock is behind",
                 answer(body, 429, {{"ratelimit-reset", in_seconds(-7200)}}), 0s, 24h},
                {"Retry-After", answer(body, 429, {{"Retry-After", "30"}}), 30s, 30s}};
    }
    [[nodiscard]] std::vector<Refusal> refusals() const override {
        using enum Verdict;
        return {{"token expired", no(400, "ExpiredToken"), expired, expired},
                {"token revoked", no(401, "InvalidToken"), revoked, revoked},
                {"the account was taken down", no(400, "AccountTakedown"), revoked, revoked},
                {"the citizen blocked the account", no(400, "BlockedByActor"), forbidden, forbidden},
                {"words are too long", no(400, "InvalidRequest"), rejected, rejected},
                {"API version gone", no(501, "MethodNotImplemented"), unknown, unavailable},
                {"away", answer("", 503), unavailable, unavailable}};
    }

private:
    static Response no(int status, std::string_view error) {
        return answer(fmt::format(R"({{"error":"{}","message":"x"}})", error), status);
    }
};

class Simulated final : public Adapter {
public:
    using Adapter::Adapter;
    [[nodiscard]] network::ChannelPtr channel() const override {
        return channels::simulated::make_channel(channels::simulated::Temperament::hasty);
    }
    [[nodiscard]] network::NewConnection entered() const override {
        return {.server = "sim://world",
                .secrets = {{"token", "posko:0"}, {"push_secret", "rahasia-simulasi"}}};
    }
    [[nodiscard]] std::string id_of(int n) const override { return std::to_string(n); }
    [[nodiscard]] std::string list() const override {
        return R"({"entries":[)" + joined(true, [](const Told& told) { return entry(told); }) +
               R"(],"cursor":""})";
    }
    [[nodiscard]] network::Push push(const Told& told) const override {
        // Signed by the world that tells it.
        channels::simulated::World world({}, [this] { return now(); });
        for (int i = 1; i < told.n; ++i)
            world.write("warga", "x", "");
        const auto id = world.write(told.is_own ? "posko" : "warga", told.text, "posko");
        if (told.change == items::Change::update) {
            (void)world.take_pushes("posko");
            world.edit(id, told.text);
        }
        if (told.change == items::Change::remove) {
            (void)world.take_pushes("posko");
            world.remove(id);
        }
        return world.take_pushes("posko").at(0);
    }
    [[nodiscard]] Response serve(const Request& request) override {
        if (request.name == "self") return answer(R"({"id":"posko","handle":"@posko"})");
        if (request.name == "refresh") return answer(R"({"token":"posko:0","expires_in":3600})");
        if (request.name == "mentions") return answer(list());
        if (request.name == "own")
            return answer(R"({"entries":[)" +
                          joined(
                              true, [](const Told& told) { return entry(told); },
                              [](const Told& told) { return told.is_own; }) +
                          "]}");
        if (request.name == "posts")
            return answer(fmt::format(R"({{"id":"{}"}})", say(member(request.body, "text"))));
        if (request.name == "count") return answer(R"({"count":0})");
        return answer(R"({"entries":[],"cursor":""})");
    }
    [[nodiscard]] std::vector<Reset> resets() const override {
        using namespace std::chrono_literals;
        return {{"Retry-After", answer("{}", 429, {{"Retry-After", "7"}}), 7s, 7s},
                {"X-Reset", answer("{}", 429, {{"X-Reset", in_seconds(11)}}), 10s, 11s},
                {"without a word", answer("", 429), 0s, 24h}};
    }
    [[nodiscard]] std::vector<Refusal> refusals() const override {
        using enum Verdict;
        return {{"token expired", answer(R"({"error":"expired"})", 401), expired, expired},
                {"token revoked", answer(R"({"error":"revoked"})", 401), revoked, revoked},
                {"what is answered is gone", answer(R"({"error":"target_gone"})", 404), gone, gone},
                {"broken", answer("", 500), unknown, unavailable},
                {"away", answer("", 503), unavailable, unavailable}};
    }

private:
    static std::string entry(const Told& told) {
        return fmt::format(
            R"({{"type":"{}","id":"{}","author":"{}","text":{},"to":"","root":"{}","direct":false,"at":"{}"}})",
            told.change == items::Change::create   ? "create"
            : told.change == items::Change::update ? "update"
                                                   : "delete",
            told.n, told.is_own ? "posko" : "warga", quoted(told.text), told.n, base::to_iso(told.at));
    }
};

} // namespace

AdapterPtr make_telegram(base::Now now) {
    return std::make_unique<Telegram>(std::move(now));
}
AdapterPtr make_bluesky(base::Now now) {
    return std::make_unique<Bluesky>(std::move(now));
}
AdapterPtr make_simulated(base::Now now) {
    return std::make_unique<Simulated>(std::move(now));
}

} // namespace tests::conformance
