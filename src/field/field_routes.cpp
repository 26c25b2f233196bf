#include "field/field_routes.h"

#include "base/filled.h"
#include "db/database.h"
#include "field/field_words.h"
#include "field/live_routes.h"
#include "field/live_words.h"
#include "field/spoken.h"
#include "field/step_routes.h"
#include "staff/staff_routes.h"

#include <charconv>

namespace field {
namespace {

using base::Result;
using http::Request;
using http::Response;

std::optional<double> number(std::string_view text) {
    double value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// A position that cannot be read is none: the list stays ordered by deadline.
std::optional<places::Point> position_of(const Request& request) {
    auto lat = number(request.query.value("lat")), lon = number(request.query.value("lon"));
    if (!lat || !lon) return std::nullopt;
    places::Point point{*lat, *lon};
    return places::in_indonesia(point) ? std::optional(point) : std::nullopt;
}

/// "?selesai=hasil&kode=TGP-...": said once above the list.
std::string said(const Request& request) {
    if (request.query.value("selesai") == "langsung")
        return std::string(live_words::sent.in(request.language));
    auto step = base::from_code<Step>(request.query.value("selesai"), "selesai");
    if (!step) return {};
    auto code = base::first(request.query.value("kode"), 20);
    switch (*step) {
    case Step::result: return filled(words::said_result, request.language, {code});
    case Step::question: return filled(words::said_question, request.language, {code});
    case Step::giving_back: return filled(words::said_back, request.language, {code});
    case Step::schedule: return filled(words::said_plan, request.language, {code});
    case Step::start:
    case Step::note: return {};
    }
    return {};
}

Result<Response> show_list(const Request& request, const Services& services) {
    auto caller = caller_of(request, services);
    if (!caller) return turned_away(request, caller.error());
    auto context = context_of(*caller, services);
    auto here = position_of(request);
    auto list =
        services.staff.database.read([&](db::Tx& tx) { return tasks_of(tx, context, caller->person, here); });
    return private_page(
        list_page({.console = console_of(request, *caller, std::string(words::title.in(request.language))),
                   .open = std::move(list.open),
                   .all = list.all,
                   .done_today = std::move(list.done_today),
                   .order = here ? Order::distance : Order::due,
                   .said = said(request),
                   .now = context.now}));
}

Result<Response> show_task(const Request& request, const Services& services) {
    auto caller = caller_of(request, services);
    if (!caller) return turned_away(request, caller.error());
    auto context = context_of(*caller, services);
    auto whole = services.staff.database.read(
        [&](db::Tx& tx) { return task_of(tx, context, caller->person, request.param("kode")); });
    if (!whole) return base::pass(whole);
    auto title = whole->task.c.title;
    TaskView view{.console = console_of(request, *caller, std::move(title)),
                  .task = std::move(whole->task),
                  .pictures = std::move(whole->pictures),
                  .rounds = std::move(whole->rounds),
                  .now = context.now};
    if (auto open = base::from_code<Step>(request.query.value("buka"), "buka")) view.open = *open;
    if (request.query.value("selesai") == base::code_of(Step::note)) view.said = words::said_note;
    return private_page(task_page(view));
}

Result<Response> show_picture(const Request& request, const Services& services) {
    auto caller = caller_of(request, services);
    if (!caller) return base::pass(caller);
    auto context = context_of(*caller, services);
    auto whole = services.staff.database.read(
        [&](db::Tx& tx) { return task_of(tx, context, caller->person, request.param("kode")); });
    if (!whole) return base::pass(whole);
    auto sha256 = request.param("sha256");
    if (!media::is_sha256(sha256) || !shows_picture(*whole, sha256))
        return base::fail(base::Kind::not_found, "media.unknown");
    const auto size = request.query.value("ukuran") == "kecil" ? media::Size::thumb : media::Size::stored;
    auto opened = services.pictures.open(caller->directory->id(), sha256, size);
    if (!opened) return base::pass(opened);
    auto response = http::file(opened->path, "image/jpeg", opened->sha256);
    response.headers.set("Cache-Control", "private, no-store");
    return response;
}

} // namespace

Result<Caller> caller_of(const Request& request, const Services& services) {
    auto person = staff::signed_in(request, services.staff);
    if (!person) return base::pass(person);
    if (!staff::opens(staff::Room::field, *person))
        return base::fail(base::Kind::not_found, "page.not_found", "no role that works in the field");
    auto directory = staff::directory_of(request, services.staff);
    if (!directory) return base::pass(directory);
    return Caller{std::move(*directory), std::move(*person)};
}

Result<Response> turned_away(const Request& request, base::Problem problem) {
    if (problem.kind == base::Kind::unauthenticated) return staff::to_sign_in(request);
    return std::unexpected(std::move(problem));
}

cases::Context context_of(const Caller& caller, const Services& services) {
    return cases::context_for(*caller.directory, services.staff.ids, services.staff.random,
                              services.staff.now());
}

staff::Console console_of(const Request& request, const Caller& caller, std::string title) {
    return {.title = std::move(title),
            .here = staff::Room::field,
            .person = caller.person,
            .directory = *caller.directory,
            .language = request.language,
            .csrf = staff::csrf_of(request),
            .layout = staff::Layout::field,
            .islands = {html::Island::field}};
}

Response private_page(html::Markup page, int status) {
    auto response = http::page(std::move(page).str(), status);
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("Referrer-Policy", "same-origin");
    return response;
}

void add_routes(http::Router& router, const Services& services) {
    router.add(http::Method::get, "/lapangan",
               [=](const Request& request) { return show_list(request, services); });
    router.add(http::Method::get, "/lapangan/{kode}",
               [=](const Request& request) { return show_task(request, services); });
    router.add(http::Method::get, "/lapangan/{kode}/foto/{sha256}",
               [=](const Request& request) { return show_picture(request, services); });
    add_live_routes(router, services);
    add_step_routes(router, services);
}

} // namespace field
