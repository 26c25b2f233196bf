// What the conformance suite has to know of a network: how it says each thing. An adapter is that network in
// miniature, written after its documents; the suite makes everything go wrong around it. What cannot happen
// at a network has a reason, which the suite prints.
#pragma once
#include "network/connection_actions.h"
#include "network/services.h"

#include <set>

namespace tests::conformance {

using network::Answer;
using network::Request;
using network::Response;
using network::Verdict;

/// Something said there: by a citizen, or by the account itself.
struct Told {
    int n = 0; ///< its number; the adapter makes an id of it
    std::string text;
    base::Time at{};
    items::Change change = items::Change::create;
    bool is_own = false;
    int to = 0;           ///< answers this one
    std::string key = {}; ///< that it was sent with
};

/// A refusal, and what it means for sending and for reading.
struct Refusal {
    std::string_view what;
    Response response;
    Verdict sending;
    Verdict reading;
};

/// "Too many", and when one may ask again; between `from` and `to` after the answer.
struct Reset {
    std::string_view what;
    Response response;
    std::chrono::seconds from;
    std::chrono::seconds to;
};

/// Cases that are not the same for every network.
enum class Can { list, push, edit, remove, echo, refresh, ask_again, cursor, media, send };

class Adapter {
public:
    explicit Adapter(base::Now now) : now_(std::move(now)) {}
    virtual ~Adapter() = default;
    Adapter(const Adapter&) = delete;
    Adapter& operator=(const Adapter&) = delete;

    [[nodiscard]] virtual network::ChannelPtr channel() const = 0;
    /// What an administrator enters.
    [[nodiscard]] virtual network::NewConnection entered() const = 0;
    /// As it is after connecting.
    [[nodiscard]] network::Connection connection() const;
    /// Empty when the network can.
    [[nodiscard]] virtual std::string why_not(Can /*what*/) const { return {}; }

    /// The network, when nothing goes wrong.
    [[nodiscard]] virtual Response serve(const Request& request) = 0;
    /// What is asked for to see what is new, and its answer.
    [[nodiscard]] virtual std::string list() const { return {}; }
    /// A push, signed as the network signs.
    [[nodiscard]] virtual network::Push push(const Told& /*told*/) const { return {}; }
    /// `item.network_id` of a thing.
    [[nodiscard]] virtual std::string id_of(int n) const { return std::to_string(1000 + n); }

    /// The list with things in it that nobody has heard of; empty for JSON, where the suite puts them in.
    [[nodiscard]] virtual std::string strange_list() const { return {}; }
    [[nodiscard]] virtual std::vector<Reset> resets() const = 0;
    [[nodiscard]] virtual std::vector<Refusal> refusals() const = 0;
    /// Of a page whose cursor the network forgot.
    [[nodiscard]] virtual Response cursor_gone() const { return answer(R"({"error":"bad cursor"})", 400); }

    /// A citizen says something; its number.
    int citizen(std::string text, base::Time at);
    int citizen(std::string text) { return citizen(std::move(text), now_()); }
    [[nodiscard]] int count_own(std::string_view text) const;

    std::vector<Told> world; ///< oldest first

protected:
    /// The account says something, once for each key; its number.
    int say(std::string text, int to = 0, const std::string& key = {});
    [[nodiscard]] base::Time now() const { return now_(); }
    [[nodiscard]] const Told* find(int n) const;
    /// The number of an id.
    [[nodiscard]] int number_of(std::string_view id) const;
    [[nodiscard]] std::string joined(bool newest_first, const std::function<std::string(const Told&)>& as,
                                     const std::function<bool(const Told&)>& is_in = {}) const;

    [[nodiscard]] static Response answer(std::string body, int status = 200,
                                         std::vector<network::Header> headers = {}) {
        return {.status = status, .headers = std::move(headers), .body = std::move(body)};
    }
    /// Of a form body or a query.
    [[nodiscard]] static std::string field(std::string_view form, std::string_view name);
    [[nodiscard]] static std::string member(std::string_view json, std::string_view path);
    [[nodiscard]] static bool has(const Request& request, std::string_view part) {
        return request.url.find(part) != std::string::npos;
    }
    [[nodiscard]] static std::string quoted(std::string_view text);
    [[nodiscard]] static std::string seconds(base::Time at) { return std::to_string(base::to_ms(at) / 1000); }
    [[nodiscard]] std::string in_seconds(int after) const {
        return seconds(now_() + std::chrono::seconds(after));
    }

private:
    base::Now now_;
};

using AdapterPtr = std::unique_ptr<Adapter>;

/// By name of the network, in the order of the table in docs/reliability.md.
[[nodiscard]] std::vector<std::string> names();
[[nodiscard]] AdapterPtr adapter(const std::string& name, base::Now now);

AdapterPtr make_mastodon(base::Now now);
AdapterPtr make_telegram(base::Now now);
AdapterPtr make_bluesky(base::Now now);
AdapterPtr make_x(base::Now now);
AdapterPtr make_facebook(base::Now now);
AdapterPtr make_instagram(base::Now now);
AdapterPtr make_threads(base::Now now);
AdapterPtr make_whatsapp(base::Now now);
AdapterPtr make_youtube(base::Now now);
AdapterPtr make_activitypub(base::Now now);
AdapterPtr make_rss(base::Now now);
AdapterPtr make_simulated(base::Now now);

} // namespace tests::conformance
