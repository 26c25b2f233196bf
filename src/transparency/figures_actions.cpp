#include "transparency/figures_actions.h"

#include "cases/figure_actions.h"
#include "cases/rating_actions.h"
#include "db/database.h"
#include "transparency/board_actions.h"

namespace transparency {
namespace {

constexpr base::Duration kept_for = std::chrono::seconds(1);
/// Agencies times periods; more than that is somebody trying addresses, and the oldest may go.
constexpr std::size_t most_entries = 200;

cases::Which which(const std::string& text) {
    if (text.empty()) return cases::Which::any;
    return text == "-" ? cases::Which::none : cases::Which::one;
}

/// The part of the period that is that month; nothing of it when they do not meet.
base::Result<cases::Span> span_in(const FigureQuery& query, base::Time now, base::Zone zone) {
    cases::Span span = span_of(query.period, now, zone);
    if (query.month.empty()) return span;
    auto day = base::parse_day(query.month + "-01");
    if (!day) return base::fail_field("pada");
    const std::chrono::year_month_day first{*day};
    const Period month{PeriodKind::month, static_cast<int>(first.year()),
                       static_cast<unsigned>(first.month())};
    const cases::Span inner = span_of(month, now, zone);
    return cases::Span{std::max(span.from, inner.from), std::min(span.until, inner.until)};
}

} // namespace

FigureTables read_figures(db::Tx& tx, const agency::Directory& directory, const Period& period,
                          base::Time now) {
    const auto zone = directory.agency().zone;
    const auto span = span_of(period, now, zone);
    auto out = tables_of(cases::public_figures(tx, directory.id(), zone, span), directory);
    out.stars = cases::added(cases::stars_of(tx, directory.id(), span.from, span.until));
    return out;
}

FigureTablesPtr FigureCache::of(db::Database& database, const agency::Directory& directory,
                                const Period& period, base::Time now) {
    const std::pair key{directory.id().value, query_of(period)};
    {
        std::lock_guard lock(mutex_);
        auto found = entries_.find(key);
        if (found != entries_.end() && now >= found->second.read_at && now - found->second.read_at < kept_for)
            return found->second.tables;
    }
    auto tables = std::make_shared<const FigureTables>(
        database.read([&](db::Tx& tx) { return read_figures(tx, directory, period, now); }));
    std::lock_guard lock(mutex_);
    if (entries_.size() >= most_entries) entries_.clear();
    entries_[key] = {now, tables};
    return tables;
}

base::Result<FigureList> read_figure_list(db::Tx& tx, const agency::Directory& directory,
                                          const FigureQuery& query, base::Time now) {
    cases::MeasureListing listing;
    listing.measure = query.measure;
    auto span = span_in(query, now, directory.agency().zone);
    if (!span) return base::pass(span);
    listing.span = *span;
    listing.office = which(query.office);
    if (listing.office == cases::Which::one) {
        auto id = base::parse_id_as<agency::OfficeId>(query.office);
        if (!id || !directory.office(*id)) return base::fail(base::Kind::not_found, "office.unknown");
        listing.offices = {*id};
        if (query.with_below) {
            listing.offices.clear();
            for (const auto& office : directory.offices().below(*id))
                listing.offices.push_back(office.id);
        }
    }
    listing.topic = which(query.topic);
    listing.topic_code = query.topic;
    listing.regency = which(query.regency);
    listing.regency_code = query.regency;
    listing.before_at = query.before_at;
    listing.before_id = query.before_id;
    listing.limit = board_page;
    auto found = cases::measured_cases(tx, directory.id(), listing);
    FigureList out{.rows = board_rows(tx, found.rows), .next_at = {}, .next_id = 0};
    if (found.has_more) {
        out.next_at = found.rows.back().received_at;
        out.next_id = found.rows.back().id.value;
    }
    return out;
}

} // namespace transparency
