#include "administration/day_list.h"

#include "administration/csv.h"
#include "base/text.h"

#include <set>

namespace administration {

base::Result<std::vector<agency::OwnDay>> read_day_list(std::string_view csv) {
    auto lines = parse_csv(csv, {"day", "name", "state"});
    if (!lines) return base::pass(lines);
    std::vector<agency::OwnDay> out;
    std::set<base::Day> seen;
    for (const CsvLine& line : *lines) {
        auto wrong = [&](std::string why) {
            return base::fail_field("baris " + std::to_string(line.number), "import.line", std::move(why));
        };
        auto day = base::parse_day(line.cells[0]);
        if (!day) return wrong("the day is not like 2026-05-31");
        const std::string state = base::lower_ascii(line.cells[2]);
        if (state != "tutup" && state != "buka") return wrong("the state is neither tutup nor buka");
        auto checked = agency::checked(agency::OwnDay{*day, line.cells[1], state == "tutup"});
        if (!checked) return wrong("the name is missing or too long");
        if (!seen.insert(*day).second) return wrong("the day stands there twice");
        out.push_back(std::move(*checked));
    }
    return out;
}

} // namespace administration
