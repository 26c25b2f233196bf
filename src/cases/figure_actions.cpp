#include "cases/figure_actions.h"

#include "cases/case_store.h"
#include "cases/figure_store.h"

#include <fmt/format.h>

#include <charconv>

namespace cases {
namespace {

struct Kept {
    Grain grain = Grain::day;
    Periods periods;
};

std::int64_t month_number(std::chrono::year_month_day date) {
    return static_cast<int>(date.year()) * 12 + static_cast<unsigned>(date.month()) - 1;
}

/// Whole months are read by month, a few rows each; anything else by day.
Kept kept_for(const Span& span, base::Zone zone) {
    const std::chrono::year_month_day first{base::local_day(span.from, zone)};
    const base::Day last_day = base::local_day(span.until - base::Duration(1), zone);
    const std::chrono::year_month_day last{last_day};
    const std::chrono::year_month_day next{last_day + std::chrono::days(1)};
    // What is received after today belongs to no period; a month that is not over yet is whole so far.
    const bool from_first = first.day() == std::chrono::day(1);
    const bool is_over = next.day() == std::chrono::day(1);
    if (from_first && (is_over || span.is_until_now))
        return {Grain::month, {month_number(first), month_number(last)}};
    return {Grain::day, {base::Day{first}.time_since_epoch().count(), last_day.time_since_epoch().count()}};
}

std::string month_name(std::int64_t number) {
    return fmt::format("{:04}-{:02}", number / 12, number % 12 + 1);
}

NamedNumbers one_of(std::vector<NamedNumbers> rows) {
    return rows.empty() ? NamedNumbers{} : rows.front();
}

void add(NamedNumbers& to, const NamedNumbers& from) {
    to.received += from.received;
    to.done += from.done;
    to.in_time += from.in_time;
    to.claimed += from.claimed;
    to.contested += from.contested;
    to.open += from.open;
    to.overdue += from.overdue;
    to.scheduled += from.scheduled;
}

std::vector<NamedNumbers> by_month(db::Tx& tx, base::AgencyId agency, const Kept& kept) {
    std::vector<NamedNumbers> out;
    for (const auto& row : sum_by_period(tx, agency, kept.grain, kept.periods)) {
        std::int64_t number = 0;
        std::from_chars(row.name.data(), row.name.data() + row.name.size(), number);
        if (kept.grain == Grain::day) number = month_number(base::Day{std::chrono::days(number)});
        auto name = month_name(number);
        if (out.empty() || out.back().name != name) out.push_back({.name = std::move(name)});
        add(out.back(), row);
    }
    return out;
}

} // namespace

PublicFigures public_figures(db::Tx& tx, base::AgencyId agency, base::Zone zone, const Span& span) {
    const Kept kept = kept_for(span, zone);
    auto by = [&](Dimension dimension) {
        return sum_by_name(tx, agency, kept.grain, dimension, kept.periods);
    };
    return {.by_office = by(Dimension::office),
            .by_topic = by(Dimension::topic),
            .by_regency = by(Dimension::regency),
            .by_month = by_month(tx, agency, kept)};
}

NamedNumbers public_totals(db::Tx& tx, base::AgencyId agency, base::Zone zone, const Span& span) {
    const Kept kept = kept_for(span, zone);
    return one_of(sum_by_name(tx, agency, kept.grain, Dimension::all, kept.periods));
}

NamedNumbers public_totals(db::Tx& tx, base::AgencyId agency) {
    return one_of(sum_by_name(tx, agency, Grain::month, Dimension::all, {}));
}

std::vector<NamedNumbers> public_numbers_by_regency(db::Tx& tx, base::AgencyId agency) {
    return sum_by_name(tx, agency, Grain::month, Dimension::regency, {});
}

MeasuredCases measured_cases(db::Tx& tx, base::AgencyId agency, const MeasureListing& listing) {
    MeasureListing one_more = listing;
    ++one_more.limit;
    auto keys = list_measured(tx, agency, one_more);
    MeasuredCases out;
    out.has_more = std::ssize(keys) > listing.limit;
    if (out.has_more) keys.pop_back();
    out.rows = find_all(tx, agency, keys);
    return out;
}

} // namespace cases
