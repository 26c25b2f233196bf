#include "publishing/post_pages.h"

#include "base/filled.h"
#include "base/json.h"
#include "base/spoken_time.h"
#include "base/text.h"
#include "html/marks.h"
#include "html/story.h"
#include "outgoing/outgoing_words.h"
#include "publishing/composer_pages.h"
#include "publishing/publishing_words.h"

namespace publishing {
namespace {

using base::filled;
using base::Language;
using html::Icon;
using html::Markup;
using html::markup;
using html::Tone;

Markup state_chip(State state, Language l) {
    const auto word = words::name_in(words::states, state).in(l);
    switch (state) {
    case State::draft: return html::chip(Tone::neutral, Icon::pen, word);
    case State::awaiting: return html::chip(Tone::wait, Icon::wait, word);
    case State::returned: return html::chip(Tone::neutral, Icon::undo, word);
    case State::approved: return html::chip(Tone::info, Icon::clock, word);
    case State::released: return html::chip(Tone::good, Icon::send, word);
    case State::dropped: return html::chip(Tone::line, Icon::cross, word);
    }
    return {};
}

Markup outgoing_chip(outgoing::State state, Language l) {
    using enum outgoing::State;
    const auto word = outgoing::words::name_of(state).in(l);
    switch (state) {
    case unknown: return html::chip(Tone::wait, Icon::help, word);
    case failed: return html::chip(Tone::neutral, Icon::refused, word);
    case queued: return html::chip(Tone::info, Icon::wait, word);
    case sending: return html::chip(Tone::work, Icon::send, word);
    case sent: return html::chip(Tone::good, Icon::check2, word);
    case cancelled: return html::chip(Tone::line, Icon::cross, word);
    case recalled: return html::chip(Tone::line, Icon::undo, word);
    }
    return {};
}

Markup row_of(const Whole& whole, const ListView& view) {
    const auto l = view.language;
    const auto& post = whole.post;
    const auto found = view.offices.find(post.office.value);
    return markup<
        R"(<li class="post-row" id="siaran-{}"><div><p class="row small">{}<span class="muted">{} · {}</span></p><p class="post-text"><a href="{}">{}</a></p><p class="muted small"><time datetime="{}">{}</time></p></div></li>)">(
        post.id, state_chip(post.state, l), words::name_in(words::kinds, post.kind).in(l),
        found == view.offices.end() ? std::string() : found->second, html::url<"/meja/siaran/{}">(post.id),
        base::first(post.text, 160), base::to_iso(post.changed_at, view.zone),
        base::short_time(post.changed_at, view.zone, l));
}

/// A form of one button.
Markup step(const PostView& view, std::string_view name, base::Text text, const Markup& fields,
            bool is_main = false) {
    return markup<R"(<form method="post" action="{}">{}{}{}<button class="{}">{}</button></form>)">(
        html::url<"/meja/siaran/{}/{}">(view.whole.post.id, name), html::hidden("_csrf", view.csrf),
        html::hidden("version", std::to_string(view.whole.post.version)), fields,
        is_main ? "btn btn-main" : "btn", text.in(view.language));
}

Markup approving(const PostView& view) {
    const auto l = view.language;
    Markup out;
    if (view.may_approve) out += step(view, "setujui", words::approve, {}, true);
    if (view.is_author && view.can_approve)
        out += html::notice(Tone::info, Icon::users, Markup::text(words::own_words.in(l)));
    if (view.can_approve)
        out += html::more(
            words::send_back.in(l),
            step(view, "kembalikan", words::send_back,
                 html::text_area({.id = "alasan",
                                  .label = std::string(words::reason.in(l)),
                                  .more = html::attribute("maxlength", "500") + html::attribute("rows", "2")},
                                 l)));
    return out;
}

/// Taking back is offered where a network of the post allows it; of the others it is said that none does.
Markup recalling(const PostView& view) {
    const auto l = view.language;
    if (!view.may_write) return {};
    Markup stays;
    if (!view.cannot_recall.empty())
        stays = markup<R"(<p class="hint">{}</p>)">(
            filled(words::recall_stays, l, base::join(view.cannot_recall, ", ")));
    if (!view.can_recall) return stays;
    return html::more(words::recall.in(l),
                      markup<R"(<p class="hint">{}</p>{}{})">(words::recall_note.in(l), stays,
                                                              step(view, "hapus", words::recall, {})));
}

Markup actions(const PostView& view) {
    const auto l = view.language;
    const auto& post = view.whole.post;
    Markup out;
    switch (post.state) {
    case State::draft:
    case State::returned:
        if (view.may_write) out += step(view, "ajukan", words::hand_in, {}, true);
        break;
    case State::awaiting:
        out += markup<R"(<p class="muted">{}</p>)">(
            filled(words::awaits, l, words::name_in(words::rules, post.rule).in(l)));
        out += approving(view);
        break;
    case State::approved:
        if (post.release_at)
            out += html::notice(
                Tone::info, Icon::clock,
                Markup::text(filled(words::goes_out, l, base::short_time(*post.release_at, view.zone, l))));
        if (view.is_author || view.can_approve) out += step(view, "tarik", words::pull_back, {});
        break;
    case State::released: out += recalling(view); break;
    case State::dropped: break;
    }
    if (is_open(post.state) && view.may_write) out += step(view, "buang", words::drop, {});
    return out.empty() ? out : markup<R"(<section class="card pad stack-s post-do">{}</section>)">(out);
}

Markup target_row(const PostView& view, const Target& target) {
    const auto l = view.language;
    const auto found = view.accounts.find(target.account.value);
    Markup standing = markup<R"(<span class="muted">{}</span>)">(words::not_yet.in(l));
    if (target.state) standing = outgoing_chip(*target.state, l);
    Markup more;
    if (target.problem)
        more +=
            markup<R"(<p class="muted small">{}</p>)">(outgoing::words::problem_of(*target.problem).in(l));
    const bool is_sent = target.state == outgoing::State::sent;
    if (target.recall == "wanted" && target.state != outgoing::State::recalled)
        more += markup<R"(<p class="muted small">{}</p>)">(words::being_recalled.in(l));
    if (is_sent && target.url)
        if (auto url = html::Url::from(*target.url))
            more += markup<R"(<p class="small"><a href="{}" rel="noreferrer">{}</a></p>)">(
                *url, words::see_post.in(l));
    if (target.state == outgoing::State::unknown || target.state == outgoing::State::failed)
        more += markup<R"(<p class="small"><a href="{}">{}</a></p>)">(
            html::url<"/meja/keluar?status={}">(base::code_of(*target.state)), words::settle.in(l));
    return markup<R"(<li class="post-target"><b>{}</b> {}{}</li>)">(
        found == view.accounts.end() ? std::string() : found->second, standing, more);
}

Markup history(const PostView& view) {
    std::vector<html::Happening> all;
    for (auto each = view.history.rbegin(); each != view.history.rend(); ++each) {
        html::Happening out{.icon = Icon::pen,
                            .what = each->kind,
                            .when = base::short_time(each->at, view.zone, view.language)};
        for (const auto& known : words::happened)
            if (known.kind == each->kind) out.what = known.name.in(view.language);
        const auto name = each->actor ? view.names.find(*each->actor) : view.names.end();
        out.what += ", " + (name == view.names.end() ? std::string(words::by_machine.in(view.language))
                                                     : name->second);
        out.iso = base::to_iso(each->at);
        if (auto data = base::json::parse(each->data))
            if (const auto* staff = data->is_object() ? data->get_object().if_contains("staff") : nullptr;
                staff && staff->is_object())
                for (const std::string_view member : {"reason", "text"})
                    if (const auto* said = staff->get_object().if_contains(member); said && said->is_string())
                        out.body += html::Markup(markup<"<p>{}</p>">(std::string(said->get_string())));
        all.push_back(std::move(out));
    }
    return html::timeline(all);
}

Markup pictures(const Whole& whole) {
    if (whole.pictures.empty()) return {};
    return markup<R"(<div class="compare gap-top">{}</div>)">(html::join(whole.pictures, [](const Picture&
                                                                                                each) {
        return markup<
            R"(<figure><img src="{}" alt="{}" width="480" height="360"><figcaption>{}</figcaption></figure>)">(
            html::url<"/meja/siaran/foto/{}">(each.sha256), each.alt, each.alt);
    }));
}

Form form_of(const PostView& view) {
    if (view.form) return *view.form;
    Form out{.text = view.whole.post.text, .pictures = view.whole.pictures};
    for (const auto& target : view.whole.targets)
        out.accounts.push_back(target.account);
    return out;
}

Markup changing(const PostView& view) {
    if (!view.may_write || !is_open(view.whole.post.state)) return {};
    const auto l = view.language;
    return html::more(
        words::change.in(l),
        markup<
            R"(<p class="hint">{}</p><form class="stack post-form" method="post" action="{}" enctype="multipart/form-data">{}{}{}<button class="btn btn-main" name="tindakan" value="simpan">{}</button></form>)">(
            words::change_note.in(l), html::url<"/meja/siaran/{}/simpan">(view.whole.post.id),
            html::hidden("_csrf", view.csrf),
            html::hidden("version", std::to_string(view.whole.post.version)) +
                html::hidden("unit", base::to_string(view.whole.post.office)),
            composer_fields(form_of(view), view.outlets, l), words::save_changes.in(l)),
        html::flag("open", view.form.has_value()));
}

} // namespace

Markup list_page(const ListView& view) {
    const auto l = view.language;
    const Markup pills = html::join(words::states, [&](const auto& each) {
        const Markup count = each.value == State::awaiting && view.awaiting > 0
                                 ? markup<R"( <span class="count">{}</span>)">(std::to_string(view.awaiting))
                                 : Markup{};
        return markup<R"(<a class="pill" href="{}"{}>{}{}</a>)">(
            html::url<"/meja/siaran?status={}">(base::code_of(each.value)),
            html::attribute_if(each.value == view.state, "aria-current", "page"), each.name.in(l), count);
    });
    Markup links;
    if (view.may_write)
        links += html::button_link(html::Weight::main, html::url<"/meja/siaran/baru">(),
                                   words::write_new.in(l), Icon::pen);
    links +=
        html::button_link(html::Weight::plain, html::url<"/dinding">(), words::to_wall.in(l), Icon::image);
    if (view.may_set_rules)
        links += html::button_link(html::Weight::plain, html::url<"/meja/atur/siaran">(),
                                   words::to_rules.in(l), Icon::gear);
    Markup list = html::empty_state({.icon = Icon::check2,
                                     .title = std::string(words::nothing.in(l)),
                                     .text = Markup::text(words::nothing_text.in(l))});
    if (!view.rows.empty() || view.next)
        list = markup<R"(<ul class="outgoing-list">{}</ul>)">(
            html::join(view.rows, [&](const Whole& whole) { return row_of(whole, view); }));
    if (view.next)
        list += html::more_link(
            html::url<"/meja/siaran?status={}&sebelum={}">(base::code_of(view.state), *view.next),
            words::more.in(l));
    return markup<
        R"(<h1>{}</h1><p class="lede">{}</p><div class="row gap-top">{}</div><nav class="pills gap-top" aria-label="{}">{}</nav><h2 class="vh">{}</h2>{})">(
        words::title.in(l), words::lede.in(l), links, words::states_label.in(l), pills,
        words::list_title.in(l), list);
}

Markup post_page(const PostView& view) {
    const auto l = view.language;
    const auto& post = view.whole.post;
    const Markup targets = markup<
        R"(<section class="card pad" aria-labelledby="h-jaringan"><h2 id="h-jaringan">{}</h2><ul class="post-targets">{}</ul></section>)">(
        words::targets.in(l),
        html::join(view.whole.targets, [&](const Target& each) { return target_row(view, each); }));
    return markup<
        R"(<a class="btn btn-bare backlink" href="/meja/siaran">{}{}</a><h1>{}</h1><p class="row small">{}<span class="muted">{}</span></p>{}<div class="post-page"><div class="stack"><section class="card pad post-body">{}{}</section>{}{}</div><div class="stack">{}<section class="card pad" aria-labelledby="h-riwayat"><h2 id="h-riwayat">{}</h2>{}</section></div></div>)">(
        html::icon(Icon::back), words::back.in(l), words::name_in(words::kinds, post.kind).in(l),
        state_chip(post.state, l), view.office, summary(view.wrong, l), html::paragraphs(post.text),
        pictures(view.whole), actions(view), changing(view), targets, words::history.in(l), history(view));
}

} // namespace publishing
