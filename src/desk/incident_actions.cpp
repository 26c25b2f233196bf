#include "desk/incident_actions.h"

#include "cases/incident_actions.h"
#include "cases/likeness_actions.h"

#include <algorithm>

namespace desk {
namespace {

constexpr int most_members = 10;

bool sees(const cases::Case& c, const staff::Principal& person, const agency::Directory& directory) {
    return cases::staff_view(c, cases::actor_for(c, person.staff, person.roles, directory.offices())).may_see;
}

} // namespace

Together read_together(db::Tx& tx, const cases::Context& context, const staff::Principal& person,
                       const CaseView& view) {
    const auto& c = view.c;
    Together out;
    out.incident = cases::incident_of(tx, c.agency, c.id);
    out.doubt = cases::doubt_of(tx, c.agency, c.id);
    if (out.incident) {
        out.members = cases::members_of(tx, c.agency, out.incident->id, most_members + 1);
        for (const auto& doubt : cases::doubts_of(tx, c.agency, out.incident->id)) {
            const auto of = std::ranges::find(out.members, doubt.case_id, &cases::Case::id);
            if (doubt.case_id != c.id && of != out.members.end()) out.doubted_codes.push_back(of->code);
        }
        std::erase_if(out.members, [&](const cases::Case& each) {
            return each.id == c.id || !sees(each, person, context.directory);
        });
    }
    // Who may not read the words of this case has nothing to compare.
    if (!view.may.may_see_words) return out;
    std::string said;
    for (const auto& each : view.said)
        (said += each.text) += '\n';
    out.alike = cases::alike_for_staff(tx, context.directory, person, c, said);
    return out;
}

base::Result<cases::Case> settle_doubt(db::Tx& tx, const cases::Context& context,
                                       const staff::Principal& person, std::string_view code,
                                       cases::Look look, const std::string& reason) {
    const auto& directory = context.directory;
    auto c = cases::find_case(tx, directory.id(), code, directory.agency().prefix);
    if (!c) return base::pass(c);
    if (!sees(*c, person, directory)) return base::fail(base::Kind::not_found, "case.not_found");
    const auto actor = cases::actor_for(*c, person.staff, person.roles, directory.offices());
    return cases::settle_doubt(tx, context, *c, actor, look, reason);
}

} // namespace desk
