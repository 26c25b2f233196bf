// Addresses that may stand in href, src and action: paths of this server, https, http, mailto, tel and geo;
// never an address that runs. From outside by Url::from (field.invalid), from code by
// url<"/laporan/{}">(code).
#pragma once
#include "base/result.h"
#include "html/literal.h"

#include <string>
#include <string_view>
#include <utility>

namespace html {

/// A relative reference without scheme and host, or https, http, mailto, tel, geo with something behind the
/// scheme. No control character, space, quote, angle bracket or backslash; no user name before a host; at
/// most 2048.
[[nodiscard]] constexpr bool is_safe_url(std::string_view url) noexcept {
    if (url.empty() || url.size() > 2048) return false;
    for (char c : url)
        if ((c >= 0 && c <= ' ') || c == 0x7f ||
            std::string_view("\"'<>\\`{}|^").find(c) != std::string_view::npos)
            return false;
    if (url.starts_with("//")) return false;
    std::size_t colon = url.find(':');
    if (colon == std::string_view::npos || url.find_first_of("/?#") < colon) return true;
    if (detail::starts(url, "mailto:")) return url.size() > 7;
    if (detail::starts(url, "tel:") || detail::starts(url, "geo:")) return url.size() > 4;
    if (!detail::starts(url, "https://") && !detail::starts(url, "http://")) return false;
    std::string_view host = url.substr(url.find("//") + 2);
    host = host.substr(0, host.find_first_of("/?#"));
    return !host.empty() && host.front() != ':' && host.find('@') == std::string_view::npos;
}

/// The literal with its slots filled is safe, and no slot can reach the scheme or the host.
[[nodiscard]] constexpr bool is_safe_url_literal(std::string_view literal) noexcept {
    std::size_t slot = literal.find("{}");
    std::string_view fixed = literal.substr(0, slot);
    if (slot == std::string_view::npos) return is_safe_url(literal);
    if (fixed.starts_with("//")) return false;
    if (fixed.starts_with('/') || fixed.starts_with('#') || fixed.starts_with('?')) return true;
    if (detail::same(fixed, "mailto:") || detail::same(fixed, "tel:") || detail::same(fixed, "geo:"))
        return true;
    return is_safe_url(fixed) && fixed.find("://") < fixed.find_last_of('/') - 2;
}

class Url {
public:
    [[nodiscard]] static base::Result<Url> from(std::string_view text, std::string_view field = "url");

    [[nodiscard]] const std::string& str() const noexcept { return url_; }
    bool operator==(const Url&) const = default;

private:
    explicit Url(std::string url) : url_(std::move(url)) {}
    std::string url_;
    template <Literal L, class... Args> friend Url url(const Args&... args);
};

namespace detail {
/// Percent-encodes what is not unreserved (RFC 3986).
void append_encoded(std::string& out, std::string_view text);
/// One slash where a literal's slash met an empty slot at the beginning: `//x` would name a host.
[[nodiscard]] std::string one_slash(std::string url);
} // namespace detail

/// url<"/laporan/{}?lihat={}">(code, view): the literal is checked when compiled, what fills it is
/// percent-encoded.
template <Literal L, class... Args> [[nodiscard]] Url url(const Args&... args) {
    static_assert(
        is_safe_url_literal(L.view()),
        "html::url: a path of this server, or https, http, mailto, tel, geo; slots only behind the host");
    static_assert(detail::count_slots(L.view()) == sizeof...(Args), "html::url: one argument for each {}");
    static_assert((is_text<Args> && ...), "html::url: slots take text, whole numbers and ids");
    std::string out;
    std::string_view rest = L.view();
    auto fill = [&](const auto& arg) {
        std::size_t slot = rest.find("{}");
        out.append(rest.substr(0, slot));
        rest.remove_prefix(slot + 2);
        detail::with_text(arg, [&](std::string_view text) { detail::append_encoded(out, text); });
    };
    (fill(args), ...);
    out.append(rest);
    return Url(detail::one_slash(std::move(out)));
}

} // namespace html
