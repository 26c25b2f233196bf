#include "cases/state_pages.h"

#include "cases/state_words.h"

namespace cases {

html::Tone tone(State state) noexcept {
    switch (state) {
    case State::received: return html::Tone::neutral;
    case State::verified: return html::Tone::info;
    case State::assigned: return html::Tone::info;
    case State::in_progress: return html::Tone::work;
    case State::scheduled: return html::Tone::work;
    case State::awaiting_reporter: return html::Tone::wait;
    case State::resolved: return html::Tone::good;
    case State::closed: return html::Tone::good;
    case State::referred: return html::Tone::out;
    case State::declined: return html::Tone::neutral;
    case State::archived: return html::Tone::neutral;
    }
    return html::Tone::neutral;
}

html::Icon icon(State state) noexcept {
    switch (state) {
    case State::received: return html::Icon::inbox;
    case State::verified: return html::Icon::seen;
    case State::assigned: return html::Icon::assign;
    case State::in_progress: return html::Icon::work;
    case State::scheduled: return html::Icon::calendar;
    case State::awaiting_reporter: return html::Icon::wait;
    case State::resolved: return html::Icon::done;
    case State::closed: return html::Icon::lock;
    case State::referred: return html::Icon::refer;
    case State::declined: return html::Icon::refused;
    case State::archived: return html::Icon::archive;
    }
    return html::Icon::inbox;
}

html::Markup state_chip(State state, base::Language language) {
    return html::chip(tone(state), icon(state), name(state).in(language));
}

} // namespace cases
