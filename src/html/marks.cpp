#include "html/marks.h"

#include <algorithm>

namespace html {
namespace {

std::string_view chip_class(Tone tone) {
    switch (tone) {
    case Tone::neutral: return "chip";
    case Tone::info: return "chip chip-info";
    case Tone::work: return "chip chip-work";
    case Tone::wait: return "chip chip-wait";
    case Tone::good: return "chip chip-good";
    case Tone::out: return "chip chip-out";
    case Tone::bad: return "chip chip-bad";
    case Tone::line: return "chip chip-line";
    }
    return {};
}

std::string_view notice_class(Tone tone) {
    switch (tone) {
    case Tone::wait: return "notice notice-wait";
    case Tone::bad: return "notice notice-bad";
    case Tone::good: return "notice notice-good";
    case Tone::neutral:
    case Tone::line:
    case Tone::out: return "notice notice-plain";
    case Tone::info:
    case Tone::work: return "notice";
    }
    return {};
}

std::string_view clock_class(ClockState state) {
    switch (state) {
    case ClockState::running: return "clock clock-ok";
    case ClockState::soon: return "clock clock-soon";
    case ClockState::late: return "clock clock-late";
    case ClockState::held: return "clock clock-hold";
    case ClockState::met: return "clock clock-met";
    case ClockState::planned:
    case ClockState::unsure: return "clock";
    }
    return {};
}

Markup ring(int percent) {
    return markup<
        R"(<svg class="ring" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="9"/>)"
        R"(<circle cx="12" cy="12" r="9" pathLength="100" stroke-dasharray="{} 100"/></svg>)">(
        std::clamp(percent, 0, 100));
}

Markup clock_sign(const Clock& clock) {
    switch (clock.state) {
    case ClockState::running:
    case ClockState::soon: return ring(clock.percent_used);
    case ClockState::late: return icon(Icon::alert);
    case ClockState::held: return icon(Icon::pause);
    case ClockState::met: return icon(Icon::check);
    case ClockState::planned: return icon(Icon::calendar);
    case ClockState::unsure: return icon(Icon::help);
    }
    return {};
}

std::string_view button_class(Weight weight) {
    switch (weight) {
    case Weight::plain: return "btn";
    case Weight::main: return "btn btn-main";
    case Weight::bare: return "btn btn-bare";
    }
    return {};
}

} // namespace

Markup chip(Tone tone, std::optional<Icon> sign, std::string_view word) {
    return markup<R"(<span class="{}">{}{}</span>)">(chip_class(tone), sign ? icon(*sign) : Markup{}, word);
}

Markup clock(const Clock& clock) {
    if (clock.exact.empty())
        return markup<R"(<span class="{}">{}{}</span>)">(clock_class(clock.state), clock_sign(clock),
                                                         clock.words);
    return markup<R"(<span class="{}" title="{}">{}{}<span class="vh"> ({})</span></span>)">(
        clock_class(clock.state), clock.exact, clock_sign(clock), clock.words, clock.exact);
}

ClockState clock_state(int percent_used) noexcept {
    if (percent_used >= 100) return ClockState::late;
    return percent_used >= 75 ? ClockState::soon : ClockState::running;
}

Markup notice(Tone tone, Icon sign, const Markup& text) {
    return markup<R"(<div class="{}">{}<div>{}</div></div>)">(notice_class(tone), icon(sign), text);
}

Markup empty_state(const State& state) {
    return markup<R"(<div class="state">{}<h3>{}</h3><p>{}</p>{}</div>)">(icon(state.icon), state.title,
                                                                          state.text, state.action);
}

Markup error_state(const State& state) {
    return markup<R"(<div class="state" role="alert">{}<h3>{}</h3><p>{}</p>{}</div>)">(
        icon(state.icon), state.title, state.text, state.action);
}

Markup button_link(Weight weight, const Url& url, std::string_view words, std::optional<Icon> sign) {
    return markup<R"(<a class="{}" href="{}">{}{}</a>)">(button_class(weight), url,
                                                         sign ? icon(*sign) : Markup{}, words);
}

Markup more_link(const Url& url, std::string_view words) {
    return markup<R"(<p class="gap-top"><a class="btn" rel="next" href="{}">{}</a></p>)">(url, words);
}

Markup more(std::string_view summary, const Markup& body, const Attributes& attributes) {
    return markup<R"(<details class="more"{}><summary>{}{}</summary>{}</details>)">(
        attributes, icon(Icon::next), summary, body);
}

} // namespace html
