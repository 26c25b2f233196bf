#include "network/connection_view_actions.h"

#include "db/tx.h"
#include "events/event_actions.h"
#include "network/connection_actions.h"
#include "network/connection_store.h"
#include "network/connection_view_store.h"
#include "network/push_actions.h"
#include "network/source_store.h"
#include "network/stream_actions.h"

namespace network {
namespace {

using agency::AccountId;
using base::AgencyId;
using base::Time;

constexpr int shown_at_most = 20;
constexpr std::chrono::days closed_shown{7};

std::optional<Time> last_at(db::Tx& tx, AgencyId agency, AccountId account, std::string_view kind) {
    const auto event = events::last_of(tx, agency, "account", account.value, kind);
    return event ? std::optional(event->at) : std::nullopt;
}

std::optional<Time> changed_at(db::Tx& tx, AgencyId agency, const Connected& row) {
    switch (row.state) {
    case ConnectionState::connected: return std::nullopt;
    case ConnectionState::broken: return last_at(tx, agency, row.account, "account.broken");
    case ConnectionState::off: break;
    }
    return last_at(tx, agency, row.account,
                   row.problem == disconnected ? "account.disconnected" : "account.paused");
}

std::map<AccountId, std::int64_t> by_account(const std::vector<AccountCount>& counts) {
    std::map<AccountId, std::int64_t> out;
    for (const auto& each : counts)
        out[each.account] = each.count;
    return out;
}

void note(db::Tx& tx, base::IdSource& ids, AgencyId agency, std::string_view kind, int count,
          staff::StaffId by, Time now) {
    events::append(tx, ids, agency,
                   {.subject_kind = "agency",
                    .subject = agency.value,
                    .kind = std::string(kind),
                    .at = now,
                    .actor_kind = "staff",
                    .actor = by.value,
                    .is_public = false,
                    .data = boost::json::serialize(base::json::Object{{"accounts", count}})});
}

} // namespace

std::optional<ConnectionView> view_connection(db::Tx& tx, AgencyId agency, AccountId account, Time now) {
    auto row = store::find_connection(tx, agency, account);
    if (!row) return std::nullopt;
    ConnectionView view;
    view.row = std::move(*row);
    view.has_secrets = !view.row.secrets_sealed.empty();
    view.row.secrets_sealed.clear();
    view.changed_at = changed_at(tx, agency, view.row);
    view.feeds = store::feeds_of(tx, agency, account);
    view.threads = store::threads_of(tx, agency, account, shown_at_most);
    view.figures = store::thread_figures(tx, agency, account);
    view.open_holes = store::open_holes_of(tx, agency, account, shown_at_most);
    view.open_count = store::count_open_holes(tx, agency, account);
    view.closed_holes = store::closed_holes_of(tx, agency, account, now - closed_shown, shown_at_most);
    view.stuck = store::stuck_of(tx, agency, account);
    view.budgets = store::budgets(tx, agency, account);
    view.streams_since = streams_since(tx, agency, account, now);
    return view;
}

ConnectionsView view_connections(db::Tx& tx, AgencyId agency) {
    ConnectionsView view;
    view.lines = store::connection_lines(tx, agency);
    for (auto& each : store::feed_figures(tx, agency))
        view.feeds[each.account] = each;
    view.open_holes = by_account(store::open_hole_counts(tx, agency));
    view.stuck = by_account(store::stuck_counts(tx, agency));
    return view;
}

std::vector<ConnectionLine> connection_lines(db::Tx& tx, AgencyId agency) {
    return store::connection_lines(tx, agency);
}

std::vector<BrokenAccount> broken_accounts(db::Tx& tx, AgencyId agency) {
    std::vector<BrokenAccount> out;
    for (auto& line : store::broken_lines(tx, agency))
        out.push_back({.account = line.account,
                       .handle = std::move(line.handle),
                       .since = last_at(tx, agency, line.account, "account.broken")});
    return out;
}

base::Result<int> pause_all(db::Tx& tx, base::IdSource& ids, AgencyId agency, staff::StaffId by, Time now) {
    int count = 0;
    for (const auto& line : store::connection_lines(tx, agency)) {
        if (!line.has_secrets || line.state == ConnectionState::off) continue;
        auto paused = set_paused(tx, ids, agency, line.account, /*paused=*/true, by, now);
        if (!paused) return base::pass(paused);
        auto row = store::find_connection(tx, agency, line.account);
        if (!row) continue;
        row->problem = std::string(paused_with_all);
        if (!store::update_connection(tx, agency, *row))
            return base::fail(base::Kind::conflict, "case.changed_meanwhile");
        ++count;
    }
    if (count > 0) note(tx, ids, agency, "agency.networks_paused", count, by, now);
    return count;
}

base::Result<int> resume_all(db::Tx& tx, base::IdSource& ids, AgencyId agency, staff::StaffId by, Time now) {
    int count = 0;
    for (const auto& line : store::connection_lines(tx, agency)) {
        if (line.state != ConnectionState::off || line.problem != paused_with_all) continue;
        auto resumed = set_paused(tx, ids, agency, line.account, /*paused=*/false, by, now);
        if (!resumed) return base::pass(resumed);
        ++count;
    }
    if (count > 0) note(tx, ids, agency, "agency.networks_resumed", count, by, now);
    return count;
}

void read_stuck_again(db::Tx& tx, AgencyId agency, AccountId account) {
    store::wait_again(tx, agency, account);
    tx.signal(pushed);
}

} // namespace network
