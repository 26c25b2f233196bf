#include "channels/meta/sending.h"

#include "base/text.h"
#include "channels/meta/comment.h"
#include "channels/meta/graph.h"
#include "network/json_reading.h"
#include "network/text_length.h"

namespace channels::meta {
namespace {

using network::Found;
using network::text_in;
using network::Verdict;

std::vector<std::string> parts_of(const Product& product, const network::Draft& draft) {
    const auto where = private_of(draft);
    // One message may follow a comment, no second one.
    if (where == Private::comment_reply) return {draft.text};
    const bool names = product.names_author && where == Private::no && !draft.to_handle.empty();
    auto parts = network::split_text(draft.text, product.limits.text, names ? draft.to_handle + " " : "");
    if (parts.empty()) parts.push_back(draft.text);
    return parts;
}

bool is_done(const Product& product, const network::Draft& draft, const network::Progress& progress) {
    return network::published(progress).size() >= parts_of(product, draft).size();
}

std::string target_of(const network::Draft& draft) {
    return draft.to.empty() ? std::string() : draft.to;
}

bool has_picture(const Product& product, const network::Draft& draft, const network::Progress& progress) {
    return product.limits.media.most > 0 && !draft.pictures.empty() && private_of(draft) == Private::no &&
           network::published(progress).empty();
}

network::Request post(const Product& product, const network::Connection& connection, std::string name,
                      const std::string& path) {
    auto request = ask(connection, product.server, std::move(name), path, {}, product.version);
    request.method = "POST";
    return request;
}

network::Request say(const Product& product, const network::Connection& connection,
                     const network::Draft& draft, const network::Progress& progress) {
    const auto text = parts_of(product, draft)[network::published(progress).size()];
    if (private_of(draft) != Private::no) {
        auto request = post(product, connection, "messages.send", "/" + connection.own_id + "/messages");
        network::set_json(request, message_body(draft, text));
        return request;
    }
    const bool with_picture = has_picture(product, draft, progress);
    std::string path = "/" + target_of(draft) + "/" + std::string(product.replies);
    if (draft.to.empty())
        path = "/" + connection.own_id + "/" + std::string(with_picture ? "photos" : product.own_post);
    auto request = post(product, connection, draft.to.empty() ? "posts.create" : "comments.create", path);
    if (with_picture) {
        request.longest = std::chrono::seconds{120};
        const auto& picture = draft.pictures.front();
        network::set_multipart(request, {{"message", text}, {"alt_text_custom", picture.alt}},
                               {{"source", "gambar", picture.mime, picture.bytes}});
    } else {
        network::set_form(request, {{"message", text}});
    }
    return request;
}

/// Own words with this text, not counted yet.
bool is_the_part(const Product& product, const network::Connection& connection, const base::json::Value& node,
                 std::string_view text, const std::vector<std::string>& known) {
    const bool is_own =
        text_in(node, "from.id") == connection.own_id ||
        (!connection.handle.empty() && ("@" + text_in(node, "from.username") == connection.handle ||
                                        "@" + text_in(node, "username") == connection.handle));
    return is_own && base::trim(text_in(node, product.words)) == base::trim(text) &&
           std::ranges::find(known, text_in(node, "id")) == known.end();
}

} // namespace

std::optional<network::Step> next_step(const Product& product, const network::Connection& connection,
                                       const network::Draft& draft, const network::Progress& progress) {
    if (is_done(product, draft, progress)) return std::nullopt;
    return network::Step{.request = say(product, connection, draft, progress), .publishes = true};
}

bool is_picture_next(const Product& product, const network::Draft& draft, const network::Progress& progress) {
    return has_picture(product, draft, progress);
}

network::Judgement judge_step(network::Progress& progress, const network::Answer& answer) {
    auto out = judge_answer(answer, /*publishes=*/true);
    if (out.verdict == Verdict::ok) {
        auto body = network::read_json(answer.response->body);
        std::string id;
        for (const auto* path : {"post_id", "message_id", "id"})
            if (id.empty() && body) id = text_in(*body, path);
        if (!id.empty()) {
            network::add_published(progress, id, "");
            progress.erase("lost_at");
            return out;
        }
        out = {.verdict = Verdict::unknown, .code = "unreadable"};
    }
    if (out.verdict == Verdict::unknown) progress["lost_at"] = base::to_iso(answer.at);
    return out;
}

std::optional<network::Request> find_part(const Product& product, const network::Connection& connection,
                                          const network::Draft& draft, const network::Progress& progress) {
    if (is_done(product, draft, progress)) return std::nullopt;
    const std::string words(product.words);
    switch (private_of(draft)) {
    case Private::comment_reply: return std::nullopt;
    case Private::message:
        return ask(connection, product.server, "conversations.list",
                   "/" + connection.own_id + "/conversations",
                   {{"platform", std::string(product.platform)},
                    {"user_id", recipient_of(draft)},
                    {"fields", "messages.limit(20){id,message,from,created_time}"}},
                   product.version);
    case Private::no: break;
    }
    if (draft.to.empty())
        return ask(connection, product.server, "posts.list",
                   "/" + connection.own_id + "/" + std::string(product.own_post),
                   {{"fields", "id,from," + words + ",created_time"}, {"limit", "25"}}, product.version);
    const bool is_page = product.replies == "comments";
    network::Fields query{
        {"fields", is_page ? "id,from,message,created_time" : "id,from,username,text,timestamp"},
        {"limit", "100"}};
    if (is_page) query.emplace_back("order", "reverse_chronological");
    return ask(connection, product.server, "comments.list",
               "/" + target_of(draft) + "/" + std::string(product.replies), query, product.version);
}

Found read_part(const Product& product, const network::Connection& connection, const network::Draft& draft,
                network::Progress& progress, const network::Response& response) {
    if (response.status != 200) return Found::cannot_tell;
    auto body = network::read_json(response.body);
    if (!body || !network::find_in(*body, "data")) return Found::cannot_tell;
    auto known = network::published(progress);
    const auto text = parts_of(product, draft)[known.size()];
    known.insert(known.end(), draft.others.begin(), draft.others.end());
    auto take = [&](const base::json::Value& node) {
        network::add_published(progress, text_in(node, "id"), "");
        progress.erase("lost_at");
        return Found::yes;
    };
    if (private_of(draft) == Private::message) {
        // Newest first: whatever answers the message stands before it.
        for (const auto* conversation : network::each_in(*body, "data"))
            for (const auto* node : network::each_in(*conversation, "messages.data")) {
                if (text_in(*node, "id") == draft.to) return Found::no;
                auto as_message = product;
                as_message.words = "message";
                if (is_the_part(as_message, connection, *node, text, known)) return take(*node);
            }
        return Found::cannot_tell;
    }
    const auto* lost = progress.if_contains("lost_at");
    auto since = lost && lost->is_string() ? base::parse_time(std::string_view(lost->get_string()))
                                           : base::Result<base::Time>(base::fail(base::Kind::invalid, ""));
    for (const auto* node : network::each_in(*body, "data")) {
        if (!is_the_part(product, connection, *node, text, known)) continue;
        // The same words of its own may have been said at any time.
        if (draft.to.empty()) {
            const auto created = node_time(*node, "created_time");
            if (!since || !created) return Found::cannot_tell;
            if (*created < *since - std::chrono::minutes{5}) continue;
        }
        return take(*node);
    }
    return text_in(*body, "paging.next").empty() || draft.to.empty() ? Found::no : Found::cannot_tell;
}

} // namespace channels::meta
