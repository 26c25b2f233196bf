#include "real_rules.h"

#include "triage/normalise.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace bench {
namespace {

constexpr int fewest_lines = 15;  ///< of a topic that is worth one
constexpr int fewest_of_word = 4; ///< lines of the topic that hold a word
constexpr double purest = 0.5;    ///< share of all lines with a word that are of the topic
constexpr std::size_t most_words = 25;
constexpr double majority = 0.5;

/// Words and pairs of words, each once.
std::set<std::string> words_of(const std::string& text) {
    std::set<std::string> out;
    std::string previous, word;
    const std::string normal = triage::normalise(text).text + " ";
    for (char c : normal) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            word += c;
            continue;
        }
        if (word.size() > 2) {
            out.insert(word);
            if (!previous.empty()) out.insert(previous + " " + word);
            previous = word;
        }
        word.clear();
    }
    return out;
}

std::vector<std::string> telling_words(const std::map<std::string, int>& of_topic,
                                       const std::map<std::string, int>& of_all) {
    std::vector<std::pair<double, std::string>> ranked;
    for (const auto& [word, count] : of_topic) {
        const double purity = static_cast<double>(count) / (of_all.at(word) + 1);
        if (count >= fewest_of_word && purity >= purest && word.size() <= 60)
            ranked.emplace_back(count * purity, word);
    }
    std::ranges::sort(ranked, std::greater<>());
    std::vector<std::string> out;
    for (std::size_t i = 0; i < std::min(ranked.size(), most_words); ++i)
        out.push_back(ranked[i].second);
    return out;
}

const std::string* most_of(const std::map<std::string, int>& counts, double share) {
    int sum = 0;
    for (const auto& [name, count] : counts)
        sum += count;
    auto most = std::ranges::max_element(counts, {}, &std::pair<const std::string, int>::second);
    return most != counts.end() && most->second >= share * sum ? &most->first : nullptr;
}

/// What a topic's name may be long; the register's longest have 143 bytes.
std::string shortened(const std::string& name) {
    constexpr std::size_t most = 80;
    return name.size() <= most ? name : name.substr(0, name.rfind(' ', most));
}

} // namespace

Learned learn(std::span<const Line> lines, std::size_t older, const places::Region& region) {
    std::map<std::string, std::map<std::string, int>> words, offices;
    std::map<std::string, std::map<std::string, std::map<std::string, int>>> places; // topic, area, office
    std::map<std::string, int> all, sizes;
    std::set<std::string> names;
    std::set<std::string> topics;
    for (const Line& line : lines) {
        names.insert(line.office);
        if (!line.topic.empty()) topics.insert(line.topic);
    }
    for (const Line& line : lines.first(older)) {
        ++sizes[line.topic];
        ++offices[line.topic][line.office];
        if (auto area = area_of(line, region); !area.empty()) ++places[line.topic][area][line.office];
        for (const auto& word : words_of(line.text)) {
            ++words[line.topic][word];
            ++all[word];
        }
    }
    Learned out{.offices = {names.begin(), names.end()}, .topics = {}};
    for (const auto& topic : topics) {
        Learned::Topic each{.name = topic, .words = {}, .office = {}, .by_area = {}};
        if (sizes[topic] >= fewest_lines) each.words = telling_words(words[topic], all);
        if (const auto* office = most_of(offices[topic], majority))
            each.office = *office;
        else
            for (const auto& [area, counts] : places[topic])
                if (const auto* local = most_of(counts, majority)) each.by_area[area] = *local;
        out.topics.push_back(std::move(each));
    }
    return out;
}

base::Result<Made> make_agency(db::Tx& tx, const agency::Change& change, const base::Random& random,
                               const Learned& learned) {
    Made made;
    agency::Agency wanted;
    wanted.name = "Register kota";
    wanted.prefix = "KOT";
    wanted.profile = "sp4n-lapor";
    wanted.regions = {"35.78"};
    auto agency = agency::create_agency(tx, change, random, wanted);
    if (!agency) return base::pass(agency);
    made.agency = agency->id;
    auto root = agency::add_office(tx, change, made.agency,
                                   {.id = {}, .parent = {}, .name = "Pemerintah kota", .short_name = ""});
    if (!root) return base::pass(root);
    made.root = root->id;
    for (const auto& name : learned.offices) {
        auto office = agency::add_office(tx, change, made.agency,
                                         {.id = {}, .parent = root->id, .name = name, .short_name = ""});
        if (!office) return base::pass(office);
        made.offices[name] = office->id;
    }
    int ordinal = 0;
    auto rule = [&](const std::string& topic, const std::optional<std::string>& area,
                    const std::string& office) {
        return agency::add_rule(tx, change, made.agency,
                                {.id = {},
                                 .ordinal = ++ordinal,
                                 .topic = topic,
                                 .area = area,
                                 .office = made.offices.at(office)});
    };
    for (std::size_t i = 0; i < learned.topics.size(); ++i) {
        const auto& topic = learned.topics[i];
        const std::string code = fmt::format("topik-{}", i + 1);
        auto put = agency::put_topic(
            tx, change, made.agency,
            {.code = code, .name_id = shortened(topic.name), .name_en = "", .words = topic.words});
        if (!put) return base::pass(put);
        made.topics[topic.name] = code;
        if (!topic.office.empty())
            if (auto added = rule(code, std::nullopt, topic.office); !added) return base::pass(added);
        for (const auto& [area, office] : topic.by_area)
            if (auto added = rule(code, area, office); !added) return base::pass(added);
    }
    return made;
}

} // namespace bench
