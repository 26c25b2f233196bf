// What a person wrote in a mail, without what their program put around it. Pure; never fails, and never
// leaves nothing of something.
#pragma once
#include <string>
#include <string_view>

namespace channels::mail {

/// Without quoted lines and what introduces them: "> …", "Pada … menulis:", "On … wrote:", the headers of
/// Outlook. A text that is nothing but that stays as it is.
[[nodiscard]] std::string without_quotes(std::string_view text);

/// Without what stands below "-- ", and without "Dikirim dari iPhone saya" and its like at the end.
[[nodiscard]] std::string without_signature(std::string_view text);

/// "Balas: Re[2]: Lampu mati" is "Lampu mati".
[[nodiscard]] std::string_view without_reply_marks(std::string_view subject);

} // namespace channels::mail
