#include "channels/youtube/sign_in.h"
#include "channels/youtube/youtube.h"

#include <gmock/gmock.h>

namespace channels::youtube {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(YouTubeSignIn, ARefreshTokenAndTheRightAreNeeded) {
    const auto channel = make_channel();
    const auto* at = network::signs_in(channel.get());
    ASSERT_TRUE(at);
    EXPECT_THAT(at->needs(), ElementsAre("client_id", "client_secret"));
    const network::Connection app{.server = {},
                                  .own_id = {},
                                  .handle = {},
                                  .secrets = {{"client_id", "klien"}, {"client_secret", "rahasia"}}};
    const auto page =
        at->page(app, {.back = "https://lapor.example/kembali", .state = "s", .challenge = "c"});
    EXPECT_THAT(page, HasSubstr("https://accounts.google.com/o/oauth2/v2/auth?response_type=code"));
    EXPECT_THAT(page, HasSubstr("access_type=offline"));
    EXPECT_THAT(page, Not(HasSubstr("rahasia")));
    auto read = [&](const std::string& body, int status = 200) {
        return at->read_signed_in({.status = status, .headers = {}, .body = body}, base::Time{});
    };
    EXPECT_TRUE(
        read(
            R"({"access_token":"T","refresh_token":"R","expires_in":3599,"scope":"https://www.googleapis.com/auth/youtube.force-ssl"})")
            .value()
            .missing.empty());
    EXPECT_THAT(
        read(R"({"access_token":"T","expires_in":3599,"scope":"https://www.googleapis.com/auth/userinfo"})")
            .value()
            .missing,
        ElementsAre("https://www.googleapis.com/auth/youtube.force-ssl", "access_type=offline"));
    EXPECT_FALSE(read(R"({"error":"invalid_grant"})", 400));
}

} // namespace
} // namespace channels::youtube
