// Attributes that stand or do not stand: markup<R"(<input type="radio"{}>)">(flag("checked", on)). Names are
// from a fixed set, checked when compiled; values are escaped.
#pragma once
#include "html/literal.h"

#include <string>
#include <string_view>

namespace html {

namespace detail {
/// Not constexpr on purpose: the compiler names it when a name is refused.
void this_is_not_a_boolean_attribute();
void this_attribute_may_not_be_set_this_way();

void append_attribute(std::string& out, std::string_view name, std::string_view value);
} // namespace detail

/// The name of an attribute that is either there or not (HTML Living Standard, boolean attributes).
class FlagName {
public:
    consteval FlagName(const char* text) : name(text) {
        if (!detail::any_of(name, {"checked", "selected", "disabled", "required", "multiple", "readonly",
                                   "hidden", "open", "autofocus", "novalidate", "formnovalidate", "reversed",
                                   "async", "defer", "inert", "itemscope"}))
            detail::this_is_not_a_boolean_attribute();
    }
    std::string_view name;
};

/// The name of an attribute with a value: never an address, a handler or a style.
class AttributeName {
public:
    consteval AttributeName(const char* text) : name(text) {
        bool family = (detail::starts(name, "aria-") || detail::starts(name, "data-")) &&
                      !detail::is_alias(name) && std::ranges::all_of(name, detail::is_name);
        if (!family &&
            !detail::any_of(name, {"id",          "class",         "title",     "lang",         "dir",
                                   "role",        "tabindex",      "name",      "value",        "type",
                                   "placeholder", "autocomplete",  "inputmode", "enterkeyhint", "pattern",
                                   "min",         "max",           "step",      "minlength",    "maxlength",
                                   "rows",        "cols",          "size",      "accept",       "capture",
                                   "form",        "for",           "list",      "headers",      "scope",
                                   "colspan",     "rowspan",       "width",     "height",       "loading",
                                   "decoding",    "fetchpriority", "datetime",  "rel",          "target",
                                   "download",    "hreflang"}))
            detail::this_attribute_may_not_be_set_this_way();
    }
    std::string_view name;
};

/// Nothing, or attributes each with a space before it.
class Attributes {
public:
    Attributes() = default;
    [[nodiscard]] const std::string& str() const noexcept { return text_; }
    Attributes& operator+=(const Attributes& other) {
        text_ += other.text_;
        return *this;
    }
    [[nodiscard]] friend Attributes operator+(Attributes left, const Attributes& right) {
        return left += right;
    }

private:
    std::string text_;
    friend Attributes flag(FlagName name, bool on);
    friend Attributes attribute(AttributeName name, std::string_view value);
};

/// ` checked` when `on`, else nothing.
[[nodiscard]] Attributes flag(FlagName name, bool on);
/// ` name="value"`, also with an empty value.
[[nodiscard]] Attributes attribute(AttributeName name, std::string_view value);
/// ` name="value"` when `on`, else nothing: attribute_if(is_here, "aria-current", "page").
[[nodiscard]] inline Attributes attribute_if(bool on, AttributeName name, std::string_view value) {
    return on ? attribute(name, value) : Attributes{};
}

} // namespace html
