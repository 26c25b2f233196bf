#include "items/mail_store.h"

#include "db/query.h"

namespace items {
namespace {

constexpr db::Query<void(base::AgencyId, ItemId, SenderProof, bool, std::string)> insert_one{
    "item_mails.insert", "insert into item_mails (agency, item, sender, is_automatic, sealed) values "
                         "(:agency, :item, :sender, :is_automatic, :sealed) on conflict do nothing"};
constexpr db::Query<MailRow(base::AgencyId, ItemId)> select_one{
    "item_mails.find", "select item, sender, is_automatic, sealed from item_mails where agency = :agency and "
                       "item = :item"};

} // namespace

void insert_mail(db::Tx& tx, base::AgencyId agency, const MailRow& row) {
    tx.run(insert_one, agency, row.item, row.sender, row.is_automatic, row.sealed);
}

std::optional<MailRow> find_mail(db::Tx& tx, base::AgencyId agency, ItemId item) {
    return tx.one(select_one, agency, item);
}

} // namespace items
