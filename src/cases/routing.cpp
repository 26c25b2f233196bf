#include "cases/routing.h"

#include "cases/rule_place.h"
#include "cases/rule_time.h"
#include "places/area.h"
#include "triage/terms.h"

#include <algorithm>

namespace cases {

/// One matter, with what is found out of it once for all rules.
class RuleSet::Asked {
public:
    Asked(const RuleSet& set, const Matter& matter)
        : set_(set), matter_(matter), area_(matter.area ? places::code_number(*matter.area) : std::nullopt) {}

    [[nodiscard]] const Matter& matter() const { return matter_; }

    [[nodiscard]] std::optional<Miss> miss(const Rule& rule) {
        if (!rule.is_open) return Miss::closed_office;
        if (rule.topic && rule.topic != matter_.topic) return Miss::topic;
        if (rule.area && !(area_ && places::lies_within(*area_, *rule.area))) return Miss::area;
        if (rule.kinds != 0 && !(rule.kinds >> static_cast<unsigned>(matter_.kind) & 1U)) return Miss::kind;
        if (rule.has_channel && !std::ranges::binary_search(rule.accounts, matter_.account))
            return Miss::channel;
        if (!is_in_time(rule)) return Miss::time;
        if (!is_there(rule)) return Miss::place;
        if (rule.has_words && !says_any(rule)) return Miss::words;
        if (!rule.is_readable) return Miss::area;
        return std::nullopt;
    }

private:
    bool is_in_time(const Rule& rule) {
        if (rule.days == 0 && rule.from == rule.until && !rule.first_day && !rule.last_day) return true;
        if (!moment_) moment_ = moment_of(matter_.received_at, set_.zone_);
        if (rule.days != 0 && !(rule.days >> moment_->weekday & 1U)) return false;
        if (rule.first_day && moment_->day < *rule.first_day) return false;
        if (rule.last_day && moment_->day > *rule.last_day) return false;
        return is_within(moment_->minute, rule.from, rule.until);
    }

    bool is_there(const Rule& rule) const {
        if (rule.polygon.empty() && !rule.circle) return true;
        if (!matter_.lat || !matter_.lon) return false;
        const agency::RulePoint point{*matter_.lat, *matter_.lon};
        if (rule.circle && !lies_in(point, *rule.circle)) return false;
        if (rule.polygon.empty()) return true;
        const bool is_in_box = point.lat >= rule.low.lat && point.lat <= rule.high.lat &&
                               point.lon >= rule.low.lon && point.lon <= rule.high.lon;
        return is_in_box && lies_in(point, rule.polygon);
    }

    bool says_any(const Rule& rule) {
        if (!has_read_) read();
        return std::ranges::any_of(rule.phrases, [&](std::uint32_t each) { return said_[each]; });
    }

    void read() {
        has_read_ = true;
        said_.assign(set_.phrases_.size(), false);
        const auto terms = triage::terms(matter_.text);
        for (std::size_t at = 0; at < terms.size(); ++at) {
            const auto begins = set_.by_first_stem_.find(terms[at].stem);
            if (begins == set_.by_first_stem_.end()) continue;
            for (std::uint32_t each : begins->second) {
                const auto& stems = set_.phrases_[each].stems;
                if (at + stems.size() > terms.size()) continue;
                bool is_here = true;
                for (std::size_t i = 1; i < stems.size() && is_here; ++i)
                    is_here = terms[at + i].stem == stems[i];
                if (is_here) said_[each] = true;
            }
        }
    }

    const RuleSet& set_;
    const Matter& matter_;
    std::optional<std::uint64_t> area_;
    std::optional<Moment> moment_;
    bool has_read_ = false;
    std::vector<bool> said_; ///< by phrase
};

Matter matter_of(const Case& c) {
    return {.kind = c.kind,
            .topic = c.topic,
            .area = c.area,
            .lat = c.lat,
            .lon = c.lon,
            .account = c.account,
            .text = c.proposed_text,
            .received_at = c.received_at,
            .conduct_office = c.conduct_office};
}

bool covers(std::string_view area, std::string_view place) noexcept {
    if (area.empty() || !place.starts_with(area)) return false;
    return place.size() == area.size() || place[area.size()] == '.';
}

RuleSet::RuleSet(std::span<const agency::RoutingRule> rules, const agency::OfficeTree& offices,
                 std::span<const agency::Account> accounts, base::Zone zone)
    : offices_(offices), zone_(zone) {
    std::vector<const agency::RoutingRule*> ordered;
    for (const auto& rule : rules)
        ordered.push_back(&rule);
    std::ranges::sort(ordered, {}, [](const auto* rule) { return std::pair(rule->ordinal, rule->id.value); });
    for (const auto* rule : ordered)
        rules_.push_back(compiled(*rule, accounts));

    for (const Rule& rule : rules_)
        if (rule.topic) by_topic_[*rule.topic];
    for (std::uint32_t at = 0; at < rules_.size(); ++at) {
        const Rule& rule = rules_[at];
        if (rule.topic) {
            by_topic_[*rule.topic].push_back(at);
            continue;
        }
        of_every_topic_.push_back(at);
        for (auto& [topic, list] : by_topic_)
            list.push_back(at);
    }
}

RuleSet::Rule RuleSet::compiled(const agency::RoutingRule& rule, std::span<const agency::Account> accounts) {
    const auto& more = rule.more;
    const agency::Office* office = offices_.find(rule.office);
    Rule out{.id = rule.id, .office = rule.office, .is_open = office && office->is_active};
    out.topic = rule.topic;
    if (rule.area) {
        out.area = places::code_number(*rule.area);
        out.is_readable = out.area.has_value();
    }
    for (const auto& code : more.kinds) {
        auto kind = base::from_code<Kind>(code);
        if (kind)
            out.kinds |= 1U << static_cast<unsigned>(*kind);
        else
            out.is_readable = false;
    }
    out.has_channel = !more.networks.empty() || !more.accounts.empty();
    for (const auto& account : accounts) {
        const bool is_network =
            more.networks.empty() || std::ranges::find(more.networks, account.network) != more.networks.end();
        const bool is_account =
            more.accounts.empty() || std::ranges::find(more.accounts, account.id) != more.accounts.end();
        if (out.has_channel && is_network && is_account) out.accounts.push_back(account.id);
    }
    std::ranges::sort(out.accounts);

    for (char digit : more.days.value_or(""))
        if (digit >= '1' && digit <= '7') out.days |= static_cast<std::uint8_t>(1U << (digit - '1'));
    out.from = minute_of(more.from.value_or(""));
    out.until = minute_of(more.until.value_or(""));
    if (more.first_day)
        if (auto day = base::parse_day(*more.first_day)) out.first_day = *day;
    if (more.last_day)
        if (auto day = base::parse_day(*more.last_day)) out.last_day = *day;

    out.polygon = more.polygon;
    if (!out.polygon.empty()) std::tie(out.low, out.high) = box_of(out.polygon);
    out.circle = more.circle;
    out.has_words = !more.words.empty();
    for (const auto& words : more.words) {
        std::vector<std::string> stems;
        for (auto& term : triage::terms(words))
            stems.push_back(std::move(term.stem));
        if (!stems.empty()) out.phrases.push_back(phrase(std::move(stems)));
    }
    return out;
}

std::uint32_t RuleSet::phrase(std::vector<std::string> stems) {
    auto& begun = by_first_stem_[stems.front()];
    for (std::uint32_t each : begun)
        if (phrases_[each].stems == stems) return each;
    const auto at = static_cast<std::uint32_t>(phrases_.size());
    begun.push_back(at);
    phrases_.push_back({std::move(stems)});
    return at;
}

const std::vector<std::uint32_t>& RuleSet::candidates(const std::optional<std::string>& topic) const {
    const auto found = topic ? by_topic_.find(*topic) : by_topic_.end();
    return found == by_topic_.end() ? of_every_topic_ : found->second;
}

const RuleSet::Rule* RuleSet::first(Asked& asked) const {
    for (std::uint32_t at : candidates(asked.matter().topic))
        if (!asked.miss(rules_[at])) return &rules_[at];
    return nullptr;
}

Route RuleSet::route(const Matter& matter) const {
    Asked asked(*this, matter);
    const Rule* rule = first(asked);
    const auto conduct = matter.conduct_office;
    if (!conduct) return rule ? Route{rule->office, rule->id, Why::rule} : Route{};
    if (rule && !offices_.is_below(rule->office, *conduct)) return {rule->office, rule->id, Why::rule};

    const auto by = rule ? std::optional(rule->id) : std::nullopt;
    for (const agency::Office* up = offices_.parent_of(*conduct); up; up = offices_.parent_of(up->id))
        if (up->is_active) return {up->id, by, Why::conduct_up};
    return {std::nullopt, by, Why::conduct_top};
}

std::vector<Passed> RuleSet::passed(const Matter& matter) const {
    Asked asked(*this, matter);
    std::vector<Passed> out;
    for (const Rule& rule : rules_) {
        const auto miss = asked.miss(rule);
        if (!miss) break;
        out.push_back({rule.id, *miss});
    }
    return out;
}

const RuleSet& rules_of(const agency::Directory& directory) {
    return directory.derived<RuleSet>([&] {
        return RuleSet(directory.rules(), directory.offices(), directory.accounts(), directory.agency().zone);
    });
}

Route route(const agency::Directory& directory, const Matter& matter) {
    return rules_of(directory).route(matter);
}

} // namespace cases
