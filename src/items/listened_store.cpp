#include "items/listened_store.h"

#include "db/query.h"

namespace items {
namespace {

using agency::AccountId;
using base::AgencyId;

constexpr db::Query<void(AgencyId, ItemId, AccountId)> insert_heard{
    "listened.insert",
    "insert into listened (agency, item, account) values (:agency, :item, :account) on conflict do nothing"};
constexpr db::Query<Listened(AgencyId, ItemId, int)> select_page{
    "listened.page", "select i.id, i.account, i.version, i.url, i.masked, i.created_at, i.received_at from "
                     "listened l cross join items i where l.agency = :agency and l.item < :before and "
                     "i.agency = l.agency and i.id = l.item and i.deleted_at is null order by l.item desc "
                     "limit :limit"};
constexpr db::Query<Listened(AgencyId, AccountId, ItemId, int)> select_page_of{
    "listened.page_of_account",
    "select i.id, i.account, i.version, i.url, i.masked, i.created_at, i.received_at from listened l cross "
    "join items i where l.agency = :agency and l.account = :account and l.item < :before and i.agency = "
    "l.agency and i.id = l.item and i.deleted_at is null order by l.item desc limit :limit"};

} // namespace

void insert_listened(db::Tx& tx, AgencyId agency, AccountId account, ItemId item) {
    tx.run(insert_heard, agency, item, account);
}

std::vector<Listened> find_listened(db::Tx& tx, AgencyId agency, ItemId before, int limit) {
    return tx.all(select_page, agency, before, limit);
}

std::vector<Listened> find_listened_of(db::Tx& tx, AgencyId agency, AccountId account, ItemId before,
                                       int limit) {
    return tx.all(select_page_of, agency, account, before, limit);
}

} // namespace items
