#include "desk/incident_view_actions.h"

#include "base/text.h"
#include "cases/code.h"
#include "cases/incident_merge_actions.h"
#include "cases/likeness_actions.h"
#include "cases/search_actions.h"
#include "staff/staff_actions.h"

#include <algorithm>

namespace desk {
namespace {

constexpr int most_members_shown = 50, most_previewed = 10, most_history = 20;
constexpr std::size_t most_choices = 8;

bool is_seen(const cases::Case& c, const staff::Principal& person, const agency::Directory& directory) {
    return cases::staff_view(c, cases::actor_for(c, person.staff, person.roles, directory.offices())).may_see;
}

std::vector<cases::Case> seen_of(db::Tx& tx, const cases::Context& context, const staff::Principal& person,
                                 cases::IncidentId id, int most) {
    auto out = cases::members_of(tx, context.directory.id(), id, most);
    std::erase_if(out, [&](const auto& c) { return !is_seen(c, person, context.directory); });
    return out;
}

std::unexpected<base::Problem> missing() {
    return base::fail(base::Kind::not_found, "incident.not_found");
}

/// What others there are to choose from, each once.
class Choices {
public:
    Choices(db::Tx& tx, const cases::Context& context, const staff::Principal& person, cases::IncidentId own)
        : tx_(tx), context_(context), person_(person), own_(own) {}

    void add(const cases::Case& c) {
        if (auto incident = cases::incident_of(tx_, c.agency, c.id)) add(*incident, c);
    }
    void add(const cases::Incident& incident, const cases::Case& first) {
        const bool is_known = std::ranges::any_of(
            all_, [&](const IncidentChoice& each) { return each.incident.id == incident.id; });
        if (incident.id == own_ || is_known || all_.size() >= most_choices) return;
        if (is_seen(first, person_, context_.directory)) all_.push_back({incident, first});
    }
    void look_for(const std::string& words) {
        if (const auto other = cases::other_case(tx_, context_, words, "cari")) add(*other);
        if (!all_.empty()) return;
        const auto found = cases::search_cases(tx_, context_.directory, person_,
                                               {.view = cases::View::all, .words = words, .limit = 50});
        for (const auto& c : found.cases)
            add(c);
    }
    void look_alike(const std::vector<cases::Case>& members) {
        constexpr std::size_t most_asked = 3;
        for (std::size_t i = 0; i < std::min(most_asked, members.size()); ++i) {
            const auto& c = members[i];
            const auto may = cases::staff_view(
                c, cases::actor_for(c, person_.staff, person_.roles, context_.directory.offices()));
            if (!may.may_see_words) continue;
            for (const auto& each :
                 cases::alike_for_staff(tx_, context_.directory, person_, c, c.proposed_text))
                if (each.incident) add(*each.incident, each.c);
        }
    }
    std::vector<IncidentChoice> take() { return std::move(all_); }

private:
    db::Tx& tx_;
    const cases::Context& context_;
    const staff::Principal& person_;
    cases::IncidentId own_;
    std::vector<IncidentChoice> all_;
};

std::optional<MergePreview> preview_of(db::Tx& tx, const cases::Context& context,
                                       const staff::Principal& person, const cases::Incident& own,
                                       cases::IncidentId with) {
    const auto agency = context.directory.id();
    const auto other = cases::incident_now(tx, agency, with);
    if (!other) return std::nullopt;
    auto members = seen_of(tx, context, person, other->id, most_previewed);
    if (members.empty()) return std::nullopt;
    MergePreview out{.other = {*other, members.front()},
                     .cases = std::move(members),
                     .people_then = cases::people_of_both(tx, agency, own.id, other->id),
                     .refused = {}};
    if (auto may = cases::may_merge(own, *other, {}); !may)
        out.refused = may.error();
    else if (auto theirs = cases::may_work_on(tx, context.directory, person, other->id); !theirs)
        out.refused = theirs.error();
    return out;
}

std::string name_of(db::Tx& tx, base::AgencyId agency, staff::StaffId id) {
    const auto person = staff::find_person(tx, agency, id);
    return person ? person->name : std::string();
}

/// Where the person gives the command: a case of that very incident, not of one that it has come into.
base::Result<cases::Case> case_in(db::Tx& tx, const cases::Context& context, const staff::Principal& person,
                                  cases::IncidentId id) {
    const auto now = cases::incident_now(tx, context.directory.id(), id);
    if (!now) return missing();
    auto c = cases::case_to_act_on(tx, context.directory, person, now->id);
    if (!c) return missing();
    if (now->id != id) return base::fail(base::Kind::conflict, "incident.changed_since");
    return std::move(*c);
}

base::Result<void> act(db::Tx& tx, const cases::Context& context, const staff::Principal& person,
                       const cases::Case& c, const cases::Command& command) {
    const auto actor = cases::actor_for(c, person.staff, person.roles, context.directory.offices());
    auto after = cases::act(tx, context, c, actor, command);
    if (!after) return base::pass(after);
    return {};
}

} // namespace

base::Result<IncidentView> read_incident(db::Tx& tx, const cases::Context& context,
                                         const staff::Principal& person, const IncidentAsked& asked) {
    const auto& directory = context.directory;
    const auto incident = cases::incident_now(tx, directory.id(), asked.id);
    if (!incident) return missing();
    IncidentView out;
    out.incident = *incident;
    out.members = seen_of(tx, context, person, incident->id, most_members_shown);
    if (out.members.empty()) {
        auto first = cases::case_to_act_on(tx, directory, person, incident->id);
        if (!first) return missing();
        out.members.push_back(std::move(*first));
    }
    out.title = out.members.front().title;
    out.may_merge = cases::may_work_on(tx, directory, person, incident->id).has_value();
    out.looked_for = asked.looked_for;
    if (out.may_merge) {
        Choices choices(tx, context, person, incident->id);
        if (asked.looked_for.empty())
            choices.look_alike(out.members);
        else
            choices.look_for(asked.looked_for);
        out.found = choices.take();
        if (asked.with) out.preview = preview_of(tx, context, person, *incident, *asked.with);
    }
    for (auto& each : cases::mergings_of(tx, directory.id(), incident->id, most_history)) {
        auto by = name_of(tx, directory.id(), each.by);
        auto undone_by = each.undone_by ? name_of(tx, directory.id(), *each.undone_by) : std::string();
        out.history.push_back({std::move(each), std::move(by), std::move(undone_by)});
    }
    if (auto last = cases::undoable(tx, directory.id(), incident->id); !last) out.not_undoable = last.error();
    return out;
}

base::Result<void> merge(db::Tx& tx, const cases::Context& context, const staff::Principal& person,
                         const MergeAsked& asked) {
    const auto& directory = context.directory;
    auto c = case_in(tx, context, person, asked.id);
    if (!c) return base::pass(c);
    const auto other = asked.with ? cases::incident_now(tx, directory.id(), *asked.with) : std::nullopt;
    if (!other || seen_of(tx, context, person, other->id, cases::most_in_an_incident).empty())
        return base::fail_field("dengan", "incident.not_found");
    if (auto may = cases::may_work_on(tx, directory, person, other->id); !may) return may;
    return act(
        tx, context, person, *c,
        cases::Merge{.with = base::to_string(other->id), .reason = asked.reason, .cases = asked.cases});
}

base::Result<void> unmerge(db::Tx& tx, const cases::Context& context, const staff::Principal& person,
                           cases::IncidentId id, const std::string& reason) {
    auto c = case_in(tx, context, person, id);
    if (!c) return base::pass(c);
    return act(tx, context, person, *c, cases::Unmerge{reason});
}

} // namespace desk
