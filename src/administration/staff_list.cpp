#include "administration/staff_list.h"

#include "administration/csv.h"
#include "base/text.h"

#include <algorithm>
#include <map>

namespace administration {
namespace {

const std::vector<std::string_view> header{"name", "login", "role", "office"};

bool same(std::string_view a, std::string_view b) {
    return base::lower_ascii(a) == base::lower_ascii(b);
}

std::optional<staff::Role> role_of(std::string_view text, const Known& known) {
    for (const auto& row : base::codes<staff::Role>)
        if (same(text, row.code)) return row.value;
    for (const auto& [name, role] : known.role_names)
        if (same(text, name)) return role;
    return std::nullopt;
}

/// The only open office of that code, name or short name.
const agency::Office* office_of(std::string_view text, const agency::Directory& directory) {
    for (const auto& [id, code] : agency::codes_of(directory.offices()))
        if (same(text, code)) {
            const auto* office = directory.office(id);
            return office->is_active ? office : nullptr;
        }
    const agency::Office* found = nullptr;
    for (const auto& office : directory.offices().all()) {
        if (!office.is_active || (!same(text, office.name) && !same(text, office.short_name))) continue;
        if (found) return nullptr;
        found = &office;
    }
    return found;
}

LineFault check(StaffLine& line, const agency::Directory& directory, const Reach& reach, const Known& known) {
    auto name = base::clean(line.name, 120, "name");
    if (!name || name->empty()) return LineFault::name;
    line.name = std::move(*name);
    auto login = staff::checked_login(line.login);
    if (!login) return LineFault::login;
    line.login = std::move(*login);
    if (known.taken.contains(line.login)) return LineFault::taken;
    if (known.invited.contains(line.login)) return LineFault::invited;
    const auto role = role_of(line.role, known);
    if (!role) return LineFault::role;
    const auto* office = office_of(line.office, directory);
    if (!office) return LineFault::office;
    if (!reach.has(office->id)) return LineFault::not_yours;
    line.held = staff::HeldRole{*role, office->id};
    return LineFault::none;
}

} // namespace

bool StaffList::is_right() const noexcept {
    return !lines.empty() &&
           std::ranges::all_of(lines, [](const StaffLine& line) { return line.fault == LineFault::none; });
}

std::vector<StaffList::Person> StaffList::people() const {
    std::vector<Person> out;
    for (const StaffLine& line : lines) {
        if (!line.held) continue;
        auto found = std::ranges::find(out, line.login, &Person::login);
        if (found == out.end()) found = out.insert(out.end(), {line.login, line.name, {}});
        found->roles.push_back(*line.held);
    }
    return out;
}

base::Result<StaffList> read_staff_list(std::string_view csv, const agency::Directory& directory,
                                        const Reach& reach, const Known& known) {
    auto read = parse_csv(csv, header);
    if (!read) return base::pass(read);
    StaffList out;
    std::map<std::string, std::string> names;
    std::set<std::tuple<std::string, staff::Role, agency::OfficeId>> seen;
    for (CsvLine& each : *read) {
        StaffLine line{each.number, each.cells[0], each.cells[1], each.cells[2], each.cells[3]};
        line.fault = check(line, directory, reach, known);
        if (line.fault == LineFault::none) {
            if (names.emplace(line.login, line.name).first->second != line.name)
                line.fault = LineFault::name_differs;
            else if (!seen.emplace(line.login, line.held->role, line.held->office).second)
                line.fault = LineFault::repeated;
        }
        out.lines.push_back(std::move(line));
    }
    return out;
}

std::string staff_list_template(const agency::Directory& directory, const Reach& reach) {
    std::string out = "name,login,role,office\r\n";
    const auto offices = reach.offices();
    for (const auto& [id, code] : agency::codes_of(directory.offices())) {
        if (offices.empty() || id != offices.back()->id) continue;
        out += csv_line({"Sari Wulandari", "sari.wulandari", "operator", code});
        out += csv_line({"Budi Santoso", "budi.santoso", "field_officer", code});
    }
    return out;
}

} // namespace administration
