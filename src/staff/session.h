// Sessions of the browser: a random cookie, only its SHA-256 at rest, idle and absolute ends, and the token
// that forms must bring along.
#pragma once
#include "base/random.h"
#include "base/time.h"
#include "staff/principal.h"

namespace staff {

inline constexpr base::Duration session_idle = std::chrono::hours(12);
inline constexpr base::Duration session_length = std::chrono::days(7);
/// Use is written down only when it is this much newer, so that reading pages stays reading.
inline constexpr base::Duration session_touch = std::chrono::minutes(10);

struct Session {
    std::string hash; ///< its name in lists and when it is revoked
    StaffId staff;
    base::Time created_at{};
    base::Time seen_at{};
    base::Time expires_at{};
};

[[nodiscard]] bool is_alive(const Session& session, base::Time now) noexcept;
[[nodiscard]] bool needs_touch(const Session& session, base::Time now) noexcept;

/// 43 characters for the cookie.
[[nodiscard]] std::string make_session_secret(const base::Random& random);
[[nodiscard]] std::string hash_of_session(std::string_view secret);

/// What each form of a session carries in the field `_csrf` (or the header X-CSRF).
[[nodiscard]] std::string csrf_token(std::string_view session_secret);
[[nodiscard]] bool is_csrf_token(std::string_view session_secret, std::string_view given) noexcept;

/// `tanggap_sesi`, on https `__Host-tanggap_sesi`: no sub-domain can plant it there.
[[nodiscard]] std::string_view session_cookie(/*is_https=*/bool is_https) noexcept;
[[nodiscard]] std::string_view device_cookie(/*is_https=*/bool is_https) noexcept;

} // namespace staff
