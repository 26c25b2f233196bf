#include "desk/provisional_routes.h"

#include "base/text.h"
#include "cases/provisional_actions.h"
#include "db/database.h"
#include "deadlines/happening.h"
#include "desk/provisional_pages.h"
#include "desk/provisional_words.h"
#include "http/form.h"
#include "outgoing/entered_routes.h"

namespace desk {
namespace {

using base::Result;
using http::Request;
using http::Response;
using outgoing::Entered;

cases::Context context_of(const staff::Services& services, const Entered& in) {
    return cases::context_for(*in.directory, services.ids, services.random, services.now());
}

Response show(const Request& request, const staff::Services& services, const Entered& in,
              ProvisionalPage page) {
    const auto context = context_of(services, in);
    page.language = request.language;
    page.zone = in.directory->agency().zone;
    page.csrf = staff::csrf_of(request);
    for (auto& each :
         services.database.read([&](db::Tx& tx) { return cases::recounts_for(tx, context, in.person); }))
        page.rows.push_back(
            {.code = each.c.code,
             .title = each.c.title,
             .deadline = deadlines::spoken_name(each.before, context.profiles, request.language),
             .before = std::move(each.before),
             .after = std::move(each.after)});
    return outgoing::framed(request, in, staff::Room::desk, provisional_words::title.in(request.language),
                            provisional_page(page), page.is_reason_missing ? 400 : 200);
}

/// "ID.DUE"; what is written otherwise is left out.
std::vector<cases::WantedRecount> wanted_in(const http::Form& form) {
    std::vector<cases::WantedRecount> out;
    for (const auto& text : form.fields.all("tenggat")) {
        const auto dot = text.find('.');
        if (dot == std::string_view::npos) continue;
        auto id = base::parse_id_as<deadlines::DeadlineId>(text.substr(0, dot));
        auto due = base::parse_id(text.substr(dot + 1));
        if (id && due) out.push_back({*id, base::time_from_ms(*due)});
    }
    return out;
}

Result<Response> take(const Request& request, const staff::Services& services, const Entered& in) {
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    const auto context = context_of(services, in);
    const auto wanted = wanted_in(*form);
    auto done = services.database.write(
        [&](db::Tx& tx) { return cases::recount(tx, context, in.person, wanted, form->value("alasan")); });
    if (!done && done.error().field == "reason")
        return show(
            request, services, in,
            {.is_reason_missing = true, .reason = std::string(base::first(form->value("alasan"), 1'000))});
    if (!done) return base::pass(done);
    return http::redirect("/meja/tenggat-sementara?selesai=" + std::to_string(*done));
}

} // namespace

void add_provisional_routes(http::Router& router, const staff::Services& services) {
    router.add(http::Method::get, "/meja/tenggat-sementara", [=](const Request& request) -> Result<Response> {
        return outgoing::enter(
            request, services, staff::Room::desk, [&](const Entered& in) -> Result<Response> {
                ProvisionalPage page;
                if (auto n = base::parse_id(request.query.value("selesai")); n && *n <= 1'000)
                    page.done = static_cast<int>(*n);
                return show(request, services, in, std::move(page));
            });
    });
    router.add(http::Method::post, "/meja/tenggat-sementara", http::in_memory(64 * http::kib),
               [=](const Request& request) -> Result<Response> {
                   return outgoing::enter(request, services, staff::Room::desk,
                                          [&](const Entered& in) { return take(request, services, in); });
               });
}

} // namespace desk
