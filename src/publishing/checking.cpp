#include "publishing/checking.h"

#include "base/text.h"
#include "network/text_length.h"

#include <algorithm>

namespace publishing {

Room room_in(const Outlet& outlet, std::string_view text) {
    const auto& rule = outlet.limits.text;
    Room out{.account = outlet.account,
             .left = static_cast<std::int64_t>(rule.longest) -
                     static_cast<std::int64_t>(network::text_length(text, rule)),
             .longest = rule.longest};
    // A limit of bytes besides (Bluesky) counts where it is reached first.
    if (rule.longest_bytes > 0)
        out.left = std::min(out.left, static_cast<std::int64_t>(rule.longest_bytes) -
                                          static_cast<std::int64_t>(text.size()));
    return out;
}

std::vector<Wrong> check(std::string_view text, std::span<const Picture> pictures,
                         std::span<const agency::AccountId> wanted, std::span<const Outlet> outlets) {
    std::vector<Wrong> out;
    if (base::trim(text).empty()) out.push_back({.fault = Fault::no_text});
    if (wanted.empty()) out.push_back({.fault = Fault::no_outlet});
    for (std::size_t i = 0; i < pictures.size(); ++i)
        if (base::trim(pictures[i].alt).empty()) out.push_back({.fault = Fault::no_alt, .number = i + 1});
    for (const auto account : wanted) {
        const auto found = std::ranges::find(outlets, account, &Outlet::account);
        if (found == outlets.end()) {
            out.push_back({.fault = Fault::outlet_gone, .account = account});
            continue;
        }
        if (const auto room = room_in(*found, text);
            room.left < 0 || !network::fits(text, found->limits.text))
            out.push_back({.fault = Fault::too_long,
                           .account = account,
                           .number = static_cast<std::size_t>(std::max<std::int64_t>(-room.left, 1))});
        const auto& media = found->limits.media;
        if (media.most == 0) continue;
        if (pictures.size() > media.most)
            out.push_back({.fault = Fault::too_many_pictures, .account = account, .number = media.most});
        for (std::size_t i = 0; i < pictures.size(); ++i)
            if (media.longest_alt > 0 && base::length(pictures[i].alt) > media.longest_alt)
                out.push_back({.fault = Fault::alt_too_long, .account = account, .number = i + 1});
    }
    return out;
}

} // namespace publishing
