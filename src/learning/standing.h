// Which model reads for an agency now, and how it came to be. Plain.
#pragma once
#include "learning/history.h"

namespace learning {

/// What is in use, and what it came from.
struct Standing {
    std::string model;                    ///< sum of its bytes; empty: what is shipped
    std::optional<Entry> took_over;       ///< by which that came into use; none: shipped, or brought by hand
    std::optional<base::Time> changed_at; ///< since when it is in use
    bool has_before = false;              ///< there is something to go back to
    bool is_back = false;                 ///< a person went back: the button leads forward again
    std::int64_t decisions = 0;
    std::vector<Entry> history; ///< the newest first
};
} // namespace learning
