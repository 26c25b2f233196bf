// Facebook, Instagram, Threads and WhatsApp: one Graph, four ways to say a thing.
#include "channels/meta/meta.h"

#include "base/encode.h"
#include "conformance/adapter.h"
#include "network/push_proof.h"

#include <fmt/format.h>

namespace tests::conformance {
namespace {

class Meta : public Adapter {
public:
    using Adapter::Adapter;
    [[nodiscard]] network::NewConnection entered() const override {
        return {
            .server = {},
            .secrets = {
                {"token", "T"}, {"app_secret", "rahasia"}, {"verify_token", "V"}, {"phone_number_id", "40"}}};
    }
    [[nodiscard]] std::vector<Reset> resets() const override {
        using namespace std::chrono_literals;
        const std::string body = R"({"error":{"code":4,"message":"Application request limit reached"}})";
        return {
            {"x-business-use-case-usage, minutes",
             answer(body, 400,
                    {{"x-business-use-case-usage",
                      R"({"1":[{"type":"pages","call_count":100,"estimated_time_to_regain_access":12}]})"}}),
             12min, 12min},
            {"blocked for a while (368): a day",
             answer(R"({"error":{"code":368,"message":"temporarily blocked"}})", 400), 24h, 24h},
            {"429 with Retry-After", answer("", 429, {{"Retry-After", "30"}}), 30s, 30s},
            {"without a word", answer(body, 400), 0s, 24h}};
    }
    [[nodiscard]] std::vector<Refusal> refusals() const override {
        using enum Verdict;
        return {
            {"token expired", no(190, 463), expired, expired},
            {"token revoked", no(190, 460), revoked, revoked},
            {"right is missing", no(10), forbidden, forbidden},
            {"right is missing (200)", no(200), forbidden, forbidden},
            {"what is answered is gone", no(100, 33), gone, gone},
            {"API version gone",
             answer(
                 R"({"error":{"code":2635,"message":"You are calling a deprecated version of the Ads API"}})",
                 400),
             rejected, rejected},
            {"the network does not know itself (1, 2)", no(2, 0, 500), unknown, unavailable},
            {"broken", answer("<html>", 502), unknown, unavailable},
            {"away", answer("", 503), unavailable, unavailable}};
    }
    [[nodiscard]] Response cursor_gone() const override {
        return answer(R"({"error":{"code":100,"message":"Invalid cursors"}})", 400);
    }

protected:
    static Response no(int code, int subcode = 0, int status = 400) {
        return answer(
            fmt::format(R"({{"error":{{"code":{},"error_subcode":{},"message":"x"}}}})", code, subcode),
            status);
    }
    static network::Push signed_push(std::string body) {
        const auto signature = "sha256=" + base::to_hex(network::hmac_sha256("rahasia", body));
        return {.method = "POST",
                .query = {},
                .headers = {{"X-Hub-Signature-256", signature}},
                .body = std::move(body)};
    }
    [[nodiscard]] static bool is_own(const Told& told) { return told.is_own; }
    static Response data(const std::string& entries) { return answer(R"({"data":[)" + entries + "]}"); }
};

class Facebook final : public Meta {
public:
    using Meta::Meta;
    [[nodiscard]] network::ChannelPtr channel() const override { return channels::meta::make_facebook(); }
    [[nodiscard]] std::string why_not(Can what) const override {
        return what == Can::refresh ? "a Page's token, taken from a long-lived one, does not run out" : "";
    }
    [[nodiscard]] std::string id_of(int n) const override { return "10_" + std::to_string(100 + n); }
    [[nodiscard]] std::string list() const override {
        return R"({"data":[)" + joined(true, [this](const Told& told) { return node(told); }) + "]}";
    }
    [[nodiscard]] network::Push push(const Told& told) const override {
        return signed_push(fmt::format(
            R"({{"object":"page","entry":[{{"id":"10","time":{},"changes":[{{"field":"feed","value":{{"item":"comment","verb":"{}","comment_id":"{}","post_id":"10_1","from":{{"id":"{}"}},"message":{},"created_time":{}}}}}]}}]}})",
            seconds(now()),
            told.change == items::Change::create   ? "add"
            : told.change == items::Change::update ? "edited"
                                                   : "remove",
            id_of(told.n), told.is_own ? "10" : "200", quoted(told.text), seconds(told.at)));
    }
    [[nodiscard]] Response serve(const Request& request) override {
        if (request.name == "me") return answer(R"({"id":"10","name":"Dinas PU","category":"Government"})");
        if (request.name == "posts.list") return answer(list());
        if (request.name == "comments.list")
            return data(joined(true, [this](const Told& told) { return node(told); }, is_own));
        if (request.name == "comments.create")
            return answer(fmt::format(R"({{"id":"{}"}})", id_of(say(field(request.body, "message")))));
        return no(100, 33);
    }
    [[nodiscard]] std::vector<Refusal> refusals() const override {
        auto out = Meta::refusals();
        out.push_back(
            {"a person's token instead of a Page's", no(100), Verdict::rejected, Verdict::rejected});
        return out;
    }

private:
    [[nodiscard]] std::string node(const Told& told) const {
        return fmt::format(R"({{"id":"{}","from":{{"id":"{}"}},"message":{},"created_time":"{}"}})",
                           id_of(told.n), told.is_own ? "10" : "200", quoted(told.text),
                           base::to_iso(told.at));
    }
};

class Instagram final : public Meta {
public:
    using Meta::Meta;
    [[nodiscard]] network::ChannelPtr channel() const override { return channels::meta::make_instagram(); }
    [[nodiscard]] std::string why_not(Can what) const override {
        switch (what) {
        case Can::edit: return "comments of Instagram cannot be edited";
        case Can::remove: return "Instagram tells no deletions";
        default: return {};
        }
    }
    [[nodiscard]] std::string id_of(int n) const override { return "178" + std::to_string(100 + n); }
    [[nodiscard]] std::string list() const override {
        return R"({"data":[)" + joined(true, [this](const Told& told) { return node(told); }) + "]}";
    }
    [[nodiscard]] network::Push push(const Told& told) const override {
        return signed_push(fmt::format(
            R"({{"object":"instagram","entry":[{{"id":"20","time":{},"changes":[{{"field":"comments","value":{{"id":"{}","from":{{"id":"{}","username":"{}"}},"text":{},"media":{{"id":"1780"}}}}}}]}}]}})",
            seconds(told.at), id_of(told.n), told.is_own ? "20" : "200", told.is_own ? "dinas" : "warga",
            quoted(told.text)));
    }
    [[nodiscard]] Response serve(const Request& request) override {
        if (request.name == "me") return answer(R"({"id":"9","user_id":"20","username":"dinas"})");
        if (request.name == "token.refresh") return answer(R"({"access_token":"T2","expires_in":5184000})");
        if (request.name == "comments.create")
            return answer(fmt::format(R"({{"id":"{}"}})", id_of(say(field(request.body, "message")))));
        if (request.name == "comments.list")
            return data(joined(true, [this](const Told& told) { return node(told); }, is_own));
        return answer(list());
    }

private:
    [[nodiscard]] std::string node(const Told& told) const {
        return fmt::format(
            R"({{"id":"{}","from":{{"id":"{}","username":"{}"}},"username":"{}","text":{},"timestamp":"{}"}})",
            id_of(told.n), told.is_own ? "20" : "200", told.is_own ? "dinas" : "warga",
            told.is_own ? "dinas" : "warga", quoted(told.text), base::to_iso(told.at));
    }
};

class Threads final : public Meta {
public:
    using Meta::Meta;
    [[nodiscard]] network::ChannelPtr channel() const override { return channels::meta::make_threads(); }
    [[nodiscard]] std::string why_not(Can what) const override {
        switch (what) {
        case Can::edit: return "an edited post of Threads is not told apart";
        case Can::remove: return "a deletion has no words; the network keeps it to itself";
        default: return {};
        }
    }
    [[nodiscard]] std::string id_of(int n) const override { return "181" + std::to_string(100 + n); }
    [[nodiscard]] std::string list() const override {
        return R"({"data":[)" + joined(true, [this](const Told& told) { return node(told); }) + "]}";
    }
    [[nodiscard]] network::Push push(const Told& told) const override {
        return signed_push(fmt::format(
            R"({{"app_id":"1","topic":"moderate","time":{},"values":{{"field":"replies","value":{}}}}})",
            seconds(now()), node(told)));
    }
    [[nodiscard]] Response serve(const Request& request) override {
        if (request.name == "me") return answer(R"({"id":"30","username":"dinas"})");
        if (request.name == "token.refresh") return answer(R"({"access_token":"T2","expires_in":5184000})");
        if (request.name == "container.create") {
            containers_.push_back(field(request.body, "text"));
            return answer(fmt::format(R"({{"id":"c{}"}})", containers_.size()));
        }
        if (request.name == "container.get") return answer(R"({"id":"c1","status":"FINISHED"})");
        if (request.name == "container.publish") {
            const auto container = field(request.body, "creation_id");
            const auto text = containers_.at(std::stoul(container.substr(1)) - 1);
            return answer(fmt::format(R"({{"id":"{}"}})", id_of(say(text))));
        }
        if (request.name == "replies.list")
            return data(joined(true, [this](const Told& told) { return node(told); }, is_own));
        return answer(list());
    }

private:
    [[nodiscard]] std::string node(const Told& told) const {
        return fmt::format(R"({{"id":"{}","username":"{}","text":{},"timestamp":"{}"}})", id_of(told.n),
                           told.is_own ? "dinas" : "warga", quoted(told.text), base::to_iso(told.at));
    }
    std::vector<std::string> containers_;
};

class WhatsApp final : public Meta {
public:
    using Meta::Meta;
    [[nodiscard]] network::ChannelPtr channel() const override { return channels::meta::make_whatsapp(); }
    [[nodiscard]] std::string why_not(Can what) const override {
        switch (what) {
        case Can::list:
        case Can::cursor: return "messages of WhatsApp come by push alone";
        case Can::ask_again:
            return "what was sent cannot be asked for; a delivery report settles it, or a person";
        case Can::edit:
        case Can::remove: return "the network tells a business no edits and no deletions";
        case Can::refresh: return "tokens of a system user do not run out";
        default: return {};
        }
    }
    [[nodiscard]] std::string id_of(int n) const override { return "wamid." + std::to_string(100 + n); }
    [[nodiscard]] network::Push push(const Told& told) const override {
        const auto inner =
            told.is_own
                ? fmt::format(
                      R"("statuses":[{{"id":"{}","status":"sent","timestamp":"{}","recipient_id":"62811"}}])",
                      id_of(told.n), seconds(told.at))
                : fmt::format(
                      R"("messages":[{{"from":"62811","id":"{}","timestamp":"{}","type":"text","text":{{"body":{}}}}}])",
                      id_of(told.n), seconds(told.at), quoted(told.text));
        return signed_push(
            R"({"object":"whatsapp_business_account","entry":[{"id":"WABA","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"phone_number_id":"40"},)" +
            inner + "}}]}]}");
    }
    [[nodiscard]] Response serve(const Request& request) override {
        if (request.name == "me") return answer(R"({"id":"40","display_phone_number":"+62 21 1234"})");
        if (request.name == "messages.send") {
            // Nobody can be told anything without a number.
            if (member(request.body, "to") != "62811") return no(100);
            return answer(fmt::format(R"({{"messages":[{{"id":"{}"}}]}})",
                                      id_of(say(member(request.body, "text.body")))));
        }
        return no(100, 33);
    }
    [[nodiscard]] std::vector<Refusal> refusals() const override {
        auto out = Meta::refusals();
        out.push_back(
            {"24 hours after the citizen's last words", no(131'047), Verdict::rejected, Verdict::rejected});
        out.push_back({"the number cannot be reached", no(131'026), Verdict::gone, Verdict::gone});
        return out;
    }
};

} // namespace

AdapterPtr make_facebook(base::Now now) {
    return std::make_unique<Facebook>(std::move(now));
}
AdapterPtr make_instagram(base::Now now) {
    return std::make_unique<Instagram>(std::move(now));
}
AdapterPtr make_threads(base::Now now) {
    return std::make_unique<Threads>(std::move(now));
}
AdapterPtr make_whatsapp(base::Now now) {
    return std::make_unique<WhatsApp>(std::move(now));
}

} // namespace tests::conformance
