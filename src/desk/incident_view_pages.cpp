#include "desk/incident_view_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "base/text.h"
#include "cases/state_pages.h"
#include "desk/case_text.h"
#include "desk/incident_view_words.h"
#include "html/forms.h"
#include "html/marks.h"
#include "staff/console_pages.h"

#include <cmath>

namespace desk {
namespace {

using base::filled;
using html::Icon;
using html::Markup;
using html::markup;
using html::Tone;
namespace words = incident_view_words;

std::string number(int n) {
    return base::with_dots(n);
}

class Drawn {
public:
    explicit Drawn(const IncidentPage& page) : page_(page), view_(page.view), l_(page.language) {}

    Markup whole() const {
        return markup<
            R"(<div class="case-head"><p><a href="/meja" class="btn btn-bare backlink">{}{}</a></p><h1>{}</h1><p class="quiet">{}</p></div>{}<div class="split split-wide"><div class="stack">{}{}</div><aside class="sidecol" aria-label="{}">{}{}</aside></div>)">(
            html::icon(Icon::back), words::back.in(l_), filled(words::title, l_, {view_.title}), about(),
            notices(), preview(), merging(), words::members.in(l_), members(), history());
    }

private:
    std::string when(base::Time at) const { return base::spoken_time(at, page_.directory.agency().zone, l_); }
    static std::string raise(int people) {
        return number(static_cast<int>(std::lround(cases::raise_of(people) * 100)));
    }
    std::string about() const {
        const auto& incident = view_.incident;
        std::string out = filled(words::counted, l_,
                                 {number(incident.people), number(incident.cases), when(incident.since)});
        if (cases::raise_of(incident.people) > 0)
            out += " " + filled(words::priority, l_, {raise(incident.people)});
        return out;
    }
    std::string refusal(const base::Problem& problem) const {
        if (problem.code == "case.needs_reason") return spoken(words::reason_missing, l_);
        return page_.say(problem);
    }

    Markup notices() const {
        Markup out;
        if (page_.done != IncidentDone::nothing)
            out += markup<
                R"(<div class="notice notice-good done" role="status" tabindex="-1" data-done>{}<span class="grow">{}</span></div>)">(
                html::icon(Icon::check),
                (page_.done == IncidentDone::merged ? words::merged : words::unmerged).in(l_));
        if (page_.came_here)
            out += html::notice(Tone::info, Icon::merge, Markup::text(words::came_here.in(l_)));
        if (page_.problem)
            out += markup<R"(<div role="alert" tabindex="-1" data-problems>{}</div>)">(
                html::notice(Tone::bad, Icon::alert,
                             markup<"<b>{}</b><p>{}</p>">(words::not_done.in(l_), refusal(*page_.problem))));
        return out;
    }

    Markup case_line(const cases::Case& c) const {
        const auto* office = c.office ? page_.directory.office(*c.office) : nullptr;
        return markup<R"(<li><a href="{}"><span class="code">{}</span> {}</a> {}{}</li>)">(
            html::url<"/meja/laporan/{}">(c.code), c.code, c.title, cases::state_chip(c.state, l_),
            office ? markup<R"( <span class="muted small">{}</span>)">(office->name) : Markup{});
    }
    Markup case_lines(const std::vector<cases::Case>& all, int of) const {
        Markup out = html::join(all, [&](const cases::Case& c) { return case_line(c); });
        if (const int rest = of - static_cast<int>(all.size()); rest > 0)
            out += markup<R"(<li class="muted">{}</li>)">(filled(words::hidden, l_, {number(rest)}));
        return markup<R"(<ul class="stack-s">{}</ul>)">(out);
    }
    Markup members() const {
        return markup<
            R"(<section class="card pad stack-s" id="laporan" aria-labelledby="h-laporan"><h2 id="h-laporan">{}</h2>{}</section>)">(
            words::members.in(l_), case_lines(view_.members, view_.incident.cases));
    }

    html::Url here() const { return html::url<"/meja/kejadian/{}">(view_.incident.id); }

    Markup reason_field(std::string_view id, base::Text label, base::Text hint, bool is_theirs) const {
        const bool is_missing = is_theirs && page_.problem && page_.problem->code == "case.needs_reason";
        return html::text_area({.id = std::string(id),
                                .label = spoken(label, l_),
                                .hint = spoken(hint, l_),
                                .value = is_theirs ? page_.reason : std::string(),
                                .problem = is_missing ? spoken(words::reason_missing, l_) : "",
                                .name = "alasan",
                                .more = html::attribute("maxlength", "2000")},
                               l_);
    }

    Markup preview() const {
        if (!view_.preview) return {};
        const auto& it = *view_.preview;
        const auto& own = view_.incident;
        const auto& other = it.other.incident;
        Markup form;
        if (it.refused)
            form = html::notice(Tone::wait, Icon::alert, Markup::text(refusal(*it.refused)));
        else
            form = markup<
                R"(<form class="stack-s" action="{}" method="post">{}{}{}{}<p class="row"><button class="btn btn-main">{}{}</button><a class="btn btn-bare" href="{}">{}</a></p></form>)">(
                html::url<"/meja/kejadian/{}/satukan">(own.id), html::hidden("_csrf", page_.csrf),
                html::hidden("dengan", base::to_string(other.id)),
                html::hidden("laporan", std::to_string(other.cases)),
                reason_field("alasan", words::reason, words::reason_hint, !page_.undoes),
                html::icon(Icon::merge), words::go.in(l_), here(), words::not_now.in(l_));
        std::string then = filled(words::then, l_, {number(it.people_then), number(own.cases + other.cases)});
        if (cases::raise_of(it.people_then) > cases::raise_of(own.people))
            then += " " + filled(words::raise_then, l_, {raise(it.people_then)});
        return markup<
            R"(<section class="card pad stack-s" id="pratinjau" aria-labelledby="h-pratinjau"><h2 id="h-pratinjau">{}</h2><p>{}</p>{}<p>{} {}</p><p class="quiet small">{}</p>{}</section>)">(
            words::preview_title.in(l_),
            filled(words::moves, l_, {number(other.cases), number(other.people)}),
            case_lines(it.cases, other.cases), then, words::one_fix.in(l_), words::old_url.in(l_), form);
    }

    Markup choice(const IncidentChoice& each) const {
        return markup<
            R"(<li class="row"><span class="grow"><span class="code">{}</span> {} <span class="muted small">{}</span></span><a class="btn" href="{}">{}{}<span class="vh"> {}</span></a></li>)">(
            each.first.code, each.first.title,
            filled(words::people_in_cases, l_, {number(each.incident.people), number(each.incident.cases)}),
            html::url<"/meja/kejadian/{}?cari={}&dengan={}#pratinjau">(view_.incident.id, view_.looked_for,
                                                                       each.incident.id),
            html::icon(Icon::eye), words::preview.in(l_), each.first.code);
    }
    Markup merging() const {
        if (!view_.may_merge) return {};
        Markup list;
        if (!view_.found.empty())
            list = markup<R"(<h3 class="small quiet">{}</h3><ul class="stack-s">{}</ul>)">(
                (view_.looked_for.empty() ? words::likely : words::found).in(l_),
                html::join(view_.found, [&](const auto& each) { return choice(each); }));
        else if (!view_.looked_for.empty())
            list = markup<R"(<p class="muted" role="status">{}</p>)">(words::nothing.in(l_));
        return markup<
            R"(<section class="card pad stack-s" id="satukan" aria-labelledby="h-satukan"><h2 id="h-satukan">{}</h2><p class="quiet">{}</p><form class="stack-s" action="{}" method="get">{}<button class="btn">{}{}</button></form>{}</section>)">(
            words::merge_title.in(l_), words::merge_lede.in(l_), here(),
            html::input(
                {.id = "cari-kejadian",
                 .label = spoken(words::search, l_),
                 .hint = spoken(words::search_hint, l_),
                 .value = view_.looked_for,
                 .name = "cari",
                 .more = html::attribute("maxlength", "100") + html::attribute("autocomplete", "off")},
                l_),
            html::icon(Icon::search), words::search_go.in(l_), list);
    }

    Markup undo_form() const {
        if (view_.not_undoable)
            return markup<R"(<p class="muted small">{}</p>)">(refusal(*view_.not_undoable));
        if (!view_.may_merge) return {};
        return markup<
            R"(<form class="stack-s" action="{}" method="post">{}{}<button class="btn">{}{}</button></form>)">(
            html::url<"/meja/kejadian/{}/urungkan">(view_.incident.id), html::hidden("_csrf", page_.csrf),
            reason_field("alasan-urung", words::undo_why, {}, page_.undoes), html::icon(Icon::undo),
            words::undo.in(l_));
    }
    Markup history() const {
        if (view_.history.empty()) return {};
        Markup list;
        bool is_last = true;
        for (const auto& each : view_.history) {
            const auto& it = each.merging;
            std::string said = filled(words::by_at, l_, {each.by, when(it.at)});
            if (!it.stands()) said += " " + filled(words::undone, l_, {each.undone_by, when(*it.undone_at)});
            list += markup<R"(<li class="stack-s"><p>{}</p><p class="muted small">{}</p>{}{}</li>)">(
                filled(words::came_over, l_, {number(it.cases), number(it.people)}), said,
                it.reason.empty() ? Markup{} : html::paragraphs(it.reason),
                it.stands() && is_last ? undo_form() : Markup{});
            if (it.stands()) is_last = false;
        }
        return markup<
            R"(<section class="card pad stack-s" id="penyatuan" aria-labelledby="h-penyatuan"><h2 id="h-penyatuan">{}</h2><ul class="stack-s">{}</ul></section>)">(
            words::history.in(l_), list);
    }

    const IncidentPage& page_;
    const IncidentView& view_;
    base::Language l_;
};

} // namespace

Markup incident_page(const IncidentPage& page) {
    return staff::console_page({.title = filled(words::title, page.language, {page.view.title}),
                                .here = staff::Room::desk,
                                .person = page.person,
                                .directory = page.directory,
                                .language = page.language,
                                .csrf = page.csrf},
                               Drawn(page).whole());
}

} // namespace desk
