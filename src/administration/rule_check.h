// What is wrong with a set of routing rules before anybody reports: rules that nothing reaches, topics and
// areas that no rule sends anywhere. Pure; the rule itself is cases::route.
#pragma once
#include "agency/directory.h"

namespace administration {

/// Why nothing ever reaches a rule.
enum class Fault {
    closed_office,  ///< its office is closed
    closed_topic,   ///< its topic is no longer used
    unknown_office, ///< its office is not there
    hidden,         ///< an earlier rule takes all that it would take
};

struct FaultyRule {
    agency::RoutingRuleId rule;
    Fault fault = Fault::hidden;
    std::optional<agency::RoutingRuleId> by = {}; ///< with Fault::hidden
    bool operator==(const FaultyRule&) const = default;
};
[[nodiscard]] std::vector<FaultyRule> faulty_rules(const agency::Directory& directory);

/// Where cases of an active topic wait in the coordinator's queue because no rule fits.
struct Gap {
    std::string topic;
    bool has_rule = false;          ///< false: no rule at all names or fits the topic
    std::vector<std::string> areas; ///< the largest areas of the agency's regions without an office
    bool operator==(const Gap&) const = default;
};
/// In the order of the topics; nothing for topics that go somewhere from everywhere.
[[nodiscard]] std::vector<Gap> gaps(const agency::Directory& directory);

/// Two rules that may both fit a case and lead to different offices: their order alone decides.
struct Conflict {
    agency::RoutingRuleId first, later;
    bool operator==(const Conflict&) const = default;
};
/// The first so many, in the order of the rules.
[[nodiscard]] std::vector<Conflict> conflicts(const agency::Directory& directory, std::size_t most = 20);

/// What an office says that it serves, and no rule sends all of it there.
struct Unserved {
    agency::OfficeService service;
    std::optional<agency::OfficeId> goes_to; ///< null: the coordinator's queue
    bool is_partly = false;                  ///< some of it may reach the office
};
[[nodiscard]] std::vector<Unserved> unserved(const agency::Directory& directory);

} // namespace administration
