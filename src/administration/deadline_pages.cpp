#include "administration/deadline_pages.h"

#include "administration/calendar_words.h"
#include "administration/office_pages.h"
#include "administration/own_profile_pages.h"
#include "administration/topic_pages.h"
#include "base/filled.h"
#include "base/spoken_time.h"
#include "base/text.h"
#include "deadlines/due.h"
#include "deadlines/own_profiles.h"

#include <algorithm>

namespace administration {
namespace {

using html::Markup;
using html::markup;

std::string happening(std::string_view code, base::Language l) {
    for (const auto& row : words::happenings)
        if (row.code == code) return std::string(row.text.in(l));
    return std::string(code);
}

base::Text counted_words(deadlines::Mode mode) {
    switch (mode) {
    case deadlines::Mode::calendar_hours: return words::hours_after;
    case deadlines::Mode::working_days: return words::days_after;
    case deadlines::Mode::office_hours: return words::office_hours_after;
    }
    return words::hours_after;
}

std::string counted(const deadlines::Spec& spec, base::Language l) {
    std::string out = base::filled(counted_words(spec.mode), l,
                                   {std::to_string(spec.amount), happening(spec.starts_on, l)});
    for (const auto& each : spec.by_class)
        out += "; " + base::filled(words::oversight_days, l, std::to_string(each.amount));
    if (spec.extension)
        out += "; " +
               base::filled(words::may_extend, l,
                            {std::to_string(*spec.extension), std::string(words::unit_of(spec.mode).in(l))});
    if (spec.pause_limit)
        out += "; " + base::filled(
                          words::pause_at_most, l,
                          {std::to_string(*spec.pause_limit), std::string(words::unit_of(spec.mode).in(l))});
    return out + ".";
}

Markup spec_item(const Frame& frame, const deadlines::Spec& spec, const deadlines::Calendar& calendar,
                 base::Time now) {
    auto l = frame.language;
    const auto due = deadlines::due(spec, now, calendar);
    Markup provisional;
    if (due.is_provisional)
        provisional = markup<R"(<p class="hint">{}</p>)">(
            base::filled(words::example_provisional, l, base::spoken_day(calendar.ends_on(), l)));
    return markup<R"(<li><b>{}</b><p>{}</p><p>{}</p>{}<p class="muted small">{}</p></li>)">(
        l == base::Language::en ? spec.name_en : spec.name_id, counted(spec, l),
        base::filled(words::example, l, base::spoken_time(due.at, calendar.zone(), l)), provisional,
        base::filled(words::legal_source, l, spec.source));
}

Markup profile_card(const Frame& frame, const deadlines::Profile& profile,
                    const deadlines::Calendar& calendar, base::Time now) {
    auto l = frame.language;
    Markup mark, contest;
    if (profile.id == frame.directory.agency().profile)
        mark = html::chip(html::Tone::good, html::Icon::check, words::in_use_here.in(l));
    if (profile.contest_working_days)
        contest = markup<"<p>{}</p>">(
            base::filled(words::contest_days, l, std::to_string(*profile.contest_working_days)));
    if (!profile.topics.empty()) {
        std::vector<std::string> names;
        for (const auto& code : profile.topics) {
            const auto* topic = frame.directory.topic(code);
            names.push_back(topic ? std::string(topic->name(l)) : code);
        }
        contest += markup<"<p>{}</p>">(base::filled(words::runs_beside, l, base::join(names, ", ")));
    }
    auto from = base::parse_day(profile.effective_from);
    return markup<
        R"(<section class="section card pad"><h2>{} {}</h2><p class="muted small">{}</p><ul class="settings-list">{}</ul>{}</section>)">(
        l == base::Language::en ? profile.name_en : profile.name_id, mark,
        base::filled(words::version_from, l,
                     {profile.version, from ? base::spoken_day(*from, l) : profile.effective_from}),
        html::join(profile.deadlines,
                   [&](const auto& spec) { return spec_item(frame, spec, calendar, now); }),
        contest);
}

Markup topics(const Frame& frame) {
    auto l = frame.language;
    Markup rows;
    const auto options = profile_options(frame);
    for (const auto& topic : frame.directory.topics()) {
        if (!topic.is_active) continue;
        const auto& id = frame.directory.profile_of(topic.code);
        auto found = std::ranges::find(options, id, &html::Option::value);
        rows += markup<R"(<li><a href="{}">{}</a>: {}</li>)">(html::url<"/meja/atur/topik/{}">(topic.code),
                                                              topic.name(l),
                                                              found == options.end() ? id : found->label);
    }
    if (rows.empty()) return {};
    return markup<R"(<section class="section"><h2>{}</h2><ul class="settings-list">{}</ul></section>)">(
        words::by_topic.in(l), rows);
}

} // namespace

Markup deadlines_page(const Frame& frame, const deadlines::Calendar& calendar, base::Time now,
                      const Filled& filled) {
    auto l = frame.language;
    Markup cards;
    const auto& profiles = deadlines::profiles_of(frame.directory);
    for (const auto& id : profiles.ids())
        if (auto profile = profiles.in_force(id, base::local_day(now, calendar.zone())))
            cards += profile_card(frame, **profile, calendar, now);
    return settings_page(
        frame, Section::deadlines, words::deadlines_title.in(l),
        markup<R"(<p class="lede">{}</p><section class="section card pad">{}</section>{}{})">(
            words::deadlines_lede.in(l),
            post_form(frame, html::url<"/meja/atur/tenggat">(),
                      html::select(field(frame, filled, "profile", words::agency_profile,
                                         frame.directory.agency().profile, words::agency_profile_hint),
                                   profile_options(frame), l) +
                          save_button(frame, words::save_profile.in(l))),
            topics(frame), cards + own_profiles(frame, filled, base::local_day(now, calendar.zone()))),
        filled.problem);
}

} // namespace administration
