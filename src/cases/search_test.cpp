#include "cases/search.h"
#include "cases/testing.h"

#include <gtest/gtest.h>

namespace cases {
namespace {

using testing::pothole;

bool holds(const std::string& terms, std::string_view term) {
    return (" " + terms + " ").find(" " + std::string(term) + " ") != std::string::npos;
}

TEST(SearchWords, are_stems_and_the_last_may_be_a_beginning) {
    struct Row {
        std::string_view typed;
        SearchWords words;
    };
    for (const auto& [typed, words] : {
             Row{"", {}},
             Row{"  ?! \"* ", {}},
             Row{"Jalan", {{}, "jalan", "jalan"}},
             Row{"lampu di jalan Teb", {{"lampu", "jalan"}, "teb", "teb"}},
             Row{"diperbaiki", {{}, "baik", "diperbaiki"}},
             Row{"pintu 3", {{"pintu"}, "3", ""}},
             Row{"yang", {{}, "yang", "yang"}},
             Row{"jalan yang", {{}, "jalan", "jalan"}},
             Row{"\"jalan\" OR NEAR(rusak*, 2) -lampu",
                 {{"jalan", "or", "near", "rusak", "2"}, "lampu", "lampu"}},
         })
        EXPECT_EQ(search_words(typed), words) << typed;
    EXPECT_EQ(search_words("a b c d e f g h i j k").whole.size(), most_words - 1);
}

std::string terms_of(const Case& c, std::span<const triage::Term> words) {
    return staff_terms(c, word_terms(c.title, c.place_name.value_or(""), words));
}

TEST(SearchTerms, of_staff_tell_who_may_see_the_case) {
    const auto words = triage::terms("Ada lubang yang besar di depan toko");
    const auto terms = terms_of(pothole(State::assigned), words);
    for (auto term : {"_n1", "_o11", "_x", "_tjalan-rusak", "-melati", "melati", "lubang", "toko"})
        EXPECT_TRUE(holds(terms, term)) << term << " in " << terms;
    for (auto term : {"-lubang", "yang", "_y", "_w", "_d"})
        EXPECT_FALSE(holds(terms, term)) << term << " in " << terms;

    Case about_us = pothole();
    about_us.conduct_office = OfficeId{12};
    about_us.person = StaffId{501};
    const auto conduct = terms_of(about_us, words);
    EXPECT_TRUE(holds(conduct, "_r1-11-12-0")) << conduct;
    EXPECT_TRUE(holds(conduct, "_m1-11-12-0-501")) << conduct;
    EXPECT_FALSE(holds(conduct, "_n1") || holds(conduct, "_o11")) << conduct;
}

TEST(SearchTerms, of_the_public_are_what_was_released) {
    Case c = pothole();
    EXPECT_EQ(public_terms(c), "") << "not verified";
    c = pothole(State::verified);
    c.public_text = "Lubang di depan warung";
    EXPECT_TRUE(holds(public_terms(c), "warung"));
    EXPECT_TRUE(holds(public_terms(c), "melati"));
    auto hidden = [&](auto change) {
        Case other = c;
        change(other);
        return public_terms(other);
    };
    EXPECT_EQ(hidden([](Case& o) { o.public_text.reset(); }), "");
    EXPECT_EQ(hidden([](Case& o) { o.kind = Kind::whistleblowing; }), "");
    EXPECT_EQ(hidden([](Case& o) { o.conduct_office = OfficeId{12}; }), "");
    EXPECT_EQ(hidden([](Case& o) { o.identity_mode = IdentityMode::rahasia; }), "");
    EXPECT_EQ(hidden([](Case& o) { o.visibility = Visibility::private_; }), "");
    EXPECT_EQ(hidden([](Case& o) { o.state = State::archived; }), "");
}

TEST(SearchQuestion, is_written_in_the_language_of_each_engine) {
    Reach reach;
    reach.sight.me = StaffId{501};
    reach.sight.offices = {OfficeId{11}, OfficeId{12}};
    reach.read_offices = {OfficeId{11}, OfficeId{12}};
    const auto words = search_words("lampu mat");
    auto match = [&](const ViewFilter& filter, const Last& last, Dialect dialect) {
        return staff_question(base::AgencyId{1}, reach, filter, words, {}, last, dialect).match;
    };
    EXPECT_EQ(match({.view = View::all}, {}, Dialect::fts5), R"(("lampu" AND "mat" AND ("_o11" OR "_o12")))");
    EXPECT_EQ(
        match({.view = View::done, .within = {OfficeId{12}}}, {.as = Last::As::beginning}, Dialect::tsquery),
        "(('lampu' & ('mat':* | 'mat') & '_o12') & '_y')");
    EXPECT_EQ(match({.view = View::all, .within = {OfficeId{99}}}, {}, Dialect::fts5), "") << "not seen";
    Reach whole = reach;
    whole.sight.sees_all_offices = whole.sight.sees_queue = whole.reads_all_offices = whole.reads_queue =
        true;
    auto everywhere = [&](Dialect dialect) {
        return staff_question(base::AgencyId{1}, whole, {.view = View::all}, words, {}, {}, dialect).match;
    };
    EXPECT_EQ(everywhere(Dialect::fts5), R"(("lampu" AND "mat" AND "_n1"))");
    EXPECT_EQ(everywhere(Dialect::tsquery), "('lampu' & 'mat' & !'_r1-':*)") << "restricted cases are few";

    reach.read_offices = {OfficeId{11}};
    EXPECT_EQ(match({.view = View::all}, {}, Dialect::fts5),
              R"((("-lampu" AND "-mat" AND ("_o11" OR "_o12")) OR ("lampu" AND "mat" AND "_o11")))")
        << "words are found only where they may be read";
}

TEST(SearchQuestion, of_somebody_with_many_offices_leaves_them_to_the_rows) {
    Reach reach;
    for (int i = 1; i <= 120; ++i)
        reach.sight.offices.push_back(OfficeId{i});
    reach.read_offices = reach.sight.offices;
    const auto question = staff_question(base::AgencyId{1}, reach, {.view = View::all}, search_words("lampu"),
                                         {}, {}, Dialect::fts5);
    EXPECT_EQ(question.match, R"(("lampu" AND "_n1"))");
    EXPECT_EQ(question.offices.size(), 120u);
    EXPECT_TRUE(question.needs_rows());
}

} // namespace
} // namespace cases
