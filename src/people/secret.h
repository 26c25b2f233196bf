// The reporter's secret in the link to /lacak: 128 random bits, url-safe. Only its SHA-256 is at rest.
#pragma once
#include "base/random.h"

#include <string_view>

namespace people {

struct Secret {
    std::string text; ///< 22 characters, for the link; shown once, never logged
    std::string hash; ///< at rest
};

[[nodiscard]] Secret make_secret(const base::Random& random);
[[nodiscard]] std::string hash_of_secret(std::string_view text);
/// In time that does not depend on where they differ; false for anything that is no secret.
[[nodiscard]] bool matches(std::string_view text, std::string_view hash) noexcept;

} // namespace people
