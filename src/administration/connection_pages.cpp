#include "administration/connection_pages.h"

#include "administration/account_words.h"
#include "administration/connection_guide_words.h"
#include "administration/connection_problem_words.h"
#include "administration/connection_words.h"
#include "base/filled.h"
#include "base/spoken_time.h"
#include "base/text.h"

#include <algorithm>

namespace administration {
namespace {

using html::Icon;
using html::Markup;
using html::markup;
using html::Tone;

std::string ago_words(base::Time at, base::Time now, base::Language l) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now - at).count();
    if (seconds < 1) return std::string(words::just_now.in(l));
    if (seconds < 60)
        return base::filled(words::ago, l, base::filled(words::seconds, l, std::to_string(seconds)));
    return base::filled(words::ago, l, base::spoken_span(now - at, l));
}

Markup disconnect_form(const Frame& frame, const ConnectionPage& page) {
    auto l = frame.language;
    if (!page.view || !page.view->has_secrets) return {};
    const Markup inside =
        markup<R"(<p>{}</p>)">(words::disconnect_text.in(l)) +
        markup<R"(<div class="gap-s">{}</div>)">(html::tick(
            "yakin", {.value = "ya", .label = std::string(words::disconnect_sure.in(l))}, html::Ticked::no)) +
        markup<R"(<p class="gap-top"><button class="btn">{}{}</button></p>)">(html::icon(Icon::cross),
                                                                              words::disconnect.in(l));
    return markup<R"(<section class="section card pad" id="putus">{}</section>)">(html::more(
        words::disconnect.in(l),
        post_form(frame, html::url<"/meja/atur/akun/{}/sambungan/putus">(page.account.id), inside)));
}

} // namespace

Standing standing_of(const network::ConnectionView& view, const Unsent& unsent) {
    Signs signs{.is_known = true,
                .has_secrets = view.has_secrets,
                .state = view.row.state,
                .open_holes = view.open_count,
                .unknown = unsent.unknown,
                .send_failures = view.row.send_failures};
    for (const auto& feed : view.feeds)
        if (feed.problem) ++signs.failing;
    for (const auto& each : view.stuck)
        signs.stuck += each.count;
    return standing_of(signs);
}

Markup standing_chip(Standing standing, base::Language l) {
    std::string_view word;
    for (const auto& each : words::standings)
        if (each.standing == standing) word = each.name.in(l);
    switch (standing) {
    case Standing::broken: return html::chip(Tone::bad, Icon::offline, word);
    case Standing::person: return html::chip(Tone::wait, Icon::alert, word);
    case Standing::failing: return html::chip(Tone::wait, Icon::reload, word);
    case Standing::behind: return html::chip(Tone::work, Icon::wait, word);
    case Standing::paused: return html::chip(Tone::neutral, Icon::pause, word);
    case Standing::off: return html::chip(Tone::neutral, Icon::cross, word);
    case Standing::never: return html::chip(Tone::line, Icon::dots, word);
    case Standing::good: return html::chip(Tone::good, Icon::online, word);
    }
    return {};
}

Markup ago(base::Time at, base::Time now, base::Zone zone, base::Language l) {
    return markup<R"(<time datetime="{}" title="{}">{}</time>)">(
        base::to_iso(at, zone), base::spoken_time(at, zone, l), ago_words(at, now, l));
}

std::string unsent_words(const Unsent& unsent, base::Language l) {
    std::vector<std::string> parts;
    auto add = [&](std::int64_t count, base::Text text) {
        if (count > 0) parts.push_back(base::filled(text, l, base::with_dots(count)));
    };
    add(unsent.unknown, words::unsent_unknown);
    add(unsent.failed, words::unsent_failed);
    add(unsent.waiting, words::unsent_waiting);
    return base::join(parts, ", ");
}

Markup connection_alert(const Frame& frame, const base::Problem& problem) {
    auto l = frame.language;
    const auto& found = words::connection_problem(problem.code);
    Markup rights;
    if (problem.code == "network.rights_missing" && !problem.field.empty())
        rights =
            markup<R"(<p>{} {}</p>)">(words::missing_rights.in(l),
                                      html::join(base::split(problem.field, ' '), [](std::string_view name) {
                                          return markup<R"(<code class="code">{}</code> )">(name);
                                      }));
    return markup<
        R"(<div role="alert" class="notice notice-wait" tabindex="-1" data-problems>{}<div><p><b>{}</b> {}</p>{}</div></div>)">(
        html::icon(Icon::alert), found.what.in(l), found.do_this.in(l), rights);
}

Markup connection_page(const Frame& frame, const ConnectionPage& page, const Filled& filled) {
    auto l = frame.language;
    Markup body = markup<
        R"(<p class="row row-wide"><a class="backlink" href="/meja/atur/akun">{}{}</a><a href="/meja/atur/sambungan">{}</a></p>)">(
        html::icon(Icon::back), words::all_accounts.in(l), words::all_connections.in(l));
    if (filled.problem) body += connection_alert(frame, *filled.problem);
    if (page.is_fresh && page.view)
        body += markup<R"(<div role="status">{}</div>)">(
            html::notice(Tone::good, Icon::check,
                         Markup::text(base::filled(words::connected_as, l, page.view->row.handle) + " " +
                                      std::string(words::catches_up.in(l)))));
    if (page.is_tested)
        body += markup<R"(<div role="status">{}</div>)">(
            html::notice(Tone::good, Icon::check, Markup::text(words::tested.in(l))));
    if (!page.has_connector)
        body += html::empty_state({.icon = Icon::net_form,
                                   .title = std::string(words::network_name(page.account.network)),
                                   .text = Markup::text(words::no_connector.in(l))});
    if (page.view) body += connection_state(frame, page);
    if (page.has_connector) body += connection_form(frame, page, filled);
    body += disconnect_form(frame, page);
    return settings_page(frame, Section::connections,
                         base::filled(words::connection_of, l, page.account.name), body);
}

} // namespace administration
