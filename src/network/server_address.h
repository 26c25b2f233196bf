// Addresses of servers as people type them. Pure.
#pragma once
#include "agency/account.h"
#include "base/id.h"

#include <string>

namespace network {

/// "https://example.go.id/" and "https://example.go.id" are one.
[[nodiscard]] inline std::string without_slash(std::string address) {
    while (address.ends_with('/'))
        address.pop_back();
    return address;
}

/// Where a network pushes what concerns the account (push_routes.h); empty without an address of our own.
[[nodiscard]] inline std::string push_address(const std::string& server, const agency::Account& account) {
    if (server.empty()) return {};
    return without_slash(server) + "/kait/" + account.network + "/" + base::to_string(account.id);
}

} // namespace network
