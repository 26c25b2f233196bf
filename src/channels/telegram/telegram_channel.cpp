#include "channels/telegram/telegram_channel.h"

#include "channels/telegram/api.h"
#include "channels/telegram/sending.h"
#include "channels/telegram/updates.h"
#include "network/json_reading.h"

namespace channels::telegram {
namespace {

using namespace network;

class TelegramChannel final : public Channel {
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
        return ask_updates(connection, walk);
    }
    [[nodiscard]] base::Result<Page> read_page(const Connection& connection, const Source& /*source*/,
                                               const Walk& /*walk*/,
                                               const Response& response) const override {
        return read_updates(connection, response);
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
