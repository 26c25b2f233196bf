// /meja/atur/kata: an agency's own slang and abbreviations, tried on a sentence before they count. Takes
// plain data.
#pragma once
#include "administration/frame_pages.h"
#include "agency/own_lexicon.h"
#include "triage/reading.h"

#include <map>

namespace administration {

/// A sentence as it is read without the agency's own lines and with them.
struct LexiconTrial {
    struct Read {
        std::string words; ///< written out
        std::string kind, topic;
        double kind_p = 0, topic_p = 0;
    };
    std::string text;
    Read without, with;
};

struct LexiconView {
    std::string wanted; ///< only lines that hold this are shown
    std::vector<agency::OwnWordsVersion> history = {};
    std::map<std::int64_t, std::string> names = {}; ///< of staff in the history
    std::optional<LexiconTrial> trial = {};
};

inline constexpr std::size_t most_lexicon_rows = 200;

[[nodiscard]] html::Markup lexicon_page(const Frame& frame, const LexiconView& view,
                                        const Filled& filled = {});

} // namespace administration
