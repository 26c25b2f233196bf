#include "base/text.h"
#include "channels/bluesky/bluesky.h"
#include "channels/bluesky/post.h"
#include "channels/bluesky/record.h"
#include "channels/bluesky/sending.h"
#include "channels/bluesky/session.h"
#include "channels/bluesky/xrpc.h"

namespace channels::bluesky {
namespace {

constexpr std::string_view notifications = "notifications";
constexpr std::string_view thread = "thread:";

class Bluesky final : public network::Channel {
public:
    [[nodiscard]] std::string_view network() const override { return "bluesky"; }
    [[nodiscard]] network::Limits limits(const network::Connection& /*connection*/) const override {
        return bluesky::limits();
    }

    [[nodiscard]] std::vector<network::Field> fields() const override { return sign_in_fields(); }
    [[nodiscard]] network::Request ask_self(const network::Connection& connection) const override {
        return bluesky::ask_self(connection);
    }
    [[nodiscard]] base::Result<network::Self> read_self(const network::Connection& /*connection*/,
                                                        const network::Response& response) const override {
        return bluesky::read_self(response);
    }
    [[nodiscard]] std::optional<network::Request>
    refresh(const network::Connection& connection) const override {
        return ask_tokens(connection);
    }
    [[nodiscard]] base::Result<network::Tokens> read_tokens(const network::Response& response,
                                                            base::Time /*now*/) const override {
        return bluesky::read_tokens(response);
    }

    [[nodiscard]] std::vector<network::Source>
    sources(const network::Connection& /*connection*/) const override {
        return {{.name = std::string(notifications), .order = network::Order::newest_first}};
    }
    [[nodiscard]] network::Request ask_page(const network::Connection& connection,
                                            const network::Source& source,
                                            const network::Walk& walk) const override {
        network::Request request;
        if (source.name.starts_with(thread)) {
            // Each level of replies is three levels of JSON, of which 32 are read.
            request =
                xrpc(connection, "app.bsky.feed.getPostThread",
                     {{"uri", source.name.substr(thread.size())}, {"depth", "6"}, {"parentHeight", "0"}});
        } else {
            network::Fields query{{"limit", "100"}};
            for (const auto* reason : {"mention", "reply", "quote"})
                query.emplace_back("reasons", reason);
            if (!walk.cursor.empty()) query.emplace_back("cursor", walk.cursor);
            request = xrpc(connection, "app.bsky.notification.listNotifications", query);
        }
        bear(request, connection.secret("token"));
        return request;
    }
    [[nodiscard]] base::Result<network::Page> read_page(const network::Connection& connection,
                                                        const network::Source& source,
                                                        const network::Walk& walk,
                                                        const network::Response& response) const override {
        if (source.name.starts_with(thread)) return read_thread(connection, response.body);
        return read_notifications(connection, walk, response.body);
    }

    [[nodiscard]] std::optional<network::Step> next(const network::Connection& connection,
                                                    const network::Draft& draft,
                                                    const network::Progress& progress) const override {
        return next_step(connection, draft, progress);
    }
    [[nodiscard]] bool needs_bytes(const network::Draft& draft,
                                   const network::Progress& progress) const override {
        return is_picture_next(draft, progress);
    }
    [[nodiscard]] network::Judgement judge(const network::Connection& connection, const network::Draft& draft,
                                           network::Progress& progress,
                                           const network::Answer& answer) const override {
        return judge_step(connection, draft, progress, answer);
    }
    [[nodiscard]] std::optional<network::Request> find_own(const network::Connection& connection,
                                                           const network::Draft& draft,
                                                           const network::Progress& progress) const override {
        return find_part(connection, draft, progress);
    }
    [[nodiscard]] network::Found read_own(const network::Connection& /*connection*/,
                                          const network::Draft& /*draft*/, network::Progress& progress,
                                          const network::Response& response) const override {
        return read_part(progress, response);
    }
    /// A key is taken for as long as its post stands.
    [[nodiscard]] std::chrono::seconds same_key_for() const override { return std::chrono::days{30}; }

    /// A record that is gone is deleted again without a word.
    [[nodiscard]] std::optional<network::Request> erase(const network::Connection& connection,
                                                        const std::string& id) const override {
        const auto uri = parse_uri(id);
        if (!uri || uri->repo != connection.own_id) return std::nullopt;
        auto request = xrpc_call(connection, "com.atproto.repo.deleteRecord",
                                 {{"repo", uri->repo}, {"collection", uri->collection}, {"rkey", uri->key}});
        bear(request, connection.secret("token"));
        return request;
    }

    [[nodiscard]] std::vector<network::Usage> usage(const network::Request& request,
                                                    const network::Response& response,
                                                    base::Time /*now*/) const override {
        return usage_of(request, response);
    }
    [[nodiscard]] network::Judgement judge_reading(const network::Answer& answer) const override {
        return judge_answer(answer, /*publishes=*/false);
    }
};

} // namespace

network::ChannelPtr make_channel() {
    return std::make_shared<Bluesky>();
}

} // namespace channels::bluesky
