// What would become of a report: the topic and place read in a text, or those chosen, and the rule that takes
// it. Pure; nothing is stored.
#pragma once
#include "agency/directory.h"
#include "cases/routing.h"

namespace administration {

struct Trial {
    std::string text = {};    ///< as a citizen would write it
    std::string topic = {};   ///< chosen instead of read
    std::string area = {};    ///< code, chosen instead of read
    std::string kind = {};    ///< code, chosen instead of read
    std::string account = {}; ///< id; empty: the report page
    base::Time now = {};
};

struct TrialResult {
    std::optional<std::string> topic, area;
    bool is_topic_read = false; ///< in the text
    bool is_area_read = false;
    cases::Kind kind = cases::Kind::complaint;
    bool is_kind_read = false;
    cases::Route route;
    /// Rules before the one that fits, and what each lacks.
    std::vector<cases::Passed> passed;
};

[[nodiscard]] TrialResult try_rules(const agency::Directory& directory, const Trial& trial);
/// What the rules would do with a case that is there.
[[nodiscard]] TrialResult try_rules(const agency::Directory& directory, const cases::Case& c);

} // namespace administration
