#include "cases/objection.h"
#include "cases/rating.h"
#include "cases/testimonial.h"
#include "cases/testing.h"

#include <gtest/gtest.h>

namespace cases {
namespace {

using testing::pothole;
constexpr auto now = [] { return testing::now; };

Rating rated_at(base::Time at) {
    Rating out;
    out.stars = 3;
    out.rated_at = at;
    return out;
}

TEST(Rating, is_given_when_the_case_is_closed_and_changed_for_seven_days) {
    const struct {
        State state;
        Kind kind;
        std::optional<base::Duration> before; ///< how long ago it was first given
        std::string_view problem;
    } rows[] = {
        {State::closed, Kind::complaint, {}, ""},
        {State::closed, Kind::question, {}, ""},
        {State::resolved, Kind::complaint, {}, "rating.not_now"},
        {State::in_progress, Kind::complaint, {}, "rating.not_now"},
        {State::declined, Kind::complaint, {}, "rating.not_now"},
        {State::closed, Kind::appreciation, {}, "rating.not_now"},
        {State::closed, Kind::whistleblowing, {}, "rating.not_now"},
        {State::closed, Kind::complaint, std::chrono::days(7), ""},
        {State::closed, Kind::complaint, std::chrono::days(7) + base::Duration(1), "rating.too_late"},
    };
    for (const auto& row : rows) {
        Case c = pothole(row.state);
        c.kind = row.kind;
        auto before = row.before ? std::optional(rated_at(now() - *row.before)) : std::nullopt;
        auto ok = may_rate(c, before, now());
        EXPECT_EQ(ok ? "" : ok.error().code, row.problem) << base::code_of(row.state);
    }
}

TEST(Rating, has_one_to_five_stars) {
    for (int stars : {-1, 0, 1, 5, 6}) {
        auto given = rate(pothole(State::closed), {},
                          {.stars = stars, .words = "", .words_may_be_quoted = false}, now());
        EXPECT_EQ(given.has_value(), stars >= 1 && stars <= 5) << stars;
    }
}

TEST(Rating, waits_to_be_quoted_only_with_consent_and_words_and_never_about_conduct) {
    const struct {
        std::string words;
        bool consent;
        bool conduct;
        Quoting quoting;
    } rows[] = {
        {"Cepat", true, false, Quoting::waiting},
        {"Cepat", false, false, Quoting::none},
        {"", true, false, Quoting::none},
        {"Cepat", true, true, Quoting::none},
    };
    for (const auto& row : rows) {
        Case c = pothole(State::closed);
        if (row.conduct) c.conduct_office = testing::water_office;
        auto given = rate(c, {}, {.stars = 4, .words = row.words, .words_may_be_quoted = row.consent}, now());
        ASSERT_TRUE(given);
        EXPECT_EQ(given->quoting, row.quoting);
        EXPECT_EQ(given->office.has_value(), !row.conduct) << "a conduct complaint names no office";
    }
}

TEST(Rating, that_changes_waits_for_a_person_again_and_keeps_its_day) {
    Rating before = rated_at(now() - std::chrono::hours(24));
    before.quoting = Quoting::released;
    before.quote = "Bagus";
    auto after = rate(pothole(State::closed), before,
                      {.stars = 1, .words = "Ternyata rusak lagi", .words_may_be_quoted = true}, now());
    ASSERT_TRUE(after);
    EXPECT_EQ(after->quoting, Quoting::waiting);
    EXPECT_FALSE(after->quote);
    EXPECT_EQ(after->rated_at, before.rated_at);
}

TEST(Rating, is_released_only_while_the_consent_stands) {
    for (Quoting quoting : {Quoting::none, Quoting::waiting, Quoting::released, Quoting::kept}) {
        Rating rating = rated_at(now());
        rating.quoting = quoting;
        EXPECT_EQ(release(rating, "Terima kasih", now()).has_value(), quoting != Quoting::none);
        EXPECT_EQ(keep_inside(rating, now()).has_value(), quoting != Quoting::none);
        EXPECT_EQ(withdraw(rating, now()).quoting, Quoting::none);
    }
    Rating waiting = rated_at(now());
    waiting.quoting = Quoting::waiting;
    EXPECT_EQ(release(waiting, "  ", now()).error().code, "field.missing");
}

TEST(Rating, mean_is_rounded_to_tenths) {
    const struct {
        std::int64_t count, sum, tenths;
    } rows[] = {{0, 0, 0}, {1, 5, 50}, {2, 9, 45}, {3, 13, 43}, {3, 14, 47}, {7, 30, 43}};
    for (const auto& row : rows)
        EXPECT_EQ((Stars{row.count, row.sum}.tenths()), row.tenths) << row.count;
}

TEST(Objection, waits_until_the_case_goes_on) {
    const base::Time early = now() - std::chrono::hours(2), late = now() - std::chrono::hours(1);
    const struct {
        State state;
        int level;
        std::optional<base::Time> objected, assigned;
        bool waits;
    } rows[] = {
        {State::verified, 1, late, early, true},  {State::verified, 1, late, {}, true},
        {State::verified, 1, early, late, false}, {State::verified, 1, {}, early, false},
        {State::verified, 0, late, {}, false},    {State::assigned, 1, late, {}, false},
        {State::declined, 1, late, early, false},
    };
    for (const auto& row : rows) {
        Case c = pothole(row.state);
        c.level = row.level;
        EXPECT_EQ(objection_of(c, row.objected, row.assigned).has_value(), row.waits)
            << base::code_of(row.state) << row.level;
    }
    Case c = pothole(State::verified);
    c.level = 1;
    EXPECT_EQ(objection_of(c, late, {})->office, testing::road_office);
}

} // namespace
} // namespace cases
