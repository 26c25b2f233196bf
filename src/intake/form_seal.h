// The random key of a report form carries the moment at which the form was handed out, sealed, so that nobody
// can say a form was read before it was. A key without a seal is as good a key: a form of an older page.
// Pure; text that is no key or no seal of ours has no moment.
#pragma once
#include "base/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace intake {

/// 16 random bytes and the seal: 42 symbols of base64url.
[[nodiscard]] std::string sealed_key(std::string_view salt, std::string_view random, base::Time now);
[[nodiscard]] std::optional<base::Time> handed_out_at(std::string_view salt, std::string_view key);

/// What the page adds when it asks once more: only we can make it, and only for this form.
[[nodiscard]] std::string confirmation(std::string_view salt, std::string_view key);
[[nodiscard]] bool is_confirmed(std::string_view salt, std::string_view key, std::string_view given);

} // namespace intake
