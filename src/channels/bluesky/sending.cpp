#include "channels/bluesky/sending.h"

#include "channels/bluesky/post.h"
#include "channels/bluesky/record.h"
#include "channels/bluesky/xrpc.h"
#include "network/json_reading.h"

namespace channels::bluesky {
namespace {

using network::Verdict;

enum class Stage {
    look_up, ///< what is answered; of a post of its own, whether it already stands
    picture,
    post,
    done,
};

std::size_t blobs_of(const network::Progress& progress) {
    const auto* blobs = progress.if_contains("blobs");
    return blobs && blobs->is_array() ? blobs->get_array().size() : 0;
}

Stage stage_of(const network::Draft& draft, const network::Progress& progress) {
    const auto made = network::published(progress).size();
    if (made == 0) {
        if (!progress.contains("at")) return Stage::look_up;
        if (blobs_of(progress) < draft.pictures.size()) return Stage::picture;
    }
    return made < parts_of(draft).size() ? Stage::post : Stage::done;
}

network::Request get_record(const network::Connection& connection, const RecordUri& uri) {
    auto request = xrpc(connection, "com.atproto.repo.getRecord",
                        {{"repo", uri.repo}, {"collection", uri.collection}, {"rkey", uri.key}});
    bear(request, connection.secret("token"));
    return request;
}

RecordUri own_part(const network::Connection& connection, const network::Draft& draft, std::size_t part) {
    return {connection.own_id, "app.bsky.feed.post", record_key(draft.key, part)};
}

network::Request upload(const network::Connection& connection, const network::Picture& picture) {
    auto request = xrpc(connection, "com.atproto.repo.uploadBlob");
    request.method = "POST";
    request.headers.push_back({"Content-Type", picture.mime});
    request.body = picture.bytes;
    request.longest = std::chrono::seconds{120};
    bear(request, connection.secret("token"));
    return request;
}

network::Request create(const network::Connection& connection, const network::Draft& draft,
                        const network::Progress& progress) {
    const auto part = network::published(progress).size();
    auto request = xrpc_call(connection, "com.atproto.repo.createRecord",
                             {{"repo", connection.own_id},
                              {"collection", "app.bsky.feed.post"},
                              {"rkey", record_key(draft.key, part)},
                              {"record", record_of(draft, progress, part)}});
    bear(request, connection.secret("token"));
    return request;
}

/// False when the body does not name a record.
bool take_part(network::Progress& progress, const base::json::Value& body, base::Time at) {
    const auto uri = network::text_in(body, "uri");
    const auto cid = network::text_in(body, "cid");
    const auto parts = parse_uri(uri);
    if (!parts || cid.empty()) return false;
    network::add_published(progress, uri, page_of(*parts));
    auto& cids = progress["cids"];
    if (!cids.is_array()) cids = base::json::Array{};
    cids.get_array().emplace_back(cid);
    progress["at"] = base::to_iso(at);
    return true;
}

/// The parent's own root is the thread's; a post without one is it (app.bsky.feed.post#replyRef).
bool take_parent(network::Progress& progress, const base::json::Value& body) {
    const auto uri = network::text_in(body, "uri");
    const auto cid = network::text_in(body, "cid");
    if (uri.empty() || cid.empty()) return false;
    const base::json::Object parent{{"uri", uri}, {"cid", cid}};
    base::json::Object root = parent;
    const auto root_uri = network::text_in(body, "value.reply.root.uri");
    const auto root_cid = network::text_in(body, "value.reply.root.cid");
    if (!root_uri.empty() && !root_cid.empty()) root = {{"uri", root_uri}, {"cid", root_cid}};
    progress["reply"] = base::json::Object{{"root", root}, {"parent", parent}};
    return true;
}

/// A record that is not there; servers that ask another one for it say it in words alone.
bool is_missing(const network::Response& response) {
    if (response.status != 400 && response.status != 404) return false;
    return error_of(response) == "RecordNotFound" ||
           response.body.find("Could not locate record") != std::string::npos;
}

network::Judgement judge_look_up(const network::Draft& draft, network::Progress& progress,
                                 const network::Answer& answer) {
    auto out = judge_answer(answer, /*publishes=*/false);
    if (!answer.response) return out;
    if (is_missing(*answer.response)) {
        if (!draft.to.empty()) {
            out.verdict = Verdict::gone;
            return out;
        }
        progress["at"] = base::to_iso(answer.at);
        return {.verdict = Verdict::ok};
    }
    if (out.verdict != Verdict::ok) return out;
    auto body = network::read_json(answer.response->body);
    const bool is_taken =
        body && (draft.to.empty() ? take_part(progress, *body, answer.at) : take_parent(progress, *body));
    if (!is_taken) return {.verdict = Verdict::unavailable, .code = "unreadable"};
    progress["at"] = base::to_iso(answer.at);
    return out;
}

network::Judgement judge_picture(network::Progress& progress, const network::Answer& answer) {
    auto out = judge_answer(answer, /*publishes=*/false);
    if (out.verdict != Verdict::ok) return out;
    auto body = network::read_json(answer.response->body);
    const auto* blob = body ? network::find_in(*body, "blob") : nullptr;
    if (!blob || !blob->is_object()) return {.verdict = Verdict::unavailable, .code = "unreadable"};
    auto& blobs = progress["blobs"];
    if (!blobs.is_array()) blobs = base::json::Array{};
    blobs.get_array().push_back(*blob);
    progress["at"] = base::to_iso(answer.at);
    return out;
}

network::Judgement judge_post(network::Progress& progress, const network::Answer& answer) {
    auto out = judge_answer(answer, /*publishes=*/true);
    if (out.verdict != Verdict::ok) return out;
    auto body = network::read_json(answer.response->body);
    if (!body || !take_part(progress, *body, answer.at))
        return {.verdict = Verdict::unknown, .code = "unreadable"};
    return out;
}

} // namespace

std::optional<network::Step> next_step(const network::Connection& connection, const network::Draft& draft,
                                       const network::Progress& progress) {
    switch (stage_of(draft, progress)) {
    case Stage::look_up: {
        auto uri =
            draft.to.empty() ? own_part(connection, draft, 0) : parse_uri(draft.to).value_or(RecordUri{});
        return network::Step{.request = get_record(connection, uri)};
    }
    case Stage::picture:
        return network::Step{.request = upload(connection, draft.pictures[blobs_of(progress)])};
    case Stage::post: return network::Step{.request = create(connection, draft, progress), .publishes = true};
    case Stage::done: break;
    }
    return std::nullopt;
}

bool is_picture_next(const network::Draft& draft, const network::Progress& progress) {
    return stage_of(draft, progress) == Stage::picture;
}

network::Judgement judge_step(const network::Connection& /*connection*/, const network::Draft& draft,
                              network::Progress& progress, const network::Answer& answer) {
    switch (stage_of(draft, progress)) {
    case Stage::look_up: return judge_look_up(draft, progress, answer);
    case Stage::picture: return judge_picture(progress, answer);
    case Stage::post: return judge_post(progress, answer);
    case Stage::done: break;
    }
    return {.verdict = Verdict::ok};
}

std::optional<network::Request> find_part(const network::Connection& connection, const network::Draft& draft,
                                          const network::Progress& progress) {
    if (stage_of(draft, progress) != Stage::post) return std::nullopt;
    return get_record(connection, own_part(connection, draft, network::published(progress).size()));
}

network::Found read_part(network::Progress& progress, const network::Response& response) {
    if (is_missing(response)) return network::Found::no;
    if (response.status != 200) return network::Found::cannot_tell;
    auto body = network::read_json(response.body);
    // No time comes with the answer: the next part follows at the time of the one before.
    auto at = body ? network::time_in(*body, "value.createdAt") : std::nullopt;
    if (!at || !take_part(progress, *body, *at)) return network::Found::cannot_tell;
    return network::Found::yes;
}

} // namespace channels::bluesky
