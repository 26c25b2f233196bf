#include "intake/record_pages.h"

#include "base/filled.h"
#include "cases/state_words.h"
#include "html/forms.h"
#include "html/story.h"
#include "intake/record_words.h"
#include "places/gazetteer.h"

namespace intake {
namespace {

using base::Language;
using html::attribute;
using html::Markup;
using html::markup;

std::string_view field_of(RecordMember member) {
    switch (member) {
    case RecordMember::key: return "isi-laporan";
    case RecordMember::channel: return "kanal";
    case RecordMember::text: return "isi-laporan";
    case RecordMember::place: return "tempat";
    case RecordMember::kind: return "jenis";
    case RecordMember::topic: return "topik";
    case RecordMember::name: return "nama";
    case RecordMember::email: return "surel";
    case RecordMember::phone: return "hp";
    case RecordMember::identity: return "identitas";
    case RecordMember::link: return "tautan";
    case RecordMember::letter_number: return "nomor";
    case RecordMember::letter_day: return "tanggal";
    case RecordMember::received_at: return "diterima";
    case RecordMember::photos: return "foto";
    }
    return "isi-laporan";
}

/// The parts of one form; each knows the draft and what is wrong with it.
class Form {
public:
    explicit Form(const RecordPage& page) : page_(page), l_(page.console.language) {}

    Markup all() const {
        return markup<
            R"(<form{} class="record" id="catat" action="/meja/catat/tanda-terima" method="post" enctype="multipart/form-data" novalidate data-quick-send>{}{}{}{}{}{}{}{}{}</form>)">(
            html::keep_draft(record_draft_key(page_.console.person), l_),
            html::hidden("_csrf", page_.console.csrf), html::hidden("kunci", page_.draft.key), channels(),
            link(), words_and_place(), reporter(), source(), reading_choices(), send());
    }

private:
    std::string text(base::Text t) const { return std::string(t.in(l_)); }
    std::string problem(RecordMember member) const {
        for (const auto& [which, why] : page_.problems)
            if (which == member) return text(why);
        return {};
    }
    html::Field field(RecordMember member, base::Text label, std::string value) const {
        return {.id = std::string(field_of(member)),
                .label = text(label),
                .value = std::move(value),
                .problem = problem(member),
                .need = html::Need::optional};
    }

    /// Radio buttons in a row: the arrow keys change it, the next Tab is in the words.
    Markup channels() const {
        Markup all;
        std::size_t number = 0;
        for (const auto& row : base::codes<Channel>) {
            const bool is_on = page_.draft.channel == row.code;
            std::string id = number++ == 0 ? "kanal" : "kanal-" + std::to_string(number);
            all += markup<
                R"(<label class="choice"><input type="radio" id="{}" name="kanal" value="{}"{}{}><span><b>{}</b></span></label>)">(
                id, row.code, html::flag("checked", is_on),
                html::flag("autofocus", is_on && page_.problems.empty()), text(name(row.value)));
        }
        auto why = problem(RecordMember::channel);
        Markup wrong = html::when(!why.empty(), markup<R"(<p class="problem">{}</p>)">(why));
        return markup<
            R"(<fieldset class="field"><legend>{}</legend>{}<div class="channels">{}</div></fieldset>)">(
            text(words::channel_label), wrong, all);
    }

    Markup words_and_place() const {
        auto words_field = field(RecordMember::text, words::words_label, page_.draft.text);
        words_field.name = "isi";
        words_field.need = html::Need::required;
        words_field.hint = text(words::words_hint);
        words_field.more = attribute("maxlength", "10000") + attribute("rows", "5");
        auto place = field(RecordMember::place, words::place_label, page_.draft.place);
        place.hint = text(words::place_hint);
        place.icon = html::Icon::pin;
        place.more = attribute("maxlength", "300") + attribute("autocomplete", "off");
        return html::text_area(words_field, l_) + html::input(place, l_);
    }

    /// Only where the channel is a link or a screenshot; see ui/pages.css.
    Markup link() const {
        auto link = field(RecordMember::link, words::link_label, page_.draft.link);
        link.hint = text(words::link_hint);
        link.more = attribute("type", "url") + attribute("inputmode", "url") +
                    attribute("maxlength", "2000") + attribute("autocomplete", "off");
        return markup<R"(<div class="for-link gap-top">{}</div>)">(html::input(link, l_));
    }

    Markup source() const {
        auto number = field(RecordMember::letter_number, words::number_label, page_.draft.letter_number);
        number.more = attribute("maxlength", "100") + attribute("autocomplete", "off");
        auto day = field(RecordMember::letter_day, words::letter_day_label, page_.draft.letter_day);
        day.more = attribute("type", "date") + attribute("max", page_.local_now.substr(0, 10));
        auto received = field(RecordMember::received_at, words::received_label, page_.draft.received_at);
        received.hint = text(words::received_hint);
        received.more = attribute("type", "datetime-local") + attribute("max", page_.local_now);
        return markup<
            R"(<section class="record-part" aria-labelledby="h-sumber"><h2 id="h-sumber">{}</h2><div class="for-letter two">{}{}</div><div class="for-picture">{}{}</div>{}</section>)">(
            text(words::source_heading), html::input(number, l_), html::input(day, l_), pictures(),
            kept_pictures(), html::input(received, l_));
    }

    Markup pictures() const {
        auto drop = field(RecordMember::photos, words::pictures_label, {});
        drop.hint = text(words::pictures_hint);
        return html::file_drop({.field = std::move(drop), .most = static_cast<int>(max_record_photos)}, l_);
    }
    Markup kept_pictures() const {
        return html::join(page_.draft.photos, [&](const std::string& sha256) {
            return markup<R"({}<img class="thumb gap-s" src="{}" width="112" height="84" alt="">)">(
                html::hidden("foto_terkirim", sha256),
                html::url<"/meja/catat/foto/{}/{}">(page_.draft.key, sha256));
        });
    }

    Markup reporter() const {
        auto name = field(RecordMember::name, words::name_label, page_.draft.name);
        name.more = attribute("maxlength", "200") + attribute("autocomplete", "off");
        auto phone = field(RecordMember::phone, words::phone_label, page_.draft.phone);
        phone.more =
            attribute("type", "tel") + attribute("inputmode", "tel") + attribute("autocomplete", "off");
        auto email = field(RecordMember::email, words::email_label, page_.draft.email);
        email.more =
            attribute("type", "email") + attribute("inputmode", "email") + attribute("autocomplete", "off");
        const html::Option identities[] = {{"public", text(words::ordinary_short)},
                                           {"anonim", text(words::anonymous_short)},
                                           {"rahasia", text(words::confidential_short)}};
        auto identity = field(RecordMember::identity, words::identity_label, page_.draft.identity);
        identity.need = html::Need::required;
        return markup<
            R"(<section class="record-part" aria-labelledby="h-pelapor"><h2 id="h-pelapor">{}</h2>{}<div class="two">{}{}</div>{}<div class="for-private gap-top">{}</div></section>)">(
            text(words::reporter_heading), html::input(name, l_), html::input(phone, l_),
            html::input(email, l_), html::select(identity, identities, l_),
            html::tick("setuju", {"1", text(words::consent_label), text(words::consent_note)},
                       page_.draft.words_may_be_public ? html::Ticked::yes : html::Ticked::no));
    }

    Markup reading_choices() const {
        std::vector<html::Option> kinds, topics;
        for (const auto& row : base::codes<triage::Kind>)
            if (triage::opens_case(row.value))
                kinds.push_back({std::string(row.code), text(triage::name(row.value))});
        for (const auto& topic : page_.console.directory.topics())
            if (topic.is_active) topics.push_back({topic.code, topic.name(l_)});
        auto kind = field(RecordMember::kind, words::kind_label, page_.draft.kind);
        auto topic = field(RecordMember::topic, words::topic_label, page_.draft.topic);
        return markup<
            R"(<section class="record-part"><div class="two">{}{}</div><p class="muted small gap-s">{}</p></section>)">(
            html::select(kind, kinds, l_), html::select(topic, topics, l_), text(words::kind_read));
    }

    Markup send() const {
        return markup<
            R"(<div class="record-send">{}<div class="row row-gap"><button class="btn" name="lihat" value="1">{}</button><span class="muted small hide-phone">{}</span></div></div>)">(
            html::submit(text(words::record_send), l_), text(words::record_look), text(words::record_keys));
    }

    const RecordPage& page_;
    Language l_;
};

Markup summary(const RecordPage& page) {
    if (page.problems.empty()) return {};
    auto l = page.console.language;
    std::vector<html::Wrong> all;
    for (const auto& [member, why] : page.problems)
        all.push_back({std::string(field_of(member)), std::string(why.in(l))});
    return html::problem_summary(words::record_back.in(l), words::record_safe.in(l), all);
}

Markup known(const RecordPage& page) {
    if (!page.known) return {};
    auto l = page.console.language;
    Markup where = Markup::text(words::known_elsewhere.in(l));
    if (page.known->code) {
        const std::string open = filled(words::known_open, l, *page.known->code);
        where = markup<R"(<a href="{}">{}</a>)">(html::url<"/meja/laporan/{}">(*page.known->code), open);
    }
    return markup<R"(<div role="alert">{}</div>)">(html::notice(
        html::Tone::wait, html::Icon::merge, markup<R"({} {})">(words::known_link.in(l), where)));
}

std::string_view sureness(bool is_chosen, bool is_sure, Language l) {
    if (is_chosen) return words::chosen.in(l);
    return is_sure ? std::string_view{} : words::unsure.in(l);
}

Markup read_as(std::string_view what, std::string_view how_sure) {
    if (how_sure.empty()) return Markup::text(what);
    return markup<R"({} <span class="muted small">({})</span>)">(what, how_sure);
}

} // namespace

Markup reading_panel(const ReadingView& reading, const agency::Directory& directory, Language l) {
    auto heading = markup<R"(<h2 id="h-bacaan">{}</h2>)">(words::reading_heading.in(l));
    if (reading.is_empty)
        return heading + markup<R"(<p class="muted small gap-s">{}</p>)">(words::reading_empty.in(l));
    const Understood& u = reading.understood;
    Markup not_read = markup<R"(<span class="muted">{}</span>)">(words::not_read.in(l));
    const auto* topic = u.topic ? directory.topic(*u.topic) : nullptr;
    const auto* office = reading.office ? directory.office(*reading.office) : nullptr;
    std::string area = u.area ? places::gazetteer().full_name(*u.area) : std::string{};
    const html::Fact facts[] = {
        {std::string(words::kind_label.in(l)),
         read_as(triage::name(u.kind).in(l), sureness(reading.kind_is_chosen, reading.kind_is_sure, l))},
        {std::string(words::topic_label.in(l)),
         topic ? read_as(topic->name(l), sureness(reading.topic_is_chosen, true, l)) : not_read},
        {std::string(words::reading_area.in(l)), area.empty() ? not_read : Markup::text(area)},
        {std::string(words::reading_office.in(l)),
         Markup::text(office ? std::string_view(office->name) : words::reading_queue.in(l))}};
    Markup notices;
    if (reading.is_urgent)
        notices += markup<R"(<div class="gap-s">{}</div>)">(
            html::notice(html::Tone::bad, html::Icon::siren, Markup::text(words::urgent.in(l))));
    if (reading.has_private_data)
        notices += markup<R"(<p class="muted small gap-s">{}</p>)">(words::private_found.in(l));
    return heading + markup<R"(<div class="gap-s">{}</div>{})">(html::facts(facts), notices);
}

std::string record_draft_key(const staff::Principal& person) {
    return "catat-" + base::to_string(person.staff);
}

Markup record_page(const RecordPage& page) {
    auto l = page.console.language;
    auto body = markup<
        R"(<h1>{}</h1><p class="lede gap-s">{}</p>{}{}<div class="split record-split gap-top">{}<aside class="card pad record-read" id="bacaan" aria-labelledby="h-bacaan" hx-post="/meja/catat/bacaan" hx-trigger="input delay:500ms from:#catat" hx-include="#catat" hx-params="isi,tempat,jenis,topik,_csrf">{}</aside></div>)">(
        words::record_title.in(l), words::record_lede.in(l), summary(page), known(page), Form(page).all(),
        reading_panel(page.reading, page.console.directory, l));
    return staff::console_page(page.console, body);
}

} // namespace intake
