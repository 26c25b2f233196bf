// serve: opens the house, starts the schedule and the edge, and waits for a signal.
#include "app/command.h"
#include "app/house.h"
#include "app/networks.h"
#include "app/open_files.h"
#include "app/past.h"
#include "app/schedule.h"
#include "app/web.h"
#include "cases/tally_actions.h"
#include "network/receive_jobs.h"
#include "network/stream_jobs.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <csignal>

namespace app {
namespace {

/// What the machine and the operator allow.
void limit(http::Limits& limits, const LimitSettings& settings) {
    const auto wanted = static_cast<std::size_t>(settings.connections);
    limits.uploads = static_cast<std::size_t>(settings.uploads);
    limits.uploads_per_address = std::min(limits.uploads_per_address, limits.uploads);
    limits.event_streams = static_cast<std::size_t>(settings.streams);
    limits.connections_per_address = static_cast<std::size_t>(settings.connections_per_address);
    const std::size_t files = raise_open_files();
    limits.connections = connections_within(files, wanted, limits.uploads);
    if (limits.connections < wanted)
        spdlog::warn("only {} files may be open (ulimit -Hn): {} connections instead of {}", files,
                     limits.connections, wanted);
}

base::Result<http::ServerOptions> options_of(const Settings& settings, const Web& web) {
    http::ServerOptions options;
    options.workers = settings.workers;
    limit(options.limits, settings.limits);
    options.upload_dir = settings.data / "tmp";
    std::error_code error;
    std::filesystem::create_directories(options.upload_dir, error);
    if (error)
        return base::fail(base::Kind::unavailable, "data.not_writable",
                          options.upload_dir.string() + ": " + error.message());
    for (const auto& text : settings.trusted_proxies) {
        auto network = http::parse_network(text);
        if (!network)
            return base::fail(base::Kind::invalid, "config.invalid",
                              "--trusted-proxy: " + text + " is no address or network");
        options.trusted_proxies.push_back(*network);
    }
    if (settings.tls_certificate.empty() != settings.tls_key.empty())
        return base::fail(base::Kind::invalid, "config.invalid",
                          "--tls-certificate and --tls-key belong together");
    if (!settings.tls_certificate.empty())
        options.tls = http::TlsFiles{settings.tls_certificate, settings.tls_key};
    options.error_page = web.error_page();
    return options;
}

base::Result<void> serve(const Settings& settings) {
    // Signals are read by this thread alone: block them before any other thread starts.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);

    auto house = House::open(settings, Vault::make_or_open);
    if (!house) return base::pass(house);
    Web web(**house);
    auto options = options_of(settings, web);
    if (!options) return base::pass(options);
    http::Server* edge = nullptr;
    http::Server server(web.router([&edge] { return edge ? edge->metrics() : http::Metrics{}; }),
                        std::move(*options));
    edge = &server;
    Schedule schedule(**house);
    network::Receiver receiver({.services = (*house)->networks->services(),
                                .agencies = [&] { return (*house)->directories.agencies(); }});
    network::Listening listening(
        {.services = (*house)->networks->services(),
         .agencies = [&] { return (*house)->directories.agencies(); },
         .streams = std::make_unique<network::InternetStreams>(
             net::HttpClient::Settings{.allow_private = settings.allow_private_networks}),
         .holder = fmt::format("node-{}", settings.node)});
    if (auto started = server.start(settings.listen); !started) return started;
    Follower follower(*(*house)->database, Remembered(settings.data));
    const auto watching = schedule.watch([&](base::AgencyId agency, std::int64_t position) {
        web.tell(agency, position);
        follower.follow(agency, position);
    });
    // After an upgrade, or a change of settings made while nothing ran, the first count is a right one.
    for (const auto agency : (*house)->directories.agencies())
        if (auto directory = (*house)->directories.of(agency))
            cases::fold_tallies(*(*house)->database, (*house)->ids, **directory, (*house)->now());
    schedule.start();
    receiver.start();
    listening.start();
    spdlog::info("tanggap {} serves {} on {} (port {})", TANGGAP_VERSION, (*house)->database->where(),
                 settings.listen, server.port());
    for (int signal = 0; sigwait(&signals, &signal) == 0;) {
        if (signal != SIGHUP) break;
        if (auto reloaded = server.reload_tls(); !reloaded)
            spdlog::error("certificate not reloaded: {}", reloaded.error().detail);
    }
    spdlog::info("stopping");
    server.stop();
    listening.stop();
    receiver.stop();
    schedule.stop();
    return {};
}

} // namespace

Run add_serve(CLI::App& app) {
    auto settings = add_settings(app);
    app.add_option("--listen", settings->listen, "ADDRESS:PORT")->capture_default_str();
    app.add_option("--trusted-proxy", settings->trusted_proxies,
                   "address or network whose X-Forwarded-For is believed; may be repeated");
    app.add_option("--tls-certificate", settings->tls_certificate,
                   "PEM, leaf first; read again when it changes");
    app.add_option("--tls-key", settings->tls_key, "PEM");
    app.add_flag("--allow-private-networks", settings->allow_private_networks,
                 "networks may stand on this machine or inside its own network");
    app.add_option("--network-at", settings->networks_at,
                   "NETWORK=ADDRESS: it stands elsewhere than usual, behind a gateway; may be repeated")
        ->check([](const std::string& each) {
            const auto equals = each.find('=');
            const bool is_address =
                equals != std::string::npos && equals > 0 && each.find("://", equals) != std::string::npos;
            return std::string(is_address ? "" : "NETWORK=ADDRESS");
        });
    app.add_flag("--learn-at-night,!--no-learn-at-night", settings->learns_at_night,
                 "models of their own, out of what people decided, between one and five o'clock")
        ->default_str("yes");
    app.add_option("--workers", settings->workers, "threads that answer requests")
        ->capture_default_str()
        ->check(CLI::Range(1, 256));
    return [settings]() -> base::Result<void> {
        auto all = complete(*settings);
        if (!all) return base::pass(all);
        return serve(*all);
    };
}

} // namespace app
