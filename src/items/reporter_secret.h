// The secret in a reporter's link to /lacak: made from the item that opened the case and a key of the vault,
// so that it can be written into an answer years later while only its hash is at rest. Never fails.
#pragma once
#include "agency/account.h"
#include "people/vault.h"

namespace items {

/// 22 characters; the same for the same item, known to nobody who has not the vault's key.
[[nodiscard]] std::string reporter_secret(const people::Vault& vault, base::AgencyId agency,
                                          agency::AccountId account, std::string_view network_id);

} // namespace items
