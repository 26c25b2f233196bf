#include "cases/likeness.h"
#include "cases/testing.h"
#include "places/gazetteer.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cases {
namespace {

Signature signed_by(std::string_view text, std::string_view place, int hours = 0,
                    std::optional<std::string> topic = "jalan-rusak",
                    std::optional<std::string> area = "31.74.01.1001") {
    return signature_of({.text = text,
                         .place = place,
                         .topic = std::move(topic),
                         .area = std::move(area),
                         .point = {},
                         .at = testing::now + std::chrono::hours(hours)});
}

constexpr std::string_view hole = "Lubang besar di tengah jalan dekat warung sate, kemarin ada motor jatuh";

TEST(Likeness, compares_words_place_and_numbers) {
    struct Row {
        std::string_view why;
        std::string_view text_a, place_a, text_b, place_b;
        bool is_likely;
        Unlike because = Unlike::nothing;
    };
    const Row rows[] = {
        {"the same words at the same place", hole, "Jl. Mangga 5", hole, "Jalan Mangga nomor 5", true},
        {"the same thing told at more length", hole, "Jalan Mangga gang 3",
         "Selamat pagi, mohon diperbaiki lubang besar di tengah jalan dekat warung sate, kemarin ada motor "
         "jatuh "
         "dan tadi pagi sepeda",
         "Mangga gg 3", true},
        {"gang 3 and gang 5", hole, "Jalan Mangga gang 3", hole, "Jalan Mangga gang 5", false,
         Unlike::numbers},
        {"roman numbers are numbers", hole, "Jalan Mangga III", hole, "Jalan Mangga 5", false,
         Unlike::numbers},
        {"and equal ones are equal", hole, "Jalan Mangga III", hole, "Jalan Mangga 3", true},
        {"house numbers", "Pohon tinggi rawan tumbang menyentuh kabel listrik rumah warga",
         "Jl. Kenari no. 12", "Pohon tinggi rawan tumbang menyentuh kabel listrik rumah warga",
         "Jl. Kenari no. 48", false, Unlike::numbers},
        {"RT 02 and RT02", hole, "RT 02 RW 5", hole, "RT02 RW05", true},
        {"another RT", hole, "RT 02 RW 5", hole, "RT 07 RW 5", false, Unlike::numbers},
        {"lanes that have names", hole, "Gang Delima", hole, "Gang Kenanga", false, Unlike::numbers},
        {"another street", hole, "Jalan Mangga Raya", hole, "Jalan Cempaka Putih", false, Unlike::place},
        {"amounts are no names", "Lampu jalan mati 8 titik semua di belakang pasar lama sejak kemarin malam",
         "Jl. Kenari", "Lampu jalan mati 6 titik semua di belakang pasar lama sejak kemarin malam",
         "Jl. Kenari", true},
        {"other words", hole, "Jalan Mangga 5", "Sampah menumpuk bau sekali tidak diangkut seminggu",
         "Jalan Mangga 5", false, Unlike::words},
        {"two words are not enough without a place", "Jalan rusak", "", "Jalan rusak", "", false,
         Unlike::words},
        {"two words at one address are", "Jalan rusak", "Jl. Mangga no. 5", "Jalan rusak",
         "Jalan Mangga 5 no 5", true},
        {"a form filled in for another child",
         "Mohon bantuan seragam sekolah untuk siswa bernama Sekar Wulandari kelas melati sekolah dasar "
         "harapan",
         "Jl. Mangga 5",
         "Mohon bantuan seragam sekolah untuk siswa bernama Bagas Pratama kelas anggrek sekolah menengah "
         "bangsa",
         "Jl. Mangga 5", false, Unlike::words},
    };
    for (const auto& row : rows) {
        const auto a = signed_by(row.text_a, row.place_a), b = signed_by(row.text_b, row.place_b, 5);
        const auto there = likeness(a, b), back = likeness(b, a);
        EXPECT_EQ(there.is_likely, row.is_likely) << row.why << ": " << there.score;
        EXPECT_EQ(there.because, row.because) << row.why;
        EXPECT_EQ(there, back) << row.why << " does not depend on who came first";
    }
}

TEST(Likeness, tells_why) {
    const auto why = likeness(signed_by(hole, "Jalan Mangga gang 3"), signed_by(hole, "Jl Mangga gg 3", 5));
    EXPECT_EQ(why.apart, std::chrono::hours(5));
    EXPECT_EQ(why.place, std::vector<std::string>{"mangga"});
    EXPECT_EQ(why.numbers, (std::vector<Named>{{"gang", "3"}}));
    EXPECT_EQ(why.words.size(), 4U);
    EXPECT_FALSE(why.meters);
}

TEST(Likeness, a_point_tells_how_far) {
    auto a = signed_by(hole, "Jalan Mangga"), b = signed_by(hole, "depan toko Jaya", 5);
    EXPECT_FALSE(likeness(a, b).is_likely) << "two places by their words";
    a.point = places::Point{-6.2300, 106.8500};
    b.point = places::Point{-6.2301, 106.8501};
    const auto near = likeness(a, b);
    EXPECT_TRUE(near.is_likely) << "fifteen metres apart they are one";
    ASSERT_TRUE(near.meters);
    EXPECT_NEAR(*near.meters, 15.7, 1);
    b.point = places::Point{-6.2400, 106.8500};
    EXPECT_EQ(likeness(a, b).because, Unlike::distance);
}

TEST(Likeness, each_topic_has_its_spread) {
    struct Row {
        std::optional<std::string> topic;
        int hours;
        bool is_likely;
    };
    const Row rows[] = {
        {"jalan-rusak", 24 * 29, true}, {"jalan-rusak", 24 * 31, false}, {"banjir", 24, true},
        {"banjir", 24 * 3, false},      {"sampah", 24 * 6, true},        {"sampah", 24 * 8, false},
        {std::nullopt, 24 * 13, true},  {std::nullopt, 24 * 15, false},
    };
    for (const auto& row : rows) {
        const auto why = likeness(signed_by(hole, "Jl. Mangga 5", 0, row.topic),
                                  signed_by(hole, "Jl. Mangga 5", row.hours, row.topic));
        EXPECT_EQ(why.is_likely, row.is_likely) << row.topic.value_or("none") << " " << row.hours;
    }
    EXPECT_GT(spread_of("banjir").meters, spread_of("pohon-tumbang").meters);
}

TEST(Likeness, another_topic_or_village_is_another_thing) {
    const auto one = signed_by(hole, "Jl. Mangga 5");
    EXPECT_EQ(likeness(one, signed_by(hole, "Jl. Mangga 5", 1, "trotoar")).because, Unlike::topic);
    EXPECT_EQ(likeness(one, signed_by(hole, "Jl. Mangga 5", 1, "jalan-rusak", "31.74.01.1002")).because,
              Unlike::place);
    EXPECT_TRUE(likeness(one, signed_by(hole, "Jl. Mangga 5", 1, std::nullopt, "31.74")).is_likely)
        << "what nobody has placed or sorted yet may be the same";
}

TEST(Signature, is_kept_in_a_row_and_read_back) {
    const auto signature = signed_by("Lubang di gang 3 dan 5, blok E nomor 12", "Gang Delima RT 04");
    Signature read;
    read_terms(read, to_terms(signature));
    EXPECT_EQ(read.words, signature.words);
    EXPECT_EQ(read.place, signature.place);
    EXPECT_EQ(read.numbers, signature.numbers);
    EXPECT_EQ(read.area, signature.area);
    EXPECT_EQ(signature.numbers, (std::vector<Named>{{"blok", "e"},
                                                     {"gang", "3"},
                                                     {"gang", "5"},
                                                     {"gang-", "delima"},
                                                     {"nomor", "12"},
                                                     {"tetangga", "4"}}));
}

TEST(Signature, the_middle_of_a_village_is_no_point) {
    Case c = testing::pothole(State::verified);
    EXPECT_TRUE(signature_of(c, "Lubang").point);
    const auto area = places::gazetteer().find("31.74.01.1001");
    ASSERT_TRUE(area);
    c.area = area->code;
    c.lat = area->lat;
    c.lon = area->lon;
    EXPECT_FALSE(signature_of(c, "Lubang").point);
}

TEST(Signature, the_public_one_knows_only_what_is_published) {
    Case c = testing::pothole(State::verified);
    c.public_text = "Lubang di tepi jalan";
    const auto open = public_signature_of(c);
    ASSERT_TRUE(open);
    EXPECT_EQ(std::ranges::count(open->words, "tepi"), 1);
    c.identity_mode = IdentityMode::rahasia;
    EXPECT_FALSE(public_signature_of(c));
    EXPECT_FALSE(public_signature_of(testing::pothole(State::received)));
}

} // namespace
} // namespace cases
