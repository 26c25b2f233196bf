// One thing in the world behind many cases (kejadian): an incident. Cases in it keep their reporter, channel
// and deadlines. Plain values and pure rules; refusals are conflicts: `case.joined_already`,
// `case.joined_elsewhere`, `case.not_joinable`, `case.not_joined`.
#pragma once
#include "cases/case.h"

#include <boost/describe.hpp>

namespace cases {

struct Incident {
    base::AgencyId agency;
    IncidentId id;
    base::Time since{};
    int cases = 0;
    int people = 0; ///< reporters, each once; who is not known counts as somebody of their own
    bool operator==(const Incident&) const = default;
};
BOOST_DESCRIBE_STRUCT(Incident, (), (agency, id, since, cases, people))

/// Whether a case that is in `own` may join one that is in `other`; neither is changed by asking.
[[nodiscard]] base::Result<void> may_join(const Case& c, const std::optional<Incident>& own, const Case& with,
                                          const std::optional<Incident>& other);

/// How much more urgent a thing is for the people it touches: a step with each doubling, 0.2 at most. A fifth
/// of the scale: many reporters make a pothole pressing, and no emergency.
[[nodiscard]] double raise_of(int people) noexcept;
[[nodiscard]] double priority_of(double urgency, int people) noexcept;

/// "Belum" of one reporter about a fix that was for many: staff looks at the incident before it reopens.
struct Doubt {
    CaseId case_id;
    IncidentId incident;
    base::Time at{};
    std::optional<std::string> words = {}; ///< masked
    std::string photos = {};               ///< sha256, by spaces
    bool operator==(const Doubt&) const = default;
};
BOOST_DESCRIBE_STRUCT(Doubt, (), (case_id, incident, at, words, photos))

/// Kinds of events beside those of the lifecycle, never public.
inline constexpr std::string_view doubted = "case.doubted";
inline constexpr std::string_view doubt_settled = "case.doubt_settled";

/// Kinds of jobs, each named by the case it goes out from.
inline constexpr std::string_view carry_kind = "incidents.carry";
inline constexpr std::string_view reopen_kind = "incidents.reopen";

/// What a look at the incident leads to.
enum class Look {
    reopen_one, ///< this case only: its matter is another one, or was forgotten
    reopen_all, ///< every resolved case of the incident
    keep,       ///< it is solved; the reporter reads why
};

} // namespace cases

template <> inline constexpr auto base::codes<cases::Look> = std::to_array<base::Coded<cases::Look>>({
    {cases::Look::reopen_one, "reopen_one"},
    {cases::Look::reopen_all, "reopen_all"},
    {cases::Look::keep, "keep"},
});
