// HTML that is escaped by construction: markup<R"(<li id="laporan-{}"><a href="{}">{}</a></li>)">(code, url,
// title). The literal and the types of what fills it are checked when compiled; at run time nothing fails.
#pragma once
#include "html/attributes.h"
#include "html/literal.h"
#include "html/scan.h"
#include "html/url.h"

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace html {

/// & < > " ' as entities: good for text and for quoted values.
void append_escaped(std::string& out, std::string_view text);
[[nodiscard]] std::string escape(std::string_view text);

class Markup {
public:
    Markup() = default;
    /// Text becomes markup by being escaped.
    [[nodiscard]] static Markup text(std::string_view text) { return Markup(escape(text)); }

    [[nodiscard]] const std::string& str() const& noexcept { return html_; }
    [[nodiscard]] std::string str() && noexcept { return std::move(html_); }
    [[nodiscard]] bool empty() const noexcept { return html_.empty(); }
    [[nodiscard]] std::size_t size() const noexcept { return html_.size(); }
    bool operator==(const Markup&) const = default;

    Markup& operator+=(const Markup& other) {
        html_ += other.html_;
        return *this;
    }
    [[nodiscard]] friend Markup operator+(Markup left, const Markup& right) { return left += right; }

private:
    explicit Markup(std::string html) : html_(std::move(html)) {}
    std::string html_;
    template <Literal L, class... Args> friend Markup markup(const Args&... args);
};

template <class T> [[nodiscard]] consteval Argument argument_of() {
    if (std::same_as<T, Markup>) return Argument::markup;
    if (std::same_as<T, Attributes>) return Argument::attributes;
    if (std::same_as<T, Url>) return Argument::url;
    return is_text<T> ? Argument::text : Argument::unusable;
}

namespace detail {

/// The first refusal of the arguments by the slots, and the slot (from 1) it is about.
struct Verdict {
    Refusal refusal = Refusal::none;
    std::size_t slot = 0;
};

template <std::size_t Most, class... Args> [[nodiscard]] constexpr Verdict judge(const Scan<Most>& scan) {
    if (scan.refusal != Refusal::none) return {scan.refusal, scan.slots + 1};
    if (scan.slots != sizeof...(Args)) return {Refusal::slot_count, scan.slots};
    std::size_t number = 0;
    Verdict verdict;
    auto one = [&](Argument argument) {
        Refusal refusal = fit(scan.slot(number++), argument);
        if (verdict.refusal == Refusal::none && refusal != Refusal::none) verdict = {refusal, number};
    };
    (one(argument_of<std::remove_cvref_t<Args>>()), ...);
    return verdict;
}

template <Literal L> inline constexpr Scan<pieces_at_most(L.view())> scan_of{L.view()};

/// Turns a verdict into the compiler's message; `Slot` is counted from 1.
template <Refusal R, std::size_t Slot> consteval bool refuse_markup() {
    using enum Refusal;
    static_assert(R != slot_count, "markup: one argument for each {}");
    static_assert(R != url_expected, "markup: href, src, action and their like take html::Url only");
    static_assert(
        R != url_not_first,
        "markup: an html::Url stands first in its attribute: build the whole path with html::url<>");
    static_assert(R != attributes_expected,
                  "markup: this slot stands among attributes: use html::flag() or html::attribute()");
    static_assert(R != attributes_misplaced,
                  "markup: Attributes stand inside a tag only: <input type=\"radio\"{}>");
    static_assert(R != markup_misplaced,
                  "markup: Markup stands in text only, not in an attribute, <title> or <textarea>");
    static_assert(R != unusable_argument, "markup: slots take text, whole numbers, ids, Markup, Url and "
                                          "Attributes; format other values first, use flag() for a bool");
    static_assert(R != slot_in_script, "markup: no slot inside <script>: put data into data-... attributes");
    static_assert(R != slot_in_comment, "markup: no slot inside a comment or declaration");
    static_assert(R != slot_in_tag_name, "markup: no slot in a tag's name");
    static_assert(R != slot_in_attribute_name,
                  "markup: no slot in an attribute's name: use html::attribute()");
    static_assert(R != slot_unquoted, "markup: no slot in an unquoted attribute: write name=\"{}\"");
    static_assert(R != unquoted_value, "markup: quote every attribute's value");
    static_assert(R != inline_script, "markup: no inline script: <script src=\"...\"></script> only");
    static_assert(R != inline_style, "markup: no <style> and no style attribute: use a class of ui/");
    static_assert(R != event_attribute, "markup: no on... attributes: islands listen from outside");
    static_assert(R != forbidden_element,
                  "markup: this element is not used in this house (it embeds, runs or rewrites)");
    static_assert(R != forbidden_attribute, "markup: this attribute is not used in this house");
    static_assert(R != script_url, "markup: no javascript: or data: address");
    static_assert(R != lone_brace, "markup: a brace that is meant is doubled: {{ }}");
    static_assert(R != broken_tag, "markup: a tag is not well formed");
    static_assert(R != broken_nesting, "markup: every element is closed in order, inside the same literal");
    static_assert(R != self_closed, "markup: /> closes only void elements and drawings of <svg>");
    static_assert(R != unfinished, "markup: a tag or element is left open at the end");
    static_assert(R != too_deep, "markup: more than 32 elements deep: make a function of a part");
    return false;
}

inline void append_argument(std::string& out, const Markup& markup) {
    out += markup.str();
}
inline void append_argument(std::string& out, const Attributes& attributes) {
    out += attributes.str();
}
inline void append_argument(std::string& out, const Url& url) {
    append_escaped(out, url.str());
}
template <is_text T> void append_argument(std::string& out, const T& value) {
    if constexpr (is_whole_number<T>)
        with_text(value, [&](std::string_view text) { out += text; });
    else
        with_text(value, [&](std::string_view text) { append_escaped(out, text); });
}

} // namespace detail

/// What the compiler would say: Refusal::none, or why `markup<literal>(Args...)` does not compile.
template <class... Args> [[nodiscard]] constexpr Refusal check(std::string_view literal) {
    return detail::judge<128, Args...>(Scan<128>(literal)).refusal;
}

/// {} stand for text, whole numbers and ids (escaped), Markup (in text only), Url (in addresses only) and
/// Attributes (in tags only); {{ and }} are braces. Every element opened in the literal is closed in it.
template <Literal L, class... Args> [[nodiscard]] Markup markup(const Args&... args) {
    constexpr auto& scan = detail::scan_of<L>;
    constexpr detail::Verdict verdict = detail::judge<pieces_at_most(L.view()), Args...>(scan);
    if constexpr (verdict.refusal == Refusal::none) {
        std::string out;
        out.reserve(L.view().size() + sizeof...(Args) * 16);
        std::size_t next = 0;
        auto literal = [&] { // the piece before a slot; a doubled brace ends a piece without one
            const Piece* piece = nullptr;
            do {
                piece = &scan.piece[next++];
                out.append(L.text + piece->begin, piece->size);
            } while (!piece->slot_follows && next < scan.pieces);
        };
        ((literal(), detail::append_argument(out, args)), ...);
        literal();
        return Markup(std::move(out));
    } else {
        static_assert(detail::refuse_markup<verdict.refusal, verdict.slot>());
        return {};
    }
}

/// All in order, nothing between.
template <class Range> [[nodiscard]] Markup join(const Range& parts) {
    Markup out;
    for (const Markup& part : parts)
        out += part;
    return out;
}
/// join(cases, case_row): the markup of each.
template <class Range, class Render> [[nodiscard]] Markup join(const Range& range, Render render) {
    Markup out;
    for (const auto& each : range)
        out += render(each);
    return out;
}
/// `then` when it holds, else nothing.
[[nodiscard]] inline Markup when(bool holds, Markup then) {
    return holds ? std::move(then) : Markup{};
}

/// Text of many lines: an empty line begins a new <p>, a single newline is a <br>.
[[nodiscard]] Markup paragraphs(std::string_view text);

} // namespace html
