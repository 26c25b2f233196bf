// Conditions -> office: the first rule whose conditions all hold wins; what fits none waits in the
// coordinator's queue. A set is made once for each version of the rules and asked for every case; any thread
// may ask it. Never fails: a rule that cannot be read (an area, a word without letters) fits nothing.
#pragma once
#include "agency/directory.h"
#include "cases/route.h"

#include <array>

namespace cases {

/// What rules ask of a case. `text` is masked and lives as long as the question.
struct Matter {
    Kind kind = Kind::complaint;
    std::optional<std::string> topic = {};
    std::optional<std::string> area = {};
    std::optional<double> lat = {}, lon = {};
    agency::AccountId account = {};
    std::string_view text = {};
    base::Time received_at = {};
    /// Whose people it complains about: neither that office nor anything below it gets the case.
    std::optional<OfficeId> conduct_office = {};
};
[[nodiscard]] Matter matter_of(const Case& c);

/// The first condition of a rule that does not hold.
enum class Miss { closed_office, topic, area, kind, channel, time, place, words };

struct Passed {
    agency::RoutingRuleId rule;
    Miss miss = Miss::topic;
    bool operator==(const Passed&) const = default;
};

/// Does an area code stand for the place or something around it? "31.71" covers "31.71.01"; "31.7" nothing.
[[nodiscard]] bool covers(std::string_view area, std::string_view place) noexcept;

class RuleSet {
public:
    /// `rules` in any order; rules of closed offices are passed over.
    RuleSet(std::span<const agency::RoutingRule> rules, const agency::OfficeTree& offices,
            std::span<const agency::Account> accounts = {}, base::Zone zone = base::Zone::wib);

    [[nodiscard]] Route route(const Matter& matter) const;
    /// The rules before the one that fits, or all, each with what it lacks.
    [[nodiscard]] std::vector<Passed> passed(const Matter& matter) const;
    [[nodiscard]] std::size_t size() const noexcept { return rules_.size(); }

private:
    struct Rule {
        agency::RoutingRuleId id;
        OfficeId office;
        bool is_open = true;
        bool is_readable = true;
        std::optional<std::string> topic = {};
        std::optional<std::uint64_t> area = {};
        std::uint32_t kinds = 0; ///< bits of Kind; 0: all
        bool has_channel = false;
        std::vector<agency::AccountId> accounts = {}; ///< sorted; with has_channel
        std::uint8_t days = 0;                        ///< bits, 0 is Monday; 0: all
        int from = 0, until = 0;                      ///< minutes of the day; equal: all
        std::optional<base::Day> first_day = {}, last_day = {};
        std::vector<agency::RulePoint> polygon = {};
        agency::RulePoint low = {}, high = {}; ///< box around the polygon
        std::optional<agency::RuleCircle> circle = {};
        bool has_words = false;
        std::vector<std::uint32_t> phrases = {};
    };
    struct Phrase {
        std::vector<std::string> stems;
    };
    class Asked;

    [[nodiscard]] Rule compiled(const agency::RoutingRule& rule, std::span<const agency::Account> accounts);
    [[nodiscard]] std::uint32_t phrase(std::vector<std::string> stems);
    [[nodiscard]] const Rule* first(Asked& asked) const;
    [[nodiscard]] const std::vector<std::uint32_t>& candidates(const std::optional<std::string>& topic) const;

    agency::OfficeTree offices_;
    base::Zone zone_;
    std::vector<Rule> rules_; ///< in their order
    std::vector<Phrase> phrases_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_first_stem_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_topic_; ///< with those of every topic
    std::vector<std::uint32_t> of_every_topic_;
};

/// That of the directory's own rules, made once and kept with it.
[[nodiscard]] const RuleSet& rules_of(const agency::Directory& directory);
[[nodiscard]] Route route(const agency::Directory& directory, const Matter& matter);

} // namespace cases
