// Small marks that look the same on every screen: chip (status), clock (time left), notice, empty and error
// states. Words come from the caller; colour never stands alone.
#pragma once
#include "html/icon.h"
#include "html/markup.h"

#include <optional>
#include <string>
#include <string_view>

namespace html {

/// Meaning of a colour. Red (`bad`) is for lateness and danger only; a refusal is neutral.
enum class Tone { neutral, info, work, wait, good, out, bad, line };

/// Status as icon, word and colour: chip(Tone::work, Icon::work, "Dikerjakan").
[[nodiscard]] Markup chip(Tone tone, std::optional<Icon> icon, std::string_view word);

enum class ClockState { running, soon, late, held, met, planned, unsure };

struct Clock {
    ClockState state = ClockState::running;
    int percent_used = 0;   ///< of the ring, with `running` and `soon`
    std::string words;      ///< "sisa 2 hari 4 jam", "lewat 1 hari 2 jam"
    std::string exact = {}; ///< "tenggat 26 Mei 18.23 WIB": on hover and for screen readers
};
[[nodiscard]] Markup clock(const Clock& clock);

/// neutral 0..74 %, amber from 75 % (`soon`), red from 100 % (`late`).
[[nodiscard]] ClockState clock_state(int percent_used) noexcept;

/// A line that must be seen.
[[nodiscard]] Markup notice(Tone tone, Icon icon, const Markup& text);

/// Nothing here, or not now: what is so, what is safe, what to do.
struct State {
    Icon icon = Icon::inbox;
    std::string title;
    Markup text;
    Markup action = {};
};
[[nodiscard]] Markup empty_state(const State& state);
[[nodiscard]] Markup error_state(const State& state);

/// A link that looks like a button; `main` once per view.
enum class Weight { plain, main, bare };
[[nodiscard]] Markup button_link(Weight weight, const Url& url, std::string_view words,
                                 std::optional<Icon> icon = {});
/// "Tampilkan laporan berikutnya": the next page by its key.
[[nodiscard]] Markup more_link(const Url& url, std::string_view words);
/// <details> with a quiet summary.
[[nodiscard]] Markup more(std::string_view summary, const Markup& body, const Attributes& attributes = {});

} // namespace html
