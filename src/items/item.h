// An item (kiriman): an immutable thing received. Unique by (account, network id); edits are versions,
// deletions tombstones. Its words are sealed with the author's key; what may be searched is `masked`.
#pragma once
#include "agency/account.h"
#include "base/codes.h"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace items {

using ItemId = base::Id<struct ItemTag>;
using ConversationId = base::Id<struct ConversationTag>;

/// Who could read it on its network.
enum class Visibility { public_, unlisted, followers, private_ };

/// Mail, messages and forms: the words go public only with the author's consent.
[[nodiscard]] constexpr bool is_private_channel(Visibility visibility) noexcept {
    return visibility == Visibility::followers || visibility == Visibility::private_;
}

enum class Change { create, update, remove };

} // namespace items

template <> inline constexpr auto base::codes<items::Visibility> =
    std::to_array<base::Coded<items::Visibility>>({
        {items::Visibility::public_, "public"},
        {items::Visibility::unlisted, "unlisted"},
        {items::Visibility::followers, "followers"},
        {items::Visibility::private_, "private"},
    });
template <> inline constexpr auto base::codes<items::Change> = std::to_array<base::Coded<items::Change>>({
    {items::Change::create, "create"},
    {items::Change::update, "update"},
    {items::Change::remove, "delete"},
});

namespace items {

/// One row of `items`.
struct Item {
    ItemId id;
    agency::AccountId account;
    std::string network_id;
    int version = 1;
    std::optional<std::int64_t> identity;
    std::optional<ConversationId> conversation;
    std::optional<std::int64_t> case_id;
    Visibility visibility = Visibility::public_;
    std::optional<std::string> url;
    std::optional<std::string> in_reply_to;
    std::optional<std::string> root;
    std::string words_sealed;
    std::string masked;
    std::string kind;
    base::Time created_at{};  ///< on the network
    base::Time received_at{}; ///< here
    std::optional<base::Time> deleted_at;
};
BOOST_DESCRIBE_STRUCT(Item, (),
                      (id, account, network_id, version, identity, conversation, case_id, visibility, url,
                       in_reply_to, root, words_sealed, masked, kind, created_at, received_at, deleted_at))

} // namespace items
