#include "triage/fold.h"
#include "triage/mask.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <ctime>

namespace triage {
namespace {

using rc::gen::elementOf;
using rc::gen::inRange;

const std::vector<std::string>& vocabulary() {
    static const std::vector<std::string> words = {"jalan",
                                                   "rusak",
                                                   "mohon",
                                                   "diperbaiki",
                                                   "di",
                                                   "RT",
                                                   "03",
                                                   "RW",
                                                   "05",
                                                   "lampu",
                                                   "PJU",
                                                   "mati",
                                                   "sejak",
                                                   "2",
                                                   "hari",
                                                   "Jl.",
                                                   "Mawar",
                                                   "no",
                                                   "12",
                                                   "nomor",
                                                   "saya",
                                                   "NIK",
                                                   "hub",
                                                   "wa",
                                                   "KK",
                                                   "tolong",
                                                   "pak",
                                                   "bu,",
                                                   "terima kasih.",
                                                   "ini",
                                                   "08",
                                                   "2022",
                                                   "B",
                                                   "jam",
                                                   "07.30",
                                                   "Rp",
                                                   "500.000",
                                                   "\n",
                                                   "(",
                                                   ")",
                                                   "-",
                                                   "!!!",
                                                   "banjirrr",
                                                   "🙏🙏",
                                                   "Kel.",
                                                   "Tebet",
                                                   "plat",
                                                   "rek",
                                                   "di",
                                                   "a.n.",
                                                   "e-KTP",
                                                   "é",
                                                   "+",
                                                   "@",
                                                   "alamat",
                                                   "tinggal",
                                                   "rumah",
                                                   "warga",
                                                   "Pak",
                                                   "gang",
                                                   "Blok",
                                                   "F/23",
                                                   "5/4",
                                                   "ibu",
                                                   "balai",
                                                   "lanjut",
                                                   "nol delapan",
                                                   "dua",
                                                   "BRI",
                                                   "0"};
    return words;
}
std::string text_of(int most) {
    std::string out;
    const int count = *inRange(0, most);
    for (int i = 0; i < count; ++i)
        out += *elementOf(vocabulary()) + " ";
    return out;
}
std::string digits_of(int count) {
    std::string out;
    for (int i = 0; i < count; ++i)
        out += static_cast<char>('0' + *inRange(0, 10));
    return out;
}
/// The digits with the same mark between groups.
std::string grouped(const std::string& digits, const std::vector<std::size_t>& sizes,
                    const std::string& mark) {
    std::string out;
    std::size_t at = 0;
    for (std::size_t size : sizes) {
        out += (out.empty() ? "" : mark) + digits.substr(at, size);
        at += size;
    }
    return out + digits.substr(at);
}
std::string only_digits(std::string_view text) {
    std::string out;
    for (char c : fold(text).text)
        if (is_digit(c)) out += c;
    return out;
}

RC_GTEST_PROP(MaskProperty, no_planted_identity_number_is_left, ()) {
    const int day = *inRange(1, 32) + (*rc::gen::arbitrary<bool>() ? 40 : 0);
    const std::string number = fmt::format(
        "{}{:02}{:02}{:02}{:02}{:02}{:04}", *elementOf(std::vector<int>{11, 31, 32, 35, 64, 73, 91}),
        *inRange(1, 80), *inRange(1, 40), day, *inRange(1, 13), *inRange(0, 100), *inRange(1, 10000));
    const std::string mark = *elementOf(std::vector<std::string>{"", " ", ".", "-", "\u200b", " - "});
    const auto sizes =
        *elementOf(std::vector<std::vector<std::size_t>>{{4, 4, 4}, {6, 6}, {2, 2, 2, 6}, {8}});
    const std::string planted = grouped(number, sizes, mark);
    const std::string text = text_of(12) + planted + " " + text_of(12);
    const std::string out = masked(text);
    RC_ASSERT(out.find(planted) == std::string::npos);
    RC_ASSERT(only_digits(out).find(number) == std::string::npos);
}

RC_GTEST_PROP(MaskProperty, no_planted_phone_number_is_left, ()) {
    const std::string head = *elementOf(std::vector<std::string>{"08", "628", "+628"});
    const std::string number = head + static_cast<char>('1' + *inRange(0, 9)) + digits_of(*inRange(8, 10));
    const std::string mark = *elementOf(std::vector<std::string>{"", " ", "-", ".", "\u200b"});
    const std::size_t lead = head.size() + 2;
    const std::string planted = grouped(number, {lead, 4}, mark);
    const std::string text = text_of(12) + planted + " " + text_of(12);
    const std::string out = masked(text);
    RC_ASSERT(out.find(planted) == std::string::npos);
    RC_ASSERT(only_digits(out).find(only_digits(number)) == std::string::npos);
}

RC_GTEST_PROP(MaskProperty, no_planted_mail_address_is_left, ()) {
    const std::string name =
        *elementOf(std::vector<std::string>{"budi", "siti.aminah", "a_b-c", "warga99", "x"});
    const std::string host =
        *elementOf(std::vector<std::string>{"gmail.com", "yahoo.co.id", "surabaya.or.id", "kantor-kita.org"});
    const std::string text = text_of(12) + name + "@" + host + " " + text_of(12);
    RC_ASSERT(masked(text).find(name + "@" + host) == std::string::npos);
    RC_ASSERT(masked(text).find("@" + host) == std::string::npos);
}

RC_GTEST_PROP(MaskProperty, no_planted_number_plate_is_left, ()) {
    const std::string region =
        *elementOf(std::vector<std::string>{"B", "L", "AB", "DK", "W", "KT", "N", "BK"});
    const std::string mark = *elementOf(std::vector<std::string>{"", " ", "-"});
    std::string letters;
    for (int i = *inRange(1, 4); i > 0; --i)
        letters += static_cast<char>('A' + *inRange(0, 26));
    const std::string planted = region + mark + std::to_string(*inRange(100, 10000)) + mark + letters;
    const std::string text = text_of(8) + "mobil " + planted + " " + text_of(8);
    RC_ASSERT(masked(text).find(planted) == std::string::npos);
}

RC_GTEST_PROP(MaskProperty, masking_again_changes_nothing, ()) {
    std::string text = text_of(20) + digits_of(*inRange(0, 30)) + " " + text_of(10) +
                       digits_of(*inRange(0, 16)) + *elementOf(vocabulary()) + digits_of(*inRange(0, 8)) +
                       text_of(5);
    const std::string once = masked(text);
    RC_ASSERT(masked(once) == once);
}

RC_GTEST_PROP(MaskProperty, any_bytes_are_masked_once_and_for_all, (const std::string& text)) {
    const std::string once = masked(text);
    RC_ASSERT(masked(once) == once);
    std::size_t at = 0;
    for (const Mask& mask : find_private(text)) {
        RC_ASSERT(mask.begin >= at);
        RC_ASSERT(mask.begin < mask.end);
        RC_ASSERT(mask.end <= text.size());
        at = mask.end;
    }
}

RC_GTEST_PROP(MaskProperty, text_without_digits_or_signs_stays, ()) {
    std::string text;
    for (int i = *inRange(0, 30); i > 0; --i)
        text += *elementOf(std::vector<std::string>{"jalan", "rusak", "Mohon", "é", "🙏", "RT", "BANJIR",
                                                    "bapak", "\n", ",", "at", "dot"}) +
                " ";
    RC_ASSERT(masked(text) == text);
}

/// Processor time, so that a busy machine does not count.
double seconds(const std::string& piece, std::size_t size) {
    std::string text;
    while (text.size() < size)
        text += piece;
    const std::clock_t start = std::clock();
    EXPECT_LE(find_private(text).size(), size);
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

TEST(MaskProperty, hostile_text_takes_time_in_line_with_its_length) {
    for (const std::string& piece : std::vector<std::string>{"1",
                                                             "1 ",
                                                             "08",
                                                             "0812 ",
                                                             "@",
                                                             "a@",
                                                             "a@b.",
                                                             " at ",
                                                             "a at gmail dot ",
                                                             "B 1 ",
                                                             "no ",
                                                             "rek no saya ",
                                                             "\u200b",
                                                             "3578",
                                                             "-.-",
                                                             "é",
                                                             "1\u0301",
                                                             "o8",
                                                             "\xff",
                                                             "nik 1 ",
                                                             "jl ",
                                                             "jl a no 1 ",
                                                             "saya di ",
                                                             "rt 1 ",
                                                             "alamat jl a no 1 ",
                                                             "nol dua ",
                                                             " dot a at yahoo dot ",
                                                             "rumah saya jl a 1/2 ",
                                                             "o8i",
                                                             "d 6 "}) {
        const double quarter = seconds(piece, 25'000);
        EXPECT_LT(seconds(piece, 100'000), 10 * quarter + 0.1)
            << piece << ": four times the text, sixteen times the time";
    }
}

} // namespace
} // namespace triage
