// A report in three questions: what, where, a photo. Pure: the conversation's state and what was said give
// the next question or the report. What is already said is not asked again: a photo with a caption and a
// location need no question at all. The core keeps the state, sends `reply` and takes the report in.
#pragma once
#include "base/language.h"
#include "items/item_in.h"

#include <boost/describe.hpp>

namespace channels::telegram {

enum class Asked { nothing, what, where, photo };

/// Where a conversation stands; as JSON it is kept with the conversation.
struct GuidedState {
    Asked asked = Asked::nothing;
    std::string what;
    std::string where;
    std::optional<items::PlaceIn> place;
    std::vector<items::MediaIn> media;
    int tries = 0; ///< answers to the question that said too little
};
BOOST_DESCRIBE_STRUCT(GuidedState, (), (asked, what, where, place, media, tries))

/// What one message says.
struct Said {
    std::string text;
    std::optional<items::PlaceIn> place;
    std::vector<items::MediaIn> media;
};
[[nodiscard]] Said said_in(const items::ItemIn& item);

struct GuidedReport {
    std::string text; ///< what and, on a line of its own, where
    std::optional<items::PlaceIn> place;
    std::vector<items::MediaIn> media;
};

struct Turn {
    GuidedState state;
    std::string reply; ///< empty: nothing is said
    std::optional<GuidedReport> report = {};
};

/// "/lapor" and "/start" begin, "/batal" ends, "/lewati" leaves the photo out. Outside of a report anything
/// else is not for it: state as before, no reply. Nobody is asked the same more than twice: then what was
/// said counts.
[[nodiscard]] Turn take(GuidedState state, const Said& said, base::Language language);

} // namespace channels::telegram

template <> inline constexpr auto base::codes<channels::telegram::Asked> =
    std::to_array<base::Coded<channels::telegram::Asked>>({
        {channels::telegram::Asked::nothing, "nothing"},
        {channels::telegram::Asked::what, "what"},
        {channels::telegram::Asked::where, "where"},
        {channels::telegram::Asked::photo, "photo"},
    });
