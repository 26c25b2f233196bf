#include "channels/meta/comment.h"
#include "channels/meta/graph.h"
#include "channels/meta/graph_channel.h"
#include "channels/meta/meta.h"
#include "channels/meta/sign_in.h"
#include "channels/meta/tokens.h"
#include "network/json_reading.h"

#include <array>

namespace channels::meta {
namespace {

/// Nothing of its own is posted there, so that right is not asked for.
constexpr std::array<std::string_view, 3> instagram_rights{
    "instagram_business_basic", "instagram_business_manage_comments", "instagram_business_manage_messages"};
constexpr SignInPlace instagram_sign_in{.dialog_server = "https://www.instagram.com",
                                        .dialog = "/oauth/authorize",
                                        .token_server = "https://api.instagram.com",
                                        .token = "/oauth/access_token",
                                        .rights = instagram_rights};

Product instagram_product() {
    return {.network = "instagram",
            .server = "https://graph.instagram.com",
            .version = graph_version.name,
            .replies = "replies",
            .own_post = "media",
            .words = "text",
            .platform = "instagram",
            .pushed = "comments,messages",
            .names_author = true,
            // 300 characters of a comment and 1,000 bytes of a message are not confirmed.
            .limits = {.text = {.unit = network::TextUnit::characters, .longest = 300, .longest_bytes = 1000},
                       .as_of = "2026-11-22",
                       .source = "Instagram API v26.0, not verified"}};
}

class Instagram final : public GraphChannel, public network::SignsIn {
public:
    Instagram() : GraphChannel(instagram_product()) {}

    /// Pushes name the account by user_id, not by the id that only this app sees.
    [[nodiscard]] network::Request ask_self(const network::Connection& connection) const override {
        return ask(connection, product().server, "me", "/me", {{"fields", "id,user_id,username"}});
    }
    [[nodiscard]] base::Result<network::Self> read_self(const network::Connection& /*connection*/,
                                                        const network::Response& response) const override {
        auto body = network::read_json(response.body);
        if (!body) return base::pass(body);
        auto id = network::text_in(*body, "user_id");
        if (id.empty()) id = network::text_in(*body, "id");
        if (response.status != 200 || id.empty())
            return base::fail(base::Kind::broken, "network.unreadable", "no id");
        return network::Self{.own_id = id, .handle = "@" + network::text_in(*body, "username")};
    }
    [[nodiscard]] std::optional<network::Request>
    refresh(const network::Connection& connection) const override {
        return ask_longer(connection, product().server, "ig_refresh_token");
    }
    [[nodiscard]] base::Result<network::Tokens> read_tokens(const network::Response& response,
                                                            base::Time now) const override {
        return read_longer(response, now);
    }

    [[nodiscard]] std::vector<std::string> needs() const override { return sign_in_needs(); }
    [[nodiscard]] std::string page(const network::Connection& connection,
                                   const network::SignInWish& wish) const override {
        return sign_in_page(instagram_sign_in, connection, wish);
    }
    [[nodiscard]] network::Request ask_signed_in(const network::Connection& connection,
                                                 const network::SignInReturn& given) const override {
        return meta::ask_signed_in(instagram_sign_in, connection, given);
    }
    [[nodiscard]] base::Result<network::SignedIn> read_signed_in(const network::Response& response,
                                                                 base::Time /*now*/) const override {
        return meta::read_signed_in(instagram_sign_in, response, "longer");
    }
    [[nodiscard]] network::Request ask_further(const network::Connection& connection,
                                               const network::SignedIn& /*so_far*/) const override {
        return ask_long_lived(connection, product().server, "ig_exchange_token");
    }
    [[nodiscard]] base::Result<network::SignedIn> read_further(const network::Connection& /*connection*/,
                                                               network::SignedIn so_far,
                                                               const network::Response& response,
                                                               base::Time now) const override {
        return with_long_lived(std::move(so_far), response, now, /*next=*/"");
    }
    [[nodiscard]] std::chrono::seconds youngest_renewal() const override { return meta::youngest_renewal; }

protected:
    [[nodiscard]] List posts(const network::Connection& connection) const override {
        return {"media.list", "/" + connection.own_id + "/media",
                "id,caption,username,timestamp,permalink,comments.limit(50){" + comment_fields() + "}"};
    }
    [[nodiscard]] List comments(const std::string& post) const override {
        return {"comments.list", "/" + post + "/comments", comment_fields()};
    }
    [[nodiscard]] std::optional<network::Event> read_change(const network::Connection& connection,
                                                            const Change& change) const override {
        return read_instagram_change(connection, change);
    }

private:
    static std::string comment_fields() {
        return "id,text,from,username,timestamp,parent_id,replies.limit(50){id,text,from,username,timestamp}";
    }
};

} // namespace

network::ChannelPtr make_instagram() {
    return std::make_shared<Instagram>();
}

} // namespace channels::meta
