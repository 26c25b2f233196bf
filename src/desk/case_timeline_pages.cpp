#include "desk/case_timeline_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "base/text.h"
#include "desk/case_text.h"
#include "desk/case_timeline_words.h"
#include "desk/case_words.h"
#include "outgoing/notice_letter.h"
#include "places/gazetteer.h"

#include <algorithm>

namespace desk {
namespace {

using base::Language;
using base::Text;
using html::Icon;
using html::Markup;
using html::markup;
using html::Tone;
namespace words = timeline_words;

struct Look {
    std::string_view kind;
    Tone tone;
    Icon icon;
    Text what;
};

constexpr Look looks[] = {
    {"case.received", Tone::neutral, Icon::inbox, words::received},
    {"case.verified", Tone::info, Icon::seen, words::verified},
    {"case.archived", Tone::neutral, Icon::archive, words::archived},
    {"case.restored", Tone::neutral, Icon::undo, words::restored},
    {"case.assigned", Tone::info, Icon::assign, words::assigned},
    {"case.returned", Tone::wait, Icon::undo, words::returned},
    {"case.started", Tone::work, Icon::work, words::started},
    {"case.scheduled", Tone::work, Icon::calendar, words::scheduled},
    {"case.asked", Tone::wait, Icon::pause, words::asked},
    {"case.answered", Tone::neutral, Icon::chat, words::answered},
    {"case.resolved", Tone::good, Icon::done, words::resolved},
    {"case.confirmed", Tone::good, Icon::check, words::confirmed},
    {"case.contested", Tone::wait, Icon::undo, words::contested},
    {"case.closed", Tone::good, Icon::lock, words::closed},
    {"case.declined", Tone::neutral, Icon::refused, words::declined},
    {"case.objected", Tone::wait, Icon::up, words::objected},
    {"case.referred", Tone::out, Icon::refer, words::referred},
    {"case.noted", Tone::neutral, Icon::note, words::noted},
    {"case.joined", Tone::neutral, Icon::merge, words::joined},
    {"case.separated", Tone::neutral, Icon::merge, words::separated},
    {"case.merged", Tone::neutral, Icon::merge, words::merged},
    {"case.unmerged", Tone::neutral, Icon::undo, words::unmerged},
    {"case.reclassified", Tone::neutral, Icon::pen, words::reclassified},
    {"case.text_released", Tone::neutral, Icon::pen, words::text_released},
    {"case.redacted", Tone::neutral, Icon::eye, words::redacted},
    {"case.escalated", Tone::bad, Icon::up, words::escalated},
    {"case.receipted", Tone::out, Icon::check, words::receipted},
    {"case.handed_back", Tone::wait, Icon::undo, words::handed_back},
    {"case.followed", Tone::out, Icon::refer, words::followed},
    {"case.doubted", Tone::wait, Icon::undo, words::doubted},
    {"case.moved", Tone::info, Icon::assign, words::moved},
    {"case.entrusted", Tone::info, Icon::user, words::entrusted},
    {"deadline.due_soon", Tone::wait, Icon::clock, words::due_soon},
    {"deadline.overdue", Tone::bad, Icon::clock, words::overdue},
    {"deadline.reminded", Tone::wait, Icon::bell, words::reminded},
    {"deadline.extended", Tone::wait, Icon::clock, words::extended},
    {"deadline.moved", Tone::wait, Icon::clock, words::deadline_moved},
};

bool is_true(const base::json::Object& data, std::string_view member) {
    const auto* value = data.if_contains(member);
    return value && value->is_bool() && value->get_bool();
}

class Telling {
public:
    Telling(const Happened& it, const TimelineInput& in) : it_(it), in_(in), l_(in.language) {}

    std::string what(Text usual) const {
        const auto& data = it_.data;
        if (it_.kind == "case.received" && is_true(data, "is_history"))
            return spoken(words::received_history, l_);
        if (it_.kind == "case.resolved" && is_true(data, "is_history"))
            return spoken(words::resolved_history, l_);
        if (it_.kind == "case.verified" && is_true(data, "implied"))
            return spoken(words::verified_implied, l_);
        if (it_.kind == "case.archived")
            return filled(usual, l_, {archive_word(text_at(data, "reason")).in(l_)});
        if (it_.kind == "case.assigned") {
            auto person = base::parse_id_as<cases::StaffId>(text_at(data, "person"));
            std::string name = person ? in_.view.name_of(*person) : std::string();
            if (!name.empty()) return filled(words::assigned_person, l_, {office("office"), name});
            return filled(usual, l_, {office("office")});
        }
        if (it_.kind == "case.moved") return filled(usual, l_, {office("office"), why_moved()});
        if (it_.kind == "case.entrusted") return entrusted(usual);
        if (it_.kind == "case.returned")
            return filled(is_true(data, "to_arbiter") ? words::returned_arbiter : usual, l_,
                          {office("from_office")});
        if (it_.kind == "case.scheduled") {
            auto day = base::parse_day(text_at(data, "date"));
            return filled(
                usual, l_,
                {day ? base::spoken_day(*day, l_) : text_at(data, "date"), text_at(data, "budget_source")});
        }
        if (it_.kind == "case.contested" && is_true(data, "to_head"))
            return spoken(words::contested_head, l_);
        if (it_.kind == "case.closed") {
            if (text_at(data, "by") == "silence") return spoken(words::closed_silence, l_);
            if (text_at(data, "by") == "history") return spoken(words::closed_history, l_);
            if (text_at(data, "by") == "thanks") return spoken(words::closed_thanks, l_);
        }
        if (it_.kind == "deadline.reminded") return reminded();
        if (it_.kind == "deadline.extended" || it_.kind == "deadline.moved") {
            auto due = base::parse_time(text_at(data, "due"));
            return filled(
                usual, l_,
                {due ? base::spoken_time(*due, in_.directory.agency().zone, l_) : text_at(data, "due")});
        }
        if (it_.kind == "case.followed")
            return filled(
                usual, l_,
                {spoken(text_at(data, "status") == "closed" ? words::followed_closed : words::followed_open,
                        l_)});
        if (it_.kind == "case.referred") return filled(usual, l_, {text_at(data, "agency")});
        if (it_.kind == "case.joined") return filled(usual, l_, {or_something(text_at(data, "with"))});
        if (it_.kind == "case.merged" || it_.kind == "case.unmerged")
            return filled(usual, l_, {or_something(text_at(data, "with"))});
        if (it_.kind == "case.separated") return filled(usual, l_, {or_something(text_at(data, "from"))});
        return spoken(usual, l_);
    }

    std::string when() const {
        std::string out = base::spoken_time(it_.at, in_.directory.agency().zone, l_);
        std::string who = it_.by == cases::Party::reporter ? spoken(case_words::by_reporter, l_)
                          : it_.by == cases::Party::system ? spoken(case_words::by_house, l_)
                                                           : in_.view.name_of(it_.staff);
        if (!who.empty()) out += ". " + who;
        if (it_.kind == "case.noted") out += ", " + spoken(case_words::staff_only, l_);
        return out + ".";
    }

    /// Said by the agency, between its people or to the reporter.
    Markup body() const {
        Markup out;
        for (std::string_view member : {"public_reason", "question", "note", "text"})
            if (auto text = text_at(it_.data, member); !text.empty()) out += html::paragraphs(text);
        if (it_.kind != "case.archived" && it_.by != cases::Party::reporter)
            if (auto reason = text_at(it_.data, "reason"); !reason.empty()) out += html::paragraphs(reason);
        if (auto receipt = text_at(it_.data, "receipt"); !receipt.empty())
            out += markup<"<p>{}</p>">(filled(words::receipt, l_, {receipt}));
        if (it_.kind == "case.text_released") out += html::paragraphs(text_at(it_.data, "public_text"));
        if (it_.kind == "case.reclassified") out += changes();
        return out;
    }

    std::string quote() const {
        for (std::string_view member : {"words", "answer"})
            if (auto text = text_at(it_.data, member); !text.empty()) return text;
        return it_.by == cases::Party::reporter ? text_at(it_.data, "reason") : std::string();
    }

    Markup photos() const {
        Markup out;
        const auto* all = it_.data.if_contains("photos");
        if (!all || !all->is_array()) return out;
        for (const auto& each : all->get_array())
            if (each.is_string()) {
                std::string sha256(each.get_string());
                out += markup<
                    R"(<a href="{}"><img class="thumb" src="{}" width="112" height="84" loading="lazy" alt="{}"></a>)">(
                    in_.picture(sha256), in_.picture(sha256), case_words::photo_contest_alt.in(l_));
            }
        return out.empty() ? out : markup<R"(<p class="row gap-s">{}</p>)">(out);
    }

private:
    std::string why_moved() const {
        const auto reason = text_at(it_.data, "reason");
        return spoken(reason == "merged"  ? words::moved_merged
                      : reason == "split" ? words::moved_split
                                          : words::moved_rules,
                      l_);
    }
    std::string entrusted(Text usual) const {
        auto person = base::parse_id_as<cases::StaffId>(text_at(it_.data, "person"));
        if (!person) return spoken(words::entrusted_nobody, l_);
        const auto reason = text_at(it_.data, "reason");
        const Text why = reason == "turn"         ? words::entrusted_turn
                         : reason == "substitute" ? words::entrusted_substitute
                                                  : words::entrusted_least;
        return filled(usual, l_, {in_.view.name_of(*person), spoken(why, l_)});
    }
    /// Without the data (who may not read words) only that it was.
    std::string reminded() const {
        const auto* percent = it_.data.if_contains("at_percent");
        if (!percent || !percent->is_int64()) return spoken(words::reminded, l_);
        std::vector<std::string> names;
        for (const auto id : told_in(it_.data))
            names.push_back(in_.view.name_of(id));
        const std::string step = outgoing::said_of(static_cast<int>(percent->get_int64()), l_);
        if (names.empty()) return filled(words::reminded_nobody, l_, {step});
        return filled(words::reminded_whom, l_, {base::join(names, ", "), step});
    }
    std::string office(std::string_view member) const {
        auto id = office_at(it_.data, member);
        const auto* found = id ? in_.directory.office(*id) : nullptr;
        if (found) return found->name;
        return spoken(id ? words::an_office : words::the_queue, l_);
    }
    std::string or_something(std::string code) const {
        return code.empty() ? spoken(words::something, l_) : std::move(code);
    }
    Markup changes() const {
        std::vector<std::string> lines;
        if (auto kind = base::from_code<cases::Kind>(text_at(it_.data, "kind")))
            lines.push_back(filled(words::to_kind, l_, {triage::name(*kind).in(l_)}));
        if (auto code = text_at(it_.data, "case_class"); !code.empty())
            lines.push_back(filled(words::to_class, l_, {class_word(code).in(l_)}));
        if (const auto* topic = in_.directory.topic(text_at(it_.data, "topic")))
            lines.push_back(filled(words::to_topic, l_, {topic->name(l_)}));
        if (auto area = text_at(it_.data, "area"); !area.empty())
            lines.push_back(filled(words::to_area, l_, {places::gazetteer().full_name(area)}));
        if (office_at(it_.data, "conduct_office"))
            lines.push_back(filled(words::to_conduct, l_, {office("conduct_office")}));
        return html::join(lines, [](const std::string& line) { return markup<"<p>{}</p>">(line); });
    }

    const Happened& it_;
    const TimelineInput& in_;
    Language l_;
};

} // namespace

Text class_word(std::string_view code) noexcept {
    return code == "oversight" ? words::oversight : words::no_oversight;
}

Text archive_word(std::string_view code) noexcept {
    if (code == "spam") return words::spam;
    if (code == "chatter") return words::chatter;
    if (code == "test") return words::test;
    return words::double_entry;
}

Markup case_timeline(const TimelineInput& input, std::size_t newest) {
    std::vector<html::Happening> all;
    for (auto each = input.view.timeline.rbegin(); each != input.view.timeline.rend(); ++each) {
        if (newest > 0 && all.size() == newest) break;
        const auto* look = std::ranges::find(looks, each->kind, &Look::kind);
        const bool is_known = look != std::end(looks);
        const Telling telling(*each, input);
        html::Happening out;
        if (is_known) {
            out.tone = look->tone;
            out.icon = look->icon;
        }
        out.what = telling.what(is_known ? look->what : words::other);
        out.when = telling.when();
        out.iso = base::to_iso(each->at);
        out.body = telling.body() + telling.photos();
        out.quote = telling.quote();
        all.push_back(std::move(out));
    }
    return html::timeline(all);
}

} // namespace desk
