#include "cases/lifecycle_drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace cases {
namespace {

// Codes and words of our own catalogue hold nothing that XML would read as markup.
struct Point {
    double x = 0;
    double y = 0;
};

constexpr double box_width = 168, box_height = 44;

/// Where a state stands: the usual way in the middle row, from left to right.
constexpr Point place(State state) {
    switch (state) {
    case State::archived: return {100, 70};
    case State::declined: return {350, 70};
    case State::referred: return {600, 70};
    case State::received: return {100, 300};
    case State::verified: return {350, 300};
    case State::assigned: return {600, 300};
    case State::in_progress: return {850, 300};
    case State::resolved: return {1100, 300};
    case State::closed: return {1350, 300};
    case State::scheduled: return {850, 70};
    case State::awaiting_reporter: return {600, 560};
    }
    return {};
}

struct Line {
    State from{};
    State to{};
    std::vector<std::string> words; ///< of commands that lead the same way
};

/// One line for each pair of states, in the order of the table.
std::vector<Line> lines_of(const Legend& legend) {
    std::vector<Line> out;
    auto add = [&](State from, State to, CommandName command) {
        const auto same = [&](const Line& line) { return line.from == from && line.to == to; };
        auto found = std::ranges::find_if(out, same);
        if (found == out.end()) found = out.insert(out.end(), Line{from, to, {}});
        found->words.push_back(legend.command(command));
    };
    const StateSet asked_from = transition(CommandName::ask).from;
    for (const Transition& t : transitions)
        for (const auto& from : base::codes<State>) {
            if (!t.from.has(from.value)) continue;
            switch (t.to) {
            case To::state: add(from.value, t.state, t.command); break;
            case To::before: // back to where the question was asked
                for (const auto& to : base::codes<State>)
                    if (asked_from.has(to.value)) add(from.value, to.value, t.command);
                break;
            case To::same: break;
            }
        }
    return out;
}

/// Where the straight line from the middle of a box leaves it.
Point edge_of(Point box, Point towards) {
    const double dx = towards.x - box.x, dy = towards.y - box.y;
    const double across = dx == 0 ? 1e9 : box_width / 2 / std::abs(dx);
    const double up = dy == 0 ? 1e9 : box_height / 2 / std::abs(dy);
    const double part = std::min(across, up);
    return {box.x + dx * part, box.y + dy * part};
}

std::string drawn_words(Point at, const std::vector<std::string>& words) {
    std::string out;
    double y = at.y - 7.0 * static_cast<double>(words.size() - 1);
    for (const auto& each : words) {
        out += fmt::format("<text class=\"word\" x=\"{:.0f}\" y=\"{:.0f}\">{}</text>\n", at.x, y + 4, each);
        y += 14;
    }
    return out;
}

std::string drawn_loop(const Line& line) {
    const Point p = place(line.from);
    const double top = p.y - box_height / 2;
    return fmt::format("<path class=\"line\" d=\"M{:.0f} {:.0f} c-6 -38 42 -38 36 0\"/>\n", p.x + 30, top) +
           drawn_words({p.x + 48, top - 38}, line.words);
}

/// Nearer to its start than to its end, so that the words of the way back stand apart.
Point on_curve(Point start, Point control, Point end) {
    constexpr double t = 0.4;
    const auto at = [](double a, double b, double c) {
        return (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c;
    };
    return {at(start.x, control.x, end.x), at(start.y, control.y, end.y)};
}

constexpr double aside = 34;   ///< how far a line keeps from the straight one
constexpr double beside = 260; ///< boxes of a row further apart have others between them

/// A curve that keeps to its right, so that the way back lies beside the way there; one that passes over
/// other boxes of its row goes around them below.
std::string drawn(const Line& line) {
    if (line.from == line.to) return drawn_loop(line);
    const Point a = place(line.from), b = place(line.to);
    const double dx = b.x - a.x, dy = b.y - a.y, length = std::hypot(dx, dy);
    Point control{(a.x + b.x) / 2 - dy / length * aside, (a.y + b.y) / 2 + dx / length * aside};
    if (dy == 0 && length > beside) control = {(a.x + b.x) / 2, a.y + length * (dx < 0 ? 0.42 : 0.34)};
    const Point start = edge_of(a, control), end = edge_of(b, control);
    return fmt::format("<path class=\"line\" d=\"M{:.0f} {:.0f} Q{:.0f} {:.0f} {:.0f} {:.0f}\"/>\n", start.x,
                       start.y, control.x, control.y, end.x, end.y) +
           drawn_words(on_curve(start, control, end), line.words);
}

std::string drawn(State state, const Legend& legend) {
    const Point p = place(state);
    return fmt::format("<rect class=\"box\" x=\"{:.0f}\" y=\"{:.0f}\" width=\"{:.0f}\" height=\"{:.0f}\" "
                       "rx=\"10\"/>\n<text class=\"state\" x=\"{:.0f}\" y=\"{:.0f}\">{}</text>\n",
                       p.x - box_width / 2, p.y - box_height / 2, box_width, box_height, p.x, p.y + 5,
                       legend.state(state));
}

constexpr std::string_view head =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1450 640" role="img" aria-labelledby="t">
<title id="t">{}</title>
<style>
:root {{ color-scheme: light dark; --ink: #16202a; --line: #5b6b7a; --box: #e8f0f8; --back: #ffffff; }}
@media (prefers-color-scheme: dark) {{ :root {{ --ink: #e6edf3; --line: #9aa9b8; --box: #1d2a37; --back: #0d1117; }} }}
.back {{ fill: var(--back); }}
.box {{ fill: var(--box); stroke: var(--line); stroke-width: 1.5; }}
.line {{ fill: none; stroke: var(--line); stroke-width: 1.5; marker-end: url(#a); }}
.tip {{ fill: var(--line); }}
text {{ font-family: "Plus Jakarta Sans", system-ui, sans-serif; text-anchor: middle; fill: var(--ink); }}
.state {{ font-size: 16px; font-weight: 700; }}
.word {{ font-size: 12px; paint-order: stroke; stroke: var(--back); stroke-width: 5px; stroke-linejoin: round; }}
</style>
<defs><marker id="a" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path class="tip" d="M0 0L10 5L0 10z"/></marker></defs>
<rect class="back" width="1450" height="640"/>
)";

} // namespace

std::string lifecycle_drawing(const Legend& legend) {
    std::string lines, out = fmt::format(fmt::runtime(head), legend.title);
    for (const Line& line : lines_of(legend))
        out += drawn(line);
    for (const auto& state : base::codes<State>)
        out += drawn(state.value, legend);
    return out + "</svg>\n";
}

std::string lifecycle_drawing() {
    return lifecycle_drawing({.title = "The life of a case",
                              .state = [](State state) { return std::string(base::code_of(state)); },
                              .command = [](CommandName name) { return std::string(base::code_of(name)); }});
}

} // namespace cases
