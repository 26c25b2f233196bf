// How far the cases of an agency are signed in the present form. Plain.
#pragma once
#include "cases/signature.h"

namespace cases {

struct Signing {
    int version = 0;
    CaseId down_to; ///< 0: all
    std::int64_t n_done = 0;
    std::int64_t n_total = 0; ///< when it began; what is new since is signed anyway
    [[nodiscard]] bool is_whole() const noexcept { return version == signature_version && !down_to; }
    bool operator==(const Signing&) const = default;
};
BOOST_DESCRIBE_STRUCT(Signing, (), (version, down_to, n_done, n_total))

} // namespace cases
