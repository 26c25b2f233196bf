#include "items/item_store.h"

#include "db/query.h"

namespace items {
namespace {

using base::AgencyId;
using Text = std::optional<std::string>;

constexpr db::Query<void(AgencyId, ItemId, agency::AccountId, std::string, int, std::optional<std::int64_t>,
                         std::optional<ConversationId>, std::optional<std::int64_t>, Visibility, Text, Text,
                         Text, std::string, std::string, std::string, base::Time, base::Time,
                         std::optional<base::Time>)>
    insert_item{
        "items.insert",
        "insert into items (agency, id, account, network_id, version, identity, conversation, case_id,"
        " visibility, url, in_reply_to, root, words_sealed, masked, kind, created_at, received_at, "
        "deleted_at)"
        " values (:agency, :id, :account, :network_id, :version, :identity, :conversation, :case_id,"
        " :visibility, :url, :in_reply_to, :root, :words_sealed, :masked, :kind, :created_at, :received_at,"
        " :deleted_at) on conflict do nothing"};

constexpr db::Query<Item(AgencyId, ItemId)> find_item{
    "items.find", "select id, account, network_id, version, identity, conversation, case_id, visibility, url,"
                  " in_reply_to, root, words_sealed, masked, kind, created_at, received_at, deleted_at"
                  " from items where agency = :agency and id = :id"};

constexpr db::Query<ItemId(AgencyId)> select_newest_id{
    "items.find_newest_id", "select id from items where agency = :agency order by id desc limit 1"};
constexpr db::Query<Item(AgencyId, agency::AccountId, std::string)> find_item_by_network_id{
    "items.find_by_network_id",
    "select id, account, network_id, version, identity, conversation, case_id, visibility, url,"
    " in_reply_to, root, words_sealed, masked, kind, created_at, received_at, deleted_at"
    " from items where agency = :agency and account = :account and network_id = :network_id"};

constexpr db::Query<Item(AgencyId, std::int64_t)> items_of_case{
    "items.of_case",
    "select id, account, network_id, version, identity, conversation, case_id, visibility, url,"
    " in_reply_to, root, words_sealed, masked, kind, created_at, received_at, deleted_at"
    " from items where agency = :agency and case_id = :case_id order by id"};

constexpr db::Query<void(AgencyId, ItemId, int, std::string, std::string, base::Time)> insert_version{
    "items.insert_version",
    "insert into item_versions (agency, item, version, words_sealed, masked, replaced_at)"
    " values (:agency, :item, :version, :words_sealed, :masked, :replaced_at)"};

constexpr db::Query<void(std::string, std::string, int, AgencyId, ItemId)> update_words{
    "items.update_words",
    "update items set words_sealed = :words_sealed, masked = :masked, version = :version"
    " where agency = :agency and id = :id"};

constexpr db::Query<void(base::Time, AgencyId, ItemId)> bury_item{
    "items.bury", "update items set words_sealed = '', masked = '', deleted_at = :now"
                  " where agency = :agency and id = :id"};

constexpr db::Query<void(AgencyId, ItemId)> delete_versions{
    "items.delete_versions", "delete from item_versions where agency = :agency and item = :item"};

constexpr db::Query<void(AgencyId, std::int64_t)> clear_masked{
    "items.clear_masked", "update items set masked = '' where agency = :agency and identity = :identity"};

constexpr db::Query<void(AgencyId, std::int64_t)> clear_masked_versions{
    "items.clear_masked_versions",
    "update item_versions set masked = '' where agency = :agency and item in"
    " (select i.id from items i where i.agency = :agency and i.identity = :identity)"};

constexpr db::Query<std::int64_t(AgencyId, std::int64_t)> select_cases_of_identity{
    "items.cases_of_identity", "select distinct case_id from items where agency = :agency and"
                               " identity = :identity and case_id is not null order by case_id"};

constexpr db::Query<void(std::int64_t, AgencyId, ItemId)> update_case{
    "items.set_case", "update items set case_id = :case_id where agency = :agency and id = :id"};

constexpr db::Query<void(AgencyId, ItemId, int, std::string)> insert_media{
    "items.insert_media", "insert into item_media (agency, item, ordinal, sha256)"
                          " values (:agency, :item, :ordinal, :sha256) on conflict do nothing"};

constexpr db::Query<std::string(AgencyId, ItemId)> select_media_of_item{
    "items.media_of_item",
    "select sha256 from item_media where agency = :agency and item = :item order by ordinal"};

constexpr db::Query<std::string(AgencyId, std::int64_t)> select_media_of_case{
    "items.media_of_case",
    // `cross join` and `+` keep SQLite from beginning with all media, or all items, of the agency.
    "select m.sha256 from items i cross join item_media m where m.agency = i.agency and m.item = i.id"
    " and i.agency = :agency and i.case_id = :case_id and i.deleted_at is null order by +i.id, m.ordinal"};

constexpr db::Query<void(AgencyId, ConversationId, agency::AccountId, std::int64_t, std::string,
                         std::optional<std::int64_t>)>
    insert_conversation{
        "items.insert_conversation",
        "insert into conversations (agency, id, account, identity, root, case_id)"
        " values (:agency, :id, :account, :identity, :root, :case_id) on conflict do nothing"};

struct ConversationRow {
    ConversationId id;
    std::optional<std::int64_t> case_id;
};
BOOST_DESCRIBE_STRUCT(ConversationRow, (), (id, case_id))

constexpr db::Query<ConversationRow(AgencyId, agency::AccountId, std::int64_t, std::string)>
    find_conversation{"items.find_conversation",
                      "select id, case_id from conversations where agency = :agency and account = :account"
                      " and identity = :identity and root = :root"};

constexpr db::Query<void(std::int64_t, AgencyId, ConversationId)> update_conversation_case{
    "items.set_conversation_case",
    "update conversations set case_id = :case_id where agency = :agency and id = :id"};

} // namespace

bool insert(db::Tx& tx, AgencyId agency, const Item& item) {
    return tx.run(insert_item, agency, item.id, item.account, item.network_id, item.version, item.identity,
                  item.conversation, item.case_id, item.visibility, item.url, item.in_reply_to, item.root,
                  item.words_sealed, item.masked, item.kind, item.created_at, item.received_at,
                  item.deleted_at) == 1;
}

std::optional<Item> find(db::Tx& tx, AgencyId agency, ItemId id) {
    return tx.one(find_item, agency, id);
}

std::optional<ItemId> find_newest_id(db::Tx& tx, AgencyId agency) {
    return tx.one(select_newest_id, agency);
}

std::optional<Item> find_by_network_id(db::Tx& tx, AgencyId agency, agency::AccountId account,
                                       const std::string& network_id) {
    return tx.one(find_item_by_network_id, agency, account, network_id);
}

std::vector<Item> of_case(db::Tx& tx, AgencyId agency, std::int64_t case_id) {
    return tx.all(items_of_case, agency, case_id);
}

void replace_words(db::Tx& tx, AgencyId agency, const Item& before, const std::string& words_sealed,
                   const std::string& masked, base::Time now) {
    tx.run(insert_version, agency, before.id, before.version, before.words_sealed, before.masked, now);
    tx.run(update_words, words_sealed, masked, before.version + 1, agency, before.id);
}

void bury(db::Tx& tx, AgencyId agency, ItemId id, base::Time now) {
    tx.run(bury_item, now, agency, id);
    tx.run(delete_versions, agency, id);
}

void forget_masked(db::Tx& tx, AgencyId agency, std::int64_t identity) {
    tx.run(clear_masked, agency, identity);
    tx.run(clear_masked_versions, agency, identity);
}

std::vector<std::int64_t> cases_of_identity(db::Tx& tx, AgencyId agency, std::int64_t identity) {
    return tx.all(select_cases_of_identity, agency, identity);
}

void set_case(db::Tx& tx, AgencyId agency, ItemId id, std::int64_t case_id) {
    tx.run(update_case, case_id, agency, id);
}

void add_media(db::Tx& tx, AgencyId agency, ItemId item, const std::vector<std::string>& sha256s) {
    int ordinal = 0;
    for (const auto& sha256 : sha256s)
        tx.run(insert_media, agency, item, ordinal++, sha256);
}

void append_media(db::Tx& tx, AgencyId agency, ItemId item, int ordinal, const std::string& sha256) {
    tx.run(insert_media, agency, item, ordinal, sha256);
}

std::vector<std::string> media_of_item(db::Tx& tx, AgencyId agency, ItemId item) {
    return tx.all(select_media_of_item, agency, item);
}

std::vector<std::string> media_of_case(db::Tx& tx, AgencyId agency, std::int64_t case_id) {
    return tx.all(select_media_of_case, agency, case_id);
}

Conversation find_or_add_conversation(db::Tx& tx, AgencyId agency, ConversationId new_id,
                                      agency::AccountId account, std::int64_t identity,
                                      const std::string& root, std::optional<std::int64_t> case_if_new) {
    if (tx.run(insert_conversation, agency, new_id, account, identity, root, case_if_new) == 1)
        return {.id = new_id, .case_id = case_if_new, .is_new = true};
    auto row = tx.one(find_conversation, agency, account, identity, root);
    return row ? Conversation{.id = row->id, .case_id = row->case_id}
               : Conversation{.id = new_id, .case_id = {}};
}

void set_conversation_case(db::Tx& tx, AgencyId agency, ConversationId id, std::int64_t case_id) {
    tx.run(update_conversation_case, case_id, agency, id);
}

} // namespace items
