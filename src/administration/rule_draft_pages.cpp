#include "administration/rule_draft_pages.h"

#include "administration/frame_words.h"
#include "administration/rule_pages.h"
#include "administration/rule_words.h"
#include "administration/topic_words.h"
#include "base/filled.h"
#include "base/spoken_time.h"
#include "base/text.h"
#include "cases/rule_pages.h"

#include <algorithm>

namespace administration {
namespace {

using html::Markup;
using html::markup;

Markup back(const Frame& frame) {
    return markup<R"(<p><a class="link" href="/meja/atur/aturan">{}</a></p>)">(
        words::to_rules.in(frame.language));
}

std::string goes_to(const Frame& frame, std::optional<agency::OfficeId> office) {
    return office ? office_name(frame, *office) : std::string(words::queue.in(frame.language));
}

std::vector<std::string> heads(const Frame& frame, std::initializer_list<base::Text> all) {
    std::vector<std::string> out;
    for (const auto& each : all)
        out.emplace_back(each.in(frame.language));
    return out;
}

Markup shifts(const Frame& frame, const cases::Rehearsal& rehearsal) {
    auto l = frame.language;
    auto row = [&](const cases::Shift& each) {
        Markup samples;
        for (const auto& code : each.samples)
            samples +=
                markup<R"(<a class="link" href="{}">{}</a> )">(html::url<"/meja/laporan/{}">(code), code);
        return markup<R"(<tr><td>{}</td><td>{}</td><td class="num">{}</td><td>{}</td></tr>)">(
            goes_to(frame, each.from), goes_to(frame, each.to), base::with_dots(each.n), samples);
    };
    if (rehearsal.outcome.shifts.empty()) return markup<"<p>{}</p>">(words::rehearsal_same.in(l));
    return table(heads(frame, {words::moves_from, words::moves_to, words::moves_count, words::moves_samples}),
                 html::join(rehearsal.outcome.shifts, row), words::rehearsal_title.in(l));
}

Markup fires(const Frame& frame, const cases::Rehearsal& rehearsal) {
    auto l = frame.language;
    auto row = [&](const agency::RoutingRule& rule) {
        const auto found = std::ranges::find(rehearsal.outcome.fires, rule.id, &cases::Fires::rule);
        const std::string times = found == rehearsal.outcome.fires.end()
                                      ? std::string(words::fires_never.in(l))
                                      : base::with_dots(found->n);
        return markup<
            R"(<tr><th scope="row" class="num">{}</th><td>{}</td><td>{}</td><td class="num">{}</td></tr>)">(
            number_of(frame, rule.id), cases::rule_sentence(rule, frame.directory, l),
            office_name(frame, rule.office), times);
    };
    return markup<"<h2>{}</h2>{}">(
        words::fires_title.in(l),
        table(heads(frame, {words::number, words::rules, words::rule_office, words::moves_count}),
              html::join(frame.directory.rules(), row), words::fires_title.in(l)));
}

} // namespace

Markup rule_history_page(const Frame& frame, std::span<const HistoryLine> lines) {
    auto l = frame.language;
    bool is_first = true;
    auto row = [&](const HistoryLine& each) {
        const std::string number = std::to_string(each.version.version);
        const Markup action =
            std::exchange(is_first, false)
                ? Markup::text(words::version_now.in(l))
                : post_button(frame, html::url<"/meja/atur/aturan/riwayat/{}/pakai">(number),
                              words::restore_version.in(l), html::Icon::undo,
                              base::filled(words::version_numbered, l, number));
        return markup<
            R"(<tr><th scope="row" class="num">{}</th><td>{}<br><span class="muted small">{}</span></td><td>{}</td><td class="num">{}</td><td>{}</td></tr>)">(
            number, base::spoken_time(each.version.at, frame.directory.agency().zone, l), each.who,
            words::version_word(each.version.what).in(l), std::to_string(each.version.n), action);
    };
    const Markup list = lines.empty()
                            ? markup<"<p>{}</p>">(words::history_empty.in(l))
                            : table(heads(frame, {words::version, words::changed_at, words::what_changed,
                                                  words::rule_count, words::actions}),
                                    html::join(lines, row), words::history.in(l));
    return settings_page(
        frame, Section::rules, words::history.in(l),
        markup<R"(<p class="lede">{}</p>{}{})">(words::history_lede.in(l), back(frame), list));
}

Markup rehearsal_page(const Frame& frame, const cases::Rehearsal& rehearsal) {
    auto l = frame.language;
    const std::string read = base::with_dots(rehearsal.n_read);
    const base::Day since = base::local_day(rehearsal.since, frame.directory.agency().zone);
    Markup body;
    if (rehearsal.state == cases::RehearsalState::running)
        body = html::notice(html::Tone::wait, html::Icon::wait,
                            Markup::text(base::filled(words::rehearsal_running, l,
                                                      {read, base::with_dots(rehearsal.n_total)}))) +
               markup<R"(<p><a class="btn" href="{}">{}{}</a></p>)">(
                   html::url<"/meja/atur/aturan/simulasi/{}">(rehearsal.id), html::icon(html::Icon::reload),
                   words::rehearsal_reload.in(l));
    else
        body = html::notice(
                   html::Tone::info, html::Icon::chart,
                   markup<"<b>{}</b><p>{}</p>">(base::filled(words::rehearsal_done, l,
                                                             {read, base::spoken_day(since, l),
                                                              base::with_dots(rehearsal.outcome.moved())}),
                                                words::rehearsal_nothing.in(l))) +
               shifts(frame, rehearsal) + fires(frame, rehearsal);
    return settings_page(frame, Section::rules, words::rehearsal_title.in(l), back(frame) + body);
}

Markup services_page(const Frame& frame, const Filled& filled) {
    auto l = frame.language;
    auto row = [&](const agency::OfficeService& each) {
        const std::string what =
            cases::rule_sentence({{}, 0, each.topic, each.area, each.office}, frame.directory, l);
        return markup<R"(<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>)">(
            office_name(frame, each.office), what,
            post_button(frame, html::url<"/meja/atur/aturan/layanan/{}/hapus">(each.id), words::remove.in(l),
                        html::Icon::cross, base::filled(words::service_about, l, what)));
    };
    auto topic = field(frame, filled, "topic", words::topic, {}, words::rule_topic_hint);
    topic.need = html::Need::optional;
    auto area = field(frame, filled, "area", words::area, {}, words::rule_area_hint);
    area.need = html::Need::optional;
    area.more = html::attribute("maxlength", "200");
    const Markup list = frame.directory.services().empty()
                            ? markup<"<p>{}</p>">(words::services_none.in(l))
                            : table(heads(frame, {words::rule_office, words::services_title, words::actions}),
                                    html::join(frame.directory.services(), row), words::services_title.in(l));
    return settings_page(
        frame, Section::rules, words::services_title.in(l),
        markup<
            R"(<p class="lede">{}</p>{}{}<section class="section card pad" aria-labelledby="h-tambah"><h2 id="h-tambah">{}</h2>{}</section>)">(
            words::services_lede.in(l), back(frame), list, words::add_service.in(l),
            post_form(
                frame, html::url<"/meja/atur/aturan/layanan">(),
                html::select(field(frame, filled, "office", words::rule_office), office_options(frame), l) +
                    html::select(topic, topic_options(frame), l) + html::input(area, l) +
                    save_button(frame, words::add_service.in(l)))),
        filled.problem);
}

} // namespace administration
