#include "app/seed_step.h"

#include "cases/case_actions.h"
#include "cases/routing.h"
#include "db/database.h"

#include <algorithm>
#include <charconv>

namespace app {
namespace {

using base::Result;
using cases::Command;

std::string arg(const SeedStep& step, std::string_view column) {
    return cell_of(step.table, step.args, column);
}

std::string text_of(const SeedStep& step) {
    return arg(step, "text_id");
}

/// A day so many days after the step, as schedules name it.
std::string day_after(const SeedStep& step, base::Time now, base::Zone zone) {
    int days = 30;
    std::string cell = arg(step, "days");
    std::from_chars(cell.data(), cell.data() + cell.size(), days);
    return base::to_iso(base::local_day(now, zone) + std::chrono::days(days));
}

proof::Given proof_of(const SeedStep& step, const cases::Case& c, const agency::Directory& directory,
                      base::Time now) {
    proof::Given given;
    const auto* topic = c.topic ? directory.topic(*c.topic) : nullptr;
    given.kind = cases::demanded_proof(c.kind, topic ? topic->proof : proof::ProofKind::answer,
                                       proof::ProofKind::answer);
    given.after = step.photos;
    given.note = text_of(step);
    if (given.kind == proof::ProofKind::document) {
        given.document_number = arg(step, "detail");
        given.document_day = base::local_day(now, directory.agency().zone);
    }
    given.reporter_said_yes = given.kind == proof::ProofKind::confirmation;
    if (given.note.empty()) given.note = "Pekerjaan selesai.";
    return given;
}

/// The office that the step names, else the one the rules choose now that it is verified, else the root.
agency::OfficeId office_of(const SeedStep& step, const cases::Case& c, const SeededAgency& agency) {
    if (auto named = agency.offices.find(arg(step, "detail")); named != agency.offices.end())
        return named->second;
    if (c.office) return *c.office;
    auto routed = cases::route(*agency.directory, cases::matter_of(c));
    return routed.office.value_or(agency.directory->offices().all().front().id);
}

Result<Command> command_of(const SeedStep& step, const cases::Case& c, const SeededAgency& agency,
                           const agency::Directory& directory, base::Time now) {
    auto zone = directory.agency().zone;
    const Line& line = step.line;
    auto optional = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
    auto name = base::from_code<cases::CommandName>(step.name, "script");
    if (!name) return base::pass(name);
    switch (*name) {
    case cases::CommandName::verify: {
        auto kind = base::from_code<cases::Kind>(line.at("kind"), "kind");
        if (!kind) return base::pass(kind);
        bool has_area = !line.at("area").empty();
        return cases::Verify{.kind = *kind,
                             .topic = optional(line.at("topic")),
                             .area = optional(line.at("area")),
                             .no_place = has_area ? std::nullopt : std::optional(true),
                             .public_text = c.proposed_text};
    }
    case cases::CommandName::archive: {
        auto reason = base::from_code<cases::ArchiveReason>(arg(step, "detail"), "reason");
        if (!reason) return base::pass(reason);
        return cases::Archive{.reason = *reason};
    }
    case cases::CommandName::restore: return cases::Restore{};
    case cases::CommandName::assign: return cases::Assign{.office = office_of(step, c, agency), .person = {}};
    case cases::CommandName::return_: return cases::Return{.reason = text_of(step)};
    case cases::CommandName::start: return cases::Start{};
    case cases::CommandName::schedule:
        return cases::Schedule{
            .date = day_after(step, now, zone),
            .budget_source = optional(arg(step, "detail"))
                                 .value_or("APBD " + base::to_iso(base::local_day(now, zone)).substr(0, 4)),
            .public_reason = text_of(step)};
    case cases::CommandName::ask: return cases::Ask{.question = text_of(step)};
    case cases::CommandName::answered: return cases::Answered{.answer = optional(text_of(step))};
    case cases::CommandName::resolve: return cases::Resolve{.proof = proof_of(step, c, directory, now)};
    case cases::CommandName::confirm: return cases::Confirm{};
    case cases::CommandName::contest: return cases::Contest{.words = optional(text_of(step)), .photos = {}};
    case cases::CommandName::close: return cases::Close{};
    case cases::CommandName::decline: return cases::Decline{.public_reason = text_of(step)};
    case cases::CommandName::object: return cases::Object{.reason = text_of(step)};
    case cases::CommandName::refer:
        return cases::Refer{.agency = optional(arg(step, "detail")).value_or("Dinas Sumber Daya Air"),
                            .text = text_of(step)};
    case cases::CommandName::note: return cases::Note{.text = text_of(step)};
    case cases::CommandName::join: return cases::Join{.with = step.with};
    case cases::CommandName::separate:
    case cases::CommandName::reclassify:
    case cases::CommandName::release_text:
    case cases::CommandName::redact:
    case cases::CommandName::receipt:
    case cases::CommandName::hand_back:
    case cases::CommandName::merge:
    case cases::CommandName::unmerge: return base::fail_field("script");
    }
    return base::fail_field("script");
}

/// Somebody who may do it: the reporter, the house itself, or the first of the staff.
std::optional<cases::Actor> actor_for_step(db::Tx& tx, const cases::Context& context,
                                           const SeededAgency& agency, const cases::Case& c,
                                           cases::CommandName name) {
    const auto& transition = cases::transition(name);
    auto may = [&](const cases::Actor& actor) {
        // Most people cannot: asking the rules about everybody would take longer than the step.
        if (actor.party == cases::Party::staff && c.kind != cases::Kind::whistleblowing &&
            !transition.roles.meets(actor.roles))
            return false;
        if (actor.party != cases::Party::staff && !transition.others.has(actor.party)) return false;
        return std::ranges::count(cases::possible(tx, context, c, actor), name) > 0;
    };
    if (const auto actor = cases::reporter(); may(actor)) return actor;
    // The house does what nobody of the staff does.
    if (const auto actor = cases::house(); transition.roles.empty() && may(actor)) return actor;
    // Another one first for every case, so that not one officer does it all.
    for (std::size_t i = 0; i < agency.people.size(); ++i) {
        const auto& person =
            agency.people[(i + static_cast<std::size_t>(c.id.value >> 22)) % agency.people.size()];
        auto actor = cases::actor_for(c, person.id, person.roles, context.directory.offices());
        if (may(actor)) return actor;
    }
    return std::nullopt;
}

} // namespace

Result<void> do_step(House& house, const agency::Directory& directory, const SeededAgency& agency,
                     const std::string& code, const SeedStep& step) {
    return house.database->write([&](db::Tx& tx) -> Result<void> {
        auto context = cases::context_for(directory, house.ids, house.random, house.now());
        auto c = cases::find_case(tx, directory.id(), code, directory.agency().prefix);
        if (!c) return base::pass(c);
        auto command = command_of(step, *c, agency, directory, house.now());
        if (!command) return base::pass(command);
        auto actor = actor_for_step(tx, context, agency, *c, cases::name_of(*command));
        if (!actor)
            return base::fail(base::Kind::forbidden, "office.not_yours",
                              "nobody in the scenario may " + step.name + " a case that is " +
                                  std::string(base::code_of(c->state)));
        auto done = cases::act(tx, context, *c, *actor, *command);
        if (!done) return base::pass(done);
        return {};
    });
}

} // namespace app
