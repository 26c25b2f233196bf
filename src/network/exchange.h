// One question to a network and what came back, as plain data: connectors build and read these, the core
// carries them. A request is known to logs, budgets and metrics by its `name` alone, because its address, its
// headers and its body may hold a token.
#pragma once
#include "base/time.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace network {

struct Header {
    std::string name;
    std::string value;
};

/// The value of the first header of that name, whatever its case; empty when there is none.
[[nodiscard]] std::string_view header_of(const std::vector<Header>& headers, std::string_view name);

/// Whose signature a request carries; made when it is sent, because it holds the time (http_signature.h).
struct Signing {
    std::string key_id; ///< address of the public key
    std::string private_key_pem;
};

struct Request {
    std::string name; ///< of the endpoint: "statuses.post"
    std::string method = "GET";
    std::string url;
    std::vector<Header> headers = {};
    std::string body = {};
    std::chrono::seconds longest{30};    ///< the whole exchange; a slower answer counts as none
    std::size_t largest = 4UL << 20;     ///< bytes of the answer; a larger one counts as unreadable
    std::optional<Signing> signing = {}; ///< a signed GET follows no redirects
};

struct Response {
    int status = 0;
    std::vector<Header> headers = {};
    std::string body = {};
};

/// What is known of a request that was not answered.
enum class Reached {
    no,   ///< not a byte of it arrived: no address, no connection
    maybe ///< it was on its way
};

struct Answer {
    std::optional<Response> response = {};
    Reached reached = Reached::maybe; ///< of a request without response
    base::Time at{};                  ///< when it came, or was given up
};

} // namespace network
