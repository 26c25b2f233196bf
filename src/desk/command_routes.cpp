#include "desk/command_routes.h"

#include "base/text.h"
#include "db/database.h"
#include "desk/case_answer_routes.h"
#include "http/form.h"
#include "staff/staff_routes.h"

#include <algorithm>
#include <charconv>

namespace desk {
namespace {

using base::Result;
using cases::CommandName;
using http::Request;
using http::Response;

std::optional<int> number(std::string_view text) {
    int out = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return out;
}

CommandDraft draft_of(CommandName name, const http::Form& form) {
    CommandDraft draft{.name = name, .version = number(form.value("versi"))};
    draft.events_seen = static_cast<std::size_t>(std::max(0, number(form.value("peristiwa")).value_or(0)));
    for (std::string_view field : fields_of(name))
        draft.set(field, std::string(form.value(field)));
    for (auto sha256 : form.fields.all("foto_terkirim"))
        if (media::is_sha256(sha256) && draft.photos.size() < max_form_photos)
            draft.photos.emplace_back(sha256);
    return draft;
}

/// Takes the pictures in, each once; the problem of the first that cannot be.
std::optional<base::Problem> take_photos(const CaseServices& services, const agency::Directory& directory,
                                         const http::Form& form, CommandDraft& draft) {
    std::optional<base::Problem> wrong;
    for (const auto& file : form.files) {
        if (file.field != "foto") continue;
        if (draft.photos.size() >= max_form_photos)
            return base::Problem{
                .kind = base::Kind::invalid, .code = "field.invalid", .field = "proof.after"};
        auto picture = services.pictures.accept_bytes(directory.id(), file.bytes, directory.agency().zone);
        if (!picture) {
            wrong = picture.error();
            wrong->field = "proof.after";
        } else if (std::ranges::find(draft.photos, picture->sha256) == draft.photos.end()) {
            draft.photos.push_back(picture->sha256);
        }
    }
    return wrong;
}

/// Only who could give the command may leave pictures here.
Result<void> may_resolve(const CaseServices& services, const Caller& caller, std::string_view code) {
    const auto context = cases::context_for(*caller.directory, services.staff.ids, services.staff.random,
                                            services.staff.now());
    return services.staff.database.read([&](db::Tx& tx) -> Result<void> {
        auto view = read_case(tx, context, services.vault, caller.person, code);
        if (!view) return base::pass(view);
        if (!cases::transition(CommandName::resolve)
                 .roles.meets(cases::actor_for(view->c, caller.person.staff, caller.person.roles,
                                               caller.directory->offices())
                                  .roles) &&
            !view->can(CommandName::resolve))
            return base::fail(base::Kind::forbidden, "office.not_yours");
        return {};
    });
}

/// What is no fault of the form is answered by itself; the rest stands at its field.
bool stands_in_the_form(const base::Problem& problem) {
    switch (problem.kind) {
    case base::Kind::invalid:
    case base::Kind::conflict:
    case base::Kind::too_large:
    case base::Kind::unsupported:
    case base::Kind::limited:
    case base::Kind::unavailable: return true;
    case base::Kind::unauthenticated:
    case base::Kind::forbidden:
    case base::Kind::not_found:
    case base::Kind::broken: return false;
    }
    return false;
}

Response answer_done(const Request& request, const Caller& caller, const CommandDraft& draft,
                     const Given& given) {
    if (given.still_sees)
        return http::redirect(
            html::url<"/meja/laporan/{}?selesai={}">(given.after.code, noun_of(draft.name)).str());
    const auto* office = given.after.office ? caller.directory->office(*given.after.office) : nullptr;
    return private_page(gone_page({.code = given.after.code,
                                   .done = draft.name,
                                   .office = office ? office->name : std::string(),
                                   .directory = *caller.directory,
                                   .person = caller.person,
                                   .language = request.language,
                                   .csrf = staff::csrf_of(request)}));
}

Result<Response> take_command(const Request& request, const CaseServices& services, const Caller& caller) {
    const auto name = command_of_noun(request.param("action"));
    if (!name) return base::fail(base::Kind::not_found, "page.not_found");
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    CommandDraft draft = draft_of(*name, *form);
    std::optional<base::Problem> photo;
    if (*name == CommandName::resolve && !form->files.empty()) {
        if (auto may = may_resolve(services, caller, request.param("code")); !may) return base::pass(may);
        photo = take_photos(services, *caller.directory, *form, draft);
    }
    if (!form->value("langkah").empty()) // a step inside the form: other choices, nothing done yet
        return show_case(request, services, caller, {.open = std::move(draft)});
    if (photo)
        return show_case(request, services, caller, {.open = std::move(draft), .problem = std::move(photo)});
    const auto context = context_of(services, caller);
    auto given = services.staff.database.write(
        [&](db::Tx& tx) { return give_command(tx, context, caller.person, request.param("code"), draft); });
    if (!given) {
        if (!stands_in_the_form(given.error())) return base::pass(given);
        return show_case(request, services, caller,
                         {.open = std::move(draft), .problem = std::move(given.error())});
    }
    return answer_done(request, caller, draft, *given);
}

} // namespace

void add_command_routes(http::Router& router, const CaseServices& services) {
    router.add(http::Method::post, "/meja/laporan/{code}/{action}", http::upload(),
               for_caller(services, take_command));
}

} // namespace desk
