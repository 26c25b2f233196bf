#include "staff/password.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace staff {
namespace {

constexpr PasswordCost cheap{.passes = 1, .memory = 8192};
constexpr PasswordCost dearer{.passes = 2, .memory = 16384};

TEST(Passwords, match_only_what_was_hashed) {
    Passwords passwords(cheap);
    const std::string stored = passwords.hash("kuda terbang merah 7").value();
    EXPECT_TRUE(stored.starts_with("$argon2id$"));
    EXPECT_NE(stored, passwords.hash("kuda terbang merah 7").value()) << "salted";
    EXPECT_TRUE(passwords.verify(stored, "kuda terbang merah 7").value());
    for (const char* other : {"kuda terbang merah 8", "Kuda terbang merah 7", "", "kuda terbang merah 7 "})
        EXPECT_FALSE(passwords.verify(stored, other).value()) << other;
    EXPECT_FALSE(passwords.verify("", "kuda terbang merah 7").value());
    EXPECT_FALSE(passwords.verify("not a hash", "kuda terbang merah 7").value());
    EXPECT_FALSE(passwords.verify(stored, std::string(2000, 'a')).value());
}

TEST(Passwords, of_nobody_never_match) {
    Passwords passwords(cheap);
    for (const char* any : {"", "kuda terbang merah 7", "AAAAAAAAAAAAAAAA"})
        EXPECT_FALSE(passwords.verify_nobody(any).value());
}

TEST(Passwords, of_nobody_are_hashed_with_the_same_cost_and_always_wrong) {
    Passwords passwords(cheap);
    EXPECT_FALSE(passwords.verify_nobody("kuda terbang merah 7").value());
    EXPECT_FALSE(passwords.verify_nobody("").value());
}

TEST(Passwords, are_hashed_anew_only_when_the_cost_has_risen) {
    Passwords before(cheap);
    Passwords after(dearer);
    const std::string old = before.hash("kuda terbang merah 7").value();
    EXPECT_FALSE(before.is_outdated(old));
    EXPECT_TRUE(after.is_outdated(old));
    EXPECT_FALSE(before.is_outdated(after.hash("kuda terbang merah 7").value()));
    EXPECT_TRUE(after.verify(old, "kuda terbang merah 7").value()) << "an old hash still opens";
    EXPECT_TRUE(before.is_outdated("garbage"));
}

TEST(Passwords, are_checked_two_at_a_time_and_say_so_when_it_takes_too_long) {
    const PasswordCost slow{.passes = 12, .memory = std::size_t{32} * 1024 * 1024};
    Passwords impatient(slow, std::chrono::milliseconds(1));
    std::atomic<int> done = 0;
    std::atomic<int> busy = 0;
    std::vector<std::jthread> all;
    for (int i = 0; i < 8; ++i)
        all.emplace_back([&] {
            auto result = impatient.verify_nobody("salah");
            if (result)
                ++done;
            else if (result.error().code == "password.busy" &&
                     result.error().kind == base::Kind::unavailable && result.error().retry_after.count() > 0)
                ++busy;
        });
    all.clear();
    EXPECT_EQ(done + busy, 8);
    EXPECT_GE(done, 2);
    EXPECT_GE(busy, 1);

    Passwords patient(cheap, std::chrono::seconds(20));
    std::atomic<int> served = 0;
    for (int i = 0; i < 8; ++i)
        all.emplace_back([&] {
            if (patient.verify_nobody("salah")) ++served;
        });
    all.clear();
    EXPECT_EQ(served, 8) << "seats are given back";
}

TEST(NewPassword, is_long_and_none_of_the_usual_ones) {
    struct {
        const char* password;
        const char* code; ///< empty: taken
    } const table[] = {
        {"kuda terbang merah", ""},
        {"Tr4ktor-sungai-7", ""},
        {"jakarta barat 2024", ""},
        {"kucing\xC3\xA9 lompat pagar", ""},
        {"pendek", "password.short"},
        {"", "password.short"},
        {"sebelas huru", ""},
        {"sebelas hur", "password.short"},
        {"password1234", "password.common"},
        {"Password!2024", "password.common"},
        {"passwordpassword", "password.common"},
        {"indonesia2024!", "password.common"},
        {"Bismillah123456", "password.common"},
        {"adminadmin1234", "password.common"},
        {"aaaaaaaaaaaaaaaa", "password.common"},
        {"abababababab", "password.common"},
        {"198503122010011005", "password.common"},
        {"0812-3456-7890", "password.common"},
        {"qwertyuiop1234", "password.common"},
        {"budi.santoso1985", "password.common"},
        {"BudiSantoso!!!!", "password.common"},
        {"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", "field.invalid"},
    };
    for (const auto& row : table) {
        auto result = check_new_password(row.password, "budi.santoso");
        EXPECT_EQ(result ? "" : result.error().code, row.code) << row.password;
        if (!result) EXPECT_EQ(result.error().field, "password");
    }
    EXPECT_FALSE(check_new_password(std::string(1025, 'x'), "budi"));
    EXPECT_FALSE(check_new_password(std::string("kuda terbang\0merah", 18), "budi"));
}

} // namespace
} // namespace staff
