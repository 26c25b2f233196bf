// A row of the routing table: conditions -> office. The lowest ordinal whose conditions all hold wins. What
// can be decided later is not decided here: cases/routing reads the conditions.
#pragma once
#include "agency/account.h"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace agency {

using RoutingRuleId = base::Id<struct RoutingRuleTag>;

struct RulePoint {
    double lat = 0; ///< degrees
    double lon = 0;
    bool operator==(const RulePoint&) const = default;
};
BOOST_DESCRIBE_STRUCT(RulePoint, (), (lat, lon))

struct RuleCircle {
    double lat = 0;
    double lon = 0;
    double km = 0;
    bool operator==(const RuleCircle&) const = default;
};
BOOST_DESCRIBE_STRUCT(RuleCircle, (), (lat, lon, km))

/// Beside topic and area; each that is empty or missing holds for every case. Written as JSON in files and
/// in the table.
struct RuleConditions {
    std::vector<std::string> kinds = {};    ///< any of: "complaint", as triage::Kind writes them
    std::vector<std::string> networks = {}; ///< any of: "form", "mail"
    std::vector<AccountId> accounts = {};   ///< any of
    std::vector<std::string> words = {};    ///< any of: words or phrases, compared by stem
    std::vector<RulePoint> polygon = {};    ///< at least three corners; a case without a point lies in none
    std::optional<RuleCircle> circle = {};
    std::optional<std::string> days = {}; ///< digits of weekdays, 1 is Monday: "12345"
    /// Times of day as "07:30" in the agency's zone, `from` included, `until` not; over midnight when `until`
    /// is the smaller. Both or neither.
    std::optional<std::string> from = {}, until = {};
    std::optional<std::string> first_day = {}, last_day = {}; ///< "2026-11-01", both included
    bool operator==(const RuleConditions&) const = default;

    [[nodiscard]] bool is_empty() const { return *this == RuleConditions{}; }
};
BOOST_DESCRIBE_STRUCT(RuleConditions, (),
                      (kinds, networks, accounts, words, polygon, circle, days, from, until, first_day,
                       last_day))

struct RoutingRule {
    RoutingRuleId id;
    int ordinal = 0;
    std::optional<std::string> topic; ///< null fits every topic
    std::optional<std::string> area; ///< Kepmendagri code, fits itself and all below it; null fits everywhere
    OfficeId office;
    RuleConditions more = {};

    /// The same conditions and office, wherever it stands.
    [[nodiscard]] bool says_the_same(const RoutingRule& other) const {
        return topic == other.topic && area == other.area && office == other.office && more == other.more;
    }
};

inline constexpr std::size_t max_rules = 2'000;
inline constexpr std::size_t max_rule_words = 60;
inline constexpr std::size_t max_corners = 200;

/// Cleans words, checks sizes and forms: field.invalid with the member. What rooms above know (kinds, areas)
/// is theirs to check.
[[nodiscard]] base::Result<RuleConditions> checked(RuleConditions conditions);

} // namespace agency
