#include "intake/record_routes.h"

#include "base/encode.h"
#include "cases/visibility.h"
#include "http/form.h"
#include "intake/receipt_pages.h"
#include "intake/receipt_words.h"
#include "intake/record_pages.h"
#include "intake/record_words.h"
#include "intake/report.h"
#include "intake/report_words.h"
#include "staff/staff_routes.h"

#include <algorithm>

namespace intake {
namespace {

using base::Result;
using http::Request;
using http::Response;

constexpr std::string_view channel_cookie = "tanggap_kanal"; ///< the channel chosen last, for the next form
constexpr std::chrono::seconds channel_age = std::chrono::days(30);

struct Caller {
    agency::DirectoryPtr directory;
    staff::Principal person;
};

/// unauthenticated: to be sent to the sign-in; not_found for those whose roles do not record.
Result<Caller> caller_of(const Request& request, const staff::Services& staff) {
    auto person = staff::signed_in(request, staff);
    if (!person) return base::pass(person);
    if (!staff::opens(staff::Room::record, *person))
        return base::fail(base::Kind::not_found, "page.not_found", "no role that records");
    auto directory = staff::directory_of(request, staff);
    if (!directory) return base::pass(directory);
    return Caller{std::move(*directory), std::move(*person)};
}

Result<Response> turned_away(const Request& request, base::Problem problem) {
    if (problem.kind == base::Kind::unauthenticated) return staff::to_sign_in(request);
    return std::unexpected(std::move(problem));
}

std::string new_key(const Services& services) {
    return base::to_base64url(services.random(16));
}

staff::Console console_of(const Request& request, const Caller& caller, base::Text title) {
    return {.title = std::string(title.in(request.language)),
            .here = staff::Room::record,
            .person = caller.person,
            .directory = *caller.directory,
            .language = request.language,
            .csrf = staff::csrf_of(request),
            .islands = {html::Island::record}};
}

Response private_page(html::Markup page, int status = 200) {
    auto response = http::page(std::move(page).str(), status);
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("Referrer-Policy", "no-referrer");
    return response;
}

RecordDraft draft_of(const http::Form& form) {
    auto value = [&](std::string_view name) { return std::string(form.value(name)); };
    RecordDraft draft{.key = value("kunci"),
                      .channel = value("kanal"),
                      .text = value("isi"),
                      .place = value("tempat"),
                      .kind = value("jenis"),
                      .topic = value("topik"),
                      .name = value("nama"),
                      .email = value("surel"),
                      .phone = value("hp"),
                      .identity = form.fields.has("identitas") ? value("identitas") : "public",
                      .words_may_be_public = value("setuju") == "1",
                      .link = value("tautan"),
                      .letter_number = value("nomor"),
                      .letter_day = value("tanggal"),
                      .received_at = value("diterima"),
                      .photos = {}};
    for (auto sha256 : form.fields.all("foto_terkirim"))
        if (media::is_sha256(sha256) && draft.photos.size() < max_record_photos)
            draft.photos.emplace_back(sha256);
    return draft;
}

base::Text picture_problem(const base::Problem& problem) {
    if (problem.code == "media.too_large") return words::photo_large;
    if (problem.code == "media.unreadable") return words::photo_unreadable;
    return words::photo_busy;
}

/// Takes the pictures in, each only once; gives the sentence for the first that cannot be.
std::optional<base::Text> take_pictures(const Services& services, const agency::Directory& directory,
                                        const http::Form& form, RecordDraft& draft) {
    std::optional<base::Text> wrong;
    for (const auto& file : form.files) {
        if (file.field != "foto") continue;
        if (draft.photos.size() >= max_record_photos) return words::photos_many;
        auto picture = services.pictures.accept_bytes(directory.id(), file.bytes, directory.agency().zone);
        if (!picture)
            wrong = picture_problem(picture.error());
        else if (std::ranges::find(draft.photos, picture->sha256) == draft.photos.end())
            draft.photos.push_back(picture->sha256);
    }
    return wrong;
}

ReadingView reading_of(const Services& services, const agency::Directory& directory,
                       const RecordDraft& draft) {
    auto read = preview(services, directory, draft);
    return {.is_empty = read.is_empty,
            .understood = read.understood,
            .kind_is_sure = read.kind_is_sure,
            .kind_is_chosen = !draft.kind.empty(),
            .topic_is_chosen = !draft.topic.empty(),
            .office = read.office,
            .is_urgent = directory.agency().is_emergency(read.understood.urgency),
            .has_private_data = read.has_private_data};
}

/// "2026-05-26T13:05" in the agency's zone, as datetime-local writes it.
std::string local_minute(base::Time now, base::Zone zone) {
    return base::to_iso(now, zone).substr(0, 16);
}

struct Showing {
    RecordDraft draft;
    std::vector<std::pair<RecordMember, base::Text>> problems = {};
    std::optional<KnownLink> known = {};
    int status = 200;
};

Response show(const Request& request, const Services& services, const Caller& caller, Showing showing) {
    auto reading = reading_of(services, *caller.directory, showing.draft);
    return private_page(
        record_page({.console = console_of(request, caller, words::record_title),
                     .draft = std::move(showing.draft),
                     .problems = std::move(showing.problems),
                     .reading = std::move(reading),
                     .known = std::move(showing.known),
                     .local_now = local_minute(services.now(), caller.directory->agency().zone)}),
        showing.status);
}

bool may_see(const cases::Case& c, const Caller& caller) {
    auto actor = cases::actor_for(c, caller.person.staff, caller.person.roles, caller.directory->offices());
    return cases::staff_view(c, actor).may_see;
}

Response show_receipt(const Request& request, const Caller& caller, const Record& record, Recorded recorded) {
    auto link = html::Url::from(request.scheme + "://" + request.host +
                                html::url<"/lacak/{}?kunci={}">(recorded.c.code, recorded.secret).str());
    const bool may_open = may_see(recorded.c, caller);
    return private_page(receipt_page(
        {.console = console_of(request, caller, words::receipt_title),
         .c = recorded.c,
         .deadlines = std::move(recorded.deadlines),
         .channel = record.channel,
         .link = link ? *link : html::url<"/lacak/{}?kunci={}">(recorded.c.code, recorded.secret),
         .email = record.email,
         .phone = record.phone,
         .may_open_case = may_open}));
}

Result<Response> take(const Request& request, const Services& services, const staff::Services& staff) {
    auto caller = caller_of(request, staff);
    if (!caller) return turned_away(request, caller.error());
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    auto draft = draft_of(*form);
    auto picture = take_pictures(services, *caller->directory, *form, draft);
    if (!form->value("lihat").empty()) {
        if (!is_form_key(draft.key)) draft.key = new_key(services);
        return show(request, services, *caller, {.draft = std::move(draft)});
    }
    auto checked = check(draft, *caller->directory, services.now());
    if (picture) checked.problems.emplace_back(RecordMember::photos, *picture);
    auto again = [&](int status, std::optional<KnownLink> known = {}) {
        if (!is_form_key(draft.key)) draft.key = new_key(services);
        return show(request, services, *caller,
                    {.draft = std::move(draft),
                     .problems = std::move(checked.problems),
                     .known = std::move(known),
                     .status = status});
    };
    if (!checked.problems.empty()) return again(400);
    auto recorded = take_record(services, staff.directories, caller->directory->id(), caller->person.staff,
                                checked.record);
    if (!recorded) {
        if (recorded.error().code == "account.unknown") {
            checked.problems.emplace_back(RecordMember::channel, words::channel_closed);
            return again(503);
        }
        if (recorded.error().code == "item.known") return again(409, KnownLink{});
        return base::pass(recorded);
    }
    if (recorded->was_known)
        return again(
            409, KnownLink{may_see(recorded->c, *caller) ? std::optional(recorded->c.code) : std::nullopt});
    auto response = show_receipt(request, *caller, checked.record, std::move(*recorded));
    http::set_cookie(response, request,
                     {.name = std::string(channel_cookie),
                      .value = std::string(base::code_of(checked.record.channel)),
                      .max_age = channel_age,
                      .path = "/meja/catat"});
    return response;
}

} // namespace

void add_record_routes(http::Router& router, const Services& services, const staff::Services& staff) {
    router.add(http::Method::get, "/meja/catat", [=](const Request& request) -> Result<Response> {
        auto caller = caller_of(request, staff);
        if (!caller) return turned_away(request, caller.error());
        RecordDraft draft;
        draft.key = new_key(services);
        if (auto kept = base::from_code<Channel>(request.cookie(channel_cookie), "kanal"))
            draft.channel = base::code_of(*kept);
        return show(request, services, *caller, {.draft = std::move(draft)});
    });

    // The answer to the form is the receipt itself: the secret in it stands in no address and in no cookie.
    router.add(http::Method::post, "/meja/catat/tanda-terima", http::upload(),
               [=](const Request& request) { return take(request, services, staff); });

    router.add(http::Method::get, "/meja/catat/tanda-terima",
               [=](const Request& request) -> Result<Response> {
                   auto caller = caller_of(request, staff);
                   if (!caller) return turned_away(request, caller.error());
                   return private_page(receipt_gone_page(console_of(request, *caller, words::receipt_title)));
               });

    router.add(http::Method::post, "/meja/catat/bacaan", http::in_memory(128 * http::kib),
               [=](const Request& request) -> Result<Response> {
                   auto caller = caller_of(request, staff);
                   if (!caller) return base::pass(caller);
                   auto form = http::parse_form(request);
                   if (!form) return base::pass(form);
                   auto reading = reading_of(services, *caller->directory, draft_of(*form));
                   return private_page(reading_panel(reading, *caller->directory, request.language));
               });

    // A form that came back shows the pictures it already has; whoever knows key and hash sent both.
    router.add(http::Method::get, "/meja/catat/foto/{kunci}/{sha256}",
               [=](const Request& request) -> Result<Response> {
                   auto caller = caller_of(request, staff);
                   if (!caller) return base::pass(caller);
                   if (!is_form_key(request.param("kunci")) || !media::is_sha256(request.param("sha256")))
                       return base::fail(base::Kind::not_found, "media.unknown");
                   auto opened = services.pictures.open(caller->directory->id(), request.param("sha256"),
                                                        media::Size::thumb);
                   if (!opened) return base::pass(opened);
                   auto response = http::file(opened->path, "image/jpeg", opened->sha256);
                   response.headers.set("Cache-Control", "private, no-store");
                   return response;
               });
}

} // namespace intake
