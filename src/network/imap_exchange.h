// Questions to a mailbox in the form of any other exchange, so that connectors build and read them without
// knowing IMAP: the address is the server's, headers say what is wanted, the body of the answer is mails in
// their frames. Pure; what cannot be read is left out.
#pragma once
#include "net/imap_client.h"
#include "network/exchange.h"

#include <map>

namespace network {

/// What `Answer` says where STARTTLS was asked for and not offered.
inline constexpr int no_starttls_status = 426;
inline constexpr std::string_view no_starttls = "no_starttls";

/// What a connector asks of a mailbox.
struct MailboxQuestion {
    std::string server;        ///< "imaps://imap.contoh.go.id"
    bool has_starttls = false; ///< on imap://: TLS is asked for, and without it nothing is said
    std::string user;
    std::string password;
    std::string folder = "INBOX";
    std::uint32_t validity = 0;
    std::uint32_t after = 0;
    std::uint32_t only = 0;
    std::int64_t since_day = 0; ///< days since 1970
    int most = 10;              ///< 0: only whether it opens
};
[[nodiscard]] Request to_request(std::string name, const MailboxQuestion& question);

/// What it answered, from a response of status 200.
struct MailboxAnswer {
    std::uint32_t validity = 0;
    std::int64_t now_ms = 0; ///< when it was asked
    std::int64_t count = 0;  ///< of mails since that day
    bool has_begun_anew = false;
    bool has_more = false;
    std::vector<net::ImapMessage> messages = {};
};
[[nodiscard]] MailboxAnswer mailbox_answer(const Response& response);

[[nodiscard]] bool is_to_mailbox(const Request& request);
[[nodiscard]] net::ImapMailbox mailbox_in(const Request& request);
[[nodiscard]] net::ImapWanted wanted_in(const Request& request);
/// 200; 401 for a refused sign-in, 404 for a folder that is not there, 426 for no STARTTLS, 502 for a broken
/// exchange; without a response when nobody was reached.
[[nodiscard]] Answer to_answer(const net::ImapOutcome& outcome, base::Time now);

} // namespace network
