#include "http/server.h"

#include "http/edge.h"

namespace http {

Server::Server(Router router, ServerOptions options)
    : edge_(std::make_unique<Edge>(std::move(router), std::move(options))) {}
Server::~Server() = default;

base::Result<void> Server::start(const std::string& listen) {
    return edge_->start(listen);
}
std::uint16_t Server::port() const noexcept {
    return edge_->port;
}
void Server::stop() {
    edge_->stop();
}
base::Result<void> Server::reload_tls() {
    return edge_->reload_tls();
}

Metrics Server::metrics() const {
    Metrics metrics = edge_->meter.read();
    metrics.queued = edge_->workers.queued();
    return metrics;
}

} // namespace http
