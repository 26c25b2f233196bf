// simulate: the simulated network by itself, for an installation that trains or is tried on it.
#include "app/command.h"
#include "channels/simulated/world_routes.h"
#include "http/server.h"

#include <CLI/CLI.hpp>

#include <csignal>
#include <iostream>

namespace app {
namespace {

struct Simulation {
    std::string listen = "127.0.0.1:0";
    std::uint64_t seed = 1;
    int faults = 0;
    int latest = 0;
    std::size_t page = 100;
};

base::Result<void> simulate(const Simulation& wanted) {
    // Whoever reaches it moves it.
    if (!wanted.listen.starts_with("127.") && !wanted.listen.starts_with("[::1]:"))
        return base::fail(base::Kind::invalid, "config.invalid",
                          "--listen: the simulated network is for this machine alone");
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    channels::simulated::World world({.seed = wanted.seed,
                                      .faults_per_hundred = wanted.faults,
                                      .most_delay = std::chrono::seconds(wanted.latest),
                                      .page = wanted.page},
                                     base::system_now());
    http::Router router;
    channels::simulated::add_world_routes(router, world);
    http::Server server(std::move(router), {});
    if (auto started = server.start(wanted.listen); !started) return started;
    std::cout << R"({"server":"http://127.0.0.1:)" << server.port() << "\"}" << std::endl;
    int signal = 0;
    sigwait(&signals, &signal);
    server.stop();
    return {};
}

} // namespace

Run add_simulate(CLI::App& app) {
    auto wanted = std::make_shared<Simulation>();
    app.add_option("--listen", wanted->listen, "ADDRESS:PORT of this machine; port 0: any that is free")
        ->capture_default_str();
    app.add_option("--seed", wanted->seed, "of what goes wrong and how late things are shown")
        ->capture_default_str();
    app.add_option("--faults", wanted->faults, "how many exchanges of a hundred go wrong")
        ->capture_default_str()
        ->check(CLI::Range(0, 100));
    app.add_option("--latest", wanted->latest, "seconds until a post is shown, at most")
        ->capture_default_str()
        ->check(CLI::Range(0, 3600));
    app.add_option("--page", wanted->page, "posts on a page")
        ->capture_default_str()
        ->check(CLI::Range(1, 1000));
    app.footer("Says its address as a line of JSON and goes on until it is stopped; nothing is kept.");
    return [wanted]() -> base::Result<void> { return simulate(*wanted); };
}

} // namespace app
