#include "field/live_routes.h"

#include "base/encode.h"
#include "base/text.h"
#include "db/database.h"
#include "field/live_pages.h"
#include "field/live_words.h"
#include "field/step_routes.h"
#include "field/task_actions.h"
#include "field/task_pages.h"
#include "http/form.h"
#include "publishing/post_actions.h"

#include <algorithm>

namespace field {
namespace {

using base::Result;
using http::Request;
using http::Response;
namespace words = live_words;

constexpr std::size_t most_photos = 3;

std::vector<agency::OfficeId> offices_of(const Caller& caller) {
    using enum staff::Role;
    return caller.person.scope({field_officer, operator_}, *caller.directory);
}

base::Text why_not(const base::Problem& problem) {
    if (problem.field == "foto") return words::why_photo;
    if (problem.field == "tempat") return words::why_place;
    if (problem.code == "post.not_yours") return words::why_office;
    if (problem.kind == base::Kind::unavailable || problem.kind == base::Kind::limited)
        return words::why_busy;
    if (problem.code.starts_with("media.")) return words::why_unreadable;
    return words::why_what;
}

Response page(const Services& services, const Caller& caller, LiveView view, int status) {
    const auto offices = offices_of(caller);
    for (const auto office : offices)
        view.offices.emplace_back(office, caller.directory->path_name(office));
    if (!view.office && !offices.empty()) view.office = offices.front();
    const auto context = context_of(caller, services);
    const auto tasks = services.staff.database.read(
        [&](db::Tx& tx) { return tasks_of(tx, context, caller.person, std::nullopt); });
    for (const auto& task : tasks.open) {
        auto place = place_of(task);
        if (!place.empty() && view.places.size() < 10 &&
            std::ranges::find(view.places, place) == view.places.end())
            view.places.push_back(std::move(place));
    }
    return private_page(live_page(view), status);
}

LiveView blank(const Request& request, const Services& services, const Caller& caller) {
    return {.console = console_of(request, caller, std::string(words::title.in(request.language))),
            .key = base::to_base64url(services.staff.random(16))};
}

Result<Response> show(const Request& request, const Services& services) {
    auto caller = caller_of(request, services);
    if (!caller) return turned_away(request, caller.error());
    return page(services, *caller, blank(request, services, *caller), 200);
}

/// Photos that arrived stay when something else is refused.
Result<void> take_photos(const Services& services, const agency::Directory& directory, const http::Form& form,
                         LiveView& view) {
    Result<void> wrong;
    for (auto sha256 : form.fields.all("foto_terkirim"))
        if (media::is_sha256(sha256) && view.photos.size() < most_photos) view.photos.emplace_back(sha256);
    for (const auto& file : form.files) {
        if (file.field != "foto" || view.photos.size() >= most_photos) continue;
        auto picture = services.pictures.accept_bytes(directory.id(), file.bytes, directory.agency().zone);
        if (!picture)
            wrong = base::pass(picture);
        else if (std::ranges::find(view.photos, picture->sha256) == view.photos.end())
            view.photos.push_back(picture->sha256);
    }
    return wrong;
}

Result<Response> take(const Request& request, const Services& services) {
    auto caller = caller_of(request, services);
    if (!caller) return turned_away(request, caller.error());
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    LiveView view = blank(request, services, *caller);
    view.what = std::string(form->value("isi"));
    view.place = std::string(form->value("tempat"));
    if (const auto key = form->value("kunci"); !key.empty()) view.key = std::string(base::first(key, 64));
    if (auto office = base::parse_id_as<agency::OfficeId>(form->value("unit"))) view.office = *office;
    auto done = take_photos(services, *caller->directory, *form, view);
    if (done) {
        auto made = services.staff.database.write([&](db::Tx& tx) {
            return publishing::report_live(
                tx, {services.staff.ids, *caller->directory, services.channels, services.staff.now()},
                caller->person,
                {.office = view.office,
                 .what = view.what,
                 .place = view.place,
                 .photos = view.photos,
                 .form_key = view.key});
        });
        if (made) return http::redirect("/lapangan?selesai=langsung");
        done = base::pass(made);
    }
    view.why = why_not(done.error());
    return page(services, *caller, std::move(view), base::http_status(done.error().kind));
}

} // namespace

void add_live_routes(http::Router& router, const Services& services) {
    router.add(http::Method::get, "/lapangan/langsung",
               [=](const Request& request) { return show(request, services); });
    router.add(http::Method::post, "/lapangan/langsung", http::upload(),
               [=](const Request& request) { return take(request, services); });
}

} // namespace field
