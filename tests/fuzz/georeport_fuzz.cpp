// Answers of Open311 servers in XML and JSON: whatever the bytes, a number or token is one short line of
// valid UTF-8, and what is noted of a status is short.
#include "base/text.h"
#include "referral/georeport.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    for (const int status : {200, 403}) {
        const network::Answer answer{
            .response =
                network::Response{.status = status, .body = {reinterpret_cast<const char*>(data), size}}};
        for (const auto& reached : {referral::judge_filing(answer), referral::judge_token(answer)}) {
            const bool has_value = reached.outcome == referral::Outcome::receipted ||
                                   reached.outcome == referral::Outcome::tokened;
            if (has_value == reached.value.empty()) std::abort();
            if (!base::is_utf8(reached.value) || base::length(reached.value) > referral::max_number ||
                reached.value.find('\n') != std::string::npos)
                std::abort();
        }
    }
    for (const char* type : {"application/json", "text/xml", ""}) {
        const network::Answer answer{
            .response = network::Response{.status = 200,
                                          .headers = {{"Content-Type", type}},
                                          .body = {reinterpret_cast<const char*>(data), size}}};
        (void)referral::judge_format(answer);
        (void)referral::judge_filing(answer);
        const auto seen = referral::judge_request(answer, "7");
        if (seen.status.has_value() == !seen.problem.empty()) std::abort();
        if (!base::is_utf8(seen.note) || base::length(seen.note) > referral::max_note) std::abort();
    }
    return 0;
}
