// What a connector implements besides network::Channel when a network is told by a request where to push to.
// Pure, as the port. While it pushes, `ask_page` asks how it gets on.
#pragma once
#include "network/channel.h"

namespace network {

class SetsWebhook {
public:
    SetsWebhook() = default;
    virtual ~SetsWebhook() = default;
    SetsWebhook(const SetsWebhook&) = delete;
    SetsWebhook& operator=(const SetsWebhook&) = delete;

    [[nodiscard]] virtual Request set_webhook(const Connection& connection,
                                              const std::string& address) const = 0;
    [[nodiscard]] virtual Request drop_webhook(const Connection& connection) const = 0;
};

/// Null for a connector whose network is told by a person, or pushes nothing.
[[nodiscard]] inline const SetsWebhook* sets_webhook(const Channel* channel) {
    return dynamic_cast<const SetsWebhook*>(channel);
}

/// Secret that proves what is pushed; made when the network is told.
inline constexpr std::string_view webhook_secret = "webhook_secret";
/// Facts of a connection: where the network pushes to, or why it does not.
inline constexpr std::string_view webhook_fact = "webhook";
inline constexpr std::string_view webhook_refused_fact = "webhook_refused";
/// Code of a page that says that the network pushes to us no more: it is told anew, or asked again.
inline constexpr std::string_view webhook_gone = "network.webhook_gone";

} // namespace network
