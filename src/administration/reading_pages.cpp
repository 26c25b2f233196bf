#include "administration/reading_pages.h"

#include "administration/frame_words.h"
#include "administration/reading_curve_pages.h"
#include "administration/reading_words.h"
#include "base/filled.h"
#include "base/spoken_time.h"
#include "html/story.h"
#include "learning/learn_limits.h"
#include "staff/console_pages.h"
#include "triage/model.h"
#include "triage/reader.h"
#include "triage/training_texts.h"

namespace administration {
namespace {

using base::filled;
using html::Markup;
using html::markup;
using learning::Head;
using learning::What;

constexpr std::int64_t fewest_of_a_language = 30;

class Page {
public:
    Page(const Frame& frame, const ReadingView& view) : frame_(frame), view_(view), l_(frame.language) {}

    Markup body() const {
        return markup<R"(<p class="lede">{}</p>{}{}{}{}{})">(words::reading_lede.in(l_), signing(), own(),
                                                             live(), base_model(), history());
    }

private:
    std::string say(base::Text text) const { return std::string(text.in(l_)); }
    std::string number(std::int64_t n) const { return base::with_dots(n); }
    std::string day(base::Time at) const {
        return base::spoken_day(base::local_day(at, frame_.directory.agency().zone), l_);
    }
    std::string month(int of) const {
        return base::spoken_month(base::Day(std::chrono::year(of / 100) / (of % 100) / 1), l_);
    }
    std::string share(const learning::Share& of) const {
        if (of.of == 0) return say(words::none);
        return percent(of.value()) + " (" + filled(words::share_of, l_, {number(of.right), number(of.of)}) +
               ")";
    }
    Markup section(std::string_view id, base::Text title, const Markup& body) const {
        return markup<
            R"(<section class="section card pad stack-s" aria-labelledby="{}"><h2 id="{}">{}</h2>{}</section>)">(
            id, id, title.in(l_), body);
    }
    std::vector<std::string> heads(std::initializer_list<base::Text> all) const {
        std::vector<std::string> out;
        for (const auto& each : all)
            out.push_back(say(each));
        return out;
    }
    Markup row(std::initializer_list<std::string> cells) const {
        Markup out;
        bool is_first = true;
        for (const auto& each : cells) {
            out += is_first ? markup<R"(<th scope="row">{}</th>)">(each) : markup<"<td>{}</td>">(each);
            is_first = false;
        }
        return markup<"<tr>{}</tr>">(out);
    }

    /// Like every long work: how far it is, and a way to look again.
    Markup signing() const {
        if (!view_.signing) return {};
        return html::notice(
                   html::Tone::wait, html::Icon::wait,
                   Markup::text(filled(words::signing, l_,
                                       {number(view_.signing->n_done), number(view_.signing->n_total)}))) +
               markup<R"(<p><a class="btn" href="{}">{}{}</a></p>)">(html::url<"/meja/atur/pembacaan">(),
                                                                     html::icon(html::Icon::reload),
                                                                     words::signing_reload.in(l_));
    }

    Markup own() const {
        const auto& now = view_.standing;
        Markup out;
        if (now.model.empty()) {
            std::string text;
            if (now.is_back)
                text = say(words::own_back);
            else if (now.decisions < learning::fewest_decided_cases)
                text = filled(words::own_missing, l_,
                              {number(learning::fewest_decided_cases - now.decisions), number(now.decisions),
                               number(learning::fewest_decided_cases)});
            else
                text = filled(words::own_soon, l_, {number(now.decisions)});
            out = html::notice(html::Tone::info, html::Icon::seen, Markup::text(text));
        } else if (now.took_over) {
            out = own_card(*now.took_over);
        } else {
            out = html::notice(html::Tone::info, html::Icon::seen, Markup::text(say(words::own_by_hand)));
        }
        return section("h-sendiri", words::own_title, out + way_back());
    }

    Markup own_card(const learning::Entry& entry) const {
        const auto figures = learning::figures_of(entry.figures);
        std::vector<html::Fact> facts;
        if (view_.standing.changed_at)
            facts.push_back({say(words::own_in_use), Markup::text(day(*view_.standing.changed_at))});
        if (entry.first_at && entry.last_at)
            facts.push_back(
                {say(words::own_learnt_from),
                 Markup::text(filled(words::own_cases, l_,
                                     {number(entry.cases), day(*entry.first_at), day(*entry.last_at)}))});
        facts.push_back({say(words::own_choices),
                         Markup::text(filled(words::own_labels, l_,
                                             {number(figures.kind.labels), number(figures.topic.labels),
                                              number(figures.office.labels)}))});
        if (!view_.standing.history.empty())
            for (const auto& each : view_.standing.history)
                if (learning::is_trial(each.what)) {
                    facts.push_back(
                        {say(words::own_next),
                         Markup::text(filled(words::own_next_words, l_,
                                             {number(learning::fewest_new_decisions),
                                              number(view_.standing.decisions - each.decisions)}))});
                    break;
                }
        Markup rows, curves;
        auto judged = [&](base::Text name, const learning::Judged& head) {
            if (head.learnt.rows == 0) return;
            rows += row({say(name), number(head.learnt.rows), percent(head.learnt.accuracy),
                         percent(head.now.accuracy), decimal(head.learnt.macro_f1, l_),
                         percent(head.learnt.coverage_at_95), decimal(head.learnt.ece, l_)});
            std::vector<CurvePoint> points;
            for (const auto& bin : head.curve)
                points.push_back({bin.p, bin.right, bin.rows});
            curves += reliability_curve(say(name), points, l_);
        };
        judged(words::head_kind, figures.kind);
        judged(words::head_topic, figures.topic);
        judged(words::head_office, figures.office);
        return html::facts(facts) +
               table(heads({words::col_head, words::col_judged, words::col_right, words::col_before,
                            words::col_f1, words::col_coverage, words::col_ece}),
                     rows, words::own_table.in(l_)) +
               markup<R"(<p class="hint">{}</p>)">(words::judged_note.in(l_)) + drawn(curves);
    }
    Markup drawn(const Markup& curves) const {
        if (curves.empty()) return {};
        return markup<R"(<div class="curves">{}</div><p class="hint">{}</p>)">(
            curves, filled(words::curve_sentence, l_, {number(fewest_of_a_point)}));
    }

    Markup way_back() const {
        if (!view_.may_go_back || !view_.standing.has_before) return {};
        const auto label = view_.standing.is_back ? words::go_forward : words::go_back;
        return post_form(frame_, html::url<"/meja/atur/pembacaan/kembali">(),
                         html::hidden("model", view_.standing.model) +
                             markup<R"(<button class="btn">{}{}</button><p class="hint">{}</p>)">(
                                 html::icon(html::Icon::undo), label.in(l_), words::go_back_note.in(l_)));
    }

    std::string label(Head head, const std::string& code) const {
        if (code.empty() || code == "-") return say(words::none);
        switch (head) {
        case Head::kind:
            if (auto kind = base::from_code<triage::Kind>(code))
                return std::string(triage::name(*kind).in(l_));
            return code;
        case Head::topic: return topic_name(frame_, code);
        case Head::office:
            if (auto id = base::parse_id_as<agency::OfficeId>(code)) return office_name(frame_, *id);
            return code;
        case Head::area: return area_name(code);
        }
        return code;
    }

    Markup live() const {
        Markup rows, curves, wrong;
        for (const auto& [head, name] : {std::pair{Head::kind, words::head_kind},
                                         {Head::topic, words::head_topic},
                                         {Head::office, words::head_office},
                                         {Head::area, words::head_area}}) {
            const auto figures = learning::figures_of(view_.tallies, head);
            if (figures.all.of == 0) continue;
            rows += row({say(name), number(figures.all.of), number(figures.sure.of), share(figures.sure),
                         percent(figures.all.value()),
                         head == Head::area ? "–" : decimal(figures.macro_f1, l_), decimal(figures.ece, l_)});
            std::vector<CurvePoint> points;
            for (std::size_t tenth = 0; tenth < figures.curve.size(); ++tenth)
                points.push_back({(static_cast<double>(tenth) + 0.5) / 10, figures.curve[tenth].value(),
                                  figures.curve[tenth].of});
            if (head == Head::kind || head == Head::topic) curves += reliability_curve(say(name), points, l_);
            for (const auto& each : figures.confused)
                wrong += row(
                    {say(name) + ": " + label(head, each.label), label(head, each.truth), number(each.n)});
        }
        if (rows.empty())
            return section("h-saran", words::live_title, markup<"<p>{}</p>">(words::live_none.in(l_)));
        Markup out = markup<"<p>{}</p>">(filled(words::live_lede, l_, {month(view_.from), month(view_.to)})) +
                     table(heads({words::col_head, words::col_decided, words::col_sure, words::col_sure_right,
                                  words::col_all_right, words::col_f1, words::col_ece}),
                           rows, words::live_table.in(l_)) +
                     drawn(curves);
        if (!wrong.empty())
            out += markup<"<h3>{}</h3>{}">(
                words::confused_title.in(l_),
                table(heads({words::confused_said, words::confused_truth, words::confused_n}), wrong,
                      words::confused_title.in(l_)));
        return section("h-saran", words::live_title, out + languages());
    }

    Markup languages() const {
        Markup rows;
        for (const auto& each : learning::by_language(view_.tallies, fewest_of_a_language))
            rows += row({say(tongue(each.language)), share(each.sure)});
        if (rows.empty()) return {};
        return markup<R"(<h3>{}</h3>{}<p class="hint">{}</p>)">(
            words::languages_title.in(l_),
            table(heads({words::head_language, words::col_sure_right}), rows, words::languages_title.in(l_)),
            filled(words::languages_note, l_, {number(fewest_of_a_language)}));
    }
    static base::Text tongue(triage::Tongue tongue) {
        switch (tongue) {
        case triage::Tongue::id: return words::tongue_id;
        case triage::Tongue::jv: return words::tongue_jv;
        case triage::Tongue::su: return words::tongue_su;
        case triage::Tongue::en: return words::tongue_en;
        case triage::Tongue::mixed: return words::tongue_mixed;
        }
        return {};
    }

    Markup base_model() const {
        static constexpr std::pair<std::string_view, base::Text> names[] = {
            {triage::kind_head, words::head_kind},
            {triage::topic_head, words::head_topic},
            {triage::sentiment_head, words::head_sentiment},
            {triage::abuse_head, words::head_abuse},
            {triage::language_head, words::head_language}};
        std::vector<html::Fact> facts;
        for (const auto& [head_name, name] : names) {
            const auto* head = triage::shipped_model().head(head_name);
            if (!head) head = triage::shipped_feelings().head(head_name);
            if (head)
                facts.push_back(
                    {say(name), Markup::text(filled(words::base_learnt, l_,
                                                    {number(head->rows), number(static_cast<std::int64_t>(
                                                                             head->labels.size()))}))});
        }
        return section("h-bawaan", words::base_title,
                       markup<"<p>{}</p>{}">(words::base_lede.in(l_), html::facts(facts)));
    }

    base::Text outcome(const learning::Entry& entry) const {
        switch (entry.what) {
        case What::stayed: return words::stayed;
        case What::took_over: return words::took_over;
        case What::went_back: return words::went_back;
        case What::went_forward: return words::went_forward;
        case What::failed: break;
        }
        if (entry.why == "learn.too_little") return words::failed_little;
        return entry.why == "learn.nothing_new" ? words::failed_nothing_new : words::failed;
    }
    std::string against(const learning::Entry& entry) const {
        if (entry.figures.empty()) return {};
        const auto figures = learning::figures_of(entry.figures);
        std::vector<std::string> parts;
        for (const auto& [name, judged] :
             {std::pair{words::head_kind, &figures.kind}, std::pair{words::head_topic, &figures.topic},
              std::pair{words::head_office, &figures.office}})
            if (judged->learnt.rows > 0)
                parts.push_back(say(name) + " " + percent(judged->learnt.accuracy) + " : " +
                                percent(judged->now.accuracy));
        return base::join(parts, ", ");
    }
    Markup history() const {
        Markup rows;
        for (const auto& entry : view_.standing.history) {
            const auto by = entry.staff ? view_.names.find(*entry.staff) : view_.names.end();
            rows += row({base::short_time(entry.at, frame_.directory.agency().zone, l_), say(outcome(entry)),
                         entry.cases > 0 ? number(entry.cases) : "–", against(entry),
                         by == view_.names.end() ? say(words::history_machine) : by->second});
        }
        return section("h-riwayat", words::history_title,
                       rows.empty()
                           ? markup<"<p>{}</p>">(words::history_none.in(l_))
                           : table(heads({words::history_when, words::history_what, words::history_cases,
                                          words::history_figures, words::history_who}),
                                   rows, words::history_table.in(l_)));
    }

    const Frame& frame_;
    const ReadingView& view_;
    base::Language l_;
};

} // namespace

Markup reading_page(const Frame& frame, const ReadingView& view, bool is_settings,
                    const std::optional<base::Problem>& problem) {
    const auto title = words::reading_title.in(frame.language);
    const Markup body = Page(frame, view).body();
    if (is_settings) return settings_page(frame, Section::reading, title, body, problem);
    return staff::console_page({.title = std::string(title),
                                .here = staff::Room::desk,
                                .person = frame.person,
                                .directory = frame.directory,
                                .language = frame.language,
                                .csrf = frame.csrf},
                               markup<R"(<h1>{}</h1><div class="settings">{}</div>)">(title, body));
}

} // namespace administration
