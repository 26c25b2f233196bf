#include "base/problem.h"

namespace base {

int http_status(Kind kind) noexcept {
    switch (kind) {
    case Kind::invalid: return 400;
    case Kind::unauthenticated: return 401;
    case Kind::forbidden: return 403;
    case Kind::not_found: return 404;
    case Kind::conflict: return 409;
    case Kind::too_large: return 413;
    case Kind::unsupported: return 415;
    case Kind::limited: return 429;
    case Kind::broken: return 500;
    case Kind::unavailable: return 503;
    }
    return 500;
}

} // namespace base
