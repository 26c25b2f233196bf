#include "places/resolve.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <random>

namespace places {
namespace {

const Region& of(const char* code) {
    static const Region jakarta = gazetteer().within(std::vector<std::string>{"31"});
    static const Region surabaya = gazetteer().within(std::vector<std::string>{"35.78"});
    static const Region east_java = gazetteer().within(std::vector<std::string>{"35"});
    static const Region malang = gazetteer().within(std::vector<std::string>{"35.73"});
    static const Region indonesia = gazetteer().within({});
    switch (*code) {
    case 'M': return malang;
    case 'J': return jakarta;
    case 'S': return surabaya;
    case 'T': return east_java;
    default: return indonesia;
    }
}

TEST(Resolve, finds_the_place_that_is_meant) {
    struct Case {
        const char* region;
        std::string_view text, code, words;
        double at_least;
    };
    for (auto [region, text, code, words, at_least] : {
             Case{"J", "Jalan rusak di Tebet Barat dekat puskesmas", "31.74.01.1002", "Tebet Barat", 0.7},
             Case{"J", "jln berlubang di tebetbarat!!", "31.74.01.1002", "tebetbarat", 0.7},
             Case{"J", "Banjir Kel. Cipinang Melayu, Kec. Makasar, Jakarta Timur", "31.75.08.1005",
                  "Cipinang Melayu", 0.9},
             Case{"J", "lampu mati di jaksel", "31.74", "jaksel", 0.7},
             Case{"J", "lampu mati di kecamatan tebet", "31.74.01", "tebet", 0.9},
             Case{"J", "sampah di Menteng Dalam, Tebet", "31.74.01.1003", "Menteng Dalam", 0.9},
             Case{"S", "rumah contoh RT 9 RW 8 kelurahan jemurwonosari kecamatan wonocolo kota surabaya",
                  "35.78.02.1004", "jemurwonosari", 0.9},
             Case{"S", "Contoh 99 RT 09 RW 08 Kel.Gundih Kec.Bubutan", "35.78.13.1003", "Gundih", 0.9},
             Case{"S", "PJU padam di Gununganyar Tambak", "35.78.25.1004", "Gununganyar Tambak", 0.7},
             Case{"S", "Jalan Contoh, Keputih, Kota Surabaya, Jawa Timur, Indonesia", "35.78.09.1001",
                  "Keputih", 0.7},
             Case{"T", "Desa Sidomulyo, Kecamatan Buduran, air mati", "35.15.15.2006", "Sidomulyo", 0.9},
             Case{"I", "warga Sidomulyo Kec. Batu, Kota Batu mengeluh", "35.79.01.2007", "Sidomulyo", 0.8},
             Case{"I", "Kabupaten Malang", "35.07", "Malang", 0.9},
             Case{"I", "Kota Malang", "35.73", "Malang", 0.9},
         }) {
        const auto found = resolve(text, of(region));
        ASSERT_FALSE(found.empty()) << text;
        EXPECT_EQ(found[0].area.code, code) << text << ": " << found[0].area.name;
        EXPECT_EQ(text.substr(found[0].begin, found[0].end - found[0].begin), words);
        EXPECT_GE(found[0].p, at_least) << text;
    }
}

TEST(Resolve, is_not_sure_where_many_have_the_name) {
    const auto found = resolve("jalan di Sidomulyo rusak parah", of("I"));
    for (const Candidate& candidate : found)
        EXPECT_LT(candidate.p, 0.1) << candidate.area.code;
    EXPECT_LE(found.size(), 8U);
}

TEST(Resolve, takes_ordinary_words_for_places_only_with_a_cue) {
    for (std::string_view text : {"lampu di pasar mati", "sumber air kotor", "tolong jalan ini",
                                  "kota saya dari dulu batu", "sampah di kali dan got"})
        EXPECT_TRUE(resolve(text, of("I")).empty())
            << text << " is not " << resolve(text, of("I"))[0].area.name;
    const auto genteng = resolve("lampu mati, kel. Kapasan", of("S"));
    ASSERT_FALSE(genteng.empty());
    const auto karang = resolve("Desa Sumber, Kecamatan Sumber, Kabupaten Probolinggo", of("T"));
    ASSERT_FALSE(karang.empty());
    EXPECT_TRUE(karang[0].area.code.starts_with("35.13.")) << karang[0].area.code;
}

TEST(Resolve, gives_district_and_village_of_one_name_both) {
    const auto found = resolve("jalan di Wiyung rusak", of("S"));
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].area.level, Level::district);
    EXPECT_EQ(found[1].area.level, Level::village);
    EXPECT_TRUE(found[1].area.code.starts_with(found[0].area.code));
}

TEST(Resolve, trusts_a_street_name_less_than_an_area) {
    const auto street = resolve("Jl. Raya Wonokromo macet", of("S")),
               area = resolve("kelurahan Wonokromo macet", of("S"));
    ASSERT_FALSE(street.empty());
    ASSERT_FALSE(area.empty());
    EXPECT_LT(street[0].p, 0.6);
    EXPECT_GT(area[0].p, 0.9);
}

double sureness(std::string_view text, const char* region, std::string_view code) {
    for (const Candidate& candidate : resolve(text, of(region)))
        if (candidate.area.code == code) return candidate.p;
    return 0;
}

TEST(Resolve, trusts_a_name_by_what_it_is_used_for) {
    constexpr std::string_view keputih = "35.78.09.1001";
    const double area = sureness("sampah di Keputih", "S", keputih);
    EXPECT_GT(sureness("sampah di kelurahan Keputih", "S", keputih), area);
    EXPECT_GT(sureness("sampah di Keputih gang 3", "S", keputih), area);
    EXPECT_GT(sureness("sampah di Jl. Contoh 3, Keputih, Kota Surabaya", "S", keputih), area);
    EXPECT_LT(sureness("sampah di Jl. Keputih 3", "S", keputih), area);
    EXPECT_LT(sureness("Puskesmas Keputih tutup", "S", keputih), area);
    for (std::string_view text : {"sampah di Keputih Permai", "sampah di Griya Keputih",
                                  "depan Pasar Keputih", "macet arah Keputih", "Pak Keputih marah"}) {
        EXPECT_GT(sureness(text, "S", keputih), 0) << text;
        EXPECT_LT(sureness(text, "S", keputih), 0.6) << text;
    }
}

TEST(Resolve, takes_a_quarter_called_after_a_district_to_lie_in_it) {
    EXPECT_GE(sureness("sampah di Tenggilis Mejoyo Indah", "S", "35.78.24"), 0.6);
    EXPECT_LT(sureness("sampah di Griya Tenggilis Mejoyo", "S", "35.78.24"), 0.6);
}

TEST(Resolve, is_not_sure_between_two_places) {
    for (std::string_view text : {"sampah di Keputih dan Kebraon", "Jl. Keputih 4, Jl. Kebraon 5",
                                  "dari kelurahan Keputih ke kelurahan Kebraon"}) {
        const auto found = resolve(text, of("S"));
        ASSERT_GE(found.size(), 2U) << text;
        EXPECT_LT(found[0].p, 0.6) << text;
    }
}

TEST(Resolve, trusts_the_part_of_an_address_more_than_its_street) {
    const auto found = resolve("Jl. Kebraon 3, Keputih, Kota Surabaya, Jawa Timur, Indonesia", of("S"));
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].area.code, "35.78.09.1001");
    EXPECT_GE(found[0].p, 0.6);
}

TEST(Resolve, trusts_the_address_more_than_the_words_before_it) {
    const std::string words = "saya warga kelurahan Kebraon\n", address = "kelurahan Keputih";
    const auto found = resolve(words + address, of("S"), words.size());
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].area.code, "35.78.09.1001");
    EXPECT_GE(found[0].p, 0.6);
    EXPECT_LT(resolve(words + address, of("S"))[0].p, 0.6);
}

/// The surest of an address, after some words that name nothing.
Candidate surest(std::string_view address, const char* region, std::string words = "air mati\n") {
    const std::size_t address_at = words.size();
    const auto found = resolve(words.append(address), of(region), address_at);
    return found.empty() ? Candidate{} : found[0];
}

TEST(Resolve, takes_what_is_called_after_a_district_in_an_address_to_lie_in_it) {
    for (std::string_view address :
         {"Jl. Raya Lowokwaru 3", "depan pasar Lowokwaru", "Griya Lowokwaru B 4", "Lowokwaru Indah B 4"}) {
        const auto found = surest(address, "M");
        EXPECT_EQ(found.area.code, "35.73.05") << address;
        EXPECT_GE(found.p, 0.6) << address;
    }
    EXPECT_LT(surest("depan toko arah Lowokwaru", "M").p, 0.6);
    EXPECT_LT(surest("Jl. Raya Merjosari 3", "M").p, 0.6);
}

TEST(Resolve, is_no_surer_of_the_village_where_its_district_of_the_same_name_is_said_twice) {
    EXPECT_EQ(surest("depan toko Lowokwaru", "M", "lampu di Lowokwaru mati\n").area.code, "35.73.05");
    EXPECT_EQ(surest("Lowokwaru gang 4", "M", "jalan Lowokwaru gang 4 rusak\n").area.code, "35.73.05");
    EXPECT_EQ(surest("Kel. Lowokwaru, Kec. Lowokwaru", "M").area.code, "35.73.05.1011");
}

TEST(Resolve, reads_a_district_right_before_its_village_as_one_name_of_the_district) {
    const auto found = surest("Lowokwaru Merjosari 4B no 3", "M");
    EXPECT_EQ(found.area.code, "35.73.05");
    EXPECT_GE(found.p, 0.6);
    for (std::string_view narrow_first :
         {"Merjosari Lowokwaru", "Lowokwaru, Merjosari", "Lowokwaru kel. Merjosari"})
        EXPECT_EQ(surest(narrow_first, "M").area.code, "35.73.05.1002") << narrow_first;
}

TEST(Resolve, trusts_a_named_level_in_the_words_more_than_a_bare_address) {
    const std::string words = "sampah di kelurahan Merjosari menumpuk\n";
    const auto found = surest("Jl. Contoh 3, Kasin, Kota Malang, Jawa Timur, Indonesia", "M", words);
    EXPECT_EQ(found.area.code, "35.73.05.1002");
    EXPECT_GE(found.p, 0.6);
    EXPECT_EQ(surest("kelurahan Kasin", "M", words).area.name, "Kasin");
}

TEST(Resolve, takes_the_name_before_the_city_of_an_address_for_its_part) {
    for (std::string_view address : {"Jl. Contoh no 3 Kasin, Kota Malang", "Jl. Contoh no 3 Kasin Malang",
                                     "Contoh 3 Kasin, Kota Malang"})
        EXPECT_GT(surest(address, "M").p, surest("Jl. Contoh no 3 Kasin", "M").p) << address;
    EXPECT_LT(surest("Jl. Kasin Malang", "M").p, surest("Jl. Contoh Kasin Malang", "M").p);
    EXPECT_EQ(surest("Jl. Merjosari 3, no 4 Kasin, Kota Malang", "M").area.name, "Kasin");
}

TEST(Resolve, takes_an_estate_or_a_street_with_its_neighbourhood_in_an_address_to_lie_in_the_village) {
    for (std::string_view address : {"Griya Merjosari B 4", "Jl. Raya Merjosari 3 RT 02 RW 04",
                                     "Merjosari Indah 3, rt.2/rw.4", "RT02 Jl. Merjosari Indah 3"}) {
        EXPECT_EQ(surest(address, "M").area.name, "Merjosari") << address;
        EXPECT_GE(surest(address, "M").p, 0.6) << address;
    }
    for (std::string_view address : {"Merjosari Indah 3", "Jl. Raya Merjosari 3, rt setempat",
                                     "depan pasar Merjosari RT setempat", "artis 3 Merjosari Indah"})
        EXPECT_LT(surest(address, "M").p, 0.6) << address;
    EXPECT_LT(surest("Jl. Contoh 3", "M", "Griya Merjosari banjir\n").p, 0.6);
}

TEST(Resolve, tells_the_village_of_an_address_though_only_an_estate_is_called_after_it) {
    const auto found = surest("Griya Merjosari B 4, Lowokwaru, Kota Malang", "M");
    EXPECT_EQ(found.area.code, "35.73.05.1002");
    EXPECT_GE(found.p, 0.6);
    const auto words = resolve("Griya Merjosari di Lowokwaru banjir", of("M"));
    ASSERT_FALSE(words.empty());
    EXPECT_EQ(words[0].area.code, "35.73.05");
}

TEST(Resolve, needs_a_city_or_a_district_in_all_of_indonesia) {
    EXPECT_LT(sureness("sampah di Keputih", "I", "35.78.09.1001"), 0.6);
    EXPECT_GE(sureness("sampah di Keputih, Kota Surabaya", "I", "35.78.09.1001"), 0.6);
    const auto whole =
        resolve("Jalan Contoh No.4, Siwalankerto, Kota Surabaya, Jawa Timur, Indonesia", of("I"));
    ASSERT_FALSE(whole.empty());
    EXPECT_EQ(whole[0].area.code, "35.78.02.1005");
    EXPECT_GE(whole[0].p, 0.6);
}

TEST(Resolve, reads_names_with_one_slip_after_a_word_for_their_level) {
    const struct {
        std::string_view text, code, words;
    } rows[] = {
        {"sampah di kel. Keputhi menumpuk", "35.78.09.1001", "Keputhi"},
        {"sampah di kelurahan siwalan kerta", "35.78.02.1005", "siwalan kerta"},
        {"lampu mati kec. Gunung Annyar", "35.78.25", "Gunung Annyar"},
        {"lampu mati kecamatan tengilis mejoyo rt 3", "35.78.24", "tengilis mejoyo"},
    };
    for (const auto& row : rows) {
        const auto found = resolve(row.text, of("S"));
        ASSERT_FALSE(found.empty()) << row.text;
        EXPECT_EQ(found[0].area.code, row.code) << row.text;
        EXPECT_GE(found[0].p, 0.6) << row.text;
        EXPECT_EQ(row.text.substr(found[0].begin, found[0].end - found[0].begin), row.words);
    }
    for (std::string_view text :
         {"sampah di Keputhi menumpuk", "kelurahan setempat", "kecamatan kami", "kel. Keptuhii"})
        EXPECT_TRUE(resolve(text, of("S")).empty()) << text;
}

TEST(Resolve, finds_nothing_outside_the_region) {
    for (std::string_view text : {"", "Banjir di Bekasi Timur", "   ", "12345", "\xff\xfe"})
        EXPECT_TRUE(resolve(text, of("S")).empty()) << text;
}

TEST(Resolve, stays_inside_any_text) {
    std::mt19937 random(7);
    const std::vector<std::string> pieces = {
        "Sidomulyo ", "kel. ", "Tebet", "-", "\xe2\x80\x8b", "kec",         "\xff", " ", "Gunung", "anyar",
        "kota ",      ".",     "a",     "9", "\n",           "Sumber Sari "};
    for (int round = 0; round < 20; ++round) {
        std::string text;
        while (text.size() < 100'000)
            text +=
                round % 2 ? pieces[random() % pieces.size()] : std::string(1, static_cast<char>(random()));
        for (const Candidate& candidate : resolve(text, of("I"))) {
            ASSERT_LT(candidate.begin, candidate.end);
            ASSERT_LE(candidate.end, text.size());
            ASSERT_GE(candidate.p, 0);
            ASSERT_LE(candidate.p, 1);
        }
    }
}

RC_GTEST_PROP(Resolve, finds_any_village_named_with_its_chain, ()) {
    const auto rows = gazetteer().rows();
    const auto& row = rows[*rc::gen::inRange<std::size_t>(0, rows.size())];
    RC_PRE(level_of(row.number) == Level::village);
    const auto chain = gazetteer().chain(code_text(row.number));
    RC_PRE(chain[0].name.find_first_of("(,") == std::string::npos &&
           chain[1].name.find_first_of("(,") == std::string::npos);
    // "kel. Kota Medan" in Bengkulu Selatan: who writes so means the city far more often.
    RC_PRE(!chain[0].name.starts_with("Kota ") && !chain[1].name.starts_with("Kota "));
    const std::string text =
        "Mohon diperbaiki, lokasi kel. " + chain[0].name + ", kec. " + chain[1].name + ", " + chain[2].name;
    bool found = false;
    for (const Candidate& candidate : resolve(text, of("I")))
        found |= candidate.area.code == chain[0].code;
    RC_ASSERT(found);
}

} // namespace
} // namespace places
