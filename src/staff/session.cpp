#include "staff/session.h"

#include "base/encode.h"
#include "staff/digest.h"

namespace staff {
namespace {
constexpr std::size_t secret_bytes = 32;
}

bool is_alive(const Session& session, base::Time now) noexcept {
    return now < session.expires_at && now - session.seen_at < session_idle;
}

bool needs_touch(const Session& session, base::Time now) noexcept {
    return now - session.seen_at >= session_touch;
}

std::string make_session_secret(const base::Random& random) {
    return base::to_base64url(random(secret_bytes));
}

std::string hash_of_session(std::string_view secret) {
    return sha256(secret);
}

std::string csrf_token(std::string_view session_secret) {
    return keyed(session_secret, {"csrf"});
}

bool is_csrf_token(std::string_view session_secret, std::string_view given) noexcept {
    return !session_secret.empty() && same_secret(csrf_token(session_secret), given);
}

std::string_view session_cookie(bool is_https) noexcept {
    return is_https ? "__Host-tanggap_sesi" : "tanggap_sesi";
}

std::string_view device_cookie(bool is_https) noexcept {
    return is_https ? "__Host-tanggap_perangkat" : "tanggap_perangkat";
}

} // namespace staff
