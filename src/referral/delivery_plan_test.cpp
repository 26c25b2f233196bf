// The journal of hand-overs keeps every one for ever: what walks over it walks along an index, on both
// engines.
#include "plans.h"
#include "referral/delivery_store.h"
#include "world.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

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
    int looked = 0;
    for (const auto& statement : store::walking_statements()) {
        const auto whole = db::testing::plan_in_sqlite(fresh.where(), statement);
        EXPECT_NE(whole.find("INDEX " + std::string(index_of(statement.name)) + " (agency=?"),
                  std::string::npos)
            << statement.name << '\n'
            << whole;
        EXPECT_EQ(whole.find("SCAN"), std::string::npos) << statement.name << '\n' << whole;
        EXPECT_EQ(whole.find("TEMP B-TREE FOR ORDER BY"), std::string::npos) << statement.name << '\n'
                                                                             << whole;
        ++looked;
    }
    EXPECT_EQ(looked, 5);
}

TEST_F(ManyDeliveries, are_walked_along_an_index_on_postgresql) {
    db::testing::FreshDatabase fresh(db::Engine::postgres);
    fill(*fresh);
    static const std::regex name(R"(:[a-z_]+)");
    db::testing::PlansInPostgres postgres(fresh.where());
    postgres.lines("set plan_cache_mode = force_generic_plan"); // a plan that holds for every value
    for (const auto& statement : store::walking_statements()) {
        std::vector<std::string> names;
        std::string rest(statement.postgres), values;
        for (std::smatch found; std::regex_search(rest, found, name); rest = found.suffix()) {
            if (std::ranges::find(names, found.str()) != names.end()) continue;
            names.push_back(found.str());
            values += (values.empty() ? "" : ", ") + value_of(found.str());
        }
        const auto whole = postgres.plan(statement, values);
        EXPECT_NE(whole.find(std::string(index_of(statement.name))), std::string::npos)
            << statement.name << '\n'
            << whole;
        EXPECT_EQ(whole.find("Seq Scan"), std::string::npos) << statement.name << '\n' << whole;
    }
}

} // namespace
} // namespace referral
