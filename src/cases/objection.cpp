#include "cases/objection.h"

namespace cases {

bool may_be_objected(const Case& c) noexcept {
    return c.state == State::verified && c.level > 0;
}

std::optional<Objection> objection_of(const Case& c, std::optional<base::Time> objected,
                                      std::optional<base::Time> assigned) noexcept {
    if (!may_be_objected(c) || !objected) return std::nullopt;
    if (assigned && *assigned >= *objected) return std::nullopt; // it went on, and came back
    return Objection{c.office, *objected};
}

} // namespace cases
