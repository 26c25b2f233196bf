#include "base/json.h"
#include "items/item_in.h"

#include <gtest/gtest.h>

#include <functional>

namespace items {
namespace {

const base::Time now = *base::parse_time("2026-05-26T00:00:00Z");

ItemIn good() {
    return {.network_id = "1", .author = {.network_id = "a"}, .text = "Jalan berlubang", .created_at = now};
}

TEST(ItemIn, a_plain_item_is_accepted_and_its_text_cleaned) {
    auto item = good();
    item.text = "  lubang\xE2\x80\xAE besar \r\n";
    auto out = checked(item, now);
    ASSERT_TRUE(out);
    EXPECT_EQ(out->text, "lubang besar");
}

TEST(ItemIn, what_is_out_of_bounds_is_refused_by_the_name_of_its_member) {
    struct Row {
        std::function<void(ItemIn&)> spoil;
        const char* code;
        const char* field;
    };
    const Row rows[] = {
        {[](ItemIn& i) { i.network_id = " "; }, "field.missing", "network_id"},
        {[](ItemIn& i) { i.network_id = std::string(201, 'x'); }, "item.too_large", "network_id"},
        {[](ItemIn& i) { i.author.network_id = ""; }, "field.missing", "author.network_id"},
        {[](ItemIn& i) { i.author.name = std::string("a\0b", 3); }, "field.invalid", "author.name"},
        {[](ItemIn& i) { i.text = ""; }, "field.missing", "text"},
        {[](ItemIn& i) { i.text = std::string(1'000'000, 'x'); }, "item.too_large", "text"},
        {[](ItemIn& i) { i.text = "\xED\xA0\x80"; }, "field.invalid", "text"},
        {[](ItemIn& i) { i.created_at = *base::parse_time("1900-01-01"); }, "field.invalid", "created_at"},
        {[](ItemIn& i) { i.created_at = *base::parse_time("2100-01-01"); }, "field.invalid", "created_at"},
        {[](ItemIn& i) { i.place = PlaceIn{91, 0}; }, "field.invalid", "place"},
        {[](ItemIn& i) { i.place = PlaceIn{0, NAN}; }, "field.invalid", "place"},
        {[](ItemIn& i) { i.media.resize(11, MediaIn{.sha256 = std::string(64, 'a'), .url = {}}); },
         "field.invalid", "media"},
        {[](ItemIn& i) { i.media.resize(1); }, "field.missing", "media[0].sha256"},
        {[](ItemIn& i) { i.media = {{.sha256 = "../../etc/passwd", .url = {}}}; }, "field.invalid",
         "media[0].sha256"},
    };
    for (const auto& [spoil, code, field] : rows) {
        auto item = good();
        spoil(item);
        auto out = checked(item, now);
        ASSERT_FALSE(out) << field;
        EXPECT_EQ(out.error().code, code) << field;
        EXPECT_EQ(out.error().field, field);
    }
}

TEST(ItemIn, reads_the_shape_of_the_contract) {
    auto item = base::json::parse_as<ItemIn>(
        R"({"network_id":"1","type":"delete","author":{"network_id":"a","name":null},"text":"","created_at":"2026-05-26T00:00:00Z","visibility":"private","identity":"anonim","media":[{"url":"https://x"}],"unknown":1})");
    ASSERT_TRUE(item) << item.error().field;
    EXPECT_EQ(item->type, Change::remove);
    EXPECT_EQ(item->visibility, Visibility::private_);
    EXPECT_TRUE(checked(*item, now));
}

} // namespace
} // namespace items
