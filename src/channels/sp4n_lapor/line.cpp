#include "channels/sp4n_lapor/line.h"

#include "base/text.h"
#include "cases/standing.h"
#include "channels/sp4n_lapor/date.h"

#include <algorithm>

namespace channels::sp4n_lapor {
namespace {

constexpr std::size_t max_label = 120; ///< characters

bool is_tracking_id(std::string_view text) {
    return text.size() >= 3 && text.size() <= 40 && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
           });
}

} // namespace

base::Result<Line> read_line(const CsvRow& row, const Columns& columns, base::Zone zone) {
    if (row.is_too_large) return base::fail(base::Kind::invalid, "import.line", "the row is too large");
    Line out;
    out.number = row.line;
    auto cell = [&](Field field) { return columns.cell(row.cells, field); };
    // Spreadsheets keep a number as text with "#" or an apostrophe before it.
    auto id = base::trim(cell(Field::tracking_id));
    while (id.starts_with('#') || id.starts_with('\''))
        id.remove_prefix(1);
    if (id.empty()) return base::fail_field("tracking_id", "field.missing");
    if (!is_tracking_id(id)) return base::fail_field("tracking_id");
    out.tracking_id = id;
    auto at = read_date(cell(Field::date), zone);
    if (!at) return base::pass(at);
    out.at = *at;
    auto title = base::clean(cell(Field::title), 500, "title");
    if (!title) return base::pass(title);
    auto text = base::clean(cell(Field::text), items::max_text - 502, "text");
    if (!text) return base::pass(text);
    if (text->empty()) return base::fail_field("text", "field.missing");
    out.text = title->empty() || text->starts_with(*title) ? std::move(*text) : *title + "\n\n" + *text;
    struct Short {
        std::string* value;
        Field field;
        std::size_t most;
    };
    for (auto [value, field, most] :
         {Short{&out.category, Field::category, max_label},
          Short{&out.classification, Field::classification, max_label},
          Short{&out.status, Field::status, max_label}, Short{&out.unit, Field::unit, 200},
          Short{&out.place, Field::place, 300}, Short{&out.nature, Field::nature, max_label},
          Short{&out.oversight, Field::oversight, max_label}, Short{&out.reporter, Field::reporter, 200}}) {
        auto cleaned = base::clean(cell(field), most, base::code_of(field));
        if (!cleaned) return base::pass(cleaned);
        *value = std::move(*cleaned);
    }
    return out;
}

Arrival arrival_of(const Line& line, const Labels& labels) {
    Arrival out;
    out.item.network_id = line.tracking_id;
    // A file names no account of the reporter: two reports are never joined by a name alone.
    out.item.author.network_id = line.tracking_id;
    out.item.text = line.text;
    out.item.created_at = line.at;
    out.item.visibility = items::Visibility::public_;
    // What is said of secrecy in words that nobody has mapped is taken at its strictest.
    auto mode = cases::IdentityMode::public_;
    if (!line.nature.empty())
        mode = labels.as<cases::IdentityMode>(Subject::nature, line.nature)
                   .value_or(cases::IdentityMode::rahasia);
    out.item.identity = std::string(base::code_of(mode));
    // "rahasia" alone leaves the name to those who handle it; with "anonim" too it is not kept at all.
    const bool is_both =
        mode == cases::IdentityMode::rahasia && folded(line.nature).find("anonim") != std::string::npos;
    if (!line.reporter.empty() && !is_both) out.item.author.name = line.reporter;
    out.place = line.place;
    out.kind = labels.as<triage::Kind>(Subject::classification, line.classification);
    out.topic = labels.meaning(Subject::category, line.category);
    if (!line.oversight.empty())
        out.case_class = labels.as<cases::Class>(Subject::oversight, line.oversight);
    out.names_unit = !line.unit.empty();
    if (auto id = labels.meaning(Subject::unit, line.unit))
        if (auto office = base::parse_id_as<agency::OfficeId>(*id)) out.office = *office;
    out.status = line.status;
    return out;
}

bool is_finished(const Line& line, const Labels& labels) {
    auto state = labels.as<cases::State>(Subject::status, line.status);
    return state && !cases::is_open(*state);
}

} // namespace channels::sp4n_lapor
