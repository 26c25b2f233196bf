#include "channels/mail/mailbox_channel.h"

#include "base/text.h"
#include "channels/mail/incoming.h"
#include "channels/mail/mime.h"
#include "network/imap_exchange.h"
#include "people/contact.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace channels::mail {
namespace {

using namespace network;

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::chrono::minutes waits_for_news{24}; // servers end a wait after 30 minutes (RFC 2177)

/// "VALIDITY:UID": up to there everything was read.
struct Mark {
    std::uint32_t validity = 0;
    std::uint32_t uid = 0;
};

template <class Number> Number number(std::string_view text) {
    Number out{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size() ? out : Number{};
}

Mark read_mark(std::string_view text) {
    const auto parts = base::split(text, ':');
    if (parts.size() != 2) return {};
    return {.validity = number<std::uint32_t>(parts[0]), .uid = number<std::uint32_t>(parts[1])};
}

constexpr std::string_view tls = "tls";
constexpr std::string_view starttls = "starttls";

/// The address as it was typed, with the scheme that its security has. Only where none was chosen a typed
/// imap:// stays plain, which goes out in test mode alone.
std::string address_of(const Connection& connection) {
    const auto security = connection.secret("security");
    const auto scheme = connection.server.find("://");
    const auto host = scheme == std::string::npos ? connection.server : connection.server.substr(scheme + 3);
    const bool is_plain = security.empty() && connection.server.starts_with("imap://");
    return (security == starttls || is_plain ? "imap://" : "imaps://") + host;
}

MailboxQuestion question(const Connection& connection) {
    const auto user = connection.secret("user");
    const auto folder = connection.secret("folder");
    return {.server = address_of(connection),
            .has_starttls = connection.secret("security") == starttls,
            .user = std::string(user.empty() ? connection.secret("address") : user),
            .password = std::string(connection.secret("password")),
            .folder = folder.empty() ? "INBOX" : std::string(folder)};
}

std::int64_t since_day(const Connection& connection) {
    const auto* since = connection.facts.if_contains("since_day");
    return since && since->is_int64() ? since->get_int64() : 0;
}

Own own_of(const Connection& connection) {
    return {.address = connection.own_id, .auth_server = std::string(connection.secret("auth_server"))};
}

class MailboxChannel final : public Channel {
public:
    [[nodiscard]] std::string_view network() const override { return "mail"; }
    [[nodiscard]] Limits limits(const Connection& /*connection*/) const override { return {}; }

    [[nodiscard]] std::vector<Field> fields() const override {
        return {
            {.name = "server", .is_secret = false, .example = "imaps://imap.contoh.go.id:993"},
            {.name = "security",
             .is_secret = false,
             .is_needed = false,
             .options = {std::string(tls), std::string(starttls)}},
            {.name = "address", .is_secret = false, .example = "posko@contoh.go.id"},
            {.name = "user", .is_secret = false, .example = "posko@contoh.go.id", .is_needed = false},
            {.name = "password", .is_secret = true},
            {.name = "folder", .is_secret = false, .example = "INBOX", .is_needed = false},
            {.name = "auth_server", .is_secret = false, .example = "mx.contoh.go.id", .is_needed = false}};
    }
    [[nodiscard]] Request ask_self(const Connection& connection) const override {
        auto q = question(connection);
        q.most = 0;
        return to_request("imap.open", q);
    }
    [[nodiscard]] base::Result<Self> read_self(const Connection& connection,
                                               const Response& response) const override {
        auto address = people::checked_email(base::trim(connection.secret("address")), "address");
        if (!address) return base::fail_field("address", "field.invalid");
        Self self{.own_id = base::lower_ascii(*address), .handle = *address};
        // Counted from the day before it was first connected: what citizens wrote while it was being set up.
        if (since_day(connection) == 0)
            self.facts["since_day"] = mailbox_answer(response).now_ms / day_ms - 1;
        return self;
    }

    [[nodiscard]] std::vector<Source> sources(const Connection& /*connection*/) const override {
        return {{.name = "mails", .order = Order::oldest_first}};
    }
    [[nodiscard]] Request ask_page(const Connection& connection, const Source& /*source*/,
                                   const Walk& walk) const override {
        const auto mark = read_mark(walk.mark);
        auto q = question(connection);
        q.validity = mark.validity;
        q.after = mark.uid;
        q.since_day = std::max(since_day(connection), std::int64_t{1});
        return to_request("imap.fetch", q);
    }
    [[nodiscard]] base::Result<Page> read_page(const Connection& connection, const Source& /*source*/,
                                               const Walk& walk, const Response& response) const override {
        const auto answer = mailbox_answer(response);
        const auto own = own_of(connection);
        Page page;
        page.counted = answer.count;
        page.begins_anew = answer.has_begun_anew;
        Mark mark = read_mark(walk.mark);
        if (answer.has_begun_anew) mark = {.validity = answer.validity};
        for (const auto& message : answer.messages) {
            auto meaning = meaning_of({.bytes = message.bytes,
                                       .is_cut = message.bytes.size() < message.size,
                                       .at = base::time_from_ms(message.arrived_ms),
                                       .place = fmt::format("mail:{}/{}", answer.validity, message.uid)},
                                      own);
            if (meaning.left_out) ++page.left_out;
            if (meaning.event) page.events.push_back(std::move(*meaning.event));
            ++page.read;
            mark.uid = std::max(mark.uid, message.uid);
        }
        if (mark.uid > 0) page.mark = fmt::format("{}:{}", mark.validity, mark.uid);
        // Without a mark the next page would be this one again.
        if (answer.has_more && mark.uid > 0) page.cursor = "more";
        page.has_reached = page.cursor.empty();
        return page;
    }
    [[nodiscard]] std::optional<Request> ask_news(const Connection& connection) const override {
        auto q = question(connection);
        auto request = to_request("imap.idle", q);
        request.longest = waits_for_news;
        return request;
    }

    [[nodiscard]] Request ask_media(const Connection& connection, const std::string& url) const override {
        auto q = question(connection);
        const auto place = read_picture_place(url).value_or(PicturePlace{.uid = 0xffff'ffff});
        q.validity = place.validity;
        q.only = place.uid;
        return to_request("imap.picture", q);
    }
    [[nodiscard]] base::Result<std::string>
    media_bytes(const Connection& /*connection*/, const std::string& url, Response response) const override {
        const auto place = read_picture_place(url);
        const auto answer = mailbox_answer(response);
        if (!place || answer.messages.empty())
            return base::fail(base::Kind::not_found, "media.unknown", "the mail is not there any more");
        auto bytes = picture_in(answer.messages.front().bytes, place->part);
        if (bytes.empty()) return base::fail(base::Kind::invalid, "media.unreadable");
        return bytes;
    }

    [[nodiscard]] bool takes_pushes() const override { return false; }
    [[nodiscard]] bool can_send() const override { return false; }
    [[nodiscard]] std::optional<Step> next(const Connection& /*connection*/, const Draft& /*draft*/,
                                           const Progress& /*progress*/) const override {
        return {};
    }
    [[nodiscard]] Judgement judge(const Connection& /*connection*/, const Draft& /*draft*/,
                                  Progress& /*progress*/, const Answer& /*answer*/) const override {
        return {.verdict = Verdict::rejected, .code = "no_sending"};
    }
    [[nodiscard]] Judgement judge_reading(const Answer& answer) const override {
        if (!answer.response) return {.verdict = Verdict::unavailable, .code = "unreachable"};
        switch (answer.response->status) {
        case 200: return {.verdict = Verdict::ok};
        case 401: return {.verdict = Verdict::revoked, .code = "sign_in"};
        case 404: return {.verdict = Verdict::rejected, .code = "no_folder"};
        // Somebody between may take it away for a while: asked again, and never without it.
        case no_starttls_status: return {.verdict = Verdict::unavailable, .code = std::string(no_starttls)};
        default: return {.verdict = Verdict::unavailable, .code = "broken"};
        }
    }
};

} // namespace

network::ChannelPtr make_mailbox_channel() {
    return std::make_shared<const MailboxChannel>();
}

} // namespace channels::mail
