#include "channels/mail/mailbox_channel.h"
#include "network/imap_exchange.h"

#include <gmock/gmock.h>

namespace channels::mail {
namespace {

using net::ImapStream;
using network::Connection;

struct Typed {
    std::string server;
    std::string security;
    std::string url;
    bool asks_for_tls = false;
};

TEST(MailboxSecurity, IsWhatWasChosenElseWhatTheAddressSays) {
    const auto channel = make_mailbox_channel();
    for (const auto& [server, security, url, asks] : {
             Typed{"imaps://imap.contoh.go.id:993", "", "imaps://imap.contoh.go.id:993"},
             Typed{"imap.contoh.go.id", "", "imaps://imap.contoh.go.id"},
             Typed{"https://imap.contoh.go.id", "", "imaps://imap.contoh.go.id"}, // as the form completes it
             Typed{"imap://127.0.0.1:10143", "", "imap://127.0.0.1:10143"},       // refused outside of tests
             Typed{"imap://imap.contoh.go.id", "tls", "imaps://imap.contoh.go.id"},
             Typed{"imaps://imap.contoh.go.id", "starttls", "imap://imap.contoh.go.id", true},
             Typed{"imap.contoh.go.id:143", "starttls", "imap://imap.contoh.go.id:143", true},
             Typed{"imap://imap.contoh.go.id", "tanpa", "imaps://imap.contoh.go.id"}, // never less than TLS
         }) {
        const Connection connection{.server = server,
                                    .own_id = {},
                                    .handle = {},
                                    .secrets = {{"security", security}, {"password", "p"}}};
        for (const auto& request :
             {channel->ask_self(connection), channel->ask_page(connection, {.name = "mails"}, {}),
              *channel->ask_news(connection), channel->ask_media(connection, "mail:1/2/3")}) {
            const auto mailbox = network::mailbox_in(request);
            EXPECT_EQ(mailbox.url, url) << server << " " << security << " " << request.name;
            EXPECT_EQ(mailbox.security == ImapStream::Security::starttls, asks) << server << " " << security;
            EXPECT_TRUE(network::is_to_mailbox(request));
        }
    }
}

TEST(MailboxSecurity, WhereStarttlsIsMissingNothingIsGivenUp) {
    const auto channel = make_mailbox_channel();
    const auto judged =
        channel->judge_reading(network::to_answer({.fate = net::ImapFate::no_starttls}, base::Time{}));
    EXPECT_EQ(judged.verdict, network::Verdict::unavailable) << "asked again later";
    EXPECT_EQ(judged.code, network::no_starttls);
}

} // namespace
} // namespace channels::mail
