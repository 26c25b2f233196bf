#include "administration/own_profile_pages.h"

#include "administration/calendar_words.h"
#include "administration/own_profile_words.h"
#include "base/filled.h"
#include "base/spoken_time.h"
#include "deadlines/own_profiles.h"

namespace administration {
namespace {

using html::Markup;
using html::markup;

Markup version(const Frame& frame, const agency::OwnProfile& own, base::Day today) {
    const auto l = frame.language;
    const auto from = base::parse_day(own.effective_from);
    Markup withdraw;
    if (from && *from > today)
        withdraw = post_button(frame, html::url<"/meja/atur/tenggat/{}/{}/tarik">(own.id, own.version),
                               words::withdraw.in(l), html::Icon::undo, own.id + " " + own.version);
    return markup<"<li><p>{}</p>{}</li>">(
        base::filled(words::own_version, l,
                     {own.id, own.version, from ? base::spoken_day(*from, l) : own.effective_from}),
        withdraw);
}

html::Field number(const Frame& frame, const Filled& filled, const char* name, base::Text label,
                   base::Text hint) {
    auto out = field(frame, filled, name, label, {}, hint);
    out.need = html::Need::optional;
    out.more =
        html::attribute("type", "number") + html::attribute("min", "1") + html::attribute("max", "2000");
    return out;
}

Markup choose(const Frame& frame, const Filled& filled, const char* name, base::Text label, base::Text hint,
              std::vector<html::Option> options) {
    auto out = field(frame, filled, name, label, {}, hint);
    out.need = html::Need::optional;
    options.insert(options.begin(), {"", std::string(words::none.in(frame.language))});
    return html::select(out, options, frame.language);
}

std::vector<html::Option> national(const Frame& frame) {
    std::vector<html::Option> out;
    const auto& all = deadlines::shipped_profiles();
    for (const auto& id : all.ids()) {
        const auto& newest = all.versions(id).back();
        out.push_back({id, frame.language == base::Language::en ? newest.name_en : newest.name_id});
    }
    return out;
}

template <class Rows> std::vector<html::Option> options_of(const Rows& rows, base::Language l) {
    std::vector<html::Option> out;
    for (const auto& each : rows)
        out.push_back({std::string(each.code), std::string(each.text.in(l))});
    return out;
}

Markup form(const Frame& frame, const Filled& filled, base::Day today) {
    const auto l = frame.language;
    const std::vector<html::Choice> modes{
        {"working_days", std::string(words::mode_days.in(l))},
        {"calendar_hours", std::string(words::mode_hours.in(l))},
        {"office_hours", std::string(words::mode_office.in(l)), std::string(words::mode_office_note.in(l))}};
    auto name_en = field(frame, filled, "name_en", words::profile_name_en);
    name_en.need = html::Need::optional;
    auto amount = number(frame, filled, "amount", words::amount, {});
    amount.need = html::Need::required;
    auto from = field(frame, filled, "effective_from", words::holds_from, base::to_iso(today));
    from.more = html::attribute("type", "date");
    return post_form(
        frame, html::url<"/meja/atur/tenggat/versi">(),
        html::input(field(frame, filled, "code", words::profile_code, {}, words::profile_code_hint), l) +
            html::input(field(frame, filled, "name_id", words::profile_name), l) + html::input(name_en, l) +
            choose(frame, filled, "inherits", words::profile_inherits, words::profile_inherits_hint,
                   national(frame)) +
            html::input(
                field(frame, filled, "deadline", words::deadline_code, "resolve", words::deadline_code_hint),
                l) +
            html::choices(field(frame, filled, "mode", words::counted_in, "working_days"), modes, l) +
            html::input(amount, l) +
            html::select(field(frame, filled, "starts_on", words::starts_with, "received"),
                         options_of(words::happenings, l), l) +
            html::select(field(frame, filled, "met_by", words::met_with, "resolved"),
                         options_of(words::meetings, l), l) +
            html::input(number(frame, filled, "extension", words::extension, words::extension_hint), l) +
            html::input(number(frame, filled, "pause_limit", words::pause_limit, words::pause_limit_hint),
                        l) +
            choose(frame, filled, "topic", words::beside_topic, words::beside_topic_hint,
                   topic_options(frame)) +
            html::input(from, l) +
            html::input(field(frame, filled, "source", words::promised_by, {}, words::promised_by_hint), l) +
            save_button(frame, words::save_version.in(l)));
}

} // namespace

Markup own_profiles(const Frame& frame, const Filled& filled, base::Day today) {
    const auto l = frame.language;
    Markup versions;
    for (const auto& own : frame.directory.own_profiles())
        versions += version(frame, own, today);
    if (!versions.empty()) versions = markup<R"(<ul class="settings-list">{}</ul>)">(versions);
    return markup<
        R"(<section class="section card pad" aria-labelledby="h-sendiri"><h2 id="h-sendiri">{}</h2><p class="hint">{}</p>{}<h3>{}</h3>{}</section>)">(
        words::own_profiles.in(l), words::own_profiles_note.in(l), versions, words::new_profile.in(l),
        form(frame, filled, today));
}

} // namespace administration
