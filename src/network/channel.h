// The port: what a connector of one network implements. Without I/O: it builds requests and reads bytes.
// Sockets, time, storage and trying again belong to the core (network/ for receiving, outgoing/ for sending).
// Every function is pure and thread-safe; bytes from outside never throw: what cannot be read is a Problem
// `network.unreadable`, what is unknown in it is skipped.
#pragma once
#include "base/json.h"
#include "items/item_in.h"
#include "network/exchange.h"
#include "network/limits.h"

#include <map>
#include <memory>

namespace network {

/// An account as its connector knows it, with its secrets opened for the moment.
struct Connection {
    std::string server; ///< "https://mastodon.example"; without a slash at the end
    std::string own_id; ///< the account's id on the network: what it wrote itself is no report
    std::string handle; ///< "@dpudki@mastodon.example"
    std::map<std::string, std::string, std::less<>> secrets =
        {}; ///< "token", "refresh_token", "app_secret", ...
    base::json::Object facts =
        {}; ///< what the connector keeps of the account: limits of its server, page ids

    /// Empty when there is none.
    [[nodiscard]] std::string_view secret(std::string_view name) const {
        auto found = secrets.find(name);
        return found == secrets.end() ? std::string_view() : std::string_view(found->second);
    }
};

// --- signing in
// ---------------------------------------------------------------------------------------------

/// What a person is asked for when an account is connected.
struct Field {
    std::string name; ///< of a secret, or "server"
    bool is_secret = true;
    std::string example = {};
    bool is_needed = true;
    std::vector<std::string> options = {}; ///< one of these; empty: whatever is typed
};

/// Who the token speaks for, as the network itself says.
struct Self {
    std::string own_id;
    std::string handle;
    std::vector<std::string> missing = {}; ///< rights that it lacks, by the network's names
    base::json::Object facts = {};         ///< to keep in the connection
};

struct Tokens {
    std::map<std::string, std::string, std::less<>> secrets; ///< those that changed
    std::optional<base::Time> expires_at = {};
};

// --- receiving
// ----------------------------------------------------------------------------------------------

/// In which order a network gives what is new.
enum class Order {
    oldest_first, ///< after a mark, forward: each page moves the mark
    newest_first, ///< back from now until the mark is met
};

/// Something that is looked through again and again: "mentions", "thread:109348".
struct Source {
    std::string name;
    Order order = Order::oldest_first;
};

/// Where looking through stands. Both are the connector's own words.
struct Walk {
    std::string mark;   ///< up to here everything is held; empty: nothing yet
    std::string cursor; ///< the next page; empty: the first
};

/// A mail of ours that came back (RFC 3464).
struct Returned {
    std::string mail;   ///< what stands before the @ of its Message-ID; not proven yet
    std::string status; ///< "5.1.1"; may be empty
};

/// A message of ours that the network had taken and then could not bring to whom it was for.
struct Undelivered {
    std::string key;  ///< of its draft, the same for every attempt
    std::string id;   ///< under which it had been published
    std::string code; ///< the network's own; may be empty
};

/// One thing that the network says.
struct Event {
    items::ItemIn item;      ///< `root` is given for everything in a thread
    bool is_own = false;     ///< written by the account itself: settles what was sent, is no report
    std::string thread = {}; ///< source in which it stands, when that can be looked through: "thread:109348"
    std::optional<Returned> returned = {};       ///< it says that and nothing else
    std::optional<Undelivered> undelivered = {}; ///< likewise
};

struct Page {
    std::vector<Event> events;
    std::string mark;           ///< of the newest thing on it; empty: as before
    std::string cursor;         ///< the page after; empty: there is none
    bool has_reached = true;    ///< the walk met its mark, or the end of what there is
    std::size_t unreadable = 0; ///< entries that could not be understood
    // Of sources that can be counted from one moment on:
    std::optional<std::int64_t> counted = {}; ///< how many there are since then
    std::size_t read = 0;                     ///< on this page
    std::size_t left_out = 0;                 ///< of these, that become no item
    bool begins_anew = false; ///< what was read before the mark counts for nothing: it is read again
};

/// A push as it came over the wire.
struct Push {
    std::string method;
    std::string query; ///< as it was sent, without '?'
    std::vector<Header> headers;
    std::string body;
};

/// What a push is answered at once, before anything in it is understood.
struct PushAnswer {
    int status = 200;
    std::string content_type = "text/plain";
    std::string body = {};
    bool is_kept = false; ///< to be journaled: only what is proven to come from the network
};

// --- sending
// ------------------------------------------------------------------------------------------------

struct Picture {
    std::string mime;
    std::string bytes; ///< loaded for the step that needs them; empty otherwise
    std::string alt;
    int width = 0;
    int height = 0;
};

/// Something to be said.
struct Draft {
    std::string key;  ///< chosen by the core; the same for every attempt: for networks that know idempotency
    std::string text; ///< without mentions; whole
    std::string language = "id";
    items::Visibility visibility = items::Visibility::public_;
    std::string to = {};              ///< network id of the item that is answered; empty: a post of its own
    std::string to_author = {};       ///< network id of whom it answers
    std::string to_handle = {};       ///< "@warga@mastodon.example": to be mentioned; empty: nobody is named
    std::string root = {};            ///< of the thread
    base::json::Object to_facts = {}; ///< what the connector needs of the item besides (a cid)
    std::vector<Picture> pictures = {};
    std::vector<std::string> others = {}; ///< ids of our posts that are known to be something else
};

/// What has been done of a draft: the connector's own words, kept by the core after every step.
using Progress = base::json::Object;

struct Step {
    Request request;
    bool publishes = false; ///< afterwards it can be seen. Lost in between, it may have happened.
};

enum class Verdict {
    ok,          ///< done; go on with the next step, if there is one
    pending,     ///< taken, not ready: the same step again at `again_at`
    rejected,    ///< for good: words, file or target do not suit
    limited,     ///< not taken, too many: again at `again_at`
    unavailable, ///< certainly not taken: again later
    expired,     ///< the token: refresh it
    revoked,     ///< the token: a person connects the account again
    forbidden,   ///< a right is missing, or this one may not be answered
    gone,        ///< what is answered is no more there
    unknown,     ///< may have happened
};

struct Judgement {
    Verdict verdict = Verdict::unknown;
    std::string code =
        {}; ///< for staff: the network's own code or words, without secrets, at most 200 characters
    std::optional<base::Time> again_at = {};
};

/// What was looked for: whether an own post of the draft stands on the network.
enum class Found { yes, no, cannot_tell };

// --- numbers
// ------------------------------------------------------------------------------------------------

/// How much the network still takes, as an answer said.
struct Usage {
    std::string scope; ///< "account", "app", or the name of a request
    std::int64_t limit = 0;
    std::int64_t remaining = 0;
    std::optional<base::Time> resets_at = {};
};

class Channel {
public:
    Channel() = default;
    virtual ~Channel() = default;
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;

    /// As accounts have it: "mastodon".
    [[nodiscard]] virtual std::string_view network() const = 0;
    [[nodiscard]] virtual Limits limits(const Connection& connection) const = 0;
    /// False while it was only tried against a contract mock of ours.
    [[nodiscard]] virtual bool is_verified() const { return true; }

    // Signing in
    [[nodiscard]] virtual std::vector<Field> fields() const = 0;
    /// What an account makes by itself when it is connected, as a key; the only function that draws by
    /// chance.
    [[nodiscard]] virtual std::map<std::string, std::string, std::less<>>
    made_secrets(const Connection& /*connection*/) const {
        return {};
    }
    /// Asked when an account is connected, and each day: does the token live, and for whom.
    [[nodiscard]] virtual Request ask_self(const Connection& connection) const = 0;
    [[nodiscard]] virtual base::Result<Self> read_self(const Connection& connection,
                                                       const Response& response) const = 0;
    /// Empty when tokens of the network do not run out.
    [[nodiscard]] virtual std::optional<Request> refresh(const Connection& /*connection*/) const {
        return {};
    }
    [[nodiscard]] virtual base::Result<Tokens> read_tokens(const Response& /*response*/,
                                                           base::Time /*now*/) const {
        return base::fail(base::Kind::unsupported, "network.no_refresh");
    }

    // Receiving by asking
    [[nodiscard]] virtual std::vector<Source> sources(const Connection& connection) const = 0;
    [[nodiscard]] virtual Request ask_page(const Connection& connection, const Source& source,
                                           const Walk& walk) const = 0;
    [[nodiscard]] virtual base::Result<Page> read_page(const Connection& connection, const Source& source,
                                                       const Walk& walk, const Response& response) const = 0;
    /// How many there are, where the network says so.
    [[nodiscard]] virtual std::optional<Request> ask_count(const Connection& /*connection*/,
                                                           const Source& /*source*/) const {
        return {};
    }
    [[nodiscard]] virtual base::Result<std::int64_t> read_count(const Response& /*response*/) const {
        return base::fail(base::Kind::unsupported, "network.no_count");
    }

    /// Answered when something new is there (Carrier::wait_for_news); empty where a network cannot say so.
    [[nodiscard]] virtual std::optional<Request> ask_news(const Connection& /*connection*/) const {
        return {};
    }

    // Receiving by push
    /// False for a network that never sends anything by itself.
    [[nodiscard]] virtual bool takes_pushes() const { return true; }
    /// Proves the sender in constant time on the raw bytes, and answers a network's challenge.
    [[nodiscard]] virtual PushAnswer answer_push(const Connection& /*connection*/, const Push& /*push*/,
                                                 base::Time /*now*/) const {
        return {.status = 404};
    }
    /// An app of this network has one address for all of its accounts: what comes there may be for any of
    /// them.
    [[nodiscard]] virtual bool shares_pushes() const { return false; }
    [[nodiscard]] virtual base::Result<std::vector<Event>> read_push(const Connection& /*connection*/,
                                                                     std::string_view /*body*/) const {
        return base::fail(base::Kind::unsupported, "network.no_push");
    }

    /// How the bytes of a picture in an item are fetched: from what `item.media[].url` says. Some need a
    /// question first; then `read_media` gives the request for the bytes themselves.
    [[nodiscard]] virtual Request ask_media(const Connection& connection, const std::string& url) const;
    [[nodiscard]] virtual std::optional<Request> read_media(const Connection& /*connection*/,
                                                            const Response& /*response*/) const {
        return {};
    }
    /// The bytes of the picture in what came for it.
    [[nodiscard]] virtual base::Result<std::string>
    media_bytes(const Connection& /*connection*/, const std::string& /*url*/, Response response) const {
        return std::move(response.body);
    }

    // Sending
    /// False where answers go out another way: those to mails leave through the installation's own relay.
    [[nodiscard]] virtual bool can_send() const { return true; }
    /// The next request for the draft; empty when everything is done. Pictures have their bytes when
    /// `needs_bytes` says so.
    [[nodiscard]] virtual std::optional<Step> next(const Connection& connection, const Draft& draft,
                                                   const Progress& progress) const = 0;
    [[nodiscard]] virtual bool needs_bytes(const Draft& /*draft*/, const Progress& /*progress*/) const {
        return true;
    }
    /// What came of the step that `next` gave for this progress. With ok, `progress` is moved on; a published
    /// post's id stands in its "ids", its address in "url".
    [[nodiscard]] virtual Judgement judge(const Connection& connection, const Draft& draft,
                                          Progress& progress, const Answer& answer) const = 0;
    /// How to see whether the publishing step of this progress happened; empty where no network can say.
    [[nodiscard]] virtual std::optional<Request>
    find_own(const Connection& /*connection*/, const Draft& /*draft*/, const Progress& /*progress*/) const {
        return {};
    }
    /// With yes, `progress` is moved on as `judge` would have.
    [[nodiscard]] virtual Found read_own(const Connection& /*connection*/, const Draft& /*draft*/,
                                         Progress& /*progress*/, const Response& /*response*/) const {
        return Found::cannot_tell;
    }
    /// Whether sending the publishing step again with the same key cannot say it twice, until this long after
    /// the first attempt.
    [[nodiscard]] virtual std::chrono::seconds same_key_for() const { return std::chrono::seconds{0}; }

    // Taking back
    /// Takes back what was published under an id; may be repeated, gone counts as done. Empty where the
    /// network has no way, or where the post stands on this server itself.
    [[nodiscard]] virtual std::optional<Request> erase(const Connection& /*connection*/,
                                                       const std::string& /*id*/) const {
        return {};
    }

    // Numbers
    [[nodiscard]] virtual std::vector<Usage> usage(const Request& /*request*/, const Response& /*response*/,
                                                   base::Time /*now*/) const {
        return {};
    }
    /// What a response means that is not about a draft: reading, refreshing.
    [[nodiscard]] virtual Judgement judge_reading(const Answer& answer) const = 0;
};

using ChannelPtr = std::shared_ptr<const Channel>;

/// Ids of what was published, in order; empty before.
[[nodiscard]] std::vector<std::string> published(const Progress& progress);
void add_published(Progress& progress, const std::string& id, const std::string& url);

/// The usual reading of a status: 2xx ok; 401 `revoked`; 403 forbidden; 404, 410 gone; 408, 425 and 5xx
/// unavailable; 429 limited with Retry-After; other 4xx rejected. Without a response: unavailable when it
/// certainly did not arrive, else unknown. A 5xx or 408 on a step that publishes is unknown, too.
[[nodiscard]] Judgement judge_status(const Answer& answer, bool publishes);

} // namespace network
