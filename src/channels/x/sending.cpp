#include "channels/x/sending.h"

#include "channels/x/answer.h"
#include "channels/x/post.h"
#include "network/json_reading.h"
#include "network/text_length.h"

#include <algorithm>

namespace channels::x {
namespace {

using network::Found;
using network::Verdict;

enum class Stage { rule, picture, description, post, done };

const base::json::Array& media_of(const network::Progress& progress) {
    static const base::json::Array none;
    const auto* media = progress.if_contains("media");
    return media && media->is_array() ? media->get_array() : none;
}

bool is_set(const base::json::Object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_bool() && value->get_bool();
}

std::vector<std::string> parts_of(const network::Draft& draft) {
    // An answer reaches its author by itself; only a post of its own names somebody.
    const bool names = draft.to.empty() && !draft.to_handle.empty();
    auto parts = network::split_text(draft.text, limits().text, names ? draft.to_handle + " " : "");
    // A text that cannot be cut is for X to refuse.
    if (parts.empty()) parts.push_back(draft.text);
    return parts;
}

Stage stage_of(const network::Draft& draft, const network::Progress& progress) {
    const auto made = network::published(progress).size();
    if (made > 0) return made < parts_of(draft).size() ? Stage::post : Stage::done;
    if (!draft.to.empty() && !is_set(draft.to_facts, "summoned") && !is_set(progress, "summoned"))
        return Stage::rule;
    const auto& media = media_of(progress);
    if (!media.empty() && !network::flag_in(media.back(), "described") &&
        !draft.pictures[media.size() - 1].alt.empty())
        return Stage::description;
    return media.size() < draft.pictures.size() ? Stage::picture : Stage::post;
}

/// What the part that comes next answers; empty for a post of its own.
std::string target_of(const network::Draft& draft, const network::Progress& progress) {
    const auto ids = network::published(progress);
    return ids.empty() ? draft.to : ids.back();
}

network::Request upload(const network::Connection& connection, const network::Picture& picture) {
    auto request = ask(connection, "media.upload", "/2/media/upload");
    request.method = "POST";
    request.longest = std::chrono::seconds{120};
    network::set_multipart(request, {{"media_category", "tweet_image"}, {"media_type", picture.mime}},
                           {{"media", "gambar", picture.mime, picture.bytes}});
    return request;
}

network::Request describe(const network::Connection& connection, const network::Draft& draft,
                          const network::Progress& progress) {
    const auto& media = media_of(progress);
    auto request = ask(connection, "media.metadata", "/2/media/metadata");
    request.method = "POST";
    const base::json::Object body{
        {"id", network::text_in(media.back(), "id")},
        {"metadata", {{"alt_text", {{"text", draft.pictures[media.size() - 1].alt}}}}}};
    network::set_json(request, boost::json::serialize(body));
    return request;
}

network::Request create(const network::Connection& connection, const network::Draft& draft,
                        const network::Progress& progress) {
    const auto part = network::published(progress).size();
    auto request = ask(connection, "posts.create", "/2/tweets");
    request.method = "POST";
    base::json::Object body{{"text", parts_of(draft)[part]}};
    if (auto target = target_of(draft, progress); !target.empty())
        body["reply"] = base::json::Object{{"in_reply_to_tweet_id", target}};
    if (part == 0 && !media_of(progress).empty()) {
        base::json::Array ids;
        for (const auto& each : media_of(progress))
            ids.emplace_back(network::text_in(each, "id"));
        body["media"] = base::json::Object{{"media_ids", std::move(ids)}};
    }
    network::set_json(request, boost::json::serialize(body));
    return request;
}

network::Judgement judge_rule(const network::Connection& connection, network::Progress& progress,
                              const network::Answer& answer) {
    auto out = judge_answer(answer, /*publishes=*/false);
    if (out.verdict != Verdict::ok) return out;
    auto body = network::read_json(answer.response->body);
    const auto* post = body ? network::find_in(*body, "data") : nullptr;
    // Of one that is deleted or hidden a 200 has errors only.
    if (!post) return {.verdict = body ? Verdict::gone : Verdict::unavailable, .code = "no data"};
    const auto* includes = network::find_in(*body, "includes");
    const bool is_own = network::text_in(*post, "author_id") == connection.own_id;
    if (!is_own && !is_summons(connection, *post, includes ? *includes : base::json::Value()))
        return {.verdict = Verdict::forbidden, .code = "not_summoned"};
    progress["summoned"] = true;
    return out;
}

network::Judgement judge_picture(network::Progress& progress, const network::Answer& answer) {
    auto out = judge_answer(answer, /*publishes=*/false);
    if (out.verdict != Verdict::ok) return out;
    auto body = network::read_json(answer.response->body);
    const auto id = body ? network::text_in(*body, "data.id") : std::string();
    if (id.empty()) return {.verdict = Verdict::unavailable, .code = "unreadable"};
    auto& media = progress["media"];
    if (!media.is_array()) media = base::json::Array{};
    media.get_array().push_back({{"id", id}, {"described", false}});
    return out;
}

network::Judgement judge_description(network::Progress& progress, const network::Answer& answer) {
    auto out = judge_answer(answer, /*publishes=*/false);
    if (out.verdict == Verdict::ok) progress["media"].get_array().back().as_object()["described"] = true;
    return out;
}

void take_part(network::Progress& progress, const std::string& id) {
    network::add_published(progress, id, "https://x.com/i/status/" + id);
    progress.erase("lost_at");
}

network::Judgement judge_post(network::Progress& progress, const network::Answer& answer) {
    auto out = judge_answer(answer, /*publishes=*/true);
    if (out.verdict == Verdict::ok) {
        auto body = network::read_json(answer.response->body);
        const auto id = body ? network::text_in(*body, "data.id") : std::string();
        if (!id.empty()) {
            take_part(progress, id);
            return out;
        }
        out = {.verdict = Verdict::unknown, .code = "unreadable"};
    }
    if (out.verdict == Verdict::unknown) progress["lost_at"] = base::to_iso(answer.at);
    return out;
}

/// Words alone: however links are written and spaces fall.
std::string bare(std::string text) {
    for (const std::string_view scheme : {"https://", "http://"})
        for (auto at = text.find(scheme); at != std::string::npos; at = text.find(scheme))
            text.erase(at, scheme.size());
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '/'; });
    return text;
}

std::string answered_by(const base::json::Value& post) {
    for (const auto* each : network::each_in(post, "referenced_tweets"))
        if (network::text_in(*each, "type") == "replied_to") return network::text_in(*each, "id");
    return {};
}

} // namespace

network::Limits limits() {
    return {.text = {.unit = network::TextUnit::weighted, .longest = 280, .link_cost = 23},
            .media = {.most = 4, .largest_bytes = 5'000'000, .longest_alt = 1000},
            .can_delete = true,
            .can_post = true,
            .as_of = "2026-08-22",
            .source = "X API v2, openapi 2.167"};
}

std::optional<network::Step> next_step(const network::Connection& connection, const network::Draft& draft,
                                       const network::Progress& progress) {
    switch (stage_of(draft, progress)) {
    case Stage::rule:
        return network::Step{.request = ask(connection, "posts.get", "/2/tweets/" + draft.to,
                                            post_fields(/*with_quoted=*/true))};
    case Stage::picture:
        return network::Step{.request = upload(connection, draft.pictures[media_of(progress).size()])};
    case Stage::description: return network::Step{.request = describe(connection, draft, progress)};
    case Stage::post: return network::Step{.request = create(connection, draft, progress), .publishes = true};
    case Stage::done: break;
    }
    return std::nullopt;
}

bool is_picture_next(const network::Draft& draft, const network::Progress& progress) {
    return stage_of(draft, progress) == Stage::picture;
}

network::Judgement judge_step(const network::Connection& connection, const network::Draft& draft,
                              network::Progress& progress, const network::Answer& answer) {
    network::Judgement out{.verdict = Verdict::ok};
    switch (stage_of(draft, progress)) {
    case Stage::rule: out = judge_rule(connection, progress, answer); break;
    case Stage::picture: out = judge_picture(progress, answer); break;
    case Stage::description: out = judge_description(progress, answer); break;
    case Stage::post: out = judge_post(progress, answer); break;
    case Stage::done: break;
    }
    // Nothing can be refreshed without a refresh token.
    if (out.verdict == Verdict::expired && connection.secret("refresh_token").empty())
        out.verdict = Verdict::revoked;
    return out;
}

std::optional<network::Request> find_part(const network::Connection& connection, const network::Draft& draft,
                                          const network::Progress& progress) {
    if (stage_of(draft, progress) != Stage::post) return std::nullopt;
    // Ids grow with time: an answer is newer than what it answers. Each post that comes is paid for.
    const auto target = target_of(draft, progress);
    network::Fields query{{"max_results", target.empty() ? "10" : "100"}, {"exclude", "retweets"}};
    if (!target.empty()) query.emplace_back("since_id", target);
    for (auto& field : post_fields())
        query.push_back(std::move(field));
    return ask(connection, "users.posts", "/2/users/" + connection.own_id + "/tweets", query);
}

Found read_part(const network::Connection& connection, const network::Draft& draft,
                network::Progress& progress, const network::Response& response) {
    auto body = response.status == 200 ? network::read_json(response.body)
                                       : base::Result<base::json::Value>(base::fail(base::Kind::broken, ""));
    const auto* meta = body ? network::find_in(*body, "meta") : nullptr;
    if (!meta) return Found::cannot_tell;
    const auto target = target_of(draft, progress);
    const auto wanted = bare(parts_of(draft)[network::published(progress).size()]);
    const auto* lost = progress.if_contains("lost_at");
    auto since = lost && lost->is_string() ? base::parse_time(std::string_view(lost->get_string()))
                                           : base::Result<base::Time>(base::fail(base::Kind::invalid, ""));
    for (const auto* post : network::each_in(*body, "data")) {
        // Newest first: before the answer was lost nothing of it can stand.
        const auto created = network::time_in(*post, "created_at");
        if (since && created && *created < *since - std::chrono::minutes{5}) return Found::no;
        if (network::text_in(*post, "author_id") != connection.own_id || answered_by(*post) != target ||
            bare(text_of(*post)) != wanted ||
            std::ranges::find(draft.others, network::text_in(*post, "id")) != draft.others.end())
            continue;
        // The same words without a target may have been said at any time.
        if (target.empty() && (!since || !created)) return Found::cannot_tell;
        take_part(progress, network::text_in(*post, "id"));
        return Found::yes;
    }
    return network::text_in(*meta, "next_token").empty() ? Found::no : Found::cannot_tell;
}

} // namespace channels::x
