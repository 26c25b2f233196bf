// Inviting people and what becomes of it, in the caller's unit of work; each change is an event. Refusals:
// field.*, conflict `staff.login_taken` and `invitation.open_already`, not_found `invitation.unknown` (also
// for one that was used, revoked or is over), `staff.unknown`, `office.unknown`.
#pragma once
#include "staff/invitation.h"
#include "staff/staff_actions.h"

namespace staff {

struct NewInvitation {
    std::string login;
    std::string name;
    std::vector<HeldRole> roles; ///< at least one: field.missing on "role"
};
struct Invited {
    Invitation invitation;
    std::string secret; ///< shown once
};

[[nodiscard]] base::Result<Invited> invite(db::Tx& tx, const StaffChange& change, base::AgencyId agency,
                                           const base::Random& random, const NewInvitation& wanted);
/// A link for a new password; the old one works until the link is used. Earlier links for this person end.
[[nodiscard]] base::Result<Invited> invite_to_new_password(db::Tx& tx, const StaffChange& change,
                                                           base::AgencyId agency, const base::Random& random,
                                                           StaffId staff);
[[nodiscard]] base::Result<void> revoke_invitation(db::Tx& tx, const StaffChange& change,
                                                   base::AgencyId agency, InvitationId id);

[[nodiscard]] base::Result<Invitation> find_invitation(db::Tx& tx, base::AgencyId agency,
                                                       std::string_view secret, base::Time now);
[[nodiscard]] std::vector<Invitation> open_invitations(db::Tx& tx, base::AgencyId agency, base::Time now);

/// Uses it once: adds the person with the promised roles, or sets the password of the one it is for.
/// `password_hash` was made outside the unit of work of a password that check_new_password() let through.
[[nodiscard]] base::Result<Person> accept_invitation(db::Tx& tx, const StaffChange& change,
                                                     base::AgencyId agency, std::string_view secret,
                                                     std::string_view name, std::string password_hash);

} // namespace staff
