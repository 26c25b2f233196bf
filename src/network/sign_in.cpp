#include "network/sign_in.h"

#include "base/text.h"

#include <algorithm>

namespace network {

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
