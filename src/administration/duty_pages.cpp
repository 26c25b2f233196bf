#include "administration/duty_pages.h"

#include "administration/duty_words.h"
#include "administration/frame_words.h"
#include "administration/rule_words.h"
#include "administration/topic_words.h"
#include "base/filled.h"
#include "base/spoken_time.h"

#include <algorithm>

namespace administration {
namespace {

using html::Markup;
using html::markup;

std::string person_name(const DutyView& view, staff::StaffId id) {
    const auto found = std::ranges::find(view.people, id, &staff::Person::id);
    return found == view.people.end() ? base::to_string(id) : found->name;
}

std::vector<html::Option> person_options(const DutyView& view) {
    std::vector<html::Option> out;
    for (const auto& person : view.people)
        out.push_back({base::to_string(person.id), person.name});
    return out;
}

std::string spoken(const Frame& frame, const std::string& day) {
    auto read = base::parse_day(day);
    return read ? base::spoken_day(*read, frame.language) : day;
}

std::vector<std::string> heads(const Frame& frame, std::initializer_list<base::Text> all) {
    std::vector<std::string> out;
    for (const auto& each : all)
        out.emplace_back(each.in(frame.language));
    return out;
}

Markup section(std::string_view id, std::string_view title, const Markup& body) {
    return markup<
        R"(<section class="section card pad" aria-labelledby="{}"><h2 id="{}">{}</h2>{}</section>)">(
        id, id, title, body);
}

Markup sharing(const Frame& frame, const DutyView& view, const Filled& filled) {
    auto l = frame.language;
    auto row = [&](const cases::Sharing& each) {
        return markup<R"(<tr><th scope="row">{}</th><td>{}</td></tr>)">(office_name(frame, each.office),
                                                                        words::name_of(each.how).in(l));
    };
    const Markup list = view.sharing.empty()
                            ? markup<"<p>{}</p>">(words::sharing_none.in(l))
                            : table(heads(frame, {words::rule_office, words::sharing_how}),
                                    html::join(view.sharing, row), words::sharing_title.in(l));
    std::vector<html::Option> hows{{"hand", std::string(words::sharing_by_hand.in(l))}};
    for (const auto& each : base::codes<cases::SharedBy>)
        hows.push_back({std::string(each.code), std::string(words::name_of(each.value).in(l))});
    return section("h-bagi", words::sharing_title.in(l),
                   list + markup<R"(<p class="hint">{}</p>)">(words::sharing_note.in(l)) +
                       post_form(frame, html::url<"/meja/atur/aturan/pembagian">(),
                                 html::select(field(frame, filled, "office", words::rule_office),
                                              office_options(frame), l) +
                                     html::select(field(frame, filled, "cara", words::sharing_how), hows, l) +
                                     save_button(frame, words::save_sharing.in(l))));
}

Markup absences(const Frame& frame, const DutyView& view, const Filled& filled) {
    auto l = frame.language;
    auto row = [&](const staff::Absence& each) {
        const std::string name = person_name(view, each.staff);
        return markup<R"(<tr><th scope="row">{}</th><td>{} – {}</td><td>{}</td><td>{}</td></tr>)">(
            name, spoken(frame, each.first_day), spoken(frame, each.last_day),
            each.substitute ? person_name(view, *each.substitute) : std::string(words::none.in(l)),
            post_button(frame, html::url<"/meja/atur/aturan/absen/{}/hapus">(each.id), words::remove.in(l),
                        html::Icon::cross, base::filled(words::absence_about, l, name)));
    };
    const Markup list = view.absences.empty()
                            ? markup<"<p>{}</p>">(words::absences_none.in(l))
                            : table(heads(frame, {words::absence_person, words::absence_first,
                                                  words::absence_substitute, words::actions}),
                                    html::join(view.absences, row), words::absences_title.in(l));
    auto day = [&](std::string name, base::Text label) {
        auto out = field(frame, filled, std::move(name), label);
        out.more = html::attribute("type", "date");
        return html::input(out, l);
    };
    auto substitute =
        field(frame, filled, "substitute", words::absence_substitute, {}, words::absence_substitute_hint);
    substitute.need = html::Need::optional;
    return section("h-absen", words::absences_title.in(l),
                   list + post_form(frame, html::url<"/meja/atur/aturan/absen">(),
                                    html::select(field(frame, filled, "staff", words::absence_person),
                                                 person_options(view), l) +
                                        day("first_day", words::absence_first) +
                                        day("last_day", words::absence_last) +
                                        html::select(substitute, person_options(view), l) +
                                        save_button(frame, words::absence_add.in(l))));
}

Markup arbiter(const Frame& frame, const DutyView& view, const Filled& filled) {
    auto l = frame.language;
    const auto& now = frame.directory.arbiter();
    auto office = field(frame, filled, "arbiter_office", words::arbiter_office,
                        now ? base::to_string(now->office) : std::string(), words::arbiter_office_hint);
    office.need = html::Need::optional;
    auto person =
        field(frame, filled, "arbiter_staff", words::arbiter_person,
              now && now->staff ? std::to_string(*now->staff) : std::string(), words::arbiter_person_hint);
    person.need = html::Need::optional;
    auto days = field(frame, filled, "working_days", words::arbiter_days,
                      std::to_string(now ? now->working_days : agency::Arbiter{}.working_days));
    days.more = html::attribute("inputmode", "numeric") + html::attribute("maxlength", "2");
    return section("h-penentu", words::arbiter_title.in(l),
                   markup<R"(<p class="hint">{}</p>)">(words::arbiter_note.in(l)) +
                       post_form(frame, html::url<"/meja/atur/aturan/penentu">(),
                                 html::select(office, office_options(frame), l) +
                                     html::select(person, person_options(view), l) + html::input(days, l) +
                                     save_button(frame, words::save_arbiter.in(l))));
}

} // namespace

Markup duty_page(const Frame& frame, const DutyView& view, const Filled& filled) {
    auto l = frame.language;
    return settings_page(
        frame, Section::rules, words::duty_title.in(l),
        markup<R"(<p class="lede">{}</p><p><a class="link" href="/meja/atur/aturan">{}</a></p>{}{}{})">(
            words::duty_lede.in(l), words::to_rules.in(l), sharing(frame, view, filled),
            absences(frame, view, filled), arbiter(frame, view, filled)),
        filled.problem);
}

} // namespace administration
