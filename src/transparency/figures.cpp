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
using Sums = std::map<std::string, Numbers>;

std::vector<FigureRow> largest_first(const Sums& sums) {
    std::vector<FigureRow> out;
    for (const auto& [key, numbers] : sums)
        out.push_back({key, numbers});
    std::ranges::sort(out, [](const FigureRow& a, const FigureRow& b) {
        // What belongs nowhere stands last, however much it is.
        if ((a.key == "-") != (b.key == "-")) return b.key == "-";
        if (a.numbers.received != b.numbers.received) return a.numbers.received > b.numbers.received;
        return a.key < b.key;
    });
    return out;
}

std::vector<FigureRow> in_tree_order(const Sums& sums, const agency::Directory& directory) {
    std::vector<FigureRow> out;
    Sums rest = sums;
    for (const auto& office : directory.offices().all())
        if (auto node = rest.extract(base::to_string(office.id))) out.push_back({node.key(), node.mapped()});
    for (const auto& [key, numbers] : rest)
        out.push_back({key, numbers});
    return out;
}

std::string month_of(std::int64_t day) {
    const std::chrono::year_month_day date{base::Day{std::chrono::days{day}}};
    return fmt::format("{:04}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()));
}

} // namespace

FigureTables tables_of(const std::vector<cases::FigureCell>& cells, const std::vector<cases::DayCell>& days,
                       const agency::Directory& directory) {
    FigureTables out;
    Sums offices, topics, regencies, months;
    for (const auto& cell : cells) {
        const Numbers numbers = cell.numbers();
        out.total += numbers;
        offices[cell.office ? base::to_string(*cell.office) : "-"] += numbers;
        topics[cell.topic.value_or("-")] += numbers;
        regencies[cell.regency.value_or("-")] += numbers;
    }
    for (const auto& day : days)
        months[month_of(day.day)] += day.numbers();
    out.by_office = in_tree_order(offices, directory);
    out.by_topic = largest_first(topics);
    out.by_regency = largest_first(regencies);
    for (auto month = months.rbegin(); month != months.rend(); ++month)
        out.by_month.push_back({month->first, month->second});
    return out;
}

std::string row_name(Dimension dimension, const std::string& key, const agency::Directory& directory,
                     base::Language l) {
    switch (dimension) {
    case Dimension::office: {
        if (key == "-") return std::string(words::no_office.in(l));
        auto id = base::parse_id_as<agency::OfficeId>(key);
        const auto* office = id ? directory.office(*id) : nullptr;
        return office ? office->name : std::string(words::no_office.in(l));
    }
    case Dimension::topic: {
        if (key == "-") return std::string(words::no_topic.in(l));
        const auto* topic = directory.topic(key);
        return topic ? topic->name(l) : key;
    }
    case Dimension::regency: {
        if (key == "-") return std::string(words::without_place.in(l));
        auto area = places::gazetteer().find(key);
        return area ? places::gazetteer().everyday_name(key) : key;
    }
    case Dimension::month: {
        auto day = base::parse_day(key + "-01");
        return day ? base::spoken_month(*day, l) : key;
    }
    }
    return key;
}

FigureQuery narrowed(FigureQuery query, Dimension dimension, const std::string& key) {
    switch (dimension) {
    case Dimension::office: query.office = key; break;
    case Dimension::topic: query.topic = key; break;
    case Dimension::regency: query.regency = key; break;
    case Dimension::month: query.month = key; break;
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
