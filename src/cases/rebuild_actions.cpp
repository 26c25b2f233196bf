#include "cases/rebuild_actions.h"

#include "base/text.h"
#include "cases/case_store.h"
#include "cases/rebuild.h"
#include "cases/rebuild_store.h"
#include "db/database.h"
#include "deadlines/deadline_actions.h"
#include "events/event_actions.h"

#include <fmt/format.h>

namespace cases {
namespace {

constexpr int cases_at_once = 200;
constexpr int rows_at_once = 2'000;

class Walk {
public:
    Walk(db::Database& database, base::AgencyId agency, const Tell& told)
        : database_(database), agency_(agency), told_(told) {}

    void cases() {
        for (CaseId after;;) {
            // Lines are told after the read: the unit may be run again.
            auto page = database_.read([&](db::Tx& tx) {
                Page out;
                for (CaseId id : find_ids(tx, agency_, after, cases_at_once)) {
                    out.last = id;
                    ++out.cases;
                    const auto c = find(tx, agency_, id);
                    if (!c) continue;
                    if (auto line = wrong_with(tx, *c); !line.empty()) out.lines.push_back(std::move(line));
                }
                return out;
            });
            if (page.cases == 0) return;
            checked.cases += page.cases;
            after = page.last;
            for (const auto& line : page.lines)
                tell(line);
        }
    }

    void events() {
        for (std::int64_t after = 0;;) {
            const auto window = database_.read(
                [&](db::Tx& tx) { return window_of_positions(tx, agency_, after, rows_at_once); });
            if (!window.last) return;
            if (*window.last - after != window.rows)
                tell(fmt::format("{} positions are missing between {} and {}",
                                 *window.last - after - window.rows, after, *window.last));
            for (const auto subject : database_.read(
                     [&](db::Tx& tx) { return find_events_without_case(tx, agency_, after, *window.last); }))
                tell(fmt::format("events of case {} without the case", subject));
            checked.events += window.rows;
            after = *window.last;
        }
    }

    void items() {
        for (std::int64_t after = 0;;) {
            const auto window =
                database_.read([&](db::Tx& tx) { return window_of_items(tx, agency_, after, rows_at_once); });
            if (!window.last) return;
            for (const auto item : database_.read(
                     [&](db::Tx& tx) { return find_items_without_case(tx, agency_, after, *window.last); }))
                tell(fmt::format("item {} names a case that is not there", item));
            checked.items += window.rows;
            after = *window.last;
        }
    }

    Checked checked;

private:
    struct Page {
        std::int64_t cases = 0;
        CaseId last;
        std::vector<std::string> lines;
    };

    [[nodiscard]] std::string wrong_with(db::Tx& tx, const Case& c) const {
        auto members = differing(c, events::timeline(tx, agency_, "case", c.id.value));
        if (deadlines::deadlines_of(tx, agency_, {"case", c.id.value}).empty())
            members.emplace_back("deadlines");
        return members.empty() ? std::string() : c.code + ": " + base::join(members, ", ");
    }

    void tell(const std::string& line) {
        ++checked.wrong;
        told_(line);
    }

    db::Database& database_;
    base::AgencyId agency_;
    const Tell& told_;
};

} // namespace

Checked check_rebuild(db::Database& database, base::AgencyId agency, const Tell& told) {
    Walk walk(database, agency, told);
    walk.cases();
    walk.events();
    walk.items();
    return walk.checked;
}

} // namespace cases
