// All SQL of items, their versions, media and conversations.
#pragma once
#include "db/tx.h"
#include "items/item.h"

namespace items {

/// False when (account, network_id) is there already.
[[nodiscard]] bool insert(db::Tx& tx, base::AgencyId agency, const Item& item);
/// The highest id.
[[nodiscard]] std::optional<ItemId> find_newest_id(db::Tx& tx, base::AgencyId agency);
[[nodiscard]] std::optional<Item> find(db::Tx& tx, base::AgencyId agency, ItemId id);
[[nodiscard]] std::optional<Item> find_by_network_id(db::Tx& tx, base::AgencyId agency,
                                                     agency::AccountId account,
                                                     const std::string& network_id);
/// Of a case, oldest first.
[[nodiscard]] std::vector<Item> of_case(db::Tx& tx, base::AgencyId agency, std::int64_t case_id);

/// Keeps what the item said as a version and writes the new words.
void replace_words(db::Tx& tx, base::AgencyId agency, const Item& before, const std::string& words_sealed,
                   const std::string& masked, base::Time now);
/// Makes a tombstone: words, masked text and versions go.
void bury(db::Tx& tx, base::AgencyId agency, ItemId id, base::Time now);
/// Masked words of an author's items and their versions go.
void forget_masked(db::Tx& tx, base::AgencyId agency, std::int64_t identity);
/// Cases with an item of the author.
[[nodiscard]] std::vector<std::int64_t> cases_of_identity(db::Tx& tx, base::AgencyId agency,
                                                          std::int64_t identity);
void set_case(db::Tx& tx, base::AgencyId agency, ItemId id, std::int64_t case_id);

void add_media(db::Tx& tx, base::AgencyId agency, ItemId item, const std::vector<std::string>& sha256s);
void append_media(db::Tx& tx, base::AgencyId agency, ItemId item, int ordinal, const std::string& sha256);
[[nodiscard]] std::vector<std::string> media_of_item(db::Tx& tx, base::AgencyId agency, ItemId item);
/// Pictures of all items of a case that are not deleted, in the order in which they came.
[[nodiscard]] std::vector<std::string> media_of_case(db::Tx& tx, base::AgencyId agency, std::int64_t case_id);

struct Conversation {
    ConversationId id;
    std::optional<std::int64_t> case_id;
    bool is_new = false;
};
/// The conversation of author, account and root post; made, with `case_if_new`, when there is none.
[[nodiscard]] Conversation find_or_add_conversation(db::Tx& tx, base::AgencyId agency, ConversationId new_id,
                                                    agency::AccountId account, std::int64_t identity,
                                                    const std::string& root,
                                                    std::optional<std::int64_t> case_if_new);
void set_conversation_case(db::Tx& tx, base::AgencyId agency, ConversationId id, std::int64_t case_id);

} // namespace items
