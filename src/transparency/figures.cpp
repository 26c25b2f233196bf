#include "transparency/figures.h"

#include "base/encode.h"
#include "base/spoken_time.h"
#include "places/gazetteer.h"
#include "transparency/figures_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace transparency {
namespace {

using cases::Numbers;

std::vector<FigureRow> rows_of(const std::vector<cases::NamedNumbers>& named) {
    std::vector<FigureRow> out;
    for (const auto& each : named)
        out.push_back({each.name.empty() ? "-" : each.name, each.numbers()});
    return out;
}

std::vector<FigureRow> largest_first(const std::vector<cases::NamedNumbers>& named) {
    auto out = rows_of(named);
    std::ranges::sort(out, [](const FigureRow& a, const FigureRow& b) {
        // What belongs nowhere stands last, however much it is.
        if ((a.key == "-") != (b.key == "-")) return b.key == "-";
        if (a.numbers.received != b.numbers.received) return a.numbers.received > b.numbers.received;
        return a.key < b.key;
    });
    return out;
}

std::vector<FigureRow> in_tree_order(const std::vector<cases::NamedNumbers>& named,
                                     const agency::Directory& directory) {
    std::map<std::string, Numbers> rest;
    for (const auto& row : rows_of(named))
        rest[row.key] = row.numbers;
    std::vector<FigureRow> out;
    for (const auto& office : directory.offices().all())
        if (auto node = rest.extract(base::to_string(office.id))) out.push_back({node.key(), node.mapped()});
    for (const auto& [key, numbers] : rest)
        out.push_back({key, numbers});
    return out;
}

} // namespace

FigureTables tables_of(const cases::PublicFigures& figures, const agency::Directory& directory) {
    FigureTables out;
    out.by_office = in_tree_order(figures.by_office, directory);
    out.by_topic = largest_first(figures.by_topic);
    out.by_regency = largest_first(figures.by_regency);
    out.by_month = rows_of(figures.by_month);
    std::ranges::reverse(out.by_month);
    for (const auto& month : out.by_month)
        out.total += month.numbers;
    return out;
}

std::string row_name(Table dimension, const std::string& key, const agency::Directory& directory,
                     base::Language l) {
    switch (dimension) {
    case Table::office: {
        if (key == "-") return std::string(words::no_office.in(l));
        auto id = base::parse_id_as<agency::OfficeId>(key);
        const auto* office = id ? directory.office(*id) : nullptr;
        return office ? office->name : std::string(words::no_office.in(l));
    }
    case Table::topic: {
        if (key == "-") return std::string(words::no_topic.in(l));
        const auto* topic = directory.topic(key);
        return topic ? topic->name(l) : key;
    }
    case Table::regency: {
        if (key == "-") return std::string(words::without_place.in(l));
        auto area = places::gazetteer().find(key);
        return area ? places::gazetteer().everyday_name(key) : key;
    }
    case Table::month: {
        auto day = base::parse_day(key + "-01");
        return day ? base::spoken_month(*day, l) : key;
    }
    }
    return key;
}

FigureQuery narrowed(FigureQuery query, Table dimension, const std::string& key) {
    switch (dimension) {
    case Table::office: query.office = key; break;
    case Table::topic: query.topic = key; break;
    case Table::regency: query.regency = key; break;
    case Table::month: query.month = key; break;
    }
    return query;
}

std::string query_of(const FigureQuery& query) {
    std::string out = "angka=" + std::string(base::code_of(query.measure)) + "&" + query_of(query.period);
    if (!query.month.empty()) out += "&pada=" + base::percent_encode(query.month);
    if (!query.office.empty()) out += "&unit=" + base::percent_encode(query.office);
    if (query.with_below) out += "&termasuk=bawahan";
    if (!query.topic.empty()) out += "&topik=" + base::percent_encode(query.topic);
    if (!query.regency.empty()) out += "&wilayah=" + base::percent_encode(query.regency);
    return out;
}

std::int64_t percent(std::int64_t part, std::int64_t whole) noexcept {
    return whole == 0 ? 0 : (part * 200 + whole) / (2 * whole);
}

} // namespace transparency
