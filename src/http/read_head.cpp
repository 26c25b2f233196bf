#include "http/read_head.h"

#include "base/encode.h"
#include "base/text.h"
#include "http/form.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <random>

namespace http {
namespace {

constexpr std::size_t max_query_fields = 256;

std::unexpected<base::Problem> malformed(std::string why) {
    return base::fail(base::Kind::invalid, "request.malformed", std::move(why));
}

bool is_text(std::string_view text) {
    return base::is_utf8(text) && text.find('\0') == std::string_view::npos;
}

/// Name or address with an optional port; nothing that could end up as another part of a URL.
bool is_host(std::string_view host) {
    if (host.size() > 255) return false;
    return std::ranges::all_of(host, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' ||
               c == ':' || c == '[' || c == ']';
    });
}

std::string without_own_port(std::string host, std::string_view scheme) {
    std::string_view own = scheme == "https" ? ":443" : ":80";
    if (host.ends_with(own)) host.resize(host.size() - own.size());
    return host;
}

base::Result<std::string> decode_path(std::string_view raw) {
    std::string path;
    for (std::string_view segment : base::split(raw.substr(1), '/')) {
        auto decoded = base::percent_decode(segment, /*plus_is_space=*/false);
        if (!decoded || !is_text(*decoded)) return malformed("a path that is no percent-encoded UTF-8");
        if (*decoded == "." || *decoded == "..") return malformed("a path with dots");
        path += '/';
        path += *decoded;
    }
    return path;
}

} // namespace

base::Result<void> read_head(const WireHead& head, const Arrival& arrival, Request& request) {
    request.method = method_from(head.method);
    request.headers = head.headers;
    for (std::string_view line : head.headers.all("Cookie"))
        for (const auto& [name, value] : parse_cookies(line))
            request.cookies.add(name, value);
    request.language = base::language_from(request.header("Accept-Language"));
    auto choose = [&](std::string_view language) {
        if (language == "id") request.language = base::Language::id;
        if (language == "en") request.language = base::Language::en;
    };
    choose(request.cookie("bahasa"));

    Origin origin = origin_of(arrival.peer, head.headers, arrival.scheme, arrival.trusted);
    std::string_view target = head.target;
    if (target.starts_with("http://") || target.starts_with("https://")) { // absolute form, RFC 9112, 3.2.2
        target.remove_prefix(target.find("//") + 2);
        auto slash = std::min(target.find_first_of("/?"), target.size());
        origin.host = target.substr(0, slash);
        target.remove_prefix(slash);
        request.target = target.starts_with('/') ? std::string(target) : "/" + std::string(target);
    } else {
        request.target = target;
    }
    request.client = origin.client;
    request.scheme = origin.scheme;
    std::string host = without_own_port(base::lower_ascii(origin.host), origin.scheme);
    if (!is_host(host)) return malformed("a host that is none");
    request.host = std::move(host);

    target = request.target;
    if (!target.starts_with('/') || target.find('#') != std::string_view::npos)
        return malformed("a target that is no path");
    auto question = std::min(target.find('?'), target.size());
    auto path = decode_path(target.substr(0, question));
    if (!path) return base::pass(path);
    request.path = std::move(*path);
    auto query = parse_urlencoded(target.substr(std::min(question + 1, target.size())), max_query_fields);
    if (!query) return malformed("a query that is no percent-encoded UTF-8");
    request.query = std::move(*query);
    choose(request.query.value("bahasa"));
    return {};
}

Fields parse_cookies(std::string_view header) {
    Fields cookies;
    for (std::string_view pair : base::split(header, ';')) {
        auto equals = pair.find('=');
        if (equals == std::string_view::npos || cookies.size() == 100) continue;
        std::string_view value = base::trim(pair.substr(equals + 1));
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
            value = value.substr(1, value.size() - 2);
        cookies.add(std::string(base::trim(pair.substr(0, equals))), std::string(value));
    }
    return cookies;
}

std::string new_request_id() {
    static const std::uint64_t start = std::uint64_t{std::random_device{}()} << 32 | std::random_device{}();
    static std::atomic<std::uint64_t> counter = 0;
    std::uint64_t mixed =
        start + ++counter * 0x9e37'79b9'7f4a'7c15ull; // SplitMix64: a bijection, so nothing repeats
    mixed = (mixed ^ mixed >> 30) * 0xbf58'476d'1ce4'e5b9ull;
    mixed = (mixed ^ mixed >> 27) * 0x94d0'49bb'1331'11ebull;
    mixed ^= mixed >> 31;
    constexpr std::string_view symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::string id(13, '0');
    for (auto symbol = id.rbegin(); symbol != id.rend(); ++symbol, mixed >>= 5)
        *symbol = symbols[mixed & 31];
    return id;
}

} // namespace http
