#include "cases/learning_actions.h"

#include "cases/learning_store.h"
#include "db/database.h"

#include <algorithm>
#include <limits>

namespace cases {
namespace {

constexpr int rows_of_a_stretch = 1'000;

} // namespace

std::vector<DecidedCase> decided_cases(db::Database& database, base::AgencyId agency) {
    std::vector<DecidedCase> out;
    CaseId before{std::numeric_limits<std::int64_t>::max()};
    while (out.size() < most_decided_cases) {
        auto rows =
            database.read([&](db::Tx& tx) { return find_to_learn(tx, agency, before, rows_of_a_stretch); });
        if (rows.empty()) break;
        before = rows.back().id;
        for (auto& row : rows)
            if (row.is_decided)
                out.push_back({row.id, row.is_archived, std::move(row.text), row.kind, std::move(row.topic),
                               row.office, row.received_at});
        if (rows.size() < rows_of_a_stretch) break;
    }
    std::ranges::reverse(out);
    std::ranges::stable_sort(out, {}, &DecidedCase::received_at);
    return out;
}

} // namespace cases
