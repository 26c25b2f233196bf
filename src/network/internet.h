// Carries requests over the internet.
#pragma once
#include "net/http_client.h"
#include "network/services.h"

namespace network {

class Internet : public Carrier {
public:
    Internet(net::HttpClient::Settings settings, base::Now now)
        : client_(std::move(settings)), now_(std::move(now)) {}
    [[nodiscard]] Answer exchange(const Request& request) override;

private:
    net::HttpClient client_;
    base::Now now_;
};

} // namespace network
