#include "channels/rss/rss_channel.h"

#include "base/encode.h"
#include "base/text.h"
#include "channels/rss/feed.h"
#include "network/json_reading.h"
#include "network/listening.h"

#include <algorithm>
#include <map>
#include <ranges>

namespace channels::rss {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::minutes usual_wait = 15min;
constexpr std::chrono::minutes longest_wait = 24h;
constexpr std::string_view source_name = "feed";

/// As it was typed; "https://" where nothing else is said.
std::string address_of(const network::Connection& connection) {
    const std::string typed(base::trim(connection.secret("feed")));
    return typed.empty() || typed.contains("://") ? typed : "https://" + typed;
}

std::string host_of(std::string_view address) {
    const auto from = address.find("://");
    if (from != std::string_view::npos) address.remove_prefix(from + 3);
    return std::string(address.substr(0, address.find_first_of("/?#")));
}

/// What is known of the feed: under which marks of its server it lay there, and what each entry said.
struct Mark {
    std::string etag;
    std::string modified;
    std::map<std::string, std::string, std::less<>> held; ///< id -> fingerprint
};

Mark read_mark(const std::string& text) {
    Mark out;
    const auto value =
        text.empty() ? base::Result<base::json::Value>(base::json::Object{}) : base::json::parse(text);
    if (!value || !value->is_object()) return out;
    out.etag = network::text_in(*value, "etag");
    out.modified = network::text_in(*value, "modified");
    if (const auto* held = network::find_in(*value, "held"); held && held->is_object())
        for (const auto& [id, print] : held->get_object())
            if (print.is_string()) out.held.emplace(id, std::string(print.get_string()));
    return out;
}

std::string write_mark(const Mark& mark) {
    base::json::Object held;
    for (const auto& [id, print] : mark.held)
        held[id] = print;
    base::json::Object out{{"held", std::move(held)}};
    if (!mark.etag.empty()) out["etag"] = mark.etag;
    if (!mark.modified.empty()) out["modified"] = mark.modified;
    return boost::json::serialize(out);
}

/// Sent back as it came, if a header may hold it.
std::string marked(const network::Response& response, std::string_view name) {
    const auto value = network::header_of(response.headers, name);
    const bool is_plain = std::ranges::all_of(value, [](unsigned char c) { return c >= 0x20 && c < 0x7f; }) &&
                          value.size() <= 300;
    return is_plain ? std::string(value) : std::string();
}

network::Request request_for(const network::Connection& connection) {
    return {.name = "feed.get",
            .url = address_of(connection),
            .headers = {{"Accept", "application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, "
                                   "application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1"}},
            .largest = largest_feed};
}

items::ItemIn item_of(const Entry& entry, const network::Connection& connection, bool is_edit,
                      std::optional<base::Time> asked_at) {
    // Without a date it is as old as the answer; a date to come is a mistake, or a trick to stand first.
    auto at = entry.at;
    if (asked_at && (!at || *at > *asked_at + 1h)) at = asked_at;
    items::ItemIn out{.network_id = entry.id,
                      .type = is_edit ? items::Change::update : items::Change::create,
                      .author = {.network_id = host_of(address_of(connection)),
                                 .name = connection.handle,
                                 .handle = host_of(address_of(connection))},
                      .created_at = at.value_or(base::Time{}),
                      .visibility = items::Visibility::public_,
                      .root = entry.id};
    out.text = entry.title;
    if (!entry.text.empty() && entry.text != entry.title)
        out.text += (out.text.empty() ? "" : "\n\n") + entry.text;
    if (!entry.url.empty()) out.url = entry.url;
    return out;
}

class Rss final : public network::Channel, public network::ListensOnly {
public:
    [[nodiscard]] std::string_view network() const override { return network_code; }
    [[nodiscard]] network::Limits limits(const network::Connection& /*connection*/) const override {
        return {};
    }
    [[nodiscard]] std::chrono::minutes look_every(const network::Connection& connection) const override {
        const auto* asked = connection.facts.if_contains("minutes");
        const auto minutes =
            asked && asked->is_int64() ? std::chrono::minutes(asked->get_int64()) : usual_wait;
        return std::clamp(minutes, usual_wait, longest_wait);
    }

    [[nodiscard]] std::vector<network::Field> fields() const override {
        return {{.name = "feed", .is_secret = false, .example = "https://www.contoh.go.id/feed"}};
    }
    [[nodiscard]] network::Request ask_self(const network::Connection& connection) const override {
        return request_for(connection);
    }
    [[nodiscard]] base::Result<network::Self> read_self(const network::Connection& connection,
                                                        const network::Response& response) const override {
        const auto address = address_of(connection);
        auto feed = read_feed(response.body, address);
        if (!feed) return base::fail(base::Kind::invalid, "network.no_feed", feed.error().detail);
        network::Self out{.own_id = address, .handle = feed->title.empty() ? host_of(address) : feed->title};
        out.facts["minutes"] = feed->minutes.value_or(static_cast<int>(usual_wait.count()));
        return out;
    }

    [[nodiscard]] std::vector<network::Source>
    sources(const network::Connection& /*connection*/) const override {
        return {{.name = std::string(source_name), .order = network::Order::oldest_first}};
    }
    [[nodiscard]] network::Request ask_page(const network::Connection& connection,
                                            const network::Source& /*source*/,
                                            const network::Walk& walk) const override {
        auto out = request_for(connection);
        const auto mark = read_mark(walk.mark);
        if (!mark.etag.empty()) out.headers.push_back({"If-None-Match", mark.etag});
        if (!mark.modified.empty()) out.headers.push_back({"If-Modified-Since", mark.modified});
        return out;
    }
    [[nodiscard]] base::Result<network::Page> read_page(const network::Connection& connection,
                                                        const network::Source& /*source*/,
                                                        const network::Walk& walk,
                                                        const network::Response& response) const override {
        network::Page page;
        if (response.status == 304) return page;
        auto feed = read_feed(response.body, address_of(connection));
        if (!feed) return base::pass(feed);
        const auto before = read_mark(walk.mark);
        const auto asked_at = read_date(network::header_of(response.headers, "date"));
        Mark now{.etag = marked(response, "etag"), .modified = marked(response, "last-modified"), .held = {}};
        bool meets = before.held.empty() || feed->entries.empty();
        page.unreadable = feed->unreadable;
        // The newest stand first, as a rule: so they come in the order in which they were written.
        for (const auto& entry : std::views::reverse(feed->entries)) {
            const auto known = before.held.find(entry.id);
            const bool is_known = known != before.held.end();
            meets = meets || is_known;
            now.held.emplace(entry.id, entry.fingerprint);
            if (is_known && known->second == entry.fingerprint) continue;
            auto item = item_of(entry, connection, is_known, asked_at);
            if (item.created_at == base::Time{})
                ++page.unreadable;
            else
                page.events.push_back({.item = std::move(item)});
        }
        // Nothing of what stood there stands there any more: what came and went in between is lost.
        page.has_reached = meets;
        page.mark = write_mark(now);
        return page;
    }

    [[nodiscard]] bool takes_pushes() const override { return false; }
    [[nodiscard]] bool can_send() const override { return false; }
    [[nodiscard]] std::optional<network::Step> next(const network::Connection& /*connection*/,
                                                    const network::Draft& /*draft*/,
                                                    const network::Progress& /*progress*/) const override {
        return std::nullopt;
    }
    [[nodiscard]] network::Judgement judge(const network::Connection& /*connection*/,
                                           const network::Draft& /*draft*/, network::Progress& /*progress*/,
                                           const network::Answer& /*answer*/) const override {
        return {.verdict = network::Verdict::rejected, .code = "listens_only"};
    }
    [[nodiscard]] network::Judgement judge_reading(const network::Answer& answer) const override {
        if (answer.response && answer.response->status == 304) return {.verdict = network::Verdict::ok};
        auto out = network::judge_status(answer, /*publishes=*/false);
        // There is no token that could run out: the feed is not open to everybody.
        if (out.verdict == network::Verdict::revoked) out.verdict = network::Verdict::forbidden;
        return out;
    }
};

} // namespace

network::ChannelPtr make_channel() {
    return std::make_shared<Rss>();
}

} // namespace channels::rss
