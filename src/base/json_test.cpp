#include "base/json.h"

#include <gtest/gtest.h>

namespace base::json {
namespace {

enum class Colour { red, green };

struct Point {
    double lat = 0;
    double lon = 0;
};
BOOST_DESCRIBE_STRUCT(Point, (), (lat, lon))

struct Thing {
    Id<struct ThingTag> id;
    std::string name;
    std::optional<Point> place;
    std::vector<Point> path;
    std::optional<Colour> colour;
    std::optional<Time> at;
    std::optional<int> count;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (id, name, place, path, colour, at, count))

} // namespace
} // namespace base::json

template <> inline constexpr auto base::codes<base::json::Colour> =
    std::to_array<base::Coded<base::json::Colour>>(
        {{base::json::Colour::red, "red"}, {base::json::Colour::green, "green"}});

namespace base::json {
namespace {

TEST(Json, reads_a_struct_and_ignores_what_it_does_not_know) {
    auto thing = parse_as<Thing>(
        R"({"id":"12","name":"a","extra":[1],"place":{"lat":-6,"lon":106.8},"colour":"green","at":"2026-05-26T00:00:00Z"})");
    ASSERT_TRUE(thing) << thing.error().field;
    EXPECT_EQ(thing->id.value, 12);
    EXPECT_EQ(thing->place->lat, -6.0);
    EXPECT_EQ(*thing->colour, Colour::green);
    EXPECT_FALSE(thing->count);
}

struct Refusal {
    const char* text;
    const char* code;
    const char* field;
};

TEST(Json, names_the_path_of_what_is_wrong) {
    const Refusal refusals[] = {
        {R"({"id":"12"})", "field.missing", "name"},
        {R"({"id":12,"name":"a"})", "field.invalid", "id"},
        {R"({"id":"12","name":1})", "field.invalid", "name"},
        {R"({"id":"12","name":"a","place":{"lat":"x","lon":1}})", "field.invalid", "place.lat"},
        {R"({"id":"12","name":"a","path":[{"lat":1,"lon":1},{"lat":1}]})", "field.missing", "path[1].lon"},
        {R"({"id":"12","name":"a","colour":"blue"})", "field.invalid", "colour"},
        {R"({"id":"12","name":"a","at":"kemarin"})", "field.invalid", "at"},
        {R"({"id":"12","name":"a","count":1.5})", "field.invalid", "count"},
        {R"({"id":"12","name":"a","place":{"lat":1,"lon":2,"x":"\u0000"}})", "field.invalid", "place.x"},
        {"{\"id\":", "json.malformed", ""},
        {"{} {}", "json.malformed", ""},
        {"", "json.malformed", ""},
        {R"({"name":"\ud800"})", "json.malformed", ""},
        {"[]", "field.invalid", ""},
    };
    for (const auto& [text, code, field] : refusals) {
        auto thing = parse_as<Thing>(text);
        ASSERT_FALSE(thing) << text;
        EXPECT_EQ(thing.error().code, code) << text << thing.error().detail;
        EXPECT_EQ(thing.error().field, field) << text;
    }
}

TEST(Json, refuses_deep_nesting) {
    EXPECT_EQ(parse(std::string(100, '[')).error().code, "json.malformed");
}

TEST(Json, what_is_written_reads_back_the_same) {
    Thing thing{.id = {7},
                .name = "\"<é",
                .place = Point{1, 2},
                .path = {{3, 4}},
                .colour = Colour::red,
                .at = time_from_ms(5),
                .count = {}};
    auto again = parse_as<Thing>(write(thing));
    ASSERT_TRUE(again);
    EXPECT_EQ(write(*again), write(thing));
    EXPECT_EQ(write(thing).find("count"), std::string::npos);
}

} // namespace
} // namespace base::json
