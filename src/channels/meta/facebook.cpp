#include "channels/meta/comment.h"
#include "channels/meta/graph.h"
#include "channels/meta/graph_channel.h"
#include "channels/meta/meta.h"
#include "channels/meta/page_token.h"
#include "network/json_reading.h"

#include <array>

namespace channels::meta {
namespace {

constexpr std::array<std::string_view, 7> page_rights{
    "pages_show_list",    "pages_read_engagement", "pages_read_user_content", "pages_manage_engagement",
    "pages_manage_posts", "pages_manage_metadata", "pages_messaging"};
constexpr SignInPlace page_sign_in{.dialog_server = "https://www.facebook.com",
                                   .dialog = "/v26.0/dialog/oauth",
                                   .token_server = "https://graph.facebook.com",
                                   .token = "/v26.0/oauth/access_token",
                                   .rights = page_rights};
static_assert(page_sign_in.dialog.starts_with("/v26.0/") && graph_version.name == "v26.0");

Product page_product() {
    return {.network = "facebook",
            .server = "https://graph.facebook.com",
            .version = graph_version.name,
            .replies = "comments",
            .own_post = "feed",
            .words = "message",
            .platform = "messenger",
            .pushed = "feed,mention,messages",
            // 8,000 of a comment is not confirmed; a message takes 2,000, a post 63,206.
            .limits = {.text = {.unit = network::TextUnit::characters, .longest = 2000},
                       .media = {.most = 1, .largest_bytes = 4'000'000, .longest_alt = 1000},
                       .can_edit = true,
                       .can_delete = true,
                       .can_post = true,
                       .as_of = "2026-11-22",
                       .source = "Graph API v26.0, not verified"}};
}

class Facebook final : public GraphChannel, public network::SignsIn {
public:
    Facebook() : GraphChannel(page_product()) {}

    /// Only a Page has a category: a person's token, which looks healthy and may do nothing, is told apart.
    [[nodiscard]] network::Request ask_self(const network::Connection& connection) const override {
        return ask(connection, product().server, "me", "/me", {{"fields", "id,name,category"}});
    }
    [[nodiscard]] base::Result<network::Self> read_self(const network::Connection& /*connection*/,
                                                        const network::Response& response) const override {
        auto body = network::read_json(response.body);
        if (!body) return base::pass(body);
        const auto id = network::text_in(*body, "id");
        const bool is_person =
            network::text_in(*body, "error.message").find("category") != std::string::npos ||
            (!id.empty() && network::text_in(*body, "category").empty());
        if (is_person) return base::fail(base::Kind::invalid, "network.wrong_token", "not of a Page");
        if (response.status != 200 || id.empty())
            return base::fail(base::Kind::broken, "network.unreadable", "no id");
        return network::Self{.own_id = id, .handle = network::text_in(*body, "name")};
    }

    [[nodiscard]] std::vector<std::string> needs() const override { return sign_in_needs(); }
    /// What was declined once is asked for again (auth_type); the dialog would leave it out.
    [[nodiscard]] std::string page(const network::Connection& connection,
                                   const network::SignInWish& wish) const override {
        return sign_in_page(page_sign_in, connection, wish, {{"auth_type", "rerequest"}});
    }
    [[nodiscard]] network::Request ask_signed_in(const network::Connection& connection,
                                                 const network::SignInReturn& given) const override {
        return meta::ask_signed_in(page_sign_in, connection, given);
    }
    [[nodiscard]] base::Result<network::SignedIn> read_signed_in(const network::Response& response,
                                                                 base::Time /*now*/) const override {
        return meta::read_signed_in(page_sign_in, response, "longer");
    }
    [[nodiscard]] network::Request ask_further(const network::Connection& connection,
                                               const network::SignedIn& so_far) const override {
        return ask_page_token(connection, so_far);
    }
    [[nodiscard]] base::Result<network::SignedIn> read_further(const network::Connection& connection,
                                                               network::SignedIn so_far,
                                                               const network::Response& response,
                                                               base::Time /*now*/) const override {
        return read_page_token(page_rights, connection, std::move(so_far), response);
    }

    [[nodiscard]] std::optional<network::Request> erase(const network::Connection& connection,
                                                        const std::string& id) const override {
        const bool is_id = !id.empty() && id.find_first_not_of("0123456789_") == std::string::npos;
        if (!is_id) return std::nullopt;
        auto request = ask(connection, product().server, "posts.delete", "/" + id);
        request.method = "DELETE";
        return request;
    }

protected:
    [[nodiscard]] List posts(const network::Connection& connection) const override {
        return {
            "posts.list", "/" + connection.own_id + "/feed",
            "id,from,message,created_time,permalink_url,full_picture,comments.order(reverse_chronological)"
            ".limit(50){" +
                comment_fields() + "}"};
    }
    [[nodiscard]] List comments(const std::string& post) const override {
        return {"comments.list", "/" + post + "/comments", comment_fields()};
    }
    [[nodiscard]] std::optional<network::Event> read_change(const network::Connection& connection,
                                                            const Change& change) const override {
        return read_page_change(connection, change);
    }

private:
    static std::string comment_fields() {
        return "id,from,message,created_time,permalink_url,parent{id},attachment";
    }
};

} // namespace

network::ChannelPtr make_facebook() {
    return std::make_shared<Facebook>();
}

} // namespace channels::meta
