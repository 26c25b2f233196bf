#include "transparency/timeline_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "transparency/transparency_words.h"

#include <algorithm>

namespace transparency {
namespace {

using base::Language;
using base::Text;
using html::Icon;
using html::Tone;

struct Look {
    std::string_view kind;
    Tone tone;
    Icon icon;
    Text what;
};

constexpr Look looks[] = {
    {"case.received", Tone::neutral, Icon::inbox, words::e_received},
    {"case.verified", Tone::info, Icon::seen, words::e_verified},
    {"case.assigned", Tone::info, Icon::assign, words::e_assigned},
    {"case.returned", Tone::wait, Icon::undo, words::e_returned},
    {"case.started", Tone::work, Icon::work, words::e_started},
    {"case.scheduled", Tone::work, Icon::calendar, words::e_scheduled},
    {"case.asked", Tone::wait, Icon::wait, words::e_asked},
    {"case.answered", Tone::neutral, Icon::chat, words::e_answered},
    {"case.resolved", Tone::good, Icon::done, words::e_resolved},
    {"case.confirmed", Tone::good, Icon::check, words::e_confirmed},
    {"case.contested", Tone::wait, Icon::undo, words::e_contested},
    {"case.closed", Tone::good, Icon::lock, words::e_closed},
    {"case.declined", Tone::neutral, Icon::refused, words::e_declined},
    {"case.objected", Tone::wait, Icon::up, words::e_objected},
    {"case.referred", Tone::out, Icon::refer, words::e_referred},
    {"case.archived", Tone::neutral, Icon::archive, words::e_archived},
    {"case.restored", Tone::neutral, Icon::undo, words::e_restored},
    {"case.reclassified", Tone::neutral, Icon::pen, words::e_reclassified},
    {"case.escalated", Tone::bad, Icon::up, words::e_escalated},
    {"case.text_released", Tone::neutral, Icon::pen, words::e_text},
    {"case.redacted", Tone::neutral, Icon::pen, words::e_text},
    {"case.moved", Tone::info, Icon::assign, words::e_moved},
    {"case.receipted", Tone::out, Icon::check, words::e_receipted},
    {"case.handed_back", Tone::wait, Icon::undo, words::e_handed_back},
    {"case.joined", Tone::neutral, Icon::merge, words::e_joined},
    {"case.rated", Tone::neutral, Icon::star, words::e_rated},
    {"case.separated", Tone::neutral, Icon::merge, words::e_separated},
};

std::string text_at(const base::json::Object& data, std::string_view member) {
    const auto* value = data.if_contains(member);
    return value && value->is_string() ? std::string(value->get_string()) : std::string{};
}

/// What fills the slot of the sentence: the office, the day, the other agency.
std::string detail_of(const TimelineEntry& entry, const agency::Directory& directory, Language language) {
    if (entry.kind == "case.receipted") return text_at(entry.data, "receipt");
    if (entry.kind == "case.assigned" || entry.kind == "case.moved") {
        auto id = base::parse_id_as<agency::OfficeId>(text_at(entry.data, "office"));
        const auto* office = id ? directory.office(*id) : nullptr;
        return office ? office->name : std::string(words::office.in(language));
    }
    if (entry.kind == "case.scheduled") {
        auto day = base::parse_day(text_at(entry.data, "date"));
        return day ? base::spoken_day(*day, language) : text_at(entry.data, "date");
    }
    if (entry.kind == "case.rated") {
        const auto* stars = entry.data.if_contains("stars");
        return stars && stars->is_int64() ? std::to_string(stars->get_int64()) : std::string{};
    }
    return text_at(entry.data, "agency");
}

/// Facts from before this installation are told as what they are: entries of an old register.
Text what_of(const TimelineEntry& entry, Text usual) {
    const auto* is_history = entry.data.if_contains("is_history");
    if (!is_history || !is_history->is_bool() || !is_history->get_bool()) return usual;
    if (entry.kind == "case.received") return words::e_received_history;
    if (entry.kind == "case.resolved") return words::e_resolved_history;
    return usual;
}

html::Markup body_of(const TimelineEntry& entry) {
    html::Markup out;
    for (std::string_view member : {"public_reason", "budget_source", "question", "note"})
        if (auto text = text_at(entry.data, member); !text.empty()) out += html::paragraphs(text);
    return out;
}

} // namespace

html::Markup timeline_of(const std::vector<TimelineEntry>& entries, const agency::Directory& directory,
                         Language language) {
    std::vector<html::Happening> all;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        auto look = std::ranges::find(looks, entry->kind, &Look::kind);
        html::Happening happening;
        Text what = look == std::end(looks) ? words::e_other : look->what;
        if (look != std::end(looks)) {
            happening.tone = look->tone;
            happening.icon = look->icon;
        }
        happening.what = filled(what_of(*entry, what), language, {detail_of(*entry, directory, language)});
        happening.when = base::spoken_time(entry->at, directory.agency().zone, language);
        happening.iso = base::to_iso(entry->at);
        happening.body = body_of(*entry);
        all.push_back(std::move(happening));
    }
    return html::timeline(all);
}

} // namespace transparency
