// SQL of invitations and the roles they promise. Throws db::Error when the engine fails.
#pragma once
#include "db/tx.h"
#include "staff/invitation.h"

namespace staff::store {

void insert_invitation(db::Tx& tx, base::AgencyId agency, std::string_view hash,
                       const Invitation& invitation);
[[nodiscard]] std::optional<Invitation> invitation_by_hash(db::Tx& tx, base::AgencyId agency,
                                                           std::string_view hash);
/// Neither used nor revoked nor over, newest first.
[[nodiscard]] std::vector<Invitation> open_invitations(db::Tx& tx, base::AgencyId agency, base::Time now);
[[nodiscard]] bool has_open_invitation(db::Tx& tx, base::AgencyId agency, std::string_view login,
                                       base::Time now);
/// False when it was used or revoked already: a second use finds nothing.
[[nodiscard]] bool use_invitation(db::Tx& tx, base::AgencyId agency, InvitationId id, base::Time now);
[[nodiscard]] bool revoke_invitation(db::Tx& tx, base::AgencyId agency, InvitationId id, base::Time now);
/// Those that set a password of this person.
void revoke_invitations_of(db::Tx& tx, base::AgencyId agency, StaffId staff, base::Time now);

} // namespace staff::store
