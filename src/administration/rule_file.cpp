#include "administration/rule_file.h"

#include "administration/area_lookup.h"
#include "administration/csv.h"
#include "base/text.h"
#include "places/gazetteer.h"
#include "triage/kind.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace administration {
namespace {

std::optional<std::string> given(std::string_view text) {
    text = base::trim(text);
    return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

/// A backslash before "|" or another one takes it as it is; before anything else it means itself.
std::vector<std::string> list_in(std::string_view text) {
    std::vector<std::string> out;
    std::string part;
    auto end_part = [&] {
        if (auto each = given(part)) out.push_back(std::move(*each));
        part.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_escape =
            text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '|' || text[i + 1] == '\\');
        if (is_escape)
            part += text[++i];
        else if (text[i] == '|' || text[i] == '\n')
            end_part();
        else
            part += text[i];
    }
    end_part();
    return out;
}

/// "-6.2, 106.8"; null when it is not that many numbers.
std::optional<std::vector<double>> numbers_in(std::string_view text, std::size_t count) {
    std::vector<double> out;
    for (auto part : base::split(text, ',')) {
        part = base::trim(part);
        double number = 0;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
        if (error != std::errc() || end != part.data() + part.size()) return std::nullopt;
        out.push_back(number);
    }
    return out.size() == count ? std::optional(out) : std::nullopt;
}

const agency::Office* office_named(std::string_view text, const agency::Directory& directory) {
    const std::string wanted = base::lower_ascii(base::trim(text));
    const agency::Office* found = nullptr;
    for (const auto& [id, code] : agency::codes_of(directory.offices())) {
        const auto* office = directory.office(id);
        if (code == wanted) return office;
        if (base::lower_ascii(office->name) != wanted && base::lower_ascii(office->short_name) != wanted)
            continue;
        if (found) return nullptr; // two of that name: the code tells them apart
        found = office;
    }
    return found;
}

const agency::Account* account_named(std::string_view text, const agency::Directory& directory) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return nullptr;
    for (const auto& account : directory.accounts())
        if (account.network == text.substr(0, colon) && account.name == text.substr(colon + 1))
            return &account;
    return nullptr;
}

std::string joined(const std::vector<std::string>& list) {
    std::string out;
    for (const std::string& each : list) {
        if (!out.empty()) out += '|';
        for (const char c : each) {
            if (c == '|' || c == '\\') out += '\\';
            out += c;
        }
    }
    return out;
}

std::vector<std::string_view> header() {
    std::vector<std::string_view> out;
    boost::mp11::mp_for_each<boost::describe::describe_members<RuleText, boost::describe::mod_public>>(
        [&](auto member) { out.emplace_back(member.name); });
    return out;
}

std::vector<std::string> cells_of(const RuleText& text) {
    std::vector<std::string> out;
    boost::mp11::mp_for_each<boost::describe::describe_members<RuleText, boost::describe::mod_public>>(
        [&](auto member) { out.push_back(text.*member.pointer); });
    return out;
}

/// A spreadsheet keeps an apostrophe that csv_line() put before what looks like a formula.
std::string unquoted(std::string cell) {
    if (cell.starts_with('\'') && looks_like_formula(std::string_view(cell).substr(1))) cell.erase(0, 1);
    return cell;
}

using Rules = std::vector<agency::RoutingRule>;

base::Result<Rules> read_csv(std::string_view bytes, const agency::Directory& directory) {
    auto lines = parse_csv(bytes, header());
    if (!lines) return base::pass(lines);
    Rules out;
    for (auto& line : *lines) {
        RuleText text;
        std::size_t at = 0;
        boost::mp11::mp_for_each<boost::describe::describe_members<RuleText, boost::describe::mod_public>>(
            [&](auto member) { text.*member.pointer = unquoted(std::move(line.cells[at++])); });
        auto rule = rule_of(text, directory);
        if (!rule)
            return base::fail_field("baris " + std::to_string(line.number), "rule.line",
                                    rule.error().field + ": " + rule.error().code);
        out.push_back(std::move(*rule));
    }
    return out;
}

base::Result<Rules> read_json(std::string_view bytes, const agency::Directory& directory) {
    auto value = base::json::parse(bytes);
    if (!value) return base::pass(value);
    const auto* object = value->if_object();
    const auto* list = object ? object->if_contains("rules") : &*value;
    if (!list) return base::fail_field("rules", "field.missing");
    auto entries = base::json::read<std::vector<SetupRule>>(*list);
    if (!entries) return base::pass(entries);
    Rules out;
    for (std::size_t i = 0; i < entries->size(); ++i) {
        auto rule = rule_of((*entries)[i], directory);
        if (!rule)
            return base::fail_field("aturan " + std::to_string(i + 1), "rule.line",
                                    rule.error().field + ": " + rule.error().code);
        out.push_back(std::move(*rule));
    }
    return out;
}

} // namespace

base::json::Object to_json(const SetupRule& rule) {
    base::json::Value all = base::json::to_value(rule);
    base::json::Object out;
    for (auto& [name, value] : all.get_object())
        if (!value.is_array() || !value.get_array().empty()) out[name] = value;
    return out;
}

SetupRule setup_rule_of(const agency::RoutingRule& rule, const agency::Directory& directory) {
    SetupRule out{.topic = rule.topic, .area = rule.area, .office = {}};
    for (const auto& [id, code] : agency::codes_of(directory.offices()))
        if (id == rule.office) out.office = code;
    const auto& more = rule.more;
    out.kinds = more.kinds;
    out.networks = more.networks;
    for (auto id : more.accounts)
        if (const auto* account = directory.account(id))
            out.accounts.push_back(account->network + ":" + account->name);
    out.words = more.words;
    out.polygon = more.polygon;
    out.circle = more.circle;
    out.days = more.days;
    out.from = more.from;
    out.until = more.until;
    out.first_day = more.first_day;
    out.last_day = more.last_day;
    return out;
}

RuleText text_of(const agency::RoutingRule& rule, const agency::Directory& directory) {
    const SetupRule in = setup_rule_of(rule, directory);
    RuleText out{.topic = in.topic.value_or(""),
                 .area = in.area.value_or(""),
                 .office = in.office,
                 .kinds = joined(in.kinds),
                 .networks = joined(in.networks),
                 .accounts = joined(in.accounts),
                 .words = joined(in.words)};
    std::vector<std::string> corners;
    for (const auto& corner : in.polygon)
        corners.push_back(fmt::format("{},{}", corner.lat, corner.lon));
    out.polygon = joined(corners);
    if (in.circle) out.circle = fmt::format("{},{},{}", in.circle->lat, in.circle->lon, in.circle->km);
    out.days = in.days.value_or("");
    out.from = in.from.value_or("");
    out.until = in.until.value_or("");
    out.first_day = in.first_day.value_or("");
    out.last_day = in.last_day.value_or("");
    return out;
}

base::Result<agency::RoutingRule> rule_of(const SetupRule& in, const agency::Directory& directory) {
    agency::RoutingRule out{.id = {}, .topic = in.topic, .area = in.area, .office = {}};
    if (in.topic && !directory.topic(*in.topic)) return base::fail_field("topic", "topic.unknown");
    if (in.area && !places::gazetteer().find(*in.area)) return base::fail_field("area", "area.unknown");
    const auto* office = office_named(in.office, directory);
    if (!office) return base::fail_field("office", in.office.empty() ? "field.missing" : "office.unknown");
    out.office = office->id;
    for (const auto& code : in.kinds) {
        auto kind = base::from_code<triage::Kind>(code, "kinds");
        if (!kind) return base::pass(kind);
        if (!triage::opens_case(*kind)) return base::fail_field("kinds");
    }
    std::vector<agency::AccountId> accounts;
    for (const auto& name : in.accounts) {
        const auto* account = account_named(name, directory);
        if (!account) return base::fail_field("accounts", "account.unknown");
        accounts.push_back(account->id);
    }
    auto more = agency::checked({.kinds = in.kinds,
                                 .networks = in.networks,
                                 .accounts = std::move(accounts),
                                 .words = in.words,
                                 .polygon = in.polygon,
                                 .circle = in.circle,
                                 .days = in.days,
                                 .from = in.from,
                                 .until = in.until,
                                 .first_day = in.first_day,
                                 .last_day = in.last_day});
    if (!more) return base::pass(more);
    out.more = std::move(*more);
    return out;
}

base::Result<agency::RoutingRule> rule_of(const RuleText& text, const agency::Directory& directory) {
    SetupRule in{.topic = given(text.topic), .area = {}, .office = std::string(base::trim(text.office))};
    if (!base::trim(text.area).empty()) {
        auto area = find_area(text.area, directory.agency().regions);
        if (!area) return base::pass(area);
        in.area = *area;
    }
    in.kinds = list_in(text.kinds);
    in.networks = list_in(text.networks);
    in.accounts = list_in(text.accounts);
    in.words = list_in(text.words);
    for (const auto& corner : list_in(text.polygon)) {
        auto point = numbers_in(corner, 2);
        if (!point) return base::fail_field("polygon");
        in.polygon.push_back({(*point)[0], (*point)[1]});
    }
    if (auto circle = given(text.circle)) {
        auto numbers = numbers_in(*circle, 3);
        if (!numbers) return base::fail_field("circle");
        in.circle = agency::RuleCircle{(*numbers)[0], (*numbers)[1], (*numbers)[2]};
    }
    in.days = given(text.days);
    in.from = given(text.from);
    in.until = given(text.until);
    in.first_day = given(text.first_day);
    in.last_day = given(text.last_day);
    return rule_of(in, directory);
}

base::Result<Rules> read_rule_file(std::string_view bytes, const agency::Directory& directory) {
    const auto begin = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const bool is_json = begin != std::string_view::npos && (bytes[begin] == '[' || bytes[begin] == '{');
    auto rules = is_json ? read_json(bytes.substr(begin), directory) : read_csv(bytes, directory);
    if (!rules) return rules;
    if (rules->size() > agency::max_rules) return base::fail(base::Kind::limited, "limit.reached");
    Rules stored(directory.rules().begin(), directory.rules().end());
    for (auto& rule : *rules) {
        auto same = std::ranges::find_if(stored, [&](const auto& each) { return each.says_the_same(rule); });
        if (same == stored.end()) continue;
        rule.id = same->id;
        stored.erase(same);
    }
    return rules;
}

std::string rules_csv(const agency::Directory& directory) {
    std::vector<std::string> names;
    for (auto name : header())
        names.emplace_back(name);
    std::string out = csv_line(names);
    for (const auto& rule : directory.rules())
        out += csv_line(cells_of(text_of(rule, directory)));
    return out;
}

std::string rules_json(const agency::Directory& directory) {
    std::string out = "{\"rules\": [";
    std::string_view between = "\n  ";
    for (const auto& rule : directory.rules()) {
        out += std::string(between) + boost::json::serialize(to_json(setup_rule_of(rule, directory)));
        between = ",\n  ";
    }
    return out + "\n]}\n";
}

} // namespace administration
