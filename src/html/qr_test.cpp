#include "html/qr.h"

#include <gtest/gtest.h>

namespace html {
namespace {

TEST(Qr, a_code_of_21_modules_has_its_finder_pattern_in_the_corner) {
    auto drawn = qr_code("TANGGAP", "Kode").str();
    EXPECT_NE(drawn.find("viewBox=\"0 0 29 29\""), std::string::npos) << drawn.substr(0, 80);
    // Seven dark modules begin the first row behind the quiet zone; then a white one.
    EXPECT_NE(drawn.find("d=\"M4 4h7v1h-7z"), std::string::npos) << drawn.substr(0, 120);
    EXPECT_NE(drawn.find("aria-label=\"Kode\""), std::string::npos);
}

TEST(Qr, what_does_not_fit_is_not_drawn) {
    EXPECT_TRUE(qr_code(std::string(3000, 'x'), "Kode").empty());
    EXPECT_TRUE(qr_code(std::string("a\0b", 3), "Kode").empty());
    EXPECT_FALSE(
        qr_code("https://contoh.go.id/lacak/TGP-7K3M-9QXT?kunci=AAAAAAAAAAAAAAAAAAAAAA", "Kode").empty());
}

} // namespace
} // namespace html
