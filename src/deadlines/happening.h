// What an event of a subject does to its deadlines, as the profile says: starts, meets, ends, reopens,
// pauses, resumes. Pure and never fails: an event the profile does not name changes nothing.
#pragma once
#include "deadlines/deadline.h"

namespace deadlines {

/// An event as profiles name it: "received", "assigned", "resolved".
struct Happening {
    std::string_view event;
    base::Time at{};
    std::string_view class_code = {};
    Announce announce = Announce::crossings;
};

struct Changes {
    std::vector<Deadline> started; ///< without ids
    std::vector<Deadline> changed; ///< rows that differ from before
};

/// A deadline that exists is never started a second time (moving between offices resets nothing), unless its
/// rule says `restarts`. `running` are all deadlines of the subject, each under the version in `profiles`
/// with which it was started; new ones start under `profile`.
[[nodiscard]] Changes follow(const Subject& subject, const Happening& happening, const Profile& profile,
                             const Profiles& profiles, std::span<const Deadline> running,
                             const Calendar& calendar);

} // namespace deadlines
