// Learning from what people decided: a model of an agency's topics and offices, judged on its newest fifth of
// decided cases before it takes over.
#pragma once
#include "intake/readers.h"
#include "triage/quality.h"

namespace db {
class Database;
}

namespace intake {

/// How often a head was right about the cases held back, now and as learnt.
struct Judged {
    triage::Quality learnt;
    double now = 0; ///< share right of what reads today; 0 where nothing does
};

struct Lesson {
    std::int64_t rows = 0;
    Judged topic, office;
    bool is_better = false; ///< by more than its standard error in one head, and worse in none by as much
    std::optional<triage::Model> model; ///< learnt from all, when it is better
};

inline constexpr std::int64_t fewest_decided_cases = 200;

/// `learn.too_little`: fewer decided cases than that, or all of one office.
[[nodiscard]] base::Result<Lesson> learn_own(db::Database& database, Readers& readers,
                                             const agency::Directory& directory);

} // namespace intake
