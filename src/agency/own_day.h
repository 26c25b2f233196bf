// A day on which an agency differs from the national calendar: closed though others work, or open though they
// do not.
#pragma once
#include "base/time.h"

namespace agency {

struct OwnDay {
    base::Day day;
    std::string name;      ///< "Hari jadi kota"
    bool is_closed = true; ///< false: a working day, also on a weekend or holiday
    bool operator==(const OwnDay&) const = default;
};

/// Cleans the name: field.missing, field.invalid.
[[nodiscard]] base::Result<OwnDay> checked(OwnDay day);

} // namespace agency
