// A visible text with its slots filled. Never fails: a slot without a value stays, and what a value holds is
// never taken for a slot.
#pragma once
#include "base/language.h"

#include <initializer_list>
#include <string>

namespace base {

/// Each {} of the text replaced, in order.
[[nodiscard]] std::string filled(Text text, Language language,
                                 std::initializer_list<std::string_view> values);
[[nodiscard]] std::string filled(Text text, Language language, std::string_view value);

} // namespace base
