#include "desk/case_answer_routes.h"

#include "base/text.h"
#include "cases/earlier_answer_actions.h"
#include "db/database.h"
#include "desk/presence_actions.h"
#include "staff/staff_routes.h"

namespace desk {
namespace {

bool chooses_place(const CommandDraft& draft) {
    return draft.name == cases::CommandName::verify || draft.name == cases::CommandName::reclassify;
}

std::string all_said(const CaseView& view) {
    std::string out;
    for (const auto& said : view.said)
        out += said.text + "\n";
    return out + view.c.place_name.value_or("");
}

CommandChoices choices_for(db::Tx& tx, const CaseServices& services, const agency::Directory& directory,
                           const CaseView& view, CommandDraft& draft) {
    CommandChoices out;
    if (chooses_place(draft)) {
        const std::string looked_for = draft.value("cari_tempat");
        const bool is_new = draft.name == cases::CommandName::verify;
        std::optional<std::string> current = is_new ? view.c.area : std::nullopt;
        if (auto typed = draft.value("area"); !typed.empty() && typed != no_place) current = typed;
        out.places = services.places->choices(directory, current, looked_for, all_said(view));
        // The first that was looked for and found is the one that is meant.
        if (!looked_for.empty()) {
            auto found = services.places->choices(directory, {}, looked_for, {});
            if (!found.empty()) draft.set("area", found.front().code);
        }
    }
    if (draft.name == cases::CommandName::assign)
        if (auto office = base::parse_id_as<agency::OfficeId>(draft.value("office")))
            for (const auto& person : people_at(tx, directory, *office))
                out.people.push_back({base::to_string(person.id), person.name});
    return out;
}

/// Verifying and assigning are what most people come for: their forms stand open.
std::optional<cases::CommandName> usual_form(const CaseView& view) {
    auto next = usual_next(view);
    const bool is_form = next == cases::CommandName::verify || next == cases::CommandName::assign;
    return is_form ? next : std::nullopt;
}

/// The forms whose words the reporter reads as what the agency says on the matter.
bool writes_answer(const CaseView& view, const CommandDraft& draft) {
    if (!view.may.may_see_words || view.c.kind == cases::Kind::appreciation) return false;
    if (draft.name == cases::CommandName::ask || draft.name == cases::CommandName::decline) return true;
    return draft.name == cases::CommandName::resolve &&
           draft.value("proof.kind") == base::code_of(proof::ProofKind::answer);
}

std::optional<CommandDraft> form_of(const CaseView& view, const Showing& showing) {
    if (showing.open) return showing.open;
    auto name = showing.wanted && view.can(*showing.wanted) ? showing.wanted : std::nullopt;
    if (!name && showing.opens_usual) name = usual_form(view);
    return name ? std::optional(opened(view, *name)) : std::nullopt;
}

} // namespace

base::Result<Caller> caller_of(const http::Request& request, const CaseServices& services) {
    auto person = staff::signed_in(request, services.staff);
    if (!person) return base::pass(person);
    auto directory = staff::directory_of(request, services.staff);
    if (!directory) return base::pass(directory);
    return Caller{std::move(*person), std::move(*directory)};
}

cases::Context context_of(const CaseServices& services, const Caller& caller) {
    return cases::context_for(*caller.directory, services.staff.ids, services.staff.random,
                              services.staff.now());
}

std::function<base::Result<http::Response>(const http::Request&)> for_caller(const CaseServices& services,
                                                                             CallerHandler* handler) {
    return [services, handler](const http::Request& request) -> base::Result<http::Response> {
        auto caller = caller_of(request, services);
        if (caller) return handler(request, services, *caller);
        if (caller.error().kind == base::Kind::unauthenticated) return staff::to_sign_in(request);
        return base::pass(caller);
    };
}

http::Response private_page(const html::Markup& page, int status) {
    auto response = http::page(page.str(), status);
    response.headers.set("Cache-Control", "no-store");
    return response;
}

base::Result<http::Response> show_case(const http::Request& request, const CaseServices& services,
                                       const Caller& caller, Showing showing) {
    const auto& directory = *caller.directory;
    const auto context =
        cases::context_for(directory, services.staff.ids, services.staff.random, services.staff.now());
    struct Read {
        CaseView view;
        std::optional<CommandDraft> open;
        CommandChoices choices;
        std::vector<Looking> others;
    };
    auto read = services.staff.database.read([&](db::Tx& tx) -> base::Result<Read> {
        auto view = read_case(tx, context, services.vault, caller.person, request.param("code"));
        if (!view) return base::pass(view);
        auto open = form_of(*view, showing);
        CommandChoices choices;
        if (open) choices = choices_for(tx, services, directory, *view, *open);
        if (open && writes_answer(*view, *open)) view->earlier = cases::closest_answers(tx, view->c);
        auto looking = others(tx, directory.id(), view->c.id, caller.person.staff, context.now);
        return Read{std::move(*view), std::move(open), std::move(choices), std::move(looking)};
    });
    if (!read) return base::pass(read);
    // Read outside the unit: it takes no row.
    const auto state = read->view.c.state;
    if (read->view.may.may_see_words &&
        (state == cases::State::received || state == cases::State::verified)) {
        read->view.hints = hints_of(read->view.c, services.readers, directory);
        if (read->open && !showing.open) follow_hints(*read->open, *read->view.hints);
    }
    const int status = showing.problem ? base::http_status(showing.problem->kind) : 200;
    return private_page(desk_case_page({.view = read->view,
                                        .directory = directory,
                                        .person = caller.person,
                                        .language = request.language,
                                        .csrf = staff::csrf_of(request),
                                        .now = context.now,
                                        .open = std::move(read->open),
                                        .problem = std::move(showing.problem),
                                        .choices = std::move(read->choices),
                                        .done = showing.done,
                                        .others = std::move(read->others),
                                        .reason_is_missing = showing.reason_is_missing}),
                        status);
}

} // namespace desk
