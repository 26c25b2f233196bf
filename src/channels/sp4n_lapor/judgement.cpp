#include "channels/sp4n_lapor/judgement.h"

namespace channels::sp4n_lapor {

Fate judge(const Line& line, const Labels& labels, const std::optional<LaporCase>& known, ImportId import) {
    if (known) return known->import_id == import ? Fate::ours : Fate::known;
    return is_finished(line, labels) ? Fate::finished : Fate::fresh;
}

std::vector<Remark> differences(const Line& line, const Labels& labels, const LaporCase& known) {
    std::vector<Remark> out;
    auto differs = [&](What what, std::string was, std::string now) {
        out.push_back({.line = line.number,
                       .what = what,
                       .tracking_id = line.tracking_id,
                       .problem = {},
                       .field = {},
                       .was = std::move(was),
                       .now = std::move(now)});
    };
    if (!line.status.empty() && folded(line.status) != folded(known.status))
        differs(What::status, known.status, line.status);
    const auto now = arrival_of(line, labels).case_class;
    const auto was = known.case_class.value_or(cases::Class::no_oversight);
    if (now && *now != was)
        differs(What::oversight, std::string(base::code_of(was)), std::string(base::code_of(*now)));
    return out;
}

Remark refusal(std::int64_t line, std::string_view tracking_id, const base::Problem& problem) {
    return {.line = line,
            .what = What::rejected,
            .tracking_id = std::string(tracking_id),
            .problem = problem.code,
            .field = problem.field.empty() ? std::nullopt : std::optional(problem.field),
            .was = {},
            .now = {}};
}

base::Problem finished_problem() {
    return {.kind = base::Kind::conflict, .code = "lapor.finished", .field = "status"};
}

} // namespace channels::sp4n_lapor
