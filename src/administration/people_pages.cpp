#include "administration/people_pages.h"

#include "administration/frame_words.h"
#include "administration/people_words.h"
#include "base/filled.h"
#include "base/spoken_time.h"
#include "html/story.h"
#include "staff/role_words.h"

#include <algorithm>

namespace administration {
namespace {

using html::Markup;
using html::markup;

std::string held_words(const Frame& frame, const staff::HeldRole& held) {
    const auto* office = frame.directory.office(held.office);
    return std::string(staff::name_of(held.role).in(frame.language)) + ", " +
           (office ? office->short_name : base::to_string(held.office));
}

Markup roles_list(const Frame& frame, std::span<const staff::HeldRole> roles) {
    if (roles.empty()) return markup<R"(<span class="muted">{}</span>)">(words::none.in(frame.language));
    return markup<"<ul>{}</ul>">(
        html::join(roles, [&](const auto& held) { return markup<"<li>{}</li>">(held_words(frame, held)); }));
}

Markup standing(const Frame& frame, bool is_active) {
    auto l = frame.language;
    return is_active ? html::chip(html::Tone::good, html::Icon::check, words::working.in(l))
                     : html::chip(html::Tone::neutral, html::Icon::pause, words::suspended.in(l));
}

Markup people_rows(const Frame& frame, std::span<const staff::Person> people) {
    auto l = frame.language;
    return html::join(people, [&](const staff::Person& person) {
        Markup own;
        if (person.id == frame.person.staff)
            own = markup<R"( <span class="muted">({})</span>)">(words::you.in(l));
        return markup<
            R"(<tr><th scope="row"><a href="{}">{}</a>{}</th><td class="code">{}</td><td>{}</td><td>{}</td></tr>)">(
            html::url<"/meja/atur/petugas/{}">(person.id), person.name, own, person.login,
            roles_list(frame, person.roles), standing(frame, person.is_active));
    });
}

std::vector<html::Option> role_options(base::Language language) {
    std::vector<html::Option> out;
    for (const auto& row : base::codes<staff::Role>)
        out.push_back({std::string(row.code), std::string(staff::name_of(row.value).in(language)) + ": " +
                                                  std::string(staff::explained(row.value).in(language))});
    return out;
}

Markup role_fields(const Frame& frame, const Filled& filled) {
    auto l = frame.language;
    return html::select(field(frame, filled, "role", words::role), role_options(l), l) +
           html::select(field(frame, filled, "office", words::at_office), office_options(frame), l);
}

Markup invite_form(const Frame& frame, const Filled& filled) {
    auto l = frame.language;
    auto name = field(frame, filled, "name", words::name);
    name.more = html::attribute("maxlength", "120") + html::attribute("autocomplete", "off");
    auto login = field(frame, filled, "login", words::login, {}, words::login_hint);
    login.more = html::attribute("maxlength", "60") + html::attribute("autocomplete", "off");
    return markup<
        R"(<section class="section card pad" aria-labelledby="h-undang"><h2 id="h-undang">{}</h2><p class="hint">{}</p>{}</section>)">(
        words::invite.in(l), words::invite_note.in(l),
        post_form(frame, html::url<"/meja/atur/petugas/undang">(),
                  html::input(name, l) + html::input(login, l) + role_fields(frame, filled) +
                      save_button(frame, words::make_link.in(l))));
}

Markup csv_form(const Frame& frame) {
    auto l = frame.language;
    return markup<
        R"(<section class="section card pad" aria-labelledby="h-csv"><h2 id="h-csv">{}</h2><p class="hint">{}</p><p class="gap-top"><a class="btn" href="/meja/atur/petugas/contoh.csv" download>{}{}</a></p><form method="post" action="/meja/atur/petugas/csv" enctype="multipart/form-data">{}<div class="field"><label class="label" for="berkas">{}</label><input class="input" type="file" id="berkas" name="berkas" accept=".csv,text/csv" required></div>{}</form></section>)">(
        words::csv_title.in(l), words::csv_note.in(l), html::icon(html::Icon::download),
        words::csv_template.in(l), html::hidden("_csrf", frame.csrf), words::csv_file.in(l),
        save_button(frame, words::csv_check.in(l)));
}

Markup invitations_table(const Frame& frame, std::span<const staff::Invitation> invitations) {
    if (invitations.empty()) return {};
    auto l = frame.language;
    const std::vector<std::string> heads{std::string(words::name.in(l)), std::string(words::roles.in(l)),
                                         std::string(words::link_until.in(l)),
                                         std::string(words::actions.in(l))};
    auto row = [&](const staff::Invitation& each) {
        return markup<
            R"(<tr><th scope="row">{}<br><span class="code">{}</span></th><td>{}</td><td>{}</td><td>{}</td></tr>)">(
            each.name, each.login,
            each.staff ? Markup::text(words::way_in.in(l)) : roles_list(frame, each.roles),
            base::short_time(each.expires_at, frame.directory.agency().zone, l),
            post_button(frame, html::url<"/meja/atur/undangan/{}/batal">(each.id), words::revoke.in(l),
                        html::Icon::cross, each.name));
    };
    return markup<R"(<section class="section"><h2>{}</h2>{}</section>)">(
        words::open_invitations.in(l),
        table(heads, html::join(invitations, row), words::open_invitations.in(l)));
}

base::Text fault_words(LineFault fault) {
    switch (fault) {
    case LineFault::none: return words::line_right;
    case LineFault::name: return words::fault_name;
    case LineFault::login: return words::fault_login;
    case LineFault::role: return words::fault_role;
    case LineFault::office: return words::fault_office;
    case LineFault::not_yours: return words::fault_not_yours;
    case LineFault::taken: return words::fault_taken;
    case LineFault::invited: return words::fault_invited;
    case LineFault::name_differs: return words::fault_name_differs;
    case LineFault::repeated: return words::fault_repeated;
    }
    return words::line_right;
}

Markup backlink(const Frame& frame) {
    return markup<R"(<p><a class="backlink" href="/meja/atur/petugas">{}{}</a></p>)">(
        html::icon(html::Icon::back), words::back_to_people.in(frame.language));
}

Markup role_rows(const Frame& frame, const staff::Person& person) {
    auto l = frame.language;
    if (person.roles.empty()) return markup<R"(<p class="muted">{}</p>)">(words::no_roles.in(l));
    auto row = [&](const staff::HeldRole& held) {
        Markup take;
        if (frame.reach.has(held.office) && !is_own_last(frame.person, person, held))
            take = post_form(frame, html::url<"/meja/atur/petugas/{}/lepas">(person.id),
                             html::hidden("role", base::code_of(held.role)) +
                                 html::hidden("office", base::to_string(held.office)) +
                                 markup<R"(<button class="btn">{}<span class="vh"> {}</span></button>)">(
                                     words::take.in(l), held_words(frame, held)));
        return markup<
            R"(<li class="row row-wide"><span class="grow">{}<br><span class="muted small">{}</span></span>{}</li>)">(
            held_words(frame, held), staff::explained(held.role).in(l), take);
    };
    return markup<R"(<ul class="settings-list">{}</ul>)">(html::join(person.roles, row));
}

Markup access(const Frame& frame, const staff::Person& person) {
    auto l = frame.language;
    Markup out = markup<R"(<p class="hint">{}</p>{}<p class="hint gap-top">{}</p>)">(
        words::reset_note.in(l),
        post_button(frame, html::url<"/meja/atur/petugas/{}/sandi">(person.id), words::reset.in(l),
                    html::Icon::lock),
        words::suspend_note.in(l));
    if (!person.is_active)
        return out + post_button(frame, html::url<"/meja/atur/petugas/{}/aktifkan">(person.id),
                                 words::restore.in(l), html::Icon::undo);
    if (person.id == frame.person.staff) return out;
    return out + post_button(frame, html::url<"/meja/atur/petugas/{}/tangguhkan">(person.id),
                             words::suspend.in(l), html::Icon::pause);
}

} // namespace

Markup people_page(const Frame& frame, std::span<const staff::Person> people,
                   std::span<const staff::Invitation> invitations, const Filled& filled) {
    auto l = frame.language;
    const std::vector<std::string> heads{std::string(words::name.in(l)), std::string(words::login.in(l)),
                                         std::string(words::roles.in(l)), std::string(words::standing.in(l))};
    Markup list = people.empty() ? markup<"<p>{}</p>">(words::no_people.in(l))
                                 : table(heads, people_rows(frame, people), words::people_title.in(l));
    return settings_page(frame, Section::people, words::people_title.in(l),
                         markup<R"(<p class="lede">{}</p>{}{}<div class="settings-two">{}{}</div>)">(
                             words::people_lede.in(l), list, invitations_table(frame, invitations),
                             invite_form(frame, filled), csv_form(frame)),
                         filled.problem);
}

Markup person_page(const Frame& frame, const staff::Person& person, const Filled& filled) {
    auto l = frame.language;
    Markup body = backlink(frame) + markup<R"(<p class="lede"><span class="code">{}</span> {}</p>)">(
                                        person.login, standing(frame, person.is_active));
    const bool is_in_reach = frame.reach.has(person);
    if (!is_in_reach)
        body += html::notice(html::Tone::info, html::Icon::lock, Markup::text(words::only_above.in(l)));
    if (is_in_reach) {
        auto name = field(frame, filled, "name", words::name, person.name);
        name.more = html::attribute("maxlength", "120");
        body += markup<R"(<section class="section card pad">{}</section>)">(
            post_form(frame, html::url<"/meja/atur/petugas/{}">(person.id),
                      html::input(name, l) + save_button(frame, words::save_name.in(l))));
    }
    body += markup<R"(<section class="section card pad"><h2>{}</h2>{}{}</section>)">(
        words::held_roles.in(l), role_rows(frame, person),
        post_form(frame, html::url<"/meja/atur/petugas/{}/peran">(person.id),
                  role_fields(frame, filled) + save_button(frame, words::give_role.in(l))));
    if (is_in_reach)
        body += markup<R"(<section class="section card pad"><h2>{}</h2>{}</section>)">(words::way_in.in(l),
                                                                                       access(frame, person));
    return settings_page(frame, Section::people, person.name, body, filled.problem);
}

Markup link_page(const Frame& frame, const staff::Invitation& invitation, const std::string& link) {
    auto l = frame.language;
    const auto zone = frame.directory.agency().zone;
    const base::Text title = invitation.staff ? words::reset_link_title : words::link_title;
    const std::string message =
        base::filled(invitation.staff ? words::reset_message : words::invite_message, l,
                     {invitation.name, frame.directory.agency().name, link,
                      base::spoken_day(base::local_day(invitation.expires_at, zone), l)});
    const std::vector<html::Fact> facts{
        {std::string(words::link_for.in(l)),
         markup<R"({} <span class="code">{}</span>)">(invitation.name, invitation.login)},
        {std::string(words::link_until.in(l)),
         Markup::text(base::spoken_time(invitation.expires_at, zone, l))}};
    html::Field shown{.id = "tautan",
                      .label = std::string(words::link_itself.in(l)),
                      .value = link,
                      .more = html::flag("readonly", true)};
    html::Field text{.id = "pesan",
                     .label = std::string(words::message.in(l)),
                     .hint = std::string(words::message_hint.in(l)),
                     .value = message,
                     .more = html::flag("readonly", true) + html::attribute("rows", "5")};
    return settings_page(
        frame, Section::people, title.in(l),
        backlink(frame) +
            html::notice(html::Tone::wait, html::Icon::alert, Markup::text(words::link_once.in(l))) +
            markup<
                R"(<section class="section card pad">{}{}{}<p class="gap-top"><a class="btn" href="{}" target="_blank" rel="noreferrer noopener">{}{}</a></p></section>)">(
                html::facts(facts), html::input(shown, l), html::text_area(text, l),
                html::url<"https://wa.me/?text={}">(message), html::icon(html::Icon::net_whatsapp),
                words::whatsapp.in(l)));
}

Markup staff_list_page(const Frame& frame, const StaffList& list, const std::string& csv) {
    auto l = frame.language;
    const auto wrong =
        std::ranges::count_if(list.lines, [](const auto& line) { return line.fault != LineFault::none; });
    std::string found(words::csv_empty.in(l));
    if (wrong > 0)
        found = base::filled(words::csv_wrong, l, {std::to_string(wrong)});
    else if (!list.lines.empty())
        found = base::filled(words::csv_right, l, {std::to_string(list.lines.size())});
    Markup go;
    if (list.is_right())
        go = markup<R"(<section class="section"><p class="hint">{}</p>{}</section>)">(
            words::csv_once.in(l),
            post_form(frame, html::url<"/meja/atur/petugas/csv/undang">(),
                      html::hidden("csv", csv) + save_button(frame, words::csv_invite.in(l))));
    auto row = [&](const StaffLine& line) {
        const bool is_right = line.fault == LineFault::none;
        return markup<
            R"(<tr><th scope="row" class="num">{}</th><td>{}</td><td class="code">{}</td><td>{}</td><td>{}</td><td>{}</td></tr>)">(
            line.number, line.name, line.login, line.role, line.office,
            html::chip(is_right ? html::Tone::good : html::Tone::wait,
                       is_right ? html::Icon::check : html::Icon::alert, fault_words(line.fault).in(l)));
    };
    const std::vector<std::string> heads{
        std::string(words::line.in(l)),      std::string(words::name.in(l)),
        std::string(words::login.in(l)),     std::string(words::role.in(l)),
        std::string(words::at_office.in(l)), std::string(words::result.in(l))};
    return settings_page(frame, Section::people, words::csv_checked.in(l),
                         backlink(frame) +
                             html::notice(list.is_right() ? html::Tone::good : html::Tone::wait,
                                          list.is_right() ? html::Icon::check : html::Icon::alert,
                                          Markup::text(found)) +
                             go + table(heads, html::join(list.lines, row), words::csv_checked.in(l)));
}

} // namespace administration
