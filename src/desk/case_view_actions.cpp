#include "desk/case_view_actions.h"

#include "agency/other_agencies_actions.h"
#include "agency/outside_actions.h"
#include "cases/arbitration_actions.h"
#include "cases/code.h"
#include "cases/deadline_change_actions.h"
#include "cases/incident_merge_actions.h"
#include "cases/routing.h"
#include "db/tx.h"
#include "deadlines/deadline_actions.h"
#include "deadlines/happening.h"
#include "desk/incident_actions.h"
#include "events/event_actions.h"
#include "items/item_actions.h"
#include "items/mail_actions.h"
#include "outgoing/outgoing_actions.h"
#include "outgoing/posting_actions.h"
#include "people/identity_actions.h"
#include "proof/proof_actions.h"
#include "referral/delivery_actions.h"
#include "staff/staff_actions.h"

#include <algorithm>

namespace desk {
namespace {

using cases::Case;
using cases::CommandName;

cases::Actor actor_of(const Case& c, const staff::Principal& person, const agency::Directory& directory) {
    return cases::actor_for(c, person.staff, person.roles, directory.offices());
}

base::Result<Case> visible_case(db::Tx& tx, const agency::Directory& directory,
                                const staff::Principal& person, std::string_view code) {
    auto found = cases::find_case(tx, directory.id(), code, directory.agency().prefix);
    if (!found) return base::pass(found);
    if (!cases::staff_view(*found, actor_of(*found, person, directory)).may_see)
        return base::fail(base::Kind::not_found, "case.not_found", "not for this person");
    return found;
}

base::json::Object data_of(const std::string& data, bool with_staff_part) {
    base::json::Object out;
    auto parsed = base::json::parse(data);
    if (!parsed || !parsed->is_object()) return out;
    for (const char* name : {"public", "staff"}) {
        if (std::string_view(name) == "staff" && !with_staff_part) continue;
        if (auto* part = parsed->get_object().if_contains(name); part && part->is_object())
            for (auto& member : part->get_object())
                out[member.key()] = member.value();
    }
    return out;
}

std::vector<Happened> timeline_of(db::Tx& tx, const Case& c, cases::StaffView may) {
    std::vector<Happened> out;
    for (const auto& event : events::timeline(tx, c.agency, "case", c.id.value)) {
        Happened each{.at = event.at,
                      .by = base::from_code<cases::Party>(event.actor_kind).value_or(cases::Party::system),
                      .staff = {},
                      .kind = event.kind,
                      .data = data_of(event.data, may.may_see_words),
                      .is_public = event.is_public};
        if (event.actor && each.by == cases::Party::staff) each.staff = cases::StaffId{*event.actor};
        out.push_back(std::move(each));
    }
    return out;
}

/// What the machine can mask is masked: the words as written are opened with the identity, and logged.
enum class Words { masked, as_written };

std::vector<Said> said_in(db::Tx& tx, const people::Vault& vault, const agency::Directory& directory,
                          const Case& c, Words show) {
    std::vector<Said> out;
    for (const auto& item : items::items_of_case(tx, c.agency, c.id.value)) {
        Said said{.at = item.created_at, .network = {}, .text = {}, .masks = {}};
        if (const auto* account = directory.account(item.account)) said.network = account->network;
        said.is_deleted = item.deleted_at.has_value();
        if (!said.is_deleted) {
            auto words = items::open_words(tx, vault, c.agency, item);
            said.is_erased = !words && words.error().code == "identity.erased";
            if (words) {
                said.masks = triage::find_private(*words);
                said.text = show == Words::masked ? item.masked : std::move(*words);
            }
            if (auto mail = items::mail_of(tx, vault, c.agency, item)) {
                said.sender = mail->sender;
                if (show == Words::as_written) said.whole = std::move(mail->opened.whole);
            }
        }
        out.push_back(std::move(said));
    }
    return out;
}

RunningDeadline explained(const deadlines::Deadline& row, const cases::Context& context, bool may_change) {
    RunningDeadline out{.row = row, .name_id = row.name, .name_en = row.name, .why = {}, .if_moved = {}};
    const auto [profile, spec] = deadlines::rule_of(row, context.profiles);
    if (!spec) return out;
    out.name_id = spec->name_id;
    out.name_en = spec->name_en;
    out.why = deadlines::explain(*profile, *spec, row, context.calendar, context.now);
    if (!may_change) return out;
    if (deadlines::extended(row, *spec, context.now, context.calendar))
        out.may_extend_by = spec->extension.value_or(0);
    out.if_moved = deadlines::if_moved(row, context.now, context.profiles, context.calendar);
    return out;
}

void name_people(db::Tx& tx, CaseView& view) {
    auto add = [&](std::int64_t id) {
        if (id == 0 || view.names.contains(id)) return;
        auto person = staff::find_person(tx, view.c.agency, staff::StaffId{id});
        view.names[id] = person ? person->name : std::string();
    };
    if (view.c.person) add(view.c.person->value);
    for (const auto& each : view.timeline) {
        if (each.staff) add(each.staff->value);
        if (auto named = base::parse_id(text_at(each.data, "person"))) add(*named);
        for (const auto told : told_in(each.data))
            add(told.value);
    }
    for (const auto& round : view.proofs)
        add(round.given_by);
}

proof::ProofKind topic_proof(const agency::Directory& directory, const Case& c) {
    const auto* topic = c.topic ? directory.topic(*c.topic) : nullptr;
    return topic ? topic->proof : proof::ProofKind::answer;
}

/// Who is chosen from the list need not be written too.
void name_agency(db::Tx& tx, const agency::Directory& directory, cases::Command& command) {
    auto* refer = std::get_if<cases::Refer>(&command);
    if (!refer) return;
    if (refer->outside)
        if (auto outside = agency::outside_agency(tx, directory.id(), *refer->outside))
            refer->agency = outside->name;
    if (!refer->to) return;
    if (auto other = agency::other_agency(tx, directory.id(), *refer->to)) refer->agency = other->name;
}

base::Result<void> check_person(db::Tx& tx, const agency::Directory& directory,
                                const cases::Command& command) {
    const auto* assign = std::get_if<cases::Assign>(&command);
    if (!assign || !assign->office || !assign->person) return {};
    auto there = people_at(tx, directory, *assign->office);
    if (std::ranges::find(there, *assign->person, &staff::Person::id) == there.end())
        return base::fail_field("person", "field.invalid", "no role at the office");
    return {};
}

/// With the code written as the house writes it, so that two spellings of one code are one.
void spell_codes(cases::Command& command, std::string_view prefix) {
    auto spell = [&](std::optional<std::string>& code) {
        if (!code) return;
        if (auto read = cases::parse_code(*code, prefix)) code = cases::to_string(*read);
    };
    if (auto* join = std::get_if<cases::Join>(&command)) spell(join->with);
    if (auto* separate = std::get_if<cases::Separate>(&command)) spell(separate->from);
    if (auto* merge = std::get_if<cases::Merge>(&command)) spell(merge->with);
}

} // namespace

base::Result<CaseView> read_case(db::Tx& tx, const cases::Context& context, const people::Vault& vault,
                                 const staff::Principal& person, std::string_view code) {
    const auto& directory = context.directory;
    auto c = visible_case(tx, directory, person, code);
    if (!c) return base::pass(c);
    const auto actor = actor_of(*c, person, directory);
    CaseView view;
    view.c = *c;
    view.may = cases::staff_view(*c, actor);
    view.possible = cases::possible(tx, context, *c, actor);
    view.timeline = timeline_of(tx, *c, view.may);
    view.proofs = proof::rounds(tx, c->agency, c->id.value);
    if (view.may.may_see_words) {
        view.said = said_in(tx, vault, directory, *c, Words::masked);
        view.told = outgoing::of_case(tx, c->agency, c->id);
        for (const auto& each : view.told)
            if (each.channel == outgoing::Channel::network)
                if (auto address = outgoing::address_of(tx, c->agency, each.id))
                    view.told_at[each.id] = std::move(*address);
        view.pictures = items::pictures_of_case(tx, c->agency, c->id.value);
    } else {
        view.c.proposed_text.clear();
        const auto open = cases::public_view(*c);
        if (!open || !open->text) // what everybody may see, an auditor may see too
            for (auto& round : view.proofs) {
                round.note.clear();
                round.before.clear();
                round.after.clear();
            }
    }
    const bool may_change = cases::may_change_deadline(*c, actor).has_value();
    for (const auto& row : deadlines::deadlines_of(tx, c->agency, {"case", c->id.value}))
        view.deadlines.push_back(explained(row, context, may_change));
    name_people(tx, view);
    view.together = read_together(tx, context, person, view);
    view.demanded = cases::demanded_proof(c->kind, topic_proof(directory, *c), topic_proof(directory, *c));
    view.route = cases::route(directory, cases::matter_of(*c));
    if (cases::is_being_settled(*c)) view.arbitration = cases::arbitration_of(tx, c->agency, c->id);
    if (view.can(cases::CommandName::refer)) {
        view.agencies = agency::other_agencies(tx, c->agency);
        view.outside = agency::outside_agencies(tx, c->agency);
        std::erase_if(view.outside, [](const agency::OutsideAgency& each) { return !each.is_active; });
    }
    if (c->state == cases::State::referred && view.may.may_see_words)
        view.delivery = referral::progress_of(tx, c->agency, c->id);
    view.answered_as = outgoing::answered_in_public_as(tx, directory, *c);
    view.has_identity = c->identity.has_value();
    return view;
}

base::Result<Given> give_command(db::Tx& tx, const cases::Context& context, const staff::Principal& person,
                                 std::string_view code, const CommandDraft& draft) {
    const auto& directory = context.directory;
    auto c = visible_case(tx, directory, person, code);
    if (!c) return base::pass(c);
    const auto actor = actor_of(*c, person, directory);
    auto command = to_command(draft);
    if (!command) return base::pass(command);
    spell_codes(*command, directory.agency().prefix);
    name_agency(tx, directory, *command);
    if (auto ok = cases::may_name_other(tx, context, person, *command); !ok) return base::pass(ok);
    if (auto ok = check_person(tx, directory, *command); !ok) return base::pass(ok);
    auto after = cases::act(tx, context, *c, actor, *command, version_of(draft));
    if (!after) return base::pass(after);
    const bool sees = cases::staff_view(*after, actor_of(*after, person, directory)).may_see;
    return Given{std::move(*after), sees};
}

base::Result<std::string> change_deadline(db::Tx& tx, const cases::Context& context,
                                          const staff::Principal& person, std::string_view code,
                                          cases::DeadlineChange change, std::string_view name,
                                          std::string_view reason) {
    auto c = visible_case(tx, context.directory, person, code);
    if (!c) return base::pass(c);
    auto changed = cases::change_deadline(tx, context, *c, actor_of(*c, person, context.directory), change,
                                          name, reason);
    if (!changed) return base::pass(changed);
    return c->code;
}

base::Result<OpenedReporter> open_reporter(db::Tx& tx, const cases::Context& context,
                                           const people::Vault& vault, const staff::Principal& person,
                                           std::string_view code, std::string_view reason) {
    const auto& directory = context.directory;
    auto c = visible_case(tx, directory, person, code);
    if (!c) return base::pass(c);
    if (!cases::staff_view(*c, actor_of(*c, person, directory)).may_see_identity)
        return base::fail(base::Kind::forbidden, "office.not_yours", "the reporter's identity");
    if (!c->identity) return base::fail(base::Kind::conflict, "identity.none");
    if (!c->office && directory.offices().all().empty())
        return base::fail(base::Kind::forbidden, "office.not_yours");
    const auto office = c->office ? *c->office : directory.offices().all().front().id;
    const auto openness =
        c->identity_mode == cases::IdentityMode::anonim ? people::Openness::sealed : people::Openness::known;
    auto identity = people::view_identity(tx, vault, context.ids, person, directory,
                                          {.identity = *c->identity,
                                           .office = office,
                                           .openness = openness,
                                           .reason = std::string(reason),
                                           .case_id = c->id.value},
                                          context.now);
    if (!identity) return base::pass(identity);
    OpenedReporter out{.c = *c, .identity = std::move(*identity), .said = {}};
    if (cases::staff_view(*c, actor_of(*c, person, directory)).may_see_words)
        out.said = said_in(tx, vault, directory, *c, Words::as_written);
    return out;
}

std::vector<staff::Person> people_at(db::Tx& tx, const agency::Directory& directory,
                                     agency::OfficeId office) {
    auto all = staff::all_people(tx, directory.id());
    std::erase_if(all, [&](const staff::Person& each) {
        return !each.is_active || std::ranges::none_of(each.roles, [&](const staff::HeldRole& held) {
            return (held.role == staff::Role::operator_ || held.role == staff::Role::field_officer) &&
                   directory.is_below(office, held.office);
        });
    });
    std::ranges::sort(all, {}, &staff::Person::name);
    return all;
}

} // namespace desk
