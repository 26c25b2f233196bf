#include "network/sign_in.h"

#include "base/text.h"

#include <algorithm>

namespace network {

std::string scope_of(std::span<const std::string_view> rights) {
    const std::vector<std::string> all(rights.begin(), rights.end());
    return base::join(all, " ");
}

std::string authorization_query(const Connection& connection, const SignInWish& wish,
                                std::span<const std::string_view> rights, const Fields& more) {
    Fields fields{{"response_type", "code"},
                  {"client_id", std::string(connection.secret("client_id"))},
                  {"redirect_uri", wish.back},
                  {"scope", scope_of(rights)},
                  {"state", wish.state},
                  {"code_challenge", wish.challenge},
                  {"code_challenge_method", "S256"}};
    fields.insert(fields.end(), more.begin(), more.end());
    return query_of(fields);
}

std::vector<std::string> not_granted(std::span<const std::string_view> wanted, std::string_view granted) {
    std::vector<std::string_view> has;
    for (const auto word : base::split(granted, ' '))
        if (!base::trim(word).empty()) has.push_back(base::trim(word));
    std::vector<std::string> out;
    if (has.empty()) return out;
    for (const auto right : wanted)
        if (std::ranges::find(has, right) == has.end() &&
            std::ranges::find(has, right.substr(0, right.find(':'))) == has.end())
            out.emplace_back(right);
    return out;
}

} // namespace network
