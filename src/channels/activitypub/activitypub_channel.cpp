#include "channels/activitypub/activitypub_channel.h"

#include "channels/activitypub/activity.h"
#include "channels/activitypub/addresses.h"
#include "channels/activitypub/documents.h"
#include "network/json_reading.h"
#include "network/rsa_key.h"
#include "network/text_length.h"

namespace channels::activitypub {
namespace {

using network::Answer;
using network::Connection;
using network::Draft;
using network::Judgement;
using network::Progress;
using network::Request;
using network::Response;
using network::Step;
using network::Verdict;

constexpr std::string_view note_step = "note.get";
constexpr std::string_view actor_step = "actor.get";
constexpr std::string_view send_step = "inbox.post";

std::string known(const Progress& progress, std::string_view member) {
    const auto* found = progress.if_contains(member);
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

/// What a refusal of another server means: our own key is not in question.
Judgement judged(const Answer& answer, bool publishes) {
    auto out = network::judge_status(answer, publishes);
    if (out.verdict == Verdict::revoked) out.verdict = Verdict::forbidden;
    return out;
}

class ActivityPubChannel : public network::Channel {
public:
    [[nodiscard]] std::string_view network() const override { return network_code; }
    [[nodiscard]] network::Limits limits(const Connection& /*connection*/) const override {
        // No server sets a length for others; this one is ours, so that answers stay readable.
        return {.text = {.unit = network::TextUnit::graphemes, .longest = 5000},
                .media = {.most = 4, .largest_bytes = 10UL << 20, .longest_alt = 1500},
                .can_delete = true,
                .can_post = true};
    }

    [[nodiscard]] std::vector<network::Field> fields() const override {
        return {{.name = "server", .is_secret = false, .example = "https://lapor.contoh.go.id"},
                {.name = "name", .is_secret = false, .example = "posko"},
                {.name = "signed_reading", .is_secret = false, .example = "ya", .is_needed = false}};
    }
    [[nodiscard]] std::map<std::string, std::string, std::less<>>
    made_secrets(const Connection& connection) const override {
        if (!connection.secret("private_key").empty()) return {};
        return {{"private_key", network::make_private_key()}};
    }
    /// Our own server must be found under the address that others will use.
    [[nodiscard]] Request ask_self(const Connection& c) const override {
        return {.name = "nodeinfo", .url = c.server + "/.well-known/nodeinfo", .largest = 65'536};
    }
    [[nodiscard]] base::Result<network::Self> read_self(const Connection& c,
                                                        const Response& response) const override {
        const auto name = c.secret("name");
        if (!is_actor_name(name)) return base::fail_field("name");
        if (host_of(c.server).empty()) return base::fail_field("server");
        auto body = network::read_json(response.body);
        if (!body) return base::pass(body);
        bool is_ours = false;
        for (const auto* link : network::each_in(*body, "links"))
            is_ours = is_ours || is_same_host(network::text_in(*link, "href"), c.server);
        if (!is_ours) return base::fail_field("server", "network.unreadable", "another server answers there");
        return network::Self{.own_id = actor_id(c.server, name),
                             .handle = "@" + std::string(name) + "@" + host_of(c.server),
                             .facts = {{"public_key", network::public_key_of(c.secret("private_key"))}}};
    }

    [[nodiscard]] std::vector<network::Source> sources(const Connection& /*c*/) const override { return {}; }
    [[nodiscard]] Request ask_page(const Connection& c, const network::Source& /*source*/,
                                   const network::Walk& /*walk*/) const override {
        return ask_self(c);
    }
    [[nodiscard]] base::Result<network::Page> read_page(const Connection& /*c*/,
                                                        const network::Source& /*source*/,
                                                        const network::Walk& /*walk*/,
                                                        const Response& /*response*/) const override {
        return network::Page{};
    }
    [[nodiscard]] base::Result<std::vector<network::Event>> read_push(const Connection& c,
                                                                      std::string_view body) const override {
        return events_of(c.own_id, body);
    }

    [[nodiscard]] bool needs_bytes(const Draft& /*draft*/, const Progress& /*progress*/) const override {
        return false;
    }
    [[nodiscard]] std::optional<Step> next(const Connection& c, const Draft& draft,
                                           const Progress& progress) const override {
        // A post of our own stands here already; those who follow are told of it (post_actions.h).
        if (draft.to.empty()) return std::nullopt;
        const auto parts = network::split_text(draft.text, limits(c).text);
        const auto done = network::published(progress);
        if (done.size() >= parts.size()) return std::nullopt;
        const auto author = author_of(draft, progress);
        if (author.empty()) return Step{.request = ask_document(c, std::string(note_step), draft.to)};
        const auto inbox = known(progress, "inbox");
        if (inbox.empty()) return Step{.request = ask_document(c, std::string(actor_step), author)};
        Request request{.name = std::string(send_step),
                        .method = "POST",
                        .url = inbox,
                        .headers = {{"Content-Type", std::string(activity_type)}},
                        .body = create_activity({.actor = c.own_id,
                                                 .id = note_id(c.own_id, draft.key, done.size(), draft.root),
                                                 .text = parts[done.size()],
                                                 .language = draft.language,
                                                 .answers = done.empty() ? draft.to : done.back(),
                                                 .root = draft.root,
                                                 .to = author,
                                                 .handle = draft.to_handle,
                                                 .at = known(progress, "at"),
                                                 .visibility = draft.visibility}),
                        .largest = 65'536,
                        .signing = signing_of(c)};
        return Step{.request = std::move(request), .publishes = true};
    }
    [[nodiscard]] Judgement judge(const Connection& c, const Draft& draft, Progress& progress,
                                  const Answer& answer) const override {
        const auto author = author_of(draft, progress);
        const bool is_sending = !author.empty() && !known(progress, "inbox").empty();
        auto out = judged(answer, is_sending);
        if (out.verdict != Verdict::ok) return out;
        if (is_sending) {
            network::add_published(
                progress, note_id(c.own_id, draft.key, network::published(progress).size(), draft.root), "");
            return out;
        }
        if (author.empty()) {
            auto note = network::read_json(answer.response->body);
            const auto found = note ? id_in(*note, "attributedTo") : std::string();
            if (!is_same_host(found, draft.to))
                return {.verdict = Verdict::rejected, .code = "a note without author"};
            if (type_of(*note) == "Tombstone") return {.verdict = Verdict::gone, .code = "Tombstone"};
            progress["author"] = found;
            return out;
        }
        auto actor = read_actor(answer.response->body);
        if (!actor || actor->id != author)
            return {.verdict = Verdict::rejected, .code = "an actor that cannot be read"};
        progress["inbox"] = actor->inbox;
        progress["at"] = base::to_iso(answer.at);
        return out;
    }
    /// Others know a note by its id, which the key decides.
    [[nodiscard]] std::chrono::seconds same_key_for() const override { return std::chrono::days(7); }

    [[nodiscard]] Judgement judge_reading(const Answer& answer) const override {
        return judged(answer, false);
    }

private:
    static std::string author_of(const Draft& draft, const Progress& progress) {
        return draft.to_author.empty() ? known(progress, "author") : draft.to_author;
    }
};

} // namespace

network::ChannelPtr make_channel() {
    return std::make_shared<ActivityPubChannel>();
}

network::Signing signing_of(const Connection& c) {
    return {.key_id = key_id(c.own_id), .private_key_pem = std::string(c.secret("private_key"))};
}

Request ask_document(const Connection& c, std::string name, std::string url) {
    return {.name = std::move(name),
            .url = url.substr(0, url.find('#')),
            .headers = {{"Accept", std::string(activity_type)}},
            .longest = std::chrono::seconds(10),
            .largest = 1UL << 20,
            .signing = signing_of(c)};
}

} // namespace channels::activitypub
