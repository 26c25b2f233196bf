#include "channels/meta/graph_channel.h"

#include "base/text.h"
#include "channels/meta/comment.h"
#include "channels/meta/graph.h"
#include "channels/meta/sign_in.h"
#include "network/json_reading.h"

#include <algorithm>

namespace channels::meta {
namespace {

constexpr std::string_view thread = "thread:";

std::string post_of(const network::Source& source) {
    return source.name.starts_with(thread) ? source.name.substr(thread.size()) : std::string();
}

network::Request ask_subscribed(const Product& product, const network::Connection& connection,
                                std::string name) {
    return ask(connection, product.server, std::move(name), "/" + connection.own_id + "/subscribed_apps", {},
               product.version);
}

} // namespace

network::Limits GraphChannel::limits(const network::Connection& /*connection*/) const {
    return product_.limits;
}

std::vector<network::Field> GraphChannel::fields() const {
    return {app_id_field(), {.name = "token"}, {.name = "app_secret"}, {.name = "verify_token"}};
}

std::vector<network::Source> GraphChannel::sources(const network::Connection& /*connection*/) const {
    return {{.name = "posts", .order = network::Order::newest_first}};
}

network::Request GraphChannel::ask_page(const network::Connection& connection, const network::Source& source,
                                        const network::Walk& walk) const {
    const auto post = post_of(source);
    const auto list = post.empty() ? posts(connection) : comments(post);
    network::Fields query{{"fields", list.fields}, {"limit", post.empty() ? "25" : "100"}};
    if (!post.empty() && product_.network == "facebook") {
        query.emplace_back("order", "reverse_chronological");
        query.emplace_back("filter", "stream"); // answers to comments, too
    }
    if (!walk.cursor.empty()) query.emplace_back("after", walk.cursor);
    return ask(connection, product_.server, list.name, list.path, query, product_.version);
}

base::Result<network::Page> GraphChannel::read_page(const network::Connection& connection,
                                                    const network::Source& source, const network::Walk& walk,
                                                    const network::Response& response) const {
    return read_nodes(connection, walk, response.body, post_of(source));
}

network::PushAnswer GraphChannel::answer_push(const network::Connection& connection,
                                              const network::Push& push, base::Time /*now*/) const {
    return meta::answer_push(connection, push);
}

base::Result<std::vector<network::Event>> GraphChannel::read_push(const network::Connection& connection,
                                                                  std::string_view body) const {
    std::vector<network::Event> out;
    auto read = each_change(body, connection.own_id, [&](const Change& change) {
        auto event = change.field == "messaging" ? read_message(connection, *change.value)
                                                 : read_change(connection, change);
        if (event) out.push_back(std::move(*event));
    });
    if (!read) return base::pass(read);
    return out;
}

std::optional<network::Step> GraphChannel::next(const network::Connection& connection,
                                                const network::Draft& draft,
                                                const network::Progress& progress) const {
    return next_step(product_, connection, draft, progress);
}

bool GraphChannel::needs_bytes(const network::Draft& draft, const network::Progress& progress) const {
    return is_picture_next(product_, draft, progress);
}

network::Judgement GraphChannel::judge(const network::Connection& /*connection*/,
                                       const network::Draft& /*draft*/, network::Progress& progress,
                                       const network::Answer& answer) const {
    return judge_step(progress, answer);
}

std::optional<network::Request> GraphChannel::find_own(const network::Connection& connection,
                                                       const network::Draft& draft,
                                                       const network::Progress& progress) const {
    return find_part(product_, connection, draft, progress);
}

network::Found GraphChannel::read_own(const network::Connection& connection, const network::Draft& draft,
                                      network::Progress& progress, const network::Response& response) const {
    return read_part(product_, connection, draft, progress, response);
}

network::Request GraphChannel::set_webhook(const network::Connection& connection,
                                           const std::string& /*address*/) const {
    auto request = ask_subscribed(product_, connection, "subscribed_apps.set");
    request.method = "POST";
    network::set_form(request, {{"subscribed_fields", std::string(product_.pushed)}});
    return request;
}

network::Request GraphChannel::drop_webhook(const network::Connection& connection) const {
    auto request = ask_subscribed(product_, connection, "subscribed_apps.drop");
    request.method = "DELETE";
    return request;
}

std::optional<network::Request> GraphChannel::ask_webhook(const network::Connection& connection) const {
    return ask_subscribed(product_, connection, "subscribed_apps.get");
}

/// {"data":[{"id": of the app,"subscribed_fields":["feed",..]}]}; other apps may be subscribed, too.
bool GraphChannel::is_webhook_set(const network::Connection& connection,
                                  const network::Response& response) const {
    const auto body = network::read_json(response.body);
    if (!body) return false;
    return std::ranges::any_of(network::each_in(*body, "data"), [&](const base::json::Value* app) {
        const auto id = network::text_in(*app, "id");
        const auto own = connection.secret("app_id");
        if (!id.empty() && !own.empty() && id != own) return false;
        const auto fields = network::each_in(*app, "subscribed_fields");
        return std::ranges::all_of(base::split(product_.pushed, ','), [&](std::string_view wanted) {
            return std::ranges::any_of(fields, [&](const base::json::Value* field) {
                return field->is_string() && field->get_string() == wanted;
            });
        });
    });
}

std::vector<network::Usage> GraphChannel::usage(const network::Request& /*request*/,
                                                const network::Response& response, base::Time now) const {
    return usage_of(response, now);
}

network::Judgement GraphChannel::judge_reading(const network::Answer& answer) const {
    return judge_answer(answer, /*publishes=*/false);
}

} // namespace channels::meta
