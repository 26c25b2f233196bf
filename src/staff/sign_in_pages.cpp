#include "staff/sign_in_pages.h"

#include "html/forms.h"
#include "html/marks.h"
#include "html/page.h"
#include "staff/staff_words.h"

#include <vector>

namespace staff {
namespace {

using base::Language;
using html::markup;

constexpr std::string_view login_id = "login";
constexpr std::string_view password_id = "password";

std::string wait_words(std::chrono::seconds wait, Language language) {
    const bool in_minutes = wait >= std::chrono::seconds(60);
    auto count = in_minutes ? std::chrono::ceil<std::chrono::minutes>(wait).count() : wait.count();
    return std::string(wait_before.in(language)) + std::to_string(count) + " " +
           std::string((in_minutes ? minutes_word : seconds_word).in(language)) +
           std::string(wait_after_it.in(language));
}

std::string words_of(const base::Problem& problem, Language language) {
    if (problem.kind == base::Kind::limited) return wait_words(problem.retry_after, language);
    if (problem.kind == base::Kind::unavailable) return std::string(busy_problem.in(language));
    if (problem.kind == base::Kind::forbidden) return std::string(foreign_problem.in(language));
    if (problem.field == password_id) return std::string(password_missing.in(language));
    if (problem.field == login_id) return std::string(login_missing.in(language));
    return std::string(refused_problem.in(language));
}

html::Markup summary(const SignInView& view, Language language) {
    if (!view.problem) return {};
    const std::vector<html::Wrong> all{
        {.field_id = std::string(view.problem->field == password_id ? password_id : login_id),
         .text = words_of(*view.problem, language)}};
    return html::problem_summary(not_yet_in.in(language), nothing_lost.in(language), all);
}

html::Markup form(const SignInView& view, Language language) {
    const html::Field login{.id = std::string(login_id),
                            .label = std::string(login_label.in(language)),
                            .value = view.login,
                            .more = html::attribute("autocomplete", "username") +
                                    html::attribute("maxlength", "60") + html::attribute("type", "text")};
    const html::Field password{.id = std::string(password_id),
                               .label = std::string(password_label.in(language)),
                               .hint = std::string(forgot_hint.in(language)),
                               .more = html::attribute("type", "password") +
                                       html::attribute("autocomplete", "current-password") +
                                       html::attribute("maxlength", "1024")};
    return markup<R"(<form method="post" action="/masuk">{}{}{}{}</form>)">(
        html::input(login, language), html::input(password, language), html::hidden("next", view.next),
        html::submit(sign_in_button.in(language), language));
}

} // namespace

html::Markup sign_in_page(const agency::Agency& agency, const SignInView& view, Language language) {
    const html::PageHead head{.title = std::string(sign_in_title.in(language)),
                              .agency = agency.name,
                              .organiser = agency.organiser,
                              .language = language,
                              .accent = agency.accent,
                              .width = html::Width::narrow};
    html::Markup out;
    if (view.has_signed_out && !view.problem)
        out = html::notice(html::Tone::info, html::Icon::lock,
                           html::Markup::text(signed_out_notice.in(language)));
    return html::page(head, markup<R"(<h1>{}</h1><p class="lede">{}</p>{}{}{})">(
                                sign_in_title.in(language), sign_in_lede.in(language), out,
                                summary(view, language), form(view, language)));
}

std::string safe_next(std::string_view next) {
    const bool is_path = next.starts_with('/') && !next.starts_with("//") && html::is_safe_url(next) &&
                         next.size() <= 1000 && !next.starts_with("/masuk") && !next.starts_with("/keluar");
    return is_path ? std::string(next) : "/meja";
}

} // namespace staff
