// What an account that only listens has heard: an item that opens no case. Plain; its words are masked.
#pragma once
#include "items/item.h"

namespace items {

struct Listened {
    ItemId id;
    agency::AccountId account;
    int version = 1;
    std::optional<std::string> url = {};
    std::string masked = {};
    base::Time created_at{};
    base::Time received_at{};
};
BOOST_DESCRIBE_STRUCT(Listened, (), (id, account, version, url, masked, created_at, received_at))

} // namespace items
