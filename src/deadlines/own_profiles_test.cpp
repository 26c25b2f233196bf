#include "deadlines/own_profiles.h"

#include <gtest/gtest.h>

namespace deadlines {
namespace {

base::Day day(const char* text) {
    return base::parse_day(text).value();
}

constexpr std::string_view faster =
    R"({"id":"kota","version":"2","effective_from":"2026-05-01","inherits":"sp4n-lapor",
    "name_id":"Janji kota","name_en":"Promise of the city","without":["silence"],
    "deadlines":[{"name":"resolve","amount":7,"pause_limit":5,"source":"Perwali 1/2026"},
    {"name":"first_answer","name_id":"Jawaban pertama","name_en":"First answer","mode":"office_hours","amount":4,
    "starts_on":"received","met_by":["verified"],"source":"Perwali 1/2026"}]})";

Profiles with(std::initializer_list<std::string> own) {
    std::vector<agency::OwnProfile> all;
    for (const auto& each : own)
        all.push_back(own_profile_of(each).value());
    return with_own(shipped_profiles(), all).value();
}

TEST(OwnProfiles, inherit_what_they_do_not_say) {
    const Profiles all = with({std::string(faster)});
    const Profile& own = **all.in_force("kota", day("2026-06-01"));
    EXPECT_EQ(own.version, "2+1");
    EXPECT_EQ(own.effective_from, "2026-05-01");
    EXPECT_EQ(own.name_id, "Janji kota");
    EXPECT_EQ(own.contest_working_days, 10) << "of the default";
    const Spec& resolve = *own.find("resolve");
    EXPECT_EQ(resolve.amount, 7);
    EXPECT_EQ(resolve.amount_for("oversight"), 60) << "of the default";
    EXPECT_EQ(resolve.met_by, std::vector<std::string>{"resolved"});
    EXPECT_EQ(resolve.pause_limit, 5);
    EXPECT_EQ(resolve.source, "Perwali 1/2026");
    EXPECT_EQ(own.find("verify")->amount, 3);
    EXPECT_EQ(own.find("silence"), nullptr);
    EXPECT_EQ(own.find("first_answer")->mode, Mode::office_hours);
    EXPECT_EQ(all.version("sp4n-lapor", "1")->find("resolve")->amount, 14) << "the default itself stays";
}

constexpr std::string_view national = R"([
    {"id":"negeri","version":"1","effective_from":"2017-01-01","name_id":"n","name_en":"n","deadlines":[
      {"name":"resolve","name_id":"n","name_en":"n","mode":"working_days","amount":14,"starts_on":"received","source":"a"}]},
    {"id":"negeri","version":"2","effective_from":"2027-01-01","name_id":"n","name_en":"n","deadlines":[
      {"name":"resolve","name_id":"n","name_en":"n","mode":"working_days","amount":10,"starts_on":"received","source":"b"},
      {"name":"verify","name_id":"n","name_en":"n","mode":"working_days","amount":1,"starts_on":"received","source":"b"}]}])";

TEST(OwnProfiles, follow_a_new_national_default_and_keep_what_they_change) {
    const Profiles shipped = Profiles::parse(national).value();
    const std::vector<agency::OwnProfile> own{
        {"kota", "1", "2026-01-01",
         R"({"id":"kota","version":"1","effective_from":"2026-01-01","inherits":"negeri","deadlines":[]})"},
        {"kota", "2", "2027-06-01",
         R"({"id":"kota","version":"2","effective_from":"2027-06-01","inherits":"negeri",
             "deadlines":[{"name":"resolve","amount":9}]})"}};
    const auto all = with_own(shipped, own);
    ASSERT_TRUE(all) << all.error().field << all.error().detail;
    const struct {
        const char* day;
        const char* version;
        int resolve;
        bool verifies;
    } rows[] = {{"2025-01-01", "1+1", 14, false},
                {"2026-12-31", "1+1", 14, false},
                {"2027-01-01", "1+2", 10, true},
                {"2027-05-31", "1+2", 10, true},
                {"2027-06-01", "2+2", 9, true}};
    for (const auto& row : rows) {
        const Profile& at = **all->in_force("kota", day(row.day));
        EXPECT_EQ(at.version, row.version) << row.day;
        EXPECT_EQ(at.find("resolve")->amount, row.resolve) << row.day;
        EXPECT_EQ(at.find("verify") != nullptr, row.verifies) << row.day;
    }
}

TEST(OwnProfiles, name_what_is_wrong) {
    auto changed = [](std::string_view from, std::string_view to) {
        std::string out(faster);
        return out.replace(out.find(from), from.size(), to);
    };
    const struct {
        std::string json;
        const char* field;
    } rows[] = {
        {"{", ""},
        {changed(R"("id":"kota")", R"("id":"sp4n-lapor")"), "id"},
        {changed(R"("id":"kota")", R"("id":"a/b")"), "id"},
        {changed(R"("inherits":"sp4n-lapor")", R"("inherits":"besok")"), "inherits"},
        {changed(R"("version":"2")", R"("version":"2+1")"), "version"},
        {changed("2026-05-01", "1 Mei"), "effective_from"},
        {changed(R"("amount":7)", R"("amount":0)"), "deadlines[2].amount"},
        {changed(R"("mode":"office_hours")", R"("mode":"weeks")"), "deadlines[3].mode"},
        {changed(R"("starts_on":"received",)", ""), "deadlines[3].starts_on"},
    };
    for (const auto& row : rows) {
        const auto read = own_profile_of(row.json);
        ASSERT_FALSE(read) << row.json;
        EXPECT_EQ(read.error().field, row.field) << row.json << read.error().detail;
    }
}

TEST(OwnProfiles, of_an_agency_come_with_its_directory) {
    agency::DirectoryRows rows;
    rows.profiles = {own_profile_of(faster).value(), {"kaputt", "1", "2026-01-01", "{"}};
    const agency::Directory own(std::move(rows)), none(agency::DirectoryRows{});
    EXPECT_TRUE(profiles_of(own).in_force("kota", day("2026-06-01")));
    EXPECT_FALSE(profiles_of(own).in_force("kaputt", day("2026-06-01")))
        << "left out, and nothing else fails";
    EXPECT_EQ(&profiles_of(own), &profiles_of(own));
    EXPECT_EQ(&profiles_of(none), &shipped_profiles());
}

} // namespace
} // namespace deadlines
