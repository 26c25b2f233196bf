// Taking an item into the store: new, known, edited or deleted, with its author and conversation, inside the
// caller's unit of work. Refusals: media.unknown; those of people::find_or_create.
#pragma once
#include "items/item_in.h"
#include "people/identity_actions.h"
#include "triage/reading.h"

namespace items {

/// A checked item with what was read in it.
struct Incoming {
    agency::AccountId account;
    std::string network;
    ItemIn in;
    const triage::Reading& reading;
    base::Time received_at;
    /// Of the case that it opens: an item whose conversation is new belongs to it from its first row on.
    std::optional<std::int64_t> opens = {};
};

enum class Outcome { created, known, edited, deleted };

struct Saved {
    Outcome outcome = Outcome::created;
    ItemId item;
    std::optional<people::IdentityId> identity;
    std::optional<ConversationId> conversation;
    std::optional<std::int64_t> case_id; ///< of the item, else that of its conversation
    bool opens = false; ///< Incoming::opens stands in its rows; the case is the caller's to add
};

[[nodiscard]] base::Result<Saved> save(db::Tx& tx, const people::Vault& vault, base::IdSource& ids,
                                       base::AgencyId agency, const Incoming& incoming);

/// Whether the item came before, in whatever state it is now.
[[nodiscard]] bool is_known(db::Tx& tx, base::AgencyId agency, agency::AccountId account,
                            const std::string& network_id);

inline constexpr std::string_view words_column = "items.words";

/// The words as they were written; `identity.erased` after erasure, empty for a deleted item.
[[nodiscard]] base::Result<std::string> open_words(db::Tx& tx, const people::Vault& vault,
                                                   base::AgencyId agency, const Item& item);
[[nodiscard]] std::optional<Item> item_of_id(db::Tx& tx, base::AgencyId agency, ItemId id);
[[nodiscard]] std::vector<Item> items_of_case(db::Tx& tx, base::AgencyId agency, std::int64_t case_id);
/// Of the reporter's link to /lacak, from the item that opened the case; nothing when it came without one.
[[nodiscard]] std::optional<std::string> link_secret(db::Tx& tx, const people::Vault& vault,
                                                     base::AgencyId agency, std::int64_t case_id);
[[nodiscard]] std::vector<std::string> pictures_of_case(db::Tx& tx, base::AgencyId agency,
                                                        std::int64_t case_id);
/// A picture that was fetched afterwards; twice is once.
void attach_picture(db::Tx& tx, base::AgencyId agency, ItemId item, const std::string& sha256);
/// The item and its conversation belong to the case from now on.
void attach_to_case(db::Tx& tx, base::AgencyId agency, const Saved& saved, std::int64_t case_id);

/// Takes the masked words of the author out of every item and its versions; gives the cases these belong to.
[[nodiscard]] std::vector<std::int64_t> forget_words_of(db::Tx& tx, base::AgencyId agency,
                                                        std::int64_t identity);

} // namespace items
