#include "referral/answer_routes.h"

#include "base/text.h"
#include "cases/visibility.h"
#include "db/database.h"
#include "http/form.h"
#include "http/rate_limit.h"
#include "http/requester.h"
#include "http/same_origin.h"
#include "places/gazetteer.h"
#include "referral/answer_pages.h"
#include "referral/delivery_actions.h"

namespace referral {
namespace {

using base::Result;
using http::Request;
using http::Response;

/// Secrets that open nothing, for one address.
constexpr http::Rate wrong_secrets{.burst = 60, .per_token = std::chrono::seconds(5)};

Response shown(const html::Markup& page, int status = 200) {
    auto response = http::page(page.str(), status);
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("Referrer-Policy", "no-referrer");
    return response;
}

struct Found {
    agency::DirectoryPtr directory;
    std::optional<Opened> opened; ///< none: the link fits nothing
};

Result<Found> find(const Request& request, const AnswerServices& s, http::RateLimit& limit,
                   std::string_view secret) {
    const std::string who = http::requester_of(request);
    if (auto taken = limit.take(who); !taken) return base::pass(taken);
    auto directory = s.directory(request);
    if (!directory) return base::pass(directory);
    Found out{std::move(*directory), {}};
    auto opened = s.database.read(
        [&](db::Tx& tx) { return open(tx, *out.directory, s.vault, request.param("code"), secret); });
    if (!opened) return out;
    limit.give_back(who);
    out.opened = std::move(*opened);
    return out;
}

std::string topic_of(const Opened& opened, const agency::Directory& directory, base::Language l) {
    const auto* topic =
        cases::is_known_to_public(opened.c) && opened.c.topic ? directory.topic(*opened.c.topic) : nullptr;
    return topic ? std::string(topic->name(l)) : std::string();
}

AnswerView view_of(const Request& request, const AnswerServices& s, const Found& found,
                   std::string_view secret) {
    const auto& opened = *found.opened;
    const bool may_place = cases::is_known_to_public(opened.c) && opened.c.area;
    return {.head = s.head(request, *found.directory),
            .directory = *found.directory,
            .code = opened.c.code,
            .outside = opened.said.agency,
            .text = opened.said.text,
            .topic = topic_of(opened, *found.directory, request.language),
            .place = may_place ? places::gazetteer().full_name(*opened.c.area) : std::string(),
            .since = opened.delivery.created_at,
            .secret = std::string(secret),
            .number = {},
            .reason = {},
            .problem = {}};
}

Response answered(const Request& request, const AnswerServices& s, const Found& found) {
    return shown(answered_page(s.head(request, *found.directory), found.opened->c.code,
                               found.opened->delivery.receipt));
}

Result<std::string> needed(const http::Form& form, std::string_view field, std::size_t most) {
    auto text = base::clean(form.value(field), most, field);
    if (!text) return text;
    if (text->empty()) return base::fail_field(std::string(field), "field.missing");
    return text;
}

Result<void> give(const AnswerServices& s, const Found& found, bool is_taken, const std::string& words) {
    const auto context = cases::context_for(*found.directory, s.ids, s.random, s.now());
    return s.database.write([&](db::Tx& tx) -> Result<void> {
        return is_taken ? accept(tx, context, *found.opened, words)
                        : refuse(tx, context, *found.opened, words);
    });
}

Result<Response> show(const Request& request, const AnswerServices& s, http::RateLimit& limit) {
    const auto secret = request.query.value("kunci");
    auto found = find(request, s, limit, secret);
    if (!found) return base::pass(found);
    if (!found->opened) return shown(answer_gone_page(s.head(request, *found->directory)), 404);
    if (!found->opened->is_open) return answered(request, s, *found);
    return shown(answer_page(view_of(request, s, *found, secret)));
}

Result<Response> take(const Request& request, const AnswerServices& s, http::RateLimit& limit) {
    if (!http::is_same_origin(request))
        return base::fail(base::Kind::forbidden, "request.cross_site", "an answer from elsewhere");
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    const auto secret = form->value("kunci");
    auto found = find(request, s, limit, secret);
    if (!found) return base::pass(found);
    if (!found->opened) return shown(answer_gone_page(s.head(request, *found->directory)), 404);
    if (!found->opened->is_open) return answered(request, s, *found);
    const auto answer = form->value("jawab");
    if (answer != "terima" && answer != "bukan") return base::fail_field("jawab");
    const bool is_taken = answer == "terima";
    auto words = is_taken ? needed(*form, "nomor", max_number) : needed(*form, "alasan", cases::max_reason);
    if (!words) {
        auto view = view_of(request, s, *found, secret);
        view.number = base::first(form->value("nomor"), 2 * max_number);
        view.reason = base::first(form->value("alasan"), 2 * cases::max_reason);
        view.problem = std::move(words.error());
        return shown(answer_page(view), base::http_status(view.problem->kind));
    }
    auto done = give(s, *found, is_taken, *words);
    // Somebody else moved the case just now: the page says how it stands.
    if (!done && done.error().kind != base::Kind::conflict) return base::pass(done);
    return http::redirect(html::url<"/serah-terima/{}?kunci={}">(found->opened->c.code, secret).str());
}

} // namespace

void add_answer_routes(http::Router& router, const AnswerServices& services) {
    auto limit = std::make_shared<http::RateLimit>(wrong_secrets, services.now);
    router.add(http::Method::get, "/serah-terima/{code}",
               [=](const Request& request) { return show(request, services, *limit); });
    router.add(http::Method::post, "/serah-terima/{code}", http::in_memory(64 * http::kib),
               [=](const Request& request) { return take(request, services, *limit); });
}

} // namespace referral
