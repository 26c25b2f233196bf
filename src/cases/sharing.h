// Which person of an office gets a case: by least open work, or in turn. Pure; never fails.
#pragma once
#include "cases/case.h"

#include <span>

namespace cases {

enum class SharedBy { least_work, turn };

/// A person of the office who is there.
struct Officer {
    StaffId id;
    std::int64_t open = 0; ///< cases that they have
};

/// How an office shares its cases; an office without it gives them by hand.
struct Sharing {
    OfficeId office;
    SharedBy how = SharedBy::least_work;
    std::optional<StaffId> last_person = {}; ///< who got the last one
};
BOOST_DESCRIBE_STRUCT(Sharing, (), (office, how, last_person))

/// Least work: the one with the fewest open cases, among equals the one whose turn it is. Turn: the next id
/// after the last, from the beginning again. Null when nobody is there. `officers` in any order.
[[nodiscard]] std::optional<StaffId> choose(SharedBy how, std::span<const Officer> officers,
                                            std::optional<StaffId> last);

} // namespace cases

template <> inline constexpr auto base::codes<cases::SharedBy> = std::to_array<base::Coded<cases::SharedBy>>({
    {cases::SharedBy::least_work, "least_work"},
    {cases::SharedBy::turn, "turn"},
});
