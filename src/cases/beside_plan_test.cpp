#include "cases/beside_actions.h"
#include "cases/incident_store.h"
#include "db/dialect/dialect.h"
#include "deadlines/deadline_store.h"
#include "world.h"

#include <libpq-fe.h>
#include <sqlite3.h>

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
    sqlite3* file = nullptr;
    ASSERT_EQ(sqlite3_open_v2(fresh.where().c_str(), &file, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
    for (const auto& [statement, values, stretches, ignored] : beside_questions()) {
        sqlite3_stmt* plan = nullptr;
        const std::string sql = "explain query plan " + std::string(statement.sqlite);
        ASSERT_EQ(sqlite3_prepare_v2(file, sql.c_str(), -1, &plan, nullptr), SQLITE_OK)
            << sqlite3_errmsg(file);
        std::string whole;
        while (sqlite3_step(plan) == SQLITE_ROW)
            (whole += reinterpret_cast<const char*>(sqlite3_column_text(plan, 3))) += '\n';
        sqlite3_finalize(plan);
        for (const char* stretch : stretches)
            EXPECT_NE(whole.find(stretch), std::string::npos) << statement.name << '\n' << whole;
        for (const char* table : {"SCAN deadlines", "SCAN m", "SCAN i"})
            EXPECT_EQ(whole.find(table), std::string::npos) << statement.name << '\n' << whole;
    }
    sqlite3_close(file);
}

TEST(BesideCases, is_found_by_its_key_in_postgresql) {
    db::testing::FreshDatabase fresh(db::Engine::postgres);
    fill_beside(*fresh);
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(fresh.where().c_str()),
                                                                  &PQfinish);
    auto lines = [&](const std::string& sql) {
        const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection.get(), sql.c_str()),
                                                                   &PQclear);
        std::string out = PQresultErrorMessage(result.get());
        for (int row = 0; row < PQntuples(result.get()); ++row)
            (out += PQgetvalue(result.get(), row, 0)) += '\n';
        return out;
    };
    // As it is run: prepared; the first times with a plan for these values, later with one for all.
    for (const std::string mode : {"force_custom_plan", "force_generic_plan"}) {
        lines("set plan_cache_mode = " + mode);
        for (const auto& [statement, values, ignored, indexes] : beside_questions()) {
            EXPECT_EQ(
                lines("prepare looked as " + db::dialect::for_postgres(statement.postgres, statement.params)),
                "");
            const auto plan = lines("explain execute looked(" + std::string(values) + ")");
            lines("deallocate looked");
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
