#include "intake/report_routes.h"

#include "base/encode.h"
#include "http/form.h"
#include "intake/report_pages.h"
#include "intake/report_words.h"

#include <algorithm>

namespace intake {
namespace {

std::string new_key(const Services& services) {
    return base::to_base64url(services.random(16));
}

http::Response show(const http::Request& request, const agency::Directory& directory, const PageFrame& frame,
                    ReportDraft draft, std::vector<std::pair<ReportMember, base::Text>> problems,
                    int status_of_problems = 400) {
    ReportPage page{.head = frame.head(request, directory),
                    .draft = std::move(draft),
                    .problems = std::move(problems),
                    .pictures = {}};
    for (const auto& sha256 : page.draft.photos)
        page.pictures.emplace_back(sha256, html::url<"/lapor/foto/{}/{}">(page.draft.key, sha256));
    int status = page.problems.empty() ? 200 : status_of_problems;
    auto response = http::page(report_page(std::move(page)).str(), status);
    if (status == 503) response.headers.set("Retry-After", "5");
    response.headers.set("Cache-Control", "no-store");
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
                      .photos = {}};
    for (auto sha256 : form.fields.all("foto_terkirim"))
        if (media::is_sha256(sha256) && draft.photos.size() < max_report_photos)
            draft.photos.emplace_back(sha256);
    return draft;
}

} // namespace

void add_report_routes(http::Router& router, const Services& services, const PageFrame& frame,
                       std::shared_ptr<http::RateLimit> limit) {
    router.add(http::Method::get, "/lapor",
               [=](const http::Request& request) -> base::Result<http::Response> {
                   auto directory = frame.directory(request);
                   if (!directory) return base::pass(directory);
                   ReportDraft draft;
                   draft.key = new_key(services);
                   return show(request, **directory, frame, std::move(draft), {});
               });

    router.add(http::Method::post, "/lapor", http::upload(),
               [=](const http::Request& request) -> base::Result<http::Response> {
                   auto directory = frame.directory(request);
                   if (!directory) return base::pass(directory);
                   if (auto allowed = limit->take(request.client); !allowed) return base::pass(allowed);
                   auto form = http::parse_form(request);
                   if (!form) return base::pass(form);
                   if (!form->value("situs").empty()) // only robots see that field
                       return base::fail(base::Kind::invalid, "field.invalid", "the hidden field was filled");
                   auto draft = draft_of(*form);
                   draft.language = request.language;
                   auto photo = take_photos(services, **directory, *form, draft);
                   auto checked = check(draft);
                   if (photo) checked.problems.emplace_back(ReportMember::photos, photo->words);
                   if (std::ranges::any_of(checked.problems,
                                           [](const auto& p) { return p.first == ReportMember::key; }))
                       draft.key = new_key(services);
                   if (!checked.problems.empty())
                       return show(request, **directory, frame, std::move(draft), std::move(checked.problems),
                                   photo ? photo->status : 400);
                   auto reported = take_report(services, **directory, checked.report);
                   if (!reported) return base::pass(reported);
                   return http::redirect(
                       html::url<"/lacak/{}?kunci={}&baru=1">(reported->code, reported->secret).str());
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
