#include "http/same_origin.h"

#include "base/text.h"

#include <openssl/crypto.h>

namespace http {
namespace {

/// "https://instansi.go.id:8443/x" -> "instansi.go.id:8443", without the scheme's own port; empty for "null".
std::string host_of(std::string_view origin) {
    bool https = origin.starts_with("https://");
    if (!https && !origin.starts_with("http://")) return {};
    origin.remove_prefix(https ? 8 : 7);
    std::string host = base::lower_ascii(origin.substr(0, origin.find_first_of("/?#")));
    std::string_view own_port = https ? ":443" : ":80";
    if (host.ends_with(own_port)) host.resize(host.size() - own_port.size());
    return host;
}

} // namespace

bool is_same_origin(const Request& request) {
    std::string_view site = request.header("Sec-Fetch-Site");
    if (!site.empty()) return site == "same-origin" || site == "none";
    std::string_view from = request.header("Origin");
    if (from.empty()) from = request.header("Referer");
    if (from.empty()) return true;
    return !request.host.empty() && host_of(from) == request.host;
}

bool equal_secrets(std::string_view a, std::string_view b) noexcept {
    return a.size() == b.size() && (a.empty() || CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0);
}

} // namespace http
