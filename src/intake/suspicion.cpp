#include "intake/suspicion.h"

namespace intake {

Suspicion suspicion_of(const Signs& signs) noexcept {
    if (signs.has_filled_hidden_member) return Suspicion::hidden_member;
    if (signs.took && *signs.took < quickest_person && !signs.may_be_quick) return Suspicion::too_quick;
    if (signs.other_lines_with_same_words >= most_lines_with_same_words) return Suspicion::same_words;
    return Suspicion::none;
}

} // namespace intake
