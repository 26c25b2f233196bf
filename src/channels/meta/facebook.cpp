#include "channels/meta/comment.h"
#include "channels/meta/graph.h"
#include "channels/meta/graph_channel.h"
#include "channels/meta/meta.h"
#include "network/json_reading.h"

namespace channels::meta {
namespace {

Product page_product() {
    return {.network = "facebook",
            .server = "https://graph.facebook.com",
            .version = graph_version.name,
            .replies = "comments",
            .own_post = "feed",
            .words = "message",
            .platform = "messenger",
            // 8,000 of a comment is not confirmed; a message takes 2,000, a post 63,206.
            .limits = {.text = {.unit = network::TextUnit::characters, .longest = 2000},
                       .media = {.most = 1, .largest_bytes = 4'000'000, .longest_alt = 1000},
                       .can_edit = true,
                       .can_delete = true,
                       .can_post = true,
                       .as_of = "2026-11-22",
                       .source = "Graph API v26.0, not verified"}};
}

class Facebook final : public GraphChannel {
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
