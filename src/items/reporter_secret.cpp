#include "items/reporter_secret.h"

namespace items {

std::string reporter_secret(const people::Vault& vault, base::AgencyId agency, agency::AccountId account,
                            std::string_view network_id) {
    return vault.lookup(agency, "lacak", base::to_string(account) + ":" + std::string(network_id))
        .substr(0, 22);
}

} // namespace items
