#include "cases/ladder_store.h"
#include "cases/listing_store.h"
#include "cases/tally_actions.h"
#include "cases/view_actions.h"
#include "cases/view_store.h"
#include "plans.h"
#include "staff_world.h"
#include "world.h"

#include <algorithm>
#include <iterator>

namespace cases {
namespace {

using staff::Role;

/// Plans and counts at the size of a big agency's first year.
struct ManyRows {
    explicit ManyRows(db::Engine engine) : fresh(engine) {
        database.write([&](db::Tx& tx) {
            tx.script(
                "insert into cases (agency, id, code, version, kind, topic, urgency, state, office, area,"
                " identity_mode, visibility, consent, account, secret_hash, title, proposed_text, returns,"
                " contests, level, received_at, changed_at) with recursive n(i) as (select 1 union all"
                " select i + 1 from n where i < 10000) select 1, 1000000 + i, 'TGP-' || i, 1,"
                " 'complaint', case i % 3 when 0 then 'lampu-jalan' else 'jalan-rusak' end, (i % 10) / 10.0, "
                "case i % 5 when 0 then 'received' when 1 then"
                " 'assigned' when 2 then 'in_progress' when 3 then 'resolved' else 'closed' end, (select "
                "o.id from"
                " (select id, row_number() over (order by id) - 1 as r from offices where agency = 1) o"
                " where o.r = n.i % 3), '31.74', 'public', 'public', 0,"
                " 1, 'x', 'Jalan rusak', 'Lubang besar', 0, 0, 0, 1779000000000 + i * 1000,"
                " 1779000000000 from n;"
                "insert into deadlines (agency, id, subject_kind, subject, name, profile, profile_version,"
                " starts_on, started_at, due_at, is_provisional, met_at, paused_ms, crossed) select agency, "
                "id,"
                " 'case', id, 'resolve', '3x24-jam', '1', 'received', received_at, received_at + 259200000, "
                "0,"
                " case when state in ('resolved', 'closed') then received_at end, 0, 'none' from cases");
        });
        count_anew(database, *world.directories.of(world.agency).value(), now);
    }
    const base::Time now = base::time_from_ms(1'779'000'000'000 + 250'000'000);
    db::testing::FreshDatabase fresh;
    db::Database& database = *fresh;
    staff::testing::World world{database};
};

/// Made once: nothing here changes a row.
class ManyCases : public ::testing::Test {
protected:
    static void SetUpTestSuite() { rows_ = std::make_unique<ManyRows>(db::Engine::sqlite); }
    static void TearDownTestSuite() { rows_.reset(); }

    db::testing::FreshDatabase& fresh = rows_->fresh;
    db::Database& database = rows_->database;
    staff::testing::World& world = rows_->world;

private:
    static inline std::unique_ptr<ManyRows> rows_;
};

/// The index that a list walks along.
std::string_view index_of(std::string_view statement) {
    constexpr std::pair<std::string_view, std::string_view> rows[] = {
        {"cases.list_open", "INDEX cases_open "},
        {"cases.list_unassigned", "INDEX cases_unassigned "},
        {"cases.list_due_soon", "INDEX cases_due_soon "},
        {"cases.list_overdue", "INDEX cases_overdue "},
        {"cases.list_asking", "INDEX cases_asking "},
        {"cases.list_to_decide", "INDEX cases_to_decide "},
        {"cases.list_urgent", "INDEX cases_urgent "},
        {"cases.list_all", "INDEX cases_by_time "},
        {"cases.list_done", "INDEX cases_done_by_time "},
        {"cases.list_open_of_office", "INDEX cases_open_by_office "},
        {"cases.list_of_office", "INDEX cases_by_office "},
        {"cases.list_done_of_office", "INDEX cases_done_by_office "},
        {"cases.list_open_of_person", "INDEX cases_open_by_person "},
        {"cases.list_open_of_topic", "INDEX cases_by_topic "},
        {"cases.list_of_topic", "INDEX cases_by_topic "},
        {"cases.list_by_time", "INDEX cases_by_time "},
        {"cases.list_by_open", "INDEX cases_open "},
        {"cases.list_by_done", "INDEX cases_done_by_time "},
        {"cases.count_in_area", "INDEX cases_by_area "},
        {"cases.list_by_overdue", "INDEX cases_overdue "},
        {"cases.list_by_state", "INDEX cases_set_aside "},
        {"cases.list_by_topic", "INDEX cases_by_topic "},
        {"cases.list_by_area", "INDEX cases_by_area "},
        {"cases.list_by_office", "INDEX cases_by_office "},
    };
    const auto* found =
        std::ranges::find(rows, statement, &std::pair<std::string_view, std::string_view>::first);
    return found == std::end(rows) ? "a row of the table above" : found->second;
}

TEST_F(ManyCases, no_list_scans_all_cases) {
    std::ptrdiff_t lines = 0;
    auto statements = view_statements();
    std::ranges::copy(listing_statements(), std::back_inserter(statements));
    for (const auto& statement : statements) {
        const auto whole = db::testing::plan_in_sqlite(fresh.where(), statement);
        lines += std::ranges::count(whole, '\n');
        RecordProperty(std::string(statement.name), whole);
        EXPECT_EQ(whole.find("SCAN c\n"), std::string::npos) << statement.name << '\n' << whole;
        EXPECT_EQ(whole.find("SCAN c "), std::string::npos) << statement.name << '\n' << whole;
        EXPECT_EQ(whole.find("SCAN d"), std::string::npos) << statement.name << '\n' << whole;
        if (statement.name != "cases.list_by_area")
            EXPECT_EQ(whole.find("TEMP B-TREE FOR ORDER BY"), std::string::npos) << statement.name << '\n'
                                                                                 << whole;
        EXPECT_NE(whole.find(index_of(statement.name)), std::string::npos) << statement.name << '\n' << whole;
    }
    EXPECT_GT(lines, 20);
}

TEST(ManyCasesInPostgres, no_list_scans_all_cases_either) {
    ManyRows rows(db::Engine::postgres);
    db::testing::PlansInPostgres postgres(rows.fresh.where());
    postgres.lines(
        "analyze; set plan_cache_mode = force_generic_plan; set enable_sort = off"); // begin_walking()
    auto statements = view_statements();
    std::ranges::copy(listing_statements(), std::back_inserter(statements));
    for (const auto& statement : statements) {
        std::string values;
        for (const auto kind : statement.params)
            values += std::string(values.empty() ? "" : ", ") + (kind == db::ValueKind::text ? "''" : "0");
        const auto plan = postgres.plan(statement, values);
        EXPECT_EQ(plan.find("Seq Scan on cases"), std::string::npos) << statement.name << '\n' << plan;
        if (statement.name != "cases.list_by_area")
            EXPECT_EQ(plan.find("Sort"), std::string::npos) << statement.name << '\n' << plan;
        const auto index = index_of(statement.name).substr(std::string_view("INDEX ").size());
        EXPECT_NE(plan.find(" using " + std::string(index) + "on cases"), std::string::npos)
            << statement.name << '\n'
            << plan;
    }
}

TEST_F(ManyCases, ladders_are_found_by_their_index) {
    for (const auto& statement : ladder_statements()) {
        const auto whole = db::testing::plan_in_sqlite(fresh.where(), statement);
        EXPECT_EQ(whole.find("SCAN"), std::string::npos) << statement.name << '\n' << whole;
        EXPECT_EQ(whole.find("TEMP B-TREE"), std::string::npos) << statement.name << '\n' << whole;
        if (statement.name == "case_ladders.due")
            EXPECT_NE(whole.find("INDEX case_ladders_due "), std::string::npos) << whole;
    }
}

TEST_F(ManyCases, are_counted_as_their_rows_say) {
    auto directory = world.directories.of(world.agency).value();
    staff::Principal who;
    who.agency = world.agency;
    who.staff = StaffId{5};
    who.roles = {{Role::coordinator, world.root}};
    database.read([&](db::Tx& tx) {
        const auto sight = sight_for(tx, who, *directory);
        const auto counted = views_of(tx, *directory, sight);
        EXPECT_EQ(counted.open, 6'000);
        EXPECT_EQ(counted.done, 4'000);
        EXPECT_EQ(counted.due_soon + counted.overdue, counted.open);
        EXPECT_EQ(count_of(tx, *directory, sight, {.view = View::open, .topic = "jalan-rusak"}),
                  (Fitting{.count = most_counted, .has_more = true}));
        EXPECT_EQ(page_of(tx, *directory, sight, {.view = View::done}).size(), 50u);
    });
}

} // namespace
} // namespace cases
