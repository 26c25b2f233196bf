#include "administration/outside_pages.h"

#include "administration/outside_words.h"

namespace administration {
namespace {

using html::Markup;
using html::markup;

base::Text way_name(agency::OutsideWay way) {
    return way == agency::OutsideWay::mail ? words::way_mail : words::way_open311;
}

Markup line(const Frame& frame, const Filled& filled, std::string name, base::Text label,
            std::string_view usual, base::Text hint, html::Need need, std::string_view most) {
    auto out = field(frame, filled, std::move(name), label, usual, hint);
    out.need = need;
    out.more = html::attribute("maxlength", most) + html::attribute("autocomplete", "off");
    return html::input(out, frame.language);
}

Markup key_field(const Frame& frame, const Filled& filled, const agency::OutsideAgency* outside) {
    const bool has_key = outside && !outside->key_sealed.empty();
    auto out = field(frame, filled, "key", words::outside_key, {},
                     has_key ? words::outside_key_known : words::outside_key_hint);
    out.value.clear();
    out.need = html::Need::optional;
    out.more = html::attribute("type", "password") + html::attribute("maxlength", "300") +
               html::attribute("autocomplete", "new-password");
    return html::input(out, frame.language);
}

Markup fields(const Frame& frame, const Filled& filled, const agency::OutsideAgency* outside) {
    const auto l = frame.language;
    using html::Need;
    Markup out = line(frame, filled, "name", words::outside_name, outside ? outside->name : "", {},
                      Need::required, "120");
    const std::vector<html::Choice> ways{
        {"mail", std::string(words::way_mail.in(l)), std::string(words::way_mail_note.in(l))},
        {"open311", std::string(words::way_open311.in(l)), std::string(words::way_open311_note.in(l))}};
    out += html::choices(field(frame, filled, "way", words::outside_way,
                               base::code_of(outside ? outside->way : agency::OutsideWay::mail)),
                         ways, l);
    out += line(frame, filled, "address", words::outside_address, outside ? outside->address : "",
                words::outside_address_hint, Need::required, "300");
    out += line(frame, filled, "service_code", words::outside_service, outside ? outside->service_code : "",
                words::outside_service_hint, Need::optional, "80");
    out += line(frame, filled, "jurisdiction", words::outside_jurisdiction,
                outside ? outside->jurisdiction : "", {}, Need::optional, "80");
    out += key_field(frame, filled, outside);
    if (outside)
        out += html::tick(
            "dipakai",
            {"ya", std::string(words::outside_used.in(l)), std::string(words::outside_tick_note.in(l))},
            filled.is_ticked("dipakai", outside->is_active) ? html::Ticked::yes : html::Ticked::no);
    return out;
}

Markup row(const Frame& frame, const agency::OutsideAgency& each) {
    const auto l = frame.language;
    return markup<R"(<tr><th scope="row"><a href="{}">{}</a></th><td>{}</td><td>{}</td><td>{}</td></tr>)">(
        html::url<"/meja/atur/instansi-luar/{}">(each.id), each.name, way_name(each.way).in(l), each.address,
        each.is_active ? html::chip(html::Tone::good, html::Icon::check, words::outside_used.in(l))
                       : html::chip(html::Tone::neutral, html::Icon::archive, words::outside_retired.in(l)));
}

} // namespace

Markup outside_list_page(const Frame& frame, std::span<const agency::OutsideAgency> all,
                         const Filled& filled) {
    const auto l = frame.language;
    const std::vector<std::string> heads{
        std::string(words::outside_name.in(l)), std::string(words::outside_way.in(l)),
        std::string(words::outside_where.in(l)), std::string(words::outside_state.in(l))};
    const Markup list =
        all.empty() ? markup<"<p>{}</p>">(words::no_outside.in(l))
                    : table(heads, html::join(all, [&](const auto& each) { return row(frame, each); }),
                            words::outside_title.in(l));
    return settings_page(
        frame, Section::outside, words::outside_title.in(l),
        markup<
            R"(<p class="lede">{}</p>{}<p><a href="/meja/serah-terima">{}</a></p><section class="section card pad" aria-labelledby="h-tambah"><h2 id="h-tambah">{}</h2>{}</section>)">(
            words::outside_lede.in(l), list, words::to_deliveries.in(l), words::add_outside.in(l),
            post_form(frame, html::url<"/meja/atur/instansi-luar">(),
                      fields(frame, filled, nullptr) + save_button(frame, words::add_outside.in(l)))),
        filled.problem);
}

Markup outside_page(const Frame& frame, const agency::OutsideAgency& outside, const Filled& filled) {
    const auto l = frame.language;
    return settings_page(
        frame, Section::outside, outside.name,
        markup<
            R"(<p><a class="backlink" href="/meja/atur/instansi-luar">{}{}</a></p><section class="section card pad">{}</section>)">(
            html::icon(html::Icon::back), words::all_outside.in(l),
            post_form(frame, html::url<"/meja/atur/instansi-luar/{}">(outside.id),
                      fields(frame, filled, &outside) + save_button(frame, words::save_outside.in(l)))),
        filled.problem);
}

} // namespace administration
