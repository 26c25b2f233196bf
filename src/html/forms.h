// Forms that work without JavaScript: every control has a label, and what is wrong stands above it and in a
// summary that links to it.
#pragma once
#include "base/language.h"
#include "html/icon.h"
#include "html/markup.h"

#include <optional>
#include <span>
#include <string>

namespace html {

enum class Need { required, optional };

struct Field {
    std::string id; ///< also the name, unless `name` is given
    std::string label;
    std::string hint = {};
    std::string value = {};
    std::string problem = {}; ///< in words; empty when all is well
    Need need = Need::required;
    std::string name = {};
    std::optional<Icon> icon = {}; ///< input only
    Attributes more = {};          ///< type, maxlength, autocomplete, inputmode ...
};
[[nodiscard]] Markup input(const Field& field, base::Language language);
[[nodiscard]] Markup text_area(const Field& field, base::Language language);

struct Option {
    std::string value;
    std::string label;
};
/// `field.value` is the one selected.
[[nodiscard]] Markup select(const Field& field, std::span<const Option> options, base::Language language);

struct Choice {
    std::string value;
    std::string label;
    std::string note = {};
};
/// Radio buttons in a fieldset; `field.value` is the one checked, `field.id` the beginning of each id.
[[nodiscard]] Markup choices(const Field& field, std::span<const Choice> options, base::Language language);
/// A single box to tick.
enum class Ticked { no, yes };
[[nodiscard]] Markup tick(std::string_view name, const Choice& choice, Ticked ticked);

struct FileDrop {
    Field field; ///< value is not used: browsers never fill a file control
    std::string accept = "image/*";
    int most = 3; ///< files
};
[[nodiscard]] Markup file_drop(const FileDrop& drop, base::Language language);

/// "Pakai posisi saya": hidden without JavaScript; fills the hidden fields lat, lon and accuracy.
struct Position {
    std::string lat = {};
    std::string lon = {};
};
[[nodiscard]] Markup locate(const Position& known, base::Language language);

/// The button of a form, as wide as the form; says that it is sending, and sends once.
[[nodiscard]] Markup submit(std::string_view words, base::Language language);

/// For `<form{} method="post" ...>`: what is written is kept on the device under `key` and restored for a
/// day.
[[nodiscard]] Attributes keep_draft(std::string_view key, base::Language language);
/// On the receipt: what was kept has arrived. Needs Island::report on that page too.
[[nodiscard]] Markup draft_arrived(std::string_view key);

struct Wrong {
    std::string field_id;
    std::string text;
};
/// Stands first in a page whose form came back; takes the focus by the island, is announced without.
[[nodiscard]] Markup problem_summary(std::string_view title, std::string_view safe,
                                     std::span<const Wrong> all);

/// Carried along: a token against forgery, a key against double submit.
[[nodiscard]] Markup hidden(std::string_view name, std::string_view value);

} // namespace html
