#include "places/address.h"

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

} // namespace
} // namespace places
