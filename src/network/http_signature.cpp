#include "network/http_signature.h"

#include "base/text.h"
#include "network/push_proof.h"
#include "network/rsa_key.h"
#include "network/signature_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace network {
namespace {

using base::Time;
using namespace std::chrono_literals;

constexpr auto skew = 1h;         ///< clocks of other servers
constexpr auto usual_life = 5min; ///< of a signature that names no end
constexpr auto longest_life = 12h;
constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::unexpected<base::Problem> refuse(std::string_view code, std::string_view why) {
    return base::fail(base::Kind::unauthenticated, std::string(code), std::string(why));
}

/// What follows the scheme: "lapor.contoh.go.id:8443".
std::string_view authority_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos) return {};
    url.remove_prefix(scheme + 3);
    return url.substr(0, url.find_first_of("/?#"));
}

std::string target_of(std::string_view url) {
    const auto scheme = url.find("://");
    const auto path = scheme == std::string_view::npos ? scheme : url.find_first_of("/?", scheme + 3);
    if (path == std::string_view::npos) return "/";
    const auto target =
        url.substr(path, url.find('#') == std::string_view::npos ? url.size() : url.find('#') - path);
    return (target.starts_with('?') ? "/" : "") + std::string(target);
}

std::string_view without_query(std::string_view target) {
    return target.substr(0, target.find('?'));
}

/// The values of a header as they are signed: trimmed, several joined. Empty when there is none.
std::optional<std::string> joined(const std::vector<Header>& headers, std::string_view name) {
    std::optional<std::string> out;
    for (const auto& header : headers) {
        if (base::lower_ascii(header.name) != name) continue;
        if (out) *out += ", ";
        if (!out) out.emplace();
        *out += base::trim(header.value);
    }
    return out;
}

std::optional<Time> seconds_in(std::string_view text) {
    std::int64_t seconds = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc{} || end != text.data() + text.size() || seconds < 0 || seconds > 253'402'300'799)
        return std::nullopt;
    return Time{} + std::chrono::seconds(seconds);
}

base::Result<void> check_time(Time created, std::optional<Time> expires, Time now) {
    const Time end = std::min<Time>(expires.value_or(created + usual_life), created + longest_life);
    if (created > now + skew) return refuse("network.stale", "of the future");
    if (now > end + skew) return refuse("network.stale", "too old");
    return {};
}

base::Result<void> check_host(const Incoming& request) {
    const auto host = base::lower_ascii(base::trim(header_of(request.headers, "host")));
    if (host.empty() || host != base::lower_ascii(authority_of(request.origin)))
        return refuse("network.altered", "meant for another host");
    return {};
}

/// "SHA-256=base64" among the digests of RFC 3230.
base::Result<void> check_digest(const Incoming& request) {
    for (const auto each : base::split(joined(request.headers, "digest").value_or(""), ',')) {
        const auto digest = base::trim(each);
        if (base::lower_ascii(digest.substr(0, 8)) != "sha-256=") continue;
        if (is_same_secret(from_base64(digest.substr(8)), sha256(request.body))) return {};
        return refuse("network.altered", "digest");
    }
    return refuse("network.unsigned", "no digest that is known here");
}

/// "sha-256=:base64:" among those of RFC 9530.
base::Result<void> check_content_digest(const Incoming& request) {
    for (const auto each : base::split(joined(request.headers, "content-digest").value_or(""), ',')) {
        const auto digest = base::trim(each);
        if (!digest.starts_with("sha-256=:") || !digest.ends_with(':') || digest.size() < 10) continue;
        if (is_same_secret(from_base64(digest.substr(9, digest.size() - 10)), sha256(request.body)))
            return {};
        return refuse("network.altered", "content-digest");
    }
    return refuse("network.unsigned", "no content-digest that is known here");
}

/// The line of one part of draft-cavage-12; empty when there is none.
std::optional<std::string> cavage_line(const Incoming& request, const CavageSignature& s,
                                       std::string_view part, std::string_view target) {
    if (part == "(request-target)")
        return fmt::format("(request-target): {} {}", base::lower_ascii(request.method), target);
    if (part == "(created)" || part == "(expires)") {
        const auto& value = part == "(created)" ? s.created : s.expires;
        if (value.empty()) return std::nullopt;
        return fmt::format("{}: {}", part, value);
    }
    const auto value = joined(request.headers, part);
    if (!value) return std::nullopt;
    return fmt::format("{}: {}", part, *value);
}

base::Result<Claim> read_cavage(const Incoming& request, Time now) {
    const auto s = read_cavage_signature(header_of(request.headers, "signature"));
    if (!s) return refuse("network.unsigned", "a header Signature that cannot be read");
    if (s->algorithm != "rsa-sha256" && s->algorithm != "hs2019" && !s->algorithm.empty())
        return refuse("network.unsigned", "algorithm");
    auto has = [&](std::string_view part) { return std::ranges::find(s->parts, part) != s->parts.end(); };
    const bool needs_body = request.method != "GET" && request.method != "HEAD";
    if (!has("(request-target)") || !has("host") || (!has("date") && !has("(created)")) ||
        (needs_body && !has("digest")))
        return refuse("network.unsigned", "too little is signed");
    const auto created =
        has("(created)") ? seconds_in(s->created) : read_http_date(header_of(request.headers, "date"));
    if (!created) return refuse("network.stale", "no time");
    const auto expires = s->expires.empty() ? std::nullopt : seconds_in(s->expires);
    if (!s->expires.empty() && !expires) return refuse("network.stale", "an end that is no time");
    if (auto fits = check_time(*created, expires, now); !fits) return base::pass(fits);
    if (auto fits = check_host(request); !fits) return base::pass(fits);
    if (has("digest"))
        if (auto fits = check_digest(request); !fits) return base::pass(fits);
    Claim claim{.key_id = s->key_id, .texts = {}, .signature = from_base64(s->signature)};
    std::vector<std::string_view> targets{request.target};
    if (request.target.find('?') != std::string::npos) targets.push_back(without_query(request.target));
    for (const auto target : targets) {
        std::string text;
        for (const auto& part : s->parts) {
            auto line = cavage_line(request, *s, part, target);
            if (!line) return refuse("network.unsigned", "a signed header is missing");
            text += (text.empty() ? "" : "\n") + *line;
        }
        claim.texts.push_back(std::move(text));
    }
    return claim;
}

/// The value of one component of RFC 9421; empty when there is none, or when it is not known here.
std::optional<std::string> component(const Incoming& request, std::string_view name) {
    if (name == "@method") return request.method;
    if (name == "@target-uri") return request.origin + request.target;
    if (name == "@authority") return base::lower_ascii(authority_of(request.origin));
    if (name == "@scheme") return request.origin.substr(0, request.origin.find("://"));
    if (name == "@request-target") return request.target;
    if (name == "@path") return std::string(without_query(request.target));
    if (name == "@query") {
        const auto query = request.target.find('?');
        return query == std::string::npos ? "?" : request.target.substr(query);
    }
    return joined(request.headers, name);
}

base::Result<Claim> read_9421(const Incoming& request, std::string_view input, Time now) {
    const auto s = read_message_signature(input, header_of(request.headers, "signature"));
    if (!s) return refuse("network.unsigned", "a header Signature-Input that cannot be read");
    if (!s->algorithm.empty() && s->algorithm != "rsa-v1_5-sha256")
        return refuse("network.unsigned", "algorithm");
    auto has = [&](std::string_view part) {
        return std::ranges::find(s->components, part) != s->components.end();
    };
    const bool needs_body = request.method != "GET" && request.method != "HEAD";
    if (!has("@method") || !has("@target-uri") || (needs_body && !has("content-digest")))
        return refuse("network.unsigned", "too little is signed");
    if (!s->created) return refuse("network.stale", "no time");
    const Time created = Time{} + std::chrono::seconds(*s->created);
    const auto expires =
        s->expires ? std::optional<Time>(Time{} + std::chrono::seconds(*s->expires)) : std::nullopt;
    if (auto fits = check_time(created, expires, now); !fits) return base::pass(fits);
    if (auto fits = check_host(request); !fits) return base::pass(fits);
    if (has("content-digest"))
        if (auto fits = check_content_digest(request); !fits) return base::pass(fits);
    std::string text;
    for (const auto& name : s->components) {
        auto value = component(request, name);
        if (!value) return refuse("network.unsigned", "a signed part is missing");
        text += fmt::format("\"{}\": {}\n", name, *value);
    }
    text += "\"@signature-params\": " + s->parameters;
    return Claim{.key_id = s->key_id, .texts = {std::move(text)}, .signature = from_base64(s->signature)};
}

} // namespace

base::Result<Claim> read_claim(const Incoming& request, Time now) {
    const auto input = joined(request.headers, "signature-input");
    auto claim = input ? read_9421(request, *input, now) : read_cavage(request, now);
    if (claim && (claim->key_id.empty() || claim->signature.empty()))
        return refuse("network.unsigned", "no key, or no signature");
    return claim;
}

bool is_proven(const Claim& claim, std::string_view public_key_pem) {
    return std::ranges::any_of(claim.texts, [&](const std::string& text) {
        return is_rsa_signed(public_key_pem, text, claim.signature);
    });
}

std::vector<Header> signature_headers(const Request& request, Time now) {
    if (!request.signing) return {};
    std::vector<Header> out{{"Host", std::string(authority_of(request.url))}, {"Date", http_date(now)}};
    std::string parts = "(request-target) host date";
    std::string text =
        fmt::format("(request-target): {} {}\nhost: {}\ndate: {}", base::lower_ascii(request.method),
                    target_of(request.url), out[0].value, out[1].value);
    if (request.method == "POST") {
        out.push_back({"Digest", "SHA-256=" + to_base64(sha256(request.body))});
        parts += " digest";
        text += "\ndigest: " + out.back().value;
    }
    const auto signature = rsa_signature(request.signing->private_key_pem, text);
    out.push_back(
        {"Signature", fmt::format(R"(keyId="{}",algorithm="rsa-sha256",headers="{}",signature="{}")",
                                  request.signing->key_id, parts, to_base64(signature))});
    return out;
}

std::string http_date(Time time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time - day).count();
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days[std::chrono::weekday(day).c_encoding()],
                       static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()), seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::optional<Time> read_http_date(std::string_view text) {
    // The other two forms of RFC 9110 died out before these servers were written.
    const auto parts = base::split(base::trim(text), ' ');
    if (parts.size() != 6 || parts[5] != "GMT" || parts[4].size() != 8) return std::nullopt;
    const auto month = std::ranges::find(months, parts[2]);
    auto number = [](std::string_view digits) {
        int value = -1;
        auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return error == std::errc{} && end == digits.data() + digits.size() ? value : -1;
    };
    const int year = number(parts[3]);
    const int day = number(parts[1]);
    const int hour = number(parts[4].substr(0, 2));
    const int minute = number(parts[4].substr(3, 2));
    const int second = number(parts[4].substr(6, 2));
    if (month == months.end() || year < 1970 || year > 9999 || day < 1 || hour < 0 || hour > 23 ||
        minute < 0 || minute > 59 || second < 0 || second > 60)
        return std::nullopt;
    const std::chrono::year_month_day date{
        std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month - months.begin()) + 1),
        std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    return Time{std::chrono::sys_days(date)} + std::chrono::hours(hour) + std::chrono::minutes(minute) +
           std::chrono::seconds(second);
}

} // namespace network
