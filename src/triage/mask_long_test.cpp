#include "triage/mask.h"

#include <gtest/gtest.h>

#include <ctime>

namespace triage {
namespace {

constexpr std::string_view units[] = {"jalan rusak di depan pasar mohon diperbaiki ",
                                      "0812 3456 7890 ",
                                      "081234567890 ",
                                      "1 2 3 4 5 6 7 8 9 0 ",
                                      "3578 0101 0190 0001 ",
                                      "12-34-56-78-90-12 ",
                                      "1.2.3.4.",
                                      "(021) 555-1234/5 ",
                                      "0 0 0 0",
                                      "12/12/2022 10.00 ",
                                      "rp 1.000.000 ",
                                      "a@b.com ",
                                      "B 1234 CD ",
                                      "d 1 d 2 ",
                                      "jl mawar no 5 rt 1 rw 2 ",
                                      "gg 5 blok a "};

std::string text_of(std::string_view unit, std::size_t bytes) {
    std::string out;
    while (out.size() < bytes)
        out += unit;
    return out;
}

/// CPU time of this thread for one masking, the least of five: what else runs here does not count.
double seconds(const std::string& text) {
    const auto now = [] {
        timespec t{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
    };
    double least = 1e9;
    for (int run = 0; run < 5; ++run) {
        const double begin = now();
        const auto found = find_private(text);
        least = std::min(least, now() - begin);
    }
    return least;
}

/// Eight times the length would take 64 times the time if every number were held against every other: between
/// 8 and 64 there is room for a busy machine.
TEST(LongTexts, take_as_much_longer_as_they_are_longer_whatever_they_hold) {
    constexpr std::size_t bytes = 60'000;
    for (const auto unit : units)
        EXPECT_LT(seconds(text_of(unit, 8 * bytes)), 24 * seconds(text_of(unit, bytes)) + 0.01) << unit;
}

/// Within one run, against a text of words: no clock of another machine is assumed.
TEST(LongTexts, of_numbers_cost_no_more_than_some_times_a_text_of_words) {
    constexpr std::size_t bytes = 1'000'000;
    const double words = seconds(text_of(units[0], bytes)), spare = 0.02;
    for (const auto unit : units)
        EXPECT_LT(seconds(text_of(unit, bytes)), 60 * words + spare) << unit;
}

TEST(LongTexts, have_no_number_in_view_behind_the_last_that_is_asked) {
    for (std::string_view unit : {"0812 3456 7890, ", "hub 08123456789 ya, ", "nik 3578010101900001; "}) {
        const auto hidden = masked(text_of(unit, 300'000));
        EXPECT_EQ(hidden.find_first_of("0123456789"), std::string::npos) << unit;
        EXPECT_EQ(masked(hidden), hidden) << unit;
    }
}

TEST(LongTexts, part_no_number_where_the_asking_ends) {
    for (const std::size_t before : {3'996U, 3'997U, 3'998U, 3'999U, 4'000U}) {
        std::string text;
        for (std::size_t i = 0; i < before; ++i)
            text += "12 warga ";
        const std::string words = text;
        text += "hubungi 0812 3456 7890 ya, ada 15 orang di rumah nomor 7 dan 20 lagi";
        const auto hidden = masked(text);
        EXPECT_TRUE(hidden.starts_with(words + "hubungi [nomor telepon disamarkan]")) << before;
        EXPECT_EQ(hidden.find("7890"), std::string::npos) << before;
        EXPECT_EQ(hidden.find("20"), std::string::npos) << before;
        EXPECT_EQ(masked(hidden), hidden) << before;
    }
}

TEST(LongTexts, are_settled_after_the_first_masking) {
    for (const auto unit : units) {
        const auto once = masked(text_of(unit, 100'000));
        EXPECT_EQ(masked(once), once) << unit;
    }
}

TEST(LongTexts, of_ordinary_numbers_stay_as_they_are_while_they_are_few) {
    const std::string text = text_of("Rp 1.000.000 untuk 12 warga, ", 20'000);
    EXPECT_EQ(masked(text), text);
}

} // namespace
} // namespace triage
