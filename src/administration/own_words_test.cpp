#include "agency/directory_actions.h"
#include "agency/own_words_actions.h"
#include "staff_world.h"
#include "world.h"

namespace administration {
namespace {

using namespace agency;

class OwnWordsOfAnAgency : public db::testing::OnEachEngine {
protected:
    base::Result<void> put(std::int64_t seen, std::vector<OwnWord> words) {
        return database().write([&](db::Tx& tx) {
            return put_own_words(tx, {world_.ids, world_.now, 7}, world_.agency, seen, std::move(words));
        });
    }
    OwnWords now() {
        return database().read([&](db::Tx& tx) { return own_words_of(tx, world_.agency); });
    }
    std::vector<OwnWordsVersion> history() {
        return database().read([&](db::Tx& tx) { return own_words_history(tx, world_.agency, 10); });
    }

    staff::testing::World world_{database()};
};
DB_TEST_ON_EACH_ENGINE(OwnWordsOfAnAgency);

TEST_P(OwnWordsOfAnAgency, come_in_versions_and_stand_in_the_directory) {
    EXPECT_EQ(now().version, 0);
    ASSERT_TRUE(put(0, {{"wtr", "air"}, {"jlk", "jalan"}}));
    ASSERT_TRUE(put(1, {{"jlk", "jalan rusak"}, {"bdg", "bandung"}}));
    const auto words = now();
    EXPECT_EQ(words.version, 2);
    EXPECT_EQ(words.words, (std::vector<OwnWord>{{"bdg", "bandung"}, {"jlk", "jalan rusak"}}));
    const auto versions = history();
    ASSERT_EQ(versions.size(), 2);
    EXPECT_EQ(versions[0].version, 2);
    EXPECT_EQ(versions[0].added, 2);
    EXPECT_EQ(versions[0].removed, 2);
    EXPECT_EQ(versions[0].lines, 2);
    EXPECT_EQ(versions[0].staff, 7);
    world_.directories.changed();
    EXPECT_EQ((*world_.directories.of(world_.agency))->own_words().words, words.words);
}

TEST_P(OwnWordsOfAnAgency, are_put_back_as_they_were) {
    ASSERT_TRUE(put(0, {{"wtr", "air"}, {"jlk", "jalan"}}));
    ASSERT_TRUE(put(1, {{"jlk", "jalan rusak"}}));
    const auto restore = [&](std::int64_t seen, std::int64_t version) {
        return database().write([&](db::Tx& tx) {
            return restore_own_words(tx, {world_.ids, world_.now}, world_.agency, seen, version);
        });
    };
    EXPECT_EQ(restore(2, 9).error().code, "lexicon.unknown");
    EXPECT_EQ(restore(2, 2).error().code, "lexicon.unknown") << "it is in use";
    ASSERT_TRUE(restore(2, 1));
    EXPECT_EQ(now().version, 3);
    EXPECT_EQ(now().words, (std::vector<OwnWord>{{"jlk", "jalan"}, {"wtr", "air"}}));
}

TEST_P(OwnWordsOfAnAgency, are_not_changed_over_what_somebody_else_changed) {
    ASSERT_TRUE(put(0, {{"wtr", "air"}}));
    EXPECT_EQ(put(0, {{"jlk", "jalan"}}).error().code, "lexicon.changed_meanwhile");
    EXPECT_EQ(now().words, (std::vector<OwnWord>{{"wtr", "air"}}));
    ASSERT_TRUE(put(1, {{"wtr", "air"}}));
    EXPECT_EQ(now().version, 1) << "nothing differs";
}

TEST_P(OwnWordsOfAnAgency, are_limited_and_each_stands_once) {
    EXPECT_EQ(put(0, {{"wtr", "air"}, {"wtr", "banyu"}}).error().code, "field.invalid");
    std::vector<OwnWord> many;
    for (std::size_t i = 0; i <= most_own_words; ++i)
        many.push_back({"w" + std::to_string(i), "air"});
    EXPECT_EQ(put(0, many).error().code, "limit.reached");
    many.pop_back();
    ASSERT_TRUE(put(0, many));
    EXPECT_EQ(now().words.size(), most_own_words);
}

} // namespace
} // namespace administration
