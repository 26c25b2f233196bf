#include "people/identity.h"

namespace people {
namespace {
constexpr int words_flag = 1;
constexpr int contact_flag = 2;
} // namespace

int to_flags(const Consent& consent) noexcept {
    return (consent.words_may_be_public ? words_flag : 0) | (consent.may_be_contacted ? contact_flag : 0);
}

base::Result<Consent> consent_from(int flags) {
    if ((flags & ~(words_flag | contact_flag)) != 0) return base::fail_field("consent");
    return Consent{.words_may_be_public = (flags & words_flag) != 0,
                   .may_be_contacted = (flags & contact_flag) != 0};
}

} // namespace people
