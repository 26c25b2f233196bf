#include "channels/x/sign_in.h"
#include "channels/x/x.h"
#include "network/push_proof.h"

#include <gmock/gmock.h>

namespace channels::x {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

const network::Connection app{.server = {},
                              .own_id = {},
                              .handle = {},
                              .secrets = {{"client_id", "klien"}, {"client_secret", "rahasia"}}};

TEST(XSignIn, TheSecretNeverStandsInAnAddress) {
    const auto channel = make_channel();
    const auto* at = network::signs_in(channel.get());
    ASSERT_TRUE(at);
    EXPECT_THAT(at->needs(), ElementsAre("client_id"));
    EXPECT_FALSE(at->ask_app(app, "https://lapor.example/kembali")) << "an app is made by a person";
    const auto page =
        at->page(app, {.back = "https://lapor.example/kembali", .state = "s t", .challenge = "abc"});
    EXPECT_THAT(page, HasSubstr("https://x.com/i/oauth2/authorize?response_type=code&client_id=klien"));
    EXPECT_THAT(page, HasSubstr("state=s%20t"));
    EXPECT_THAT(page, HasSubstr("redirect_uri=https%3A%2F%2Flapor.example%2Fkembali"));
    EXPECT_THAT(page, HasSubstr("code_challenge_method=S256"));
    EXPECT_THAT(page, Not(HasSubstr("rahasia")));
    const auto request = at->ask_signed_in(app, {.back = "b", .code = "k", .verifier = "v"});
    EXPECT_EQ(request.url, "https://api.x.com/2/oauth2/token");
    EXPECT_EQ(network::header_of(request.headers, "authorization"),
              "Basic " + network::to_base64("klien:rahasia"));
    EXPECT_THAT(request.body, Not(HasSubstr("rahasia")));
    EXPECT_THAT(request.body, HasSubstr("code_verifier=v"));
}

TEST(XSignIn, WhatWasNotGrantedIsNamed) {
    const network::Response whole{
        .status = 200,
        .headers = {},
        .body =
            R"({"access_token":"T","refresh_token":"R","expires_in":7200,"scope":"users.read tweet.read tweet.write media.write offline.access"})"};
    auto signed_in = read_signed_in(whole, base::Time{});
    ASSERT_TRUE(signed_in);
    EXPECT_TRUE(signed_in->missing.empty());
    EXPECT_EQ(signed_in->tokens.secrets.at("refresh_token"), "R");
    auto less = whole;
    less.body = R"({"access_token":"T","scope":"users.read tweet.read"})";
    EXPECT_THAT(read_signed_in(less, base::Time{}).value().missing,
                ElementsAre("tweet.write", "media.write", "offline.access"));
    EXPECT_FALSE(read_signed_in({.status = 400, .headers = {}, .body = R"({"error":"invalid_grant"})"}, {}));
}

} // namespace
} // namespace channels::x
