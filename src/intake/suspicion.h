// Does a report look as if no person had sent it? Then the page asks for one more press of a button; nothing
// is ever thrown away for it. The rule is pure; what was seen of late is kept by Watch (watch.h).
#pragma once
#include "base/time.h"

#include <optional>

namespace intake {

/// Nobody reads the page and writes two sentences in less.
inline constexpr base::Duration quickest_person = std::chrono::seconds(2);
/// A text that goes round is sent from a few phones of one family, and then from strangers.
inline constexpr int most_lines_with_same_words = 4;

struct Signs {
    bool has_filled_hidden_member = false;
    std::optional<base::Duration> took; ///< from handing out the form; empty: not known
    bool may_be_quick = true;           ///< pasted words come quickly: an address has some of those free
    int other_lines_with_same_words = 0;
};

enum class Suspicion { none, hidden_member, too_quick, same_words };
[[nodiscard]] Suspicion suspicion_of(const Signs& signs) noexcept;

} // namespace intake
