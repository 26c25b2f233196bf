#include "channels/telegram/telegram_channel.h"

#include "channels/telegram/api.h"
#include "channels/telegram/sending.h"
#include "channels/telegram/updates.h"
#include "network/json_reading.h"
#include "network/webhook.h"

namespace channels::telegram {
namespace {

using namespace network;

/// Which kinds of updates are asked for, and pushed.
base::json::Array wanted_updates() {
    return {"message", "edited_message", "callback_query"};
}

bool is_pushed(const Connection& connection) {
    const auto* address = connection.facts.if_contains(webhook_fact);
    return address && address->is_string();
}

class TelegramChannel final : public Channel, public SetsWebhook {
public:
    [[nodiscard]] std::string_view network() const override { return "telegram"; }
    [[nodiscard]] Limits limits(const Connection& /*connection*/) const override {
        return telegram::limits();
    }

    [[nodiscard]] std::vector<Field> fields() const override {
        return {{.name = "token", .is_secret = true},
                {.name = "webhook_secret", .is_secret = true, .is_needed = false},
                {.name = "server",
                 .is_secret = false,
                 .example = "https://api.telegram.org",
                 .is_needed = false}};
    }
    [[nodiscard]] Request ask_self(const Connection& connection) const override {
        return ask(connection, "getMe", "getMe");
    }
    [[nodiscard]] base::Result<Self> read_self(const Connection& /*connection*/,
                                               const Response& response) const override {
        auto result = result_of(response);
        if (!result) return base::pass(result);
        Self self{.own_id = checked_id(text_in(*result, "id")), .handle = "@" + text_in(*result, "username")};
        if (self.own_id.empty() || self.handle == "@")
            return base::fail(base::Kind::broken, "network.unreadable", "no bot");
        return self;
    }

    [[nodiscard]] std::vector<Source> sources(const Connection& /*connection*/) const override {
        return {{.name = "updates", .order = Order::oldest_first}};
    }
    [[nodiscard]] Request ask_page(const Connection& connection, const Source& /*source*/,
                                   const Walk& walk) const override {
        if (is_pushed(connection)) return ask(connection, "getWebhookInfo", "getWebhookInfo");
        return ask_updates(connection, walk);
    }
    [[nodiscard]] base::Result<Page> read_page(const Connection& connection, const Source& /*source*/,
                                               const Walk& /*walk*/,
                                               const Response& response) const override {
        if (is_pushed(connection)) return read_webhook(connection, response);
        return read_updates(connection, response);
    }

    [[nodiscard]] Request set_webhook(const Connection& connection,
                                      const std::string& address) const override {
        return ask(connection, "setWebhook", "setWebhook",
                   {{"url", address},
                    {"secret_token", connection.secret("webhook_secret")},
                    {"allowed_updates", wanted_updates()}});
    }
    [[nodiscard]] bool keeps_from_asking() const override { return true; }
    /// Updates that nobody has got yet are asked for afterwards.
    [[nodiscard]] Request drop_webhook(const Connection& connection) const override {
        return ask(connection, "deleteWebhook", "deleteWebhook", {{"drop_pending_updates", false}});
    }

    [[nodiscard]] PushAnswer answer_push(const Connection& connection, const Push& push,
                                         base::Time /*now*/) const override {
        return telegram::answer_push(connection, push);
    }
    [[nodiscard]] base::Result<std::vector<Event>> read_push(const Connection& connection,
                                                             std::string_view body) const override {
        return telegram::read_push(connection, body);
    }

    [[nodiscard]] Request ask_media(const Connection& connection, const std::string& url) const override {
        auto request = ask_file(connection, url);
        return request ? *request : Channel::ask_media(connection, url);
    }
    [[nodiscard]] std::optional<Request> read_media(const Connection& connection,
                                                    const Response& response) const override {
        return read_file(connection, response);
    }

    [[nodiscard]] std::optional<Step> next(const Connection& connection, const Draft& draft,
                                           const Progress& progress) const override {
        return telegram::next(connection, draft, progress);
    }
    [[nodiscard]] bool needs_bytes(const Draft& draft, const Progress& progress) const override {
        return telegram::needs_bytes(draft, progress);
    }
    [[nodiscard]] Judgement judge(const Connection& /*connection*/, const Draft& draft, Progress& progress,
                                  const Answer& answer) const override {
        return telegram::judge(draft, progress, answer);
    }

    [[nodiscard]] Judgement judge_reading(const Answer& answer) const override {
        return judged(answer, /*publishes=*/false);
    }
};

} // namespace

network::ChannelPtr make_channel() {
    return std::make_shared<const TelegramChannel>();
}

} // namespace channels::telegram
