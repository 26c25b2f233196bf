// Signing in on the network's own page: begun by an administrator, ended where the network leads back to, in
// the same session, once, within a quarter of an hour. Refusals: those of `connect`, and unsupported
// `network.no_sign_in`, invalid `network.sign_in_over`, `network.sign_in_refused`.
#pragma once
#include "network/connection_actions.h"

namespace network {

struct SignInBegun {
    std::string page; ///< of the network
    std::vector<std::string> needs = {};
};
/// `back` is where the network leads back to; `session` is known to this browser alone.
[[nodiscard]] base::Result<SignInBegun> begin_sign_in(const Services& services, base::AgencyId agency,
                                                      const agency::Account& account,
                                                      const NewConnection& entered, const std::string& back,
                                                      staff::StaffId by, std::string_view session);

/// What the network led back with.
struct CameBack {
    std::string state;
    std::string code;  ///< empty: it was refused
    std::string error; ///< the network's own word
    std::string back;
};
/// The account that a state belongs to, for who began it in this session; the state is spent by that.
struct SignInTaken {
    agency::AccountId account;
    std::string server;
    std::map<std::string, std::string, std::less<>> secrets;
    std::string verifier;
};
[[nodiscard]] base::Result<SignInTaken> take_sign_in(const Services& services, base::AgencyId agency,
                                                     const CameBack& given, staff::StaffId by,
                                                     std::string_view session);
/// Exchanges the code for tokens, and connects.
[[nodiscard]] base::Result<Connected> finish_sign_in(const Services& services, base::AgencyId agency,
                                                     const agency::Account& account, const SignInTaken& taken,
                                                     const CameBack& given, staff::StaffId by,
                                                     const std::string& push_to = {});

/// Says something that nobody but the account itself sees, and takes it back. Gives the id it stood under.
[[nodiscard]] base::Result<std::string> test_itself(const Services& services, base::AgencyId agency,
                                                    const agency::Account& account, const std::string& text);

} // namespace network
