#include "intake/import_columns.h"

#include "base/text.h"

namespace intake {
namespace {

/// The spec is a line of cells itself, so quotes mean what they mean in the file.
std::vector<std::string> parts_of(std::string_view spec) {
    std::vector<std::string> out(1);
    bool quoted = false;
    for (char c : spec) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            out.emplace_back();
        else
            out.back() += c;
    }
    return out;
}

/// What databases and spreadsheets write into a cell that has nothing.
bool is_nothing(std::string_view cell) {
    const auto lower = base::lower_ascii(cell);
    return lower.empty() || lower == "-" || lower == "nan" || lower == "null" || lower == "none" ||
           lower == "n/a";
}

} // namespace

base::Result<ImportColumns> ImportColumns::parse(std::string_view spec) {
    ImportColumns out;
    for (const auto& part : parts_of(spec)) {
        const auto equals = part.find('=');
        const std::string name(base::trim(std::string_view(part).substr(0, equals)));
        auto member = base::from_code<ImportMember>(name, name);
        if (!member) return base::pass(member);
        auto& places = out.places_[static_cast<std::size_t>(*member)];
        if (equals == std::string::npos || !places.empty()) return base::fail_field(name);
        for (auto column : base::split(std::string_view(part).substr(equals + 1), '+')) {
            column = base::trim(column);
            if (column.empty()) return base::fail_field(name);
            places.push_back(out.names_.size());
            out.names_.emplace_back(column);
        }
    }
    for (ImportMember needed : {ImportMember::text, ImportMember::created_at})
        if (!out.has(needed)) return base::fail_field(std::string(base::code_of(needed)), "field.missing");
    return out;
}

std::string ImportColumns::value(const ImportRecord& record, ImportMember member) const {
    std::string out;
    for (std::size_t place : places_[static_cast<std::size_t>(member)]) {
        if (place >= record.cells.size()) continue;
        const auto cell = base::trim(record.cells[place]);
        // Words may be as odd as they like; an empty cell of theirs is told as missing.
        const bool is_words = member == ImportMember::text || member == ImportMember::id;
        if (is_words ? cell.empty() : is_nothing(cell)) continue;
        if (!out.empty()) out += member == ImportMember::text ? "\n" : ", ";
        out += cell;
    }
    return out;
}

} // namespace intake
