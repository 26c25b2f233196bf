#include "cases/incident_merge_actions.h"

#include "cases/case_event_actions.h"
#include "cases/case_store.h"
#include "cases/incident_merge_store.h"
#include "cases/incident_store.h"
#include "cases/transitions.h"
#include "cases/visibility.h"

#include <algorithm>

namespace cases {
namespace {

using base::AgencyId;

/// Looks at the cases of an incident, some at a time, until one is what is looked for.
template <class Is>
std::optional<Case> first_of(db::Tx& tx, AgencyId agency, IncidentId id, const Is& is_it) {
    constexpr int some = 50;
    CaseId after;
    for (;;) {
        const auto ids = find_members(tx, agency, id, after, some);
        for (auto& c : find_all(tx, agency, ids))
            if (is_it(c)) return std::move(c);
        if (std::ssize(ids) < some) return std::nullopt;
        after = ids.back();
    }
}

Actor actor_at(const Case& c, const staff::Principal& person, const agency::Directory& directory) {
    return actor_for(c, person.staff, person.roles, directory.offices());
}

bool may_join_at(const Case& c, const Actor& actor) {
    return staff_view(c, actor).may_see && transition(CommandName::merge).roles.meets(actor.roles);
}

/// The same for each other case, which names the one that stands for the other side.
template <class Told> void tell(db::Tx& tx, const Context& context, const std::vector<CaseId>& all,
                                const Case& but, const std::string& with, const Event& event) {
    Event theirs = event;
    std::get<Told>(theirs.body).with = with;
    for (CaseId id : all) {
        if (id == but.id) continue;
        if (const auto other = find(tx, but.agency, id)) append_event(tx, context.ids, *other, theirs);
    }
}

} // namespace

base::Result<void> may_work_on(db::Tx& tx, const agency::Directory& directory, const staff::Principal& person,
                               IncidentId id) {
    const bool may = first_of(tx, directory.id(), id, [&](const Case& c) {
                         return may_join_at(c, actor_at(c, person, directory));
                     }).has_value();
    if (may) return {};
    return base::fail(base::Kind::forbidden, "incident.not_yours");
}

base::Result<void> may_name_other(db::Tx& tx, const Context& context, const staff::Principal& person,
                                  const Command& command) {
    const auto text = named_other(command);
    if (!text) return {};
    const std::string member = std::holds_alternative<Separate>(command) ? "from" : "with";
    auto other = other_case(tx, context, *text, member);
    if (!other) return base::pass(other);
    if (!staff_view(*other, actor_at(*other, person, context.directory)).may_see)
        return base::fail_field(member, "case.not_found");
    if (!std::holds_alternative<Merge>(command)) return {};
    const auto theirs = incident_of(tx, other->agency, other->id);
    return theirs ? may_work_on(tx, context.directory, person, theirs->id) : base::Result<void>();
}

std::optional<Case> case_to_act_on(db::Tx& tx, const agency::Directory& directory,
                                   const staff::Principal& person, IncidentId id) {
    auto found = first_of(tx, directory.id(), id,
                          [&](const Case& c) { return may_join_at(c, actor_at(c, person, directory)); });
    if (found) return found;
    return first_of(tx, directory.id(), id,
                    [&](const Case& c) { return staff_view(c, actor_at(c, person, directory)).may_see; });
}

void complete_merging(Body& body, const IncidentStep& step) {
    if (auto* merged = std::get_if<Merged>(&body)) {
        merged->with = step.other->code;
        merged->incident = step.own->id;
        merged->gone = step.theirs->id;
        merged->cases = step.theirs->cases;
    }
    if (auto* unmerged = std::get_if<Unmerged>(&body)) {
        unmerged->with = step.other ? step.other->code : std::string();
        unmerged->incident = step.last->kept;
        unmerged->again = step.last->gone;
        unmerged->cases = step.last->cases;
    }
}

void merge_incidents(db::Tx& tx, const Context& context, const Case& c, const IncidentStep& step,
                     const Event& event) {
    const Incident &kept = *step.own, &gone = *step.theirs;
    const auto stay = find_members(tx, c.agency, kept.id, CaseId{}, most_in_an_incident);
    const auto come = find_members(tx, c.agency, gone.id, CaseId{}, most_in_an_incident);
    insert_merging(tx, {.agency = c.agency,
                        .id = context.ids.next<MergingId>(),
                        .kept = kept.id,
                        .gone = gone.id,
                        .gone_since = gone.since,
                        .at = event.at,
                        .by = event.staff,
                        .reason = std::get<Merged>(event.body).reason,
                        .cases = gone.cases,
                        .people = gone.people});
    move_members(tx, c.agency, gone.id, kept.id);
    delete_incident(tx, c.agency, gone.id);
    count_members(tx, c.agency, kept.id);
    tell<Merged>(tx, context, stay, c, step.other->code, event);
    tell<Merged>(tx, context, come, c, c.code, event);
    restand(tx, context, kept.id, {kept.people, gone.people});
}

void unmerge_incidents(db::Tx& tx, const Context& context, const Case& c, const IncidentStep& step,
                       const Event& event) {
    Merging last = *step.last;
    insert_incident(tx,
                    {.agency = c.agency, .id = last.gone, .since = last.gone_since, .cases = 0, .people = 0});
    move_members_back(tx, last);
    last.undone_at = event.at;
    last.undone_by = event.staff;
    end_merging(tx, last);
    for (IncidentId id : {last.kept, last.gone})
        count_members(tx, c.agency, id);
    const auto stayed = find_members(tx, c.agency, last.kept, CaseId{}, most_in_an_incident);
    const auto back = find_members(tx, c.agency, last.gone, CaseId{}, most_in_an_incident);
    auto code_of_first = [&](const std::vector<CaseId>& all) {
        const auto first = all.empty() ? std::nullopt : find(tx, c.agency, all.front());
        return first ? first->code : std::string();
    };
    tell<Unmerged>(tx, context, stayed, c, code_of_first(back), event);
    tell<Unmerged>(tx, context, back, c, code_of_first(stayed), event);
    for (IncidentId id : {last.kept, last.gone})
        restand(tx, context, id, {step.own->people});
}

std::optional<Incident> incident_now(db::Tx& tx, AgencyId agency, IncidentId id) {
    constexpr int most_steps = 20;
    for (int step = 0; step < most_steps; ++step) {
        if (auto found = find_incident(tx, agency, id)) return found;
        const auto kept = find_kept_of(tx, agency, id);
        if (!kept) return std::nullopt;
        id = *kept;
    }
    return std::nullopt;
}

std::vector<IncidentId> gone_into(db::Tx& tx, AgencyId agency, IncidentId id) {
    constexpr int most = 100;
    std::vector<IncidentId> out, open{id};
    while (!open.empty() && out.size() < most) {
        const IncidentId into = open.back();
        open.pop_back();
        for (const auto& merging : find_mergings(tx, agency, into, most)) {
            if (!merging.stands() || std::ranges::find(out, merging.gone) != out.end()) continue;
            out.push_back(merging.gone);
            open.push_back(merging.gone);
        }
    }
    return out;
}

int people_of_both(db::Tx& tx, AgencyId agency, IncidentId a, IncidentId b) {
    return count_people_of_both(tx, agency, a, b);
}

base::Result<Merging> undoable(db::Tx& tx, AgencyId agency, IncidentId id) {
    auto last = find_last_merging(tx, agency, id);
    if (auto may = may_unmerge(last, last ? count_changes_since(tx, *last) : 0); !may) return base::pass(may);
    return std::move(*last);
}

std::vector<Merging> mergings_of(db::Tx& tx, AgencyId agency, IncidentId id, int most) {
    return find_mergings(tx, agency, id, most);
}

} // namespace cases
