// The names of HTML that matter to safety: elements and attributes that run, embed, or take addresses.
// Compared without regard to case, as browsers do.
#pragma once
#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace html::detail {

constexpr char lower(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
constexpr bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_space(char c) noexcept {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}
constexpr bool is_name(char c) noexcept {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
}
constexpr bool same(std::string_view a, std::string_view b) noexcept {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (lower(a[i]) != b[i]) return false;
    return true;
}
constexpr bool starts(std::string_view text, std::string_view with) noexcept {
    return text.size() >= with.size() && same(text.substr(0, with.size()), with);
}
constexpr bool any_of(std::string_view name, std::initializer_list<std::string_view> names) noexcept {
    return std::ranges::any_of(names, [name](std::string_view each) { return same(name, each); });
}

constexpr bool is_void(std::string_view element) noexcept {
    return any_of(element,
                  {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"});
}
/// Drawings of SVG, which parts of a drawing may bring without their <svg>.
constexpr bool is_shape(std::string_view element) noexcept {
    return any_of(element,
                  {"path", "circle", "rect", "line", "polyline", "polygon", "ellipse", "use", "stop"});
}
/// Elements that run, embed or rewrite; none is needed under the house's Content-Security-Policy.
constexpr bool is_forbidden_element(std::string_view element) noexcept {
    return any_of(element, {"base", "object", "embed", "iframe", "frame", "frameset", "applet", "animate",
                            "set", "xmp", "plaintext", "noembed", "noframes", "foreignobject"});
}
constexpr bool is_forbidden_attribute(std::string_view name) noexcept {
    return any_of(name, {"srcdoc", "http-equiv", "hx-vars", "hx-vals", "hx-headers", "hx-request", "ping"});
}
/// Families whose other spelling would pass by these lists: htmx reads `data-hx-get` as `hx-get`.
constexpr bool is_alias(std::string_view name) noexcept {
    return starts(name, "data-hx-") || starts(name, "data-sse-");
}
constexpr bool is_url_list(std::string_view name) noexcept {
    return any_of(name, {"srcset", "imagesrcset"});
}
constexpr bool is_url_attribute(std::string_view name) noexcept {
    return is_url_list(name) ||
           any_of(name, {"href",     "src",        "action",      "formaction",     "poster",
                         "cite",     "data",       "manifest",    "background",     "longdesc",
                         "usemap",   "xlink:href", "hx-get",      "hx-post",        "hx-put",
                         "hx-patch", "hx-delete",  "hx-push-url", "hx-replace-url", "sse-connect"});
}
/// A scheme that makes an address run.
constexpr bool runs(std::string_view url) noexcept {
    while (!url.empty() && (is_space(url.front()) || url.front() < ' '))
        url.remove_prefix(1);
    return starts(url, "javascript:") || starts(url, "data:") || starts(url, "vbscript:");
}

} // namespace html::detail
