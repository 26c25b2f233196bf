#include "cases/rule_pages.h"

#include "base/filled.h"
#include "base/spoken_time.h"
#include "base/text.h"
#include "cases/rule_words.h"
#include "places/gazetteer.h"

#include <fmt/format.h>

#include <algorithm>

namespace cases {
namespace {

namespace words = rule_words;
using base::filled;
using base::Language;

std::string spoken(const std::string& day, Language l) {
    auto read = base::parse_day(day);
    return read ? base::spoken_day(*read, l) : day;
}

std::string weekdays(const std::string& digits, Language l) {
    std::vector<std::string> out;
    for (char digit : digits)
        if (digit >= '1' && digit <= '7')
            out.emplace_back(words::days[static_cast<std::size_t>(digit - '1')].in(l));
    return base::join(out, ", ");
}

std::string places(const agency::RuleConditions& c, Language l) {
    if (c.circle)
        return filled(words::in_circle, l,
                      {fmt::format("{}", c.circle->km), fmt::format("{}", c.circle->lat),
                       fmt::format("{}", c.circle->lon)});
    return filled(words::in_polygon, l, {std::to_string(c.polygon.size())});
}

} // namespace

std::string conditions_sentence(const agency::RoutingRule& rule, const agency::Directory& directory,
                                Language l) {
    const auto& c = rule.more;
    std::vector<std::string> parts;
    if (!c.kinds.empty()) {
        std::vector<std::string> names;
        for (const auto& code : c.kinds) {
            auto kind = base::from_code<Kind>(code);
            names.push_back(kind ? std::string(triage::name(*kind).in(l)) : code);
        }
        parts.push_back(filled(words::only_kinds, l, {base::join(names, ", ")}));
    }
    if (!c.networks.empty()) parts.push_back(filled(words::by_channel, l, {base::join(c.networks, ", ")}));
    if (!c.accounts.empty()) {
        std::vector<std::string> names;
        for (auto id : c.accounts)
            if (const auto* account = directory.account(id)) names.push_back(account->name);
        parts.push_back(filled(words::by_channel, l, {base::join(names, ", ")}));
    }
    if (!c.words.empty()) {
        std::vector<std::string> quoted;
        for (const auto& word : c.words)
            quoted.push_back("\u201C" + word + "\u201D");
        parts.push_back(filled(words::with_words, l, {base::join(quoted, words::or_word.in(l))}));
    }
    if (c.circle || !c.polygon.empty()) parts.push_back(places(c, l));
    if (c.days) parts.push_back(filled(words::on_days, l, {weekdays(*c.days, l)}));
    if (c.from && c.until) parts.push_back(filled(words::in_hours, l, {*c.from, *c.until}));
    if (c.first_day) parts.push_back(filled(words::since_day, l, {spoken(*c.first_day, l)}));
    if (c.last_day) parts.push_back(filled(words::until_day, l, {spoken(*c.last_day, l)}));
    return base::join(parts, ", ");
}

std::string rule_sentence(const agency::RoutingRule& rule, const agency::Directory& directory, Language l) {
    std::string out(words::every_topic.in(l));
    if (rule.topic) {
        const auto* topic = directory.topic(*rule.topic);
        out = topic ? topic->name(l) : *rule.topic;
    }
    if (rule.area) {
        const auto name = places::gazetteer().full_name(*rule.area);
        out += " " + filled(words::in_area, l, {name.empty() ? *rule.area : name});
    }
    const auto more = conditions_sentence(rule, directory, l);
    return more.empty() ? out : out + ", " + more;
}

} // namespace cases
