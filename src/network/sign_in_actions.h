// Signing in on the network's own page: begun by an administrator, ended where the network leads back to, in
// the same session, once, within a quarter of an hour. Refusals: those of `connect`, and unsupported
// `network.no_sign_in`, invalid `network.sign_in_over`, `network.sign_in_refused`, `network.code_refused`.
#pragma once
#include "network/connection_actions.h"
#include "network/sign_in.h"

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
    std::vector<SignInChoice> choices = {}; ///< among which a person has to choose
};
[[nodiscard]] base::Result<SignInTaken> take_sign_in(const Services& services, base::AgencyId agency,
                                                     const CameBack& given, staff::StaffId by,
                                                     std::string_view session);
/// Either connected, or a person chooses among several accounts: with `state`, which serves once, as long as
/// that of a sign-in.
struct SignInEnded {
    std::optional<Connected> connected = {};
    std::vector<SignInChoice> choices = {}; ///< without their secrets
    std::string state = {};
};
/// Exchanges the code for tokens, and connects. One that was connected before stays the same account: when it
/// is not among those of who signed in, conflict `network.other_account`.
[[nodiscard]] base::Result<SignInEnded> finish_sign_in(const Services& services, base::AgencyId agency,
                                                       const agency::Account& account,
                                                       const SignInTaken& taken, const CameBack& given,
                                                       staff::StaffId by, std::string_view session,
                                                       const std::string& push_to = {});
/// `own_id` is one of `SignInEnded::choices`; anything else ends the sign-in.
[[nodiscard]] base::Result<Connected> choose_account(const Services& services, base::AgencyId agency,
                                                     const agency::Account& account, const std::string& state,
                                                     std::string_view own_id, staff::StaffId by,
                                                     std::string_view session,
                                                     const std::string& push_to = {});

/// Says something that nobody but the account itself sees, and takes it back. Gives the id it stood under.
[[nodiscard]] base::Result<std::string> test_itself(const Services& services, base::AgencyId agency,
                                                    const agency::Account& account, const std::string& text);

} // namespace network
