#include "agency/agency.h"
#include "agency/topic.h"

#include <gtest/gtest.h>

namespace agency {
namespace {

Agency good() {
    Agency agency;
    agency.name = "Dinas Bina Marga";
    agency.prefix = "TGP";
    return agency;
}

TEST(Agency, fills_what_may_be_left_out) {
    auto agency = checked(good());
    ASSERT_TRUE(agency);
    EXPECT_EQ(agency->short_name, "Dinas Bina Marga");
    EXPECT_EQ(agency->organiser, "Dinas Bina Marga");
    EXPECT_TRUE(agency->is_emergency(0.8));
    EXPECT_FALSE(agency->is_emergency(0.79));
}

TEST(Agency, refuses_settings_that_would_break_a_page_or_a_code) {
    struct {
        void (*spoil)(Agency&);
        const char* field;
    } const table[] = {
        {[](Agency& a) { a.name = " "; }, "name"},
        {[](Agency& a) { a.name = "\xff"; }, "name"},
        {[](Agency& a) { a.short_name = std::string(41, 'x'); }, "short_name"},
        {[](Agency& a) { a.prefix = "T"; }, "prefix"},
        {[](Agency& a) { a.prefix = "TANGGAP"; }, "prefix"},
        {[](Agency& a) { a.prefix = "tgp"; }, "prefix"},
        {[](Agency& a) { a.host = "lapor jakarta"; }, "host"},
        {[](Agency& a) { a.host = "-a.id"; }, "host"},
        {[](Agency& a) { a.host = ""; }, "host"},
        {[](Agency& a) { a.accent = "\"><script>"; }, "accent"},
        {[](Agency& a) { a.profile = ""; }, "profile"},
        {[](Agency& a) { a.emergency_from = 0; }, "emergency_from"},
        {[](Agency& a) { a.emergency_from = 1.01; }, "emergency_from"},
        {[](Agency& a) { a.regions = {"31.74'"}; }, "regions"},
        {[](Agency& a) { a.regions = {""}; }, "regions"},
    };
    for (const auto& row : table) {
        Agency agency = good();
        row.spoil(agency);
        auto result = checked(agency);
        ASSERT_FALSE(result) << row.field;
        EXPECT_EQ(result.error().field, row.field);
    }
}

TEST(Agency, compares_hosts_without_case_port_and_last_dot) {
    EXPECT_EQ(host_name("Lapor.Jakarta.GO.ID:8443"), "lapor.jakarta.go.id");
    EXPECT_EQ(host_name("lapor.jakarta.go.id."), "lapor.jakarta.go.id");
    EXPECT_EQ(host_name("localhost"), "localhost");
    EXPECT_EQ(host_name("[::1]:8080"), "[::1]:8080");
}

TEST(Topic, keeps_its_code_and_gives_a_name_in_each_language) {
    Topic topic{.code = "jalan-rusak", .name_id = "Jalan rusak", .name_en = "", .words = {" lubang ", ""}};
    auto kept = checked(topic);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->name(base::Language::en), "Jalan rusak");
    EXPECT_EQ(kept->words, std::vector<std::string>{"lubang"});
    for (const char* code : {"", "a", "Jalan", "jalan rusak", "jalan/rusak"}) {
        topic.code = code;
        EXPECT_EQ(checked(topic).error().field, "code") << code;
    }
    topic.code = "jalan-rusak";
    topic.words = {"dua\nbaris"};
    EXPECT_EQ(checked(topic).error().field, "words");
}

} // namespace
} // namespace agency
