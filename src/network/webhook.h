// What a connector implements besides network::Channel when a network is told by a request where to push to.
// Pure, as the port.
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
    /// Read back where a success is not to be believed; nothing: it is.
    [[nodiscard]] virtual std::optional<Request> ask_webhook(const Connection& /*connection*/) const {
        return {};
    }
    /// Whether the network says that it pushes to us.
    [[nodiscard]] virtual bool is_webhook_set(const Connection& /*connection*/,
                                              const Response& /*response*/) const {
        return true;
    }
    /// Whoever is pushed to cannot ask as well: refused, what was set before must go.
    [[nodiscard]] virtual bool keeps_from_asking() const { return false; }
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
