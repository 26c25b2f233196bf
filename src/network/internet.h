// Carries requests over the internet.
#pragma once
#include "net/http_client.h"
#include "net/imap_client.h"
#include "network/services.h"

namespace network {

class Internet : public Carrier {
public:
    Internet(net::HttpClient::Settings settings, base::Now now)
        : imap_({.allow_private = settings.allow_private}), client_(std::move(settings)),
          now_(std::move(now)) {}
    /// A request to imap:// or imaps:// is one to a mailbox (imap_exchange.h).
    [[nodiscard]] Answer exchange(const Request& request) override;
    [[nodiscard]] bool wait_for_news(const Request& request, const std::stop_token& stop) override;

private:
    net::ImapClient imap_;
    net::HttpClient client_;
    base::Now now_;
};

} // namespace network
