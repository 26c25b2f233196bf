#include "administration/ladder_pages.h"

#include "administration/ladder_form.h"
#include "administration/ladder_words.h"
#include "base/filled.h"
#include "base/spoken_time.h"
#include "deadlines/own_profiles.h"

namespace administration {
namespace {

using html::Markup;
using html::markup;
namespace words = ladder_words;

std::string spoken(deadlines::Audience audience, base::Language l) {
    for (const auto& row : words::audiences)
        if (row.code == base::code_of(audience)) return std::string(row.text.in(l));
    return {};
}

std::vector<html::Option> audience_options(base::Language l) {
    std::vector<html::Option> out;
    for (const auto& row : words::audiences)
        out.push_back({std::string(row.code), std::string(row.text.in(l))});
    return out;
}

Markup step_fields(const Frame& frame, const Filled& filled, const std::string& row, html::Need need) {
    auto percent = field(frame, filled, "persen-" + row, words::percent);
    percent.need = need;
    percent.more = html::attribute("inputmode", "numeric") + html::attribute("maxlength", "3");
    auto tells = field(frame, filled, "kepada-" + row, words::tells);
    tells.need = need;
    return markup<R"(<div class="ladder-step">{}{}</div>)">(
        html::input(percent, frame.language),
        html::select(tells, audience_options(frame.language), frame.language));
}

Markup reminder_fields(const Frame& frame, const Filled& filled) {
    Markup out;
    for (int i = 1; i <= reminder_rows; ++i) {
        const std::string row = std::to_string(i);
        out += markup<R"(<fieldset class="ladder-row"><legend class="label">{}</legend>{}</fieldset>)">(
            base::filled(words::row, frame.language, row),
            step_fields(frame, filled, row, html::Need::optional));
    }
    return out;
}

Markup quiet_fields(const Frame& frame, const Filled& filled) {
    const auto l = frame.language;
    auto hour = [&](const char* name, base::Text label) {
        auto out = field(frame, filled, name, label);
        out.need = html::Need::optional;
        out.more = html::attribute("type", "time");
        return html::input(out, l);
    };
    return markup<R"(<div class="ladder-step">{}{}</div>{})">(
        hour("tenang-dari", words::from), hour("tenang-sampai", words::until),
        html::tick("tenang-libur",
                   {"ya", std::string(words::days_off.in(l)), std::string(words::days_off_note.in(l))},
                   filled.is_ticked("tenang-libur", false) ? html::Ticked::yes : html::Ticked::no));
}

/// By the longest deadline of the agency's profile that starts with the case.
Markup example(const Frame& frame, const LadderPage& page) {
    const auto l = frame.language;
    const auto zone = page.calendar.zone();
    const auto profile = deadlines::profiles_of(frame.directory)
                             .in_force(frame.directory.agency().profile, base::local_day(page.now, zone));
    if (!profile) return {};
    const deadlines::Spec* longest = nullptr;
    for (const auto& spec : (*profile)->deadlines)
        if (spec.starts_on == "received" && (!longest || spec.amount > longest->amount)) longest = &spec;
    if (!longest) return {};
    const auto deadline = deadlines::start_for({"case", 0}, **profile, *longest, page.now, page.calendar);
    Markup lines;
    for (const auto& step : page.ladder.steps) {
        std::string what = spoken(step.tells, l);
        if (step.escalates.value_or(false)) what += "; " + std::string(words::and_escalates.in(l));
        const auto moment = deadlines::moment_of(deadline, *longest, step.at_percent, page.calendar);
        lines += markup<"<li>{}</li>">(
            base::filled(words::example_line, l,
                         {base::spoken_time(moment, zone, l), std::to_string(step.at_percent), what}));
    }
    return markup<
        R"(<section class="section card pad"><h2>{}</h2><ol class="settings-list">{}</ol></section>)">(
        base::filled(words::example, l, l == base::Language::en ? longest->name_en : longest->name_id),
        lines);
}

Markup part(base::Text title, base::Text hint, const Markup& fields, base::Language l) {
    return markup<R"(<section class="section card pad"><h2>{}</h2><p class="hint">{}</p>{}</section>)">(
        title.in(l), hint.in(l), fields);
}

} // namespace

Markup ladder_page(const Frame& frame, const LadderPage& page, const Filled& given) {
    const auto l = frame.language;
    const Filled filled = given.problem ? given : filled_of(page.ladder);
    const std::string version = page.ladder.version.value_or("");
    const std::string which = version.starts_with("nasional") ? std::string(words::national.in(l))
                                                              : base::filled(words::own, l, version);
    return settings_page(
        frame, Section::ladder, words::title.in(l),
        markup<R"(<p class="lede">{}</p><p>{}</p>{}{})">(
            words::lede.in(l), which, example(frame, page),
            post_form(frame, html::url<"/meja/atur/tangga">(),
                      part(words::escalation, words::escalation_hint,
                           step_fields(frame, filled, "naik", html::Need::required), l) +
                          part(words::reminders, words::reminders_hint, reminder_fields(frame, filled), l) +
                          part(words::quiet, words::quiet_hint, quiet_fields(frame, filled), l) +
                          markup<R"(<p class="hint gap-top">{}</p>)">(words::passed_over.in(l)) +
                          save_button(frame, words::save.in(l)))),
        given.problem);
}

} // namespace administration
