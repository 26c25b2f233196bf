#include "cases/command.h"

#include <gtest/gtest.h>

namespace cases {
namespace {

base::Result<Asked> read(std::string_view json) {
    return read_command(base::json::parse(json).value());
}

TEST(Command, is_read_from_the_contract_s_json) {
    const auto verify =
        read(R"({"do":"verify","version":3,"kind":"question","topic":"ktp","area":"31.74.01",)"
             R"("public_text":"  Kapan buka?  ","more":1})");
    ASSERT_TRUE(verify);
    EXPECT_EQ(verify->version, 3);
    EXPECT_EQ(std::get<Verify>(verify->command).kind, Kind::question);
    EXPECT_EQ(std::get<Verify>(verify->command).public_text, "Kapan buka?");

    const auto resolve =
        read(R"({"do":"resolve","proof":{"kind":"photo","after":["ab"],"note":"Ditambal"}})");
    ASSERT_TRUE(resolve);
    EXPECT_EQ(resolve->version, std::nullopt);
    const auto& given = std::get<Resolve>(resolve->command).proof.value();
    EXPECT_EQ(given.kind, proof::ProofKind::photo);
    EXPECT_EQ(given.after, std::vector<std::string>{"ab"});
    EXPECT_EQ(given.note, "Ditambal");

    const auto document = read(
        R"({"do":"resolve","proof":{"kind":"document","document_number":"45","document_day":"2026-11-16"}})");
    ASSERT_TRUE(document);
    EXPECT_TRUE(std::get<Resolve>(document->command).proof->document_day);

    const auto assign = read(R"({"do":"assign","office":"11","person":"501"})");
    EXPECT_EQ(std::get<Assign>(assign->command).office, OfficeId{11});
    EXPECT_EQ(std::get<Assign>(assign->command).person, StaffId{501});

    const auto decline = read(R"({"do":"decline","reason":"Jalan nasional"})");
    EXPECT_EQ(std::get<Decline>(decline->command).public_reason, "Jalan nasional");
    const auto schedule = read(R"({"do":"schedule","public_reason":"Besar","reason":"bukan yang ini"})");
    EXPECT_EQ(std::get<Schedule>(schedule->command).public_reason, "Besar");

    const auto reclassify = read(R"({"do":"reclassify","class":"oversight"})");
    EXPECT_EQ(std::get<Reclassify>(reclassify->command).case_class, Class::oversight);
}

TEST(Command, of_every_name_is_read_and_knows_its_name) {
    for (const auto& [name, code] : base::codes<CommandName>) {
        const auto asked = read(R"({"do":")" + std::string(code) + R"("})");
        ASSERT_TRUE(asked) << code;
        EXPECT_EQ(name_of(asked->command), name) << code;
    }
}

TEST(Command, that_cannot_be_read_names_the_member) {
    const struct {
        std::string json;
        const char* code;
        const char* field;
    } rows[] = {
        {"[]", "field.invalid", ""},
        {"{}", "field.missing", "do"},
        {R"({"do":"eat"})", "field.invalid", "do"},
        {R"({"do":7})", "field.invalid", "do"},
        {R"({"do":"start","version":"3"})", "field.invalid", "version"},
        {R"({"do":"verify","kind":"rant"})", "field.invalid", "kind"},
        {R"({"do":"assign","office":11})", "field.invalid", "office"},
        {R"({"do":"resolve","proof":{}})", "field.missing", "proof.kind"},
        {R"({"do":"resolve","proof":{"kind":"photo","after":"ab"}})", "field.invalid", "proof.after"},
        {R"({"do":"resolve","proof":{"kind":"document","document_day":"besok"}})", "field.invalid",
         "proof.document_day"},
        {R"({"do":"archive","reason":"malas"})", "field.invalid", "reason"},
        {R"({"do":"reclassify","class":"gold"})", "field.invalid", "class"},
        {R"({"do":"return","reason":")" + std::string(3'000, 'x') + R"("})", "item.too_large", "reason"},
        {R"({"do":"note","text":")" + std::string(20'000, 'x') + R"("})", "item.too_large", "text"},
    };
    for (const auto& row : rows) {
        const auto asked = read(row.json);
        ASSERT_FALSE(asked) << row.json.substr(0, 80);
        EXPECT_EQ(asked.error().code, row.code) << row.json.substr(0, 80);
        EXPECT_EQ(asked.error().field, row.field) << row.json.substr(0, 80);
    }
}

} // namespace
} // namespace cases
