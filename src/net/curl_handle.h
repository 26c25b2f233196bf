// What every use of libcurl here shares: handles that clean up, a refusal of inner addresses, headers of one
// line each.
#pragma once
#include <curl/curl.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace net {

struct CloseCurl {
    void operator()(CURL* handle) const noexcept { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const noexcept { curl_slist_free_all(list); }
};
/// CURL and CURLM are the same type to the compiler.
struct CloseMulti {
    void operator()(CURLM* handle) const noexcept { curl_multi_cleanup(handle); }
};
using CurlHandle = std::unique_ptr<CURL, CloseCurl>;
using CurlList = std::unique_ptr<curl_slist, CloseCurl>;

/// Once for the program, before the first handle.
void start_curl();
[[nodiscard]] bool is_one_line(std::string_view text);
/// Nullopt when one of them has a line break.
[[nodiscard]] std::optional<CurlList>
header_list(const std::vector<std::pair<std::string, std::string>>& headers);
/// Schemes, proxies and addresses: `allow_private` as of HttpClient::Settings.
void set_borders(CURL* handle, bool allow_private);

} // namespace net
