#include "field/task_actions.h"

#include "deadlines/deadline_actions.h"
#include "field/task_store.h"
#include "items/item_actions.h"
#include "proof/proof_actions.h"

#include <algorithm>

namespace field {
namespace {

using staff::Role;

std::unexpected<base::Problem> missing() {
    return base::fail(base::Kind::not_found, "case.not_found");
}

cases::Actor actor_of(const cases::Context& context, const staff::Principal& person, const cases::Case& c) {
    return cases::actor_for(c, person.staff, person.roles, context.directory.offices());
}

/// Works at the office of the case, and the case is not somebody else's.
bool is_task_of(const cases::Case& c, const cases::Actor& actor) {
    if (!c.office || !cases::staff_view(c, actor).may_see) return false;
    if (actor.roles.has(Role::operator_)) return true;
    return actor.roles.has(Role::field_officer) && (!c.person || *c.person == actor.staff);
}

Task task_from(db::Tx& tx, const cases::Context& context, cases::Case c, const cases::Actor& actor) {
    Task out{.c = std::move(c), .clock = {}, .picture = {}, .km = {}, .may = {}};
    out.may_see_words = cases::staff_view(out.c, actor).may_see_words;
    for (auto& deadline : deadlines::deadlines_of(tx, out.c.agency, {"case", out.c.id.value}))
        if (deadline.name == "resolve") out.clock = std::move(deadline);
    if (out.may_see_words) {
        auto pictures = items::pictures_of_case(tx, out.c.agency, out.c.id.value);
        if (!pictures.empty()) out.picture = std::move(pictures.front());
    }
    out.may = cases::possible(tx, context, out.c, actor);
    return out;
}

std::optional<Task> visible_task(db::Tx& tx, const cases::Context& context, const staff::Principal& person,
                                 cases::CaseId id) {
    auto c = cases::case_of_id(tx, context.directory.id(), id);
    if (!c) return std::nullopt;
    auto actor = actor_of(context, person, *c);
    if (!is_task_of(*c, actor)) return std::nullopt;
    return task_from(tx, context, std::move(*c), actor);
}

base::Result<cases::Case> find_task(db::Tx& tx, const cases::Context& context, const staff::Principal& person,
                                    std::string_view code) {
    auto c = cases::find_case(tx, context.directory.id(), code, context.directory.agency().prefix);
    if (!c) return base::pass(c);
    if (!is_task_of(*c, actor_of(context, person, *c))) return missing();
    return c;
}

} // namespace

TaskList tasks_of(db::Tx& tx, const cases::Context& context, const staff::Principal& person,
                  std::optional<places::Point> here) {
    TaskList out;
    std::vector<TaskRow> rows;
    for (auto office : person.scope({Role::operator_, Role::field_officer}, context.directory))
        for (auto& row : find_tasks(tx, context.directory.id(), office, person.staff))
            rows.push_back(std::move(row));
    if (here)
        by_distance(rows, *here);
    else
        by_due(rows);
    for (const auto& row : rows) {
        if (out.open.size() == tasks_shown) {
            ++out.all;
            continue;
        }
        auto task = visible_task(tx, context, person, row.id);
        if (!task) continue;
        if (here) task->km = km_to(row, *here);
        out.open.push_back(std::move(*task));
        ++out.all;
    }
    const auto zone = context.directory.agency().zone;
    const auto today = base::at_local(base::local_day(context.now, zone), base::Duration{}, zone);
    std::vector<cases::CaseId> seen;
    for (auto id : find_done(tx, context.directory.id(), person.staff, today)) {
        if (std::ranges::find(seen, id) != seen.end()) continue;
        seen.push_back(id);
        if (auto task = visible_task(tx, context, person, id)) out.done_today.push_back(std::move(*task));
    }
    return out;
}

base::Result<WholeTask> task_of(db::Tx& tx, const cases::Context& context, const staff::Principal& person,
                                std::string_view code) {
    auto c = find_task(tx, context, person, code);
    if (!c) return base::pass(c);
    auto actor = actor_of(context, person, *c);
    WholeTask out{.task = task_from(tx, context, *c, actor), .pictures = {}, .rounds = {}};
    out.rounds = proof::rounds(tx, c->agency, c->id.value);
    if (out.task.may_see_words) out.pictures = items::pictures_of_case(tx, c->agency, c->id.value);
    return out;
}

bool shows_picture(const WholeTask& task, std::string_view sha256) noexcept {
    auto has = [&](const std::vector<std::string>& all) {
        return std::ranges::find(all, sha256) != all.end();
    };
    return has(task.pictures) || std::ranges::any_of(task.rounds, [&](const proof::Round& round) {
               return has(round.before) || has(round.after);
           });
}

base::Result<cases::Case> do_step(db::Tx& tx, const cases::Context& context, const staff::Principal& person,
                                  std::string_view code, const cases::Command& command,
                                  std::optional<int> version) {
    auto c = find_task(tx, context, person, code);
    if (!c) return base::pass(c);
    return cases::act(tx, context, *c, actor_of(context, person, *c), command, version);
}

} // namespace field
