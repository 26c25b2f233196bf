#include "network/form.h"
#include "network/json_reading.h"
#include "network/push_proof.h"

#include <gtest/gtest.h>

namespace network {
namespace {

TEST(JsonReading, GivesNothingForWhatIsNotThere) {
    auto value = read_json(R"({"a":{"b":"x","n":12,"many":[1,2],"t":1790000000},"one":{"id":"q"}})");
    ASSERT_TRUE(value);
    EXPECT_EQ(text_in(*value, "a.b"), "x");
    EXPECT_EQ(text_in(*value, "a.n"), "12");
    EXPECT_EQ(text_in(*value, "a.b.c"), "");
    EXPECT_EQ(number_in(*value, "a.b"), std::nullopt);
    EXPECT_EQ(each_in(*value, "a.many").size(), 2U);
    EXPECT_EQ(each_in(*value, "one").size(), 1U) << "one value stands for an array of one";
    EXPECT_EQ(base::to_iso(*time_in(*value, "a.t")), "2026-09-21T14:13:20.000Z");
    EXPECT_EQ(read_json("{").error().code, "network.unreadable");
}

TEST(Form, EncodesFieldsAndFiles) {
    Request request;
    set_multipart(request, {{"description", "Jalan \"rusak\""}},
                  {{"file", "a\"b.jpg", "image/jpeg", "BYTES"}});
    const auto type = header_of(request.headers, "content-type");
    const std::string boundary(type.substr(type.find("boundary=") + 9));
    EXPECT_EQ(request.body,
              "--" + boundary +
                  "\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\nJalan \"rusak\"\r\n--" +
                  boundary +
                  "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a%22b.jpg\"\r\n"
                  "Content-Type: image/jpeg\r\n\r\nBYTES\r\n--" +
                  boundary + "--\r\n");
    EXPECT_EQ(query_of({{"a", "1 2"}, {"b", "é&"}}), "a=1%202&b=%C3%A9%26");
}

// RFC 4231, test case 2.
TEST(PushProof, KnowsASignature) {
    const std::string hex = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    EXPECT_TRUE(is_signed_hex("sha256=" + hex, "Jefe", "what do ya want for nothing?"));
    EXPECT_FALSE(is_signed_hex("sha256=" + hex, "Jefe", "what do ya want for nothing"));
    EXPECT_FALSE(is_signed_hex(hex, "Jefe", "what do ya want for nothing?"));
    EXPECT_FALSE(is_signed_hex("sha256=" + hex, "", "what do ya want for nothing?"));
    EXPECT_TRUE(is_signed_base64("sha256=W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=", "Jefe",
                                 "what do ya want for nothing?"));
    EXPECT_FALSE(is_same_secret("", ""));
}

} // namespace
} // namespace network
