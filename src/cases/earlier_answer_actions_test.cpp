#include "cases/earlier_answer_actions.h"
#include "search_world.h"

namespace cases {
namespace {

class EarlierAnswers : public testing::Searching {
protected:
    Case answered(const std::string& question, const std::string& answer) {
        Case c = open({.text = question, .office = world.south, .kind = Kind::question});
        c = verified(c, question);
        c = done(c, Assign{.office = world.south, .person = {}});
        proof::Given given;
        given.kind = proof::ProofKind::answer;
        given.note = answer;
        return done(c, Resolve{.proof = given});
    }
    std::vector<EarlierAnswer> closest(const Case& c) {
        return database().read([&](db::Tx& tx) { return closest_answers(tx, c); });
    }
};
DB_TEST_ON_EACH_ENGINE(EarlierAnswers);

TEST_P(EarlierAnswers, are_the_published_ones_of_like_matters_the_closest_first) {
    const Case hours = answered("Jam berapa loket perpanjangan izin trotoar buka", "Loket buka pukul 08.00.");
    const Case papers = answered("Berkas apa saja untuk perpanjangan izin usaha", "Bawa KTP dan izin lama.");
    answered("Kapan lampu taman menyala", "Pukul 18.00.");
    const Case fresh =
        open({.text = "Min, loket perpanjangan izin buka jam berapa ya", .kind = Kind::question});
    const auto found = closest(fresh);
    ASSERT_EQ(found.size(), 2);
    EXPECT_EQ(found[0].code, hours.code);
    EXPECT_EQ(found[0].text, "Loket buka pukul 08.00.");
    EXPECT_EQ(found[1].code, papers.code);
}

TEST_P(EarlierAnswers, are_none_of_what_is_open_hidden_or_the_case_itself) {
    Case open_one = open({.text = "Jam berapa loket izin buka", .kind = Kind::question});
    verified(open_one, "Jam berapa loket izin buka");
    const Case itself = answered("Loket izin hari Sabtu buka", "Tutup.");
    EXPECT_TRUE(closest(itself).empty());
    EXPECT_TRUE(closest(open({.text = "xqz", .kind = Kind::question})).empty());
    EXPECT_TRUE(closest(open({.text = "yang di ke", .kind = Kind::question})).empty());
}

} // namespace
} // namespace cases
