#include "desk/desk_actions.h"

#include "cases/beside_actions.h"
#include "cases/case_actions.h"
#include "cases/routing.h"
#include "cases/search_actions.h"
#include "cases/view_actions.h"
#include "deadlines/deadline_actions.h"
#include "desk/listening.h"
#include "desk/presence_actions.h"
#include "events/event_actions.h"
#include "items/listened_actions.h"
#include "learning/suggestion_actions.h"
#include "network/connection_view_actions.h"
#include "staff/staff_actions.h"

#include <algorithm>

namespace desk {
namespace {

cases::StaffView view_of(const cases::Case& c, const Asking& asking) {
    return cases::staff_view(
        c, cases::actor_for(c, asking.person.staff, asking.person.roles, asking.directory.offices()));
}

cases::ViewFilter filter_of(const Asking& asking, const Address& address) {
    cases::ViewFilter filter{.view = address.view,
                             .kind = address.kind,
                             .topic = address.topic,
                             .words = address.words,
                             .after = address.after,
                             .limit = rows_of_a_page};
    if (address.office)
        for (const auto& office : asking.directory.offices().below(*address.office))
            filter.within.push_back(office.id);
    return filter;
}

/// A page of the list, as the address asks for it.
struct Page {
    std::vector<cases::Case> cases = {};
    std::optional<cases::ViewMark> next = {};
    cases::Fitting fits = {}; ///< only where a filter is set
};

Page found_of(db::Tx& tx, const Asking& asking, const cases::Sight& sight, const cases::ViewFilter& filter,
              bool is_filtered) {
    if (!filter.words.empty()) {
        auto found = cases::search_cases(tx, asking.directory, asking.person, filter);
        Page out{.cases = std::move(found.cases), .fits = found.fits};
        // Search goes on by the id alone.
        if (found.next) out.next = cases::ViewMark{asking.now, *found.next};
        return out;
    }
    Page out{.cases = cases::page_of(tx, asking.directory, sight, filter)};
    if (is_filtered) out.fits = cases::count_of(tx, asking.directory, sight, filter);
    if (std::ssize(out.cases) == filter.limit)
        out.next = cases::ViewMark{out.cases.back().received_at, out.cases.back().id};
    return out;
}

std::string name_of(db::Tx& tx, const Asking& asking, staff::StaffId id) {
    auto found = staff::find_person(tx, asking.directory.id(), id);
    return found ? found->name : std::string();
}

const agency::RoutingRule* rule_of(const cases::Case& c, const agency::Directory& directory) {
    auto route = cases::route(directory, cases::matter_of(c));
    if (!route.rule || !c.office || route.office != c.office) return nullptr;
    auto found = std::ranges::find(directory.rules(), *route.rule, &agency::RoutingRule::id);
    return found == directory.rules().end() ? nullptr : &*found;
}

/// Those of the person's offices, of what stands above or below them, and of the whole agency.
std::vector<network::BrokenAccount> broken_for(db::Tx& tx, const Asking& asking) {
    const auto& directory = asking.directory;
    auto all = network::broken_accounts(tx, directory.id());
    std::erase_if(all, [&](const network::BrokenAccount& each) {
        const auto* account = directory.account(each.account);
        if (!account || !account->is_active) return true;
        if (!account->office) return false;
        return std::ranges::none_of(asking.person.roles, [&](const staff::HeldRole& held) {
            return directory.is_below(*account->office, held.office) ||
                   directory.is_below(held.office, *account->office);
        });
    });
    return all;
}

} // namespace

base::Result<cases::Case> seen_case(db::Tx& tx, const Asking& asking, std::string_view code) {
    auto found = cases::find_case(tx, asking.directory.id(), code, asking.directory.agency().prefix);
    if (!found) return base::pass(found);
    if (!view_of(*found, asking).may_see) return base::fail(base::Kind::not_found, "case.not_found");
    return found;
}

base::Result<Summary> read_summary(db::Tx& tx, const Asking& asking, std::string_view code) {
    auto found = seen_case(tx, asking, code);
    if (!found) return base::pass(found);
    const auto agency = asking.directory.id();
    Summary out{.row = {.c = std::move(*found), .view = {}, .clock = {}}};
    const cases::Case& c = out.row.c;
    out.row.view = view_of(c, asking);
    out.clocks = deadlines::deadlines_of(tx, agency, {"case", c.id.value});
    out.row.clock = clock_to_show(out.clocks);
    out.row.others = others(tx, agency, c.id, asking.person.staff, asking.now);
    if (c.person) out.person = name_of(tx, asking, *c.person);
    if (auto assigned = events::last_of(tx, agency, "case", c.id.value, "case.assigned")) {
        out.assigned_at = assigned->at;
        if (assigned->actor) out.assigned_by = name_of(tx, asking, staff::StaffId{*assigned->actor});
    }
    out.rule = rule_of(c, asking.directory);
    return out;
}

Desk read_desk(db::Tx& tx, const Asking& asking, const Address& address) {
    const auto& directory = asking.directory;
    const auto sight = cases::sight_for(tx, asking.person, directory);
    const auto filter = filter_of(asking, address);
    Desk out;
    out.counts = cases::views_of(tx, directory, sight);
    out.decides = sight.decides();
    auto holds_any = [&](std::initializer_list<staff::Role> roles) {
        return std::ranges::any_of(roles, [&](staff::Role role) { return asking.person.holds(role); });
    };
    using enum staff::Role;
    out.releases_quotes = holds_any({operator_, coordinator, communications});
    out.listens = hears(asking.person) && items::has_listened(tx, directory.id());
    out.reads_recap = holds_any({coordinator, head, auditor, administrator});
    auto found = found_of(tx, asking, sight, filter, address.is_filtered());
    out.fits = address.is_filtered() ? found.fits : cases::Fitting{out.counts.of(address.view)};
    out.reads_models = holds_any({coordinator, administrator});
    out.reading = learning::last_month(tx, directory.agency(), asking.now);
    auto looking = all_others(tx, directory.id(), asking.person.staff, asking.now);
    auto clocks = cases::clocks_of(tx, found.cases);
    const auto people = cases::people_of(tx, found.cases);
    for (auto& c : found.cases) {
        ListRow row{.c = std::move(c), .view = {}, .clock = {}};
        row.view = view_of(row.c, asking);
        row.clock = clock_to_show(clocks[row.c.id]);
        row.others = std::move(looking[row.c.id]);
        if (const auto touched = people.find(row.c.id); touched != people.end()) row.people = touched->second;
        out.rows.push_back(std::move(row));
    }
    out.next = found.next;
    out.broken = broken_for(tx, asking);
    if (!address.code.empty())
        if (auto summary = read_summary(tx, asking, address.code)) out.summary = std::move(*summary);
    return out;
}

} // namespace desk
