// What X asks for a request, as data with a date: thousandths of a US dollar. Reading the same post twice
// within a day (UTC) is paid once.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace channels::x {

struct Price {
    std::string_view request; ///< as Request::name, or with what it holds
    std::int64_t mills = 0;   ///< 1,000 are one US dollar
    std::string_view from;    ///< ISO day
};

inline constexpr auto prices = std::to_array<Price>({
    {"users.mentions", 1, "2026-08-22"}, // for each post
    {"users.posts", 1, "2026-08-22"},
    {"posts.get", 5, "2026-08-22"},
    {"posts.create", 15, "2026-08-22"},
    {"posts.create.answer", 10, "2026-08-22"}, // to somebody who mentioned or quoted us
    {"posts.create.link", 200, "2026-08-22"},
});

/// Of making one post; a link in it decides.
[[nodiscard]] constexpr std::int64_t price_of_post(bool has_link, bool is_answer) noexcept {
    const std::string_view wanted = has_link    ? "posts.create.link"
                                    : is_answer ? "posts.create.answer"
                                                : "posts.create";
    for (const auto& price : prices)
        if (price.request == wanted) return price.mills;
    return 0;
}

} // namespace channels::x
