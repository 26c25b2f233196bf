#include "cases/beside_actions.h"
#include "cases/incident_store.h"
#include "deadlines/deadline_store.h"
#include "plans.h"
#include "world.h"

namespace cases {
namespace {

/// 20,000 cases with two clocks each, every other one in an incident.
void fill_beside(db::Database& database) {
    database.write([](db::Tx& tx) {
        const std::string many = "with recursive n(i) as (select 1 union all select i + 1 from n where i < "
                                 "20000) ";
        tx.script("insert into deadlines (agency, id, subject_kind, subject, name, profile, profile_version,"
                  " starts_on, started_at, due_at, is_provisional, paused_ms, crossed) " +
                  many +
                  "select 1, i * 2 + k.k, 'case', i, k.name, 'sp4n-lapor', '1', 'received', 1000, 2000, 0, 0,"
                  " 'none' from n cross join (select 0 as k, 'resolve' as name union all select 1,"
                  " 'verify') k");
        tx.script("insert into incidents (agency, id, since, cases, people) " + many +
                  "select 1, i, 1000, 5, i % 7 from n where i % 10 = 0");
        tx.script("insert into incident_members (agency, case_id, incident, since) " + many +
                  "select 1, i, i - i % 10, 1000 from n where i % 2 = 0 and i >= 10");
        if (tx.engine() == db::Engine::postgres) tx.script("analyze");
    });
}

/// What a list of cases asks once, and where it must look.
struct BesideQuestion {
    db::Statement statement;
    const char* values; ///< of its arguments, as they stand in `execute`
    std::vector<const char*> in_sqlite;
    std::vector<const char*> in_postgres;
};
std::vector<BesideQuestion> beside_questions() {
    return {{deadlines::find_of_all_statement(),
             "1, 'case', '5,7,9000,12345'",
             {"INDEX deadlines_by_subject (agency=? AND subject_kind=? AND subject=?)"},
             {"deadlines_by_subject"}},
            {find_people_of_statement(),
             "'5,50,9000,12345', 1",
             {"SEARCH m USING INDEX sqlite_autoindex_incident_members_1 (agency=? AND case_id=?)",
              "SEARCH i USING INDEX sqlite_autoindex_incidents_1 (agency=? AND id=?)"},
             {"incident_members_pkey", "incidents_pkey"}}};
}

TEST(BesideCases, is_found_by_its_key_in_sqlite) {
    db::testing::FreshDatabase fresh(db::Engine::sqlite);
    fill_beside(*fresh);
    for (const auto& [statement, values, stretches, ignored] : beside_questions()) {
        const auto whole = db::testing::plan_in_sqlite(fresh.where(), statement);
        for (const char* stretch : stretches)
            EXPECT_NE(whole.find(stretch), std::string::npos) << statement.name << '\n' << whole;
        for (const char* table : {"SCAN deadlines", "SCAN m", "SCAN i"})
            EXPECT_EQ(whole.find(table), std::string::npos) << statement.name << '\n' << whole;
    }
}

TEST(BesideCases, is_found_by_its_key_in_postgresql) {
    db::testing::FreshDatabase fresh(db::Engine::postgres);
    fill_beside(*fresh);
    db::testing::PlansInPostgres postgres(fresh.where());
    // As it is run: prepared; the first times with a plan for these values, later with one for all.
    for (const std::string mode : {"force_custom_plan", "force_generic_plan"}) {
        postgres.lines("set plan_cache_mode = " + mode);
        for (const auto& [statement, values, ignored, indexes] : beside_questions()) {
            const auto plan = postgres.plan(statement, values);
            for (const char* index : indexes)
                EXPECT_NE(plan.find(index), std::string::npos) << mode << ' ' << statement.name << '\n'
                                                               << plan;
            EXPECT_EQ(plan.find("Seq Scan on deadlines"), std::string::npos) << mode << '\n' << plan;
            EXPECT_EQ(plan.find("Seq Scan on incident_members"), std::string::npos) << mode << '\n' << plan;
        }
    }
}

} // namespace
} // namespace cases
