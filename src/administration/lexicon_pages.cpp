#include "administration/lexicon_pages.h"

#include "administration/frame_words.h"
#include "administration/lexicon_words.h"
#include "base/filled.h"
#include "base/spoken_time.h"
#include "base/text.h"
#include "triage/fold.h"
#include "triage/kind.h"
#include "triage/lexicon.h"

#include <cmath>

namespace administration {
namespace {

using base::filled;
using html::Markup;
using html::markup;

class LexiconPage {
public:
    LexiconPage(const Frame& frame, const LexiconView& view, const Filled& filled)
        : frame_(frame), view_(view), filled_(filled), l_(frame.language), now_(frame.directory.own_words()) {
    }

    Markup body() const {
        return markup<R"(<p class="lede">{}</p>{}{}{}{}{})">(words::lexicon_lede.in(l_), trial(), add(),
                                                             list(), file(), history());
    }

private:
    std::string say(base::Text text) const { return std::string(text.in(l_)); }
    Markup seen() const { return html::hidden("versi", std::to_string(now_.version)); }
    Markup section(std::string_view id, base::Text title, const Markup& inside) const {
        return markup<
            R"(<section class="section card pad stack-s" aria-labelledby="{}"><h2 id="{}">{}</h2>{}</section>)">(
            id, id, title.in(l_), inside);
    }

    Markup add() const {
        auto slang = field(frame_, filled_, "slang", words::lexicon_slang, {}, words::lexicon_slang_hint);
        auto formal = field(frame_, filled_, "formal", words::lexicon_formal, {}, words::lexicon_formal_hint);
        auto example =
            field(frame_, filled_, "contoh", words::lexicon_example, {}, words::lexicon_example_hint);
        for (auto* each : {&slang, &formal})
            each->more = html::attribute("maxlength", "120") + html::attribute("autocomplete", "off");
        // A sentence may be tried alone, so none of them is demanded by the browser.
        slang.need = formal.need = example.need = html::Need::optional;
        example.more = html::attribute("maxlength", "500") + html::attribute("rows", "3");
        return section(
            "h-tambah", words::lexicon_add,
            post_form(
                frame_, html::url<"/meja/atur/kata">(),
                seen() + html::input(slang, l_) + html::input(formal, l_) + html::text_area(example, l_) +
                    markup<
                        R"(<p class="row gap-s gap-top"><button class="btn btn-main">{}</button><button class="btn" name="langkah" value="coba">{}{}</button></p>)">(
                        words::lexicon_save.in(l_), html::icon(html::Icon::eye), words::lexicon_try.in(l_))));
    }

    std::string kind(const LexiconTrial::Read& read) const {
        const auto known = base::from_code<triage::Kind>(read.kind);
        return chance(known ? std::string(triage::name(*known).in(l_)) : read.kind, read.kind_p);
    }
    std::string topic(const LexiconTrial::Read& read) const {
        return read.topic.empty() ? say(words::lexicon_no_topic)
                                  : chance(topic_name(frame_, read.topic), read.topic_p);
    }
    std::string chance(const std::string& name, double p) const {
        return filled(words::lexicon_chance, l_, {name, std::to_string(std::lround(p * 100))});
    }
    Markup trial() const {
        if (!view_.trial) return {};
        const auto& [text, without, with] = *view_.trial;
        auto row = [&](base::Text head, const std::string& before, const std::string& after) {
            return markup<R"(<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>)">(head.in(l_), before,
                                                                                       after);
        };
        const std::vector<std::string> heads{say(words::lexicon_read), say(words::lexicon_without),
                                             say(words::lexicon_with)};
        Markup out = table(heads,
                           row(words::lexicon_words, without.words, with.words) +
                               row(words::lexicon_kind, kind(without), kind(with)) +
                               row(words::lexicon_topic, topic(without), topic(with)),
                           words::lexicon_compared.in(l_));
        if (without.words == with.words)
            out += markup<R"(<p class="hint">{}</p>)">(words::lexicon_same.in(l_));
        return markup<R"(<div role="status">{}</div>)">(
            section("h-terbaca", words::lexicon_result,
                    markup<R"(<blockquote class="t-quote">{}</blockquote>{})">(text, out)));
    }

    Markup row(const agency::OwnWord& word) const {
        return markup<R"(<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>)">(
            word.slang, word.formal,
            triage::shipped_lexicon().formal(triage::hash_of(word.slang), word.slang),
            post_form(frame_, html::url<"/meja/atur/kata/hapus">(),
                      seen() + html::hidden("slang", word.slang) +
                          markup<R"(<button class="btn">{}{}<span class="vh"> {}</span></button>)">(
                              html::icon(html::Icon::cross), words::lexicon_remove.in(l_), word.slang)));
    }
    Markup list() const {
        if (now_.words.empty())
            return section("h-kamus", words::lexicon_list, markup<"<p>{}</p>">(words::lexicon_none.in(l_)));
        Markup rows;
        std::size_t shown = 0;
        const std::string wanted = triage::fold(view_.wanted).text;
        for (const auto& word : now_.words) {
            if (!word.slang.contains(wanted) && !word.formal.contains(wanted)) continue;
            if (++shown > most_lexicon_rows) break;
            rows += row(word);
        }
        shown = std::min(shown, most_lexicon_rows);
        const std::vector<std::string> heads{say(words::lexicon_slang), say(words::lexicon_formal),
                                             say(words::lexicon_shipped), say(words::actions)};
        Markup out = markup<
            R"(<form method="get" action="/meja/atur/kata"><label class="label" for="cari-kata">{}</label><div class="row"><input class="input" id="cari-kata" name="cari" value="{}" maxlength="60"><button class="btn">{}{}</button></div></form>)">(
            words::lexicon_find.in(l_), view_.wanted, html::icon(html::Icon::search),
            words::lexicon_find_button.in(l_));
        out += rows.empty() ? markup<"<p>{}</p>">(words::lexicon_none_found.in(l_))
                            : table(heads, rows, words::lexicon_rows.in(l_));
        if (shown < now_.words.size())
            out += markup<R"(<p class="hint">{}</p>)">(filled(
                words::lexicon_count, l_,
                {std::to_string(shown), base::with_dots(static_cast<std::int64_t>(now_.words.size()))}));
        return section("h-kamus", words::lexicon_list, out);
    }

    Markup file() const {
        const std::vector<html::Choice> ways{{"tambah", say(words::lexicon_merge)},
                                             {"ganti", say(words::lexicon_replace)}};
        html::Field how{.id = "cara",
                        .label = say(words::lexicon_how),
                        .value = filled_.value("cara", "tambah"),
                        .name = "cara"};
        return section(
            "h-berkas", words::lexicon_file,
            markup<
                R"(<p><a class="btn" href="/meja/atur/kata/kamus.csv" download>{}{}</a></p><form method="post" action="/meja/atur/kata/berkas" enctype="multipart/form-data">{}{}<div class="field"><label class="label" for="berkas">{}</label><p class="hint" id="berkas-hint">{}</p><input class="input" type="file" id="berkas" name="berkas" accept=".csv,text/csv" aria-describedby="berkas-hint" required></div>{}<p class="gap-top"><button class="btn">{}</button></p></form>)">(
                html::icon(html::Icon::download), words::lexicon_download.in(l_),
                html::hidden("_csrf", frame_.csrf), seen(), words::lexicon_upload.in(l_),
                words::lexicon_upload_hint.in(l_), html::choices(how, ways, l_),
                words::lexicon_take_in.in(l_)));
    }

    Markup version(const agency::OwnWordsVersion& each) const {
        const auto by = each.staff ? view_.names.find(*each.staff) : view_.names.end();
        return markup<
            R"(<tr><th scope="row" class="num">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>)">(
            each.version, base::short_time(each.at, frame_.directory.agency().zone, l_),
            by == view_.names.end() ? std::string("–") : by->second,
            filled(words::lexicon_change_words, l_,
                   {base::with_dots(each.added), base::with_dots(each.removed), base::with_dots(each.lines)}),
            each.version == now_.version
                ? html::chip(html::Tone::good, html::Icon::check, words::lexicon_in_use.in(l_))
                : post_form(
                      frame_, html::url<"/meja/atur/kata/versi/{}">(each.version),
                      seen() +
                          markup<R"(<button class="btn">{}{}<span class="vh"> {}</span></button>)">(
                              html::icon(html::Icon::undo), words::lexicon_restore.in(l_), each.version)));
    }
    Markup history() const {
        if (view_.history.empty()) return {};
        const std::vector<std::string> heads{say(words::lexicon_version), say(words::lexicon_when),
                                             say(words::lexicon_who), say(words::lexicon_change),
                                             say(words::actions)};
        return section("h-riwayat", words::lexicon_history,
                       table(heads,
                             html::join(view_.history, [&](const auto& each) { return version(each); }),
                             words::lexicon_versions.in(l_)));
    }

    const Frame& frame_;
    const LexiconView& view_;
    const Filled& filled_;
    base::Language l_;
    const agency::OwnWords& now_;
};

} // namespace

Markup lexicon_page(const Frame& frame, const LexiconView& view, const Filled& filled) {
    return settings_page(frame, Section::lexicon, words::lexicon_title.in(frame.language),
                         LexiconPage(frame, view, filled).body(), filled.problem);
}

} // namespace administration
