#include "cases/case_actions.h"
#include "cases/case_store.h"
#include "cases/tally_actions.h"
#include "cases/testing.h"
#include "cases/view_actions.h"
#include "cases/view_store.h"
#include "cases/visibility.h"
#include "deadlines/deadline_actions.h"
#include "staff_world.h"
#include "world.h"

#include <algorithm>
#include <map>
#include <random>

namespace cases {
namespace {

using staff::HeldRole;
using staff::Role;

class Views : public db::testing::OnEachEngine {
protected:
    Views() : south_tebet(world.add_office("Satgas Tebet", world.south)) {
        directory = world.directories.of(world.agency).value();
    }

    Case one(State state = State::received) {
        Case c = testing::pothole(state);
        c.agency = world.agency;
        c.id = world.ids.next<CaseId>();
        c.code = "TGP-" + base::to_string(c.id);
        c.office = world.south;
        c.received_at = world.now - std::chrono::hours(1);
        return c;
    }
    void save(const Case& c) {
        database().write([&](db::Tx& tx) {
            const Standing stands = standing_now(tx, *directory, c, world.now);
            ASSERT_TRUE(insert(tx, c, stands));
            tally(tx, world.ids, *directory, c, stands);
        });
        all.push_back(c);
    }
    /// Where it stands, as whatever changes a case or its clocks says it.
    void stand(db::Tx& tx, const Case& c) {
        const Standing stands = standing_now(tx, *directory, c, world.now);
        const Standing stood = find_standing(tx, c.agency, c.id);
        save_standing(tx, c.agency, c.id, stands);
        tally(tx, world.ids, *directory, c, stood, c, stands);
    }
    /// Its clocks begin at `start`; `asked`: the reporter was asked something an hour later.
    void start_clocks(const Case& c, base::Time start, bool asked = false) {
        const auto context = context_of();
        database().write([&](db::Tx& tx) {
            auto follow = [&](std::string event, base::Time at) {
                return deadlines::follow(tx, world.ids, world.agency, {"case", c.id.value},
                                         {.event = std::move(event), .at = at, .class_code = "no_oversight"},
                                         "sp4n-lapor", context.profiles, context.calendar);
            };
            ASSERT_TRUE(follow("received", start));
            if (asked) ASSERT_TRUE(follow("asked", start + std::chrono::hours(1)));
            stand(tx, c);
        });
    }
    Context context_of() {
        return context_for(*directory, world.ids, staff::testing::random_bytes, world.now);
    }
    staff::Principal person(StaffId id, std::vector<HeldRole> roles) {
        staff::Principal out;
        out.agency = world.agency;
        out.staff = id;
        out.roles = std::move(roles);
        return out;
    }
    ViewCounts counts(const staff::Principal& who) {
        return database().read(
            [&](db::Tx& tx) { return views_of(tx, *directory, sight_for(tx, who, *directory)); });
    }
    std::vector<Case> page(const staff::Principal& who, const ViewFilter& filter) {
        return database().read(
            [&](db::Tx& tx) { return page_of(tx, *directory, sight_for(tx, who, *directory), filter); });
    }
    std::int64_t count(const staff::Principal& who, const ViewFilter& filter) {
        return database().read([&](db::Tx& tx) {
            return count_of(tx, *directory, sight_for(tx, who, *directory), filter).count;
        });
    }
    /// Every page of a view, one behind the other.
    std::vector<CaseId> whole(const staff::Principal& who, ViewFilter filter) {
        std::vector<CaseId> out;
        while (true) {
            auto found = page(who, filter);
            for (const auto& c : found)
                out.push_back(c.id);
            if (std::ssize(found) < filter.limit) return out;
            filter.after = ViewMark{found.back().received_at, found.back().id};
        }
    }
    /// What the view must hold by the words of view.h and the rules of visibility.h, one case at a time.
    std::vector<CaseId> expected(const staff::Principal& who, View view) {
        std::vector<Case> fit;
        for (const auto& c : all) {
            auto actor = actor_for(c, who.staff, who.roles, directory->offices());
            if (staff_view(c, actor).may_see && stands_in(c, view, who)) fit.push_back(c);
        }
        auto key = [](const Case& c) { return std::pair(c.received_at, c.id.value); };
        if (is_of_open_cases(view))
            std::ranges::sort(fit, {}, key);
        else
            std::ranges::sort(fit, std::ranges::greater{}, key);
        std::vector<CaseId> out;
        for (const auto& c : fit)
            out.push_back(c.id);
        return out;
    }

    staff::testing::World world{database()};
    agency::OfficeId south_tebet;
    agency::DirectoryPtr directory;
    std::vector<Case> all;

private:
    bool stands_in(const Case& c, View view, const staff::Principal& who) {
        if (view == View::all) return true;
        if (view == View::done) return !is_open(c.state);
        if (!is_open(c.state)) return false;
        const auto& clocks = clocks_of(c);
        auto any = [&](deadlines::State state) {
            return std::ranges::any_of(
                clocks, [&](const auto& d) { return deadlines::state_of(d, world.now) == state; });
        };
        auto is_own = [&](const HeldRole& held) {
            return c.office == held.office &&
                   (held.role == Role::operator_ || held.role == Role::coordinator ||
                    held.role == Role::field_officer);
        };
        switch (view) {
        case View::mine:
            return c.person == who.staff || (!c.person && std::ranges::any_of(who.roles, is_own));
        case View::unassigned:
            return (c.state == State::received || c.state == State::verified || c.state == State::assigned) &&
                   (!c.office || !c.person);
        case View::due_soon: return any(deadlines::State::due_soon) && !any(deadlines::State::overdue);
        case View::overdue: return any(deadlines::State::overdue);
        case View::waiting: return c.state == State::awaiting_reporter;
        case View::decision: return (c.level >= 1 || c.returns >= 2 || c.contests >= 2) && may_decide(c, who);
        case View::urgent: return directory->agency().is_emergency(c.urgency);
        case View::open:
        case View::done:
        case View::all: return true;
        }
        return false;
    }
    const std::vector<deadlines::Deadline>& clocks_of(const Case& c) {
        auto known = clocks_.find(c.id);
        if (known == clocks_.end())
            known = clocks_
                        .emplace(c.id, database().read([&](db::Tx& tx) {
                            return deadlines::deadlines_of(tx, world.agency, {"case", c.id.value});
                        }))
                        .first;
        return known->second;
    }
    /// As head or coordinator of its office, whatever it complains about.
    bool may_decide(Case c, const staff::Principal& who) {
        c.conduct_office.reset();
        auto actor = actor_for(c, who.staff, who.roles, directory->offices());
        return actor.roles.has(Role::coordinator) || actor.roles.has(Role::head);
    }
    std::map<CaseId, std::vector<deadlines::Deadline>> clocks_;
};
DB_TEST_ON_EACH_ENGINE(Views);

TEST_P(Views, counts_equal_what_the_rules_let_through_for_random_cases_and_people) {
    std::mt19937 fate(20'261'122);
    auto below = [&](unsigned n) { return static_cast<unsigned>(fate() % n); };
    const std::vector<std::optional<OfficeId>> offices{world.root, world.south, world.west, south_tebet, {}};
    const std::vector<StaffId> people{StaffId{501}, StaffId{502}, StaffId{503}};
    for (int i = 0; i < 160; ++i) {
        Case c = one(base::codes<State>[below(base::codes<State>.size())].value);
        c.office = offices[below(5)];
        if (below(3) == 0) c.person = people[below(3)];
        if (below(5) == 0) c.conduct_office = offices[below(4)];
        c.kind = below(6) == 0 ? Kind::whistleblowing : below(2) == 0 ? Kind::question : Kind::complaint;
        c.level = below(8) == 0 ? 1 : 0;
        c.returns = static_cast<int>(below(3));
        c.contests = below(9) == 0 ? 2 : 0;
        c.urgency = below(10) / 10.0;
        c.received_at = world.now - std::chrono::hours(below(40)); // several at the same moment
        save(c);
        start_clocks(c, world.now - std::chrono::hours(below(24 * 40)), /*asked=*/below(4) == 0);
        // Counts come from what is folded and from what is not.
        if (i == 80) fold_tallies(database(), world.ids, *directory, world.now);
    }
    constexpr Role roles[] = {Role::operator_, Role::field_officer, Role::coordinator,   Role::head,
                              Role::auditor,   Role::administrator, Role::communications};
    std::int64_t shown = 0;
    for (int i = 0; i < 16; ++i) {
        std::vector<HeldRole> held;
        for (unsigned n = 1 + below(2); n > 0; --n)
            held.push_back({roles[below(std::size(roles))], *offices[below(4)]});
        const auto who = person(people[below(3)], held);
        const ViewCounts counted = counts(who);
        for (const auto& [view, code] : base::codes<View>) {
            const auto must = expected(who, view);
            shown += std::ssize(must);
            EXPECT_EQ(counted.of(view), std::ssize(must)) << code;
            EXPECT_EQ(count(who, {.view = view}), std::ssize(must)) << code;
            EXPECT_EQ(whole(who, {.view = view, .limit = 17}), must) << code;
        }
    }
    EXPECT_GT(shown, 1'000) << "people who see nothing prove nothing";
    EXPECT_EQ(count_tally_errors(database(), world.ids, *directory), 0);
    count_anew(database(), *directory, world.now);
    const auto boss = person(people[0], {{Role::coordinator, world.root}, {Role::auditor, world.root}});
    EXPECT_EQ(counts(boss).of(View::all), std::ssize(expected(boss, View::all)));
}

TEST_P(Views, a_recount_of_many_units_finds_where_each_case_stands) {
    constexpr State states[] = {State::received, State::assigned, State::awaiting_reporter, State::resolved,
                                State::closed};
    constexpr int many = 1'203; // more than two units, and a rest
    database().write([&](db::Tx& tx) {
        for (int i = 0; i < many; ++i) {
            Case c = one(states[i % 5]);
            c.urgency = (i % 10) / 10.0;
            c.level = i % 7 == 0 ? 1 : 0;
            ASSERT_TRUE(insert(tx, c, Standing{i % 3})); // as nothing stands
            all.push_back(std::move(c));
        }
    });
    for (int i = 0; i < many; i += 40)
        start_clocks(all[static_cast<std::size_t>(i)], world.now - std::chrono::hours(24 * (i % 30)),
                     i % 3 == 0);
    database().write([](db::Tx& tx) { tx.script("update cases set standing = 5 where id % 2 = 0"); });
    count_anew(database(), *directory, world.now);
    std::map<int, int> kinds;
    database().read([&](db::Tx& tx) {
        for (const Case& c : all) {
            const Standing stands = standing_now(tx, *directory, c, world.now);
            EXPECT_EQ(find_standing(tx, c.agency, c.id), stands) << base::code_of(c.state);
            ++kinds[stands.bits];
        }
    });
    EXPECT_GT(kinds.size(), 8u) << "cases that stand alike prove little";
    EXPECT_EQ(count_tally_errors(database(), world.ids, *directory), 0);
}

TEST_P(Views, conduct_and_whistleblowing_do_not_even_count_for_those_they_name) {
    Case about_south = one();
    about_south.conduct_office = world.south;
    about_south.office = world.root;
    save(about_south);
    Case leak = one();
    leak.kind = Kind::whistleblowing;
    leak.office = world.root;
    save(leak);
    EXPECT_EQ(counts(person(StaffId{1}, {{Role::operator_, world.south}})).of(View::all), 0);
    EXPECT_EQ(counts(person(StaffId{1}, {{Role::operator_, world.root}})).of(View::all), 1);
    EXPECT_EQ(counts(person(StaffId{1}, {{Role::coordinator, world.root}})).of(View::all), 2);
    EXPECT_EQ(counts(person(StaffId{1}, {{Role::administrator, world.root}})).of(View::all), 0);
    EXPECT_EQ(counts(person(StaffId{1}, {})).of(View::all), 0);
}

TEST_P(Views, filters_narrow_a_view_and_its_count_together) {
    Case pothole = one();
    save(pothole);
    Case lamp = one(State::assigned);
    lamp.topic = "lampu-jalan";
    lamp.title = "Lampu jalan, Gang Mawar";
    lamp.place_name = "Gang Mawar 3";
    lamp.kind = Kind::question;
    lamp.office = world.west;
    save(lamp);
    const auto who = person(StaffId{1}, {{Role::coordinator, world.root}});
    struct Row {
        ViewFilter filter;
        std::vector<CaseId> fit;
    };
    const Row rows[] = {
        {{.view = View::all, .kind = Kind::question}, {lamp.id}},
        {{.view = View::all, .state = State::received}, {pothole.id}},
        {{.view = View::all, .topic = "lampu-jalan"}, {lamp.id}},
        {{.view = View::all, .within = {world.south, south_tebet}}, {pothole.id}},
        {{.view = View::done}, {}},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(whole(who, row.filter), row.fit);
        EXPECT_EQ(count(who, row.filter), std::ssize(row.fit));
    }
}

TEST_P(Views, pages_hold_each_case_once) {
    for (int i = 0; i < 5; ++i)
        save(one());
    const auto who = person(StaffId{1}, {{Role::operator_, world.root}});
    std::vector<CaseId> seen;
    ViewFilter filter{.view = View::all, .limit = 2};
    for (auto found = page(who, filter); !found.empty(); found = page(who, filter)) {
        for (const auto& c : found)
            seen.push_back(c.id);
        filter.after = ViewMark{found.back().received_at, found.back().id};
    }
    EXPECT_EQ(seen.size(), 5u);
    EXPECT_TRUE(std::ranges::is_sorted(seen, std::ranges::greater{})) << "received together: by id";
}

TEST(ViewMark, survives_its_text) {
    const ViewMark mark{base::time_from_ms(1'779'700'000'123), CaseId{251'008'454'603'309'284}};
    EXPECT_EQ(mark_from(to_string(mark)).value(), mark);
    for (const char* wrong : {"", "-", "12", "12-", "-12", "a-b", "1779700000123-x", "1779700000123--4"})
        EXPECT_FALSE(mark_from(wrong)) << wrong;
}

} // namespace
} // namespace cases
