#include "network/http_signature.h"
#include "network/push_proof.h"
#include "network/rsa_key.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace network {
namespace {

using namespace std::chrono_literals;

const std::string& key() {
    static const std::string made = make_private_key();
    return made;
}
const std::string& public_key() {
    static const std::string made = public_key_of(key());
    return made;
}

const base::Time now = base::parse_time("2026-11-22T08:00:00Z").value();
constexpr std::string_view origin = "https://lapor.contoh.go.id";
constexpr std::string_view target = "/kait/activitypub/12?a=b";
constexpr std::string_view key_id = "https://warga.example/users/budi#main-key";

Incoming cavage(const std::string& body, base::Time at = now, std::string method = "POST") {
    Request request{.name = "inbox",
                    .method = method,
                    .url = std::string(origin) + std::string(target),
                    .body = body,
                    .signing = Signing{std::string(key_id), key()}};
    return {.method = method,
            .target = std::string(target),
            .origin = std::string(origin),
            .headers = signature_headers(request, at),
            .body = body};
}

Incoming rfc9421(const std::string& body, base::Time at = now) {
    const auto digest = fmt::format("sha-256=:{}:", to_base64(sha256(body)));
    const auto parameters = fmt::format(
        R"(("@method" "@target-uri" "content-digest" "host");created={};keyid="{}";alg="rsa-v1_5-sha256")",
        base::to_ms(at) / 1000, key_id);
    const auto text =
        fmt::format("\"@method\": POST\n\"@target-uri\": {}{}\n\"content-digest\": {}\n\"host\": "
                    "lapor.contoh.go.id\n\"@signature-params\": {}",
                    origin, target, digest, parameters);
    return {.method = "POST",
            .target = std::string(target),
            .origin = std::string(origin),
            .headers = {{"Host", "lapor.contoh.go.id"},
                        {"Content-Digest", digest},
                        {"Signature-Input", "sig1=" + parameters},
                        {"Signature", fmt::format("sig1=:{}:", to_base64(rsa_signature(key(), text)))}},
            .body = body};
}

bool verifies(const Incoming& request, base::Time at = now) {
    auto claim = read_claim(request, at);
    return claim && claim->key_id == key_id && is_proven(*claim, public_key());
}
std::string refusal(const Incoming& request, base::Time at = now) {
    auto claim = read_claim(request, at);
    return claim ? (is_proven(*claim, public_key()) ? "proven" : "not proven") : claim.error().code;
}
std::string& header(Incoming& request, std::string_view name) {
    for (auto& each : request.headers)
        if (each.name == name) return each.value;
    throw std::logic_error("no such header");
}

TEST(HttpSignature, what_was_signed_verifies) {
    const std::string body = R"({"type":"Create"})";
    EXPECT_TRUE(verifies(cavage(body)));
    EXPECT_TRUE(verifies(cavage("", now, "GET")));
    EXPECT_TRUE(verifies(rfc9421(body)));
    auto without_query = cavage(body);
    EXPECT_TRUE(read_claim(without_query, now)->texts.size() == 2) << "some servers leave the query out";
}

TEST(HttpSignature, every_signed_part_counts) {
    const std::string body = R"({"type":"Create"})";
    const std::string other = R"({"type":"Delete"})";
    for (const bool is_9421 : {false, true}) {
        const auto good = is_9421 ? rfc9421(body) : cavage(body);
        auto changed = good;
        changed.body = other;
        EXPECT_EQ(refusal(changed), "network.altered");
        changed = good;
        changed.target = "/kait/activitypub/13";
        EXPECT_EQ(refusal(changed), "not proven");
        changed = good;
        changed.method = "PUT";
        EXPECT_EQ(refusal(changed), "not proven");
        changed = good;
        header(changed, "Host") = "lain.contoh.go.id";
        EXPECT_EQ(refusal(changed), "network.altered");
        changed = good;
        changed.origin = "https://lain.contoh.go.id";
        EXPECT_EQ(refusal(changed), "network.altered");
        changed = good;
        changed.headers.erase(changed.headers.end() - 1);
        EXPECT_EQ(refusal(changed), "network.unsigned");
    }
    auto changed = cavage(body);
    header(changed, "Date") = http_date(now + 1s);
    EXPECT_EQ(refusal(changed), "not proven");
    changed = rfc9421(body);
    auto& input = header(changed, "Signature-Input");
    input.replace(input.find(fmt::format("{}", base::to_ms(now) / 1000)), 10,
                  fmt::format("{}", base::to_ms(now) / 1000 + 1));
    EXPECT_EQ(refusal(changed), "not proven");
}

TEST(HttpSignature, an_altered_digest_header_is_no_way_round) {
    const std::string other = R"({"type":"Delete"})";
    auto changed = cavage("{}");
    changed.body = other;
    header(changed, "Digest") = "SHA-256=" + to_base64(sha256(other));
    EXPECT_EQ(refusal(changed), "not proven");
    changed = rfc9421("{}");
    changed.body = other;
    header(changed, "Content-Digest") = "sha-256=:" + to_base64(sha256(other)) + ":";
    EXPECT_EQ(refusal(changed), "not proven");
    changed = cavage("{}");
    header(changed, "Digest") = "MD5=abc";
    EXPECT_EQ(refusal(changed), "network.unsigned");
}

TEST(HttpSignature, time_has_an_hour_of_grace) {
    for (const auto& [at, verdict] :
         std::vector<std::pair<base::Time, std::string>>{{now - 1h, "proven"},
                                                         {now - 1h - 5min, "proven"},
                                                         {now - 1h - 6min, "network.stale"},
                                                         {now + 59min, "proven"},
                                                         {now + 61min, "network.stale"}}) {
        EXPECT_EQ(refusal(cavage("{}", at)), verdict);
        EXPECT_EQ(refusal(rfc9421("{}", at)), verdict);
    }
}

TEST(HttpSignature, too_little_signed_is_not_signed) {
    auto with_parts = [&](const std::string& parts) {
        auto changed = cavage("{}");
        auto& signature = header(changed, "Signature");
        const auto from = signature.find("headers=\"") + 9;
        signature.replace(from, signature.find('"', from) - from, parts);
        return changed;
    };
    EXPECT_EQ(refusal(with_parts("(request-target) host date")), "network.unsigned");
    EXPECT_EQ(refusal(with_parts("(request-target) host digest")), "network.unsigned");
    EXPECT_EQ(refusal(with_parts("host date digest")), "network.unsigned");
    EXPECT_EQ(refusal(with_parts("(request-target) date digest")), "network.unsigned");
    EXPECT_EQ(refusal(with_parts("(request-target) host date digest")), "proven");
    auto two = rfc9421("{}");
    header(two, "Signature-Input") += ", sig2=(\"@method\");created=1";
    EXPECT_EQ(refusal(two), "network.unsigned");
}

TEST(HttpSignature, a_key_of_another_kind_proves_nothing) {
    const auto claim = read_claim(cavage("{}"), now).value();
    EXPECT_FALSE(is_proven(claim, public_key_of(make_private_key())));
    EXPECT_FALSE(is_proven(claim, ""));
    EXPECT_FALSE(is_proven(claim, "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"));
    EXPECT_FALSE(is_proven(claim, key())) << "a private key is no public one";
}

TEST(HttpSignature, dates_as_http_writes_them) {
    EXPECT_EQ(http_date(now), "Sun, 22 Nov 2026 08:00:00 GMT");
    EXPECT_EQ(read_http_date("Sun, 22 Nov 2026 08:00:00 GMT"), now);
    for (const auto bad :
         {"", "22 Nov 2026", "Sun, 31 Feb 2026 08:00:00 GMT", "Sun, 22 Nov 2026 25:00:00 GMT",
          "Sun, 22 Nov 2026 08:00:00 WIB", "Sun, 22 Nov 2026 8:0:0 GMT"})
        EXPECT_FALSE(read_http_date(bad)) << bad;
}

RC_GTEST_PROP(HttpSignatureProperty, signing_and_verifying_agree, (const std::string& body, bool is_9421)) {
    RC_ASSERT(verifies(is_9421 ? rfc9421(body) : cavage(body)));
    auto altered = is_9421 ? rfc9421(body) : cavage(body);
    const auto longer = body + "x";
    altered.body = longer;
    RC_ASSERT(!verifies(altered));
}

} // namespace
} // namespace network
