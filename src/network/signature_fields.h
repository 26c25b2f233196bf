// The header fields of signatures, taken apart without trusting them. Empty for what cannot be read.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace network {

/// draft-cavage-12: keyId="..",algorithm="..",headers="(request-target) host date",signature=".."
struct CavageSignature {
    std::string key_id;
    std::string algorithm;
    std::vector<std::string> parts; ///< lower case, in order
    std::string signature;          ///< base64
    std::string created;            ///< as it was written
    std::string expires;
};
[[nodiscard]] std::optional<CavageSignature> read_cavage_signature(std::string_view header);

/// RFC 9421: Signature-Input: sig1=("@method" "@target-uri");created=1;keyid=".." with Signature: sig1=:..:
/// Exactly one signature; components with parameters of their own are not known here.
struct MessageSignature {
    std::vector<std::string> components;
    std::string parameters; ///< the whole value of @signature-params
    std::string key_id;
    std::string algorithm;
    std::optional<std::int64_t> created = {};
    std::optional<std::int64_t> expires = {};
    std::string signature; ///< base64
};
[[nodiscard]] std::optional<MessageSignature> read_message_signature(std::string_view input,
                                                                     std::string_view signature);

} // namespace network
