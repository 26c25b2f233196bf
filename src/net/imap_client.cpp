#include "net/imap_client.h"

#include <algorithm>
#include <libetpan/libetpan.h>

namespace net {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_kept = 32;
constexpr std::size_t small_talk = 4UL << 20; ///< bytes of answers besides messages
constexpr std::chrono::seconds sign_in_time{20};
constexpr std::chrono::milliseconds stop_each{500};

template <auto free> struct Free {
    template <class T> void operator()(T* it) const noexcept { free(it); }
};
using Uids = std::unique_ptr<clist, Free<mailimap_search_result_free>>;
using Fetched = std::unique_ptr<clist, Free<mailimap_fetch_list_free>>;
using Key = std::unique_ptr<mailimap_search_key, Free<mailimap_search_key_free>>;
using Set = std::unique_ptr<mailimap_set, Free<mailimap_set_free>>;
using Kinds = std::unique_ptr<mailimap_fetch_type, Free<mailimap_fetch_type_free>>;

bool is_fine(int result) {
    return result == MAILIMAP_NO_ERROR || result == MAILIMAP_NO_ERROR_AUTHENTICATED ||
           result == MAILIMAP_NO_ERROR_NON_AUTHENTICATED;
}

/// Each connection has a name of its own, whoever's mailbox it is.
std::string name_of(const ImapMailbox& mailbox) {
    const bool asks = mailbox.security == ImapStream::Security::starttls;
    return mailbox.url + (asks ? "\nSTARTTLS\n" : "\n\n") + mailbox.user + "\n" + mailbox.password + "\n" +
           mailbox.folder;
}

Key since(std::chrono::sys_days day) {
    const std::chrono::year_month_day ymd(day);
    return Key(mailimap_search_key_new_since(mailimap_date_new(
        static_cast<int>(static_cast<unsigned>(ymd.day())),
        static_cast<int>(static_cast<unsigned>(ymd.month())), static_cast<int>(ymd.year()))));
}

std::int64_t ms_of(const mailimap_date_time& at) {
    using namespace std::chrono;
    const year_month_day day(year(at.dt_year), month(static_cast<unsigned>(std::clamp(at.dt_month, 1, 12))),
                             std::chrono::day(static_cast<unsigned>(std::clamp(at.dt_day, 1, 31))));
    const auto zone = hours(at.dt_zone / 100) + minutes(at.dt_zone % 100);
    const auto time = sys_days(day) + hours(at.dt_hour) + minutes(at.dt_min) + seconds(at.dt_sec) - zone;
    return duration_cast<milliseconds>(time.time_since_epoch()).count();
}

/// What a FETCH says of one message.
ImapMessage message_of(const mailimap_msg_att& att) {
    ImapMessage out;
    for (clistiter* at = clist_begin(att.att_list); at; at = clist_next(at)) {
        const auto* item = static_cast<mailimap_msg_att_item*>(clist_content(at));
        if (item->att_type != MAILIMAP_MSG_ATT_ITEM_STATIC) continue;
        const auto& fixed = *item->att_data.att_static;
        switch (fixed.att_type) {
        case MAILIMAP_MSG_ATT_UID: out.uid = fixed.att_data.att_uid; break;
        case MAILIMAP_MSG_ATT_RFC822_SIZE: out.size = fixed.att_data.att_rfc822_size; break;
        case MAILIMAP_MSG_ATT_INTERNALDATE:
            if (fixed.att_data.att_internal_date) out.arrived_ms = ms_of(*fixed.att_data.att_internal_date);
            break;
        case MAILIMAP_MSG_ATT_BODY_SECTION:
            if (const auto* body = fixed.att_data.att_body_section; body && body->sec_body_part)
                out.bytes.assign(body->sec_body_part, body->sec_length);
            break;
        default: break;
        }
    }
    return out;
}

Kinds about() {
    Kinds kinds(mailimap_fetch_type_new_fetch_att_list_empty());
    for (auto* each : {mailimap_fetch_att_new_uid(), mailimap_fetch_att_new_rfc822_size(),
                       mailimap_fetch_att_new_internaldate()})
        mailimap_fetch_type_new_fetch_att_list_add(kinds.get(), each);
    return kinds;
}

} // namespace

class ImapClient::Session {
public:
    Session(std::unique_ptr<ImapStream> stream, mailimap* imap) : stream_(std::move(stream)), imap_(imap) {}
    ~Session() {
        // Says good-bye and waits for no answer: the connection may be gone.
        stream_->allow(Clock::now(), 0);
        mailimap_free(imap_);
    }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    static std::unique_ptr<Session> open(const ImapStream::Settings& settings, const ImapMailbox& mailbox,
                                         ImapFate& fate) {
        fate = ImapFate::unreachable;
        ImapStream::Refusal refusal{};
        auto stream = ImapStream::open(settings, mailbox.url, mailbox.security, refusal);
        if (!stream && refusal == ImapStream::Refusal::no_starttls) fate = ImapFate::no_starttls;
        if (!stream) return nullptr;
        stream->allow(Clock::now() + sign_in_time, small_talk);
        auto* imap = mailimap_new(0, nullptr);
        if (!imap) throw std::bad_alloc();
        auto* bytes = stream->stream();
        auto session = std::make_unique<Session>(std::move(stream), imap);
        fate = ImapFate::broken;
        if (!is_fine(mailimap_connect(imap, bytes))) return nullptr;
        const int signed_in = mailimap_login(imap, mailbox.user.c_str(), mailbox.password.c_str());
        if (!is_fine(signed_in)) {
            const bool is_refusal =
                signed_in == MAILIMAP_ERROR_LOGIN || signed_in == MAILIMAP_ERROR_BAD_STATE;
            if (is_refusal) fate = ImapFate::refused;
            return nullptr;
        }
        fate = ImapFate::ok;
        return session;
    }

    ImapStream& stream() { return *stream_; }
    mailimap* imap() { return imap_; }

    ImapOutcome fetch(const ImapMailbox& mailbox, const ImapWanted& wanted) {
        stream_->allow(Clock::now() + wanted.longest, small_talk + wanted.largest + wanted.largest_message);
        ImapOutcome out{.fate = ImapFate::broken};
        const int opened = mailimap_examine(imap_, mailbox.folder.c_str());
        if (opened == MAILIMAP_ERROR_EXAMINE) out.fate = ImapFate::no_folder;
        const auto* folder = imap_->imap_selection_info;
        if (!is_fine(opened) || !folder) return out;
        out.validity = folder->sel_uidvalidity;
        out.next = folder->sel_uidnext;
        if (wanted.most == 0) {
            out.fate = ImapFate::ok;
            return out;
        }
        if (wanted.only != 0) return fetch_one(wanted, std::move(out));
        out.has_begun_anew = wanted.after == 0 || wanted.validity != out.validity;
        return fetch_new(wanted, std::move(out));
    }

private:
    /// Sorted; nothing when the server does not answer.
    std::optional<std::vector<std::uint32_t>> search(mailimap_search_key* key) {
        clist* found = nullptr;
        if (!is_fine(mailimap_uid_search(imap_, nullptr, key, &found))) return std::nullopt;
        const Uids uids(found);
        std::vector<std::uint32_t> out;
        for (clistiter* at = clist_begin(uids.get()); at; at = clist_next(at))
            out.push_back(*static_cast<std::uint32_t*>(clist_content(at)));
        std::ranges::sort(out);
        return out;
    }

    std::optional<std::vector<ImapMessage>> ask(mailimap_set* set, mailimap_fetch_type* kinds) {
        clist* found = nullptr;
        if (!is_fine(mailimap_uid_fetch(imap_, set, kinds, &found))) return std::nullopt;
        const Fetched fetched(found);
        std::vector<ImapMessage> out;
        for (clistiter* at = clist_begin(fetched.get()); at; at = clist_next(at))
            if (auto message = message_of(*static_cast<mailimap_msg_att*>(clist_content(at)));
                message.uid != 0)
                out.push_back(std::move(message));
        return out;
    }

    /// False when the connection is gone.
    bool fill(ImapMessage& message, const ImapWanted& wanted) {
        auto* section = mailimap_section_new(nullptr);
        auto* att = message.size > wanted.largest_message
                        ? mailimap_fetch_att_new_body_peek_section_partial(
                              section, 0, static_cast<std::uint32_t>(wanted.beginning))
                        : mailimap_fetch_att_new_body_peek_section(section);
        const Kinds kinds(mailimap_fetch_type_new_fetch_att_list_empty());
        mailimap_fetch_type_new_fetch_att_list_add(kinds.get(), mailimap_fetch_att_new_uid());
        mailimap_fetch_type_new_fetch_att_list_add(kinds.get(), att);
        const Set set(mailimap_set_new_single(message.uid));
        auto got = ask(set.get(), kinds.get());
        if (!got) return false;
        for (auto& each : *got)
            if (each.uid == message.uid) message.bytes = std::move(each.bytes);
        return true;
    }

    ImapOutcome fetch_one(const ImapWanted& wanted, ImapOutcome out) {
        if (wanted.validity == out.validity) {
            const Set set(mailimap_set_new_single(wanted.only));
            const auto kinds = about();
            auto found = ask(set.get(), kinds.get());
            if (!found) return out;
            for (auto& message : *found)
                if (message.uid == wanted.only && fill(message, wanted) && !message.bytes.empty())
                    out.messages.push_back(std::move(message));
        }
        out.fate = ImapFate::ok;
        return out;
    }

    ImapOutcome fetch_new(const ImapWanted& wanted, ImapOutcome out) {
        const auto of_day = wanted.since ? since(*wanted.since) : Key(mailimap_search_key_new_all());
        const auto all = search(of_day.get());
        if (!all) return out;
        out.since_count = all->size();
        auto uids = *all;
        if (!out.has_begun_anew) {
            const Key above(mailimap_search_key_new_uid(mailimap_set_new_interval(wanted.after + 1, 0)));
            const auto found = search(above.get());
            if (!found) return out;
            uids = *found;
            // "5:*" holds the last message even where its UID is below 5.
            std::erase_if(uids, [&](std::uint32_t uid) { return uid <= wanted.after; });
        }
        out.has_more = uids.size() > wanted.most;
        if (out.has_more) uids.resize(wanted.most);
        if (!uids.empty() && !take(uids, wanted, out)) return out;
        out.fate = ImapFate::ok;
        return out;
    }

    bool take(const std::vector<std::uint32_t>& uids, const ImapWanted& wanted, ImapOutcome& out) {
        const Set set(mailimap_set_new_empty());
        for (const auto uid : uids)
            mailimap_set_add_single(set.get(), uid);
        const auto kinds = about();
        auto messages = ask(set.get(), kinds.get());
        if (!messages) return false;
        std::ranges::sort(*messages, {}, &ImapMessage::uid);
        std::size_t sum = 0;
        for (auto& message : *messages) {
            sum += message.size > wanted.largest_message ? wanted.beginning : message.size;
            if (sum > wanted.largest && !out.messages.empty()) {
                out.has_more = true;
                return true;
            }
            if (!fill(message, wanted)) return false;
            out.messages.push_back(std::move(message));
        }
        return true;
    }

    std::unique_ptr<ImapStream> stream_;
    mailimap* imap_;
};

ImapClient::ImapClient(ImapStream::Settings settings) : settings_(std::move(settings)) {}

ImapClient::~ImapClient() = default;

std::unique_ptr<ImapClient::Session> ImapClient::kept(const ImapMailbox& mailbox) {
    const std::lock_guard lock(mutex_);
    auto found = kept_.find(name_of(mailbox));
    if (found == kept_.end()) return nullptr;
    auto out = std::move(found->second);
    kept_.erase(found);
    return out;
}

void ImapClient::keep(const ImapMailbox& mailbox, std::unique_ptr<Session> session) {
    const std::lock_guard lock(mutex_);
    if (kept_.size() >= most_kept) kept_.clear();
    kept_[name_of(mailbox)] = std::move(session);
}

ImapOutcome ImapClient::fetch(const ImapMailbox& mailbox, const ImapWanted& wanted) {
    if (!is_one_line(mailbox.user) || !is_one_line(mailbox.password) || !is_one_line(mailbox.folder))
        return {.fate = ImapFate::refused};
    // One that was kept may have been cut in between: then a new one is asked.
    if (auto session = kept(mailbox)) {
        auto out = session->fetch(mailbox, wanted);
        if (out.fate == ImapFate::ok) keep(mailbox, std::move(session));
        if (out.fate == ImapFate::ok) return out;
    }
    ImapOutcome out;
    auto session = Session::open(settings_, mailbox, out.fate);
    if (!session) return out;
    out = session->fetch(mailbox, wanted);
    if (out.fate == ImapFate::ok) keep(mailbox, std::move(session));
    return out;
}

bool ImapClient::wait_for_news(const ImapMailbox& mailbox, const std::stop_token& stop,
                               std::chrono::seconds longest) {
    ImapFate fate{};
    auto session = Session::open(settings_, mailbox, fate);
    if (!session) return false;
    auto* imap = session->imap();
    if (!mailimap_has_idle(imap) || !is_fine(mailimap_examine(imap, mailbox.folder.c_str()))) return false;
    const auto until = Clock::now() + longest;
    session->stream().allow(until + sign_in_time, small_talk);
    if (!is_fine(mailimap_idle(imap))) return false;
    // The server may have said something together with its word that it waits.
    bool has_news = imap->imap_stream->read_buffer_len > 0;
    while (!has_news && !stop.stop_requested() && Clock::now() < until)
        has_news = session->stream().has_news(stop_each);
    return has_news;
}

} // namespace net
