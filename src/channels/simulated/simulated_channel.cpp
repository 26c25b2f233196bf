#include "channels/simulated/simulated_channel.h"

#include "base/encode.h"
#include "network/form.h"
#include "network/json_reading.h"
#include "network/push_proof.h"
#include "network/text_length.h"

#include <algorithm>
#include <set>

namespace channels::simulated {
namespace {

using network::Answer;
using network::Connection;
using network::Draft;
using network::Event;
using network::Found;
using network::Judgement;
using network::Page;
using network::Progress;
using network::Request;
using network::Response;
using network::Source;
using network::Step;
using network::Verdict;
using network::Walk;

Request request_to(const Connection& connection, std::string name, const std::string& path) {
    return {.name = std::move(name),
            .url = connection.server + "/" + path,
            .headers = {{"Authorization", std::string(connection.secret("token"))}}};
}

std::optional<Event> event_of(const Connection& connection, const base::json::Value& entry) {
    const auto type = network::text_in(entry, "type");
    if (type != "create" && type != "update" && type != "delete") return std::nullopt;
    Event event;
    auto& item = event.item;
    item.network_id = network::text_in(entry, "id");
    item.type = type == "create"   ? items::Change::create
                : type == "update" ? items::Change::update
                                   : items::Change::remove;
    item.author.network_id = network::text_in(entry, "author");
    item.author.handle = "@" + item.author.network_id;
    item.text = network::text_in(entry, "text");
    item.root = network::text_in(entry, "root");
    if (auto to = network::text_in(entry, "to"); !to.empty()) item.in_reply_to = std::move(to);
    item.visibility =
        network::flag_in(entry, "direct") ? items::Visibility::private_ : items::Visibility::public_;
    auto at = network::time_in(entry, "at");
    if (item.network_id.empty() || item.author.network_id.empty() || !at) return std::nullopt;
    item.created_at = *at;
    event.is_own = item.author.network_id == connection.own_id;
    event.thread = "thread:" + *item.root;
    return event;
}

Page page_from(const Connection& connection, const base::json::Value& body) {
    Page page;
    for (const auto* entry : network::each_in(body, "entries")) {
        if (auto event = event_of(connection, *entry))
            page.events.push_back(std::move(*event));
        else
            ++page.unreadable;
    }
    return page;
}

/// How many different things stand on it: a network may give one of them twice.
std::size_t each_once(const Page& page) {
    std::set<std::string_view> ids;
    for (const auto& event : page.events)
        ids.insert(event.item.network_id);
    return ids.size();
}

std::string place_of(const std::string& id) {
    return std::string(20 - std::min<std::size_t>(id.size(), 20), '0') + id;
}

class SimulatedChannel : public network::Channel {
public:
    explicit SimulatedChannel(Temperament temperament) : is_hasty_(temperament == Temperament::hasty) {}

    [[nodiscard]] std::string_view network() const override { return is_hasty_ ? hasty_code : patient_code; }
    [[nodiscard]] network::Limits limits(const Connection& /*connection*/) const override {
        return {.text = {.unit = network::TextUnit::graphemes, .longest = 500},
                .media = {.most = 4, .largest_bytes = 10UL << 20, .longest_alt = 1000},
                .can_delete = true,
                .can_post = true};
    }
    [[nodiscard]] std::vector<network::Field> fields() const override {
        return {{.name = "server", .is_secret = false, .example = "http://127.0.0.1:9000"},
                {.name = "token", .example = "posko:0"},
                {.name = "push_secret", .example = "rahasia-simulasi", .is_needed = false}};
    }
    [[nodiscard]] Request ask_self(const Connection& c) const override {
        return request_to(c, "self", "self");
    }
    [[nodiscard]] base::Result<network::Self> read_self(const Connection& /*c*/,
                                                        const Response& response) const override {
        auto body = network::read_json(response.body);
        if (!body) return base::pass(body);
        return network::Self{.own_id = network::text_in(*body, "id"),
                             .handle = network::text_in(*body, "handle")};
    }
    [[nodiscard]] std::optional<Request> refresh(const Connection& c) const override {
        auto request = request_to(c, "refresh", "refresh");
        request.method = "POST";
        return request;
    }
    [[nodiscard]] base::Result<network::Tokens> read_tokens(const Response& response,
                                                            base::Time now) const override {
        auto body = network::read_json(response.body);
        if (!body) return base::pass(body);
        const auto life = network::number_in(*body, "expires_in").value_or(0);
        network::Tokens tokens{.secrets = {{"token", network::text_in(*body, "token")}}};
        if (life > 0 && life < 31'536'000) tokens.expires_at = now + std::chrono::seconds(life);
        return tokens;
    }

    [[nodiscard]] std::vector<Source> sources(const Connection& /*c*/) const override {
        return {{.name = "mentions",
                 .order = is_hasty_ ? network::Order::newest_first : network::Order::oldest_first}};
    }
    [[nodiscard]] Request ask_page(const Connection& c, const Source& source,
                                   const Walk& walk) const override {
        if (source.name.starts_with("thread:"))
            return request_to(c, "thread", "thread/" + source.name.substr(7) + "?before=" + walk.cursor);
        if (source.order == network::Order::newest_first)
            return request_to(c, "mentions", "mentions?order=newest&before=" + walk.cursor);
        return request_to(c, "mentions", "mentions?after=" + base::percent_encode(walk.mark));
    }
    [[nodiscard]] base::Result<Page> read_page(const Connection& c, const Source& source, const Walk& walk,
                                               const Response& response) const override {
        auto body = network::read_json(response.body);
        if (!body) return base::pass(body);
        Page page = page_from(c, *body);
        if (source.order == network::Order::oldest_first) {
            page.mark = network::text_in(*body, "mark");
            page.cursor = network::flag_in(*body, "more") ? "more" : "";
            page.counted = network::number_in(*body, "total");
            page.read = each_once(page);
            return page;
        }
        page.cursor = network::text_in(*body, "cursor");
        page.has_reached = page.cursor.empty();
        for (const auto& event : page.events) {
            const auto place = place_of(event.item.network_id);
            if (walk.cursor.empty()) page.mark = std::max(page.mark, place);
            // What is shown late stands behind what was shown before: the walk goes a page beyond its mark.
            if (!walk.mark.empty() && place <= walk.mark) page.has_reached = true;
        }
        if (page.mark.empty() || page.mark < walk.mark) page.mark = walk.mark;
        return page;
    }
    [[nodiscard]] std::optional<Request> ask_count(const Connection& c, const Source& source) const override {
        if (!source.name.starts_with("thread:")) return std::nullopt;
        return request_to(c, "count", "count/" + source.name.substr(7));
    }
    [[nodiscard]] base::Result<std::int64_t> read_count(const Response& response) const override {
        auto body = network::read_json(response.body);
        if (!body) return base::pass(body);
        auto count = network::number_in(*body, "count");
        if (!count) return base::fail(base::Kind::broken, "network.unreadable");
        return *count;
    }

    [[nodiscard]] network::PushAnswer answer_push(const Connection& c, const network::Push& push,
                                                  base::Time /*now*/) const override {
        if (!network::is_signed_hex(network::header_of(push.headers, "x-signature"), c.secret("push_secret"),
                                    push.body))
            return {.status = 401};
        return {.status = 200, .is_kept = true};
    }
    [[nodiscard]] base::Result<std::vector<Event>> read_push(const Connection& c,
                                                             std::string_view text) const override {
        auto body = network::read_json(text);
        if (!body) return base::pass(body);
        std::vector<Event> out;
        if (auto event = event_of(c, *body)) out.push_back(std::move(*event));
        return out;
    }

    [[nodiscard]] bool needs_bytes(const Draft& draft, const Progress& progress) const override {
        return uploaded(progress).size() < draft.pictures.size();
    }
    [[nodiscard]] std::optional<Step> next(const Connection& c, const Draft& draft,
                                           const Progress& progress) const override {
        const auto media = uploaded(progress);
        if (media.size() < draft.pictures.size()) {
            auto request = request_to(c, "media", "media");
            request.method = "POST";
            request.body = draft.pictures[media.size()].bytes;
            return Step{.request = std::move(request)};
        }
        const auto parts = parts_of(c, draft);
        const auto done = network::published(progress);
        if (done.size() >= parts.size()) return std::nullopt;
        auto request = request_to(c, "posts", "posts");
        request.method = "POST";
        base::json::Object body{{"text", parts[done.size()]},
                                {"to", done.empty() ? draft.to : done.back()},
                                {"direct", items::is_private_channel(draft.visibility)}};
        if (!is_hasty_) body["key"] = draft.key + "." + std::to_string(done.size());
        if (done.empty()) {
            base::json::Array pictures;
            for (const auto& id : media)
                pictures.emplace_back(id);
            body["pictures"] = std::move(pictures);
        }
        network::set_json(request, boost::json::serialize(body));
        return Step{.request = std::move(request), .publishes = true};
    }
    [[nodiscard]] Judgement judge(const Connection& c, const Draft& draft, Progress& progress,
                                  const Answer& answer) const override {
        const bool uploads = needs_bytes(draft, progress);
        auto out = judged(answer, !uploads);
        if (out.verdict != Verdict::ok) return out;
        auto body = network::read_json(answer.response->body);
        auto id = body ? network::text_in(*body, "id") : std::string();
        if (id.empty())
            return {.verdict = uploads ? Verdict::unavailable : Verdict::unknown, .code = "unreadable"};
        if (uploads) {
            auto& media = progress["media"];
            if (!media.is_array()) media = base::json::Array{};
            media.get_array().emplace_back(id);
        } else {
            network::add_published(progress, id, c.server + "/" + id);
        }
        return out;
    }
    [[nodiscard]] std::optional<Request> find_own(const Connection& c, const Draft& draft,
                                                  const Progress& progress) const override {
        const auto done = network::published(progress);
        return request_to(c, "own", "own?to=" + (done.empty() ? draft.to : done.back()));
    }
    [[nodiscard]] std::optional<Request> erase(const Connection& c, const std::string& id) const override {
        auto request = request_to(c, "erase", "erase/" + id);
        request.method = "POST";
        return request;
    }
    [[nodiscard]] Found read_own(const Connection& c, const Draft& draft, Progress& progress,
                                 const Response& response) const override {
        auto body = network::read_json(response.body);
        if (!body) return Found::cannot_tell;
        const auto done = network::published(progress);
        const auto parts = parts_of(c, draft);
        if (done.size() >= parts.size()) return Found::cannot_tell;
        for (const auto* entry : network::each_in(*body, "entries")) {
            if (network::text_in(*entry, "text") != parts[done.size()]) continue;
            const auto id = network::text_in(*entry, "id");
            if (std::ranges::find(draft.others, id) != draft.others.end()) continue;
            network::add_published(progress, id, c.server + "/" + id);
            return Found::yes;
        }
        return Found::no;
    }
    [[nodiscard]] std::chrono::seconds same_key_for() const override {
        return is_hasty_ ? std::chrono::seconds(0) : std::chrono::hours(1);
    }

    [[nodiscard]] Judgement judge_reading(const Answer& answer) const override {
        return judged(answer, false);
    }

private:
    bool is_hasty_;

    static std::vector<std::string> uploaded(const Progress& progress) {
        std::vector<std::string> out;
        if (const auto* media = progress.if_contains("media"); media && media->is_array())
            for (const auto& id : media->get_array())
                if (id.is_string()) out.emplace_back(id.get_string());
        return out;
    }
    [[nodiscard]] std::vector<std::string> parts_of(const Connection& c, const Draft& draft) const {
        return network::split_text(draft.text, limits(c).text,
                                   draft.to_handle.empty() ? std::string() : draft.to_handle + " ");
    }
    static Judgement judged(const Answer& answer, bool publishes) {
        auto out = network::judge_status(answer, publishes);
        if (!answer.response || out.verdict == Verdict::ok) return out;
        if (auto body = network::read_json(answer.response->body))
            if (auto error = network::text_in(*body, "error"); !error.empty()) out.code = error;
        if (out.code == "expired") out.verdict = Verdict::expired;
        if (const auto reset = network::header_of(answer.response->headers, "x-reset"); !reset.empty())
            if (auto seconds = base::parse_id(reset))
                out.again_at = base::Time{} + std::chrono::seconds(*seconds);
        return out;
    }
};

} // namespace

network::ChannelPtr make_channel(Temperament temperament) {
    return std::make_shared<SimulatedChannel>(temperament);
}

} // namespace channels::simulated
