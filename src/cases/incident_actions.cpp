#include "cases/incident_actions.h"

#include "base/text.h"
#include "cases/case_event_actions.h"
#include "cases/case_lock_store.h"
#include "cases/case_store.h"
#include "cases/incident_merge_actions.h"
#include "cases/incident_merge_store.h"
#include "cases/incident_store.h"
#include "cases/tally_actions.h"
#include "jobs/job_actions.h"

#include <algorithm>

namespace cases {
namespace {

using base::AgencyId;
constexpr int all_members = most_in_an_incident;

std::unexpected<base::Problem> unknown(std::string_view member) {
    return base::fail_field(std::string(member), "case.not_found");
}

/// Who is in what stays so until the end of the unit. What it was is read again: it can have changed while
/// this unit waited for its turn.
base::Result<void> hold(db::Tx& tx, const Case& c, IncidentStep& step) {
    std::vector<IncidentId> ids;
    for (const auto& each : {step.own, step.theirs})
        if (each && std::ranges::find(ids, each->id) == ids.end()) ids.push_back(each->id);
    std::ranges::sort(ids); // in one order by everybody
    bool are_there = true;
    for (IncidentId id : ids)
        are_there = lock_incident(tx, c.agency, id) && are_there;
    auto again = [&](std::optional<Incident>& known, CaseId id) {
        const auto before = known;
        known = find_incident_of(tx, c.agency, id);
        return before.has_value() == known.has_value() && (!known || known->id == before->id);
    };
    const bool is_same = again(step.own, c.id) && (!step.other || again(step.theirs, step.other->id));
    if (are_there && is_same) return {};
    return base::fail(base::Kind::conflict, "incident.changed_since");
}

/// A case of the other side stands for it.
base::Result<void> step_back(db::Tx& tx, const Case& c, IncidentStep& step) {
    if (!step.own) return base::fail(base::Kind::conflict, "incident.none");
    step.last = find_last_merging(tx, c.agency, step.own->id);
    if (auto may = may_unmerge(step.last, step.last ? count_changes_since(tx, *step.last) : 0); !may)
        return may;
    if (const auto there = find_other_side(tx, *step.last, c.id)) step.other = find(tx, c.agency, *there);
    return {};
}

std::vector<std::string> photos_in(const std::string& list) {
    std::vector<std::string> out;
    for (std::size_t from = 0; from < list.size();) {
        const auto end = std::min(list.find(' ', from), list.size());
        if (end > from) out.push_back(list.substr(from, end - from));
        from = end + 1;
    }
    return out;
}

} // namespace

base::Result<Case> other_case(db::Tx& tx, const Context& context, const std::string& text,
                              std::string_view member) {
    const AgencyId agency = context.directory.id();
    if (auto by_code = find_case(tx, agency, text, context.directory.agency().prefix)) return by_code;
    const auto id = base::parse_id_as<IncidentId>(text);
    const auto incident = id ? incident_now(tx, agency, *id) : std::nullopt;
    const auto members =
        incident ? find_members(tx, agency, incident->id, CaseId{}, 1) : std::vector<CaseId>{};
    auto first = members.empty() ? std::nullopt : find(tx, agency, members.front());
    if (!first) return unknown(member);
    return *first;
}

std::optional<std::string> named_other(const Command& command) {
    if (const auto* join = std::get_if<Join>(&command)) return join->with;
    if (const auto* separate = std::get_if<Separate>(&command)) return separate->from;
    if (const auto* merge = std::get_if<Merge>(&command)) return merge->with;
    return std::nullopt;
}

base::Result<IncidentStep> incident_step(db::Tx& tx, const Context& context, const Case& c,
                                         const Command& command) {
    IncidentStep out;
    const auto* join = std::get_if<Join>(&command);
    const auto* separate = std::get_if<Separate>(&command);
    const auto* merge = std::get_if<Merge>(&command);
    const bool unmerges = std::holds_alternative<Unmerge>(command);
    const bool asks = join || separate || merge || unmerges || std::holds_alternative<Contest>(command) ||
                      std::holds_alternative<Resolve>(command);
    if (!asks) return out;
    out.own = find_incident_of(tx, c.agency, c.id);
    if (unmerges) {
        if (auto held = hold(tx, c, out); !held) return base::pass(held);
        if (auto may = step_back(tx, c, out); !may) return base::pass(may);
        return out;
    }
    const auto text = named_other(command);
    if (!text || base::trim(*text).empty()) return out; // the lifecycle says what is missing
    auto other = other_case(tx, context, *text, separate ? "from" : "with");
    if (!other) return base::pass(other);
    // Taken in one order by everybody, so that two joins wait for each other and are never crossed.
    if (!lock_case(tx, c.agency, other->id)) return unknown("with");
    out.theirs = find_incident_of(tx, c.agency, other->id);
    out.other = std::move(*other);
    if (auto held = hold(tx, c, out); !held) return base::pass(held);
    if (merge) {
        if (auto may = may_merge(out.own, out.theirs, merge->cases); !may) return base::pass(may);
    } else if (join) {
        if (auto may = may_join(c, out.own, *out.other, out.theirs); !may) return base::pass(may);
    } else if (!out.own || !out.theirs || out.own->id != out.theirs->id) {
        return base::fail(base::Kind::conflict, "case.not_joined");
    }
    return out;
}

void enter_incident(db::Tx& tx, const Context& context, const Case& c, const IncidentStep& step,
                    const Event& event) {
    const auto& known = step.own ? step.own : step.theirs;
    const Incident incident =
        known.value_or(Incident{.agency = c.agency,
                                .id = context.ids.next<IncidentId>(),
                                .since = std::min(c.received_at, step.other->received_at),
                                .cases = 0,
                                .people = 0});
    if (!known) insert_incident(tx, incident);
    if (!step.own) static_cast<void>(add_member(tx, c.agency, incident.id, c.id, context.now));
    if (!step.theirs && add_member(tx, c.agency, incident.id, step.other->id, context.now)) {
        Event theirs = event;
        theirs.body = Joined{c.code};
        append_event(tx, context.ids, *step.other, theirs);
    }
    count_members(tx, c.agency, incident.id);
    restand(tx, context, incident.id, {incident.people});
}

void leave_incident(db::Tx& tx, const Context& context, const Case& c, const IncidentStep& step,
                    const Event& event) {
    const Incident& incident = *step.own;
    // A "belum" that waits goes on waiting, for a look at the case alone.
    remove_member(tx, c.agency, c.id);
    const auto left = find_members(tx, c.agency, incident.id, CaseId{}, 2);
    if (left.size() > 1) {
        count_members(tx, c.agency, incident.id);
        restand(tx, context, incident.id, {incident.people});
        return;
    }
    for (CaseId id : left) { // alone, it is an incident no more
        const auto last = find(tx, c.agency, id);
        remove_member(tx, c.agency, id);
        if (!last) continue;
        Event theirs = event;
        theirs.body = Separated{c.code};
        append_event(tx, context.ids, *last, theirs);
        mark_crossing(tx, context.ids, context.directory, id, context.now);
    }
    delete_incident(tx, c.agency, incident.id);
}

void restand(db::Tx& tx, const Context& context, IncidentId incident, std::initializer_list<int> before) {
    const AgencyId agency = context.directory.id();
    const auto now = find_incident(tx, agency, incident);
    if (!now) return;
    const double raise = raise_of(now->people);
    if (std::ranges::all_of(before, [&](int people) { return raise_of(people) == raise; })) return;
    for (CaseId id : find_members(tx, agency, incident, CaseId{}, all_members))
        mark_crossing(tx, context.ids, context.directory, id, context.now);
}

void recount_incident(db::Tx& tx, const Context& context, const Case& c) {
    const auto incident = find_incident_of(tx, c.agency, c.id);
    if (!incident) return;
    count_members(tx, c.agency, incident->id);
    restand(tx, context, incident->id, {incident->people});
}

std::optional<Incident> incident_of(db::Tx& tx, AgencyId agency, CaseId id) {
    return find_incident_of(tx, agency, id);
}

std::vector<CaseId> together_with(db::Tx& tx, AgencyId agency, CaseId id) {
    const auto incident = find_incident_of(tx, agency, id);
    if (!incident) return {};
    auto out = find_members(tx, agency, incident->id, CaseId{}, all_members);
    std::erase(out, id);
    return out;
}

std::vector<std::int64_t> one_fix_with(db::Tx& tx, const Case& c) {
    std::vector<std::int64_t> out;
    for (CaseId id : together_with(tx, c.agency, c.id))
        out.push_back(id.value);
    return out;
}

std::vector<Case> members_of(db::Tx& tx, AgencyId agency, IncidentId id, int most) {
    std::vector<Case> out;
    for (CaseId member : find_members(tx, agency, id, CaseId{}, most))
        if (auto c = find(tx, agency, member)) out.push_back(std::move(*c));
    return out;
}

std::vector<Incident> largest_incidents(db::Tx& tx, AgencyId agency, int most) {
    return find_largest(tx, agency, most);
}

bool waits_for_a_look(const Contest& contest, const Actor& actor, const IncidentStep& step) {
    return actor.party == Party::reporter && !contest.is_looked_at && step.own && step.own->cases > 1;
}

void note_doubt(db::Tx& tx, const Context& context, const Case& c, const IncidentStep& step,
                const Contest& contest) {
    Doubt doubt{.case_id = c.id, .incident = step.own->id, .at = context.now, .words = contest.words};
    base::json::Array photos;
    for (const auto& photo : contest.photos) {
        (doubt.photos += photo) += ' ';
        photos.emplace_back(photo);
    }
    put_doubt(tx, c.agency, doubt);
    base::json::Object staff{{"photos", std::move(photos)}};
    if (contest.words) staff["words"] = *contest.words;
    append_fact(tx, context.ids, c, doubted, reporter(), context.now, ReadBy::staff, std::move(staff));
}

void forget_doubt(db::Tx& tx, const Case& c) {
    delete_doubt(tx, c.agency, c.id);
}

std::optional<Doubt> doubt_of(db::Tx& tx, AgencyId agency, CaseId id) {
    return find_doubt(tx, agency, id);
}

std::vector<Doubt> doubts_of(db::Tx& tx, AgencyId agency, IncidentId id) {
    return find_doubts(tx, agency, id);
}

base::Result<Case> settle_doubt(db::Tx& tx, const Context& context, const Case& c, const Actor& actor,
                                Look look, const std::string& reason) {
    if (!lock_case(tx, c.agency, c.id)) return base::fail(base::Kind::not_found, "case.not_found");
    if (!transition(CommandName::join).roles.meets(actor.roles))
        return base::fail(base::Kind::forbidden, "office.not_yours");
    const auto current = find(tx, c.agency, c.id);
    const auto doubt = find_doubt(tx, c.agency, c.id);
    if (!current || !doubt) return base::fail(base::Kind::conflict, "case.wrong_state");
    if (look == Look::keep && base::trim(reason).empty())
        return base::fail_field("alasan", "case.needs_reason");
    delete_doubt(tx, c.agency, c.id);
    base::json::Object staff{{"look", base::code_of(look)}};
    if (look == Look::keep) staff["reason"] = base::trim(reason);
    append_fact(tx, context.ids, c, doubt_settled, actor, context.now, ReadBy::staff, std::move(staff));
    if (look == Look::keep) return *current;
    if (look == Look::reopen_all)
        jobs::enqueue(
            tx, context.ids, c.agency,
            {.kind = std::string(reopen_kind), .name = std::to_string(c.id.value), .run_at = context.now},
            context.now);
    return act(tx, context, c, reporter(),
               Contest{.words = doubt->words, .photos = photos_in(doubt->photos), .is_looked_at = true});
}

} // namespace cases
