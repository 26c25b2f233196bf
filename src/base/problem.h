// What went wrong, said twice: `code` and `field` are public and stable (docs/openapi.yaml), `detail` goes to
// the log and never leaves the server. Text for people is looked up by code: `problem_words.h`.
#pragma once
#include <chrono>
#include <string>

namespace base {

enum class Kind {
    invalid,
    unauthenticated,
    forbidden,
    not_found,
    conflict,
    too_large,
    unsupported,
    limited,
    broken,
    unavailable,
};

struct Problem {
    Kind kind = Kind::broken;
    std::string code;                      ///< e.g. "case.needs_proof"
    std::string field = {};                ///< the input member it is about, as a path: "place.lat"
    std::string detail = {};               ///< for the log only
    std::chrono::seconds retry_after = {}; ///< with Kind::limited
};

/// HTTP status of a kind, as contract.md lists them.
[[nodiscard]] int http_status(Kind kind) noexcept;

} // namespace base
