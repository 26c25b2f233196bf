#include "people/secret.h"

#include <gtest/gtest.h>

#include <random>

namespace people {
namespace {

base::Random chance_from(unsigned seed) {
    return [engine = std::make_shared<std::mt19937>(seed)](std::size_t count) {
        std::string out(count, '\0');
        for (char& c : out)
            c = static_cast<char>((*engine)() & 0xFF);
        return out;
    };
}

TEST(Secret, fits_a_link_and_matches_only_its_own_hash) {
    auto chance = chance_from(7);
    const Secret first = make_secret(chance);
    const Secret second = make_secret(chance);
    EXPECT_EQ(first.text.size(), 22u);
    EXPECT_EQ(
        first.text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
        std::string::npos);
    EXPECT_EQ(first.hash.find(first.text), std::string::npos);
    EXPECT_TRUE(matches(first.text, first.hash));
    EXPECT_FALSE(matches(second.text, first.hash));
    EXPECT_FALSE(matches("", first.hash));
    EXPECT_FALSE(matches(first.text, ""));
    EXPECT_FALSE(matches(first.text + "A", first.hash));
    EXPECT_FALSE(matches(first.hash, first.hash)) << "what is at rest opens nothing";
    for (std::size_t i = 0; i < first.text.size(); ++i) {
        std::string altered = first.text;
        altered[i] = altered[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(matches(altered, first.hash)) << i;
    }
}

} // namespace
} // namespace people
