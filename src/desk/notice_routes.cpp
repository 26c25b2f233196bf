#include "desk/notice_routes.h"

#include "base/text.h"
#include "db/database.h"
#include "desk/notice_pages.h"
#include "desk/notice_view_actions.h"
#include "desk/notice_words.h"
#include "http/form.h"
#include "outgoing/entered_routes.h"
#include "people/contact.h"
#include "staff/duty_actions.h"
#include "staff/notice_actions.h"

namespace desk {
namespace {

using base::Result;
using http::Request;
using http::Response;
using outgoing::Entered;

/// What the form holds when it was refused.
struct Given {
    std::string email;
    std::string away;
    base::Language language = base::Language::id;
    bool is_email_wrong = false;
    bool is_away_wrong = false;

    [[nodiscard]] bool is_wrong() const noexcept { return is_email_wrong || is_away_wrong; }
};

Response show(const Request& request, const staff::Services& services, const Entered& in,
              const std::optional<Given>& given) {
    const Asking asking{in.person, *in.directory, services.now()};
    const auto notices = services.database.read([&](db::Tx& tx) { return read_notices(tx, asking); });
    NoticesPage page{.directory = *in.directory,
                     .notices = notices,
                     .now = asking.now,
                     .language = request.language,
                     .csrf = staff::csrf_of(request),
                     .email = notices.duty.email.value_or(""),
                     .mail_language = notices.duty.language,
                     .away = notices.away_until ? base::to_iso(*notices.away_until) : "",
                     .is_saved = request.query.has("tersimpan")};
    if (given) {
        page.email = given->email;
        page.mail_language = given->language;
        page.away = given->away;
        page.is_email_wrong = given->is_email_wrong;
        page.is_away_wrong = given->is_away_wrong;
    }
    return outgoing::framed(request, in, staff::Room::notices, notice_words::title.in(request.language),
                            notices_page(page), given ? 400 : 200);
}

Response count(const Request& request, const staff::Services& services, const Entered& in) {
    const auto unseen = services.database.read(
        [&](db::Tx& tx) { return staff::count_unseen(tx, in.directory->id(), in.person.staff); });
    auto response = http::page(unseen_count(unseen, request.language).str());
    response.headers.set("Cache-Control", "no-store");
    return response;
}

Result<Response> mark_seen(const Request& request, const staff::Services& services, const Entered& in) {
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    auto until = base::parse_id(form->value("sampai"));
    if (!until) return base::fail_field("sampai");
    services.database.write([&](db::Tx& tx) {
        staff::mark_seen(tx, in.directory->id(), in.person.staff, base::time_from_ms(*until), services.now());
    });
    return http::redirect("/meja/pengingat");
}

Result<Response> take_duty(const Request& request, const staff::Services& services, const Entered& in) {
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    Given given{.email = std::string(base::trim(base::first(form->value("surel"), 254))),
                .away = std::string(base::trim(base::first(form->value("berhalangan"), 40)))};
    const auto today = base::local_day(services.now(), in.directory->agency().zone);
    std::optional<base::Day> until;
    staff::Duty duty;
    given.language = duty.language =
        form->value("bahasa_surel") == "en" ? base::Language::en : base::Language::id;
    if (!given.email.empty()) {
        auto email = people::checked_email(given.email, "surel");
        given.is_email_wrong = !email;
        if (email) duty.email = std::move(*email);
    }
    if (!given.away.empty()) {
        auto day = base::parse_day(given.away);
        given.is_away_wrong = !day || *day < today;
        if (day) until = *day;
    }
    if (given.is_wrong()) return show(request, services, in, given);
    const auto agency = in.directory->id();
    const staff::StaffChange change{services.ids, services.now(), in.person.staff};
    auto done = services.database.write([&](db::Tx& tx) {
        staff::set_duty(tx, agency, in.person.staff, duty);
        return staff::stay_away(tx, change, agency, in.person.staff, today, until);
    });
    if (!done) return base::pass(done);
    return http::redirect("/meja/pengingat?tersimpan=1");
}

} // namespace

void add_notice_routes(http::Router& router, const staff::Services& services) {
    router.add(http::Method::get, "/meja/pengingat", [=](const Request& request) -> Result<Response> {
        return outgoing::enter(request, services, staff::Room::notices,
                               [&](const Entered& in) -> Result<Response> {
                                   if (request.query.value("bagian") == "jumlah")
                                       return count(request, services, in);
                                   return show(request, services, in, {});
                               });
    });
    router.add(http::Method::post, "/meja/pengingat/dibaca", http::in_memory(4 * http::kib),
               [=](const Request& request) -> Result<Response> {
                   return outgoing::enter(request, services, staff::Room::notices, [&](const Entered& in) {
                       return mark_seen(request, services, in);
                   });
               });
    router.add(http::Method::post, "/meja/pengingat/saya", http::in_memory(8 * http::kib),
               [=](const Request& request) -> Result<Response> {
                   return outgoing::enter(request, services, staff::Room::notices, [&](const Entered& in) {
                       return take_duty(request, services, in);
                   });
               });
}

} // namespace desk
