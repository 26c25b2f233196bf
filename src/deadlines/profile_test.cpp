#include "deadlines/profile.h"
#include "deadlines/testing.h"

#include <gtest/gtest.h>

namespace deadlines {
namespace {

TEST(Profiles, that_are_shipped_hold_what_the_contract_says) {
    const struct {
        const char* profile;
        const char* name;
        Mode mode;
        int amount;
        const char* starts_on;
    } rows[] = {
        {"3x24-jam", "resolve", Mode::calendar_hours, 72, "received"},
        {"sp4n-lapor", "verify", Mode::working_days, 3, "received"},
        {"sp4n-lapor", "follow_up", Mode::working_days, 5, "assigned"},
        {"sp4n-lapor", "resolve", Mode::working_days, 14, "received"},
        {"sp4n-lapor", "silence", Mode::working_days, 10, "resolved"},
        {"information-request", "answer", Mode::working_days, 10, "received"},
        {"information-request", "objection", Mode::working_days, 30, "answered"},
        {"information-request", "superior", Mode::working_days, 30, "objected"},
        {"information-request", "dispute", Mode::working_days, 14, "superior_answered"},
        {"personal-data", "resolve", Mode::calendar_hours, 72, "received"},
        {"breach", "notify", Mode::calendar_hours, 72, "received"},
    };
    std::size_t count = 0;
    for (const std::string& id : shipped_profiles().ids())
        count += testing::profile(id).deadlines.size();
    EXPECT_EQ(count, std::size(rows));
    for (const auto& row : rows) {
        const Spec* spec = testing::profile(row.profile).find(row.name);
        ASSERT_NE(spec, nullptr) << row.profile << " " << row.name;
        EXPECT_EQ(spec->mode, row.mode) << row.profile << " " << row.name;
        EXPECT_EQ(spec->amount, row.amount) << row.profile << " " << row.name;
        EXPECT_EQ(spec->starts_on, row.starts_on) << row.profile << " " << row.name;
        EXPECT_FALSE(spec->source.empty()) << row.profile << " " << row.name;
    }
    EXPECT_EQ(testing::profile("sp4n-lapor").find("resolve")->amount_for("oversight"), 60);
    EXPECT_EQ(testing::profile("information-request").find("answer")->extension, 7);
}

std::string one(std::string_view version, std::string_view from, std::string_view deadline) {
    return R"({"id":"p","version":")" + std::string(version) + R"(","effective_from":")" + std::string(from) +
           R"(","name_id":"P","name_en":"P","deadlines":[)" + std::string(deadline) + "]}";
}
constexpr std::string_view good =
    R"({"name":"a","name_id":"A","name_en":"A","mode":"working_days","amount":3,)"
    R"("starts_on":"received","source":"uji"})";

TEST(Profiles, come_in_versions_that_hold_from_a_day_on) {
    const auto read =
        Profiles::parse("[" + one("2", "2026-01-01", good) + "," + one("1", "2020-01-01", good) + "]");
    ASSERT_TRUE(read) << read.error().field;
    const struct {
        const char* day;
        const char* version;
    } rows[] = {{"2019-01-01", "1"}, {"2025-12-31", "1"}, {"2026-01-01", "2"}, {"2030-01-01", "2"}};
    for (const auto& row : rows)
        EXPECT_EQ(read->in_force("p", testing::day(row.day)).value()->version, row.version) << row.day;
    EXPECT_EQ(read->version("p", "1")->effective_from, "2020-01-01");
    EXPECT_EQ(read->version("p", "3"), nullptr);
    const auto unknown = read->in_force("q", testing::day("2026-01-01"));
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, "field.invalid");
    EXPECT_EQ(unknown.error().field, "profile");
}

std::string with(std::string_view from, std::string_view to) {
    std::string out(good);
    out.replace(out.find(from), from.size(), to);
    return out;
}

TEST(Profiles, name_the_member_that_is_wrong) {
    const struct {
        std::string json;
        std::string field;
    } rows[] = {
        {"[" + one("1", "2020-13-01", good) + "]", "[0].effective_from"},
        {"[" + one("", "2020-01-01", good) + "]", "[0].version"},
        {"[" + one("1", "2020-01-01", good) + "," + one("1", "2021-01-01", good) + "]", "[1].version"},
        {"[" + one("1", "2020-01-01", std::string(good) + "," + std::string(good)) + "]",
         "[0].deadlines[1].name"},
        {"[" + one("1", "2020-01-01", with("working_days", "months")) + "]", "[0].deadlines[0].mode"},
        {"[" + one("1", "2020-01-01", with(":3", ":0")) + "]", "[0].deadlines[0].amount"},
        {"[" + one("1", "2020-01-01", with(":3", ":1000000")) + "]", "[0].deadlines[0].amount"},
        {"[" + one("1", "2020-01-01", with(R"("source":"uji")", R"("source":"")")) + "]",
         "[0].deadlines[0].source"},
        {"[" + one("1", "2020-01-01", with(R"("amount":3)", R"("amount":3,"pauses_on":["asked"])")) + "]",
         "[0].deadlines[0].resumes_on"},
        {"[" + one("1", "2020-01-01", with(R"("amount":3)", R"("amount":3,"pause_limit":2)")) + "]",
         "[0].deadlines[0].pause_limit"},
    };
    for (const auto& row : rows) {
        const auto read = Profiles::parse(row.json);
        ASSERT_FALSE(read) << row.json;
        EXPECT_EQ(read.error().field, row.field) << row.json;
    }
}

} // namespace
} // namespace deadlines
