#include "desk/hints.h"

#include "places/marks.h"

#include <algorithm>

namespace desk {
namespace {

constexpr std::size_t most_marks = 4;

std::string piece(std::string_view text, std::size_t begin, std::size_t end) {
    return std::string(text.substr(begin, end - begin));
}

std::vector<std::string> pieces(std::string_view text, std::span<const triage::Span> spans) {
    std::vector<std::string> out;
    for (const auto& span : spans) {
        auto word = piece(text, span.begin, span.end);
        if (std::ranges::find(out, word) == out.end()) out.push_back(std::move(word));
    }
    return out;
}

Hint hint_of(std::span<const triage::TopicGuess> guesses, bool abstains) {
    Hint out;
    for (const auto& guess : guesses)
        out.likeliest.push_back({guess.code, guess.p});
    out.is_sure = !abstains && !guesses.empty();
    return out;
}

Hint place_hint(const cases::Case& c, const triage::Reading& reading, std::string_view text) {
    Hint out;
    if (c.area) {
        out.likeliest.push_back({*c.area, c.place_p.value_or(1)});
        out.is_sure = true;
    }
    for (const auto& place : reading.places) {
        if (!c.area && out.likeliest.size() < 3) out.likeliest.push_back({place.area.code, place.p});
        const bool is_meant = c.area ? place.area.code == *c.area : out.likeliest.size() == 1;
        if (is_meant && place.end > place.begin && out.why.empty())
            out.why.push_back(piece(text, place.begin, place.end));
    }
    return out;
}

} // namespace

Hints hints_of(const cases::Case& c, learning::Readers& readers, const agency::Directory& directory) {
    const std::string_view text = c.proposed_text;
    const auto reading = readers.reader().read(
        {.text = text,
         .place_text = c.place_name ? std::string_view(*c.place_name) : std::string_view(),
         .asks_why = true},
        readers.profile_of(directory));
    Hints out;
    out.kind = hint_of(reading.kinds, reading.kind_abstains || !triage::opens_case(reading.kind));
    out.kind.why = pieces(text, reading.kind_why);
    out.topic = hint_of(reading.topics, reading.topic_abstains);
    out.topic.why = pieces(text, reading.topic_why);
    out.office = hint_of(reading.offices, reading.office_abstains);
    std::erase_if(out.office.likeliest, [&](const Hint::Guess& guess) {
        const auto id = base::parse_id_as<agency::OfficeId>(guess.value);
        const auto* office = id ? directory.office(*id) : nullptr;
        return !office || !office->is_active || office->id == c.conduct_office;
    });
    out.office.is_sure = out.office.is_sure && !out.office.likeliest.empty() &&
                         out.office.likeliest.front().value == reading.offices.front().code;
    out.area = place_hint(c, reading, text);
    for (const auto& mark : places::marks_of(text))
        if (out.marks.size() < most_marks) out.marks.push_back(piece(text, mark.begin, mark.end));
    return out;
}

} // namespace desk
