// Whether a case is still being worked on.
#pragma once
#include "cases/case.h"

namespace cases {

[[nodiscard]] constexpr bool is_open(State state) noexcept {
    switch (state) {
    case State::received:
    case State::verified:
    case State::assigned:
    case State::in_progress:
    case State::scheduled:
    case State::awaiting_reporter: return true;
    case State::resolved:
    case State::closed:
    case State::referred:
    case State::declined:
    case State::archived: return false;
    }
    return false;
}

} // namespace cases
