#include "net/curl_handle.h"

#include "net/private_address.h"

#include <mutex>
#include <new>
#include <sys/socket.h>

namespace net {
namespace {

curl_socket_t open_public(void* /*self*/, curlsocktype /*purpose*/, curl_sockaddr* address) {
    if (is_private(&address->addr)) return CURL_SOCKET_BAD;
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

} // namespace

void start_curl() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

bool is_one_line(std::string_view text) {
    return text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

std::optional<CurlList> header_list(const std::vector<std::pair<std::string, std::string>>& headers) {
    CurlList out;
    for (const auto& [name, value] : headers) {
        if (!is_one_line(name) || !is_one_line(value)) return std::nullopt;
        // "Name;" is how libcurl is told of an empty value.
        const std::string line = value.empty() ? name + ";" : name + ": " + value;
        auto* longer = curl_slist_append(out.get(), line.c_str());
        if (!longer) throw std::bad_alloc();
        (void)out.release();
        out.reset(longer);
    }
    return out;
}

void set_borders(CURL* handle, bool allow_private) {
    const char* schemes = allow_private ? "http,https" : "https";
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, schemes);
    curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, schemes);
    curl_easy_setopt(handle, CURLOPT_PROXY, ""); // never one from the environment
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    if (!allow_private) curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_public);
}

} // namespace net
