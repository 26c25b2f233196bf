// A QR code (ISO/IEC 18004) as one drawing, for paper: a phone's camera opens the address on it. Nothing when
// the text does not fit (2,331 bytes at this level of correction).
#pragma once
#include "html/markup.h"

namespace html {

/// `label` says what the code holds, for those who do not see it.
[[nodiscard]] Markup qr_code(const std::string& text, std::string_view label);

} // namespace html
