#include "desk/command_fields_pages.h"

#include "base/filled.h"
#include "desk/case_proof_pages.h"
#include "desk/case_side_pages.h"
#include "desk/case_text.h"
#include "desk/command_label_words.h"
#include "desk/command_words.h"
#include "desk/earlier_answer_pages.h"
#include "desk/hint_pages.h"
#include "desk/hint_words.h"
#include "html/forms.h"
#include "html/marks.h"

#include <algorithm>
#include <cmath>

namespace desk {
namespace {

using base::Text;
using cases::CommandName;
using html::Markup;
using html::markup;
using html::Need;
namespace words = command_words;

class Fields {
public:
    explicit Fields(const FieldsInput& input)
        : in_(input.in), view_(input.in.view), draft_(input.draft), problem_(input.problem),
          l_(input.in.language) {}

    Markup all() const {
        switch (draft_.name) {
        case CommandName::verify: return verify();
        case CommandName::archive: return archive();
        case CommandName::assign: return assign();
        case CommandName::return_:
            return text("reason", words::return_reason,
                        view_.c.returns >= 1 ? words::return_second : words::return_note, cases::max_reason);
        case CommandName::schedule: return schedule();
        case CommandName::ask:
            return text("question", words::question, words::question_note, cases::max_reason) +
                   earlier_answers(in_, control_id("question")) + reporter_reads(words::read_ask, "question");
        case CommandName::answered:
            return text("answer", words::answer, words::answer_note, cases::max_reason, Need::optional);
        case CommandName::resolve: return resolve();
        case CommandName::decline:
            return text("public_reason", words::decline_reason, words::decline_hint, cases::max_reason) +
                   earlier_answers(in_, control_id("public_reason")) +
                   reporter_reads(words::read_decline, "public_reason");
        case CommandName::refer:
            return agencies() + outside() +
                   line("agency", words::refer_agency, has_lists() ? words::refer_agency_hint : Text{},
                        has_lists() ? Need::optional : Need::required) +
                   text("text", words::refer_text, words::refer_hint, cases::max_public_text) +
                   line("receipt", words::refer_receipt, {}, Need::optional) +
                   reporter_reads(words::read_refer, "agency");
        case CommandName::note: return text("text", words::note, words::note_private, cases::max_public_text);
        case CommandName::join: return line("with", words::with, words::with_hint, Need::required);
        case CommandName::separate: return line("from", words::from, words::with_hint, Need::required);
        case CommandName::reclassify: return reclassify();
        case CommandName::release_text: return public_text(Need::required);
        case CommandName::redact:
            return text("reason", words::redact_reason, words::redact_hint, cases::max_reason) +
                   html::when(
                       cases::may_publish_words(view_.c),
                       text("public_text", words::redact_public, {}, cases::max_public_text, Need::optional));
        case CommandName::receipt:
            return line("receipt", words::receipt_number, words::receipt_number_hint, Need::required);
        case CommandName::hand_back:
            return text("reason", words::hand_back_reason, words::hand_back_note, cases::max_reason);
        case CommandName::merge: // on the page of the incident
        case CommandName::unmerge:
        case CommandName::restore:
        case CommandName::start:
        case CommandName::confirm:
        case CommandName::contest:
        case CommandName::close:
        case CommandName::object: return {};
        }
        return {};
    }

private:
    std::string say(Text t) const { return spoken(t, l_); }

    html::Field field(std::string_view name, Text label, std::string hint, Need need) const {
        html::Field out;
        out.id = control_id(name);
        out.name = std::string(name);
        out.label = say(label);
        out.hint = std::move(hint);
        out.value = draft_.value(name);
        out.need = need;
        if (problem_ && problem_->field == name) out.problem = say(words::problem(*problem_));
        return out;
    }
    Markup text(std::string_view name, Text label, Text hint, std::size_t most,
                Need need = Need::required) const {
        auto out = field(name, label, say(hint), need);
        out.more = html::attribute("maxlength", std::to_string(most)) + html::attribute("rows", "4");
        return html::text_area(out, l_);
    }
    Markup line(std::string_view name, Text label, Text hint, Need need) const {
        auto out = field(name, label, say(hint), need);
        out.more = html::attribute("maxlength", "200") + html::attribute("autocomplete", "off");
        return html::input(out, l_);
    }
    /// Those of this installation: each gets a case by itself, and its code comes back.
    Markup agencies() const {
        if (view_.agencies.empty()) return {};
        std::vector<html::Option> options;
        for (const auto& each : view_.agencies)
            options.push_back({base::to_string(each.id), each.name});
        return html::select(field("to", words::refer_to, say(words::refer_to_hint), Need::optional), options,
                            l_);
    }
    bool has_lists() const { return !view_.agencies.empty() || !view_.outside.empty(); }
    /// Those that were set up: each gets a mail with a link, or a request, and answers by it.
    Markup outside() const {
        if (view_.outside.empty()) return {};
        std::vector<html::Option> options;
        for (const auto& each : view_.outside)
            options.push_back({base::to_string(each.id), each.name});
        return html::select(
            field("outside", words::refer_outside, say(words::refer_outside_hint), Need::optional), options,
            l_);
    }
    Markup day(std::string_view name, Text label) const {
        auto out = field(name, label, {}, Need::required);
        out.more = html::attribute("type", "date");
        return html::input(out, l_);
    }

    /// The sentence with what was typed in it; a script keeps it in step.
    Markup reporter_reads(Text sentence_text, std::string_view name) const {
        std::string_view all = sentence_text.in(l_);
        const auto slot = all.find("{}");
        const std::string typed = draft_.value(name);
        return markup<
            R"(<div class="reporter-reads"><p class="label">{}</p><p class="t-quote">{}<span data-preview="{}">{}</span>{}</p>{}</div>)">(
            words::reporter_reads.in(l_), all.substr(0, slot), control_id(name),
            typed.empty() ? words::dots.in(l_) : std::string_view(typed), all.substr(slot + 2),
            read_by_all());
    }

    /// Who writes sees where it will stand before it stands there.
    Markup read_by_all() const {
        if (view_.answered_as.empty()) return {};
        return markup<R"(<p class="small">{} {}</p>)">(
            html::icon(html::Icon::eye), base::filled(words::read_by_all, l_, view_.answered_as));
    }

    Markup kind(Need need) const {
        std::vector<html::Option> options;
        for (const auto& guess : likely(&Hints::kind))
            if (auto each = base::from_code<cases::Kind>(guess.value); each && triage::opens_case(*each))
                options.push_back(likely_option(guess, triage::name(*each).in(l_)));
        const std::size_t likely = options.size();
        for (const auto& row : base::codes<cases::Kind>)
            if (triage::opens_case(row.value) &&
                std::ranges::find(options, row.code, &html::Option::value) == options.end())
                options.push_back({std::string(row.code), std::string(triage::name(row.value).in(l_))});
        auto out = field("kind", words::kind, {}, need);
        out.more = html::attribute_if(likely > 0, "data-likely", std::to_string(likely));
        if (need == Need::optional) out.hint = say(triage::name(view_.c.kind));
        return html::select(out, options, l_);
    }
    Markup topic(Need need) const {
        std::vector<html::Option> options;
        for (const auto& guess : likely(&Hints::topic))
            if (const auto* each = in_.directory.topic(guess.value))
                options.push_back(likely_option(guess, each->name(l_)));
        const std::size_t likely = options.size();
        for (const auto& each : in_.directory.topics())
            if ((each.is_active || each.code == draft_.value("topic")) &&
                std::ranges::find(options, each.code, &html::Option::value) == options.end())
                options.push_back({each.code, each.name(l_)});
        auto out = field("topic", words::topic, {}, need);
        out.more = html::attribute_if(likely > 0, "data-likely", std::to_string(likely));
        const auto* now = view_.c.topic ? in_.directory.topic(*view_.c.topic) : nullptr;
        if (need == Need::optional && now) out.hint = now->name(l_);
        return html::select(out, options, l_);
    }
    /// Who verifies chooses among the likeliest first.
    std::span<const Hint::Guess> likely(Hint Hints::* head) const {
        if (draft_.name != CommandName::verify || !view_.hints) return {};
        return ((*view_.hints).*head).likeliest;
    }
    html::Option likely_option(const Hint::Guess& guess, std::string_view name) const {
        return {guess.value, filled(hint_words::choice, l_,
                                    {std::string(name), std::to_string(std::lround(guess.p * 100))})};
    }
    Markup area(Need need) const {
        std::vector<html::Option> options;
        for (const auto& place : in_.choices.places)
            options.push_back({place.code, place.name});
        if (need == Need::required) options.push_back({std::string(no_place), say(words::no_place)});
        const std::string looked_for = draft_.value("cari_tempat");
        const bool found_nothing =
            !looked_for.empty() && in_.choices.places.size() <= (view_.c.area ? 1U : 0U);
        auto out =
            field("area", words::area, say(found_nothing ? words::area_none_found : words::area_hint), need);
        return html::select(out, options, l_) +
               markup<
                   R"(<div class="place-search"><label class="label" for="f-cari-tempat">{}</label><div class="row"><input class="input" id="f-cari-tempat" name="cari_tempat" value="{}" maxlength="100" autocomplete="off"><button class="btn" name="langkah" value="cari-tempat" formnovalidate>{}{}</button></div></div>)">(
                   words::area_search.in(l_), looked_for, html::icon(html::Icon::search),
                   words::area_find.in(l_));
    }
    Markup public_text(Need need) const {
        if (auto never = why_never_public(view_.c, l_); !never.empty())
            return html::notice(html::Tone::line, html::Icon::lock,
                                Markup::text(filled(words::public_text_closed, l_, {never})));
        const std::string kinds = masked_kinds(view_, l_);
        auto out = field("public_text", words::public_text,
                         kinds.empty() ? say(words::public_text_hint)
                                       : filled(words::public_text_masked, l_, {kinds}),
                         need);
        out.more = html::attribute("maxlength", std::to_string(cases::max_public_text)) +
                   html::attribute("rows", "5");
        return html::text_area(out, l_);
    }

    Markup verify() const {
        return hints_part(in_) +
               markup<R"(<div class="two">{}{}</div>)">(kind(Need::required), topic(Need::required)) +
               area(Need::required) + public_text(Need::required);
    }
    Markup archive() const {
        const html::Choice choices[] = {{"spam", say(words::spam)},
                                        {"chatter", say(words::chatter)},
                                        {"test", say(words::test)},
                                        {"double_entry", say(words::double_entry)}};
        return html::choices(field("reason", words::archive_reason, say(words::archive_note), Need::required),
                             choices, l_);
    }
    Markup assign() const {
        const auto* proposed = view_.route.office ? in_.directory.office(*view_.route.office) : nullptr;
        const std::string reason = route_words(view_.route, in_.directory, l_);
        const std::string hint = proposed ? filled(words::office_proposed, l_, {proposed->name, reason})
                                          : filled(words::office_no_proposal, l_, {reason});
        std::vector<html::Option> offices;
        for (const auto& office : in_.directory.offices().all())
            if (office.is_active && office.id != view_.c.conduct_office)
                offices.push_back({base::to_string(office.id), in_.directory.path_name(office.id)});
        std::vector<html::Option> people;
        for (const auto& person : in_.choices.people)
            people.push_back({person.id, person.name});
        auto chosen = base::parse_id_as<agency::OfficeId>(draft_.value("office"));
        const auto* office = chosen ? in_.directory.office(*chosen) : nullptr;
        Markup out = html::select(field("office", words::office, hint, Need::required), offices, l_);
        out += markup<
            R"(<p><button class="btn" name="langkah" value="muat-petugas" formnovalidate data-follows="f-office">{}{}</button></p>)">(
            html::icon(html::Icon::reload), words::person_load.in(l_));
        out += html::select(field("person", words::person,
                                  office ? filled(words::person_anyone, l_, {office->name}) : std::string(),
                                  Need::optional),
                            people, l_);
        if (view_.c.state == cases::State::received)
            out += markup<R"(<p class="hint">{}</p>)">(words::assign_verifies.in(l_));
        return out;
    }
    Markup schedule() const {
        return markup<R"(<div class="two">{}{}</div>)">(
                   day("date", words::date),
                   line("budget_source", words::budget, words::budget_hint, Need::required)) +
               text("public_reason", words::schedule_reason, words::schedule_hint, cases::max_reason);
    }

    Markup photos() const {
        Markup kept;
        int number = 0;
        for (const auto& sha256 : draft_.photos)
            kept += html::tick("foto_terkirim",
                               {sha256, filled(words::photo_kept, l_, {std::to_string(++number)})},
                               html::Ticked::yes);
        if (!kept.empty())
            kept = markup<R"(<fieldset class="field"><legend>{}</legend>{}</fieldset>)">(
                words::photos_kept.in(l_), kept);
        html::FileDrop drop{.field = field("proof.after", words::photos, say(words::photos_hint),
                                           draft_.photos.empty() ? Need::required : Need::optional),
                            .most = static_cast<int>(max_form_photos)};
        drop.field.name = "foto";
        return kept + html::file_drop(drop, l_);
    }
    Markup document() const {
        return markup<R"(<div class="two">{}{}</div>)">(
            line("proof.document_number", words::document_number, {}, Need::required),
            day("proof.document_day", words::document_day));
    }
    Markup note(Text label, Need need) const {
        return text("proof.note", label, words::note_hint, cases::max_public_text, need);
    }
    Markup resolve() const {
        const auto kind =
            base::from_code<proof::ProofKind>(draft_.value("proof.kind")).value_or(view_.demanded);
        Markup out = proof_kinds(kind);
        const bool is_thanks = view_.c.kind == cases::Kind::appreciation;
        switch (kind) {
        case proof::ProofKind::photo: return out + photos() + note(words::note_done, Need::optional);
        case proof::ProofKind::answer:
            return out + earlier_answers(in_, control_id("proof.note")) +
                   note(is_thanks ? words::note_thanks : words::note_answer, Need::required);
        case proof::ProofKind::document: return out + document() + note(words::note_done, Need::optional);
        case proof::ProofKind::confirmation:
            return out + confirmation() + note(words::note_done, Need::optional);
        }
        return out;
    }
    Markup confirmation() const {
        Markup out =
            html::tick("proof.confirmation", {"1", say(words::confirmation)},
                       draft_.value("proof.confirmation").empty() ? html::Ticked::no : html::Ticked::yes);
        if (problem_ && problem_->field == "proof.confirmation")
            out += markup<R"(<p class="problem" id="f-proof-confirmation">{}{}</p>)">(
                html::icon(html::Icon::alert), words::problem(*problem_).in(l_));
        return out;
    }
    /// Most topics demand one kind; where there is a choice, changing it loads the other fields.
    Markup proof_kinds(proof::ProofKind chosen) const {
        std::vector<html::Option> options;
        if (view_.c.kind == cases::Kind::information_request)
            options = {{"answer", say(words::proof_answer)}, {"document", say(words::proof_document)}};
        if (view_.c.kind == cases::Kind::whistleblowing)
            options = {{"answer", say(words::proof_answer)},
                       {"document", say(words::proof_document)},
                       {"photo", say(words::proof_photo)},
                       {"confirmation", say(words::proof_confirmation)}};
        if (options.empty()) return html::hidden("proof.kind", base::code_of(chosen));
        auto out = field("proof.kind", words::proof_kind, {}, Need::required);
        out.value = std::string(base::code_of(chosen));
        return html::select(out, options, l_) +
               markup<
                   R"(<p><button class="btn" name="langkah" value="jenis-bukti" formnovalidate data-follows="f-proof-kind">{}{}</button></p>)">(
                   html::icon(html::Icon::reload), words::proof_kind.in(l_));
    }

    Markup reclassify() const {
        const html::Option classes[] = {{"no_oversight", say(words::class_none)},
                                        {"oversight", say(words::class_oversight)}};
        const html::Option urgencies[] = {{"rendah", say(words::urgency_low)},
                                          {"sedang", say(words::urgency_middle)},
                                          {"tinggi", say(words::urgency_high)}};
        std::vector<html::Option> offices;
        for (const auto& office : in_.directory.offices().all())
            if (office.is_active)
                offices.push_back({base::to_string(office.id), in_.directory.path_name(office.id)});
        return markup<R"(<div class="two">{}{}</div>)">(kind(Need::optional), topic(Need::optional)) +
               html::select(field("class", words::class_name, say(words::class_hint), Need::optional),
                            classes, l_) +
               html::select(field("urgency", words::urgency, {}, Need::optional), urgencies, l_) +
               area(Need::optional) +
               html::select(field("conduct_office", words::conduct, say(words::conduct_hint), Need::optional),
                            offices, l_);
    }

    const CommandInput& in_;
    const CaseView& view_;
    const CommandDraft& draft_;
    const std::optional<base::Problem>& problem_;
    base::Language l_;
};

} // namespace

Markup command_fields(const FieldsInput& input) {
    return Fields(input).all();
}

} // namespace desk
