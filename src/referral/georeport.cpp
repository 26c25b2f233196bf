#include "referral/georeport.h"

#include "base/text.h"
#include "network/form.h"
#include "network/server_address.h"
#include "referral/georeport_answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace referral {
namespace {

constexpr base::Duration longest_asked_wait = std::chrono::hours(24);

std::string base_of(const agency::OutsideAgency& outside) {
    return network::without_slash(outside.address);
}

std::string_view suffix(Format format) {
    return format == Format::json ? ".json" : ".xml";
}

network::Request request(std::string name, std::string url, Format format) {
    network::Request out{.name = std::move(name), .url = std::move(url)};
    out.headers.push_back(
        {"Accept", format == Format::json ? "application/json" : "text/xml, application/xml"});
    out.largest = largest_answer;
    return out;
}

network::Request get(std::string name, const agency::OutsideAgency& outside, std::string_view path,
                     Format format) {
    auto out =
        request(std::move(name), base_of(outside) + std::string(path) + std::string(suffix(format)), format);
    if (!outside.jurisdiction.empty())
        out.url += "?" + network::query_of({{"jurisdiction_id", outside.jurisdiction}});
    return out;
}

/// Encoded as a query is, and then cut off what stands before the value.
std::string in_path(std::string_view text) {
    return network::query_of({{"t", std::string(text)}}).substr(2);
}

bool is_token(std::string_view token) {
    return std::ranges::all_of(token, [](unsigned char c) { return c > 0x20 && c < 0x7f; });
}

Reached not_reached(const network::Answer& answer) {
    return answer.reached == network::Reached::no ? Reached{Outcome::try_again, {}, "open311.unreachable"}
                                                  : Reached{Outcome::unclear, {}, "open311.no_answer"};
}

bool is_good(int status) {
    return status >= 200 && status < 300;
}

base::Duration asked_wait(const network::Response& response) {
    const auto text = base::trim(network::header_of(response.headers, "retry-after"));
    int seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc() || end != text.data() + text.size() || seconds <= 0) return {};
    return std::min<base::Duration>(std::chrono::seconds(seconds), longest_asked_wait);
}

} // namespace

std::vector<network::Request> format_requests(const agency::OutsideAgency& outside) {
    return {get("open311.discovery", outside, "/discovery", Format::json),
            get("open311.discovery", outside, "/discovery", Format::xml),
            get("open311.services", outside, "/services", Format::xml),
            get("open311.services", outside, "/services", Format::json)};
}

std::optional<Format> judge_format(const network::Answer& answer) {
    if (!answer.response || !is_good(answer.response->status)) return std::nullopt;
    const Said said(*answer.response);
    if (!said.is_readable()) return std::nullopt;
    const auto formats = said.all("formats");
    const auto names = [&](std::string_view name) {
        return std::ranges::any_of(formats, [&](const auto& each) { return each.contains(name); });
    };
    if (names("xml")) return Format::xml;
    if (names("json")) return Format::json;
    // A list of services in the format it was asked for; of a discovery document nothing is known yet.
    if (said.all("service_code").empty()) return std::nullopt;
    return said.is_json() ? Format::json : Format::xml;
}

network::Request file_request(const agency::OutsideAgency& outside, std::string_view key,
                              const Filing& filing, Format format) {
    auto out =
        request("open311.requests", base_of(outside) + "/requests" + std::string(suffix(format)), format);
    out.method = "POST";
    network::Fields fields;
    auto add = [&](std::string name, std::string value) {
        if (!value.empty()) fields.emplace_back(std::move(name), std::move(value));
    };
    add("jurisdiction_id", outside.jurisdiction);
    add("api_key", std::string(key));
    add("service_code", outside.service_code);
    if (filing.lat && filing.lon) {
        add("lat", fmt::format("{:.6f}", *filing.lat));
        add("long", fmt::format("{:.6f}", *filing.lon));
    }
    add("address_string", filing.address);
    add("description", std::string(base::first(filing.description, max_description)));
    network::set_form(out, fields);
    return out;
}

network::Request token_request(const agency::OutsideAgency& outside, std::string_view token, Format format) {
    return get("open311.tokens", outside, "/tokens/" + in_path(token), format);
}

network::Request status_request(const agency::OutsideAgency& outside, std::string_view number,
                                Format format) {
    return get("open311.request", outside, "/requests/" + in_path(number), format);
}

Reached judge_filing(const network::Answer& answer) {
    if (!answer.response) return not_reached(answer);
    const int status = answer.response->status;
    if (is_good(status)) {
        const Said said(*answer.response);
        if (auto number = said.line("service_request_id", max_number); !number.empty())
            return {Outcome::receipted, std::move(number), {}};
        if (auto token = said.line("token", max_number); !token.empty() && is_token(token))
            return {Outcome::tokened, std::move(token), {}};
        return {Outcome::unclear, {}, "open311.unreadable"};
    }
    if (status == 429 || status == 503)
        return {Outcome::try_again, {}, fmt::format("open311.busy:{}", status)};
    if (status >= 400 && status < 500)
        return {Outcome::refused, {}, fmt::format("open311.refused:{}", status)};
    return {Outcome::unclear, {}, fmt::format("open311.broken:{}", status)};
}

Reached judge_token(const network::Answer& answer) {
    if (!answer.response) return {Outcome::try_again, {}, "open311.no_answer"};
    const int status = answer.response->status;
    if (is_good(status))
        if (auto number = Said(*answer.response).line("service_request_id", max_number); !number.empty())
            return {Outcome::receipted, std::move(number), {}};
    return {Outcome::try_again, {}, fmt::format("open311.no_number:{}", status)};
}

Seen judge_request(const network::Answer& answer, std::string_view number) {
    if (!answer.response) return {.problem = "open311.unreachable"};
    const int status = answer.response->status;
    if (!is_good(status))
        return {.problem = fmt::format("{}:{}",
                                       status == 404 || status == 410   ? "open311.no_request"
                                       : status == 429 || status == 503 ? "open311.busy"
                                                                        : "open311.broken",
                                       status),
                .asks_to_wait = asked_wait(*answer.response)};
    const Said said(*answer.response);
    // Some servers answer with all they have when they do not know the number.
    if (const auto of = said.line("service_request_id", max_number); !of.empty() && of != number)
        return {.problem = "open311.no_request"};
    auto there = base::from_code<There>(base::lower_ascii(said.line("status", max_number)), "status");
    if (!there) return {.problem = "open311.unreadable"};
    return {
        .status = *there, .note = said.words("status_notes", max_note), .at = said.time("updated_datetime")};
}

} // namespace referral
