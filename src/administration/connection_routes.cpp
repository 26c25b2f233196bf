#include "administration/connection_routes.h"

#include "administration/connection_pages.h"
#include "administration/connection_words.h"
#include "administration/guard_routes.h"
#include "base/text.h"
#include "db/database.h"
#include "network/connection_actions.h"
#include "network/connection_view_actions.h"
#include "network/json_reading.h"
#include "network/server_address.h"
#include "network/sign_in.h"
#include "network/sign_in_actions.h"
#include "network/streaming.h"
#include "network/webhook.h"
#include "network/webhook_actions.h"
#include "outgoing/posting_actions.h"
#include "staff/staff_routes.h"

#include <algorithm>

namespace administration {
namespace {

using Response = base::Result<http::Response>;
using Unsents = std::map<agency::AccountId, Unsent>;

Unsents unsent_in(db::Tx& tx, base::AgencyId agency) {
    Unsents out;
    for (const auto& each : outgoing::unsent_by_account(tx, agency)) {
        auto& unsent = out[each.account];
        switch (each.state) {
        case outgoing::State::queued:
        case outgoing::State::sending: unsent.waiting += each.count; break;
        case outgoing::State::unknown: unsent.unknown += each.count; break;
        case outgoing::State::failed: unsent.failed += each.count; break;
        case outgoing::State::sent:
        case outgoing::State::cancelled:
        case outgoing::State::recalled: break;
        }
    }
    return out;
}

base::Result<agency::Account> account_of(const Visit& visit) {
    auto id = visit.id<agency::AccountId>("id");
    const auto* account = id ? visit.directory->account(*id) : nullptr;
    if (!account) return not_there();
    return *account;
}

std::string path_of(const agency::Account& account) {
    return html::url<"/meja/atur/akun/{}/sambungan">(account.id).str();
}

/// Where a network leads back to after a sign-in: one address for all accounts, so that it can be registered.
std::string back_of(const Visit& visit) {
    return origin_of(visit.request) + "/meja/atur/sambungan/masuk";
}

/// What was entered before and is no secret.
std::map<std::string, std::string> known_of(const network::Services& network, base::AgencyId agency,
                                            const std::vector<network::Field>& fields,
                                            const std::optional<network::Connected>& row) {
    std::map<std::string, std::string> out;
    if (!row) return out;
    out["server"] = row->server;
    if (row->secrets_sealed.empty()) return out;
    const auto open = network::opened(network.vault, agency, *row);
    if (!open) return out;
    for (const auto& field : fields)
        if (!field.is_secret && field.name != "server")
            out[field.name] = std::string(open->secret(field.name));
    return out;
}

/// One account's connection, for visits of administrators.
class OneConnection {
public:
    OneConnection(const Visit& visit, const network::Services& network, const agency::Account& account,
                  const std::string& public_url)
        : visit_(visit), network_(network), account_(account), public_url_(public_url) {}

    [[nodiscard]] http::Response show(const Filled& filled = {}) const {
        ConnectionPage page{
            .account = account_, .push_address = push_address(), .now = visit_.services.now()};
        const auto* channel = network_.channels.of(account_.network);
        if (channel) {
            page.has_connector = true;
            if (!channel->takes_pushes()) page.push_address.clear();
            page.is_verified = channel->is_verified();
            page.has_app_address = channel->shares_pushes();
            page.fields = channel->fields();
            page.can_stream = network::streaming(channel) != nullptr;
            page.can_test = network::tests_itself(channel) != nullptr;
            if (const auto* at = network::signs_in(channel)) {
                page.sign_in_needs = at->needs();
                // Where a server is entered it is told by a request.
                if (std::ranges::find(*page.sign_in_needs, "server") == page.sign_in_needs->end())
                    page.sign_in_back = back_of(visit_);
            }
        }
        std::optional<network::Connected> row;
        visit_.services.database.read([&](db::Tx& tx) {
            row = network::connection_of(tx, visit_.agency(), account_.id);
            page.view = network::view_connection(tx, visit_.agency(), account_.id, page.now);
            page.unsent = unsent_in(tx, visit_.agency())[account_.id];
        });
        page.webhook = fact(row, network::webhook_fact);
        page.webhook_refused = fact(row, network::webhook_refused_fact);
        page.is_tested = visit_.request.query.has("teruji");
        page.known = known_of(network_, visit_.agency(), page.fields, row);
        page.is_fresh = visit_.request.query.has("tersambung") && page.view &&
                        page.view->row.state == network::ConnectionState::connected;
        const auto html = connection_page(visit_.frame(), page, filled);
        return filled.problem ? refused(html, *filled.problem) : shown(html);
    }

    [[nodiscard]] http::Response connect() const {
        const auto* channel = network_.channels.of(account_.network);
        if (!channel) return show(visit_.filled({base::Kind::unsupported, "network.unknown"}));
        auto wanted = entered(*channel, /*all=*/true);
        if (!wanted) return show(visit_.filled(wanted.error()));
        wanted->push_to = push_to();
        auto connected = network::connect(network_, visit_.agency(), account_, *wanted, visit_.person.staff);
        if (!connected) return show(visit_.filled(connected.error()));
        return http::redirect(path_of(account_) + "?tersambung=1");
    }

    /// A page that leads to the network's own: a form may not be sent there (form-action).
    [[nodiscard]] http::Response sign_in() const {
        const auto* channel = network_.channels.of(account_.network);
        if (!channel) return show(visit_.filled({base::Kind::unsupported, "network.unknown"}));
        auto wanted = entered(*channel, /*all=*/false);
        if (!wanted) return show(visit_.filled(wanted.error()));
        auto begun = network::begin_sign_in(network_, visit_.agency(), account_, *wanted, back_of(visit_),
                                            visit_.person.staff, staff::csrf_of(visit_.request));
        if (!begun) return show(visit_.filled(begun.error()));
        const auto from = begun->page.find("://") + 3;
        return shown(leave_page(visit_.frame(), {.account = account_,
                                                 .address = begun->page,
                                                 .host = begun->page.substr(
                                                     from, begun->page.find_first_of("/?", from) - from)}));
    }
    [[nodiscard]] http::Response came_back(const network::SignInTaken& taken,
                                           const network::CameBack& given) const {
        auto ended = network::finish_sign_in(network_, visit_.agency(), account_, taken, given,
                                             visit_.person.staff, staff::csrf_of(visit_.request), push_to());
        if (!ended) return show(visit_.filled(ended.error()));
        if (ended->connected) return http::redirect(path_of(account_) + "?tersambung=1");
        return shown(choice_page(visit_.frame(),
                                 {.account = account_, .state = ended->state, .choices = ended->choices}));
    }
    /// Which of the accounts of who signed in.
    [[nodiscard]] http::Response choose() const {
        auto connected = network::choose_account(
            network_, visit_.agency(), account_, std::string(visit_.value("masuk")), visit_.value("pilihan"),
            visit_.person.staff, staff::csrf_of(visit_.request), push_to());
        if (!connected) return show(visit_.filled(connected.error()));
        return http::redirect(path_of(account_) + "?tersambung=1");
    }
    [[nodiscard]] http::Response test() const {
        auto done = network::test_itself(network_, visit_.agency(), account_,
                                         std::string(words::test_words.in(visit_.request.language)));
        if (!done) return show(visit_.filled(done.error()));
        return http::redirect(path_of(account_) + "?teruji=1");
    }

    template <class Do> [[nodiscard]] http::Response change(Do act) const {
        auto done = visit_.services.database.write([&](db::Tx& tx) -> base::Result<void> { return act(tx); });
        if (!done) return show(visit_.filled(done.error()));
        return saved(visit_, path_of(account_));
    }

    [[nodiscard]] http::Response set_paused(bool paused) const {
        return change([&](db::Tx& tx) {
            return network::set_paused(tx, network_.ids, visit_.agency(), account_.id, paused,
                                       visit_.person.staff, visit_.services.now());
        });
    }
    [[nodiscard]] http::Response disconnect() const {
        if (visit_.value("yakin") != "ya")
            return show(visit_.filled({base::Kind::invalid, "connection.unsure"}));
        network::drop_webhook(network_, visit_.agency(), account_);
        return change([&](db::Tx& tx) {
            return network::disconnect(tx, network_.ids, visit_.agency(), account_.id, visit_.person.staff,
                                       visit_.services.now());
        });
    }
    [[nodiscard]] http::Response read_again() const {
        return change([&](db::Tx& tx) -> base::Result<void> {
            network::read_stuck_again(tx, visit_.agency(), account_.id);
            return {};
        });
    }

private:
    static constexpr std::size_t longest = 8192;

    /// What was entered of the connector's fields; `all`: each that is needed must be there.
    [[nodiscard]] base::Result<network::NewConnection> entered(const network::Channel& channel,
                                                               bool all) const {
        const auto before = visit_.services.database.read(
            [&](db::Tx& tx) { return network::connection_of(tx, visit_.agency(), account_.id); });
        const bool is_kept = before && !before->secrets_sealed.empty();
        network::NewConnection wanted;
        for (const auto& field : channel.fields()) {
            const std::string typed = visit_.value(field.name);
            std::string value(base::trim(typed));
            if (all && value.empty() && field.is_needed && !(field.is_secret && is_kept))
                return base::fail_field(field.name, "field.missing");
            if (value.size() > longest || !base::is_utf8(value) || value.contains('\0'))
                return base::fail_field(field.name);
            if (field.name != "server")
                wanted.secrets[field.name] = std::move(value);
            else
                wanted.server = value.empty() || value.contains("://") ? value : "https://" + value;
        }
        return wanted;
    }

    [[nodiscard]] std::string push_to() const { return network::push_address(public_url_, account_); }

    static std::string fact(const std::optional<network::Connected>& row, std::string_view name) {
        const auto facts = row ? base::json::parse(row->facts) : base::json::parse("{}");
        return facts ? network::text_in(*facts, name) : std::string();
    }

    [[nodiscard]] std::string push_address() const {
        return network::push_address(origin_of(visit_.request), account_);
    }

    const Visit& visit_;
    const network::Services& network_;
    const agency::Account& account_;
    const std::string& public_url_;
};

ConnectionsPage read_all(const Visit& visit, const network::Services& network) {
    ConnectionsPage page{.rows = {}, .now = visit.services.now()};
    network::ConnectionsView view;
    Unsents unsent;
    visit.services.database.read([&](db::Tx& tx) {
        view = network::view_connections(tx, visit.agency());
        unsent = unsent_in(tx, visit.agency());
    });
    std::map<agency::AccountId, const network::ConnectionLine*> lines;
    for (const auto& line : view.lines) {
        lines[line.account] = &line;
        if (!line.has_secrets) continue;
        if (line.state != network::ConnectionState::off) ++page.can_pause;
        if (line.problem == network::paused_with_all) ++page.all_paused;
    }
    for (const auto& account : visit.directory->accounts()) {
        const auto found = lines.find(account.id);
        if (found == lines.end() && (!network.channels.of(account.network) || !account.is_active)) continue;
        ConnectionRow row{.account = &account, .handle = {}, .unsent = unsent[account.id]};
        if (found != lines.end()) {
            const auto& line = *found->second;
            auto signs = signs_of(line, view);
            signs.unknown = row.unsent.unknown;
            row.handle = line.handle;
            row.received_at = line.received_at;
            row.looked_at = view.feeds[account.id].looked_at;
            row.open_holes = signs.open_holes;
            row.stuck = signs.stuck;
            row.standing = standing_of(signs);
        }
        page.rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(page.rows, [](const ConnectionRow& a, const ConnectionRow& b) {
        if (a.standing != b.standing) return a.standing < b.standing;
        return a.account->name < b.account->name;
    });
    return page;
}

Response show_all(const Visit& visit, const network::Services& network, const Filled& filled = {}) {
    auto page = read_all(visit, network);
    if (auto code = visit.request.query.value("keadaan"); !code.empty()) {
        auto standing = base::from_code<Standing>(code, "keadaan");
        if (!standing) return base::pass(standing);
        page.only = *standing;
    }
    const auto html = connections_page(visit.frame(), page, filled);
    return filled.problem ? refused(html, *filled.problem) : shown(html);
}

Response pause_all(const Visit& visit, const network::Services& network) {
    if (visit.value("yakin") != "ya")
        return show_all(visit, network, visit.filled({base::Kind::invalid, "connection.unsure"}));
    auto done = visit.services.database.write([&](db::Tx& tx) {
        return network::pause_all(tx, network.ids, visit.agency(), visit.person.staff, visit.services.now());
    });
    if (!done) return show_all(visit, network, visit.filled(done.error()));
    return saved(visit, "/meja/atur/sambungan");
}

Response resume_all(const Visit& visit, const network::Services& network) {
    auto done = visit.services.database.write([&](db::Tx& tx) {
        return network::resume_all(tx, network.ids, visit.agency(), visit.person.staff, visit.services.now());
    });
    if (!done) return show_all(visit, network, visit.filled(done.error()));
    return saved(visit, "/meja/atur/sambungan");
}

Response came_back(const Visit& visit, const network::Services& network, const std::string& public_url) {
    const auto part = [&](std::string_view name) { return std::string(visit.request.query.value(name)); };
    const network::CameBack given{
        .state = part("state"), .code = part("code"), .error = part("error"), .back = back_of(visit)};
    auto taken = network::take_sign_in(network, visit.agency(), given, visit.person.staff,
                                       staff::csrf_of(visit.request));
    if (!taken) return show_all(visit, network, visit.filled(taken.error()));
    const auto* account = visit.directory->account(taken->account);
    if (!account) return not_there();
    return OneConnection(visit, network, *account, public_url).came_back(*taken, given);
}

} // namespace

void add_connection_routes(http::Router& router, const staff::Services& services,
                           const network::Services& network, std::string public_url) {
    const auto* net = &network;
    auto on_one = [net, public_url](auto act) {
        return [net, public_url, act](const Visit& visit) -> Response {
            auto account = account_of(visit);
            if (!account) return base::pass(account);
            return act(OneConnection(visit, *net, *account, public_url));
        };
    };
    add_get(router, services, "/meja/atur/sambungan/masuk", Need::whole,
            [net, public_url](const Visit& visit) { return came_back(visit, *net, public_url); });
    add_post(router, services, "/meja/atur/akun/{id}/sambungan/masuk", Need::whole,
             on_one([](const OneConnection& c) { return c.sign_in(); }));
    add_post(router, services, "/meja/atur/akun/{id}/sambungan/pilih", Need::whole,
             on_one([](const OneConnection& c) { return c.choose(); }));
    add_post(router, services, "/meja/atur/akun/{id}/sambungan/uji", Need::whole,
             on_one([](const OneConnection& c) { return c.test(); }));
    add_get(router, services, "/meja/atur/sambungan", Need::whole,
            [net](const Visit& visit) { return show_all(visit, *net); });
    add_post(router, services, "/meja/atur/sambungan/jeda", Need::whole,
             [net](const Visit& visit) { return pause_all(visit, *net); });
    add_post(router, services, "/meja/atur/sambungan/lanjut", Need::whole,
             [net](const Visit& visit) { return resume_all(visit, *net); });
    constexpr std::string_view one = "/meja/atur/akun/{id}/sambungan";
    add_get(router, services, one, Need::whole, on_one([](const OneConnection& c) { return c.show(); }));
    add_post(router, services, one, Need::whole, on_one([](const OneConnection& c) { return c.connect(); }));
    add_post(router, services, "/meja/atur/akun/{id}/sambungan/jeda", Need::whole,
             on_one([](const OneConnection& c) { return c.set_paused(/*paused=*/true); }));
    add_post(router, services, "/meja/atur/akun/{id}/sambungan/lanjut", Need::whole,
             on_one([](const OneConnection& c) { return c.set_paused(/*paused=*/false); }));
    add_post(router, services, "/meja/atur/akun/{id}/sambungan/putus", Need::whole,
             on_one([](const OneConnection& c) { return c.disconnect(); }));
    add_post(router, services, "/meja/atur/akun/{id}/sambungan/kiriman-tertahan", Need::whole,
             on_one([](const OneConnection& c) { return c.read_again(); }));
}

} // namespace administration
