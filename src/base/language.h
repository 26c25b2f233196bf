// The catalogue: every visible text is a Text constant in a room's *_words.h, Indonesian first, English
// second.
#pragma once
#include <string_view>

namespace base {

enum class Language { id, en };

struct Text {
    std::string_view id;
    std::string_view en;
    [[nodiscard]] constexpr std::string_view in(Language language) const noexcept {
        return language == Language::en ? en : id;
    }
};

/// The first of id/en in an Accept-Language header (RFC 9110, q-values honoured); Indonesian when neither is
/// there.
[[nodiscard]] Language language_from(std::string_view accept_language) noexcept;

} // namespace base
