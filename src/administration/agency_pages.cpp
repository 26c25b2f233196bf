#include "administration/agency_pages.h"

#include "administration/calendar_words.h"
#include "administration/office_pages.h"
#include "base/filled.h"
#include "base/text.h"

#include <fmt/format.h>

namespace administration {
namespace {

using html::Markup;
using html::markup;

Markup zone_field(const Frame& frame, const Filled& filled) {
    const std::vector<html::Option> zones{
        {"WIB", "WIB (UTC+7)"}, {"WITA", "WITA (UTC+8)"}, {"WIT", "WIT (UTC+9)"}};
    return html::select(field(frame, filled, "zone", words::zone, base::name(frame.directory.agency().zone),
                              words::zone_hint),
                        zones, frame.language);
}

/// Each accent beside a button in it.
Markup accent_field(const Frame& frame, const Filled& filled) {
    auto l = frame.language;
    const std::string chosen = filled.value("accent", frame.directory.agency().accent);
    Markup all;
    std::size_t number = 0;
    for (std::string_view accent : {"nila", "sogan", "daun", "manggis"}) {
        const std::string id = number++ == 0 ? "accent" : "accent-" + std::string(accent);
        all += markup<
            R"(<label class="choice"><input type="radio" id="{}" name="accent" value="{}"{} required><span data-accent="{}"><b>{}</b> <span class="btn btn-main" aria-hidden="true">{}</span></span></label>)">(
            id, accent, html::flag("checked", accent == chosen), accent, accent, words::accent_shown.in(l));
    }
    return markup<R"(<fieldset class="field"><legend>{}</legend>{}</fieldset>)">(words::accent.in(l), all);
}

} // namespace

Markup agency_page(const Frame& frame, const Filled& filled) {
    auto l = frame.language;
    const auto& agency = frame.directory.agency();
    auto text = [&](std::string name, base::Text label, std::string_view usual, std::string_view most,
                    html::Need need, base::Text hint) {
        auto each = field(frame, filled, std::move(name), label, usual, hint);
        each.need = need;
        each.more = html::attribute("maxlength", most);
        return html::input(each, l);
    };
    auto emergency = field(frame, filled, "emergency_from", words::emergency_from,
                           fmt::format("{:g}", agency.emergency_from), words::emergency_hint);
    emergency.more = html::attribute("type", "number") + html::attribute("min", "0.1") +
                     html::attribute("max", "1") + html::attribute("step", "any");
    std::vector<std::string> names;
    for (const auto& region : agency.regions)
        names.push_back(area_name(region));
    auto regions = field(frame, filled, "regions", words::regions, base::join(agency.regions, "\n"),
                         words::regions_hint);
    regions.need = html::Need::optional;
    regions.more = html::attribute("rows", "4");
    const Markup inside =
        text("name", words::agency_name, agency.name, "120", html::Need::required, {}) +
        text("short_name", words::agency_short, agency.short_name, "40", html::Need::required, {}) +
        text("organiser", words::organiser, agency.organiser, "120", html::Need::required,
             words::organiser_hint) +
        html::text_area(regions, l) +
        html::when(!names.empty(), markup<R"(<p class="hint">{}</p>)">(
                                       base::filled(words::regions_now, l, base::join(names, "; ")))) +
        html::input(emergency, l) + zone_field(frame, filled) + accent_field(frame, filled) +
        text("host", words::host, agency.host.value_or(""), "253", html::Need::optional, words::host_hint) +
        markup<R"(<p class="hint gap-top">{}</p>)">(base::filled(words::prefix_stays, l, agency.prefix)) +
        save_button(frame, words::save_agency.in(l));
    return settings_page(
        frame, Section::agency, words::agency_title.in(l),
        markup<R"(<p class="lede">{}</p><section class="section card pad">{}</section>)">(
            words::agency_lede.in(l), post_form(frame, html::url<"/meja/atur/instansi">(), inside)),
        filled.problem);
}

} // namespace administration
