// What reading the words of a case says now, for who verifies it: suggestions with their chances and the
// words that decided. Pure; what is not sure says so.
#pragma once
#include "cases/case.h"
#include "learning/readers.h"

namespace desk {

struct Hint {
    struct Guess {
        std::string value; ///< a code or an id
        double p = 0;
    };
    std::vector<Guess> likeliest = {}; ///< the likeliest first, at most three
    bool is_sure = false;
    std::vector<std::string> why = {}; ///< words of the text
};

struct Hints {
    Hint kind, topic, area;
    Hint office; ///< from what people of the agency decided; empty without its own model
    std::vector<std::string> marks = {}; ///< streets, RT/RW, kilometres, landmarks, as the text has them
};

/// Of the masked words. The place is the one that the case has, with the words that name it.
[[nodiscard]] Hints hints_of(const cases::Case& c, learning::Readers& readers,
                             const agency::Directory& directory);

} // namespace desk
