#include "staff/digest.h"
#include "staff/lockout.h"
#include "staff/session.h"
#include "staff/token.h"

#include <gtest/gtest.h>

#include <memory>
#include <random>

namespace staff {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

base::Random chance_from(unsigned seed) {
    return [engine = std::make_shared<std::mt19937>(seed)](std::size_t count) {
        std::string out(count, '\0');
        for (char& c : out)
            c = static_cast<char>((*engine)() & 0xFF);
        return out;
    };
}

TEST(Digest, is_the_published_sha256) {
    // FIPS 180-2, appendix B.1: "abc"
    EXPECT_EQ(sha256("abc"), "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
}

TEST(Digest, keeps_the_border_between_parts) {
    EXPECT_NE(keyed("k", {"ab", "c"}), keyed("k", {"a", "bc"}));
    EXPECT_NE(keyed("k", {"abc"}), keyed("l", {"abc"}));
    EXPECT_EQ(keyed("k", {"abc"}), keyed("k", {"abc"}));
}

TEST(Token, is_read_back_with_its_subject_and_agency) {
    auto chance = chance_from(1);
    for (auto subject : {TokenSubject::staff, TokenSubject::account})
        for (std::int64_t agency : {1, 42, 100'000}) {
            const std::string token = make_token(subject, base::AgencyId{agency}, chance);
            EXPECT_TRUE(token.starts_with(subject == TokenSubject::staff ? "tgs_" : "tga_"));
            auto parsed = parse_token(token);
            ASSERT_TRUE(parsed) << token;
            EXPECT_EQ(parsed->subject, subject);
            EXPECT_EQ(parsed->agency, base::AgencyId{agency});
            EXPECT_EQ(parsed->hash, sha256(token));
        }
}

TEST(Token, with_any_one_symbol_mistyped_is_unknown) {
    const std::string token = make_token(TokenSubject::staff, base::AgencyId{1}, chance_from(2));
    for (std::size_t i = 0; i < token.size(); ++i)
        for (char c : std::string_view("aZ0_-")) {
            std::string typo = token;
            if (typo[i] == c) continue;
            typo[i] = c;
            auto parsed = parse_token(typo);
            ASSERT_FALSE(parsed) << typo;
            EXPECT_EQ(parsed.error().code, "token.unknown");
            EXPECT_EQ(parsed.error().kind, base::Kind::unauthenticated);
        }
    for (std::size_t size = 0; size < token.size(); ++size)
        EXPECT_FALSE(parse_token(token.substr(0, size)));
    EXPECT_FALSE(parse_token(token + "A"));
    EXPECT_FALSE(parse_token(std::string(100'000, 'A')));
}

TEST(Token, comes_in_a_bearer_header) {
    struct {
        const char* header;
        const char* token; ///< empty: token.missing
    } const table[] = {{"Bearer abc", "abc"}, {"bearer   abc ", "abc"}, {"BEARER abc", "abc"}, {"", ""},
                       {"Bearer", ""},        {"Bearer ", ""},          {"Basic YTpi", ""},    {"abc", ""}};
    for (const auto& row : table) {
        auto token = bearer(row.header);
        EXPECT_EQ(token.value_or(""), row.token) << row.header;
        if (!token) EXPECT_EQ(token.error().code, "token.missing");
    }
}

TEST(Session, lives_twelve_hours_idle_and_seven_days_at_most) {
    const base::Time start = base::time_from_ms(1'779'700'000'000);
    const Session session{.hash = "h",
                          .staff = StaffId{1},
                          .created_at = start,
                          .seen_at = start,
                          .expires_at = start + session_length};
    EXPECT_TRUE(is_alive(session, start));
    EXPECT_TRUE(is_alive(session, start + hours(12) - base::Duration(1)));
    EXPECT_FALSE(is_alive(session, start + hours(12)));
    Session used = session;
    used.seen_at = start + std::chrono::days(7) - hours(1);
    EXPECT_TRUE(is_alive(used, start + std::chrono::days(7) - base::Duration(1)));
    EXPECT_FALSE(is_alive(used, start + std::chrono::days(7)));
    EXPECT_FALSE(needs_touch(session, start + minutes(9)));
    EXPECT_TRUE(needs_touch(session, start + minutes(10)));
}

TEST(Session, has_a_form_token_of_its_own) {
    const std::string one = make_session_secret(chance_from(3));
    const std::string other = make_session_secret(chance_from(4));
    EXPECT_EQ(one.size(), 43u);
    EXPECT_TRUE(is_csrf_token(one, csrf_token(one)));
    EXPECT_FALSE(is_csrf_token(one, csrf_token(other)));
    EXPECT_FALSE(is_csrf_token(one, one)) << "the cookie itself is no form token";
    EXPECT_FALSE(is_csrf_token(one, ""));
    EXPECT_FALSE(is_csrf_token("", csrf_token("")));
}

TEST(Lockout, waits_longer_with_each_failure_and_forgets_after_a_day) {
    struct {
        int failures;
        base::Duration wait;
    } const table[] = {{0, seconds(0)},   {1, seconds(0)},   {4, seconds(0)},         {5, seconds(30)},
                       {6, seconds(60)},  {7, minutes(2)},   {8, minutes(4)},         {9, minutes(8)},
                       {10, minutes(15)}, {11, minutes(15)}, {1'000'000, minutes(15)}};
    for (const auto& row : table)
        EXPECT_EQ(wait_after(row.failures), row.wait) << row.failures;
    const base::Time last = base::time_from_ms(1'779'700'000'000);
    EXPECT_EQ(next_attempt_at({.count = 5, .last_at = last}), last + seconds(30));
    EXPECT_FALSE(are_forgotten({.count = 5, .last_at = last}, last + hours(24) - base::Duration(1)));
    EXPECT_TRUE(are_forgotten({.count = 5, .last_at = last}, last + hours(24)));
}

TEST(Lockout, knows_a_device_only_for_the_login_it_signed_in_as) {
    const std::string cookie = make_device("salt", "Siti", chance_from(5));
    const std::string name = known_device("salt", "siti", cookie);
    EXPECT_FALSE(name.empty());
    EXPECT_EQ(known_device("salt", "SITI", cookie), name);
    EXPECT_EQ(known_device("salt", "budi", cookie), "");
    EXPECT_EQ(known_device("other", "siti", cookie), "");
    EXPECT_EQ(known_device("salt", "siti", ""), "");
    EXPECT_EQ(known_device("salt", "siti", "."), "");
    EXPECT_EQ(known_device("salt", "siti", name), "");
    EXPECT_EQ(known_device("salt", "siti", name + "."), "");
    EXPECT_EQ(known_device("salt", "siti", "x" + cookie), "");
    EXPECT_EQ(known_device("salt", "siti", std::string(10'000, '.')), "");
    std::string other = cookie;
    other[0] = other[0] == 'A' ? 'B' : 'A';
    EXPECT_EQ(known_device("salt", "siti", other), "");
}

} // namespace
} // namespace staff
