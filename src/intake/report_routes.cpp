#include "intake/report_routes.h"

#include "base/encode.h"
#include "http/form.h"
#include "http/requester.h"
#include "intake/form_seal.h"
#include "intake/report_pages.h"
#include "intake/report_words.h"
#include "intake/same_actions.h"
#include "intake/suspicion.h"
#include "intake/watch.h"

#include <algorithm>

namespace intake {
namespace {

std::string new_key(const Services& services, const agency::Directory& directory) {
    return sealed_key(directory.agency().secret_salt, services.random(16), services.now());
}

/// The form as it came, with what the page has to say about it.
http::Response show(const http::Request& request, const agency::Directory& directory, const PageFrame& frame,
                    ReportPage page, int status_of_problems = 400) {
    page.head = frame.head(request, directory);
    for (const auto& sha256 : page.draft.photos)
        page.pictures.emplace_back(sha256, html::url<"/lapor/foto/{}/{}">(page.draft.key, sha256));
    const int status = page.wait ? 429 : page.problems.empty() ? 200 : status_of_problems;
    const auto wait = page.wait;
    auto response = http::page(report_page(std::move(page)).str(), status);
    if (status == 503) response.headers.set("Retry-After", "5");
    response.headers.set("Cache-Control", "no-store");
    if (wait)
        response.headers.set("Retry-After",
                             std::to_string(std::chrono::ceil<std::chrono::seconds>(*wait).count()));
    return response;
}

base::Text photo_problem(const base::Problem& problem) {
    if (problem.code == "media.too_large") return words::photo_large;
    if (problem.code == "media.unreadable") return words::photo_unreadable;
    return words::photo_busy;
}

struct PhotoTrouble {
    base::Text words;
    int status = 400; ///< 503: ours, and the same form may come again
};

/// Takes the pictures in, each only once; gives what is wrong with the last that cannot be.
std::optional<PhotoTrouble> take_photos(const Services& services, const agency::Directory& directory,
                                        const http::Form& form, ReportDraft& draft) {
    std::optional<PhotoTrouble> wrong;
    for (const auto& file : form.files) {
        if (file.field != "foto") continue;
        if (draft.photos.size() >= max_report_photos) return PhotoTrouble{words::photos_many};
        auto picture = services.pictures.accept_bytes(directory.id(), file.bytes, directory.agency().zone);
        if (!picture) {
            wrong = PhotoTrouble{photo_problem(picture.error()),
                                 picture.error().kind == base::Kind::unavailable ? 503 : 400};
        } else if (std::ranges::find(draft.photos, picture->sha256) == draft.photos.end()) {
            draft.photos.push_back(picture->sha256);
        }
    }
    return wrong;
}

/// A button's answer stands behind that of the form itself.
std::string same_of(const http::Form& form) {
    const auto all = form.fields.all("sama");
    for (auto answer : all)
        if (answer != not_the_same) return std::string(answer);
    return all.empty() ? std::string() : std::string(not_the_same);
}

std::vector<SameThing> same_things(const Services& services, const agency::Directory& directory,
                                   const Report& report) {
    std::vector<SameThing> out;
    for (const auto& alike : same_as(services, directory, report))
        out.push_back({alike.c.code, alike.c.title, alike.c.state, alike.people(), alike.c.received_at});
    return out;
}

ReportDraft draft_of(const http::Form& form) {
    auto value = [&](std::string_view name) { return std::string(form.value(name)); };
    ReportDraft draft{.key = value("kunci"),
                      .text = value("isi"),
                      .place = value("tempat"),
                      .lat = value("lat"),
                      .lon = value("lon"),
                      .identity = form.fields.has("identitas") ? value("identitas") : "public",
                      .email = value("surel"),
                      .phone = value("hp"),
                      .photos = {},
                      .same = same_of(form)};
    for (auto sha256 : form.fields.all("foto_terkirim"))
        if (media::is_sha256(sha256) && draft.photos.size() < max_report_photos)
            draft.photos.emplace_back(sha256);
    return draft;
}

/// What is kept of the forms of late.
struct Lately {
    explicit Lately(const base::Now& now)
        : watch(now), quick({.burst = 20, .per_token = std::chrono::seconds(30)}, now) {}
    Watch watch;
    http::RateLimit quick; ///< forms that came too quickly, by line
};

/// Whether this form is asked for one more press. One that was pressed again is not asked twice.
bool asks_once_more(Lately& lately, const http::Request& request, const agency::Directory& directory,
                    const http::Form& form, const Report& report, base::Time now) {
    const std::string& salt = directory.agency().secret_salt;
    if (is_confirmed(salt, report.key, form.value("pasti"))) return false;
    const std::string line = http::line_key(request.client);
    Signs signs;
    signs.has_filled_hidden_member = !form.value("situs").empty();
    if (auto since = handed_out_at(salt, report.key)) signs.took = now - *since;
    if (signs.took && *signs.took < quickest_person) signs.may_be_quick = lately.quick.take(line).has_value();
    signs.other_lines_with_same_words = lately.watch.other_lines_with(report.text, line);
    return suspicion_of(signs) != Suspicion::none;
}

base::Result<http::Response> take_form(const http::Request& request, const Services& services,
                                       const PageFrame& frame, http::RateLimit& limit, Lately& lately) {
    auto directory = frame.directory(request);
    if (!directory) return base::pass(directory);
    auto allowed = limit.take(http::requester_of(request));
    if (!allowed && !request.wants_page()) return base::pass(allowed);
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    ReportPage page{.head = {}, .draft = draft_of(*form), .problems = {}, .pictures = {}};
    ReportDraft& draft = page.draft;
    draft.language = request.language;
    if (!allowed) {
        page.wait = allowed.error().retry_after;
        return show(request, **directory, frame, std::move(page));
    }
    auto photo = take_photos(services, **directory, *form, draft);
    auto checked = check(draft);
    if (photo) checked.problems.emplace_back(ReportMember::photos, photo->words);
    if (!is_form_key(draft.key)) draft.key = new_key(services, **directory);
    if (!checked.problems.empty()) {
        page.problems = std::move(checked.problems);
        return show(request, **directory, frame, std::move(page), photo ? photo->status : 400);
    }
    if (asks_once_more(lately, request, **directory, *form, checked.report, services.now())) {
        page.confirmation = confirmation((*directory)->agency().secret_salt, draft.key);
        return show(request, **directory, frame, std::move(page));
    }
    if (draft.same.empty()) {
        page.same = same_things(services, **directory, checked.report);
        if (!page.same.empty()) return show(request, **directory, frame, std::move(page));
    }
    auto reported = take_report(services, **directory, checked.report);
    if (!reported) return base::pass(reported);
    if (!draft.same.empty() && draft.same != not_the_same)
        if (auto followed = follow(services, **directory, reported->code, draft.same); !followed)
            return base::pass(followed);
    return http::redirect(html::url<"/lacak/{}?kunci={}&baru=1">(reported->code, reported->secret).str());
}

} // namespace

void add_report_routes(http::Router& router, const Services& services, const PageFrame& frame,
                       std::shared_ptr<http::RateLimit> limit) {
    router.add(http::Method::get, "/lapor",
               [=](const http::Request& request) -> base::Result<http::Response> {
                   auto directory = frame.directory(request);
                   if (!directory) return base::pass(directory);
                   ReportPage page;
                   page.draft.key = new_key(services, **directory);
                   return show(request, **directory, frame, std::move(page));
               });

    auto lately = std::make_shared<Lately>(services.now);
    router.add(http::Method::post, "/lapor", http::upload(), [=](const http::Request& request) {
        return take_form(request, services, frame, *limit, *lately);
    });

    // A form that came back shows the pictures it already has; whoever knows the form's key and the picture's
    // hash sent both.
    router.add(http::Method::get, "/lapor/foto/{kunci}/{sha256}",
               [=](const http::Request& request) -> base::Result<http::Response> {
                   auto directory = frame.directory(request);
                   if (!directory) return base::pass(directory);
                   if (!is_form_key(request.param("kunci")) || !media::is_sha256(request.param("sha256")))
                       return base::fail(base::Kind::not_found, "media.unknown");
                   auto opened = services.pictures.open((*directory)->id(), request.param("sha256"),
                                                        media::Size::thumb);
                   if (!opened) return base::pass(opened);
                   auto response = http::file(opened->path, "image/jpeg", opened->sha256);
                   response.headers.set("Cache-Control", "private, no-store");
                   return response;
               });
}

} // namespace intake
