#include "items/item_actions.h"

#include "items/item_store.h"
#include "items/mail_actions.h"
#include "items/reporter_secret.h"

#include <algorithm>

namespace items {
namespace {

using base::AgencyId;

people::Author author_of(const Incoming& incoming) {
    const ItemIn& in = incoming.in;
    people::Author author{.network = incoming.network,
                          .network_id = in.author.network_id,
                          .name = in.author.name,
                          .handle = in.author.handle,
                          .contact = {}};
    if (in.contact) author.contact = {in.contact->email, in.contact->phone};
    return author;
}

std::vector<std::string> sha256s(const ItemIn& in) {
    std::vector<std::string> out;
    for (const auto& media : in.media)
        if (media.sha256) out.push_back(*media.sha256);
    return out;
}

Saved saved_from(const Item& item, Outcome outcome) {
    Saved saved{.outcome = outcome,
                .item = item.id,
                .identity = {},
                .conversation = item.conversation,
                .case_id = item.case_id};
    if (item.identity) saved.identity = people::IdentityId{*item.identity};
    return saved;
}

base::Result<Saved> save_again(db::Tx& tx, const people::Vault& vault, AgencyId agency,
                               const Incoming& incoming, const Item& known) {
    if (known.deleted_at || incoming.in.type == Change::create) return saved_from(known, Outcome::known);
    if (incoming.in.type == Change::remove) {
        bury(tx, agency, known.id, incoming.received_at);
        return saved_from(known, Outcome::deleted);
    }
    if (!known.identity) return saved_from(known, Outcome::known);
    auto key = people::identity_key(tx, vault, agency, people::IdentityId{*known.identity});
    if (!key) return base::pass(key);
    auto words = key->open(words_column, known.words_sealed);
    if (words && *words == incoming.in.text) return saved_from(known, Outcome::known);
    replace_words(tx, agency, known, key->seal(words_column, incoming.in.text), incoming.reading.masked,
                  incoming.received_at);
    return saved_from(known, Outcome::edited);
}

} // namespace

base::Result<Saved> save(db::Tx& tx, const people::Vault& vault, base::IdSource& ids, AgencyId agency,
                         const Incoming& incoming) {
    const ItemIn& in = incoming.in;
    if (auto known = find_by_network_id(tx, agency, incoming.account, in.network_id))
        return save_again(tx, vault, agency, incoming, *known);

    auto identity = people::find_or_create(tx, vault, ids, agency, author_of(incoming), incoming.received_at);
    if (!identity) return base::pass(identity);
    const bool removed = in.type == Change::remove; // its creation may still come, and must stay deleted
    auto conversation = find_or_add_conversation(
        tx, agency, ids.next<ConversationId>(), incoming.account, identity->id.value,
        in.root.value_or(in.in_reply_to.value_or(in.network_id)), removed ? std::nullopt : incoming.opens);
    Item item{.id = ids.next<ItemId>(),
              .account = incoming.account,
              .network_id = in.network_id,
              .identity = identity->id.value,
              .conversation = conversation.id,
              .case_id = conversation.case_id,
              .visibility = in.visibility.value_or(Visibility::public_),
              .url = in.url,
              .in_reply_to = in.in_reply_to,
              .root = in.root,
              .words_sealed = removed ? "" : identity->key.seal(words_column, in.text),
              .masked = removed ? "" : incoming.reading.masked,
              .kind = std::string(base::code_of(incoming.reading.kind)),
              .created_at = in.created_at,
              .received_at = incoming.received_at,
              .deleted_at = removed ? std::optional(incoming.received_at) : std::nullopt};
    if (!insert(tx, agency, item)) {
        // Another node was faster with the same item. What was written for its case must go again.
        if (conversation.is_new && conversation.case_id)
            return base::fail(base::Kind::unavailable, "server.busy", "the same item twice at once");
        auto known = find_by_network_id(tx, agency, incoming.account, in.network_id);
        if (!known)
            return base::fail(base::Kind::unavailable, "database.unavailable", "item neither new nor known");
        return save_again(tx, vault, agency, incoming, *known);
    }
    if (!removed) add_media(tx, agency, item.id, sha256s(in));
    if (!removed && in.mail) keep_mail(tx, identity->key, agency, item.id, *in.mail);
    auto saved = saved_from(item, removed ? Outcome::deleted : Outcome::created);
    if (conversation.is_new && conversation.case_id) {
        saved.opens = true;
        saved.case_id.reset();
    }
    return saved;
}

bool is_known(db::Tx& tx, AgencyId agency, agency::AccountId account, const std::string& network_id) {
    return find_by_network_id(tx, agency, account, network_id).has_value();
}

base::Result<std::string> open_words(db::Tx& tx, const people::Vault& vault, AgencyId agency,
                                     const Item& item) {
    if (item.words_sealed.empty() || !item.identity) return std::string{};
    return people::open(tx, vault, agency, people::IdentityId{*item.identity}, words_column,
                        item.words_sealed);
}

std::optional<Item> item_of_id(db::Tx& tx, AgencyId agency, ItemId id) {
    return find(tx, agency, id);
}

std::vector<Item> items_of_case(db::Tx& tx, AgencyId agency, std::int64_t case_id) {
    return of_case(tx, agency, case_id);
}

std::vector<std::string> pictures_of_case(db::Tx& tx, AgencyId agency, std::int64_t case_id) {
    return media_of_case(tx, agency, case_id);
}

void attach_picture(db::Tx& tx, AgencyId agency, ItemId item, const std::string& sha256) {
    const auto known = media_of_item(tx, agency, item);
    if (std::ranges::find(known, sha256) == known.end())
        append_media(tx, agency, item, static_cast<int>(known.size()), sha256);
}

void attach_to_case(db::Tx& tx, AgencyId agency, const Saved& saved, std::int64_t case_id) {
    set_case(tx, agency, saved.item, case_id);
    if (saved.conversation) set_conversation_case(tx, agency, *saved.conversation, case_id);
}

std::vector<std::int64_t> forget_words_of(db::Tx& tx, AgencyId agency, std::int64_t identity) {
    forget_masked(tx, agency, identity);
    return cases_of_identity(tx, agency, identity);
}

std::optional<std::string> link_secret(db::Tx& tx, const people::Vault& vault, base::AgencyId agency,
                                       std::int64_t case_id) {
    const auto items = of_case(tx, agency, case_id);
    if (items.empty()) return std::nullopt;
    return reporter_secret(vault, agency, items.front().account, items.front().network_id);
}

} // namespace items
