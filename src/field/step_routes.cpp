#include "field/step_routes.h"

#include "db/database.h"
#include "http/form.h"

#include <algorithm>

namespace field {
namespace {

using base::Result;
using http::Request;
using http::Response;

StepDraft draft_of(const http::Form& form, Step step) {
    auto value = [&](std::string_view name) { return std::string(form.value(name)); };
    StepDraft draft{.step = step,
                    .text = value("isi"),
                    .photos = {},
                    .document_number = value("nomor"),
                    .document_day = value("tanggal"),
                    .reporter_said_yes = value("beres") == "1",
                    .planned_day = value("hari"),
                    .budget_source = value("anggaran")};
    for (auto sha256 : form.fields.all("foto_terkirim"))
        if (media::is_sha256(sha256) && draft.photos.size() < max_step_photos)
            draft.photos.emplace_back(sha256);
    return draft;
}

/// Takes the photos in, each only once; those that arrived stay when another one is refused.
Result<void> take_photos(const Services& services, const agency::Directory& directory, const http::Form& form,
                         StepDraft& draft) {
    Result<void> wrong;
    for (const auto& file : form.files) {
        if (file.field != "foto" || draft.photos.size() >= max_step_photos) continue;
        auto picture = services.pictures.accept_bytes(directory.id(), file.bytes, directory.agency().zone);
        if (!picture)
            wrong = base::pass(picture);
        else if (std::ranges::find(draft.photos, picture->sha256) == draft.photos.end())
            draft.photos.push_back(picture->sha256);
    }
    return wrong;
}

Result<std::optional<int>> version_of(const http::Form& form) {
    auto text = form.value("version");
    if (text.empty()) return base::fail_field("version", "field.missing");
    auto read = base::parse_id(text);
    if (!read || *read > 1'000'000'000) return base::fail_field("version");
    return std::optional(static_cast<int>(*read));
}

Result<cases::Case> do_it(const Services& services, const Caller& caller, const cases::Context& context,
                          const WholeTask& whole, const StepDraft& draft, std::optional<int> version) {
    auto command = command_of(draft, whole.task, demanded(whole.task.c, *caller.directory));
    if (!command) return base::pass(command);
    return services.staff.database.write([&](db::Tx& tx) {
        return do_step(tx, context, caller.person, whole.task.c.code, *command, version);
    });
}

/// The page again, as the case stands now, with all that was written.
Result<Response> show_again(const Request& request, const Services& services, const Caller& caller,
                            StepDraft draft, const base::Problem& problem) {
    auto context = context_of(caller, services);
    auto whole = services.staff.database.read(
        [&](db::Tx& tx) { return task_of(tx, context, caller.person, request.param("kode")); });
    if (!whole) return base::pass(whole);
    auto title = whole->task.c.title;
    const Step step = draft.step;
    return private_page(task_page({.console = console_of(request, caller, std::move(title)),
                                   .task = std::move(whole->task),
                                   .pictures = std::move(whole->pictures),
                                   .rounds = std::move(whole->rounds),
                                   .open = step,
                                   .draft = std::move(draft),
                                   .why = why_not(problem, step),
                                   .now = context.now}),
                        base::http_status(problem.kind));
}

std::string where_after(Step step, const std::string& code) {
    if (leaves_the_task(step))
        return html::url<"/lapangan?selesai={}&kode={}">(base::code_of(step), code).str();
    if (step == Step::start) return html::url<"/lapangan/{}#hasil">(code).str();
    return html::url<"/lapangan/{}?selesai={}">(code, base::code_of(step)).str();
}

Result<Response> take(const Request& request, const Services& services, Step step) {
    auto caller = caller_of(request, services);
    if (!caller) return turned_away(request, caller.error());
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    auto version = version_of(*form);
    if (!version) return base::pass(version);
    auto context = context_of(*caller, services);
    auto whole = services.staff.database.read(
        [&](db::Tx& tx) { return task_of(tx, context, caller->person, request.param("kode")); });
    if (!whole) return base::pass(whole);
    auto draft = draft_of(*form, step);
    if (step == Step::result)
        if (auto photos = take_photos(services, *caller->directory, *form, draft); !photos)
            return show_again(request, services, *caller, std::move(draft), photos.error());
    auto done = do_it(services, *caller, context, *whole, draft, *version);
    if (done) return http::redirect(where_after(step, done->code));
    if (done.error().kind == base::Kind::not_found) return base::pass(done);
    return show_again(request, services, *caller, std::move(draft), done.error());
}

} // namespace

void add_step_routes(http::Router& router, const Services& services) {
    for (const auto& row : base::codes<Step>) {
        const Step step = row.value;
        const auto body = step == Step::result ? http::upload() : http::in_memory(64 * http::kib);
        router.add(http::Method::post, "/lapangan/{kode}/" + std::string(row.code), body,
                   [=](const Request& request) { return take(request, services, step); });
    }
}

} // namespace field
