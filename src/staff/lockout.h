// Failed sign-ins make the next attempt wait, but only for the same login from the same place: nobody can
// lock another person out. A place is a device that has signed in as that person before, else a client
// address.
#pragma once
#include "base/random.h"
#include "base/time.h"
#include "staff/principal.h"

namespace staff {

/// After so long without a failure, earlier ones count no more.
inline constexpr base::Duration failures_memory = std::chrono::days(1);

struct Failures {
    int count = 0;
    base::Time last_at{};
};

/// Four cost nothing, the fifth 30 s, then doubling to 15 min. Forgotten after a day without any.
[[nodiscard]] base::Duration wait_after(int failures) noexcept;
/// When the next attempt is looked at; in the past when it may be now.
[[nodiscard]] base::Time next_attempt_at(const Failures& failures) noexcept;
[[nodiscard]] bool are_forgotten(const Failures& failures, base::Time now) noexcept;

/// Name under which failures are counted; keyed, so that the table tells neither logins nor addresses.
[[nodiscard]] std::string failures_key(std::string_view salt, std::string_view login, std::string_view place);

/// Cookie of a device that signed in as this person: carries a random name and its proof.
[[nodiscard]] std::string make_device(std::string_view salt, std::string_view login,
                                      const base::Random& random);
/// The random name of a device known for this login; empty for anything else.
[[nodiscard]] std::string known_device(std::string_view salt, std::string_view login,
                                       std::string_view cookie);

} // namespace staff
