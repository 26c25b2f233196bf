#include "referral/delivery.h"

namespace referral {

State after(Outcome outcome, int attempts) noexcept {
    switch (outcome) {
    case Outcome::arrived: return State::sent;
    case Outcome::receipted: return State::answered;
    case Outcome::tokened: return State::tokened;
    case Outcome::refused: return State::failed;
    case Outcome::try_again: return attempts < most_attempts ? State::queued : State::failed;
    case Outcome::unclear: return State::unknown;
    }
    return State::unknown;
}

} // namespace referral
