// Routing rules as people write them: a line of a table (CSV), an entry of a JSON file, or a form. Offices
// are named by code, name or short name; accounts as "mail:aduan@instansi.example". Fails with field.* and
// the column, a file with `import.line` or the path of the entry.
#pragma once
#include "agency/directory.h"
#include "base/json.h"

namespace administration {

/// An entry of a setup file and of a JSON file of rules, in the order in which rules are read.
struct SetupRule {
    std::optional<std::string> topic, area;
    std::string office;
    std::vector<std::string> kinds = {}, networks = {}, accounts = {}, words = {};
    std::vector<agency::RulePoint> polygon = {};
    std::optional<agency::RuleCircle> circle = {};
    std::optional<std::string> days = {}, from = {}, until = {}, first_day = {}, last_day = {};
};
BOOST_DESCRIBE_STRUCT(SetupRule, (),
                      (topic, area, office, kinds, networks, accounts, words, polygon, circle, days, from,
                       until, first_day, last_day))

/// JSON of a rule without the lists that are empty.
[[nodiscard]] base::json::Object to_json(const SetupRule& rule);

/// The cells of a line: lists are separated by "|" or line ends ("\\|" is a "|" of a word, "\\\\" a
/// backslash), corners are "-6.2,106.8".
struct RuleText {
    std::string topic = {}, area = {}, office = {}, kinds = {}, networks = {}, accounts = {}, words = {},
                polygon = {}, circle = {}, days = {}, from = {}, until = {}, first_day = {}, last_day = {};
};
BOOST_DESCRIBE_STRUCT(RuleText, (),
                      (topic, area, office, kinds, networks, accounts, words, polygon, circle, days, from,
                       until, first_day, last_day))

[[nodiscard]] SetupRule setup_rule_of(const agency::RoutingRule& rule, const agency::Directory& directory);
[[nodiscard]] RuleText text_of(const agency::RoutingRule& rule, const agency::Directory& directory);

/// A rule without an id. Topic, area, kinds, accounts and office must be known to the agency.
[[nodiscard]] base::Result<agency::RoutingRule> rule_of(const SetupRule& rule,
                                                        const agency::Directory& directory);
/// Areas also by name.
[[nodiscard]] base::Result<agency::RoutingRule> rule_of(const RuleText& text,
                                                        const agency::Directory& directory);

/// A whole file: JSON when it begins with "[" or "{", else CSV. Rules that say what a rule of the agency says
/// keep its id.
[[nodiscard]] base::Result<std::vector<agency::RoutingRule>>
read_rule_file(std::string_view bytes, const agency::Directory& directory);
[[nodiscard]] std::string rules_csv(const agency::Directory& directory);
[[nodiscard]] std::string rules_json(const agency::Directory& directory);

} // namespace administration
