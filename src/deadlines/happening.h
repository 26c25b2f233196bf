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
    /// Of a subject that is still to be done: a profile that runs beside it and is met only now starts then.
    std::optional<base::Time> received_at = {};
};

struct Changes {
    std::vector<Deadline> started; ///< without ids
    std::vector<Deadline> changed; ///< rows that differ from before
};

/// A deadline that exists is never started a second time (moving between offices resets nothing), unless its
/// rule says `restarts`. `running` are all deadlines of the subject, each under the version in `profiles`
/// with which it was started; new ones start under `profile`, and under those that run `beside` it. The names
/// of the latter begin with their profile: "janji-roya/resolve".
[[nodiscard]] Changes follow(const Subject& subject, const Happening& happening, const Profile& profile,
                             const Profiles& profiles, std::span<const Deadline> running,
                             const Calendar& calendar, std::span<const Profile* const> beside = {});

/// "resolve" of "janji-roya/resolve".
[[nodiscard]] std::string_view name_in_profile(const Deadline& deadline) noexcept;
/// The rule of a deadline in the version under which it runs; nulls when that is not there any more.
struct Rule {
    const Profile* profile = nullptr;
    const Spec* spec = nullptr;
};
[[nodiscard]] Rule rule_of(const Deadline& deadline, const Profiles& profiles) noexcept;
/// As screens and mails say it; its code when its rule is not there any more.
[[nodiscard]] std::string spoken_name(const Deadline& deadline, const Profiles& profiles,
                                      base::Language language);

} // namespace deadlines
