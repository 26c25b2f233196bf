// Who a request counts for in limits: a signed-in person or a program where a filter of app/ has said so,
// else the line of its address. Never fails.
#pragma once
#include "http/address.h"
#include "http/request.h"

namespace http {

/// Attached to a request by the filter: "session ...", "account 17".
struct Requester {
    std::string key;
};

[[nodiscard]] inline std::string requester_of(const Request& request) {
    const auto* known = request.attached<Requester>();
    return known ? known->key : line_key(request.client);
}

} // namespace http
