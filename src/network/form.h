// Bodies of requests: forms, with files or without (RFC 7578), and queries.
#pragma once
#include "network/exchange.h"

#include <utility>

namespace network {

using Fields = std::vector<std::pair<std::string, std::string>>;

/// "a=1&b=x%20y"
[[nodiscard]] std::string query_of(const Fields& fields);
/// Sets body and Content-Type to application/x-www-form-urlencoded.
void set_form(Request& request, const Fields& fields);
/// Sets body and Content-Type to application/json.
void set_json(Request& request, std::string body);

struct FilePart {
    std::string name;
    std::string file_name;
    std::string mime;
    std::string_view bytes;
};
/// Sets body and Content-Type to multipart/form-data; the boundary is a hash of the contents.
void set_multipart(Request& request, const Fields& fields, const std::vector<FilePart>& files);

} // namespace network
