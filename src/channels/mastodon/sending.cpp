#include "channels/mastodon/sending.h"

#include "channels/mastodon/api.h"
#include "channels/mastodon/parts.h"
#include "channels/mastodon/status.h"
#include "network/form.h"
#include "network/json_reading.h"

namespace channels::mastodon {
namespace {

using network::Answer;
using network::Connection;
using network::Draft;
using network::Judgement;
using network::Progress;
using network::Request;
using network::Step;
using network::Verdict;

std::vector<std::string> uploads(const Progress& progress) {
    std::vector<std::string> out;
    if (const auto* media = progress.if_contains("media"))
        for (const auto* id : network::each_in(*media, ""))
            if (auto text = network::text_in(*id, ""); !text.empty()) out.push_back(std::move(text));
    return out;
}

std::string waited_for(const Progress& progress) {
    const auto* id = progress.if_contains("waiting");
    return id ? checked_id(network::text_in(*id, "")) : std::string();
}

void add_upload(Progress& progress, const std::string& id) {
    auto& media = progress["media"];
    if (!media.is_array()) media = base::json::Array{};
    media.get_array().emplace_back(id);
    progress.erase("waiting");
}

std::string file_name(const network::Picture& picture, std::size_t number) {
    const std::string_view mime = picture.mime;
    const std::string_view type = mime == "image/png" ? "png" : mime == "image/webp" ? "webp" : "jpg";
    return "foto-" + std::to_string(number + 1) + "." + std::string(type);
}

Step upload(const Connection& connection, const network::Picture& picture, std::size_t number) {
    Request request = ask(connection, "media.post", "/api/v2/media");
    request.method = "POST";
    request.longest = std::chrono::seconds{120};
    network::Fields fields;
    if (!picture.alt.empty()) fields.emplace_back("description", picture.alt);
    network::set_multipart(request, fields,
                           {{"file", file_name(picture, number), picture.mime, picture.bytes}});
    return {.request = std::move(request)};
}

Step post(const Connection& connection, const Draft& draft, const Progress& progress, const std::string& text,
          std::size_t part) {
    Request request = ask(connection, "statuses.post", "/api/v1/statuses");
    request.method = "POST";
    request.headers.push_back(
        {"Idempotency-Key", part == 0 ? draft.key : draft.key + "-" + std::to_string(part + 1)});
    const auto answered = answered_by(draft, progress);
    network::Fields fields{{"status", text}, {"visibility", std::string(visibility_code(draft.visibility))}};
    if (!draft.language.empty()) fields.emplace_back("language", draft.language);
    if (!answered.empty()) fields.emplace_back("in_reply_to_id", answered);
    if (part == 0)
        for (auto& id : uploads(progress))
            fields.emplace_back("media_ids[]", std::move(id));
    network::set_form(request, fields);
    return {.request = std::move(request), .publishes = true};
}

Judgement judge_upload(Progress& progress, const Answer& answer) {
    auto out = judged(answer, /*publishes=*/false);
    if (!waited_for(progress).empty() && out.verdict == Verdict::gone) {
        // The server forgot the upload; it is done again.
        progress.erase("waiting");
        return {.verdict = Verdict::unavailable, .code = out.code, .again_at = out.again_at};
    }
    if (out.verdict != Verdict::ok) return out;
    if (answer.response->status == 206)
        return {.verdict = Verdict::pending, .code = "206", .again_at = answer.at + std::chrono::seconds{2}};
    auto body = network::read_json(answer.response->body);
    const auto id = body ? checked_id(network::text_in(*body, "id")) : std::string();
    if (id.empty()) return {.verdict = Verdict::unavailable, .code = "media without id"};
    if (answer.response->status == 202)
        progress["waiting"] = id;
    else
        add_upload(progress, id);
    return out;
}

Judgement judge_post(const Connection& connection, const Draft& draft, Progress& progress,
                     const Answer& answer) {
    auto out = judged(answer, /*publishes=*/true);
    if (out.verdict == Verdict::unknown) progress["tried_at"] = base::to_iso(answer.at);
    // Without something to answer, 404 is about the server: this is no Mastodon.
    if (out.verdict == Verdict::gone && answered_by(draft, progress).empty()) out.verdict = Verdict::rejected;
    if (out.verdict != Verdict::ok) return out;
    auto body = network::read_json(answer.response->body);
    const auto id = body ? checked_id(network::text_in(*body, "id")) : std::string();
    if (id.empty()) {
        progress["tried_at"] = base::to_iso(answer.at);
        return {.verdict = Verdict::unknown, .code = "status without id"};
    }
    move_on(connection, progress, id, network::text_in(*body, "url"));
    return out;
}

} // namespace

std::optional<Step> next(const Connection& connection, const Draft& draft, const Progress& progress) {
    const auto done = network::published(progress).size();
    if (done == 0) {
        if (const auto id = waited_for(progress); !id.empty())
            return Step{.request = ask(connection, "media.get", "/api/v1/media/" + id)};
        const auto uploaded = uploads(progress).size();
        if (uploaded < draft.pictures.size()) return upload(connection, draft.pictures[uploaded], uploaded);
    }
    const auto parts = parts_of(connection, draft, progress);
    if (done >= parts.size()) return std::nullopt;
    return post(connection, draft, progress, parts[done], done);
}

bool needs_bytes(const Draft& draft, const Progress& progress) {
    return network::published(progress).empty() && waited_for(progress).empty() &&
           uploads(progress).size() < draft.pictures.size();
}

Judgement judge(const Connection& connection, const Draft& draft, Progress& progress, const Answer& answer) {
    const bool is_upload =
        network::published(progress).empty() &&
        (!waited_for(progress).empty() || uploads(progress).size() < draft.pictures.size());
    return is_upload ? judge_upload(progress, answer) : judge_post(connection, draft, progress, answer);
}

} // namespace channels::mastodon
