#include "places/address.h"
#include "places/gazetteer.h"

#include <gtest/gtest.h>

namespace places {
namespace {

TEST(Address, loses_at_its_end_what_everybody_there_knows) {
    const struct {
        std::string_view address, area, expected;
    } rows[] = {
        {"Jl. Melati 7, Tebet, Kota Jakarta Selatan, Daerah Khusus Ibukota Jakarta 12820, Indonesia",
         "31.74.01.1001", "Jl. Melati 7, Tebet"},
        {"Jl. Melati 7, Tebet, Jakarta Selatan 12820, Indonesia", "31.74.01.1001", "Jl. Melati 7, Tebet"},
        {"Jl. Kenanga, Klojen, Kota Malang, Jawa Timur 65111", "35.73", "Jl. Kenanga, Klojen"},
        {"Jl. Kenanga, Klojen, Kota Malang, East Java, Indonesia, 65111", "35.73", "Jl. Kenanga, Klojen"},
        {"Jl. Kenanga, Kabupaten Kediri, Jawa Timur", "35.73", "Jl. Kenanga, Kabupaten Kediri"},
        {"Jawa Timur, Indonesia", "35.73", "Jawa Timur"},
        {"depan pasar", "35.73", "depan pasar"},
        {"Jl. Kenanga 65111", "35.73", "Jl. Kenanga 65111"},
        {"Jl. Kenanga, Indonesia", "", "Jl. Kenanga"},
        {", Indonesia", "", ", Indonesia"},
        {"", "35.73", ""},
    };
    for (const auto& row : rows)
        EXPECT_EQ(without_outer_areas(row.address, row.area), row.expected) << row.address;
}

TEST(Address, says_each_area_around_it_once) {
    const auto full = gazetteer().full_name("31.74.01.1001"),
               village = gazetteer().full_name("35.24.20.2004");
    ASSERT_FALSE(full.empty() || village.empty());
    const auto name = village.substr(0, village.find(','));
    const struct {
        std::string address, area, expected;
    } rows[] = {
        {"Jl. Melati 7", "31.74.01.1001", "Jl. Melati 7, " + full},
        {"Jl. Melati 7, Tebet", "31.74.01.1001", "Jl. Melati 7, " + full},
        {"Jl. Melati 7, " + full, "31.74.01.1001", "Jl. Melati 7, " + full},
        {"Tebet, Jakarta Selatan 12820, Indonesia", "31.74.01.1001", full},
        {name + ", Kalitengah", "35.24.20.2004", village},
        {"", "31.74.01.1001", full},
        {"depan pasar, Tebet", "", "depan pasar, Tebet"},
    };
    for (const auto& row : rows)
        EXPECT_EQ(with_area(row.address, row.area), row.expected) << row.address;
}

} // namespace
} // namespace places
