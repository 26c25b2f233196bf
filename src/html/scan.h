// Reads a literal of HTML at compile time: where its slots stand, what each may take, and what the house
// refuses (inline script and style, unquoted values, elements left open). Fails by naming the first refusal.
#pragma once
#include "html/vocabulary.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace html {

/// Why a literal, or an argument for one of its slots, is refused.
enum class Refusal {
    none,
    slot_count,
    url_expected,
    url_not_first,
    attributes_expected,
    attributes_misplaced,
    markup_misplaced,
    unusable_argument,
    slot_in_script,
    slot_in_comment,
    slot_in_tag_name,
    slot_in_attribute_name,
    slot_unquoted,
    unquoted_value,
    inline_script,
    inline_style,
    event_attribute,
    forbidden_element,
    forbidden_attribute,
    script_url,
    lone_brace,
    broken_tag,
    broken_nesting,
    self_closed,
    unfinished,
    too_deep,
};

/// What a slot takes: text position; text inside <title> and <textarea>; a quoted value; a quoted value that
/// is an address; the list of attributes of a tag.
enum class Slot : std::uint8_t { text, plain_text, value, url, attributes };

/// What an argument is.
enum class Argument : std::uint8_t { text, url, markup, attributes, unusable };

struct Piece {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    bool slot_follows = false;
    Slot slot = Slot::text;
};

/// Pieces of literal text and the slots between them; `Most` >= number of slots and doubled braces, plus one.
template <std::size_t Most> class Scan {
public:
    constexpr explicit Scan(std::string_view html) : html_(html) {
        while (at_ < html_.size() && refusal == Refusal::none)
            step();
        if (refusal == Refusal::none && (state_ != State::text || depth_ != 0)) refusal = Refusal::unfinished;
        close_piece(at_);
    }

    Refusal refusal = Refusal::none;
    std::size_t slots = 0;  ///< how many; after a refusal: how many before it
    std::size_t pieces = 0; ///< always at least one
    std::array<Piece, Most> piece{};

    /// Where in the literal reading stopped.
    [[nodiscard]] constexpr std::size_t at() const { return at_; }
    [[nodiscard]] constexpr Slot slot(std::size_t number) const {
        for (const Piece& each : piece)
            if (each.slot_follows && number-- == 0) return each.slot;
        return Slot::text;
    }

private:
    enum class State : std::uint8_t {
        text,
        tag_start,
        tag_name,
        end_tag,
        self_close,
        declaration,
        comment,
        in_tag,
        attribute_name,
        after_name,
        before_value,
        value,
        after_value,
    };

    constexpr void refuse(Refusal why) { refusal = why; }

    constexpr void close_piece(std::size_t end) {
        if (pieces == Most) return;
        piece[pieces].begin = static_cast<std::uint32_t>(begin_);
        piece[pieces].size = static_cast<std::uint32_t>(end - begin_);
        ++pieces;
    }

    constexpr void step() {
        char c = html_[at_];
        if (c == '{' || c == '}') {
            char next = at_ + 1 < html_.size() ? html_[at_ + 1] : '\0';
            if (c == '{' && next == '}') return slot_here();
            if (c != next) return refuse(Refusal::lone_brace);
            ++at_; // a doubled brace stands for one: the piece ends with the first
            close_piece(at_);
            begin_ = at_ + 1;
        }
        read(c);
        ++at_;
    }

    constexpr void slot_here() {
        Slot kind = Slot::text;
        switch (state_) {
        case State::text:
            if (in_script_) return refuse(Refusal::slot_in_script);
            kind = in_plain_text_ ? Slot::plain_text : Slot::text;
            break;
        case State::tag_name: name_done(); [[fallthrough]];
        case State::in_tag:
        case State::after_name:
        case State::after_value:
            if (refusal != Refusal::none) return;
            kind = Slot::attributes;
            state_ = State::after_value;
            break;
        case State::value: {
            bool first = at_ == value_begin_;
            bool listed = detail::is_url_list(attribute_) && !first && html_[at_ - 1] == ' ';
            bool is_url = detail::is_url_attribute(attribute_);
            if (is_url && !first && !listed) return refuse(Refusal::url_not_first);
            kind = is_url ? Slot::url : Slot::value;
            break;
        }
        case State::tag_start:
        case State::end_tag:
        case State::self_close: return refuse(Refusal::slot_in_tag_name);
        case State::declaration:
        case State::comment: return refuse(Refusal::slot_in_comment);
        case State::attribute_name: return refuse(Refusal::slot_in_attribute_name);
        case State::before_value: return refuse(Refusal::slot_unquoted);
        }
        close_piece(at_);
        piece[pieces - 1].slot_follows = true;
        piece[pieces - 1].slot = kind;
        ++slots;
        at_ += 2;
        begin_ = at_;
    }

    constexpr void read(char c) {
        switch (state_) {
        case State::text:
            if (c == '<')
                state_ = State::tag_start;
            else if (in_script_ && !detail::is_space(c))
                refuse(Refusal::inline_script);
            return;
        case State::tag_start:
            name_begin_ = at_;
            if (c == '/') {
                name_begin_ = at_ + 1;
                state_ = State::end_tag;
            } else if (in_script_ || in_plain_text_) {
                refuse(Refusal::broken_nesting);
            } else if (c == '!') {
                state_ = html_.substr(at_).starts_with("!--") ? State::comment : State::declaration;
            } else if (detail::is_letter(c)) {
                state_ = State::tag_name;
            } else {
                refuse(Refusal::broken_tag);
            }
            return;
        case State::declaration:
            if (c == '>') state_ = State::text;
            return;
        case State::comment:
            if (c == '>' && at_ >= name_begin_ + 5 && html_.substr(at_ - 2, 2) == "--") state_ = State::text;
            return;
        case State::end_tag:
            if (c == '>')
                close_element(html_.substr(name_begin_, at_ - name_begin_));
            else if (!detail::is_name(c))
                refuse(Refusal::broken_tag);
            return;
        case State::self_close: return c == '>' ? self_closed() : refuse(Refusal::broken_tag);
        case State::tag_name:
            if (detail::is_name(c)) return;
            name_done();
            return between(c);
        case State::in_tag:
        case State::after_name:
            if (c == '=' && state_ == State::after_name) {
                state_ = State::before_value;
            } else if (detail::is_letter(c) || c == '@' || c == ':') {
                name_begin_ = at_;
                state_ = State::attribute_name;
            } else if (!detail::is_space(c)) {
                between(c);
            }
            return;
        case State::after_value: return between(c);
        case State::attribute_name:
            if (detail::is_name(c)) return;
            attribute_done();
            if (c == '=')
                state_ = State::before_value;
            else if (detail::is_space(c))
                state_ = State::after_name;
            else
                between(c);
            return;
        case State::before_value:
            if (c != '"' && c != '\'') return refuse(Refusal::unquoted_value);
            quote_ = c;
            value_begin_ = at_ + 1;
            state_ = State::value;
            return;
        case State::value:
            if (c != quote_) return;
            if (detail::is_url_attribute(attribute_) &&
                detail::runs(html_.substr(value_begin_, at_ - value_begin_)))
                return refuse(Refusal::script_url);
            state_ = State::after_value;
            return;
        }
    }

    /// Behind a tag's name, a value or a list of attributes only these may stand.
    constexpr void between(char c) {
        if (refusal != Refusal::none) return;
        if (detail::is_space(c))
            state_ = State::in_tag;
        else if (c == '>')
            open_element();
        else if (c == '/')
            state_ = State::self_close;
        else
            refuse(Refusal::broken_tag);
    }

    constexpr void name_done() {
        element_ = html_.substr(name_begin_, at_ - name_begin_);
        script_has_source_ = false;
        if (detail::same(element_, "style")) return refuse(Refusal::inline_style);
        if (detail::is_forbidden_element(element_)) return refuse(Refusal::forbidden_element);
    }

    constexpr void attribute_done() {
        attribute_ = html_.substr(name_begin_, at_ - name_begin_);
        if (detail::starts(attribute_, "on") || detail::starts(attribute_, "hx-on"))
            return refuse(Refusal::event_attribute);
        if (detail::same(attribute_, "style")) return refuse(Refusal::inline_style);
        if (detail::is_forbidden_attribute(attribute_) || detail::is_alias(attribute_))
            return refuse(Refusal::forbidden_attribute);
        if (detail::same(attribute_, "src")) script_has_source_ = true;
    }

    constexpr void open_element() {
        state_ = State::text;
        if (detail::is_void(element_)) return;
        if (depth_ == open_.size()) return refuse(Refusal::too_deep);
        open_[depth_++] = element_;
        in_plain_text_ = detail::any_of(element_, {"title", "textarea"});
        in_script_ = detail::same(element_, "script");
        if (in_script_ && !script_has_source_) refuse(Refusal::inline_script);
    }

    /// `/>` means nothing in HTML but on void elements and in SVG.
    constexpr void self_closed() {
        bool drawing = detail::same(element_, "svg") || detail::is_shape(element_);
        for (std::size_t i = 0; i < depth_; ++i)
            drawing = drawing || detail::same(open_[i], "svg");
        if (!drawing && !detail::is_void(element_)) return refuse(Refusal::self_closed);
        if (detail::same(element_, "script")) return refuse(Refusal::inline_script);
        state_ = State::text;
    }

    constexpr void close_element(std::string_view name) {
        if (depth_ == 0 || open_[depth_ - 1] != name) return refuse(Refusal::broken_nesting);
        --depth_;
        in_plain_text_ = in_script_ = false;
        state_ = State::text;
    }

    std::string_view html_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;
    std::size_t name_begin_ = 0;
    std::size_t value_begin_ = 0;
    std::size_t depth_ = 0;
    std::string_view element_;
    std::string_view attribute_;
    std::array<std::string_view, 32> open_{};
    State state_ = State::text;
    char quote_ = '"';
    bool in_plain_text_ = false;
    bool in_script_ = false;
    bool script_has_source_ = false;
};

/// Room for every piece of a literal.
constexpr std::size_t pieces_at_most(std::string_view html) noexcept {
    return 1 + static_cast<std::size_t>(std::ranges::count(html, '{') + std::ranges::count(html, '}'));
}

/// Whether an argument may stand in a slot.
constexpr Refusal fit(Slot slot, Argument argument) noexcept {
    if (argument == Argument::unusable) return Refusal::unusable_argument;
    switch (slot) {
    case Slot::text: return argument == Argument::attributes ? Refusal::attributes_misplaced : Refusal::none;
    case Slot::attributes:
        return argument == Argument::attributes ? Refusal::none : Refusal::attributes_expected;
    case Slot::url: return argument == Argument::url ? Refusal::none : Refusal::url_expected;
    case Slot::plain_text:
    case Slot::value: break;
    }
    if (argument == Argument::attributes) return Refusal::attributes_misplaced;
    return argument == Argument::markup ? Refusal::markup_misplaced : Refusal::none;
}

} // namespace html
