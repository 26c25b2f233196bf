#include "administration/ladder_form.h"

#include "base/id.h"
#include "base/text.h"

#include <algorithm>

namespace administration {
namespace {

using deadlines::Step;

constexpr std::string_view escalating = "naik";

/// A time input says "20:00"; where there is none, people write "20.00".
std::string with_colon(std::string time) {
    std::ranges::replace(time, '.', ':');
    return time;
}

base::Result<Step> read_step(const Given& given, const std::string& row) {
    auto percent = base::parse_id(base::trim(given("persen-" + row)));
    if (!percent || *percent > deadlines::latest_percent || *percent < deadlines::earliest_percent)
        return base::fail_field("persen-" + row);
    auto tells = base::from_code<deadlines::Audience>(given("kepada-" + row), "kepada-" + row);
    if (!tells) return base::pass(tells);
    Step step{.at_percent = static_cast<int>(*percent), .tells = *tells, .escalates = {}};
    if (row == escalating) step.escalates = true;
    return step;
}

/// "ladder.steps[2].at_percent" as the form has it.
std::string field_of(const std::string& path, std::span<const std::string> rows) {
    if (path == "ladder.quiet.from") return "tenang-dari";
    if (path == "ladder.quiet.until") return "tenang-sampai";
    const auto open = path.find('[');
    if (open == std::string::npos) return "persen-" + std::string(escalating);
    const auto index = static_cast<std::size_t>(path[open + 1] - '0');
    return "persen-" + (index < rows.size() ? rows[index] : std::string(escalating));
}

} // namespace

base::Result<deadlines::Ladder> read_ladder(const Given& given) {
    std::vector<std::string> rows{std::string(escalating)};
    for (int i = 1; i <= reminder_rows; ++i)
        if (!base::trim(given("persen-" + std::to_string(i))).empty()) rows.push_back(std::to_string(i));
    deadlines::Ladder ladder;
    for (const auto& row : rows) {
        auto step = read_step(given, row);
        if (!step) return base::pass(step);
        ladder.steps.push_back(*step);
    }
    const std::string from(base::trim(given("tenang-dari"))), until(base::trim(given("tenang-sampai")));
    if (!from.empty() || !until.empty()) {
        const bool on_days_off = !given("tenang-libur").empty();
        ladder.quiet = deadlines::Quiet{from, until, on_days_off ? std::optional(true) : std::nullopt};
    }
    auto fine = deadlines::checked(std::move(ladder));
    if (!fine) fine.error().field = field_of(fine.error().field, rows);
    return fine;
}

Filled filled_of(const deadlines::Ladder& ladder) {
    Filled out;
    int next = 1;
    for (const Step& step : ladder.steps) {
        const std::string row =
            step.escalates.value_or(false) ? std::string(escalating) : std::to_string(next++);
        out.fields.emplace_back("persen-" + row, std::to_string(step.at_percent));
        out.fields.emplace_back("kepada-" + row, std::string(base::code_of(step.tells)));
    }
    if (ladder.quiet) {
        out.fields.emplace_back("tenang-dari", with_colon(ladder.quiet->from));
        out.fields.emplace_back("tenang-sampai", with_colon(ladder.quiet->until));
        if (ladder.quiet->on_days_off.value_or(false)) out.fields.emplace_back("tenang-libur", "ya");
    }
    return out;
}

} // namespace administration
