#include "administration/topic_pages.h"

#include "administration/frame_words.h"
#include "administration/office_pages.h"
#include "administration/topic_offer_pages.h"
#include "administration/topic_words.h"
#include "base/filled.h"
#include "base/text.h"
#include "deadlines/own_profiles.h"

namespace administration {
namespace {

using html::Markup;
using html::markup;

std::string profile_name(const Frame& frame, const std::string& id) {
    const auto l = frame.language;
    auto profile = deadlines::profiles_of(frame.directory).in_force(id, std::chrono::year{2199} / 12 / 31);
    if (!profile) return id;
    return l == base::Language::en ? (*profile)->name_en : (*profile)->name_id;
}

Markup fields(const Frame& frame, const Filled& filled, const agency::Topic* topic) {
    auto l = frame.language;
    Markup out;
    if (!topic) {
        auto code = field(frame, filled, "code", words::topic_code, {}, words::topic_code_hint);
        code.more = html::attribute("maxlength", "40") + html::attribute("pattern", "[a-z0-9\\-]{2,40}");
        out += html::input(code, l);
    }
    auto name = field(frame, filled, "name_id", words::name_id, topic ? topic->name_id : "");
    name.more = html::attribute("maxlength", "80");
    auto english = field(frame, filled, "name_en", words::name_en, topic ? topic->name_en : "");
    english.need = html::Need::optional;
    english.more = html::attribute("maxlength", "80");
    out += html::input(name, l) + html::input(english, l);

    std::vector<html::Choice> proofs;
    for (const auto& row : base::codes<agency::ProofKind>)
        proofs.push_back({std::string(row.code), std::string(words::name_of(row.value).in(l)),
                          std::string(words::explained(row.value).in(l))});
    out += html::choices(field(frame, filled, "proof", words::proof,
                               base::code_of(topic ? topic->proof : agency::ProofKind::photo)),
                         proofs, l);
    auto profile =
        field(frame, filled, "profile", words::profile, topic && topic->profile ? *topic->profile : "");
    profile.need = html::Need::optional;
    profile.hint =
        base::filled(words::profile_usual, l, profile_name(frame, frame.directory.agency().profile));
    out += html::select(profile, profile_options(frame), l);
    auto known = field(frame, filled, "words", words::topic_words,
                       topic ? base::join(topic->words, "\n") : "", words::topic_words_hint);
    known.need = html::Need::optional;
    known.more = html::attribute("rows", "6");
    auto order = field(
        frame, filled, "ordinal", words::ordinal,
        std::to_string(topic ? topic->ordinal : static_cast<int>(frame.directory.topics().size() + 1) * 10),
        words::ordinal_hint);
    order.more =
        html::attribute("type", "number") + html::attribute("min", "0") + html::attribute("max", "100000");
    out += html::text_area(known, l) + html::input(order, l);
    if (topic)
        out += html::tick(
            "dipakai", {"ya", std::string(words::in_use_tick.in(l)), std::string(words::in_use_note.in(l))},
            filled.is_ticked("dipakai", topic->is_active) ? html::Ticked::yes : html::Ticked::no);
    return out;
}

Markup row(const Frame& frame, const agency::Topic& topic) {
    auto l = frame.language;
    return markup<
        R"(<tr><th scope="row"><a href="{}">{}</a><br><span class="code">{}</span></th><td>{}</td><td>{}</td><td class="num">{}</td><td>{}</td></tr>)">(
        html::url<"/meja/atur/topik/{}">(topic.code), topic.name(l), topic.code,
        words::name_of(topic.proof).in(l), profile_name(frame, frame.directory.profile_of(topic.code)),
        topic.words.size(),
        topic.is_active ? html::chip(html::Tone::good, html::Icon::check, words::used.in(l))
                        : html::chip(html::Tone::neutral, html::Icon::archive, words::retired.in(l)));
}

} // namespace

std::vector<html::Option> profile_options(const Frame& frame) {
    std::vector<html::Option> out;
    for (const auto& id : deadlines::profiles_of(frame.directory).ids())
        out.push_back({id, profile_name(frame, id)});
    return out;
}

Markup topics_page(const Frame& frame, const Filled& filled) {
    auto l = frame.language;
    const std::vector<std::string> heads{
        std::string(words::topic.in(l)), std::string(words::proof.in(l)), std::string(words::profile.in(l)),
        std::string(words::word_count.in(l)), std::string(words::topic_state.in(l))};
    const auto topics = frame.directory.topics();
    Markup list = topics.empty()
                      ? markup<"<p>{}</p>">(words::no_topics.in(l))
                      : table(heads, html::join(topics, [&](const auto& each) { return row(frame, each); }),
                              words::topics_title.in(l));
    return settings_page(
        frame, Section::topics, words::topics_title.in(l),
        markup<
            R"(<p class="lede">{}</p>{}{}<section class="section card pad" aria-labelledby="h-tambah"><h2 id="h-tambah">{}</h2>{}</section>)">(
            words::topics_lede.in(l), topic_offer_part(frame), list, words::add_topic.in(l),
            post_form(frame, html::url<"/meja/atur/topik">(),
                      fields(frame, filled, nullptr) + save_button(frame, words::add_topic.in(l)))),
        filled.problem);
}

Markup topic_page(const Frame& frame, const agency::Topic& topic, const Filled& filled) {
    auto l = frame.language;
    return settings_page(
        frame, Section::topics, topic.name(l),
        markup<
            R"(<p><a class="backlink" href="/meja/atur/topik">{}{}</a></p><p class="code">{}</p><section class="section card pad">{}</section>)">(
            html::icon(html::Icon::back), words::all_topics.in(l), topic.code,
            post_form(frame, html::url<"/meja/atur/topik/{}">(topic.code),
                      fields(frame, filled, &topic) + save_button(frame, words::save_topic.in(l)))),
        filled.problem);
}

} // namespace administration
