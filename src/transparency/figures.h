// The public figures of a period as tables, and the list behind a number. Plain data and its sums; never
// fails.
#pragma once
#include "agency/directory.h"
#include "cases/figures.h"
#include "cases/testimonial.h"
#include "transparency/period.h"

namespace transparency {

/// The tables of the page.
enum class Table { office, topic, regency, month };

struct FigureRow {
    std::string key; ///< id, code, "2026-05"; "-" for none
    cases::Numbers numbers;
};

struct FigureTables {
    cases::Numbers total;
    std::vector<FigureRow> by_office; ///< in the order of the agency's tree
    std::vector<FigureRow> by_topic;  ///< most received first
    std::vector<FigureRow> by_regency;
    std::vector<FigureRow> by_month; ///< the newest first
    cases::Stars stars;
};
[[nodiscard]] FigureTables tables_of(const cases::PublicFigures& figures, const agency::Directory& directory);

/// What a row is called.
[[nodiscard]] std::string row_name(Table dimension, const std::string& key,
                                   const agency::Directory& directory, base::Language language);

/// Which cases stand behind a number: as the address of the list says it. Empty: any; "-": none.
struct FigureQuery {
    cases::Measure measure = cases::Measure::received;
    Period period;
    std::string office;
    std::string topic;
    std::string regency;
    std::string month;       ///< "2026-05", within the period
    bool with_below = false; ///< the offices below `office` too
    base::Time before_at{};  ///< key of the page
    std::int64_t before_id = 0;
};
/// The query with that office, topic, place or month.
[[nodiscard]] FigureQuery narrowed(FigureQuery query, Table dimension, const std::string& key);
/// "angka=tuntas&periode=30-hari&unit=..": without the key of the page.
[[nodiscard]] std::string query_of(const FigureQuery& query);

/// 412 of 479 is 86; 0 of 0 is 0.
[[nodiscard]] std::int64_t percent(std::int64_t part, std::int64_t whole) noexcept;

} // namespace transparency
