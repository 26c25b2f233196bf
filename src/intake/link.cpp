#include "base/text.h"
#include "intake/record.h"

#include <algorithm>
#include <array>

namespace intake {
namespace {

constexpr std::size_t max_link = 2000;

bool is_sharing_mark(std::string_view parameter) {
    constexpr std::array names{"fbclid", "igsh", "igshid", "gclid", "mibextid", "si", "_r", "_t"};
    auto name = base::lower_ascii(parameter.substr(0, parameter.find('=')));
    return name.starts_with("utm_") || std::ranges::find(names, name) != names.end();
}

std::string kept_query(std::string_view query) {
    std::vector<std::string> kept;
    for (auto parameter : base::split(query, '&'))
        if (!parameter.empty() && !is_sharing_mark(parameter)) kept.emplace_back(parameter);
    return kept.empty() ? std::string{} : "?" + base::join(kept, "&");
}

bool is_host(std::string_view host) {
    constexpr std::string_view symbols = "abcdefghijklmnopqrstuvwxyz0123456789.-:";
    return host.size() >= 4 && host.find('.') != std::string_view::npos && !host.starts_with('.') &&
           host.find_first_not_of(symbols) == std::string_view::npos;
}

} // namespace

base::Result<std::string> canonical_link(std::string_view text) {
    auto wrong = [] { return base::fail_field("tautan"); };
    text = base::trim(text);
    const bool has_other = std::ranges::any_of(text, [](char c) {
        return (c >= 0 && c <= ' ') || c == 0x7f ||
               std::string_view("\"'<>\\`{}|^").find(c) != std::string_view::npos;
    });
    if (text.empty() || text.size() > max_link || has_other || !base::is_utf8(text)) return wrong();
    text = text.substr(0, text.find('#'));
    auto scheme_end = text.find("://");
    if (scheme_end == std::string_view::npos) return wrong();
    auto scheme = base::lower_ascii(text.substr(0, scheme_end));
    if (scheme != "https" && scheme != "http") return wrong();
    auto rest = text.substr(scheme_end + 3);
    auto host = base::lower_ascii(rest.substr(0, rest.find_first_of("/?")));
    if (!is_host(host)) return wrong();
    rest.remove_prefix(host.size());
    auto query_at = std::min(rest.find('?'), rest.size());
    auto path = rest.substr(0, query_at);
    while (path.ends_with('/'))
        path.remove_suffix(1);
    auto query = rest.substr(query_at);
    if (!query.empty()) query.remove_prefix(1);
    return scheme + "://" + host + std::string(path) + kept_query(query);
}

} // namespace intake
