#include "staff/invitation_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "html/forms.h"
#include "html/page.h"
#include "html/story.h"
#include "staff/invitation_words.h"
#include "staff/role_words.h"

namespace staff {
namespace {

using base::Language;
using html::markup;
using html::Markup;

html::PageHead head_of(const agency::Directory& directory, Language language, base::Text title) {
    return {.title = std::string(title.in(language)),
            .agency = directory.agency().name,
            .organiser = directory.agency().organiser,
            .language = language,
            .accent = directory.agency().accent,
            .width = html::Width::narrow};
}

std::string words_of(const base::Problem& problem, Language language) {
    if (problem.code == "password.short") return std::string(words::password_short.in(language));
    if (problem.code == "password.common") return std::string(words::password_common.in(language));
    if (problem.field == "ulangi") return std::string(words::not_the_same.in(language));
    if (problem.field == "name") return std::string(words::name_wrong.in(language));
    return std::string(words::password_wrong.in(language));
}

std::string field_of(const base::Problem& problem) {
    if (problem.field == "name") return "nama";
    if (problem.field == "ulangi") return "ulangi";
    return "sandi";
}

Markup about(const InvitationView& view) {
    std::vector<html::Fact> facts{{std::string(words::your_login.in(view.language)),
                                   markup<R"(<span class="code">{}</span>)">(view.invitation.login)}};
    Markup roles;
    for (const HeldRole& held : view.invitation.roles) {
        const auto* office = view.directory.office(held.office);
        roles += markup<"<li>{}, {}</li>">(name_of(held.role).in(view.language),
                                           office ? std::string_view(office->name) : "");
    }
    if (!roles.empty())
        facts.emplace_back(std::string(words::your_roles.in(view.language)), markup<"<ul>{}</ul>">(roles));
    facts.emplace_back(std::string(words::valid_until.in(view.language)),
                       Markup::text(base::spoken_time(view.invitation.expires_at,
                                                      view.directory.agency().zone, view.language)));
    return html::facts(facts);
}

html::Field password_field(std::string id, base::Text label, const InvitationView& view) {
    html::Field field{.id = std::move(id),
                      .label = std::string(label.in(view.language)),
                      .more = html::attribute("type", "password") + html::attribute("maxlength", "1024") +
                              html::attribute("autocomplete", "new-password")};
    if (view.problem && field_of(*view.problem) == field.id)
        field.problem = words_of(*view.problem, view.language);
    return field;
}

Markup form(const InvitationView& view) {
    auto l = view.language;
    const bool is_new = !view.invitation.staff;
    html::Field name{.id = "nama",
                     .label = std::string(words::your_name.in(l)),
                     .hint = std::string(words::your_name_hint.in(l)),
                     .value = view.name.empty() ? view.invitation.name : view.name,
                     .more = html::attribute("maxlength", "120") + html::attribute("autocomplete", "name")};
    if (view.problem && field_of(*view.problem) == "nama") name.problem = words_of(*view.problem, l);
    html::Field first = password_field("sandi", words::new_password, view);
    first.hint = std::string(words::new_password_hint.in(l));
    return markup<R"(<form method="post" action="{}">{}{}{}{}{}</form>)">(
        html::url<"/undangan/{}">(view.secret),
        // A password manager files the new password under this login.
        markup<
            R"(<input class="vh" type="text" name="login" value="{}" autocomplete="username" readonly tabindex="-1" aria-hidden="true">)">(
            view.invitation.login),
        html::when(is_new, html::input(name, l)), html::input(first, l),
        html::input(password_field("ulangi", words::repeat_password, view), l),
        html::submit((is_new ? words::make_account : words::save_password).in(l), l));
}

} // namespace

Markup invitation_page(const InvitationView& view) {
    auto l = view.language;
    const bool is_new = !view.invitation.staff;
    const base::Text title = is_new ? words::invited_title : words::reset_title;
    Markup wrong;
    if (view.problem) {
        const std::vector<html::Wrong> all{
            {.field_id = field_of(*view.problem), .text = words_of(*view.problem, l)}};
        wrong = html::problem_summary(words::not_saved.in(l), words::still_valid.in(l), all);
    }
    return html::page(
        head_of(view.directory, l, title),
        markup<R"(<h1>{}</h1><p class="lede">{}</p>{}<section class="section">{}</section>{})">(
            title.in(l),
            filled(is_new ? words::invited_lede : words::reset_lede, l, view.directory.agency().name), wrong,
            about(view), form(view)));
}

Markup invitation_used_page(const agency::Directory& directory, Language language, std::string_view login) {
    return html::page(
        head_of(directory, language, words::ready_title),
        markup<
            R"(<h1>{}</h1><p class="lede">{}</p><p><a class="btn btn-main btn-big" href="/masuk">{}</a></p>)">(
            words::ready_title.in(language), filled(words::ready_text, language, login),
            words::to_sign_in.in(language)));
}

Markup invitation_gone_page(const agency::Directory& directory, Language language) {
    return html::page(head_of(directory, language, words::gone_title),
                      markup<R"(<h1>{}</h1><p class="lede">{}</p>)">(words::gone_title.in(language),
                                                                     words::gone_text.in(language)));
}

} // namespace staff
