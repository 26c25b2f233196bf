// An account (akun kanal): an office's presence on one network. The network "form" is the agency's report
// page.
#pragma once
#include "agency/office.h"

#include <optional>
#include <string>

namespace agency {

using AccountId = base::Id<struct AccountTag>;

inline constexpr std::string_view form_network = "form";
inline constexpr std::string_view lapor_network = "sp4n-lapor"; ///< SP4N-LAPOR!, by files

struct Account {
    AccountId id;
    std::optional<OfficeId> office; ///< null: the agency as a whole
    std::string network;            ///< "form", "mastodon", "mail", "manual", ...
    std::string name;               ///< "@dpudki@mastodon.example"
    bool is_active = true;
};

/// Cleans the name; network: 1 to 40 of a-z, 0-9, "-", "_".
[[nodiscard]] base::Result<Account> checked(Account account);

} // namespace agency
