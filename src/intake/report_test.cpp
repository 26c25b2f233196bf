#include "intake/report.h"

#include <gtest/gtest.h>

#include <functional>

namespace intake {
namespace {

ReportDraft good() {
    return {.key = "AAAAAAAAAAAAAAAAAAAAAA",
            .text = "Lubang besar",
            .place = "Jl. Tebet Barat VIII",
            .lat = "",
            .lon = "",
            .identity = "public",
            .email = "",
            .phone = "",
            .photos = {}};
}

TEST(Report, words_and_a_place_are_enough) {
    EXPECT_TRUE(check(good()).problems.empty());
}

TEST(Report, a_position_replaces_the_name_of_the_place) {
    auto draft = good();
    draft.place = "";
    draft.lat = "-6.2345";
    draft.lon = "106.85";
    auto checked = check(draft);
    EXPECT_TRUE(checked.problems.empty());
    ASSERT_TRUE(checked.report.point);
    EXPECT_DOUBLE_EQ(checked.report.point->lat, -6.2345);
}

TEST(Report, a_broken_position_is_let_go) {
    for (auto [lat, lon] :
         {std::pair{"x", "106"}, {"-6", ""}, {"91", "106"}, {"nan", "nan"}, {"51.5", "0.1"}}) {
        auto draft = good();
        draft.lat = lat;
        draft.lon = lon;
        auto checked = check(draft);
        EXPECT_TRUE(checked.problems.empty());
        EXPECT_FALSE(checked.report.point) << lat;
    }
}

TEST(Report, each_wrong_member_has_its_own_sentence) {
    struct Row {
        std::function<void(ReportDraft&)> spoil;
        ReportMember member;
    };
    const Row rows[] = {
        {[](ReportDraft& d) { d.text = " \n"; }, ReportMember::text},
        {[](ReportDraft& d) { d.text = std::string(4001, 'x'); }, ReportMember::text},
        {[](ReportDraft& d) { d.text = std::string("a\0b", 3); }, ReportMember::text},
        {[](ReportDraft& d) { d.place = ""; }, ReportMember::place},
        {[](ReportDraft& d) { d.place = "\xFF"; }, ReportMember::place},
        {[](ReportDraft& d) { d.identity = "admin"; }, ReportMember::identity},
        {[](ReportDraft& d) { d.email = "bukan surel"; }, ReportMember::email},
        {[](ReportDraft& d) { d.phone = "12"; }, ReportMember::phone},
        {[](ReportDraft& d) { d.photos.resize(4); }, ReportMember::photos},
        {[](ReportDraft& d) { d.key = "../../x"; }, ReportMember::key},
    };
    for (const auto& [spoil, member] : rows) {
        auto draft = good();
        spoil(draft);
        auto checked = check(draft);
        ASSERT_EQ(checked.problems.size(), 1u);
        EXPECT_EQ(checked.problems[0].first, member);
        EXPECT_FALSE(checked.problems[0].second.id.empty());
    }
}

TEST(Report, all_that_is_wrong_is_said_at_once) {
    EXPECT_EQ(check({.key = "",
                     .text = "",
                     .place = "",
                     .lat = "",
                     .lon = "",
                     .identity = "",
                     .email = "x",
                     .phone = "y",
                     .photos = {}})
                  .problems.size(),
              6u);
}

} // namespace
} // namespace intake
