#include "referral/letter.h"

#include "base/filled.h"
#include "base/text.h"
#include "cases/visibility.h"
#include "places/gazetteer.h"
#include "referral/letter_words.h"

namespace referral {
namespace {

constexpr auto l = base::Language::id;

std::string topic_of(const LetterInput& in) {
    if (!cases::is_known_to_public(in.c) || !in.c.topic) return {};
    const auto* topic = in.directory.topic(*in.c.topic);
    return topic ? std::string(topic->name(l)) : std::string();
}

/// As much of the place as everybody may know.
std::string place_of(const LetterInput& in) {
    if (!cases::is_known_to_public(in.c) || !in.c.area) return {};
    std::string out = places::gazetteer().full_name(*in.c.area);
    if (cases::may_publish_words(in.c) && in.c.place_name) out = *in.c.place_name + ", " + out;
    return out;
}

} // namespace

Letter letter_of(const LetterInput& in) {
    const auto& agency = in.directory.agency();
    Letter out{.subject = base::filled(letter_words::subject, l, {agency.name, in.c.code}),
               .text = base::filled(letter_words::greeting, l, {in.said.agency}) + "\n\n" +
                       base::filled(letter_words::intro, l, {agency.name, in.c.code}) + "\n\n"};
    auto line = [&](base::Text text, const std::string& value) {
        if (!value.empty()) out.text += base::filled(text, l, {value}) + "\n";
    };
    line(letter_words::topic, topic_of(in));
    line(letter_words::place, place_of(in));
    out.text += "\n" + in.said.text + "\n\n" + std::string(letter_words::answer.in(l)) + "\n" + in.link +
                "\n\n" + std::string(letter_words::no_account.in(l)) + "\n\n-- \n" +
                base::filled(letter_words::footer, l, {agency.name}) + "\n";
    return out;
}

Filing filing_of(const LetterInput& in) {
    const std::string tail =
        "\n\n" + base::filled(letter_words::reference, l, {in.directory.agency().name, in.c.code});
    const std::size_t room = max_description - std::min(max_description, base::length(tail));
    Filing out{.description = std::string(base::first(in.said.text, room)) + tail, .address = place_of(in)};
    if (out.address.empty()) out.address = std::string(letter_words::no_place.in(l));
    if (cases::may_publish_words(in.c)) {
        out.lat = in.c.lat;
        out.lon = in.c.lon;
    }
    return out;
}

} // namespace referral
