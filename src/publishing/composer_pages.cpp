#include "publishing/composer_pages.h"

#include "base/filled.h"
#include "base/text.h"
#include "html/marks.h"
#include "publishing/publishing_words.h"

#include <algorithm>
#include <cstdlib>

namespace publishing {

using base::filled;
using base::Language;
using html::Markup;
using html::markup;

namespace {

std::string standing(const Outlet& outlet, std::string_view text, Language l) {
    const auto room = room_in(outlet, text);
    std::string out = filled(
        room.left < 0 ? words::room_over : words::room, l,
        {base::with_dots(std::abs(room.left)), base::with_dots(static_cast<std::int64_t>(room.longest))});
    out += "; ";
    out +=
        outlet.limits.media.most == 0
            ? std::string(words::photo_none.in(l))
            : filled(words::photo_max, l, std::to_string(std::min(outlet.limits.media.most, max_pictures)));
    return out;
}

Markup kept_pictures(const std::vector<Picture>& pictures, Language l) {
    Markup out;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const auto number = std::to_string(i + 1);
        const auto& each = pictures[i];
        out += markup<
            R"(<li class="post-photo"><img src="{}" alt="{}" width="112" height="84" loading="lazy"><div class="grow">{}{}<label class="check"><input type="checkbox" name="lepas" value="{}"><span>{} <span class="vh">{}</span></span></label></div></li>)">(
            html::url<"/meja/siaran/foto/{}">(each.sha256), each.alt, html::hidden("gambar", each.sha256),
            html::input({.id = "alt-" + number,
                         .label = filled(words::alt_of, l, number),
                         .value = each.alt,
                         .name = "alt-" + each.sha256,
                         .more = html::attribute("maxlength", "1000")},
                        l),
            each.sha256, words::take_out.in(l), number);
    }
    return out.empty() ? out : markup<R"(<ul class="post-photos">{}</ul>)">(out);
}

} // namespace

Markup rooms(std::span<const Outlet> outlets, std::string_view text, Language l) {
    return markup<R"(<ul class="post-rooms" id="sisa" aria-live="polite">{}</ul>)">(
        html::join(outlets, [&](const Outlet& outlet) {
            const bool is_over = room_in(outlet, text).left < 0;
            return markup<R"(<li class="{}"><b>{}</b> <span>{}</span></li>)">(
                is_over ? "over" : "fits", outlet.name, standing(outlet, text, l));
        }));
}

std::vector<std::string> in_words(std::span<const Wrong> wrong, std::span<const Outlet> outlets, Language l) {
    std::vector<std::string> out;
    for (const auto& each : wrong) {
        const auto found = std::ranges::find(outlets, each.account, &Outlet::account);
        const std::string name = found == outlets.end() ? std::string() : found->name;
        const auto number = std::to_string(each.number);
        switch (each.fault) {
        case Fault::no_text: out.emplace_back(words::no_text.in(l)); break;
        case Fault::no_outlet: out.emplace_back(words::no_outlet.in(l)); break;
        case Fault::too_long: out.push_back(filled(words::too_long, l, {name, number})); break;
        case Fault::too_many_pictures: out.push_back(filled(words::too_many, l, {name, number})); break;
        case Fault::no_alt: out.push_back(filled(words::no_alt, l, number)); break;
        case Fault::alt_too_long: out.push_back(filled(words::alt_too_long, l, {name, number})); break;
        case Fault::outlet_gone: out.emplace_back(words::outlet_gone.in(l)); break;
        }
    }
    return out;
}

Markup summary(const std::vector<std::string>& wrong, Language l) {
    if (wrong.empty()) return {};
    std::vector<html::Wrong> all;
    for (const auto& each : wrong)
        all.push_back({"isi", each});
    return html::problem_summary(words::wrong_title.in(l), words::wrong_safe.in(l), all);
}

Markup composer_fields(const Form& form, std::span<const Outlet> outlets, Language l) {
    Markup accounts;
    for (const auto& outlet : outlets) {
        const bool is_chosen = std::ranges::find(form.accounts, outlet.account) != form.accounts.end();
        accounts += html::tick("akun", {base::to_string(outlet.account), outlet.name, outlet.network},
                               is_chosen ? html::Ticked::yes : html::Ticked::no);
    }
    if (outlets.empty())
        accounts = html::notice(html::Tone::wait, html::Icon::alert, Markup::text(words::no_outlets.in(l)));
    const Markup text = markup<
        R"(<div class="field"><label for="isi">{}</label><p class="hint" id="isi-hint">{}</p><textarea class="textarea" id="isi" name="isi" rows="6" maxlength="5000" aria-describedby="isi-hint sisa" hx-post="/meja/siaran/hitung" hx-trigger="input changed delay:300ms" hx-target="#sisa" hx-swap="outerHTML" hx-include="closest form">{}</textarea></div>)">(
        words::text.in(l), words::text_hint.in(l), form.text);
    html::FileDrop drop{.field = {.id = "foto",
                                  .label = std::string(words::photos.in(l)),
                                  .hint = std::string(words::photos_hint.in(l)),
                                  .need = html::Need::optional},
                        .most = static_cast<int>(max_pictures)};
    return text + rooms(outlets, form.text, l) +
           markup<R"(<button class="btn" name="tindakan" value="hitung" formnovalidate>{}</button>)">(
               words::count.in(l)) +
           markup<R"(<fieldset class="field"><legend>{}</legend>{}</fieldset>)">(words::outlets.in(l),
                                                                                 accounts) +
           kept_pictures(form.pictures, l) + html::file_drop(drop, l) +
           html::input({.id = "alt",
                        .label = std::string(words::alt.in(l)),
                        .hint = std::string(words::alt_hint.in(l)),
                        .value = form.alt,
                        .need = html::Need::optional,
                        .more = html::attribute("maxlength", "1000")},
                       l);
}

Markup compose_page(const ComposeView& view) {
    const auto l = view.language;
    std::vector<html::Option> options;
    for (const auto& [id, name] : view.offices)
        options.push_back({base::to_string(id), name});
    Markup office;
    if (view.offices.size() > 1)
        office = markup<
            R"(<form action="/meja/siaran/baru" method="get" class="row post-office">{}<button class="btn">{}</button></form>)">(
            html::select({.id = "unit",
                          .label = std::string(words::office.in(l)),
                          .value = base::to_string(view.office)},
                         options, l),
            words::choose_office.in(l));
    return markup<
        R"(<a class="btn btn-bare backlink" href="/meja/siaran">{}{}</a><h1>{}</h1>{}{}<form class="stack post-form" action="/meja/siaran" method="post" enctype="multipart/form-data">{}{}{}{}<div class="row gap-top"><button class="btn btn-main" name="tindakan" value="ajukan">{}</button><button class="btn" name="tindakan" value="simpan">{}</button></div></form>)">(
        html::icon(html::Icon::back), words::back.in(l), words::write_new.in(l), summary(view.wrong, l),
        office, html::hidden("_csrf", view.csrf), html::hidden("kunci", view.form.key),
        html::hidden("unit", base::to_string(view.office)), composer_fields(view.form, view.outlets, l),
        words::hand_in.in(l), words::save.in(l));
}

} // namespace publishing
