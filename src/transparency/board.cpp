#include "transparency/board.h"

namespace transparency {

using cases::State;

std::vector<State> states_of(const BoardFilter& filter) {
    if (filter.state) return {*filter.state};
    switch (filter.standing) {
    case Standing::all: return {};
    case Standing::reported: return {State::received, State::verified};
    case Standing::working:
        return {State::assigned, State::in_progress, State::scheduled, State::awaiting_reporter};
    case Standing::done: return {State::resolved, State::closed};
    case Standing::late: return {};
    }
    return {};
}

} // namespace transparency
