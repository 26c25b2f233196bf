#include "administration/reading_curve_pages.h"

#include "administration/reading_words.h"
#include "base/filled.h"
#include "base/text.h"
#include "html/marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace administration {
namespace {

using base::filled;
using html::Markup;
using html::markup;

// The drawing, in its own units.
constexpr int left = 44, right_edge = 290, top = 12, bottom = 196;

int x_of(double p) {
    return left + static_cast<int>(std::lround((right_edge - left) * std::clamp(p, 0.0, 1.0)));
}
int y_of(double share) {
    return bottom - static_cast<int>(std::lround((bottom - top) * std::clamp(share, 0.0, 1.0)));
}

Markup grid() {
    Markup out;
    for (const double at : {0.0, 0.5, 1.0}) {
        const auto words = percent(at);
        out += markup<R"(<line class="curve-grid" x1="{}" x2="{}" y1="{}" y2="{}"/>)">(left, right_edge,
                                                                                       y_of(at), y_of(at));
        out += markup<R"(<text x="{}" y="{}" text-anchor="end">{}</text>)">(left - 6, y_of(at) + 4, words);
        out += markup<R"(<text x="{}" y="{}" text-anchor="{}">{}</text>)">(x_of(at), bottom + 17,
                                                                           at == 0.0   ? "start"
                                                                           : at == 1.0 ? "end"
                                                                                       : "middle",
                                                                           words);
    }
    return out;
}

Markup point(const CurvePoint& each) {
    const auto span = wilson(each.right, each.rows);
    return markup<
        R"(<line class="curve-span" x1="{}" x2="{}" y1="{}" y2="{}"/><circle class="{}" cx="{}" cy="{}" r="5"/>)">(
        x_of(each.p), x_of(each.p), y_of(span.low), y_of(span.high),
        each.rows < fewest_of_a_point ? "curve-few" : "curve-point", x_of(each.p), y_of(each.right));
}

} // namespace

std::string percent(double share) {
    return fmt::format("{:.0f} %", share * 100);
}

std::string decimal(double value, base::Language language) {
    std::string out = fmt::format("{:.2f}", value);
    if (language == base::Language::id) std::ranges::replace(out, '.', ',');
    return out;
}

Interval wilson(double share, std::int64_t rows) {
    if (rows <= 0) return {};
    constexpr double z = 1.959964;
    const auto n = static_cast<double>(rows);
    const double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

Markup reliability_curve(std::string_view about, const std::vector<CurvePoint>& points, base::Language l) {
    Markup drawn, rows;
    for (const auto& each : points) {
        if (each.rows == 0) continue;
        const auto span = wilson(each.right, each.rows);
        drawn += point(each);
        rows += markup<R"(<tr><td>{}</td><td>{} ({}–{})</td><td class="num">{}</td></tr>)">(
            percent(each.p), percent(each.right), fmt::format("{:.0f}", span.low * 100), percent(span.high),
            base::with_dots(each.rows));
    }
    if (rows.empty()) return {};
    const Markup numbers = markup<
        R"(<div class="table-wrap"><table class="table"><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col" class="num">{}</th></tr></thead><tbody>{}</tbody></table></div>)">(
        words::curve_bin.in(l), words::col_right.in(l), words::curve_rows.in(l), rows);
    return markup<
        R"(<figure class="curve"><figcaption>{}</figcaption><svg viewBox="0 0 300 232" role="img" aria-label="{}">{}<line class="curve-ideal" x1="{}" y1="{}" x2="{}" y2="{}"/>{}<text x="{}" y="228" text-anchor="middle">{}</text></svg>{}</figure>)">(
        filled(words::curve_title, l, {std::string(about)}),
        filled(words::curve_label, l, {std::string(about)}), grid(), x_of(0), y_of(0), x_of(1), y_of(1),
        drawn, (left + right_edge) / 2, words::curve_x.in(l),
        html::more(words::curve_numbers.in(l), numbers));
}

} // namespace administration
