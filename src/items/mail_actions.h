// What a mail brought besides its words: kept sealed with its author's key, opened for the answer and for
// staff who may see the words.
#pragma once
#include "items/item.h"
#include "items/mail_in.h"
#include "people/vault.h"

namespace db {
class Tx;
}

namespace items {

/// Sealed: nothing of it is left once its author is erased.
struct SealedMail {
    std::string message_id;
    std::string references;
    std::string whole; ///< empty: the words are all
};
BOOST_DESCRIBE_STRUCT(SealedMail, (), (message_id, references, whole))

struct MailOf {
    SenderProof sender = SenderProof::unchecked;
    bool is_automatic = false;
    SealedMail opened = {}; ///< empty once its author is erased
};

void keep_mail(db::Tx& tx, const people::IdentityKey& key, base::AgencyId agency, ItemId item,
               const MailIn& mail);
/// Nothing for what is no mail.
[[nodiscard]] std::optional<MailOf> mail_of(db::Tx& tx, const people::Vault& vault, base::AgencyId agency,
                                            const Item& item);
/// The newest mail of the case that `author` wrote, with its account; nothing when there is none.
struct MailOfCase {
    agency::AccountId account;
    MailOf mail;
};
[[nodiscard]] std::optional<MailOfCase> last_mail_of_case(db::Tx& tx, const people::Vault& vault,
                                                          base::AgencyId agency, std::int64_t case_id,
                                                          std::int64_t author);

} // namespace items
