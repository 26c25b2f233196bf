// Passwords: Argon2id, at most two at once in the whole process, others wait a while (`password.busy`,
// unavailable). What a password must be: `field.invalid` on "password" with codes of its own, see below.
#pragma once
#include "base/result.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace staff {

/// What one check costs; libsodium's "interactive" by default. Tests inject less.
struct PasswordCost {
    unsigned long long passes = 2;
    std::size_t memory = std::size_t{64} * 1024 * 1024; ///< bytes
};

/// Thread-safe.
class Passwords {
public:
    explicit Passwords(PasswordCost cost = {}, std::chrono::milliseconds patience = std::chrono::seconds(5));

    [[nodiscard]] base::Result<std::string> hash(std::string_view password) const;
    [[nodiscard]] base::Result<bool> verify(std::string_view stored, std::string_view password) const;
    /// The same work for a login that does not exist; always false.
    [[nodiscard]] base::Result<bool> verify_nobody(std::string_view password) const;
    /// Made with less memory or fewer passes than now: hash it anew at the next sign-in.
    [[nodiscard]] bool is_outdated(std::string_view stored) const;

private:
    PasswordCost cost_;
    std::chrono::milliseconds patience_;
    std::string nobody_;
};

/// 12 to 1,024 characters, not the login or name with something around it, none of the usual ones:
/// `password.short`, `password.common`, `field.invalid`.
[[nodiscard]] base::Result<void> check_new_password(std::string_view password, std::string_view login);

} // namespace staff
