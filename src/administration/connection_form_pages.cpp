// Connecting: fields that the connector asks for, where to get them, which rights they need.
#include "administration/connection_guide_words.h"
#include "administration/connection_pages.h"
#include "administration/connection_words.h"
#include "base/filled.h"

#include <algorithm>

namespace administration {
namespace {

using html::Markup;
using html::markup;

std::string label_of(const network::Field& asked, base::Language l) {
    for (const auto& each : words::field_names)
        if (each.name == asked.name) return std::string(each.text.in(l));
    return asked.name;
}

std::string option_label(std::string_view field, std::string_view option, base::Language l) {
    for (const auto& each : words::field_options)
        if (each.field == field && each.option == option) return std::string(each.text.in(l));
    return std::string(option);
}

/// `before` keeps ids apart: the same field may stand in two forms.
Markup field_of(const Frame& frame, const ConnectionPage& page, const Filled& filled,
                const network::Field& asked, std::string_view before = {}) {
    auto l = frame.language;
    const bool is_kept = page.view && page.view->has_secrets;
    html::Field out{.id = std::string(before) + asked.name, .label = label_of(asked, l), .name = asked.name};
    out.need = asked.is_needed && !(asked.is_secret && is_kept) ? html::Need::required : html::Need::optional;
    out.more = html::attribute("maxlength", "8192");
    if (!asked.options.empty()) {
        std::vector<html::Option> options;
        for (const auto& each : asked.options)
            options.push_back({.value = each, .label = option_label(asked.name, each, l)});
        const auto known = page.known.find(asked.name);
        out.value = filled.value(asked.name, known == page.known.end() ? std::string_view() : known->second);
        out.hint = words::no_option.in(l);
        out.more = {};
        if (filled.problem && filled.problem->field == asked.name) out.problem = reason(*filled.problem, l);
        return html::select(out, options, l);
    }
    if (asked.is_secret) {
        out.hint = std::string((is_kept ? words::secret_stays : words::secret_kept).in(l));
        out.more += html::attribute("type", "password") + html::attribute("autocomplete", "new-password");
    } else {
        const auto known = page.known.find(asked.name);
        out.value = filled.value(asked.name, known == page.known.end() ? std::string_view() : known->second);
        out.more += html::attribute("autocomplete", "off");
        if (asked.name == "server") out.more += html::attribute("inputmode", "url");
    }
    if (!asked.example.empty()) {
        if (!out.hint.empty()) out.hint += " ";
        out.hint += base::filled(words::field_example, l, asked.example);
    }
    if (filled.problem && filled.problem->field == asked.name) out.problem = reason(*filled.problem, l);
    return html::input(out, l);
}

Markup steps_of(const words::Guide& guide, base::Language l) {
    Markup steps =
        html::join(guide.steps, [&](const base::Text& step) { return markup<R"(<li>{}</li>)">(step.in(l)); });
    return markup<R"(<h3>{}</h3><ol class="numbered">{}</ol>{}{})">(
        words::steps_title.in(l), steps,
        html::when(!guide.note.id.empty(), markup<R"(<p class="muted gap-top">{}</p>)">(guide.note.in(l))),
        html::when(
            !guide.rights.empty(),
            markup<R"(<h3 class="gap-top">{}</h3><ul class="settings-list">{}</ul>)">(
                words::rights_title.in(l), html::join(guide.rights, [&](const words::Right& right) {
                    return markup<R"(<li><code class="code">{}</code> <span class="muted">{}</span></li>)">(
                        right.name, base::filled(words::right_why, l, right.why.in(l)));
                }))));
}

/// To the network's own page, where it has one.
Markup sign_in_form(const Frame& frame, const ConnectionPage& page, const Filled& filled) {
    auto l = frame.language;
    Markup inside;
    for (auto asked : page.fields) {
        if (std::ranges::find(*page.sign_in_needs, asked.name) == page.sign_in_needs->end()) continue;
        asked.is_needed = true; // here, whatever a pasted token needs
        inside += field_of(frame, page, filled, asked, "masuk-");
    }
    if (!page.sign_in_back.empty())
        inside += html::input({.id = "alamat-kembali",
                               .label = std::string(words::sign_in_back.in(l)),
                               .hint = std::string(words::sign_in_back_hint.in(l)),
                               .value = page.sign_in_back,
                               .more = html::flag("readonly", true)},
                              l);
    return markup<R"(<h3>{}</h3><p>{}</p>{})">(
        base::filled(words::sign_in_title, l, words::network_name(page.account.network)),
        (words::guide_of(page.account.network).is_by_person ? words::sign_in_person : words::sign_in_text)
            .in(l),
        post_form(frame, html::url<"/meja/atur/akun/{}/sambungan/masuk">(page.account.id),
                  inside + save_button(frame, words::sign_in_go.in(l))));
}

Markup push_field(const ConnectionPage& page, base::Language l) {
    return html::input({.id = "alamat-kiriman",
                        .label = std::string(words::push_title.in(l)),
                        .hint = std::string(words::push_hint.in(l)),
                        .value = page.push_address,
                        .more = html::flag("readonly", true)},
                       l);
}

} // namespace

Markup connection_form(const Frame& frame, const ConnectionPage& page, const Filled& filled) {
    auto l = frame.language;
    const auto& guide = words::guide_of(page.account.network);
    Markup inside = html::join(
        page.fields, [&](const network::Field& asked) { return field_of(frame, page, filled, asked); });
    Markup by_hand = post_form(frame, html::url<"/meja/atur/akun/{}/sambungan">(page.account.id),
                               inside + save_button(frame, words::connect.in(l)));
    // What was refused is shown where it was entered.
    const bool pasted = filled.problem && std::ranges::any_of(page.fields, [&](const network::Field& asked) {
                            return asked.is_secret && !filled.value(asked.name, "").empty();
                        });
    if (page.sign_in_needs)
        by_hand = sign_in_form(frame, page, filled) +
                  markup<R"(<div class="gap-top">{}</div>)">(
                      html::more(words::by_hand.in(l), by_hand, html::flag("open", pasted)));
    const Markup form = markup<R"(<div class="settings-two"><div>{}{}</div><div>{}</div></div>)">(
        by_hand,
        html::when(!page.push_address.empty(),
                   markup<R"(<div class="gap-top">{}</div>)">(push_field(page, l))),
        steps_of(guide, l));
    const Markup unverified =
        html::when(!page.is_verified,
                   html::notice(html::Tone::wait, html::Icon::help, Markup::text(words::unverified.in(l))));
    const bool is_running = page.view && page.view->has_secrets && !filled.problem &&
                            page.view->row.state != network::ConnectionState::broken;
    if (is_running)
        return markup<R"(<section class="section card pad" id="sambungkan">{}{}</section>)">(
            unverified, html::more(words::change_title.in(l), form));
    return markup<
        R"(<section class="section card pad" id="sambungkan" aria-labelledby="h-sambungkan"><h2 id="h-sambungkan">{}</h2>{}{}</section>)">(
        base::filled(words::connect_title, l, words::network_name(page.account.network)), unverified, form);
}

namespace {

/// Why a right or a role is needed, in the words of the guide.
Markup lacked(const words::Guide& guide, std::string_view name, base::Language l) {
    for (const auto& all : {guide.rights, std::span<const words::Right>(words::guide::page_tasks)})
        for (const auto& right : all)
            if (right.name == name)
                return markup<R"(<li><code class="code">{}</code> <span class="muted">{}</span></li>)">(
                    name, base::filled(words::right_why, l, right.why.in(l)));
    return markup<R"(<li><code class="code">{}</code></li>)">(name);
}

} // namespace

Markup choice_page(const Frame& frame, const ChoicePage& page) {
    auto l = frame.language;
    const auto& guide = words::guide_of(page.account.network);
    std::vector<html::Choice> good;
    Markup lacking;
    for (const auto& each : page.choices) {
        if (each.missing.empty())
            good.push_back({.value = each.own_id,
                            .label = each.name,
                            .note = base::filled(words::choose_number, l, each.own_id)});
        else
            lacking += markup<R"(<li><b>{}</b><ul class="settings-list">{}</ul></li>)">(
                each.name,
                html::join(each.missing, [&](const std::string& name) { return lacked(guide, name, l); }));
    }
    Markup choosing =
        good.empty()
            ? markup<R"(<h2>{}</h2><p>{}</p>)">(words::choose_none.in(l), words::choose_none_text.in(l))
            : markup<R"(<p>{}</p><div class="gap-top">{}</div><p class="muted small gap-top">{}</p>)">(
                  base::filled(words::choose_text, l, page.account.name),
                  post_form(
                      frame, html::url<"/meja/atur/akun/{}/sambungan/pilih">(page.account.id),
                      markup<R"(<input type="hidden" name="masuk" value="{}">{}{})">(
                          page.state,
                          html::choices({.id = "pilihan", .label = std::string(words::choose_legend.in(l))},
                                        good, l),
                          save_button(frame, words::choose_go.in(l)))),
                  words::leave_time.in(l));
    return settings_page(
        frame, Section::connections,
        base::filled(words::choose_title, l, words::network_name(page.account.network)),
        markup<
            R"(<p class="row row-wide"><a class="backlink" href="{}">{}{}</a></p><section class="section card pad">{}{}</section>)">(
            html::url<"/meja/atur/akun/{}/sambungan">(page.account.id), html::icon(html::Icon::back),
            words::connection.in(l), choosing,
            html::when(!lacking.empty(),
                       markup<R"(<h2 class="gap-top">{}</h2><ul class="settings-list">{}</ul>)">(
                           words::choose_lacking.in(l), lacking))));
}

Markup leave_page(const Frame& frame, const LeavePage& page) {
    auto l = frame.language;
    const auto& guide = words::guide_of(page.account.network);
    auto url = html::Url::from(page.address);
    Markup rights;
    if (!guide.rights.empty())
        rights = markup<R"(<h2 class="gap-top">{}</h2><ul class="settings-list">{}</ul>)">(
            words::rights_title.in(l), html::join(guide.rights, [&](const words::Right& right) {
                return markup<R"(<li><code class="code">{}</code> <span class="muted">{}</span></li>)">(
                    right.name, base::filled(words::right_why, l, right.why.in(l)));
            }));
    return settings_page(
        frame, Section::connections,
        base::filled(words::sign_in_title, l, words::network_name(page.account.network)),
        markup<
            R"(<p class="row row-wide"><a class="backlink" href="{}">{}{}</a></p><section class="section card pad"><p>{}</p>{}<p class="gap-top">{}</p><p class="muted small gap-top">{}</p></section>)">(
            html::url<"/meja/atur/akun/{}/sambungan">(page.account.id), html::icon(html::Icon::back),
            words::connection.in(l),
            base::filled(guide.is_by_person ? words::leave_person : words::leave_text, l, page.host), rights,
            url ? html::button_link(html::Weight::main, *url, base::filled(words::leave_go, l, page.host))
                : Markup{},
            words::leave_time.in(l)));
}

} // namespace administration
