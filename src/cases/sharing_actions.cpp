#include "cases/sharing_actions.h"

#include "cases/sharing_store.h"
#include "cases/visibility.h"
#include "staff/absence_actions.h"

#include <algorithm>
#include <map>

namespace cases {
namespace {

/// Who is there today, and who stands in for whom; people are looked up once each.
class Presence {
public:
    Presence(db::Tx& tx, const agency::Directory& directory, base::Time now)
        : tx_(tx), agency_(directory.id()), today_(base::local_day(now, directory.agency().zone)),
          absences_(staff::absences(tx, agency_, today_)) {}

    [[nodiscard]] const staff::Person* person(StaffId id) const {
        auto [found, is_new] = people_.try_emplace(id);
        if (is_new) found->second = staff::find_person(tx_, agency_, id);
        return found->second ? &*found->second : nullptr;
    }
    [[nodiscard]] bool has_left(StaffId id) const {
        const auto* found = person(id);
        return !found || !found->is_active || found->roles.empty();
    }
    /// Away by what the agency noted, or by what they say themselves.
    [[nodiscard]] bool is_there(StaffId id) const {
        return !has_left(id) && !staff::is_away(absences_, id, today_);
    }
    [[nodiscard]] std::optional<StaffId> instead_of(StaffId id) const {
        const auto other = staff::stand_in(absences_, id, today_);
        return other && *other != id && is_there(*other) ? other : std::nullopt;
    }

private:
    db::Tx& tx_;
    base::AgencyId agency_;
    base::Day today_;
    std::vector<staff::Absence> absences_;
    mutable std::map<StaffId, std::optional<staff::Person>> people_;
};

bool may_have(const Case& c, const staff::Person& person, const agency::OfficeTree& offices) {
    return staff_view(c, actor_for(c, person.id, person.roles, offices)).may_see;
}

/// Those who work right at the office, not above it, and are there.
std::vector<Officer> officers_of(db::Tx& tx, const Case& c, const agency::Directory& directory,
                                 const Presence& presence) {
    std::vector<Officer> out;
    const auto loads = person_loads(tx, directory.id());
    for (StaffId id : staff::workers_at(tx, directory.id(), *c.office)) {
        const auto* person = presence.person(id);
        if (!presence.is_there(id) || !may_have(c, *person, directory.offices())) continue;
        const auto load = std::ranges::find(loads, id, &Officer::id);
        out.push_back({id, load == loads.end() ? 0 : load->open});
    }
    return out;
}

/// Few are to know of it: a person gives it, not a rule.
bool is_shared_by_hand(const Case& c) {
    return c.kind == Kind::whistleblowing || c.is_conduct();
}

struct Choice {
    std::optional<StaffId> person;
    EntrustReason reason = EntrustReason::least_work;
};

std::optional<Choice> chosen(db::Tx& tx, const Case& c, const agency::Directory& directory,
                             const Presence& presence) {
    if (!c.office || is_shared_by_hand(c)) return std::nullopt;
    auto sharing = find_sharing(tx, directory.id(), *c.office);
    if (!sharing) return std::nullopt;
    auto person = choose(sharing->how, officers_of(tx, c, directory, presence), sharing->last_person);
    if (!person) return std::nullopt;
    sharing->last_person = person;
    put_sharing(tx, directory.id(), *sharing);
    return Choice{person, sharing->how == SharedBy::turn ? EntrustReason::turn : EntrustReason::least_work};
}

std::optional<Choice> instead(const Case& c, StaffId person, const agency::Directory& directory,
                              const Presence& presence) {
    auto other = presence.instead_of(person);
    if (!other || !may_have(c, *presence.person(*other), directory.offices())) return std::nullopt;
    return Choice{other, EntrustReason::substitute};
}

bool is_in_work(State state) noexcept {
    return state == State::assigned || state == State::in_progress || state == State::scheduled ||
           state == State::awaiting_reporter;
}

base::Result<void> entrust(db::Tx& tx, const Context& context, const Case& seen, const Choice& choice) {
    auto done = happen(tx, context, seen.id, [&](const Case& c) -> base::Result<Event> {
        if (c.office != seen.office || c.person != seen.person || c.state != seen.state)
            return base::fail(base::Kind::conflict, "case.changed_meanwhile");
        return Event{context.now, Party::system, {}, Entrusted{choice.person, c.person, choice.reason}};
    });
    if (!done && done.error().kind != base::Kind::conflict) return base::pass(done);
    return {};
}

} // namespace

base::Result<void> share_on(db::Tx& tx, const Context& context, const events::Stored& event) {
    if (event.subject_kind != "case" || (event.kind != "case.assigned" && event.kind != "case.moved"))
        return {};
    auto c = case_of_id(tx, context.directory.id(), CaseId{event.subject});
    if (!c || !is_in_work(c->state)) return {};
    const Presence presence(tx, context.directory, context.now);
    if (c->person && presence.is_there(*c->person)) return {};
    auto choice = c->person ? instead(*c, *c->person, context.directory, presence)
                            : chosen(tx, *c, context.directory, presence);
    if (!choice) return {};
    return entrust(tx, context, *c, *choice);
}

std::vector<StaffId> people_to_relieve(db::Tx& tx, const agency::Directory& directory, base::Time now) {
    std::vector<StaffId> out;
    const auto loads = person_loads(tx, directory.id());
    if (loads.empty()) return out;
    const Presence presence(tx, directory, now);
    for (const Officer& each : loads)
        if (presence.has_left(each.id) || presence.instead_of(each.id)) out.push_back(each.id);
    return out;
}

base::Result<int> relieve(db::Tx& tx, const Context& context, StaffId person, int limit) {
    const auto& directory = context.directory;
    const Presence presence(tx, directory, context.now);
    const bool has_left = presence.has_left(person);
    int relieved = 0;
    for (CaseId id : open_cases_of(tx, directory.id(), person, limit)) {
        auto c = case_of_id(tx, directory.id(), id);
        if (!c || c->person != person) continue;
        auto choice = instead(*c, person, directory, presence);
        if (!choice && has_left) {
            choice = chosen(tx, *c, directory, presence);
            if (!choice) choice = Choice{std::nullopt, EntrustReason::left};
        }
        if (!choice) continue;
        if (auto done = entrust(tx, context, *c, *choice); !done) return base::pass(done);
        ++relieved;
    }
    return relieved;
}

std::vector<Sharing> sharing_of(db::Tx& tx, base::AgencyId agency) {
    return all_sharing(tx, agency);
}

base::Result<void> set_sharing(db::Tx& tx, const agency::Directory& directory, OfficeId office,
                               std::optional<SharedBy> how) {
    if (!directory.office(office)) return base::fail(base::Kind::not_found, "office.unknown");
    if (!how) {
        delete_sharing(tx, directory.id(), office);
        return {};
    }
    auto sharing = find_sharing(tx, directory.id(), office).value_or(Sharing{.office = office});
    sharing.how = *how;
    put_sharing(tx, directory.id(), sharing);
    return {};
}

} // namespace cases
