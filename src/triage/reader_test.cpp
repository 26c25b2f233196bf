#include "triage/reader.h"

#include <gtest/gtest.h>

namespace triage {
namespace {

const Profile& jakarta() {
    static const Profile profile = shipped_reader().profile(
        std::vector<std::string>{"31"},
        std::vector<Topic>{
            {"jalan", {"jalan rusak", "jalan berlubang", "lubang", "berlubang", "aspal", "ditambal"}},
            {"lampu", {"PJU", "lampu jalan", "lampu mati", "lampu padam"}},
            {"sampah", {"sampah", "TPS", "bau"}},
            {"drainase", {"got", "selokan", "saluran air", "banjir", "genangan", "bau"}},
        });
    return profile;
}
Reading read(std::string_view text, std::string_view place = {}, std::optional<places::Point> point = {}) {
    return shipped_reader().read({.text = text, .place_text = place, .point = point}, jakarta());
}

TEST(Reader, tells_the_topic_by_the_agencys_words) {
    struct Case {
        std::string_view text, topic;
    };
    for (auto [text, topic] : {
             Case{"Jalan berlubang besar di Tebet", "jalan"},
             Case{"jln lobang2 tolong ditambal", "jalan"},
             Case{"pju mati", "lampu"},
             Case{"lampu penerangan jalan umum di gang padam", "lampu"},
             Case{"lampu jalannya mati", "lampu"},
             Case{"smpah numpuk", "sampah"},
             Case{"solokan mampet bikin banjir", "drainase"},
         }) {
        const Reading reading = read(text);
        ASSERT_FALSE(reading.topics.empty()) << text;
        EXPECT_EQ(reading.topics[0].code, topic) << text;
        EXPECT_FALSE(reading.topic_abstains) << text;
    }
}

TEST(Reader, abstains_from_a_topic_it_cannot_tell) {
    EXPECT_TRUE(read("pelayanan lelet").topics.empty());
    EXPECT_TRUE(read("pelayanan lelet").topic_abstains);
    const Reading both = read("bau sekali di sini");
    ASSERT_EQ(both.topics.size(), 2U);
    EXPECT_TRUE(both.topic_abstains) << "a word of two topics tells neither";
}

TEST(Reader, locates_by_text_address_and_point) {
    EXPECT_EQ(read("banjir di kel. Tebet Barat").places.at(0).area.code, "31.74.01.1002");
    EXPECT_FALSE(read("banjir di kel. Tebet Barat").place_abstains);
    const Reading address = read("banjir lagi", "Jl. Mawar 3, Menteng Dalam, Tebet");
    ASSERT_FALSE(address.places.empty());
    EXPECT_EQ(address.places[0].area.code, "31.74.01.1003");
    EXPECT_EQ(address.places[0].begin, address.places[0].end) << "it stands in the address, not in the text";
    const Reading point = read("jalan rusak", {}, places::Point{-6.1764, 106.8267});
    ASSERT_FALSE(point.places.empty());
    EXPECT_EQ(point.places[0].area.code, "31.71.01.1001");
    EXPECT_FALSE(point.place_abstains);
}

TEST(Reader, words_and_point_back_each_other) {
    const places::Point tebet_barat{-6.2349, 106.849};
    const double alone = read("banjir di Tebet Barat").places.at(0).p;
    const Reading both = read("banjir di Tebet Barat", {}, tebet_barat);
    EXPECT_EQ(both.places.at(0).area.code, "31.74.01.1002");
    EXPECT_GT(both.places[0].p, alone);
    const Reading against = read("banjir di kel. Tebet Barat", {}, places::Point{-6.1274, 106.94});
    EXPECT_EQ(against.places.at(0).area.code, "31.74.01.1002");
    ASSERT_GE(against.places.size(), 2U);
    EXPECT_LT(against.places[1].p, 0.6) << "a phone elsewhere is only a second guess";
}

TEST(Reader, ignores_a_point_far_from_the_region) {
    EXPECT_TRUE(read("jalan rusak", {}, places::Point{-7.25, 112.75}).places.empty());
    EXPECT_TRUE(read("jalan rusak", {}, places::Point{48.8, 2.3}).places.empty());
    EXPECT_TRUE(read("jalan rusak").place_abstains);
}

TEST(Reader, reads_everything_of_one_text) {
    const std::string text = "TLG min, jln berlubang di Kel. Tebet Barat, ada yg jatuh. Hub 0812-3456-7890";
    const Reading reading = read(text);
    EXPECT_EQ(reading.kind, Kind::complaint);
    EXPECT_FALSE(reading.kind_abstains);
    EXPECT_EQ(reading.topics.at(0).code, "jalan");
    EXPECT_EQ(reading.urgency.reason, Danger::injury);
    EXPECT_EQ(text.substr(reading.places.at(0).begin, reading.places[0].end - reading.places[0].begin),
              "Tebet Barat");
    EXPECT_EQ(reading.masks.size(), 1U);
    EXPECT_EQ(reading.masked,
              "TLG min, jln berlubang di Kel. Tebet Barat, ada yg jatuh. Hub [nomor telepon disamarkan]");
}

TEST(Reader, reads_any_bytes) {
    for (const std::string& text :
         {std::string(100'000, '\xff'), std::string(100'000, '1'), std::string(100'000, 'a'),
          std::string(50'000, '?'), std::string("\0x", 2)}) {
        const Reading reading = read(text, text);
        EXPECT_GE(reading.kind_p, 0);
        EXPECT_LE(reading.kind_p, 1);
    }
}

TEST(Kinds, have_words_for_people) {
    for (const auto& coded : base::codes<Kind>)
        EXPECT_FALSE(name(coded.value).id.empty());
    for (const auto& coded : base::codes<Danger>)
        EXPECT_FALSE(name(coded.value).en.empty());
    EXPECT_TRUE(opens_case(Kind::appreciation));
    EXPECT_FALSE(opens_case(Kind::spam));
}

} // namespace
} // namespace triage
