// Signing in and out, and who a session is. Refusals: unauthenticated `sign_in.refused` (never says whether
// the login exists), limited `limit.reached`, unavailable `password.busy`, unauthenticated `session.missing`.
#pragma once
#include "staff/services_actions.h"
#include "staff/session.h"

namespace staff {

struct Credentials {
    std::string login;
    std::string password;
    std::string address;          ///< line of the client: http::line_key
    std::string device = {};      ///< the device cookie, if any
    std::string old_session = {}; ///< session secret of the same browser, ended by this sign-in
};

struct SignedIn {
    Session session;
    std::string secret; ///< for the session cookie
    std::string device; ///< for the device cookie
    Principal principal;
};

[[nodiscard]] base::Result<SignedIn> sign_in(const Services& services, base::AgencyId agency,
                                             const Credentials& credentials);
/// Ends the session; nothing happens when it is over already.
void sign_out(const Services& services, base::AgencyId agency, std::string_view secret);

/// The person behind a session cookie; `session.missing` when it is over, revoked or the person is suspended.
[[nodiscard]] base::Result<Principal> principal_of_session(const Services& services, base::AgencyId agency,
                                                           std::string_view secret);

[[nodiscard]] std::vector<Session> sessions_of(const Services& services, base::AgencyId agency,
                                               StaffId staff);
/// `session.unknown` unless it is one of this person's.
[[nodiscard]] base::Result<void> revoke_session(const Services& services, base::AgencyId agency,
                                                StaffId staff, std::string_view hash);

/// Takes out what is over: dead sessions, forgotten failures. For the schedule.
void sweep_sign_ins(const Services& services, base::AgencyId agency);

/// Everybody signs in again. In the caller's unit of work.
void end_all_sessions(db::Tx& tx, base::AgencyId agency);

} // namespace staff
