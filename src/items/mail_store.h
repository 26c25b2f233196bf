// All SQL of what mails have besides their words.
#pragma once
#include "db/tx.h"
#include "items/item.h"
#include "items/mail_in.h"

namespace items {

/// A row of table item_mails.
struct MailRow {
    ItemId item;
    SenderProof sender = SenderProof::unchecked;
    bool is_automatic = false;
    std::string sealed; ///< JSON of SealedMail
};
BOOST_DESCRIBE_STRUCT(MailRow, (), (item, sender, is_automatic, sealed))

/// Twice is once.
void insert_mail(db::Tx& tx, base::AgencyId agency, const MailRow& row);
[[nodiscard]] std::optional<MailRow> find_mail(db::Tx& tx, base::AgencyId agency, ItemId item);

} // namespace items
