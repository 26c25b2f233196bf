#include "items/reply_address.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace items {
namespace {

TEST(ReplyAddresses, are_read_as_they_were_written) {
    const ReplyAddress to{.code = "TGP-7K3M-9QXT", .signature = "abcdefghijkl2345"};
    const auto address = reply_address("Posko@contoh.go.id", to);
    EXPECT_EQ(address, "Posko+tgp-7k3m-9qxt.abcdefghijkl2345@contoh.go.id");
    EXPECT_EQ(read_reply_address(address, "posko@contoh.go.id"), to);
    EXPECT_EQ(read_reply_address("POSKO+TGP-7K3M-9QXT.ABCDEFGHIJKL2345@CONTOH.GO.ID", "posko@contoh.go.id"),
              to);
    for (const auto* other :
         {"posko@contoh.go.id", "posko+tgp-7k3m-9qxt@contoh.go.id", "posko+.abcdefghijkl2345@contoh.go.id",
          "posko+tgp-7k3m-9qxt.abc@contoh.go.id", "posko+tgp-7k3m-9qxt.abcdefghijkl2345@lain.id",
          "lain+tgp-7k3m-9qxt.abcdefghijkl2345@contoh.go.id", "posko+tgp 7k3m.abcdefghijkl2345@contoh.go.id",
          "@", ""})
        EXPECT_FALSE(read_reply_address(other, "posko@contoh.go.id")) << other;
    EXPECT_EQ(reply_address(std::string(50, 'a') + "@contoh.go.id", to), "") << "64 bytes are all that fit";
    EXPECT_EQ(reply_address("", to), "");
}

TEST(OwnMails, are_known_by_their_message_id) {
    const OwnMail mail{.id = 7301, .agency = base::AgencyId{1}, .signature = "abcdefghijkl2345"};
    EXPECT_EQ(read_own_mail(to_string(mail) + "@contoh.go.id"), mail);
    for (const auto* other : {"7301.1@contoh.go.id", "7301.1.abc@contoh.go.id", "-1.1.abcdefghijkl2345",
                              "7301.1.abcdefghijkl234!@x", "99999999999999999999.1.abcdefghijkl2345", ""})
        EXPECT_FALSE(read_own_mail(other)) << other;
}

TEST(Signatures, are_the_same_in_either_case_and_nothing_else_is) {
    EXPECT_TRUE(is_same_signature("abcdefghijkl2345", "ABCDEFGHIJKL2345"));
    EXPECT_FALSE(is_same_signature("abcdefghijkl2345", "abcdefghijkl2346"));
    EXPECT_FALSE(is_same_signature("", ""));
}

RC_GTEST_PROP(ReplyAddresses, of_any_text_are_none_or_whole, (const std::string& text)) {
    if (const auto read = read_reply_address(text + "@contoh.go.id", "posko@contoh.go.id"))
        RC_ASSERT(read_reply_address(reply_address("posko@contoh.go.id", *read), "posko@contoh.go.id") ==
                  *read);
}

} // namespace
} // namespace items
