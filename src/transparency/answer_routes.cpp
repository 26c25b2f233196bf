#include "transparency/answer_routes.h"

#include "base/text.h"
#include "cases/case_actions.h"
#include "cases/rating_actions.h"
#include "db/database.h"
#include "http/form.h"
#include "transparency/answer_pages.h"
#include "triage/mask.h"

#include <algorithm>
#include <charconv>

namespace transparency {
namespace {

using base::Result;
using http::Request;
using http::Response;

/// A reporter's form, and whose case it is about.
struct Sent {
    agency::DirectoryPtr directory;
    http::Form form;
    cases::Case c;
};

Result<cases::Case> own_case(db::Tx& tx, const agency::Directory& directory, std::string_view code,
                             std::string_view secret) {
    auto c = cases::find_case(tx, directory.id(), code, directory.agency().prefix);
    if (!c) return base::pass(c);
    if (!people::matches(secret, c->secret_hash)) return base::fail(base::Kind::not_found, "case.not_found");
    return c;
}

/// Nothing is taken in before the secret fits.
Result<Sent> sent_by_reporter(const Request& request, const Services& services, http::RateLimit& limit) {
    auto directory = services.directory(request);
    if (!directory) return base::pass(directory);
    if (auto allowed = limit.take(http::requester_of(request)); !allowed) return base::pass(allowed);
    auto form = http::parse_form(request);
    if (!form) return base::pass(form);
    auto c = services.guesses->secret(request, request.param("code"), [&] {
        return services.database.read([&](db::Tx& tx) {
            return own_case(tx, **directory, request.param("code"), form->value("kunci"));
        });
    });
    if (!c) return base::pass(c);
    return Sent{std::move(*directory), std::move(*form), std::move(*c)};
}

Result<std::string> masked_words(const http::Form& form, std::size_t most) {
    auto words = base::clean(form.value("kata"), most, "kata");
    if (!words) return base::pass(words);
    return triage::masked(*words);
}

Result<std::vector<std::string>> taken_photos(const Services& services, const Sent& sent) {
    std::vector<std::string> out;
    for (const auto& file : sent.form.files) {
        if (file.field != "foto") continue;
        if (std::ssize(out) == most_contest_photos)
            return base::fail(base::Kind::too_large, "media.too_many");
        auto picture =
            services.pictures.accept_bytes(sent.directory->id(), file.bytes, sent.directory->agency().zone);
        if (!picture) return base::pass(picture);
        if (std::ranges::find(out, picture->sha256) == out.end()) out.push_back(picture->sha256);
    }
    return out;
}

/// What a reporter says on /lacak, as a command of the lifecycle.
Result<cases::Command> command_of(const Services& services, const Sent& sent) {
    auto name = base::from_code<cases::CommandName>(sent.form.value("jawab"), "jawab");
    if (!name) return base::pass(name);
    auto words = masked_words(sent.form, cases::max_reason);
    if (!words) return base::pass(words);
    auto said = words->empty() ? std::nullopt : std::optional(*words);
    switch (*name) {
    case cases::CommandName::confirm: return cases::Confirm{};
    case cases::CommandName::contest: {
        auto photos = taken_photos(services, sent);
        if (!photos) return base::pass(photos);
        return cases::Contest{.words = said, .photos = std::move(*photos)};
    }
    case cases::CommandName::answered: return cases::Answered{.answer = said};
    case cases::CommandName::object: return cases::Object{.reason = said};
    default: return base::fail_field("jawab");
    }
}

Result<cases::RatingGiven> rating_of(const http::Form& form) {
    auto words = masked_words(form, cases::max_rating_words);
    if (!words) return base::pass(words);
    const std::string_view text = form.value("nilai");
    int stars = 0;
    auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), stars);
    if (wrong != std::errc{} || end != text.data() + text.size()) return base::fail_field("nilai");
    return cases::RatingGiven{stars, std::move(*words), form.value("kutip") == "1"};
}

Response back_to(const Sent& sent) {
    return http::redirect(html::url<"/lacak/{}?kunci={}">(sent.c.code, sent.form.value("kunci")).str());
}

} // namespace

void add_answer_routes(http::Router& router, const Services& services,
                       const std::shared_ptr<http::RateLimit>& limit) {
    auto context = [services](const agency::Directory& directory) {
        return cases::context_for(directory, services.ids, services.random, services.now());
    };

    router.add(http::Method::post, "/lacak/{code}/jawaban", http::upload(),
               [=](const Request& request) -> Result<Response> {
                   auto sent = sent_by_reporter(request, services, *limit);
                   if (!sent) return base::pass(sent);
                   auto command = command_of(services, *sent);
                   if (!command) return base::pass(command);
                   auto now = context(*sent->directory);
                   auto after = services.database.write(
                       [&](db::Tx& tx) { return cases::act(tx, now, sent->c, cases::reporter(), *command); });
                   if (!after) return base::pass(after);
                   return back_to(*sent);
               });

    router.add(http::Method::post, "/lacak/{code}/nilai", http::in_memory(64 * http::kib),
               [=](const Request& request) -> Result<Response> {
                   auto sent = sent_by_reporter(request, services, *limit);
                   if (!sent) return base::pass(sent);
                   auto given = rating_of(sent->form);
                   if (!given) return base::pass(given);
                   auto now = context(*sent->directory);
                   auto rated = services.database.write([&](db::Tx& tx) {
                       return cases::give_rating(tx, now, services.vault, sent->c, *given);
                   });
                   if (!rated) return base::pass(rated);
                   return back_to(*sent);
               });

    router.add(http::Method::post, "/lacak/{code}/izin", http::in_memory(64 * http::kib),
               [=](const Request& request) -> Result<Response> {
                   auto sent = sent_by_reporter(request, services, *limit);
                   if (!sent) return base::pass(sent);
                   auto now = context(*sent->directory);
                   services.database.write([&](db::Tx& tx) { cases::withdraw_quotes(tx, now, sent->c); });
                   return back_to(*sent);
               });
}

} // namespace transparency
