// Invitations: a link with which a person becomes staff or sets a new password. The link holds a secret that
// is shown once; at rest is its hash. It ends after seven days, with its use, or when it is revoked.
#pragma once
#include "base/random.h"
#include "staff/principal.h"

namespace staff {

using InvitationId = base::Id<struct InvitationTag>;

inline constexpr base::Duration invitation_length = std::chrono::days(7);

struct Invitation {
    InvitationId id;
    std::string login;
    std::string name;                  ///< as the administrator wrote it; the person may correct it
    std::optional<StaffId> staff = {}; ///< set: a new password for this person
    std::vector<HeldRole> roles = {};  ///< that the person will hold; none with `staff`
    std::optional<StaffId> invited_by = {};
    base::Time created_at{};
    base::Time expires_at{};
    std::optional<base::Time> used_at = {};
    std::optional<base::Time> revoked_at = {};

    [[nodiscard]] bool is_open(base::Time now) const noexcept {
        return !used_at && !revoked_at && now < expires_at;
    }
};

/// 43 characters of the link.
[[nodiscard]] std::string make_invitation_secret(const base::Random& random);
[[nodiscard]] std::string hash_of_invitation(std::string_view secret);

} // namespace staff
