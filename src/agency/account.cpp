#include "agency/account.h"

#include "base/text.h"

#include <algorithm>

namespace agency {

base::Result<Account> checked(Account account) {
    auto may = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    if (account.network.empty() || account.network.size() > 40 || !std::ranges::all_of(account.network, may))
        return base::fail_field("network");
    auto name = base::clean(account.name, 120, "name");
    if (!name) return base::pass(name);
    if (name->empty()) return base::fail_field("name", "field.missing");
    account.name = std::move(*name);
    return account;
}

} // namespace agency
