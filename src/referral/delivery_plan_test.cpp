// The journal of hand-overs keeps every one for ever: what walks over it walks along an index, on both
// engines.
#include "referral/delivery_store.h"
#include "world.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <sqlite3.h>

namespace referral {
namespace {

constexpr std::string_view index_of(std::string_view statement) {
    if (statement == "deliveries.of_case") return "deliveries_of_case";
    if (statement == "deliveries.untold") return "deliveries_untold";
    return "deliveries_open";
}

std::string value_of(const std::string& name) {
    if (name == ":state") return "'followed'";
    if (name == ":problem") return "'x'";
    return "1000";
}

class ManyDeliveries : public ::testing::Test {
protected:
    static void fill(db::Database& database) {
        // Of twenty thousand, one in a hundred is not over yet.
        database.write([](db::Tx& tx) {
            tx.script(
                "insert into deliveries (agency, id, case_id, event, outside, way, state, attempts, "
                "created_at, changed_at, told_at) with recursive n(i) as (select 1 union all select i + "
                "1 from n where i < 20000) select 1, i, i, i, 1, 'mail', case i % 400 when 0 then "
                "'followed' when 1 then 'unknown' when 2 then 'queued' when 3 then 'sending' else "
                "'answered' end, 1, 0, 0, case i % 2 when 0 then 1 end from n; analyze");
        });
    }
};

TEST_F(ManyDeliveries, are_walked_along_an_index_on_sqlite) {
    db::testing::FreshDatabase fresh(db::Engine::sqlite);
    fill(*fresh);
    sqlite3* file = nullptr;
    ASSERT_EQ(sqlite3_open_v2(fresh.where().c_str(), &file, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
    int looked = 0;
    for (const auto& statement : store::walking_statements()) {
        sqlite3_stmt* plan = nullptr;
        const std::string sql = "explain query plan " + std::string(statement.sqlite);
        ASSERT_EQ(sqlite3_prepare_v2(file, sql.c_str(), -1, &plan, nullptr), SQLITE_OK)
            << sqlite3_errmsg(file);
        std::string whole;
        while (sqlite3_step(plan) == SQLITE_ROW)
            whole += std::string(reinterpret_cast<const char*>(sqlite3_column_text(plan, 3))) + '\n';
        sqlite3_finalize(plan);
        EXPECT_NE(whole.find("INDEX " + std::string(index_of(statement.name)) + " (agency=?"),
                  std::string::npos)
            << statement.name << '\n'
            << whole;
        EXPECT_EQ(whole.find("SCAN"), std::string::npos) << statement.name << '\n' << whole;
        EXPECT_EQ(whole.find("TEMP B-TREE FOR ORDER BY"), std::string::npos) << statement.name << '\n'
                                                                             << whole;
        ++looked;
    }
    sqlite3_close(file);
    EXPECT_EQ(looked, 5);
}

constexpr db::Query<std::string()> select_plan{"test.plan", "select line from plan_lines order by place"};

TEST_F(ManyDeliveries, are_walked_along_an_index_on_postgresql) {
    db::testing::FreshDatabase fresh(db::Engine::postgres);
    fill(*fresh);
    static const std::regex name(R"(:[a-z_]+)");
    for (const auto& statement : store::walking_statements()) {
        // As it is run: prepared, with a plan that holds for every value.
        std::vector<std::string> names;
        std::string sql(statement.postgres), rest = sql, numbered, values;
        for (std::smatch found; std::regex_search(rest, found, name); rest = found.suffix()) {
            auto known = std::ranges::find(names, found.str());
            if (known == names.end()) {
                known = names.insert(names.end(), found.str());
                values += (values.empty() ? "" : ", ") + value_of(found.str());
            }
            numbered += found.prefix().str() + "$" + std::to_string(known - names.begin() + 1);
        }
        numbered += rest;
        std::string doubled;
        for (const char c : values)
            doubled += std::string(c == '\'' ? 2 : 1, c);
        std::string whole;
        fresh->write([&](db::Tx& tx) {
            tx.script(
                "drop table if exists plan_lines; create table plan_lines (place serial, line text); "
                "prepare looked as " +
                numbered +
                "; set local plan_cache_mode = force_generic_plan; do $plan$ declare each record; begin for "
                "each in execute 'explain execute looked(" +
                doubled +
                ")' loop insert into plan_lines (line) values (each.\"QUERY PLAN\"); end loop; end $plan$");
            for (const auto& line : tx.all(select_plan))
                whole += line + '\n';
            tx.script("deallocate looked");
        });
        EXPECT_NE(whole.find(std::string(index_of(statement.name))), std::string::npos)
            << statement.name << '\n'
            << whole;
        EXPECT_EQ(whole.find("Seq Scan"), std::string::npos) << statement.name << '\n' << whole;
    }
}

} // namespace
} // namespace referral
