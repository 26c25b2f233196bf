// One line of a file from SP4N-LAPOR! as a report, and what it becomes here. Pure. Refusals name the field:
// import.line for a row beyond the limits, field.missing, field.invalid, item.too_large.
#pragma once
#include "channels/sp4n_lapor/column.h"
#include "channels/sp4n_lapor/csv.h"
#include "channels/sp4n_lapor/label.h"
#include "items/item_in.h"

namespace channels::sp4n_lapor {

struct Line {
    std::int64_t number = 0;
    std::string tracking_id; ///< 3 to 40 of letters, digits and -
    base::Time at{};         ///< when it was reported
    std::string text;        ///< title and words
    std::string category;
    std::string classification;
    std::string status;
    std::string unit;
    std::string place;
    std::string nature;
    std::string oversight;
    std::string reporter;
};
[[nodiscard]] base::Result<Line> read_line(const CsvRow& row, const Columns& columns, base::Zone zone);

/// A report on its way into the house. Whatever has no meaning yet stays empty and is read in the words.
struct Arrival {
    items::ItemIn item;
    std::string place;
    std::optional<triage::Kind> kind;
    std::optional<std::string> topic;
    std::optional<cases::Class> case_class;
    bool names_unit = false; ///< with no office: nobody has said whose this is, the coordinator's queue
    std::optional<agency::OfficeId> office;
    std::string status;
};
[[nodiscard]] Arrival arrival_of(const Line& line, const Labels& labels);

/// Closed there already: opening it here would begin work on what is done.
[[nodiscard]] bool is_finished(const Line& line, const Labels& labels);

} // namespace channels::sp4n_lapor
