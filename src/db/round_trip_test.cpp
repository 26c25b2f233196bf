#include "world.h"

#include <algorithm>
#include <limits>

namespace {
enum class Colour { red, green };
}
template <> inline constexpr auto base::codes<Colour> =
    std::to_array<base::Coded<Colour>>({{Colour::red, "red"}, {Colour::green, "green"}});

namespace {

using db::Query;

struct Everything {
    base::AgencyId agency = {};
    std::int64_t number = 0;
    int small = 0;
    double real = 0;
    bool flag = false;
    std::string text = {};
    base::Time at = {};
    Colour colour = Colour::red;
    std::optional<std::int64_t> maybe_number = {};
    std::optional<std::string> maybe_text = {};
    std::optional<double> maybe_real = {};
    std::optional<base::Time> maybe_at = {};
    std::optional<Colour> maybe_colour = {};
    bool operator==(const Everything&) const = default;
};
BOOST_DESCRIBE_STRUCT(Everything, (),
                      (agency, number, small, real, flag, text, at, colour, maybe_number, maybe_text,
                       maybe_real, maybe_at, maybe_colour))

constexpr auto create =
    "create table everything (agency integer not null, number bigint not null, small integer not "
    "null, real_one double precision not null, flag integer not null, words text not null, at "
    "bigint not null, colour text not null, mn bigint, mt text, mr double precision, ma bigint, "
    "mc text, primary key (agency, number))";
constexpr Query<void(base::AgencyId, std::int64_t, int, double, bool, std::string, base::Time, Colour,
                     std::optional<std::int64_t>, std::optional<std::string>, std::optional<double>,
                     std::optional<base::Time>, std::optional<Colour>)>
    insert{"test.insert",
           "insert into everything values (:agency, :number, :small, :real, :flag, :words, :at, :colour, "
           ":mn, :mt, :mr, :ma, :mc)"};
constexpr Query<Everything(base::AgencyId, std::int64_t)> find{
    "test.find",
    "select agency, number, small, real_one, flag, words, at, colour, mn, mt, mr, ma, mc from everything "
    "where agency = :agency and number = :number"};

void put(db::Database& database, const Everything& e) {
    database.write([&](db::Tx& tx) {
        EXPECT_EQ(tx.run(insert, e.agency, e.number, e.small, e.real, e.flag, e.text, e.at, e.colour,
                         e.maybe_number, e.maybe_text, e.maybe_real, e.maybe_at, e.maybe_colour),
                  1);
    });
}

class RoundTrip : public db::testing::OnEachEngine {
protected:
    void SetUp() override {
        database().write([](db::Tx& tx) { tx.script(create); });
    }
};
DB_TEST_ON_EACH_ENGINE(RoundTrip);

TEST_P(RoundTrip, every_type_comes_back_as_it_went) {
    const auto long_text = std::string(100'000, 'x') + "ä";
    const Everything rows[] = {
        {.agency = {1}, .number = 1, .text = "", .at = {}},
        {.agency = {1},
         .number = std::numeric_limits<std::int64_t>::max(),
         .small = std::numeric_limits<int>::min(),
         .real = 0.1 + 0.2,
         .flag = true,
         .text = "Jalan \"Merdeka\" 'O''Brien' \\ :agency $1 -- ; drop table everything",
         .at = base::time_from_ms(1'779'778'080'123),
         .colour = Colour::green,
         .maybe_number = std::numeric_limits<std::int64_t>::min(),
         .maybe_text = "",
         .maybe_real = -1e300,
         .maybe_at = base::time_from_ms(-1),
         .maybe_colour = Colour::red},
        {.agency = {2},
         .number = -5,
         .real = 1e-300,
         .text = "ꦲꦏ꧀ꦱꦫ 🛵 é\n\t",
         .at = {},
         .maybe_text = long_text},
    };
    for (const auto& row : rows) {
        put(database(), row);
        const auto back = database().read([&](db::Tx& tx) { return tx.one(find, row.agency, row.number); });
        ASSERT_TRUE(back);
        EXPECT_EQ(*back, row);
    }
    // A second use of the same prepared statement must not remember the first.
    const auto again = database().read([&](db::Tx& tx) { return tx.one(find, base::AgencyId{1}, 1); });
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, rows[0]);
}

TEST_P(RoundTrip, what_is_not_there_is_nothing) {
    EXPECT_FALSE(database().read([&](db::Tx& tx) { return tx.one(find, base::AgencyId{1}, 1); }));
    EXPECT_TRUE(database().read([&](db::Tx& tx) { return tx.all(find, base::AgencyId{1}, 1); }).empty());
}

TEST_P(RoundTrip, a_repeated_name_is_one_argument_and_null_may_be_asked) {
    constexpr Query<std::int64_t(std::optional<std::int64_t>)> count{
        "test.count", "select count(*) from everything where :n is null or number = :n"};
    put(database(), {.agency = {1}, .number = 7, .at = {}});
    put(database(), {.agency = {1}, .number = 8, .at = {}});
    database().read([&](db::Tx& tx) {
        EXPECT_EQ(tx.one(count, std::nullopt), 2);
        EXPECT_EQ(tx.one(count, 7), 1);
        EXPECT_EQ(tx.one(count, 9), 0);
    });
}

TEST_P(RoundTrip, returning_gives_rows_of_a_write) {
    constexpr Query<std::int64_t(base::AgencyId)> raise{
        "test.raise", "update everything set number = number + 1 where agency = :agency returning number"};
    put(database(), {.agency = {1}, .number = 7, .at = {}});
    EXPECT_EQ(database().write([&](db::Tx& tx) { return tx.one(raise, base::AgencyId{1}); }), 8);
    EXPECT_TRUE(database().read([&](db::Tx& tx) { return tx.one(find, base::AgencyId{1}, 8); }));
}

TEST_P(RoundTrip, what_does_not_fit_is_refused_by_name) {
    put(database(), {.agency = {1}, .number = std::int64_t{1} << 40, .text = "words", .at = {}});
    constexpr Query<int()> narrow{"test.narrow", "select number from everything"};
    constexpr Query<std::string()> missing{"test.missing", "select mt from everything"};
    constexpr Query<Colour()> unknown{"test.unknown", "select words from everything"};
    constexpr Query<std::string()> wide{"test.wide", "select words, mt from everything"};
    const auto refusal = [&](const auto& query) -> std::string {
        try {
            database().read([&](db::Tx& tx) { return tx.all(query); });
        } catch (const db::Error& error) {
            return error.what();
        }
        return "";
    };
    EXPECT_EQ(refusal(narrow), "test.narrow: column 1 is out of range");
    EXPECT_EQ(refusal(missing), "test.missing: column 1 is null");
    EXPECT_EQ(refusal(unknown), "test.unknown: column 1 holds an unknown code");
    EXPECT_EQ(refusal(wide), "test.wide: gives 2 columns, its row takes 1");
}

TEST_P(RoundTrip, a_nul_and_a_number_that_is_not_finite_are_refused) {
    EXPECT_THROW(put(database(), {.agency = {1}, .number = 1, .text = std::string("a\0b", 3), .at = {}}),
                 db::Error);
    EXPECT_THROW(put(database(), {.agency = {1},
                                  .number = 1,
                                  .real = std::numeric_limits<double>::quiet_NaN(),
                                  .text = "",
                                  .at = {}}),
                 db::Error);
}

TEST_P(RoundTrip, errors_name_the_query_and_never_the_values) {
    put(database(), {.agency = {1}, .number = 1, .text = "rahasia", .at = {}});
    try {
        put(database(), {.agency = {1}, .number = 1, .text = "rahasia", .at = {}});
        FAIL() << "the second row was taken";
    } catch (const db::UniqueViolation& error) {
        const std::string what = error.what();
        EXPECT_NE(what.find("test.insert"), std::string::npos) << what;
        EXPECT_NE(what.find("everything"), std::string::npos) << what;
        EXPECT_EQ(what.find("rahasia"), std::string::npos) << what;
    }
}

TEST_P(RoundTrip, each_named_query_is_counted) {
    put(database(), {.agency = {1}, .number = 1, .at = {}});
    EXPECT_THROW(put(database(), {.agency = {1}, .number = 1, .at = {}}), db::UniqueViolation);
    const auto statistics = database().statistics();
    const auto found = std::ranges::find(statistics.queries, "test.insert", &db::QueryStatistics::name);
    ASSERT_NE(found, statistics.queries.end());
    EXPECT_EQ(found->count, 2);
    EXPECT_EQ(found->errors, 1);
    std::int64_t in_buckets = 0;
    for (const auto n : found->buckets)
        in_buckets += n;
    EXPECT_EQ(in_buckets, 2);
    EXPECT_GE(found->total_us, found->max_us);
}

} // namespace
