#include "people/contact.h"

#include <gtest/gtest.h>

namespace people {
namespace {

struct Writing {
    const char* given;
    const char* kept; ///< empty: refused
};

TEST(Contact, writes_phone_numbers_one_way) {
    const Writing writings[] = {
        {"081234567890", "+6281234567890"},
        {"0812-3456-7890", "+6281234567890"},
        {"+62 812 3456 7890", "+6281234567890"},
        {"62812 3456 7890", "+6281234567890"},
        {"81234567890", "+6281234567890"},
        {"+62 (0)812 3456 7890", "+6281234567890"},
        {"(021) 3456789", "+62213456789"},
        {"0062 812 3456 7890", "+6281234567890"},
        {"+60 12-345 6789", "+60123456789"},
        {"  0812.3456.7890  ", "+6281234567890"},
        {"", ""},
        {"0812", ""},
        {"0812345678901234567", ""},
        {"nol delapan satu dua", ""},
        {"0812345678a", ""},
        {"1234567890", ""},
        {"+0812345678", ""},
        {"00812345678", "+812345678"},
        {"0812 3456 7890; drop", ""},
        {"+62000000000", ""},
    };
    for (const auto& writing : writings) {
        auto phone = checked_phone(writing.given);
        EXPECT_EQ(phone.value_or(""), writing.kept) << writing.given;
        if (!phone) EXPECT_EQ(phone.error().field, "phone") << writing.given;
    }
}

TEST(Contact, takes_mail_addresses_as_they_can_be_sent_to) {
    const Writing writings[] = {
        {"warga@contoh.id", "warga@contoh.id"},
        {" Siti.Rahma+lapor@Contoh.CO.ID ", "Siti.Rahma+lapor@contoh.co.id"},
        {"o'neil@a-b.example", "o'neil@a-b.example"},
        {"warga", ""},
        {"@contoh.id", ""},
        {"warga@", ""},
        {"warga@contoh", ""},
        {"warga@contoh..id", ""},
        {"war ga@contoh.id", ""},
        {".warga@contoh.id", ""},
        {"wa..rga@contoh.id", ""},
        {"warga@-contoh.id", ""},
        {"warga@10.0.0.1", ""},
        {"a@b@contoh.id", ""},
        {"warga@contoh.id\nBcc: lain@contoh.id", ""},
        {"\"warga\"@contoh.id", ""},
    };
    for (const auto& writing : writings)
        EXPECT_EQ(checked_email(writing.given).value_or(""), writing.kept) << writing.given;
    EXPECT_FALSE(checked_email(std::string(250, 'a') + "@contoh.id"));
}

TEST(Contact, becomes_one_text_and_back) {
    const Contact contacts[] = {{},
                                {.email = "a@b.id", .phone = {}},
                                {.email = {}, .phone = "+62812"},
                                {.email = "a@b.id", .phone = "+62812"}};
    for (const auto& contact : contacts) {
        auto back = contact_from(to_text(contact));
        ASSERT_TRUE(back);
        EXPECT_EQ(back->email, contact.email);
        EXPECT_EQ(back->phone, contact.phone);
    }
    EXPECT_FALSE(contact_from("no line"));
    EXPECT_FALSE(contact_from("a\nb\nc"));
}

} // namespace
} // namespace people
