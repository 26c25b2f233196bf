// What reading a text says about it. Plain values.
#pragma once
#include "places/resolve.h"
#include "triage/kind.h"
#include "triage/mask.h"

#include <optional>
#include <string>
#include <vector>

namespace triage {

/// Why a text is urgent, in the order of weight when several hold.
enum class Danger : std::uint8_t {
    none,
    death,
    fire,
    medical,
    violence,
    electric,
    collapse,
    flood,
    injury,
    accident,
    gas,
    child
};

[[nodiscard]] base::Text name(Danger danger) noexcept; ///< "Kabel atau listrik berbahaya"

struct Span {
    std::size_t begin = 0; ///< bytes of the text as it was given
    std::size_t end = 0;
    bool operator==(const Span&) const = default;
};

struct Urgency {
    double value = 0; ///< 0..1
    Danger reason = Danger::none;
    std::vector<Span> words; ///< what made it urgent
};

struct TopicGuess { ///< a code of a topic, an office or a kind
    std::string code;
    double p = 0;
};

enum class Sentiment : std::uint8_t { negative, neutral, positive };
/// The main language; mixed: two are blended.
enum class Tongue : std::uint8_t { id, jv, su, en, mixed };

/// What a head of a model said.
template <class Label> struct Said {
    Label label{};
    double p = 0;
    bool abstains = true;
};

struct Reading {
    Kind kind = Kind::other; ///< the likeliest, also when it abstains
    double kind_p = 0;
    bool kind_abstains = true;          ///< not sure: a person decides
    std::vector<TopicGuess> kinds = {}; ///< the likeliest first, three; `kind` is the first
    std::vector<Span> kind_why; ///< the words that spoke for it, the heaviest first; only when asked for
    std::vector<TopicGuess>
        topics; ///< the likeliest first, at most three; empty when no word of a topic stands there
    bool topic_abstains = true;
    std::vector<Span> topic_why;     ///< likewise
    std::vector<TopicGuess> offices; ///< by the agency's own history alone: its names for them; at most three
    bool office_abstains = true;
    Said<Sentiment> sentiment;
    Said<bool> abuse;
    Said<Tongue> language;
    Urgency urgency;
    std::vector<places::Candidate>
        places;                 ///< the likeliest first; begin == end where the address or the point told it
    bool place_abstains = true; ///< no candidate is sure enough to route by
    std::vector<Mask> masks;
    std::string masked; ///< the text without private data: what may be searched and proposed as public_text
};

} // namespace triage

template <> inline constexpr auto base::codes<triage::Danger> = std::to_array<base::Coded<triage::Danger>>({
    {triage::Danger::none, "none"},
    {triage::Danger::death, "death"},
    {triage::Danger::fire, "fire"},
    {triage::Danger::medical, "medical"},
    {triage::Danger::violence, "violence"},
    {triage::Danger::electric, "electric"},
    {triage::Danger::collapse, "collapse"},
    {triage::Danger::flood, "flood"},
    {triage::Danger::injury, "injury"},
    {triage::Danger::accident, "accident"},
    {triage::Danger::gas, "gas"},
    {triage::Danger::child, "child"},
});

template <> inline constexpr auto base::codes<triage::Sentiment> =
    std::to_array<base::Coded<triage::Sentiment>>({
        {triage::Sentiment::negative, "negative"},
        {triage::Sentiment::neutral, "neutral"},
        {triage::Sentiment::positive, "positive"},
    });
template <> inline constexpr auto base::codes<triage::Tongue> = std::to_array<base::Coded<triage::Tongue>>({
    {triage::Tongue::id, "id"},
    {triage::Tongue::jv, "jv"},
    {triage::Tongue::su, "su"},
    {triage::Tongue::en, "en"},
    {triage::Tongue::mixed, "mixed"},
});
