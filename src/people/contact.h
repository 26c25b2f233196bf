// Ways to reach a reporter, checked and written one way. Refusals: `field.invalid` with the field.
#pragma once
#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace people {

struct Contact {
    std::optional<std::string> email;
    std::optional<std::string> phone; ///< "+6281234567890"
    [[nodiscard]] bool empty() const noexcept { return !email && !phone; }
};

/// Lower-case domain; at most 254 bytes, ASCII (RFC 5321), no quoted local part.
[[nodiscard]] base::Result<std::string> checked_email(std::string_view text,
                                                      std::string_view field = "email");
/// Indonesian numbers as +62...; other countries only when written with their +.
[[nodiscard]] base::Result<std::string> checked_phone(std::string_view text,
                                                      std::string_view field = "phone");

/// One text to seal, and back.
[[nodiscard]] std::string to_text(const Contact& contact);
[[nodiscard]] base::Result<Contact> contact_from(std::string_view text);

} // namespace people
