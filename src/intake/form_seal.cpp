#include "intake/form_seal.h"

#include "base/encode.h"
#include "intake/report.h"
#include "staff/digest.h"

namespace intake {
namespace {

constexpr std::size_t moment_bytes = 4;   // seconds since 1970, until 2106
constexpr std::size_t moment_symbols = 6; // of base64url
constexpr std::size_t proof_symbols = 14; // 84 bits: guessing costs more than waiting

std::string proof(std::string_view salt, std::string_view key_and_moment) {
    return staff::keyed(salt, {"form handed out", key_and_moment}).substr(0, proof_symbols);
}

} // namespace

std::string sealed_key(std::string_view salt, std::string_view random, base::Time now) {
    std::string moment;
    const auto seconds = static_cast<std::uint32_t>(base::to_ms(now) / 1000);
    for (std::size_t i = 0; i < moment_bytes; ++i)
        moment += static_cast<char>((seconds >> (8 * (moment_bytes - 1 - i))) & 0xFF);
    const std::string out = base::to_base64url(random) + base::to_base64url(moment);
    return out + proof(salt, out);
}

std::optional<base::Time> handed_out_at(std::string_view salt, std::string_view key) {
    if (key.size() != plain_key_symbols + moment_symbols + proof_symbols) return std::nullopt;
    const std::string_view sealed = key.substr(0, plain_key_symbols + moment_symbols);
    if (!staff::same_secret(proof(salt, sealed), key.substr(sealed.size()))) return std::nullopt;
    const auto moment = base::from_base64url(sealed.substr(plain_key_symbols));
    if (!moment || moment->size() != moment_bytes) return std::nullopt;
    std::int64_t seconds = 0;
    for (const char byte : *moment)
        seconds = (seconds << 8) | static_cast<unsigned char>(byte);
    return base::time_from_ms(seconds * 1000);
}

std::string confirmation(std::string_view salt, std::string_view key) {
    return staff::keyed(salt, {"form confirmed", key});
}

bool is_confirmed(std::string_view salt, std::string_view key, std::string_view given) {
    return staff::same_secret(confirmation(salt, key), given);
}

} // namespace intake
