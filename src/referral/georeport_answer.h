// What an Open311 server said, in XML or in JSON: which of both, its content type tells, else its first byte.
// Untrusted: read without entities, without net, by size and depth. Pure; what cannot be read says nothing.
#pragma once
#include "base/json.h"
#include "network/exchange.h"

namespace referral {

inline constexpr std::size_t largest_answer = 256UL << 10;

class Said {
public:
    Said() = default;
    explicit Said(const network::Response& response);

    [[nodiscard]] bool is_readable() const noexcept { return !value_.is_null(); }
    [[nodiscard]] bool is_json() const noexcept { return is_json_; }
    /// The first member of that name, wherever it stands, as one line that may stand in a case; empty when
    /// there is none, or it is longer than `most` characters.
    [[nodiscard]] std::string line(std::string_view name, std::size_t most) const;
    /// Of more lines, cut after `most` characters.
    [[nodiscard]] std::string words(std::string_view name, std::size_t most) const;
    [[nodiscard]] std::optional<base::Time> time(std::string_view name) const;
    /// Every text inside members of that name, in lower case.
    [[nodiscard]] std::vector<std::string> all(std::string_view name) const;

private:
    bool is_json_ = false;
    base::json::Value value_; ///< an XML document as objects and arrays of texts
};

} // namespace referral
