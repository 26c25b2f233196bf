// Whether a post suits the networks that it is meant for, by the limits that connectors themselves send with.
// Pure.
#pragma once
#include "network/limits.h"
#include "publishing/post.h"

#include <span>

namespace publishing {

/// An account that can take posts of its own.
struct Outlet {
    agency::AccountId account = {};
    std::string name = {};
    std::string network = {};
    network::Limits limits = {};
};

enum class Fault {
    no_text,
    no_outlet,
    too_long,
    too_many_pictures,
    no_alt,
    alt_too_long,
    outlet_gone, ///< is not connected any more, or takes no posts
};
struct Wrong {
    Fault fault = Fault::no_text;
    agency::AccountId account = {}; ///< where it is about one
    std::size_t number = 0;         ///< of the picture, from 1; of characters over the limit
};

/// How much room is left in the text of one outlet; negative when it is too long.
struct Room {
    agency::AccountId account = {};
    std::int64_t left = 0;
    std::size_t longest = 0;
};
[[nodiscard]] Room room_in(const Outlet& outlet, std::string_view text);

/// Everything that keeps it from being handed in; empty when all is well. A network that takes no pictures
/// gets the text alone.
[[nodiscard]] std::vector<Wrong> check(std::string_view text, std::span<const Picture> pictures,
                                       std::span<const agency::AccountId> wanted,
                                       std::span<const Outlet> outlets);

} // namespace publishing
