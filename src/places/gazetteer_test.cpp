#include "places/gazetteer.h"
#include "places/region.h"
#include "places/shipped.h"

#include <gtest/gtest.h>

#include <map>

namespace places {
namespace {

TEST(Gazetteer, holds_every_area_of_the_shipped_file) {
    std::map<Level, int> count;
    for (const auto& row : gazetteer().rows())
        ++count[level_of(row.number)];
    EXPECT_EQ(gazetteer().size(), 91'599U);
    EXPECT_EQ(count[Level::province], 38);
    EXPECT_EQ(count[Level::regency], 514);
    EXPECT_EQ(count[Level::district], 7'285);
    EXPECT_EQ(count[Level::village], 83'762);
}

TEST(Gazetteer, finds_every_code_with_all_areas_around_it) {
    int wrong = 0;
    for (const auto& row : gazetteer().rows()) {
        const std::string code = code_text(row.number);
        if (code_number(code) != row.number || gazetteer().row(row.number) != &row) ++wrong;
        for (Level level : {Level::province, Level::regency, Level::district})
            if (level < level_of(row.number) && !gazetteer().row(at_level(row.number, level))) ++wrong;
        if (!in_indonesia({row.lat_e4 / 1e4, row.lon_e4 / 1e4})) ++wrong;
        if (gazetteer().name(row).empty()) ++wrong;
    }
    EXPECT_EQ(wrong, 0);
}

TEST(Gazetteer, tells_an_area_and_its_chain) {
    const auto area = gazetteer().find("31.74.01.1002");
    ASSERT_TRUE(area);
    EXPECT_EQ(area->name, "Tebet Barat");
    EXPECT_EQ(area->level, Level::village);
    EXPECT_DOUBLE_EQ(area->lat, -6.2349);
    EXPECT_DOUBLE_EQ(area->lon, 106.849);
    std::string names;
    for (const Area& each : gazetteer().chain("31.74.01.1002"))
        names += each.name + "/";
    EXPECT_EQ(names, "Tebet Barat/Tebet/Kota Administrasi Jakarta Selatan/Daerah Khusus Ibukota Jakarta/");
}

TEST(Gazetteer, knows_nothing_of_codes_that_are_none) {
    for (std::string_view code : {"", "3", "31.", "31.7", "31-74", "31.74.01.1002 ", "31.74.01.100", "99",
                                  "31.74.01.9999", "00", "31.00", "a1"}) {
        EXPECT_FALSE(gazetteer().find(code)) << code;
        EXPECT_TRUE(gazetteer().chain(code).empty()) << code;
        EXPECT_EQ(gazetteer().full_name(code), "") << code;
    }
}

TEST(Gazetteer, names_areas_as_people_do) {
    struct Case {
        std::string_view code, name;
    };
    for (auto [code, name] :
         {Case{"31.74.01.1002", "Tebet Barat, Tebet, Jakarta Selatan"},
          Case{"31.74.01", "Tebet, Jakarta Selatan"}, Case{"31.74", "Jakarta Selatan"},
          Case{"31.01", "Kepulauan Seribu"}, Case{"31", "DKI Jakarta"}, Case{"34", "DI Yogyakarta"},
          Case{"35.73", "Kota Malang"}, Case{"35.07", "Kabupaten Malang"}, Case{"32.79", "Kota Banjar"},
          Case{"35.78.25.1001", "Gunung Anyar, Gunung Anyar, Surabaya"}})
        EXPECT_EQ(gazetteer().full_name(code), name);
}

TEST(Gazetteer, lists_the_areas_right_below) {
    EXPECT_EQ(gazetteer().children("").size(), 38U);
    EXPECT_EQ(gazetteer().children("31").size(), 6U);
    EXPECT_EQ(gazetteer().children("35.78").size(), 31U);
    EXPECT_EQ(gazetteer().children("31.74.01").size(), 7U);
    EXPECT_TRUE(gazetteer().children("31.74.01.1002").empty());
    EXPECT_TRUE(gazetteer().children("nowhere").empty());
}

TEST(Gazetteer, gives_a_village_without_point_the_one_of_its_district) {
    const auto village = gazetteer().find("11.16.06.2021"), district = gazetteer().find("11.16.06");
    ASSERT_TRUE(village && district);
    EXPECT_EQ(village->lat, district->lat);
    EXPECT_EQ(village->lon, district->lon);
}

TEST(Gazetteer, says_which_line_is_wrong) {
    struct Case {
        std::string_view lines, detail;
    };
    for (auto [lines, detail] : {
             Case{"31\tJakarta\t-6.1\t106.8\n31.7\tX\t\t\n", "line 2: a code such as"},
             Case{"31\t\t-6.1\t106.8\n", "line 1: a name"},
             Case{"31\tJakarta\t-6.1\t106.8\n31\tJakarta\t\t\n", "line 2: codes must rise"},
             Case{"32\tA\t\t\n31\tB\t\t\n", "line 2: codes must rise"},
             Case{"31.74\tJakarta Selatan\t-6.1\t106.8\n", "line 1: the area around it"},
             Case{"31\tJakarta\t-6.1\n", "line 1: latitude"},
             Case{"31\tJakarta\tsouth\t106.8\n", "line 1: latitude"},
             Case{"31\tJakarta\t-6.12345\t106.8\n", "line 1: latitude"},
             Case{"31\tJakarta\t-6.1\t106.8\textra\n", "line 1: latitude"},
             Case{"\n", "line 1: a code"},
         }) {
        const auto read = Gazetteer::parse(lines);
        ASSERT_FALSE(read) << lines;
        EXPECT_EQ(read.error().code, "gazetteer.line");
        EXPECT_TRUE(read.error().detail.starts_with(detail)) << read.error().detail;
    }
    EXPECT_TRUE(Gazetteer::parse(""));
    EXPECT_TRUE(Gazetteer::parse("31\tJakarta\t-6\t106.8345"));
}

TEST(Gazetteer, every_alias_stands_for_an_area) {
    const Region all = gazetteer().within({});
    int lines = 0;
    for (std::string_view rest = shipped::aliases(); !rest.empty();) {
        const auto end = rest.find('\n');
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end + 1);
        if (line.starts_with('#')) continue;
        ++lines;
        const auto tab = line.find('\t');
        ASSERT_NE(tab, std::string_view::npos) << line;
        bool found = false;
        for (const Area& area : all.named(line.substr(0, tab)))
            found |= area.code == line.substr(tab + 1);
        EXPECT_TRUE(found) << line;
    }
    EXPECT_GT(lines, 30);
}

} // namespace
} // namespace places
