// Reads a mailbox over IMAP (RFC 3501, IDLE of RFC 2177; libetpan). Opens folders for reading only: no mail
// is marked, moved or deleted. Blocks; thread-safe; connections are kept for reading again. How it went is a
// value.
#pragma once
#include "net/imap_stream.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace net {

struct ImapMailbox {
    std::string url; ///< "imaps://imap.contoh.go.id:993"
    std::string user;
    std::string password;
    std::string folder = "INBOX";
    ImapStream::Security security = ImapStream::Security::of_address;
};

struct ImapWanted {
    std::uint32_t validity = 0; ///< UIDVALIDITY under which `after` was read; another one begins anew
    std::uint32_t after = 0;    ///< messages above that UID
    std::uint32_t only = 0;     ///< that message alone
    std::optional<std::chrono::sys_days> since =
        {};                                   ///< beginning anew: those that arrived on that day or later
    std::size_t most = 10;                    ///< messages; 0: the folder is only looked at
    std::size_t largest = 24UL << 20;         ///< bytes of all of them; the first always comes
    std::size_t largest_message = 20UL << 20; ///< of a larger one only the beginning comes
    std::size_t beginning = 256UL << 10;      ///< of such a one
    std::chrono::seconds longest{60};         ///< the whole exchange
};

struct ImapMessage {
    std::uint32_t uid = 0;
    std::size_t size = 0;        ///< on the server
    std::int64_t arrived_ms = 0; ///< at the server, since 1970
    std::string bytes;           ///< shorter than `size` when only the beginning came
};

enum class ImapFate {
    ok,
    unreachable, ///< no connection, or not a safe one
    no_starttls, ///< asked for, and not offered: nothing was said
    refused,     ///< user and password
    no_folder,
    broken, ///< the connection ended, or what came could not be understood
};

struct ImapOutcome {
    ImapFate fate = ImapFate::unreachable;
    std::uint32_t validity = 0;
    std::uint32_t next = 0;
    std::size_t since_count = 0; ///< messages in the folder that arrived on the wanted day or later
    bool has_begun_anew = false; ///< `after` counted for nothing
    bool has_more = false;       ///< above the last one given
    std::vector<ImapMessage> messages = {}; ///< by UID
};

class ImapClient {
public:
    explicit ImapClient(ImapStream::Settings settings);
    ~ImapClient();
    ImapClient(const ImapClient&) = delete;
    ImapClient& operator=(const ImapClient&) = delete;

    [[nodiscard]] ImapOutcome fetch(const ImapMailbox& mailbox, const ImapWanted& wanted);
    /// True when the folder changed. False after `longest`, when told to stop, and when the server cannot be
    /// waited at; the caller then asks in its own time.
    [[nodiscard]] bool wait_for_news(const ImapMailbox& mailbox, const std::stop_token& stop,
                                     std::chrono::seconds longest);

private:
    class Session;
    [[nodiscard]] std::unique_ptr<Session> kept(const ImapMailbox& mailbox);
    void keep(const ImapMailbox& mailbox, std::unique_ptr<Session> session);

    ImapStream::Settings settings_;
    std::mutex mutex_;
    std::map<std::string, std::unique_ptr<Session>> kept_;
};

} // namespace net
