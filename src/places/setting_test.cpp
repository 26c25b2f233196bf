#include "places/setting.h"

#include <gtest/gtest.h>

#include <string>

namespace places {
namespace {

TEST(Setting, tells_what_a_name_is_used_for) {
    using enum Setting;
    const struct {
        std::string_view text;
        Setting expected;
    } rows[] = {
        {"lampu di Melati mati", plain},
        {"Melati", plain},
        {"Jl. Kenanga, Melati, Kota Kediri", part},
        {"Jl. Kenanga 4,Melati", part},
        {"banjir, Melati tergenang", plain},
        {"Melati gang 3", lane},
        {"Jl. Melati RT 02", lane},
        {"Melati rt02", lane},
        {"Melati gg5", lane},
        {"RT 02 RW 04 Melati", lane},
        {"rw.04 Melati banjir", lane},
        {"rw04 Melati", lane},
        {"RW Melati", plain},
        {"no 4 Melati", plain},
        {"RW 04 Jl. Melati", street},
        {"RW 04 Melati Permai", quarter},
        {"Puskesmas Melati tutup", office},
        {"SDN 2 Melati", office},
        {"Masjid Melati", office},
        {"alfamart Melati", office},
        {"makam melati", office},
        {"Jl. Melati 12", street},
        {"Jalan Raya Melati", main_street},
        {"Melati Permai", quarter},
        {"Jl. Melati Indah 4", quarter},
        {"Griya Melati", estate},
        {"depan Stasiun Melati", landmark},
        {"pasar melati", landmark},
        {"macet arah Melati", heading},
        {"pergi ke Melati", heading},
        {"Pak Melati marah", person},
        {"Pak, Melati banjir", plain},
    };
    for (const auto& [text, expected] : rows) {
        auto at = text.find("Melati");
        if (at == std::string_view::npos) at = text.find("melati");
        EXPECT_EQ(setting_of(text, at, at + 6), expected) << text;
    }
}

TEST(Setting, looks_no_further_than_the_text) {
    const std::string text(1000, 'a');
    EXPECT_EQ(setting_of(text, 0, 1000), Setting::plain);
    EXPECT_EQ(setting_of(text, 500, 501), Setting::plain);
    EXPECT_EQ(setting_of("", 0, 0), Setting::plain);
    EXPECT_EQ(setting_of("\xff\xfe x \xff", 3, 4), Setting::plain);
}

} // namespace
} // namespace places
