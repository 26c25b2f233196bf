// How a connection stands: whom it speaks for, what is held, what is not yet, and what waits for a person.
#include "administration/connection_pages.h"
#include "administration/connection_problem_words.h"
#include "administration/connection_words.h"
#include "base/filled.h"
#include "base/spoken_time.h"
#include "base/text.h"
#include "html/story.h"
#include "network/silence.h"

#include <algorithm>

namespace administration {
namespace {

using html::Icon;
using html::Markup;
using html::markup;
using html::Tone;
using network::ConnectionState;
using network::HoleState;

/// What the parts below share.
struct Part {
    const Frame& frame;
    const ConnectionPage& page;
    base::Language l = frame.language;
    base::Zone zone = frame.directory.agency().zone;

    [[nodiscard]] Markup ago(base::Time at) const { return administration::ago(at, page.now, zone, l); }
    [[nodiscard]] std::string short_time(base::Time at) const { return base::short_time(at, zone, l); }
};

/// A text whose slots hold markup: "semua sampai <time>12 detik lalu</time>".
Markup woven(base::Text text, base::Language l, std::initializer_list<Markup> values) {
    Markup out;
    std::string_view rest = text.in(l);
    for (const auto& value : values) {
        const auto slot = rest.find("{}");
        if (slot == std::string_view::npos) break;
        out += Markup::text(rest.substr(0, slot)) + value;
        rest.remove_prefix(slot + 2);
    }
    return out + Markup::text(rest);
}

Markup number(std::int64_t value) {
    return Markup::text(base::with_dots(value));
}

std::string hold_up(const std::string& code, base::Language l) {
    for (const auto& each : words::hold_ups)
        if (each.code == code) return std::string(each.text.in(l));
    return base::filled(words::network_says, l, code);
}

Markup section(std::string_view id, std::string_view title, const Markup& body) {
    return markup<
        R"(<section class="section card pad" aria-labelledby="{}"><h2 id="{}">{}</h2>{}</section>)">(
        id, id, title, body);
}

// --- the state

Markup state_notice(const Part& part) {
    const auto& row = part.page.view->row;
    const auto l = part.l;
    if (!part.page.view->has_secrets)
        return html::notice(Tone::neutral, Icon::cross, Markup::text(words::off_text.in(l)));
    switch (row.state) {
    case ConnectionState::connected:
        if (!network::is_silent(row.facts, part.page.now)) return {};
        return html::notice(
            Tone::wait, Icon::wait,
            markup<R"(<b>{}</b> {})">(
                base::filled(words::silent_title, l, part.short_time(*network::unheard_since(row.facts))),
                words::silent_text.in(l)));
    case ConnectionState::off:
        return html::notice(Tone::neutral, Icon::pause, Markup::text(words::paused_text.in(l)));
    case ConnectionState::broken: break;
    }
    const auto& problem = words::connection_problem(row.problem.value_or(""));
    return html::notice(
        Tone::bad, Icon::offline,
        markup<R"(<b>{}</b> {} {})">(problem.what.in(l), words::broken_text.in(l), problem.do_this.in(l)));
}

Markup state_buttons(const Part& part) {
    const auto& view = *part.page.view;
    if (!view.has_secrets) return {};
    const bool is_off = view.row.state == ConnectionState::off;
    Markup test;
    if (part.page.can_test && view.row.state == ConnectionState::connected)
        test = markup<R"(<div class="gap-top">{}<p class="muted small">{}</p></div>)">(
            post_button(part.frame, html::url<"/meja/atur/akun/{}/sambungan/uji">(part.page.account.id),
                        words::test.in(part.l), Icon::send, part.page.account.name),
            words::test_text.in(part.l));
    return test + markup<R"(<div class="gap-top">{}</div>)">(post_button(
                      part.frame,
                      is_off ? html::url<"/meja/atur/akun/{}/sambungan/lanjut">(part.page.account.id)
                             : html::url<"/meja/atur/akun/{}/sambungan/jeda">(part.page.account.id),
                      (is_off ? words::resume : words::pause).in(part.l), is_off ? Icon::undo : Icon::pause,
                      part.page.account.name));
}

Markup state_section(const Part& part) {
    const auto l = part.l;
    const auto& view = *part.page.view;
    const auto& row = view.row;
    std::vector<html::Fact> facts;
    auto fact = [&](base::Text name, const Markup& value) {
        facts.push_back({std::string(name.in(l)), value});
    };
    fact(words::speaks_as, markup<R"(<b class="wrap">{}</b>)">(row.handle));
    if (!row.server.empty()) fact(words::server, markup<R"(<span class="wrap">{}</span>)">(row.server));
    fact(words::connected_since, Markup::text(part.short_time(row.connected_at)));
    fact(words::last_received,
         row.received_at ? part.ago(*row.received_at) : Markup::text(words::nothing_received.in(l)));
    if (part.page.can_stream && row.state == ConnectionState::connected)
        fact(words::streaming,
             Markup::text(view.streams_since
                              ? base::filled(words::streams_since, l, part.short_time(*view.streams_since))
                              : std::string(words::streams_not.in(l))));
    if (view.has_secrets && !part.page.webhook.empty())
        fact(words::pushes,
             markup<R"(<span class="wrap">{}</span>)">(base::filled(
                 part.page.has_app_address ? words::pushes_to_app : words::pushes_to, l, part.page.webhook)));
    else if (view.has_secrets && !part.page.webhook_refused.empty())
        fact(words::pushes, markup<R"(<span class="wrap">{}</span>)">(
                                base::filled(words::pushes_refused, l, part.page.webhook_refused)));
    if (view.has_secrets && row.checked_at) fact(words::token_checked, part.ago(*row.checked_at));
    if (view.has_secrets && row.expires_at) {
        const bool renews = row.state == ConnectionState::connected;
        fact(words::token_expires,
             Markup::text(part.short_time(*row.expires_at) +
                          (renews ? ", " + std::string(words::renews_itself.in(l)) : "")));
    }
    const std::string unsent = unsent_words(part.page.unsent, l);
    Markup waiting = Markup::text(unsent.empty() ? words::all_sent.in(l) : std::string_view(unsent));
    if (part.page.unsent.unknown > 0)
        waiting = markup<R"(<a href="/meja/keluar?status=unknown">{}</a>)">(unsent);
    if (row.send_failures > 0 && row.send_from > part.page.now)
        waiting += Markup::text(". ") +
                   Markup::text(base::filled(words::sending_waits, l, part.short_time(row.send_from)));
    fact(words::unsent, waiting);
    Markup since;
    if (view.changed_at)
        since = markup<R"( <span class="muted small">{}</span>)">(
            base::filled(words::since, l, part.short_time(*view.changed_at)));
    return section("h-keadaan", words::state_title.in(l),
                   markup<R"(<p class="row">{}{}</p>{}<div class="gap-top">{}</div>{})">(
                       standing_chip(standing_of(view, part.page.unsent), l), since, state_notice(part),
                       html::facts(facts), state_buttons(part)));
}

// --- what is held

std::string name_of(const network::Watched& source, base::Language l) {
    if (source.is_thread)
        return base::filled(words::thread, l, source.name.substr(source.name.find(':') + 1));
    for (const auto& each : words::feeds)
        if (each.name == source.name) return std::string(each.text.in(l));
    return source.name;
}

Markup looked(const Part& part, const network::Watched& source) {
    const auto l = part.l;
    if (!source.looked_at) return Markup::text(words::not_looked.in(l));
    if (source.is_thread && source.counted && source.held && source.counted_at)
        return woven(words::of_comments, l,
                     {number(*source.held), number(*source.counted), part.ago(*source.counted_at)});
    if (source.counted && source.held && source.counted_at) {
        Markup out = woven(source.name == "mentions" ? words::of_mentions : words::of_mails, l,
                           {number(*source.held), number(*source.counted), part.ago(*source.counted_at)});
        if (source.left_out > 0)
            out += markup<R"(<br><span class="muted small">{}</span>)">(
                woven(words::mails_left_out, l, {number(source.left_out)}));
        return out;
    }
    return woven(words::all_until, l, {part.ago(*source.looked_at)});
}

Markup source_mark(const network::Watched& source, base::Language l) {
    if (source.problem) return html::chip(Tone::wait, Icon::reload, hold_up(*source.problem, l));
    if (source.counted && source.held && *source.held < *source.counted)
        return html::chip(
            Tone::wait, Icon::wait,
            base::filled(words::missing_some, l, base::with_dots(*source.counted - *source.held)));
    if (source.counted && source.held) return html::chip(Tone::good, Icon::check, words::complete.in(l));
    return {};
}

Markup source_row(const Part& part, const network::Watched& source) {
    const auto l = part.l;
    Markup fresh;
    if (source.is_thread && source.found_at)
        fresh = markup<R"( <span class="muted small">{}</span>)">(
            woven(words::newest_words, l, {part.ago(*source.found_at)}));
    return markup<
        R"(<li class="row row-wide"><span class="grow"><b class="wrap">{}</b>{}<br><span>{}</span></span>{}</li>)">(
        name_of(source, l), fresh, looked(part, source), source_mark(source, l));
}

Markup threads_summary(const network::ThreadFigures& f, base::Language l) {
    if (f.threads == 0) return {};
    std::string text = f.counted_threads == 0
                           ? base::filled(words::threads_only, l, base::with_dots(f.threads))
                           : base::filled(words::threads_together, l,
                                          {base::with_dots(f.counted_threads), base::with_dots(f.held),
                                           base::with_dots(f.counted)});
    if (f.short_threads > 0)
        text += " " + base::filled(words::threads_short, l, base::with_dots(f.short_threads));
    return markup<R"(<p class="gap-top">{}</p>)">(text);
}

Markup held_section(const Part& part) {
    const auto l = part.l;
    const auto& view = *part.page.view;
    if (view.feeds.empty() && view.threads.empty()) return {};
    auto rows = [&](const std::vector<network::Watched>& sources) {
        return markup<R"(<ul class="settings-list">{}</ul>)">(
            html::join(sources, [&](const auto& source) { return source_row(part, source); }));
    };
    Markup threads;
    if (!view.threads.empty()) {
        const auto rest = view.figures.threads - static_cast<std::int64_t>(view.threads.size());
        threads = html::more(base::filled(words::threads_shown, l, std::to_string(view.threads.size())),
                             rows(view.threads) +
                                 html::when(rest > 0, markup<R"(<p class="muted">{}</p>)">(base::filled(
                                                          words::threads_rest, l, base::with_dots(rest)))));
    }
    return section("h-dipegang", words::held_title.in(l),
                   rows(view.feeds) + threads_summary(view.figures, l) + threads);
}

// --- what is not

Markup open_hole(const Part& part, const network::Hole& hole) {
    const auto l = part.l;
    const bool counts = hole.reason == "count_differs";
    std::string about;
    if (hole.found > 0) about = base::filled(words::found_so_far, l, base::with_dots(hole.found));
    if (hole.problem && !hole.problem->empty())
        about += (about.empty() ? "" : ", ") + hold_up(*hole.problem, l) + ", " +
                 base::filled(words::tries_next, l, part.short_time(hole.try_at));
    network::Watched named{.name = hole.source, .is_thread = hole.source.starts_with("thread:")};
    return markup<
        R"(<li class="row row-wide">{}<span class="grow"><b>{}</b><br><span class="muted wrap">{}</span></span></li>)">(
        html::icon(Icon::wait),
        counts ? base::filled(words::count_differs, l, part.short_time(hole.try_at))
               : base::filled(words::catching_up, l, part.short_time(hole.opened_at)),
        name_of(named, l) + (about.empty() ? "" : ": " + about));
}

Markup closed_hole(const Part& part, const network::Hole& hole) {
    const auto l = part.l;
    const bool is_lost = hole.state == HoleState::lost;
    network::Watched named{.name = hole.source, .is_thread = hole.source.starts_with("thread:")};
    std::string about = name_of(named, l);
    if (is_lost && hole.problem && !hole.problem->empty()) about += ": " + hold_up(*hole.problem, l);
    if (!is_lost) about += ": " + base::filled(words::found_so_far, l, base::with_dots(hole.found));
    return markup<
        R"(<li class="row row-wide">{}<span class="grow wrap">{}</span><span class="muted small">{}</span></li>)">(
        is_lost ? html::chip(Tone::neutral, Icon::refused, words::lost.in(l))
                : html::chip(Tone::good, Icon::check, words::healed.in(l)),
        about, hole.closed_at ? part.ago(*hole.closed_at) : Markup{});
}

/// Whether the network's word can be relied on now: every feed was looked through to its end.
bool sees_all(const network::ConnectionView& view) {
    return view.has_secrets && view.row.state == ConnectionState::connected &&
           std::ranges::all_of(view.feeds,
                               [](const network::Watched& feed) { return feed.looked_at && !feed.problem; });
}

Markup holes_section(const Part& part) {
    const auto l = part.l;
    const auto& view = *part.page.view;
    Markup body;
    if (view.open_holes.empty())
        body = sees_all(view)
                   ? markup<R"(<p class="row row-tight">{}<span>{}</span></p>)">(html::icon(Icon::check),
                                                                                 words::no_holes.in(l))
                   : markup<R"(<p class="row row-tight">{}<span>{}</span></p>)">(html::icon(Icon::help),
                                                                                 words::holes_unknown.in(l));
    else
        body = markup<R"(<ul class="settings-list">{}</ul>)">(
            html::join(view.open_holes, [&](const auto& hole) { return open_hole(part, hole); }));
    const auto rest = view.open_count - static_cast<std::int64_t>(view.open_holes.size());
    if (rest > 0)
        body +=
            markup<R"(<p class="muted">{}</p>)">(base::filled(words::more_holes, l, base::with_dots(rest)));
    auto closed = [&](HoleState state) {
        Markup rows;
        int count = 0;
        for (const auto& hole : view.closed_holes)
            if (hole.state == state) {
                rows += closed_hole(part, hole);
                ++count;
            }
        return std::pair(count, markup<R"(<ul class="settings-list">{}</ul>)">(rows));
    };
    if (const auto [count, rows] = closed(HoleState::lost); count > 0)
        body += markup<R"(<h3 class="gap-top">{}</h3>{})">(words::lost_title.in(l), rows);
    if (const auto [count, rows] = closed(HoleState::healed); count > 0)
        body += html::more(base::filled(words::healed_title, l, std::to_string(count)), rows);
    return section("h-menyusul", words::holes_title.in(l), body);
}

Markup stuck_section(const Part& part) {
    const auto l = part.l;
    const auto& stuck = part.page.view->stuck;
    if (stuck.empty()) return {};
    Markup rows = html::join(stuck, [&](const network::StuckPushes& each) {
        return markup<
            R"(<li class="row row-wide">{}<span class="grow"><b>{}</b><br><span class="muted">{}</span></span></li>)">(
            html::icon(Icon::alert), hold_up(each.problem, l),
            woven(words::stuck_line, l, {number(each.count), part.ago(each.oldest)}));
    });
    return section(
        "h-tertahan", words::stuck_title.in(l),
        markup<R"(<p class="muted">{}</p><ul class="settings-list">{}</ul><div class="gap-top">{}</div>)">(
            words::stuck_lede.in(l), rows,
            post_button(part.frame,
                        html::url<"/meja/atur/akun/{}/sambungan/kiriman-tertahan">(part.page.account.id),
                        words::read_again.in(l), Icon::reload)));
}

Markup budget_row(const Part& part, const network::Budget& budget) {
    const auto l = part.l;
    const std::string name = budget.scope == "account" ? std::string(words::whole_account.in(l))
                             : budget.scope == "app"   ? std::string(words::whole_app.in(l))
                                                       : base::filled(words::one_request, l, budget.scope);
    std::vector<std::string> parts;
    if (budget.most > 0)
        parts.push_back(base::filled(words::budget_left, l,
                                     {base::with_dots(budget.remaining), base::with_dots(budget.most)}));
    const bool is_blocked = budget.blocked_until && *budget.blocked_until > part.page.now;
    if (is_blocked)
        parts.push_back(base::filled(words::budget_blocked, l, part.short_time(*budget.blocked_until)));
    else if (budget.resets_at && *budget.resets_at > part.page.now)
        parts.push_back(base::filled(words::budget_resets, l, part.short_time(*budget.resets_at)));
    return markup<R"(<li class="row row-wide">{}<span class="grow wrap">{}</span><span>{}</span></li>)">(
        html::icon(is_blocked ? Icon::wait : Icon::chart), name, base::join(parts, ", "));
}

Markup budgets_section(const Part& part) {
    const auto& budgets = part.page.view->budgets;
    if (budgets.empty()) return {};
    return markup<R"(<section class="section card pad">{}</section>)">(
        html::more(words::budgets_title.in(part.l),
                   markup<R"(<ul class="settings-list">{}</ul>)">(
                       html::join(budgets, [&](const auto& budget) { return budget_row(part, budget); }))));
}

} // namespace

Markup connection_state(const Frame& frame, const ConnectionPage& page) {
    const Part part{.frame = frame, .page = page};
    return state_section(part) + stuck_section(part) + holes_section(part) + held_section(part) +
           budgets_section(part);
}

} // namespace administration
