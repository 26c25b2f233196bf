// How much connected networks cost.
//   channels_bench [--seconds 5] [--threads 16] [--accounts 500]
// Pushes: signed bodies, journaled durably on SQLite, answered after the commit; then read into an intake
// that only counts. Inbox: activities of other servers of the fediverse, each signed by one of 20 actors
// (RSA, 2048 bits) whose keys are known already; verified, journaled once, answered after the commit.
// Polling: accounts that are looked through every 30 seconds over HTTP against a server in another process
// that has nothing new; the processor time is that of this process alone. Budgets: 5,000 pushes/s; 1,500
// activities/s; 500 quiet accounts under 20 % of one core.
#include "agency/agency_actions.h"
#include "base/encode.h"
#include "channels/activitypub/activitypub_actions.h"
#include "channels/activitypub/activitypub_channel.h"
#include "channels/simulated/simulated_channel.h"
#include "channels/simulated/world.h"
#include "db/migrate.h"
#include "http/server.h"
#include "network/connection_actions.h"
#include "network/internet.h"
#include "network/push_actions.h"
#include "network/push_proof.h"
#include "network/receive_jobs.h"
#include "network/rsa_key.h"
#include "people/vault.h"
#include "staff_world.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

struct Settings {
    int seconds = 5;
    int threads = 16;
    int accounts = 500;
};

/// The simulated network over HTTP: the same connector, its addresses turned to a server of this machine.
class OverHttp : public network::Carrier {
public:
    OverHttp(int port, base::Now now)
        : base_("http://127.0.0.1:" + std::to_string(port) + "/"),
          internet_({.allow_private = true}, std::move(now)) {}
    [[nodiscard]] network::Answer exchange(const network::Request& request) override {
        ++exchanges;
        network::Request out = request;
        constexpr std::string_view origin = "sim://world/";
        out.url = base_ + out.url.substr(origin.size());
        return internet_.exchange(out);
    }
    std::atomic<std::int64_t> exchanges = 0;

private:
    std::string base_;
    network::Internet internet_;
};

struct Place {
    explicit Place(network::Carrier& carrier_) : carrier(carrier_) {
        std::string name = (std::filesystem::temp_directory_path() / "tanggap-channels-XXXXXX").string();
        if (!::mkdtemp(name.data())) throw std::runtime_error("no folder");
        folder = name;
        database = std::move(db::open((folder / "tanggap.db").string()).value());
        (void)db::migrate(*database).value();
        staff = std::make_unique<staff::testing::World>(*database);
        vault = std::make_unique<people::Vault>(
            std::move(people::make_vault_key(folder / "vault.key", staff::testing::random_bytes).value()));
    }
    ~Place() {
        database.reset();
        std::filesystem::remove_all(folder);
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

    network::Services services() {
        return {.database = *database,
                .vault = *vault,
                .ids = staff->ids,
                .now = base::system_now(),
                .random = staff::testing::random_bytes,
                .channels = channels,
                .carrier = carrier,
                .deliver =
                    [this](base::AgencyId, agency::AccountId, std::span<const items::ItemIn> items) {
                        taken += static_cast<std::int64_t>(items.size());
                        return std::vector<network::Delivered>(items.size());
                    },
                .recognise = [](base::AgencyId, agency::AccountId) {},
                .network_of = [this](base::AgencyId, agency::AccountId) { return network; }};
    }
    agency::Account connect(const std::string& name) {
        return connect(name,
                       {.server = "sim://world",
                        .secrets = {{"token", name + ":0"},
                                    {"push_secret", std::string(channels::simulated::World::push_secret)}}});
    }
    agency::Account connect(const std::string& name, const network::NewConnection& wanted) {
        auto account =
            staff
                ->change([&](db::Tx& tx, const staff::StaffChange& change) {
                    return agency::add_account(tx, {.ids = change.ids, .now = change.now}, staff->agency,
                                               {.id = {}, .office = {}, .network = network, .name = name});
                })
                .value();
        auto connected = network::connect(services(), staff->agency, account, wanted, staff::StaffId{1});
        if (!connected) throw std::runtime_error(connected.error().code + " " + connected.error().detail);
        return account;
    }

    network::Carrier& carrier;
    std::string network{channels::simulated::patient_code}; ///< of the accounts that are connected
    network::Channels channels{{channels::simulated::make_channel(channels::simulated::Temperament::patient),
                                channels::activitypub::make_channel()}};
    std::filesystem::path folder;
    std::unique_ptr<db::Database> database;
    std::unique_ptr<staff::testing::World> staff;
    std::unique_ptr<people::Vault> vault;
    std::atomic<std::int64_t> taken = 0;
};

double seconds_since(Clock::time_point from) {
    return std::chrono::duration<double>(Clock::now() - from).count();
}

double processor_seconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

network::Push signed_push(std::int64_t id) {
    channels::simulated::Post post{.id = id, .author = "warga" + std::to_string(id % 5000)};
    post.text = "Jalan berlubang di depan pasar, sudah dua minggu belum diperbaiki, mohon ditindaklanjuti";
    post.root = id;
    post.at = base::system_now()();
    network::Push push{.method = "POST",
                       .query = {},
                       .headers = {},
                       .body = boost::json::serialize(to_json(post, "create"))};
    push.headers.push_back(
        {"X-Signature",
         "sha256=" + base::to_hex(network::hmac_sha256(channels::simulated::World::push_secret, push.body))});
    return push;
}

void measure_pushes(const Settings& settings) {
    channels::simulated::World world({}, base::system_now());
    Place place(world);
    const auto account = place.connect("posko");
    const auto services = place.services();
    network::OpenedAccounts opened;
    std::atomic<std::int64_t> kept = 0;
    std::vector<network::Push> pushes;
    for (int i = 0; i < 20'000; ++i)
        pushes.push_back(signed_push(i + 1));
    const double before = processor_seconds();
    const auto began = Clock::now();
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < settings.threads; ++t)
            threads.emplace_back([&, t] {
                for (std::size_t i = static_cast<std::size_t>(t); seconds_since(began) < settings.seconds;
                     i += static_cast<std::size_t>(settings.threads))
                    if (network::keep_push(services, opened, place.staff->agency, account.id,
                                           pushes[i % pushes.size()])
                            .status == 200)
                        ++kept;
            });
    }
    const double took = seconds_since(began);
    fmt::print("pushes journaled: {:.0f}/s, {:.0f} us of processor each ({} threads, {:.1f} s)\n",
               static_cast<double>(kept) / took,
               (processor_seconds() - before) * 1e6 / static_cast<double>(std::max<std::int64_t>(kept, 1)),
               settings.threads, took);
    const auto reading = Clock::now();
    while (network::read_pushes(services, place.staff->agency) > 0) {
    }
    fmt::print("pushes read: {:.0f}/s, {} of {}\n", static_cast<double>(place.taken) / seconds_since(reading),
               place.taken.load(), kept.load());
}

/// Servers of the fediverse, with the keys of their people.
class Elsewhere : public network::Carrier {
public:
    static constexpr int actors = 20;
    static constexpr std::string_view ours = "https://lapor.contoh.go.id";
    Elsewhere() {
        for (int i = 0; i < actors; ++i)
            keys.push_back(network::make_private_key());
    }
    static std::string actor(int i) { return fmt::format("https://warga{}.example/users/budi", i); }
    [[nodiscard]] network::Answer exchange(const network::Request& request) override {
        if (request.url == std::string(ours) + "/.well-known/nodeinfo")
            return ok(fmt::format(R"({{"links":[{{"href":"{}/nodeinfo/2.1"}}]}})", ours));
        for (int i = 0; i < actors; ++i)
            if (request.url == actor(i)) return ok(document(i));
        return {.response = network::Response{.status = 404}};
    }
    std::vector<std::string> keys;

private:
    [[nodiscard]] std::string document(int i) const {
        const auto id = actor(i);
        return boost::json::serialize(base::json::Object{
            {"id", id},
            {"type", "Person"},
            {"preferredUsername", "budi"},
            {"inbox", id + "/inbox"},
            {"publicKey", base::json::Object{
                              {"id", id + "#main-key"},
                              {"owner", id},
                              {"publicKeyPem", network::public_key_of(keys[static_cast<std::size_t>(i)])}}}});
    }
    static network::Answer ok(std::string body) {
        return {.response = network::Response{.status = 200, .body = std::move(body)}};
    }
};

/// An activity as it comes over the wire; `request.body` looks at `body`.
struct Arrived {
    std::string body;
    network::Incoming request;
};

Arrived signed_activity(const Elsewhere& elsewhere, int number) {
    const int by = number % Elsewhere::actors;
    const auto actor = Elsewhere::actor(by);
    Arrived out;
    out.body = boost::json::serialize(base::json::Object{
        {"@context", "https://www.w3.org/ns/activitystreams"},
        {"id", fmt::format("{}/a/{}", actor, number)},
        {"type", "Create"},
        {"actor", actor},
        {"object",
         base::json::Object{
             {"id", fmt::format("{}/n/{}", actor, number)},
             {"type", "Note"},
             {"attributedTo", actor},
             {"published", base::to_iso(base::system_now()())},
             {"content", "<p>@posko Jalan berlubang di depan pasar, sudah dua minggu belum diperbaiki</p>"},
             {"to", base::json::Array{"https://www.w3.org/ns/activitystreams#Public"}},
             {"cc", base::json::Array{std::string(Elsewhere::ours) + "/aktor/posko"}}}}});
    const network::Request request{
        .name = "inbox",
        .method = "POST",
        .url = std::string(Elsewhere::ours) + "/kait/activitypub/1",
        .body = out.body,
        .signing = network::Signing{actor + "#main-key", elsewhere.keys[static_cast<std::size_t>(by)]}};
    out.request = {.method = "POST",
                   .target = "/kait/activitypub/1",
                   .origin = {},
                   .headers = network::signature_headers(request, base::system_now()()),
                   .body = {}};
    return out;
}

void measure_inbox(const Settings& settings) {
    Elsewhere elsewhere;
    Place place(elsewhere);
    place.network = "activitypub";
    const auto account =
        place.connect("posko", {.server = std::string(Elsewhere::ours), .secrets = {{"name", "posko"}}});
    const auto services = place.services();
    channels::activitypub::Inbox inbox{.network = services};
    std::vector<Arrived> activities(12'000);
    {
        std::vector<std::jthread> threads;
        for (std::size_t t = 0; t < 2; ++t)
            threads.emplace_back([&, t] {
                for (std::size_t i = t; i < activities.size(); i += 2)
                    activities[i] = signed_activity(elsewhere, static_cast<int>(i));
            });
    }
    auto take_one = [&](const Arrived& one) {
        auto request = one.request;
        request.body = one.body;
        return take(inbox, place.staff->agency, account.id, std::move(request));
    };
    // Their keys become known.
    for (std::size_t i = 0; i < static_cast<std::size_t>(Elsewhere::actors); ++i)
        if (const int status = take_one(activities[i]); status != 202)
            throw std::runtime_error(fmt::format("an activity was answered {}", status));
    std::atomic<std::size_t> next = static_cast<std::size_t>(Elsewhere::actors);
    std::atomic<std::int64_t> taken = 0;
    const double before = processor_seconds();
    const auto began = Clock::now();
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < settings.threads; ++t)
            threads.emplace_back([&] {
                for (std::size_t i = next++; i < activities.size() && seconds_since(began) < settings.seconds;
                     i = next++)
                    if (take_one(activities[i]) == 202) ++taken;
            });
    }
    const double took = seconds_since(began);
    fmt::print(
        "activities verified and journaled: {:.0f}/s, {:.0f} us of processor each ({} threads, {:.1f} s)\n",
        static_cast<double>(taken) / took,
        (processor_seconds() - before) * 1e6 / static_cast<double>(std::max<std::int64_t>(taken, 1)),
        settings.threads, took);
    while (network::read_pushes(services, place.staff->agency) > 0) {
    }
    fmt::print("activities read: {} of {}\n", place.taken.load(), taken.load() + Elsewhere::actors);
}

/// Answers every account that there is nothing new. Never returns.
[[noreturn]] void serve_nothing(int write_port) {
    http::Router router;
    router.add(http::Method::get, "/self", [](const http::Request& request) {
        auto token = request.header("Authorization");
        const std::string name(token.substr(0, token.rfind(':')));
        return http::json(R"({"id":")" + name + R"(","handle":"@)" + name + R"("})");
    });
    router.add(http::Method::post, "/refresh", [](const http::Request& request) {
        return http::json(R"({"token":")" + std::string(request.header("Authorization")) +
                          R"(","expires_in":86400})");
    });
    router.add(http::Method::get, "/mentions",
               [](const http::Request&) { return http::json(R"({"entries":[],"mark":"m","more":false})"); });
    http::ServerOptions options;
    options.workers = 2;
    http::Server server(std::move(router), std::move(options));
    (void)server.start("127.0.0.1:0").value();
    const int port = server.port();
    (void)!::write(write_port, &port, sizeof port);
    for (;;)
        ::pause();
}

void measure_polling(const Settings& settings, int port) {
    OverHttp carrier(port, base::system_now());
    Place place(carrier);
    for (int i = 0; i < settings.accounts; ++i)
        (void)place.connect("posko" + std::to_string(i));
    network::Receiver receiver(
        {.services = place.services(), .agencies = [&] { return std::vector{place.staff->agency}; }});
    receiver.start();
    std::this_thread::sleep_for(35s); // the first round, in which all are due at once
    const auto asked = carrier.exchanges.load();
    const double before = processor_seconds();
    const auto began = Clock::now();
    std::this_thread::sleep_for(60s);
    const double took = seconds_since(began);
    const double share = (processor_seconds() - before) / took;
    const double rate = static_cast<double>(carrier.exchanges.load() - asked) / took;
    receiver.stop();
    fmt::print("{} quiet accounts: {:.1f} questions/s, {:.1f} % of one core\n", settings.accounts, rate,
               share * 100);
}

} // namespace

int main(int argc, char** argv) {
    spdlog::set_level(spdlog::level::warn);
    Settings settings;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        const int value = std::atoi(argv[i + 1]);
        if (name == "--seconds") settings.seconds = value;
        if (name == "--threads") settings.threads = value;
        if (name == "--accounts") settings.accounts = value;
    }
    int ends[2];
    if (::pipe(ends) != 0) return 1;
    const pid_t child = ::fork();
    if (child == 0) serve_nothing(ends[1]);
    int port = 0;
    if (::read(ends[0], &port, sizeof port) != static_cast<ssize_t>(sizeof port)) return 1;
    measure_pushes(settings);
    measure_inbox(settings);
    measure_polling(settings, port);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
}
