#include "triage/kind.h"

namespace triage {

bool opens_case(Kind kind) noexcept {
    switch (kind) {
    case Kind::complaint:
    case Kind::question:
    case Kind::information_request:
    case Kind::aspiration:
    case Kind::appreciation:
    case Kind::whistleblowing: return true;
    case Kind::information:
    case Kind::other:
    case Kind::spam: return false;
    }
    return false;
}

} // namespace triage
