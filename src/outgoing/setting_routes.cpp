#include "base/text.h"
#include "db/database.h"
#include "http/form.h"
#include "outgoing/entered_routes.h"
#include "outgoing/language_code.h"
#include "outgoing/office_hours_pages.h"
#include "outgoing/office_time_actions.h"
#include "outgoing/outgoing_routes.h"
#include "outgoing/preview_actions.h"
#include "outgoing/template_actions.h"
#include "outgoing/template_pages.h"
#include "outgoing/template_words.h"
#include "staff/staff_actions.h"

namespace outgoing {
namespace {

using base::Result;
using http::Request;
using http::Response;
using staff::Room;

Result<TemplateKey> key_of(const Request& request) {
    auto key = base::from_code<TemplateKey>(request.param("key"));
    if (!key) return base::fail(base::Kind::not_found, "page.not_found");
    return key;
}

Response show_template(const Request& request, const staff::Services& services, const Entered& in,
                       TemplateView view) {
    view.language = request.language;
    view.zone = in.directory->agency().zone;
    view.csrf = staff::csrf_of(request);
    services.database.read([&](db::Tx& tx) {
        view.versions.clear();
        for (auto& version : template_versions(tx, in.directory->id(), view.key, view.of)) {
            auto person = staff::find_person(tx, in.directory->id(), version.changed_by);
            view.versions.push_back({std::move(version), person ? person->name : std::string()});
        }
        if (view.given == Template{} && !view.problem)
            view.given = template_in_force(tx, in.directory->id(), view.key, view.of);
    });
    const int status = view.problem ? base::http_status(view.problem->kind) : 200;
    return framed(request, in, Room::settings, words::templates_title.in(request.language),
                  template_page(view), status);
}

/// With the same checks as saving, so that what is shown could be saved.
void take_preview(const staff::Services& services, const Entered& in, const Post& post, TemplateView& view) {
    auto text = checked(view.given);
    if (!text) {
        view.problem = std::move(text.error());
        return;
    }
    auto shown = services.database.read([&](db::Tx& tx) {
        return preview(tx, *in.directory, in.person,
                       {.key = view.key,
                        .language = view.of,
                        .given = *text,
                        .code = view.preview_code,
                        .public_url = post.public_url},
                       services.now());
    });
    if (!shown) {
        view.problem = std::move(shown.error());
        view.problem->field = "laporan";
        return;
    }
    view.preview = std::move(shown->text);
    view.previewed = std::move(shown->code);
}

Result<Response> take_template(const Request& request, const staff::Services& services, const Entered& in,
                               const Post& post) {
    auto key = key_of(request);
    if (!key) return base::pass(key);
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    TemplateView view;
    view.key = *key;
    view.of = language_of(form->value("bahasa"));
    const auto what = form->value("lakukan");
    view.given = {std::string(form->value("subjek")), std::string(form->value("isi"))};
    view.preview_code = base::trim(base::first(form->value("laporan"), 40));
    if (what == "pratinjau") {
        take_preview(services, in, post, view);
        return show_template(request, services, in, std::move(view));
    }
    if (what != "simpan" && what != "bawaan") return base::fail_field("lakukan");
    const TemplateChange change{services.ids, services.now(), in.person.staff};
    auto done = services.database.write([&](db::Tx& tx) {
        return what == "bawaan"
                   ? back_to_builtin(tx, change, in.directory->id(), view.key, view.of)
                   : change_template(tx, change, in.directory->id(), view.key, view.of, view.given);
    });
    if (!done) {
        view.problem = std::move(done.error());
        return show_template(request, services, in, std::move(view));
    }
    return http::redirect(
        html::url<"/meja/atur/balasan/{}?teks={}&tersimpan=1">(base::code_of(*key), code_of(view.of)).str());
}

Response show_hours(const Request& request, const staff::Services& services, const Entered& in,
                    OfficeHoursView view) {
    view.language = request.language;
    view.zone = in.directory->agency().zone;
    view.csrf = staff::csrf_of(request);
    view.now = services.now();
    const bool is_wrong = std::ranges::find(view.is_wrong, true) != view.is_wrong.end();
    services.database.read([&](db::Tx& tx) {
        view.next_open = next_open(*in.directory, view.now);
        if (is_wrong) return;
        const auto hours = agency::office_hours_of(tx, in.directory->id());
        for (std::size_t day = 0; day < view.days.size(); ++day)
            view.days[day] = agency::to_text(hours.days[day]);
    });
    return framed(request, in, Room::settings, words::hours_title.in(request.language),
                  office_hours_page(view), is_wrong ? 400 : 200);
}

Result<Response> take_hours(const Request& request, const staff::Services& services, const Entered& in) {
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    OfficeHoursView view;
    agency::OfficeHours hours;
    bool is_right = true;
    for (std::size_t day = 0; day < hours.days.size(); ++day) {
        view.days[day] = base::first(form->value(day_field(day)), 80);
        auto read = agency::parse_intervals(view.days[day], day_field(day));
        view.is_wrong[day] = !read;
        is_right = is_right && read;
        if (read) hours.days[day] = std::move(*read);
    }
    if (!is_right) return show_hours(request, services, in, std::move(view));
    services.database.write([&](db::Tx& tx) {
        agency::change_office_hours(
            tx, {.ids = services.ids, .now = services.now(), .staff = in.person.staff.value},
            in.directory->id(), hours);
    });
    return http::redirect("/meja/atur/jam-kerja?tersimpan=1");
}

} // namespace

void add_setting_routes(http::Router& router, const staff::Services& services, const Post& post) {
    router.add(http::Method::get, "/meja/atur/balasan", [=](const Request& request) -> Result<Response> {
        return enter(request, services, Room::settings, [&](const Entered& in) -> Result<Response> {
            TemplatesView view{
                .language = request.language, .of = language_of(request.query.value("teks")), .own = {}};
            view.own = services.database.read(
                [&](db::Tx& tx) { return own_templates(tx, in.directory->id(), view.of); });
            return framed(request, in, Room::settings, words::templates_title.in(request.language),
                          templates_page(view));
        });
    });
    router.add(
        http::Method::get, "/meja/atur/balasan/{key}", [=](const Request& request) -> Result<Response> {
            return enter(request, services, Room::settings, [&](const Entered& in) -> Result<Response> {
                auto key = key_of(request);
                if (!key) return base::pass(key);
                TemplateView view;
                view.key = *key;
                view.of = language_of(request.query.value("teks"));
                view.is_saved = request.query.has("tersimpan");
                return show_template(request, services, in, std::move(view));
            });
        });
    router.add(http::Method::post, "/meja/atur/balasan/{key}", http::in_memory(64 * http::kib),
               [=](const Request& request) -> Result<Response> {
                   return enter(request, services, Room::settings, [&](const Entered& in) {
                       return take_template(request, services, in, post);
                   });
               });
    router.add(http::Method::get, "/meja/atur/jam-kerja", [=](const Request& request) -> Result<Response> {
        return enter(request, services, Room::settings, [&](const Entered& in) -> Result<Response> {
            OfficeHoursView view;
            view.is_saved = request.query.has("tersimpan");
            return show_hours(request, services, in, std::move(view));
        });
    });
    router.add(http::Method::post, "/meja/atur/jam-kerja", http::in_memory(16 * http::kib),
               [=](const Request& request) -> Result<Response> {
                   return enter(request, services, Room::settings,
                                [&](const Entered& in) { return take_hours(request, services, in); });
               });
}

} // namespace outgoing
